//! Links in the documents: every link to another document or to a source has a target.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// The Markdown files of the root folder and of docs/.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = [root.to_owned(), root.join("docs")].into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let paths = files.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect()
}

/// The text without blocks of code.
fn prose(text: &str) -> String {
    text.split("```").step_by(2).collect()
}

/// The targets of the links in a text.
fn links(text: &str) -> Vec<String> {
    prose(text).split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())).collect()
}

/// The anchors of the headings of a text.
fn anchors(text: &str) -> Vec<String> {
    let headings = text
        .lines()
        .filter_map(|line| line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')));
    let kept = |letter: &char| letter.is_alphanumeric() || " -_".contains(*letter);
    headings.map(|heading| heading.to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")).collect()
}

#[test]
fn links_lead_somewhere() {
    let mut seen = 0;
    for document in documents() {
        let text = fs::read_to_string(&document).unwrap();
        for link in links(&text).iter().filter(|link| !link.starts_with("http")) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { document.clone() } else { document.parent().unwrap().join(path) };
            assert!(target.exists(), "{}: {link}", document.display());
            let is_there = anchor.is_empty()
                || anchors(&prose(&fs::read_to_string(&target).unwrap())).contains(&anchor.to_owned());
            assert!(is_there, "{}: {link} names no heading", document.display());
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen} links");
}

/// `xtask/src/metadata.rs` validates the file.
#[test]
fn the_citation_is_of_this_version_and_this_data() {
    let read = |name: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let (citation, version) = (read("CITATION.cff"), env!("CARGO_PKG_VERSION"));
    let (software, data) = citation.split_once("preferred-citation:").unwrap();
    let log = read("CHANGELOG.md");
    let released = log.lines().find_map(|line| line.strip_prefix(&format!("## [{version}] – "))).unwrap();
    let dataset: serde_json::Value = serde_json::from_str(&read("www/data/dataset.json")).unwrap();
    let [title, as_of] = ["title", "as_of"].map(|name| dataset[name].as_str().unwrap());
    for (part, lines) in [
        (software, vec![format!("version: {version}"), format!("date-released: \"{released}\"")]),
        (
            data,
            vec![
                format!("title: {title}"),
                format!("version: \"{as_of}\""),
                format!("date-released: \"{as_of}\""),
                format!("year: {}", &as_of[..4]),
            ],
        ),
    ] {
        for line in lines {
            assert!(part.lines().any(|other| other.trim() == line), "CITATION.cff lacks {line}");
        }
    }
}

#[test]
fn the_examples_depend_on_this_version() {
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).unwrap();
    let packages: Vec<PathBuf> = folders.map(|folder| folder.unwrap().path().join("package.json")).collect();
    assert!(packages.len() > 4, "{packages:?}");
    let line = format!("\"heistogram\": \"^{}\"", env!("CARGO_PKG_VERSION"));
    for package in packages {
        assert!(fs::read_to_string(&package).unwrap().contains(&line), "{} lacks {line}", package.display());
    }
}
