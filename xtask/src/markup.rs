//! Validates all built markup: the Nu checker reads pages, frames, pictures and snippets, AMP's validator reads the code for
//! AMP pages. An XML parser also reads both kinds of code, as some editors do.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use resvg::usvg::roxmltree;
use serde_json::Value;

use crate::{
    build::files_in,
    project::Project,
    setup::{amp, vnu},
    step::run_quiet,
};

/// An expected message that is not an error in our markup: a part of it, and the reason. Remove those that no longer occur.
type Expected = (&'static str, &'static str);

/// About every copy of the page.
pub const IN_THE_PAGE: Expected = (
    "element with a “blocking” attribute must have a “rel” attribute",
    "the checker knows this attribute for style sheets only; the HTML standard has it for the link type `expect` too",
);

const IN_SINGLE_FILES: Expected = (
    "Inline script violates Content Security Policy (meta tag)",
    "single files hold their parts in a block of the type text/plain, which no browser runs",
);

/// Fails if the checker reports an error or a warning for a file of `dist/` outside of the frozen copy.
pub fn check(project: &Project) -> Result<()> {
    let wrapped = project.target.join("markup");
    if wrapped.exists() {
        fs::remove_dir_all(&wrapped)?;
    }
    fs::create_dir_all(&wrapped)?;
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut for_amp: Vec<PathBuf> = Vec::new();
    let mut wrong = Vec::new();
    for (name, path) in files_in(&project.dist())?.into_iter().filter(|(name, _)| !name.starts_with("v/")) {
        if name.starts_with("amp/") && name.ends_with(".html") {
            wrong.extend(ill_formed(&fs::read_to_string(&path)?).map(|error| format!("{name}: {error}")));
            for_amp.push(path);
        } else if let Some(file) = name.strip_prefix("snippet/").filter(|file| file.ends_with(".html")) {
            let snippet = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            wrong.extend(ill_formed(&snippet).map(|error| format!("{name}: {error}")));
            let article = wrapped.join(file);
            fs::write(&article, in_article(file, &snippet))?;
            paths.push(article);
        } else if name.ends_with(".html") || name.ends_with(".svg") {
            paths.push(path);
        }
    }
    ensure!(!paths.is_empty() && !for_amp.is_empty(), "there is no markup in dist");
    wrong.extend(read(&paths, &[IN_THE_PAGE, IN_SINGLE_FILES], &project.root)?);
    wrong.extend(read_as_amp(project, &for_amp)?);
    println!("{} files checked", paths.len() + for_amp.len());
    ensure!(wrong.is_empty(), "{} complaints about markup:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// What the checker complains about in some files, with paths from a folder.
pub fn read(paths: &[PathBuf], expected: &[Expected], root: &Path) -> Result<Vec<String>> {
    let mut checker = vnu::ensure()?;
    let report = run_quiet(
        checker.args(["--format", "json", "--stdout", "--exit-zero-always", "--also-check-svg"]).args(paths),
    )?;
    complaints(&report, expected, root)
}

/// What AMP's validator complains about in code for AMP pages.
fn read_as_amp(project: &Project, paths: &[PathBuf]) -> Result<Vec<String>> {
    let validator = amp::ensure()?;
    let mut node = Command::new("node");
    node.arg(project.root.join("xtask/validators/amp.mjs")).arg(validator.reader).arg(validator.code).args(paths);
    Ok(run_quiet(&mut node)?.lines().map(str::to_owned).collect())
}

/// A page with a pasted snippet; its language is the second last part of the file name.
fn in_article(file: &str, snippet: &str) -> String {
    let lang = file.rsplit('.').nth(1).unwrap_or("en");
    format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>Article</title></head>\
         <body><main><article lang=\"{lang}\"><h1>Article</h1>\n{snippet}</article></main></body></html>"
    )
}

/// Error of an XML parser for a snippet.
fn ill_formed(snippet: &str) -> Option<String> {
    let document = format!("<div xmlns=\"http://www.w3.org/1999/xhtml\">{snippet}</div>");
    roxmltree::Document::parse(&document).err().map(|error| format!("not well-formed XML: {error}"))
}

/// Unexpected errors and warnings in the checker's report, and expected ones that are missing.
fn complaints(report: &str, expected: &[Expected], root: &Path) -> Result<Vec<String>> {
    let report: Value = serde_json::from_str(report).context("the checker's report is not JSON")?;
    let messages = report["messages"].as_array().context("the checker's report has no messages")?;
    let mut came = vec![false; expected.len()];
    let mut complaints = Vec::new();
    for message in messages.iter().filter(|message| message["type"] != "info" || message["subType"] == "warning") {
        let text = message["message"].as_str().unwrap_or_default();
        match expected.iter().position(|(part, _)| text.contains(part)) {
            Some(at) => came[at] = true,
            None => {
                let file = message["url"].as_str().unwrap_or_default().trim_start_matches("file:");
                let file = file.strip_prefix(&*root.to_string_lossy()).unwrap_or(file).trim_start_matches('/');
                let extract: String = message["extract"].as_str().unwrap_or_default().chars().take(120).collect();
                complaints.push(format!("{file}:{}: {text} {extract:?}", message["lastLine"]));
            }
        }
    }
    let gone = expected.iter().zip(came).filter(|(_, came)| !came);
    complaints
        .extend(gone.map(|((part, why), _)| format!("no longer reported, so it need not be expected: {part} ({why})")));
    Ok(complaints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_and_warnings_count_and_what_is_expected_must_come() {
        let report = r#"{"messages":[
            {"type":"error","url":"file:/a/dist/index.html","lastLine":3,"message":"Bad value","extract":"<img>"},
            {"type":"info","subType":"warning","url":"file:/a/dist/b.html","lastLine":4,"message":"A short row"},
            {"type":"info","subType":"warning","url":"file:/a/dist/c.html","lastLine":4,"message":"Known: a row"},
            {"type":"info","url":"file:/a/dist/c.html","lastLine":5,"message":"Trailing slash"}]}"#;
        assert_eq!(
            complaints(report, &[("Known", "of its own"), ("Gone", "since mended")], Path::new("/a")).unwrap(),
            [
                "dist/index.html:3: Bad value \"<img>\"",
                "dist/b.html:4: A short row \"\"",
                "no longer reported, so it need not be expected: Gone (since mended)",
            ]
        );
        assert!(complaints("Exception in thread", &[], Path::new("/a")).is_err());
    }

    #[test]
    fn a_snippet_is_xml() {
        assert_eq!(ill_formed("<!-- a --><figure><img src=\"a\" inert=\"\"/>&#233;&amp;</figure>"), None);
        for wrong in ["<br>", "<iframe inert></iframe>", "&nbsp;", "<p>", "<p a=\"1\" a=\"2\"/>", "<!-- a -- b -->"] {
            assert!(ill_formed(wrong).is_some(), "{wrong}");
        }
    }

    #[test]
    fn a_snippet_stands_in_an_article_of_its_language() {
        assert!(in_article("running-total.ko.html", "<p></p>").contains("<article lang=\"ko\"><h1>"));
    }
}
