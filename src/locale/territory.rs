//! Names of countries and territories.
//!
//! The `territory_*.txt` of each language have the short names from the Unicode CLDR 48, a line for each ISO 3166-1 code in
//! the order of the codes, which stand in `data` already; a `+` marks the names that take an article inside a sentence.

use super::Locale;
use crate::data::{Country, cut};

/// Every name, a line each.
#[cfg(not(all(target_arch = "wasm32", feature = "words", not(feature = "whole"))))]
pub(crate) fn names(locale: Locale) -> &'static str {
    locale.territories()
}

/// The list is with the charts already; what says them in words is given it, so that readers load it once.
#[cfg(all(target_arch = "wasm32", feature = "words", not(feature = "whole")))]
static NAMES: std::sync::OnceLock<String> = std::sync::OnceLock::new();

#[cfg(all(target_arch = "wasm32", feature = "words", not(feature = "whole")))]
fn names(_: Locale) -> &'static str {
    NAMES.get().map_or("", String::as_str)
}

/// Takes every name, a line each.
#[cfg(all(target_arch = "wasm32", feature = "words", not(feature = "whole")))]
pub(crate) fn set_names(names: String) {
    let _ = NAMES.set(names);
}

/// The name as it stands in a list.
pub(super) fn name(locale: Locale, country: Country) -> &'static str {
    let marked = marked_name(locale, country);
    marked.strip_prefix('+').unwrap_or(marked)
}

/// Whether the name takes an article inside a sentence.
pub(super) fn takes_article(locale: Locale, country: Country) -> bool {
    marked_name(locale, country).starts_with('+')
}

fn marked_name(locale: Locale, country: Country) -> &'static str {
    let mut rest = names(locale);
    for _ in 0..country.position() {
        rest = cut(rest, b'\n').map_or("", |(_, rest)| rest);
    }
    cut(rest, b'\n').map_or(rest, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_name_of_its_own() {
        let named = [
            (Locale::En, ["Andorra", "France", "South Korea", "US", "Zimbabwe"]),
            (Locale::Ko, ["안도라", "프랑스", "한국", "미국", "짐바브웨"]),
            (Locale::Ja, ["アンドラ", "フランス", "韓国", "アメリカ", "ジンバブエ"]),
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
