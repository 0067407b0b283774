//! Translations of the project's own dataset. The build applies them to the data and the page of each language, so no
//! WebAssembly module contains them.

use crate::data::Dataset;

/// Pairs of the dataset's English and its translation. Text without a translation stays in English.
pub struct Translations {
    /// Victims that have a description in place of a name.
    pub victims: &'static [[&'static str; 2]],
    /// Labels of estimates by others, and of events.
    pub marks: &'static [[&'static str; 2]],
    /// Names of groups and of those who attribute, as further words for a search.
    pub also: &'static [[&'static str; 2]],
    /// Claims.
    pub claims: &'static [TranslatedClaim],
}

/// A claim of the dataset in another language.
#[derive(Debug, PartialEq, Eq)]
pub struct TranslatedClaim {
    /// Its id in the dataset.
    pub id: &'static str,
    /// The claim.
    pub what: &'static str,
    /// Its author.
    pub said_by: &'static str,
    /// What the data shows in comparison; empty if the dataset has no comparison.
    pub compare: &'static str,
}

impl Translations {
    /// Translates the described victims and the labels of estimates and events in a dataset.
    pub fn apply(&self, dataset: &mut Dataset) {
        for incident in &mut dataset.incidents {
            let Some(names) = &mut incident.names else { continue };
            names.translated = translated(self.victims, &names.victim).unwrap_or_default().to_owned();
        }
        let events = dataset.marked_events.iter_mut().map(|event| &mut event.mark);
        for mark in dataset.estimates.iter_mut().filter_map(|estimate| estimate.mark.as_mut()).chain(events) {
            if let Some(words) = translated(self.marks, mark) {
                *mark = words.to_owned();
            }
        }
    }

    /// Names of groups and of those who attribute, each with its translation if that differs.
    pub fn also_called(&self) -> Vec<[&'static str; 2]> {
        self.also.iter().copied().filter(|[english, other]| english != other).collect()
    }

    /// The translation of the claim with this id, or `None` if there is none.
    pub fn claim(&self, id: &str) -> Option<&'static TranslatedClaim> {
        self.claims.iter().find(|claim| claim.id == id)
    }
}

/// The translation of `words`, or `None` if there is none.
fn translated(all: &[[&'static str; 2]], words: &str) -> Option<&'static str> {
    all.iter().find(|[english, _]| *english == words).map(|[_, other]| *other)
}

#[cfg(test)]
mod tests {
    use super::Translations;
    use crate::locale::{ALL, Locale};

    /// The languages that the dataset is not written in.
    fn others() -> impl Iterator<Item = &'static Translations> {
        ALL[1..].iter().map(Locale::translations)
    }

    #[test]
    fn what_is_also_called_otherwise_is_in_our_dataset() {
        let dataset = include_str!("../../www/data/dataset.json");
        for translations in others() {
            assert!(translations.also.len() > 10);
            for [english, other] in translations.also {
                assert!(dataset.contains(english), "{english}");
                for words in [english, other] {
                    assert!(!words.contains(['=', ';']), "the page puts these between them: {words}");
                }
            }
        }
        assert_eq!(Locale::Ko.translations().also_called()[0], ["Lazarus", "라자루스"]);
        assert!(Locale::It.translations().also_called().iter().all(|[english, other]| english != other));
        assert!(Locale::En.translations().also_called().is_empty());
    }

    #[test]
    fn nothing_our_dataset_says_in_pictures_stays_in_english() {
        let dataset = include_str!("../../www/data/dataset.json");
        let texts = |field: &str| -> Vec<&str> {
            let lines = dataset.lines().filter_map(|line| line.trim().strip_prefix(&format!("\"{field}\": \"")));
            lines.filter_map(|line| line.strip_suffix("\",")).collect()
        };
        let all_marks = texts("mark");
        let described: Vec<&str> = texts("victim")
            .into_iter()
            .filter(|victim| {
                ["Unnamed ", "User"].iter().any(|start| victim.starts_with(start)) || victim.ends_with(" users")
            })
            .collect();
        assert!(described.len() > 30, "{described:?}");
        for Translations { victims, marks, .. } in others() {
            let known = marks.iter().all(|[words, _]| all_marks.contains(words));
            assert!(all_marks.len() == marks.len() && known, "{all_marks:?}");
            for victim in &described {
                assert!(victims.iter().any(|[words, _]| words == victim), "{victim}");
            }
            for [victim, _] in *victims {
                assert!(dataset.contains(&format!("\"{victim}\"")), "{victim}");
            }
        }
    }
}
