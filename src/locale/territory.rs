//! Names of countries and territories.
//!
//! The `territory.txt` of each language has the short names from the Unicode CLDR 48, one a line, or those of newspapers
//! where they differ: 호주, 남아프리카공화국, 米国, 英領バージン諸島 and 米領バージン諸島. The lines have the order of
//! the ISO 3166-1 codes in `data`. A `+` marks the names that take an article inside a sentence.

use super::Locale;
use crate::data::{Country, cut};

/// All names, one a line.
#[cfg(not(target_arch = "wasm32"))]
pub fn names(locale: Locale) -> &'static str {
    locale.territories()
}

/// The names of some countries, one a line, with empty lines for all others.
#[cfg(not(target_arch = "wasm32"))]
pub fn names_of(countries: &[Country], locale: Locale) -> String {
    let lines = Country::all().zip(names(locale).lines());
    let lines = lines.map(|(country, name)| if countries.contains(&country) { name } else { "" });
    lines.collect::<Vec<_>>().join("\n")
}

// Names load with the data, so that readers load only the names that occur, and load them once for all modules.
#[cfg(target_arch = "wasm32")]
thread_local! {
    static NAMES: std::cell::Cell<&'static str> = const { std::cell::Cell::new("") };
}

#[cfg(target_arch = "wasm32")]
fn names(_: Locale) -> &'static str {
    NAMES.get()
}

/// Adds names, one a line. Another dataset may come with more names, but never with different ones.
#[cfg(all(target_arch = "wasm32", not(feature = "validator")))]
pub(crate) fn add_names(names: String) {
    if names.len() > NAMES.get().len() {
        NAMES.set(names.leak());
    }
}

impl Locale {
    /// Name of a country or territory inside a sentence, with its article.
    pub fn country_in_sentence(&self, country: Country) -> String {
        let article = if takes_article(*self, country) { self.messages().country_article } else { "" };
        [article, name(*self, country)].concat()
    }

    /// Name of a country or territory, or the words for no known country.
    pub fn country(&self, country: Option<Country>) -> &'static str {
        country.map_or(self.messages().no_country, |country| name(*self, country))
    }
}

/// The name without an article, or the country's code if there is no name.
fn name(locale: Locale, country: Country) -> &'static str {
    match name_in(names(locale), country) {
        "" => country.code(),
        name => name,
    }
}

/// The name of a country among `names`, one a line, without an article; empty if it is missing.
pub(crate) fn name_in(names: &str, country: Country) -> &str {
    let marked = marked_name(names, country);
    marked.strip_prefix('+').unwrap_or(marked)
}

/// Whether the name takes an article inside a sentence.
fn takes_article(locale: Locale, country: Country) -> bool {
    marked_name(names(locale), country).starts_with('+')
}

fn marked_name(names: &str, country: Country) -> &str {
    let mut rest = names;
    for _ in 0..country.position() {
        rest = cut(rest, b'\n').map_or("", |(_, rest)| rest);
    }
    cut(rest, b'\n').map_or(rest, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_some_countries_keep_their_places() {
        let [france, zimbabwe] = ["FR", "ZW"].map(|code| Country::parse(code).into_iter());
        let some: Vec<Country> = france.chain(zimbabwe).collect();
        let names = names_of(&some, Locale::Ko);
        assert_eq!(names.lines().count(), usize::from(Country::COUNT));
        assert_eq!(names.split_whitespace().collect::<Vec<_>>(), ["프랑스", "짐바브웨"]);
        assert_eq!(names.lines().nth(some[0].position()), Some("프랑스"));
    }

    #[test]
    fn every_country_has_a_name_of_its_own() {
        let named = [
            (Locale::En, ["Andorra", "France", "South Korea", "US", "Zimbabwe"]),
            (Locale::Ko, ["안도라", "프랑스", "한국", "미국", "짐바브웨"]),
            (Locale::Ja, ["アンドラ", "フランス", "韓国", "米国", "ジンバブエ"]),
            (Locale::It, ["Andorra", "Francia", "Corea del Sud", "Stati Uniti", "Zimbabwe"]),
        ];
        for (locale, some) in named {
            let mut all: Vec<&str> = Country::all().map(|country| name(locale, country)).collect();
            assert_eq!(names(locale).lines().count(), all.len());
            all.sort_unstable();
            all.dedup();
            assert!(all.len() == usize::from(Country::COUNT) && all.iter().all(|name| !name.is_empty()), "{all:?}");
            let codes = ["AD", "FR", "KR", "US", "ZW"].map(|code| Country::parse(code).map(|code| name(locale, code)));
            assert_eq!(codes, some.map(Some));
        }
    }
}
