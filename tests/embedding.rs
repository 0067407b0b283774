//! The published types and manifest of the element match its sources.
#![allow(clippy::unwrap_used)]

use std::{collections::BTreeSet, fs, path::Path};

use heistogram::{
    chart::ChartKind,
    data::{Evidence, Group},
    locale::TAGS,
    state,
};
use serde_json::Value;

/// The text of all files of a folder whose names have this ending.
fn text_of(folder: &str, ending: &str) -> String {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| path.to_str().unwrap().ends_with(ending));
    paths.map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The names that follow `start`, up to the first character that no name has.
fn names(text: &str, start: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
    let name = |rest: &str| rest.split(|c| !is_name(c)).next().unwrap().to_owned();
    text.split(start).skip(1).map(name).filter(|name| !name.is_empty()).collect()
}

fn element() -> Value {
    let manifest: Value = serde_json::from_str(&text_of("www/public", "custom-elements.json")).unwrap();
    manifest["modules"][0]["declarations"][0].clone()
}

fn listed(element: &Value, what: &str) -> BTreeSet<String> {
    element[what].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_manifest_names_attributes_parts_events_and_variables() {
    let (element, scripts) = (element(), text_of("www/element", ".js"));
    let others = ["chart", "src", "data", "incident"];
    let attributes: BTreeSet<String> = others.iter().chain(&state::KEYS).map(ToString::to_string).collect();
    assert_eq!(listed(&element, "attributes"), attributes);
    assert_eq!(listed(&element, "events"), names(&scripts, "new CustomEvent(\""));
    let mut parts = names(&scripts, "part: \"");
    for call in text_of("www/element", "parts.js").split("part(").skip(1) {
        // The second argument, which may be on another line.
        let mut quoted = call.split('"');
        if quoted.next().unwrap().trim().is_empty() {
            parts.extend(quoted.nth(2).map(str::to_owned));
        }
    }
    assert_eq!(listed(&element, "cssParts"), parts);
    let variables = names(&text_of("www/style", ".css"), "var(--heist-");
    assert_eq!(
        listed(&element, "cssProperties"),
        variables.into_iter().map(|name| format!("--heist-{name}")).collect::<BTreeSet<_>>()
    );
}

#[test]
fn the_types_name_the_same() {
    let types = text_of("www/public", ".d.ts");
    let events = types.split("export interface HeistEvents {").nth(1).unwrap().split("\n}").next().unwrap();
    assert_eq!(listed(&element(), "events"), names(events, "  \""));
    let filters = types.split("export interface HeistFilters {").nth(1).unwrap().split("\n}").next().unwrap();
    let fields = filters.lines().filter_map(|line| line.trim().split_once(": ")).map(|(name, _)| name);
    let fields: BTreeSet<&str> = fields.filter(|name| !name.starts_with('/')).collect();
    let chosen = state::KEYS.iter().filter(|key| !["lang", "theme"].contains(key)).chain(&["incident"]);
    assert_eq!(fields, chosen.copied().collect::<BTreeSet<_>>());
    for ids in [Group::ALL.map(Group::id).join("\" | \""), Evidence::ALL.map(Evidence::id).join("\" | \"")] {
        assert!(types.contains(&format!("{{ [id in \"{ids}\"]?: string | null }} | null;")), "other labels than {ids}");
    }
}

#[test]
fn every_chart_and_language_is_named_where_embedders_look() {
    let reference = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/embedding.md")).unwrap();
    let element = element();
    let charts = ChartKind::ALL.map(ChartKind::id);
    let types = text_of("www/public", ".d.ts");
    assert!(types.contains(&format!("  chart: \"{}\";\n", charts.join("\" | \""))), "the types name other charts");
    for (name, values) in [("chart", &charts[..]), ("lang", &TAGS)] {
        let attributes = element["attributes"].as_array().unwrap();
        let attribute = attributes.iter().find(|attribute| attribute["name"] == name).unwrap();
        assert_eq!(attribute["type"]["text"], values.join(" | "), "{name} in custom-elements.json");
        let row = format!("| `{name}` | `{}`", values.join("`, `"));
        assert!(reference.contains(&row), "docs/embedding.md has no {row}");
    }
}
