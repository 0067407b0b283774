//! Names of countries and territories.
//!
//! `territory_en.txt` has the short names from the Unicode CLDR 48, a line for each ISO 3166-1 code in the order of the
//! codes, which stand in `data` already; a `+` marks the names that take an article inside a sentence.

use crate::data::{Country, cut};

/// Every name, a line each.
#[cfg(not(all(target_arch = "wasm32", feature = "words", not(feature = "whole"))))]
pub(crate) fn names() -> &'static str {
    include_str!("territory_en.txt")
}

/// The list is with the charts already; what says them in words is given it, so that readers load it once.
#[cfg(all(target_arch = "wasm32", feature = "words", not(feature = "whole")))]
static NAMES: std::sync::OnceLock<String> = std::sync::OnceLock::new();

#[cfg(all(target_arch = "wasm32", feature = "words", not(feature = "whole")))]
fn names() -> &'static str {
    NAMES.get().map_or("", String::as_str)
}

/// Takes every name, a line each.
#[cfg(all(target_arch = "wasm32", feature = "words", not(feature = "whole")))]
pub(crate) fn set_names(names: String) {
    let _ = NAMES.set(names);
}

/// The name as it stands in a list.
pub(super) fn name(country: Country) -> &'static str {
    let marked = marked_name(country);
    marked.strip_prefix('+').unwrap_or(marked)
}

/// Whether the name takes an article inside a sentence.
pub(super) fn takes_article(country: Country) -> bool {
    marked_name(country).starts_with('+')
}

fn marked_name(country: Country) -> &'static str {
    let mut rest = names();
    for _ in 0..country.position() {
        rest = cut(rest, b'\n').map_or("", |(_, rest)| rest);
    }
    cut(rest, b'\n').map_or(rest, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_name() {
        for country in Country::all() {
            assert!(name(country).len() > 1, "{}", country.code());
        }
        assert_eq!(names().lines().count(), Country::all().count());
        let named = ["AD", "FR", "KR", "US", "ZW"].map(|code| Country::parse(code).map(name));
        let names = ["Andorra", "France", "South Korea", "US", "Zimbabwe"];
        assert_eq!(named, names.map(Some));
    }
}
