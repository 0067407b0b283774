//! What a browser loads for each language, as a module: scripts name files in text that the build reads, so none can put a
//! language into a name.

use std::fmt::Write;

use heistogram::locale::{Locale, Plural, territory};
use serde_json::json;

use super::wasm::Module;

/// Name of the module among the sources.
pub const NAME: &str = "languages.js";

/// Path of the data that drawing needs, in a language.
pub fn core(locale: Locale) -> String {
    format!("data/core.{}.json", locale.tag())
}

/// Path of what only somebody's own data needs in a language.
pub fn own(locale: Locale) -> String {
    format!("data/own.{}.json", locale.tag())
}

/// Its content: names of all `countries`, and the words for a number of `errors`, for `more` than are listed, while
/// many incidents are read, and where an element names no data.
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

/// The module for some languages: `languages` by their tags, in their order, each with its `code`, the addresses of as many of
/// its parts, that of `core`, and a way to that of `own`, which a single file lacks. Each address is written out: bundlers
/// look for just that, and put the name of their copy there.
pub fn module(locales: &[Locale], parts: usize) -> String {
    let mut text = String::from("export const languages = {\n");
    let at = |path: &str| format!("new URL(\"./{path}\", import.meta.url)");
    for locale in locales {
        let module = Module::of(*locale);
        let _ = writeln!(text, "{}: {{ code: () => import(\"./{}.js\"),", locale.tag(), module.name);
        for part in &module.parts[..parts] {
            let _ = writeln!(text, "{}: {},", part.name, at(&module.file(part)));
        }
        let _ = writeln!(text, "core: {}, own: () => {} }},", at(&core(*locale)), at(&own(*locale)));
    }
    text + "};\n"
}

#[cfg(test)]
mod tests {
    use heistogram::locale::ALL;

    use super::*;
    use crate::build::{minify, references, wasm::PARTS};

    #[test]
    fn every_file_of_a_language_is_named_in_full() {
        let text = module(&ALL[1..], PARTS.len());
        let named: Vec<String> = references::find(&text).into_iter().map(|reference| reference.path).collect();
        assert_eq!(named.len(), (3 + PARTS.len()) * (ALL.len() - 1), "{text}");
        for path in ["./heistogram_ja.js", "./heistogram_it_words.wasm", "./data/core.ko.json"] {
            assert!(named.iter().any(|name| name == path), "{path}");
        }
        assert!(!text.contains("_en"), "{text}");
    }

    /// Bundlers follow an address that stands in full in the call that makes it, and no other.
    #[test]
    fn every_address_is_one_that_bundlers_see() {
        let short = minify::script(&module(ALL, PARTS.len())).unwrap();
        for reference in references::find(&short) {
            let (before, after) = (&short[..reference.range.start - 1], &short[reference.range.end + 1..]);
            let seen =
                before.ends_with("import(") || before.ends_with("new URL(") && after.starts_with(",import.meta.url)");
            assert!(seen, "{} in {short}", reference.path);
        }
    }
}
