//! Names of countries and territories.
//!
//! `territory_en.txt` has the short names from the Unicode CLDR 48, a line for each ISO 3166-1 code in the order of the
//! codes, which stand in `data` already; a `+` marks the names that take an article inside a sentence.

use crate::data::{Country, cut};

const NAMES_EN: &str = include_str!("territory_en.txt");

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
    let mut rest = NAMES_EN;
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
        assert_eq!(NAMES_EN.lines().count(), Country::all().count());
        let named = ["AD", "FR", "KR", "US", "ZW"].map(|code| Country::parse(code).map(name));
        let names = ["Andorra", "France", "South Korea", "US", "Zimbabwe"];
        assert_eq!(named, names.map(Some));
    }
}
