//! `www/data/text.LANG.json`: what the dataset and the list of its changes say, in another language.
//!
//! An entry has the digest of the English that it translates. When the English changes, the entry no longer applies:
//! readers get the English, marked as such, and a test names the entry.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use heistogram::{
    data::{Dataset, Texts},
    locale::{self, Locale},
};
use serde::{Deserialize, Serialize};

use super::changes::Changes;
use crate::npm::hash;

/// Content of a file.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// In the order of the dataset.
    texts: Vec<Entry>,
}

/// A text in another language.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The place where the English stands first: `incidents/ID/text`.
    at: String,
    /// The [`digest`] of the English.
    english: String,
    /// The translation; the English itself if that stays as it is.
    text: String,
    /// Whether this is the name of a victim in another script, which stands beside the Latin one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    name: bool,
}

/// Words of a victim that is described and not named.
const DESCRIPTIONS: [&str; 5] = ["Unnamed", "User", "Users", "users", "Victims"];

/// Path of the file of a language, below `www/`; `None` for the language of the dataset.
pub fn file(locale: Locale) -> Option<String> {
    (locale != locale::ALL[0]).then(|| format!("data/text.{}.json", locale.tag()))
}

/// The first half of the SHA-256 of a text, in hexadecimal digits.
pub fn digest(text: &str) -> String {
    hash(text.as_bytes())[..32].to_owned()
}

impl Translation {
    /// Reads the file of a language; the language of the dataset has none.
    pub fn read(www: &Path, locale: Locale) -> Result<Self> {
        let Some(file) = file(locale) else { return Ok(Self::default()) };
        let text = fs::read_to_string(www.join(&file)).with_context(|| format!("cannot read {file}"))?;
        serde_json::from_str(&text).with_context(|| format!("{file} is no list of translations"))
    }

    /// Translates a dataset, and what its list of changes says.
    pub fn apply(&self, dataset: &mut Dataset, changes: &Changes) {
        let by_digest: BTreeMap<&str, &Entry> = self.texts.iter().map(|entry| (&*entry.english, entry)).collect();
        let mut pairs = BTreeMap::new();
        let mut names = BTreeSet::new();
        for (_, english) in texts(dataset, changes) {
            let Some(entry) = by_digest.get(&*digest(english)) else { continue };
            pairs.insert(english.to_owned(), entry.text.clone());
            if entry.name {
                names.insert(english.to_owned());
            }
        }
        dataset.translate(Texts::new(pairs.into_iter().collect()), |victim| names.contains(victim));
    }

    /// What is wrong with the file: texts that lack a translation, and entries that are stale or not plain text.
    pub fn problems(&self, dataset: &Dataset, changes: &Changes) -> Vec<String> {
        let texts = texts(dataset, changes);
        let known: BTreeMap<String, &str> = texts.iter().map(|(_, text)| (digest(text), *text)).collect();
        let at: BTreeMap<&str, &str> = texts.iter().rev().map(|(at, text)| (&**at, *text)).collect();
        let mut problems = Vec::new();
        let mut found = BTreeSet::new();
        for Entry { at: place, english, text, .. } in &self.texts {
            match (known.contains_key(english), at.get(&**place)) {
                (true, _) if !found.insert(english) => problems.push(format!("{place}: a second translation")),
                (true, _) => {}
                (false, Some(now)) => {
                    problems.push(format!("{place} is stale: the English is now “{now}”, its digest {}", digest(now)));
                }
                (false, None) => problems.push(format!("{place}: the dataset no longer has this text")),
            }
            let odd = |sign: char| sign.is_control() || "<>\u{200e}\u{200f}".contains(sign) || is_direction(sign);
            if text.trim().is_empty() || text.trim() != text || text.contains(odd) {
                problems.push(format!("{place} is not plain text: {text:?}"));
            }
        }
        let mut missing = BTreeSet::new();
        for (place, text) in &texts {
            let may_stay = place.ends_with("/victim") && !text.split(' ').any(|word| DESCRIPTIONS.contains(&word));
            if !may_stay && !found.contains(&digest(text)) && missing.insert(text) {
                problems.push(format!("{place} is not translated, digest {}: {text}", digest(text)));
            }
        }
        problems
    }
}

/// Whether a character changes the direction of writing.
fn is_direction(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Every text with its place, those of the dataset first.
fn texts<'a>(dataset: &'a Dataset, changes: &'a Changes) -> Vec<(String, &'a str)> {
    let mut texts = dataset.texts();
    for version in &changes.versions {
        for change in &version.changes {
            texts.push((format!("changes/{}/{}", version.as_of, change.what), &change.why));
        }
    }
    texts
}

#[cfg(test)]
mod tests;
