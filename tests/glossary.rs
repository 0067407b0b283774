//! One term, one translation: `docs/glossary.md` against the strings of the interface and the texts of the dataset.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::told::told;
use heistogram::locale::{ALL, Locale};

/// Translations without a term: it is used in another sense (“an account taken over”), is a part of a name (“Cosmos
/// Bank”), or the language needs no word for it. A term, a language (`*` for all), and a field of the strings or a place
/// of the dataset.
const EXCEPT: &[(&str, &str, &str)] = &[
    ("MSMT", "ko", "scopes"),
    ("attack", "ja", "proceeds_unknown"),
    ("attributed", "ja", "share_stated"),
    ("bank", "it", "events/2018-09-06/line"),
    ("bank", "it", "incidents/india-crypto-2018-08/text"),
    ("bank", "ja", "incidents/bangladesh-bank-2016/text"),
    ("company", "it", "evidence"),
    ("company", "it", "rejected/2/why"),
    ("company", "ko", "rejected/11/why"),
    ("counted", "*", "incidents/venus-user-2025-09/text"),
    ("counted", "it", "un_2019_title"),
    ("country", "ko", "claims/blockchain-team/compare"),
    ("estimate", "ko", "running"),
    ("estimate", "ko", "running_band"),
    ("estimate", "ko", "running_range"),
    ("filter", "ko", "only_this"),
    ("incident", "ja", "crowd"),
    ("left out", "ja", "incidents/bitget-2026-09/text"),
    ("left out", "ko", "incidents/bitget-2026-09/text"),
    ("range", "ja", "proceeds_range"),
    ("recovered", "ja", "gross_title"),
    ("selection", "ja", "counters_nothing"),
    ("selection", "ja", "methods_nothing"),
    ("stolen", "ja", "method_labels"),
    ("taken", "*", "incidents/taylor-2018-05/text"),
    ("taken", "it", "methods_sentence_usd"),
    ("theft", "ja", "dollars"),
    ("theft", "ja", "events/2020-03-02/line"),
    ("theft", "ko", "dollars"),
    ("theft", "ko", "evidence_list"),
    ("victim", "ko", "targets_groups_attacks"),
];

/// A line of the glossary: the English term, and the forms of its translation by language.
struct Term {
    english: &'static str,
    forms: Vec<(Locale, Vec<&'static str>)>,
}

fn glossary() -> Vec<Term> {
    let lines = include_str!("../docs/glossary.md").lines().filter(|line| line.starts_with("| ")).skip(1);
    let term = |line: &'static str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let forms = |cell: &'static str| cell.split('`').skip(1).step_by(2).collect();
        Term {
            english: cells[0],
            forms: ALL[1..].iter().copied().zip(cells[1..].iter().map(|cell| forms(cell))).collect(),
        }
    };
    lines.map(term).collect()
}

/// The strings of each field, from the `Debug` output of a struct: a field begins with a line indented once.
fn fields(locale: Locale) -> BTreeMap<String, String> {
    let printed = format!("{:#?}\n{:#?}", locale.messages(), locale.page());
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    let mut field = String::new();
    for line in printed.lines() {
        let named = line.strip_prefix("    ").and_then(|line| line.split_once(": "));
        if let Some((name, _)) =
            named.filter(|(name, _)| name.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric()))
        {
            field = name.to_owned();
        }
        if let (Some(from), Some(to)) = (line.find('"'), line.rfind('"')) {
            let text = line[from..to].replace("\\u{a0}", " ");
            fields.entry(field.clone()).or_default().extend([&*text, " "]);
        }
    }
    fields
}

/// Whether a text has a term as a whole word, in the singular or the plural. Names in braces are no words.
fn has(text: &str, term: &str) -> bool {
    let words: String = text
        .split('{')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) })
        .collect();
    let words = words.to_lowercase();
    let term = term.to_lowercase();
    words.match_indices(&term).any(|(at, _)| {
        let (before, rest) = (&words[..at], &words[at + term.len()..]);
        let rest = ["es", "s"]
            .into_iter()
            .find_map(|plural| rest.strip_prefix(plural).filter(|rest| ends(rest)))
            .unwrap_or(rest);
        !before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '-') && ends(rest)
    })
}

/// Whether a word ends before this text. That of an address goes on.
fn ends(rest: &str) -> bool {
    let mut signs = rest.chars();
    match signs.next() {
        Some('.') => !signs.next().is_some_and(char::is_alphanumeric),
        sign => !sign.is_some_and(|sign| sign.is_alphanumeric() || sign == '-'),
    }
}

#[test]
fn a_term_has_one_translation() {
    let dataset = common::real();
    let english = fields(Locale::En);
    let mut texts = dataset.texts();
    let mut before = BTreeSet::new();
    texts.retain(|(_, text)| before.insert(*text));
    let mut unused: BTreeSet<_> = EXCEPT.iter().collect();
    let mut wrong = Vec::new();
    let terms = glossary();
    assert!(terms.len() > 45 && terms.iter().all(|term| term.forms.iter().all(|(_, forms)| !forms.is_empty())));
    for (at, locale) in ALL[1..].iter().enumerate() {
        let (other, told) = (fields(*locale), told(dataset.clone(), *locale));
        let strings = english.iter().map(|(name, text)| (name.as_str(), text.as_str(), other[name].clone()));
        let details = told.details.as_ref().unwrap();
        let said = texts.iter().map(|(place, text)| (place.as_str(), *text, details.said(text)));
        let said = said
            .filter(|(_, text, said)| !said.as_written && said.text != *text)
            .map(|(place, text, said)| (place, text, said.text));
        for (place, text, translation) in strings.chain(said) {
            for Term { english, forms } in &terms {
                let forms = &forms[at].1;
                let translation = translation.replace('\u{a0}', " ").to_lowercase();
                if !has(text, english) || forms.iter().any(|form| translation.contains(&form.to_lowercase())) {
                    continue;
                }
                let is_it = |(term, lang, at): &&(&str, &str, &str)| {
                    term == english && [locale.tag(), "*"].contains(lang) && *at == place
                };
                match EXCEPT.iter().find(is_it) {
                    Some(known) => drop(unused.remove(known)),
                    None => wrong
                        .push(format!("{}, {place}: {english} is none of {forms:?} in “{translation}”", locale.tag())),
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn words_are_found_as_wholes() {
    assert!(has("Two banks", "bank") && has("Thefts, losses", "loss") && has("UN panel", "UN panel"));
    assert!(!has("lazarus.day", "Lazarus") && has("Lazarus.", "Lazarus"));
    assert!(!has("banker", "bank") && !has("{bank}s of", "bank") && !has("side-bank", "bank"));
}
