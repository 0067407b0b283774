//! Generated modules with the addresses of what browsers load for each language, hashed names included.

use std::fmt::Write;

use anyhow::Result;

use heistogram::{
    locale::{self, Locale, Plural, territory},
    state,
    walk::Step,
};
use serde_json::json;

use super::wasm::Module;

/// Path of the module among the sources.
pub const NAME: &str = "generated/languages.js";

/// Path of the module that names the validator of own data.
pub const VALIDATOR: &str = "generated/validator.js";

/// Path of the details of the project's data, texts and sources, for cards.
pub const DETAILS: &str = "data/details.json";

/// Path of the core data in a language.
pub fn core(locale: Locale) -> String {
    format!("data/core.{}.json", locale.tag())
}

/// Path of the translations of the details into a language; `None` for the language of the dataset.
pub fn texts(locale: Locale) -> Option<String> {
    (locale != locale::ALL[0]).then(|| format!("data/texts.{}.json", locale.tag()))
}

/// Path of the words that only own data needs in a language.
pub fn own(locale: Locale) -> String {
    format!("data/own.{}.json", locale.tag())
}

/// Content of that file: names of all `countries`, and texts for a number of `errors`, for `more` errors than are
/// listed, for loading many incidents, and for an element without data.
pub fn own_words(locale: Locale) -> String {
    let forms = |plural: &Plural| json!({ "one": plural.one, "other": plural.other });
    let messages = locale.messages();
    let (errors, more) = (forms(messages.dataset_errors), forms(messages.more_errors));
    let page = locale.page();
    json!({
        "countries": territory::names(locale),
        "errors": errors,
        "more": more,
        "reading": messages.reading,
        "attribute": page.attribute_data,
        "address": page.no_address,
        "waiting": page.waiting,
    })
    .to_string()
}

/// The module for some languages. `languages` is keyed by tag in order; each has the addresses of its `code` (one per
/// part) and of `core`, and loaders of `texts`, which English lacks, and of `own`, which a single file lacks. `details` is an address, and the lists that Rust
/// reads by follow. `file` returns the path of a source. Bundlers recognise an address only if it is a literal in the call,
/// and replace it by the name of their copy.
pub fn module(locales: &[Locale], parts: usize, file: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut text = String::from("export const languages = {\n");
    let at = |source: &str| anyhow::Ok(address(&file(source)?));
    for locale in locales {
        let module = Module::of(*locale);
        let _ = writeln!(text, "{}: {{ code: () => import(\"./{}.js\"),", locale.tag(), module.name);
        for part in &module.parts[..parts] {
            let _ = writeln!(text, "{}: {},", part.name, at(&module.file(part))?);
        }
        if let Some(texts) = texts(*locale) {
            let _ = writeln!(text, "texts: () => {},", at(&texts)?);
        }
        let _ = writeln!(text, "core: {}, own: () => {} }},", at(&core(*locale))?, at(&own(*locale))?);
    }
    Ok(format!("{text}}};\nexport const details = () => {};\n{}", at(DETAILS)?, lists()))
}

/// The module that names the validator: its bindings and its code.
pub fn validator(file: impl Fn(&str) -> Result<String>) -> Result<String> {
    let module = Module::validator();
    let code = module.parts.iter().map(|part| Ok(address(&file(&module.file(part))?))).collect::<Result<String>>()?;
    Ok(format!("export const bindings = () => import(\"./{}.js\");\nexport const code = () => {code};\n", module.name))
}

/// Lists taken from Rust: `FILTERS` are the keys of the state that filter, `CHECKED` all keys that are validated,
/// `THEMES` the themes, `STEPS` the keys of the keyboard that move the selection.
fn lists() -> String {
    let key = |step: &Step| match step {
        Step::Left => "ArrowLeft",
        Step::Right => "ArrowRight",
        Step::Up => "ArrowUp",
        Step::Down => "ArrowDown",
        Step::Home => "Home",
        Step::End => "End",
        Step::PageUp => "PageUp",
        Step::PageDown => "PageDown",
    };
    let lists = [
        ("FILTERS", json!(state::KEYS.iter().take_while(|key| **key != "measure").collect::<Vec<_>>())),
        ("CHECKED", json!(state::KEYS)),
        ("THEMES", json!(state::THEMES)),
        ("STEPS", json!(Step::ALL.iter().map(key).collect::<Vec<_>>())),
    ];
    lists.iter().map(|(name, list)| format!("export const {name} = {list};\n")).collect()
}

fn address(path: &str) -> String {
    format!("new URL(\"./{path}\", import.meta.url)")
}

#[cfg(test)]
mod tests {
    use heistogram::locale::ALL;

    use super::*;
    use crate::build::{esbuild::Esbuild, wasm::PARTS};

    /// Relative paths, each with the text before and after it.
    fn paths(text: &str) -> Vec<(&str, &str, &str)> {
        let path = |(at, _): (usize, &str)| {
            let end = at + 1 + text[at + 1..].find('"').unwrap();
            (&text[..at], &text[at + 1..end], &text[end + 1..])
        };
        text.match_indices("\"./").map(path).collect()
    }

    #[test]
    fn every_file_of_a_language_is_named_in_full() {
        let text = module(&ALL[1..], PARTS.len(), |source| Ok(source.replace('.', ".HASH."))).unwrap();
        let named: Vec<&str> = paths(&text).into_iter().map(|(_, path, _)| path).collect();
        assert_eq!(named.len(), (4 + PARTS.len()) * (ALL.len() - 1) + 1, "{text}");
        for path in ["./heistogram_ja.js", "./heistogram_it_words.HASH.wasm", "./data/core.HASH.ko.HASH.json"] {
            assert!(named.contains(&path), "{path}");
        }
        assert!(!text.contains("_en"), "{text}");
    }

    /// Bundlers follow only an address that is a literal in the call that uses it.
    #[test]
    fn every_address_is_one_that_bundlers_see() {
        let same = |source: &str| Ok(source.to_owned());
        for text in [module(ALL, PARTS.len(), same).unwrap(), validator(same).unwrap()] {
            let short = Esbuild::for_tests().minify(&text, "js").unwrap();
            assert!(!paths(&short).is_empty());
            for (before, path, after) in paths(&short) {
                let seen = before.ends_with("import(")
                    || before.ends_with("new URL(") && after.starts_with(",import.meta.url)");
                assert!(seen, "{path} in {short}");
            }
        }
    }
}
