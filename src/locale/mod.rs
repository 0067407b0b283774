//! Languages: the only place a chart takes a word or a figure's form from.
//!
//! A language is one folder: its [`Messages`] for charts, its `page`, its translations of the `dataset`, and the names
//! of countries in `territory.txt`. A missing string does not compile. Sentences are templates with `{names}` in braces,
//! so that each language orders its words as it likes. On wasm32 there is one language: that of the feature of its tag,
//! otherwise the first.

mod en;
mod format;
mod it;
mod ja;
mod ko;
mod messages;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod territory;
#[cfg(not(target_arch = "wasm32"))]
mod translations;

pub use messages::{Messages, Plural};
#[cfg(not(target_arch = "wasm32"))]
pub use translations::{TranslatedClaim, Translations};

use crate::data::{Evidence, Group, Incident, Method, cut};

/// Defines the languages from one list: the variant, the folder and the tag of each. The first is the one that a module
/// for browsers has where no feature names another.
macro_rules! languages {
    ($first:ident $folder:ident $tag:tt $doc:tt, $($name:ident $other:ident $feature:tt $other_doc:tt,)+) => {
        languages! {
            @when
            [any(not(target_arch = "wasm32"), not(any($(feature = $feature),+)))] $first $folder $tag $doc,
            $([any(not(target_arch = "wasm32"), feature = $feature)] $name $other $feature $other_doc,)+
        }
    };
    (@when $([$($when:tt)+] $name:ident $folder:ident $tag:tt $doc:tt,)+) => {
        /// A language with its words and forms.
        ///
        /// A name, not a table of words: a module for browsers is built once for each language and has that one alone, so
        /// the compiler knows where every word stands and leaves out of each module what that module never says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Locale {
            $(#[cfg($($when)+)] #[doc = $doc] $name,)+
        }

        /// Every language there is here, in the order menus show them.
        pub const ALL: &[Locale] = &[$(#[cfg($($when)+)] Locale::$name),+];

        /// The BCP 47 tag of every language there is anywhere, in the same order.
        pub const TAGS: [&str; [$($tag),+].len()] = [$($tag),+];

        impl Locale {
            /// BCP 47 tag, such as `en`.
            pub fn tag(&self) -> &'static str {
                match self {
                    $(#[cfg($($when)+)] Locale::$name => $tag,)+
                }
            }

            /// Every string of the interface and the charts.
            pub fn messages(&self) -> &'static Messages {
                match self {
                    $(#[cfg($($when)+)] Locale::$name => &$folder::MESSAGES,)+
                }
            }
        }

        /// What the build needs of a language, so that readers never download it twice.
        #[cfg(not(target_arch = "wasm32"))]
        impl Locale {
            /// Names of countries and territories, see [`territory`].
            fn territories(&self) -> &'static str {
                match self {
                    $(Locale::$name => include_str!(concat!($tag, "/territory.txt")),)+
                }
            }

            /// Every string of the page around the charts.
            pub fn page(&self) -> &'static page::PageMessages {
                match self {
                    $(Locale::$name => &$folder::page::PAGE,)+
                }
            }

            /// What the project's own dataset says.
            pub fn translations(&self) -> &'static Translations {
                match self {
                    $(Locale::$name => &$folder::dataset::TRANSLATIONS,)+
                }
            }
        }
    };
}

languages! {
    En en "en" "English.",
    Ko ko "ko" "Korean.",
    Ja ja "ja" "Japanese.",
    It it "it" "Italian.",
}

/// The tag of the language that a BCP 47 tag names by its first part, or `None` where there is none. Those there are have two
/// letters.
pub fn language(tag: &str) -> Option<&'static str> {
    let [first, second, rest @ ..] = tag.as_bytes() else { return None };
    let letters = [first | 0x20, second | 0x20];
    let is_whole = matches!(rest.first(), None | Some(b'-' | b'_'));
    TAGS.into_iter().find(|tag| is_whole && tag.as_bytes() == letters)
}

impl Locale {
    /// The language of a BCP 47 tag, by its first part, or `None` where it is not here.
    pub fn of(tag: &str) -> Option<Locale> {
        let tag = language(tag)?;
        ALL.iter().find(|locale| locale.tag() == tag).copied()
    }

    /// What an incident is called: by its name, or by its number where it has none.
    pub fn called(&self, incident: &Incident) -> String {
        match incident.name() {
            "" => fill(self.messages().numbered_incident, &[("n", &self.count(incident.number))]),
            name => name.into(),
        }
    }

    /// Name of a group of victims.
    pub fn group(&self, group: Group) -> &'static str {
        self.messages().groups[group as usize]
    }

    /// Name of someone who publishes estimates; the id itself where it is not one most readers know.
    pub fn estimator<'a>(&self, id: &'a str) -> &'a str {
        self.messages().estimators.iter().find(|(other, _)| *other == id).map_or(id, |(_, name)| name)
    }

    /// An amount with the word its report gives it. Words that are not known stay as they are.
    pub fn qualified(&self, qualifier: &str, amount: &str) -> String {
        let known = self.messages().qualifiers.iter().find(|(word, _)| *word == qualifier);
        let template = known.map_or(self.messages().qualified, |(_, template)| template);
        fill(template, &[("qualifier", qualifier), ("amount", amount)])
    }

    /// How a theft was done.
    pub fn method(&self, method: Method) -> &'static str {
        self.messages().methods[method as usize]
    }

    /// Name of a level of evidence.
    pub fn evidence(&self, evidence: Evidence) -> &'static str {
        self.messages().evidence[evidence as usize]
    }

    /// Name of a group of victims as it stands inside a sentence.
    pub fn group_in_sentence(&self, group: Group) -> &'static str {
        self.messages().groups_in_sentence[group as usize]
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
        assert_eq!(Locale::of("ko-KP"), Some(Locale::Ko));
        assert_eq!(Locale::of("it_CH"), Some(Locale::It));
        for tag in ["xx", "", "-ja", "jam", "english"] {
            assert!(Locale::of(tag).is_none(), "{tag}");
        }
        assert!(TAGS.into_iter().eq(ALL.iter().map(Locale::tag)));
    }
}
