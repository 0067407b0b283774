//! Languages: the only place a chart takes a word or a figure's form from.
//!
//! A language is one file with one [`Messages`] constant; a missing string does not compile. Sentences are templates
//! with `{names}` in braces, so that each language orders its words as it likes.

mod en;
mod format;
mod messages;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
mod page_en;
pub(crate) mod territory;

pub use messages::{Messages, Plural};

use crate::data::{Country, Evidence, Group, concat, cut};

/// A language with its words and forms.
///
/// A name, not a table of words: as long as there is one language, the compiler knows where every word stands and leaves
/// out of each module what that module never says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// English.
    En,
}

/// Every language, in the order menus show them.
pub const ALL: &[Locale] = &[Locale::En];

impl Locale {
    /// BCP 47 tag, such as `en`.
    pub fn tag(&self) -> &'static str {
        match self {
            Locale::En => "en",
        }
    }

    /// Every string of the interface and the charts.
    #[inline(always)]
    pub fn messages(&self) -> &'static Messages {
        match self {
            Locale::En => &en::MESSAGES,
        }
    }

    /// Every string of the page around the charts; the page is made when building, so readers never download them twice.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn page(&self) -> &'static page::PageMessages {
        match self {
            Locale::En => &page_en::PAGE,
        }
    }

    /// The language of a BCP 47 tag, by its first part, or `None` where there is none.
    pub fn of(tag: &str) -> Option<Locale> {
        let end = tag.bytes().position(|byte| byte == b'-' || byte == b'_');
        let language = tag.get(..end.unwrap_or(tag.len()))?;
        ALL.iter().find(|locale| locale.tag().eq_ignore_ascii_case(language)).copied()
    }

    /// Name of a group of victims.
    pub fn group(&self, group: Group) -> &'static str {
        self.messages().groups[group as usize]
    }

    /// Name of someone who publishes estimates; the id itself where it is not one most readers know.
    pub fn estimator<'a>(&self, id: &'a str) -> &'a str {
        self.messages().estimators.iter().find(|(other, _)| *other == id).map_or(id, |(_, name)| name)
    }

    /// Name of a level of evidence.
    pub fn evidence(&self, evidence: Evidence) -> &'static str {
        self.messages().evidence[evidence as usize]
    }

    /// Name of a country or territory as it stands inside a sentence.
    pub fn country_in_sentence(&self, country: Country) -> String {
        let article = if territory::takes_article(country) { self.messages().country_article } else { "" };
        concat(&[article, territory::name(country)])
    }

    /// Name of a group of victims as it stands inside a sentence.
    pub fn group_in_sentence(&self, group: Group) -> &'static str {
        self.messages().groups_in_sentence[group as usize]
    }

    /// Name of a country or territory; where there is none, the words for that.
    pub fn country(&self, country: Option<Country>) -> &'static str {
        country.map_or(self.messages().no_country, territory::name)
    }
}

/// The template with every `{name}` replaced by its value. A name without a value stays as it is, for the tests to find.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, tail)) = cut(rest, b'{') {
        filled.push_str(before);
        let Some((name, after)) = cut(tail, b'}') else {
            filled.push('{');
            rest = tail;
            continue;
        };
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => filled.push_str(value),
            None => {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The parts with something between them.
#[inline(never)]
pub fn join(parts: &[String], between: &str) -> String {
    let mut joined = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            joined.push_str(between);
        }
        joined.push_str(part);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_take_values_in_any_order() {
        assert_eq!(fill("{b} of {a}", &[("a", "ten"), ("b", "one")]), "one of ten");
        assert_eq!(fill("{a}{a}", &[("a", "{b}"), ("b", "x")]), "{b}{b}");
        assert_eq!(fill("{missing} and {", &[]), "{missing} and {");
    }

    #[test]
    fn tags_are_read_by_their_language() {
        assert_eq!(Locale::of("EN-gb").map(|locale| locale.tag()), Some("en"));
        assert!(Locale::of("xx").is_none());
        assert!(Locale::of("").is_none());
    }
}
