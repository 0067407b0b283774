//! Countries and territories by their code.

use std::fmt;

/// The 249 officially assigned ISO 3166-1 alpha-2 codes, sorted, two letters each.
const CODES: &str = "\
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCV\
    CWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIM\
    INIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMW\
    MXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSS\
    STSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// A country or territory: one of the 249 officially assigned ISO 3166-1 alpha-2 codes. Ordered by code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country {
    /// Position among the sorted codes.
    position: u8,
}

impl Country {
    /// Number of countries and territories.
    pub const COUNT: u8 = (CODES.len() / 2) as u8;

    /// Parses a code of two capital letters, such as `KR`.
    ///
    /// ```
    /// use heistogram::data::Country;
    /// assert_eq!(Country::parse("GB").map(Country::code), Some("GB"));
    /// // Lower case is invalid, and so are codes that are reserved only.
    /// assert_eq!(Country::parse("gb"), None);
    /// assert_eq!(Country::parse("UK"), None);
    /// ```
    pub fn parse(code: &str) -> Option<Country> {
        let (mut low, mut high) = (0, Self::COUNT);
        while low < high {
            let middle = Country { position: low + (high - low) / 2 };
            if middle.code() < code {
                low = middle.position + 1;
            } else {
                high = middle.position;
            }
        }
        Some(Country { position: low }).filter(|country| country.code() == code)
    }

    /// Its ISO 3166-1 alpha-2 code.
    pub fn code(self) -> &'static str {
        let start = usize::from(self.position) * 2;
        CODES.get(start..start + 2).unwrap_or_default()
    }

    /// Its index among the sorted codes, from 0.
    pub fn position(self) -> usize {
        self.position.into()
    }

    /// The country at an index among the sorted codes; `None` beyond the last.
    pub fn at(position: usize) -> Option<Country> {
        u8::try_from(position).ok().filter(|&position| position < Self::COUNT).map(|position| Country { position })
    }

    /// Every country and territory, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Country> {
        (0..Self::COUNT).map(|position| Country { position })
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_capitals_and_read_back() {
        let codes: Vec<&str> = Country::all().map(Country::code).collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.is_sorted_by(|before, after| before < after));
        for (country, code) in Country::all().zip(&codes) {
            assert!(code.bytes().all(|letter| letter.is_ascii_uppercase()), "{code}");
            assert_eq!(Country::parse(code), Some(country));
        }
    }

    #[test]
    fn other_texts_are_no_country() {
        for text in ["", "K", "kr", "KRX", "XX", "XK", "UK", "AA", "ZZ", "é", "D\u{0}"] {
            assert_eq!(Country::parse(text), None, "{text:?}");
        }
    }
}
