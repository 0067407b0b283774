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

    /// Translates a dataset, and what its list of changes says. What is not plain text stays English.
    pub fn apply(&self, dataset: &mut Dataset, changes: &Changes) {
        let plain = self.texts.iter().filter(|entry| is_plain(&entry.text));
        let by_digest: BTreeMap<&str, &Entry> = plain.map(|entry| (&*entry.english, entry)).collect();
        let mut pairs = BTreeMap::new();
        let mut names = BTreeSet::new();
        for (_, english) in texts(dataset, changes) {
            let Some(entry) = by_digest.get(&*digest(english)) else { continue };
            pairs.insert(english.to_owned(), locale::bound(&entry.text));
            if entry.name {
                names.insert(english.to_owned());
            }
        }
        dataset.translate(Texts::new(pairs.into_iter().collect()), |victim| names.contains(victim));
    }

    /// What is wrong with the file: texts that lack a translation, and entries that are stale, out of place or not
    /// plain text.
    pub fn problems(&self, dataset: &Dataset, changes: &Changes) -> Vec<String> {
        let texts = texts(dataset, changes);
        let mut problems = Vec::new();
        let mut found = BTreeSet::new();
        for Entry { at: place, english, text, name } in &self.texts {
            // Two changes of one version may have one place.
            let here = || texts.iter().filter(|(at, _)| at == place).map(|(_, text)| *text);
            match (here().find(|now| digest(now) == *english), here().next()) {
                (None, None) => problems.push(format!("{place}: the dataset has no such text")),
                (None, Some(now)) => {
                    problems.push(format!("{place} is stale: the English is now “{now}”, its digest {}", digest(now)));
                }
                (Some(_), _) if !found.insert(english) => problems.push(format!("{place}: a second translation")),
                (Some(now), _) if *name && (!place.ends_with("/victim") || now == text) => {
                    problems.push(format!("{place} is no name in another script: {text}"));
                }
                (Some(_), _) => {}
            }
            if !is_plain(text) {
                problems.push(format!("{place} is not plain text: {text:?}"));
            }
        }
        let mut missing = BTreeSet::new();
        for (place, text) in &texts {
            if !may_stay(place, text) && !found.contains(&digest(text)) && missing.insert(text) {
                problems.push(format!("{place} is not translated, digest {}: {text}", digest(text)));
            }
        }
        problems
    }
}

/// Whether a text is a name without words of English: it stays as it is where a language has no form of its own.
fn may_stay(place: &str, text: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_lowercase());
    matches!(place.rsplit('/').next(), Some("victim" | "publisher")) && !text.split([' ', ',', '(', ')']).any(is_word)
}

/// Whether a text has one space between words, and letters, digits and punctuation alone: no markup, no templates, no
/// signs that are not seen, and no letter in parts.
fn is_plain(text: &str) -> bool {
    let is_part = |sign: char| matches!(sign, '\u{1100}'..='\u{11ff}' | '\u{3164}' | '\u{ffa0}');
    let is_letter = |sign: char| sign.is_alphanumeric() && !is_part(sign);
    let is_known = |sign: char| {
        is_letter(sign) || " .,:;!?'\"()[]/+-–—%$€~·‘’“”«»、。・：；！？（）「」『』〜～／％".contains(sign)
    };
    !text.is_empty() && text.chars().all(is_known) && text.split(' ').all(|word| !word.is_empty())
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
