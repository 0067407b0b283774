//! References from one built file to another: quoted relative paths such as `"./chart.js"`.
//!
//! A convention instead of a parser: in scripts and style sheets every quoted string that starts with `./` or `../` and
//! ends in an extension is the name of a built file, seen from the file it stands in. The build puts the hashed name
//! there; a name it does not know is an error.

use std::ops::Range;

/// A reference in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where the path stands in the text, without its quotes.
    pub range: Range<usize>,
    /// The path as written.
    pub path: String,
    /// What it makes the browser do.
    pub kind: Kind,
}

/// How a reference loads the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `import … from "./x.js"`: together with the file it stands in.
    Import,
    /// Anything else, such as `import("./x.js")` or `new URL("./x.json", import.meta.url)`: when code asks for it.
    OnDemand,
}

/// The references in a text, in order.
pub fn find(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(['"', '\'', '`']).map(|at| from + at) {
        let quote = text.as_bytes()[at];
        let start = at + 1;
        let end = text[start..].bytes().position(|byte| !is_path_byte(byte)).map_or(text.len(), |end| start + end);
        let path = &text[start..end];
        if text.as_bytes().get(end) == Some(&quote) && is_reference(path) {
            let kind = if follows_import(&text[..at]) { Kind::Import } else { Kind::OnDemand };
            found.push(Reference { range: start..end, path: path.to_owned(), kind });
            from = end + 1;
        } else {
            from = start;
        }
    }
    found
}

/// The text with every reference replaced by what `rename` makes of its path.
pub fn rewrite<E>(text: &str, mut rename: impl FnMut(&str) -> Result<String, E>) -> Result<String, E> {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for reference in find(text) {
        out.push_str(&text[from..reference.range.start]);
        out.push_str(&rename(&reference.path)?);
        from = reference.range.end;
    }
    out.push_str(&text[from..]);
    Ok(out)
}

/// The file a path means when it stands in `file`; `None` when it leads out of the root.
pub fn resolve(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn is_path_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"._-/".contains(&byte)
}

fn is_reference(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    (path.starts_with("./") || path.starts_with("../"))
        && name.rsplit_once('.').is_some_and(|(stem, extension)| !stem.is_empty() && !extension.is_empty())
}

/// Whether what stands before a string makes it the source of an import or export statement.
fn follows_import(before: &str) -> bool {
    let before = before.trim_end();
    ["from", "import"].iter().any(|word| {
        before.strip_suffix(word).is_some_and(|rest| {
            // `}from"./x.js"` is one; `wherefrom"…"` and `a.from"…"` are not.
            !rest.ends_with(|letter: char| letter.is_alphanumeric() || "_$.".contains(letter))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<(String, Kind)> {
        find(text).into_iter().map(|reference| (reference.path, reference.kind)).collect()
    }

    #[test]
    fn quoted_relative_paths_are_references() {
        let text = r#"import{a}from"./a.js";import './b.js'; export * from "../c/d.js";
            const more = import("./e.js"), url = new URL(`./data/core.json`, import.meta.url);"#;
        let expected = [
            ("./a.js", Kind::Import),
            ("./b.js", Kind::Import),
            ("../c/d.js", Kind::Import),
            ("./e.js", Kind::OnDemand),
            ("./data/core.json", Kind::OnDemand),
        ];
        assert_eq!(paths(text), expected.map(|(path, kind)| (path.to_owned(), kind)));
    }

    #[test]
    fn other_strings_are_left_alone() {
        for text in [
            r#""a.js""#,
            r#""./""#,
            r#""./folder""#,
            r#""./.js""#,
            r#"" ./a.js""#,
            r#""./a.js'"#,
            r#""./a.js?x""#,
            r#""it's" + "./no"#,
            "`./${name}.js`",
            "\"./a.js",
        ] {
            assert_eq!(paths(text), [], "{text}");
        }
    }

    #[test]
    fn an_apostrophe_before_does_not_hide_a_reference() {
        assert_eq!(paths("// it's\nimport \"./a.js\""), [("./a.js".to_owned(), Kind::Import)]);
        assert_eq!(paths("Array.from(\"./a.js\")"), [("./a.js".to_owned(), Kind::OnDemand)]);
    }

    #[test]
    fn rewriting_keeps_everything_else() {
        let renamed = rewrite("é import './a.js' ; x('./b.css') ü", |path| Ok::<_, ()>(path.replace('.', "!")));
        assert_eq!(renamed.unwrap(), "é import '!/a!js' ; x('!/b!css') ü");
        assert_eq!(rewrite("'./a.js'", |_| Err("unknown")), Err("unknown"));
    }

    #[test]
    fn paths_resolve_from_the_file_they_stand_in() {
        assert_eq!(resolve("a.js", "./b.js").as_deref(), Some("b.js"));
        assert_eq!(resolve("x/a.js", "./b.js").as_deref(), Some("x/b.js"));
        assert_eq!(resolve("x/y/a.js", "../../b/c.js").as_deref(), Some("b/c.js"));
        assert_eq!(resolve("a.js", "../b.js"), None);
    }
}
