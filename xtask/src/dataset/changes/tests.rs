use serde_json::{Value, json};

use super::*;
use crate::build::data;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn file() -> Value {
    serde_json::from_str(include_str!("../../../../www/data/dataset.json")).unwrap()
}

fn dataset(file: &Value) -> Dataset {
    data::parse(&file.to_string()).unwrap()
}

/// The dataset with another value at a JSON pointer.
fn with(pointer: &str, value: Value) -> Value {
    let mut file = file();
    *file.pointer_mut(pointer).unwrap() = value;
    file
}

#[test]
fn every_figure_of_the_dataset_that_ships_is_the_recorded_one() {
    assert_eq!(Changes::read(root()).unwrap().problems(&dataset(&file())).unwrap(), [""; 0]);
}

#[test]
fn the_file_is_written_as_ours_are() {
    let written = super::super::json::pretty(&Changes::read(root()).unwrap()).unwrap();
    assert_eq!(fs::read_to_string(root().join(FILE)).unwrap(), written + "\n");
}

#[test]
fn a_figure_that_changes_needs_an_entry() {
    let changes = Changes::read(root()).unwrap();
    let figures = [
        ("/incidents/3/stolen_usd/high", json!(19_000_001)),
        ("/incidents/3/stolen_usd", json!(null)),
        ("/incidents/3/attempted_usd", json!(20_000_000)),
        ("/incidents/3/recovered_usd", json!(1)),
        ("/incidents/3/date", json!("2016-05-16")),
        ("/incidents/3/country", json!("JP")),
        ("/incidents/3/sector", json!("exchange")),
        ("/incidents/3/evidence", json!("government")),
        ("/incidents/3/disputed", json!(false)),
        ("/incidents/3/counted", json!(false)),
        ("/incidents/3/un2019/usd", json!(18_000_001)),
        ("/incidents/3/id", json!("another")),
        ("/estimates/0/stolen_usd/low", json!(394_000_000)),
        ("/estimates/0/incidents", json!(8)),
        ("/estimates/0/report_date", json!("2022-01-14")),
        ("/claims/0/value", json!(2_100_000_000)),
    ];
    for (pointer, value) in figures {
        let problems = changes.problems(&dataset(&with(pointer, value))).unwrap();
        assert_eq!(problems.len(), 1, "{pointer}: {problems:?}");
        assert!(problems[0].ends_with("a figure has changed since: `cargo xtask dataset diff` prints what to add"));
    }
    for pointer in ["/incidents/3/text", "/incidents/3/victim", "/sources/0/title", "/claims/0/what"] {
        let problems = changes.problems(&dataset(&with(pointer, json!("Other words")))).unwrap();
        assert_eq!(problems, [""; 0], "{pointer} is no figure");
    }
    let later = changes.problems(&dataset(&with("/as_of", json!("2026-10-10")))).unwrap();
    assert_eq!(later, ["the newest version is of 2026-10-09, the dataset of 2026-10-10"]);
}

/// A later dataset with one figure corrected, one added, one incident added and one removed.
fn later() -> Dataset {
    let mut file = with("/as_of", json!("2026-11-01"));
    file["incidents"][3]["stolen_usd"] = json!({"low": 12_700_000, "best": 16_000_000, "high": 19_000_000});
    file["incidents"][3]["attempted_usd"] = json!(20_000_000);
    let mut new = file["incidents"][6].clone();
    new["id"] = json!("new-one");
    new["un2019"] = json!(null);
    let list = file["incidents"].as_array_mut().unwrap();
    list.remove(5);
    list.push(new);
    dataset(&file)
}

/// The entry that it needs in the list of changes.
fn entry() -> Version {
    let (before, figures) = (Figures::of(&dataset(&file())).unwrap(), Figures::of(&later()).unwrap());
    let mut changes = figures.changes_since(&before);
    for change in &mut changes {
        change.why = "A court has said so.".into();
        change.source = "https://example.org/ruling?page=2#sum".into();
    }
    Version { as_of: later().as_of, digest: figures.digest().unwrap(), counted: figures.counted().unwrap(), changes }
}

#[test]
fn a_change_tells_what_was_and_what_is() {
    let changes = entry().changes;
    assert_eq!(changes.len(), 3);
    let corrected = changes.iter().find(|change| change.what.ends_with("standard-bank-japan-atm-2016")).unwrap();
    let usd = |best: u32| json!({"low": 12_700_000, "best": best, "high": 19_000_000});
    assert_eq!(json!(corrected.old), json!({"attempted_usd": null, "stolen_usd": usd(18_000_000)}));
    assert_eq!(json!(corrected.new), json!({"attempted_usd": 20_000_000, "stolen_usd": usd(16_000_000)}));
    let whole: Vec<_> = changes.iter().map(|change| (change.old.is_some(), change.new.is_some())).collect();
    assert!(whole.contains(&(true, false)) && whole.contains(&(false, true)));
    let new = changes.iter().find(|change| change.what == "incidents/new-one").unwrap();
    assert_eq!(new.new.as_ref().unwrap()["counted"], true);
}

/// An error message, and an edit that causes it.
type Edit = (&'static str, fn(&mut Change));

#[test]
fn changes_taken_back_lead_to_the_version_before() {
    let problems = |breaks: &dyn Fn(&mut Changes)| {
        let mut changes = Changes::read(root()).unwrap();
        changes.versions.insert(0, entry());
        breaks(&mut changes);
        changes.problems(&later()).unwrap()
    };
    assert_eq!(problems(&|_| {}), [""; 0]);
    let names = |part: &str, breaks: &dyn Fn(&mut Changes)| {
        let found = problems(breaks);
        assert!(found.iter().any(|problem| problem.contains(part)), "{part}: {found:?}");
    };
    names("there is no version", &|changes| changes.versions.clear());
    names("a figure has changed since", &|changes| changes.versions[0].digest.clear());
    names("a figure has changed since", &|changes| drop(changes.versions.remove(0)));
    names("`counted` is not the sum", &|changes| changes.versions[0].counted.incidents += 1);
    names("it is not of a later day", &|changes| changes.versions[1].as_of = changes.versions[0].as_of);
    names("taken back, do not lead", &|changes| drop(changes.versions[0].changes.pop()));
    names("the first version has none", &|changes| drop(changes.versions.pop()));
    let changed = |test: fn(&Change) -> bool, edit: fn(&mut Change)| {
        move |changes: &mut Changes| edit(changes.versions[0].changes.iter_mut().find(|change| test(change)).unwrap())
    };
    let both = |change: &Change| change.old.is_some() && change.new.is_some();
    let edits: [Edit; 6] = [
        ("`why` says nothing", |change| change.why = " ".into()),
        ("`source` is no link", |change| change.source.clear()),
        ("taken back, do not lead", |change| *change.old.iter_mut().next().unwrap() = figures(17_000_000)),
        ("stolen_usd is ", |change| *change.new.iter_mut().next().unwrap() = figures(17_000_000)),
        ("name different fields", |change| drop(change.old.as_mut().unwrap().remove("stolen_usd"))),
        ("neither `old` nor `new`", |change| (change.old, change.new) = (None, None)),
    ];
    for (part, edit) in edits {
        names(part, &changed(both, edit));
    }
    names("is still there", &changed(both, |change| change.new = None));
    names("is not as `new` has it", &changed(both, |change| change.old = None));
    names("is not there", &changed(both, |change| change.what = "incidents/none".into()));
}

/// Figures of the corrected incident with another best estimate.
fn figures(best: u32) -> serde_json::Map<String, Value> {
    let usd = json!({"low": 12_700_000, "best": best, "high": 19_000_000});
    [("stolen_usd".to_owned(), usd), ("attempted_usd".to_owned(), json!(20_000_000))].into_iter().collect()
}

#[test]
fn a_link_leads_to_a_page_of_the_web() {
    for link in ["https://example.org", "http://example.org/a?b=c#d", "https://例え.jp/道"] {
        assert!(is_link(link), "{link}");
    }
    let others = [
        "",
        "example.org",
        "//example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "https://localhost/a",
        "https://a b.org",
        "https://example.org/a b",
        "https://user:secret@example.org/",
        "https://example.org/\n",
    ];
    for other in others {
        assert!(!is_link(other), "{other:?}");
    }
}
