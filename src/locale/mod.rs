//! Languages: the only source of words and of the formats of figures.
//!
//! Each language has a folder: its [`Messages`] for charts, its `page`, and the names of countries in `territory.txt`. A missing string does not compile. Sentences are templates with placeholders
//! in braces, so that each language has its own word order. On wasm32 there is one language: the one whose tag is
//! enabled as a feature, otherwise the first.

#[cfg(not(target_arch = "wasm32"))]
mod bound;
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
pub use bound::bound;
pub use messages::{Messages, Plural};

use crate::data::{Dataset, Estimate, EstimateKind, Evidence, Group, Incident, Method, Share, cut};
use crate::text::{brief, isolated};

/// Defines the languages from one list: variant, folder, tag and doc comment of each. On wasm32, the first is the
/// default if no feature enables another.
macro_rules! languages {
    ($first:ident $folder:ident $tag:tt $doc:tt, $($name:ident $other:ident $feature:tt $other_doc:tt,)+) => {
        languages! {
            @when
            [any(not(target_arch = "wasm32"), not(any($(feature = $feature),+)))] $first $folder $tag $doc,
            $([any(not(target_arch = "wasm32"), feature = $feature)] $name $other $feature $other_doc,)+
        }
    };
    (@when $([$($when:tt)+] $name:ident $folder:ident $tag:tt $doc:tt,)+) => {
        /// A language.
        ///
        /// It is a name and not a table of strings. On wasm32, where there is one language, the compiler therefore
        /// knows each string and removes those that a module does not use.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Locale {
            $(#[cfg($($when)+)] #[doc = $doc] $name,)+
        }

        /// The languages of this build, in the order of menus.
        pub const ALL: &[Locale] = &[$(#[cfg($($when)+)] Locale::$name),+];

        /// The BCP 47 tags of all languages, in the same order.
        pub const TAGS: [&str; [$($tag),+].len()] = [$($tag),+];

        impl Locale {
            /// BCP 47 tag, such as `en`.
            pub fn tag(&self) -> &'static str {
                match self {
                    $(#[cfg($($when)+)] Locale::$name => $tag,)+
                }
            }

            /// The strings of charts and interface.
            pub fn messages(&self) -> &'static Messages {
                match self {
                    $(#[cfg($($when)+)] Locale::$name => &$folder::MESSAGES,)+
                }
            }
        }

        /// Strings that only the build needs, and readers do not download.
        #[cfg(not(target_arch = "wasm32"))]
        impl Locale {
            /// Names of countries and territories, see [`territory`].
            fn territories(&self) -> &'static str {
                match self {
                    $(Locale::$name => include_str!(concat!($tag, "/territory.txt")),)+
                }
            }

            /// The strings of the page around the charts.
            pub fn page(&self) -> &'static page::PageMessages {
                match self {
                    $(Locale::$name => &$folder::page::PAGE,)+
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

/// The tag in [`TAGS`] of the language that a BCP 47 tag begins with, or `None` if it is not among them.
///
/// ```
/// # use heistogram::locale::language;
/// assert_eq!(language("KO-KR"), Some("ko"));
/// assert_eq!(language("kok"), None, "Konkani is not Korean");
/// assert_eq!(language(""), None);
/// ```
pub fn language(tag: &str) -> Option<&'static str> {
    let [first, second, rest @ ..] = tag.as_bytes() else { return None };
    let letters = [first | 0x20, second | 0x20];
    let is_whole = matches!(rest.first(), None | Some(b'-' | b'_'));
    TAGS.into_iter().find(|tag| is_whole && tag.as_bytes() == letters)
}

impl Locale {
    /// The language that a BCP 47 tag begins with, or `None` if this build does not have it.
    pub fn of(tag: &str) -> Option<Locale> {
        let tag = language(tag)?;
        ALL.iter().find(|locale| locale.tag() == tag).copied()
    }

    /// The name of an incident. An incident without one is called by its number.
    pub fn called(&self, incident: &Incident) -> String {
        match incident.name() {
            "" => fill(self.messages().numbered_incident, &[("n", &self.count(incident.number))]),
            name => name.into(),
        }
    }

    /// The name of an incident inside a sentence: brief, and isolated from the text around it.
    pub fn called_in_sentence(&self, incident: &Incident) -> String {
        isolated(brief(&self.called(incident)))
    }

    /// The name of an incident, with the name as the dataset writes it if that is in another script.
    pub fn called_in_full(&self, incident: &Incident) -> String {
        let name = self.called(incident);
        let Some(written) = incident.name_as_written() else { return name };
        // No brackets inside brackets. Words that explain the name begin with a small letter, and are translated.
        let flat = cut(written, b'(').map(|(head, more)| match more.as_bytes() {
            [b'a'..=b'z', ..] => head.trim_end_matches(' ').into(),
            _ => [head, "/ ", more.trim_end_matches(')')].concat(),
        });
        fill(self.messages().transcribed, &[("name", &name), ("written", flat.as_deref().unwrap_or(written))])
    }

    /// Name of a group of victims.
    pub fn group(&self, group: Group) -> &'static str {
        self.messages().groups[group as usize]
    }

    /// Name of a group of victims, in the words of the dataset if it has some.
    pub fn group_of<'a>(&self, dataset: &'a Dataset, group: Group) -> &'a str {
        dataset.labels.group(group, self.group(group))
    }

    /// Name of a level of evidence, in the words of the dataset if it has some, else one of `words`.
    pub fn level_of<'a>(&self, dataset: &'a Dataset, level: Evidence, words: &[&'static str; 4]) -> &'a str {
        dataset.labels.evidence(level, words[level as usize])
    }

    /// Name of an estimator; the id itself if there is no other name for it.
    pub fn estimator<'a>(&self, id: &'a str) -> &'a str {
        self.messages().estimators.iter().find(|(other, _)| *other == id).map_or(id, |(_, name)| name)
    }

    /// The name of an estimate's estimator without what explains it in brackets, and the part of the year if it covers
    /// only that.
    pub fn named_briefly(&self, estimate: &Estimate) -> String {
        let name = self.estimator(estimate.estimator.id());
        self.with_part(brief(name).into(), estimate)
    }

    /// The name of an estimate's estimator, its `amount` if given, and the part of the year if it covers only that.
    pub fn named(&self, estimate: &Estimate, amount: Option<&str>) -> String {
        let messages = self.messages();
        let name = self.estimator(estimate.estimator.id());
        let words = match amount {
            Some(amount) => fill(messages.published_named, &[("name", name), ("amount", amount)]),
            None => name.into(),
        };
        self.with_part(words, estimate)
    }

    /// These words with the part of the year, if the estimate covers only that.
    fn with_part(&self, words: String, estimate: &Estimate) -> String {
        match self.part_covered(estimate) {
            Some(part) => fill(self.messages().published_part, &[("words", &words), ("part", &part)]),
            None => words,
        }
    }

    /// The part of the year that an estimate covers, such as `to Sep`; `None` if it covers the whole of it, or several.
    pub fn part_covered(&self, estimate: &Estimate) -> Option<String> {
        let is_part = estimate.kind == EstimateKind::PartialYear;
        is_part.then(|| self.part_of_year((estimate.period.from.start(), estimate.period.to.end())))
    }

    /// The estimator and the period of an estimate in short form.
    pub fn count_of_period(&self, estimate: &Estimate) -> String {
        let period = match estimate.year() {
            Some(year) => self.with_part(self.year(year), estimate),
            None => self.span(estimate.period, Locale::short_date),
        };
        let name = self.estimator(estimate.estimator.id());
        fill(self.messages().published_title, &[("name", name), ("period", &period)])
    }

    /// A share as published, in per cent with at most two decimals.
    pub fn share(&self, share: &Share) -> String {
        let digits = (0..2).find(|digits| (share.pct * [1.0, 10.0][*digits]).fract() == 0.0).unwrap_or(2);
        let share_words = fill(self.messages().percent, &[("n", &self.decimal(share.pct, digits))]);
        match &share.qualifier {
            Some(qualifier) => self.qualified(qualifier, &share_words),
            None => share_words,
        }
    }

    /// What an estimator counts, if that is known.
    pub fn scope(&self, id: &str) -> Option<&'static str> {
        self.messages().scopes.iter().find(|(other, _)| *other == id).map(|(_, scope)| *scope)
    }

    /// An amount with the qualifier of its report, such as "at least". Unknown qualifiers stay untranslated.
    pub fn qualified(&self, qualifier: &str, amount: &str) -> String {
        let known = self.messages().qualifiers.iter().find(|(word, _)| *word == qualifier);
        let template = known.map_or(self.messages().qualified, |(_, template)| template);
        fill(template, &[("qualifier", qualifier), ("amount", amount)])
    }

    /// Name of a method of theft in a chart; `None` if the method is not known.
    pub fn method_label(&self, method: Option<Method>) -> &'static str {
        let messages = self.messages();
        method.map_or(messages.method_not_known, |method| messages.method_labels[method as usize])
    }

    /// Name of a method of theft inside a sentence.
    pub fn method(&self, method: Method) -> &'static str {
        self.messages().methods[method as usize]
    }

    /// Name of a level of evidence.
    pub fn evidence(&self, evidence: Evidence) -> &'static str {
        self.messages().evidence[evidence as usize]
    }

    /// Name of a group of victims inside a sentence.
    pub fn group_in_sentence(&self, group: Group) -> &'static str {
        self.messages().groups_in_sentence[group as usize]
    }
}

/// The template with every placeholder `{name}` replaced by its value. A placeholder without a value stays, so that
/// tests find it.
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
