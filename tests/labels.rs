//! A dataset with words of its own: they replace ours in every language, and bad ones are reported.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, languages, scene, views};
use heistogram::aggregate::Filter;
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Dataset, Value};
use heistogram::{describe, export};
use serde_json::{Value as Json, json};

/// What no text may say of such a dataset, in the order of the languages.
const OURS: [&str; 4] = ["North Korea", "북한", "北朝鮮", "Corea del Nord"];

fn with(labels: &Json) -> Value {
    let mut fixture: Json = serde_json::from_str(include_str!("fixtures/fixture.json")).unwrap();
    fixture["labels"] = labels.clone();
    serde_json::from_value(fixture).unwrap()
}

fn labels() -> Json {
    json!({
        "subject": "The Locksmiths",
        "groups": { "banks": "Vaults", "exchanges": "Trading halls" },
        "evidence": { "government": "court ruling", "firm": "insurer" },
    })
}

fn dataset() -> Dataset {
    Dataset::from_value(&with(&labels())).unwrap()
}

/// Everything that is said about a figure.
fn words(figure: &Figure, dataset: &Dataset, locale: heistogram::locale::Locale) -> Vec<String> {
    let mut words = vec![describe::heading(figure, dataset, locale), describe::sentence(figure, dataset, locale)];
    let table = describe::table(figure, dataset, locale);
    words.push(table.caption);
    words.extend(table.columns.into_iter().map(|column| column.text));
    for row in table.rows {
        words.push(row.header);
        words.extend(row.cells.into_iter().map(|cell| cell.text));
    }
    for (number, _) in figure.data() {
        let tooltip = describe::tooltip(figure, number, dataset, locale);
        words.push(tooltip.title);
        words.extend(tooltip.lines);
        for incident in describe::card(figure, number, dataset, locale).incidents {
            words.extend(incident.lines);
        }
    }
    words.extend(describe::attribution(dataset, locale).map(str::to_owned));
    words
}

#[test]
fn titles_and_sentences_as_reviewed() {
    let dataset = dataset();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for locale in languages() {
            let mut lines = Vec::new();
            for (kind, measure) in views() {
                let figure = figure(kind, measure, &dataset);
                lines.push(format!("# {}", describe::heading(&figure, &dataset, locale)));
                lines.push(describe::sentence(&figure, &dataset, locale));
                for (number, _) in figure.data().take(2) {
                    let tooltip = describe::tooltip(&figure, number, &dataset, locale);
                    lines.push(format!("{}: {}", tooltip.title, tooltip.lines.join(" · ")));
                }
            }
            for state in ["group=banks", "evidence=government", "group=exchanges&evidence=firm"] {
                let filter = heistogram::state::State::read(state).0.filter;
                lines.push(describe::selection(&filter, &dataset, locale));
                let figure = Figure::new(ChartKind::Attacks, &dataset, &filter, ChartKind::Attacks.measures()[0]);
                lines.push(describe::sentence(&figure, &dataset, locale));
            }
            insta::assert_snapshot!(format!("labelled-{}", locale.tag()), lines.join("\n"));
        }
    });
}

#[test]
fn a_list_about_another_thief_does_not_name_ours() {
    let dataset = dataset();
    for (locale, ours) in languages().zip(OURS) {
        for (kind, measure) in views() {
            let figure = figure(kind, measure, &dataset);
            for text in words(&figure, &dataset, locale) {
                assert!(!text.contains(ours), "{kind:?}, {}: {text}", locale.tag());
                assert!(!text.contains("{subject}") && !text.contains("{levels}"), "{kind:?}: {text}");
            }
            let drawn = scene(&figure, &dataset, 720.0, locale).dump(kind.id());
            assert!(!drawn.contains(ours), "{kind:?}, {}: {drawn}", locale.tag());
        }
    }
}

#[test]
fn legends_tables_and_tooltips_have_the_words_of_the_dataset() {
    let dataset = dataset();
    for locale in languages() {
        let of = |kind: ChartKind| figure(kind, kind.measures()[0], &dataset);
        let legend = scene(&of(ChartKind::Attacks), &dataset, 720.0, locale).dump("attacks");
        assert!(legend.contains("Vaults") && legend.contains("Trading halls"), "{legend}");
        let all = words(&of(ChartKind::Incidents), &dataset, locale).join("\n");
        for label in ["Vaults", "court ruling", "insurer"] {
            assert!(all.contains(label), "{label}, {}: {all}", locale.tag());
        }
        assert!(describe::heading(&of(ChartKind::Share), &dataset, locale).contains("The Locksmiths"));
    }
}

#[test]
fn notes_in_our_words_are_left_out() {
    let drawn = |labels: &Json| {
        let mut all: Json = serde_json::from_str(include_str!("../www/data/dataset.json")).unwrap();
        all["labels"] = labels.clone();
        let dataset = Dataset::from_value(&serde_json::from_value(all).unwrap()).unwrap();
        let figure = figure(ChartKind::Attacks, ChartKind::Attacks.measures()[0], &dataset);
        scene(&figure, &dataset, 1120.0, languages().next().unwrap()).dump("attacks")
    };
    let note = "nothing listed by the UN panel";
    assert!(drawn(&json!(null)).contains(note) && !drawn(&labels()).contains(note));
}

#[test]
fn downloads_keep_them() {
    let dataset = dataset();
    let all: Vec<usize> = (0..dataset.incidents.len()).collect();
    let value: Value = serde_json::from_str(&export::json(&dataset, &all)).unwrap();
    assert_eq!(Dataset::from_value(&value).unwrap().labels, dataset.labels);
}

#[test]
fn without_them_nothing_changes() {
    let plain = common::fixture();
    let empty = Dataset::from_value(&with(&json!(null))).unwrap();
    assert_eq!(plain, empty);
    let filter = Filter::default();
    for locale in languages() {
        assert_eq!(describe::selection(&filter, &plain, locale), describe::selection(&filter, &empty, locale));
    }
}

#[test]
fn bad_ones_are_reported_with_their_paths() {
    let label = "expected one line of at most 60 characters, without < and >";
    for (labels, path, problem) in [
        (json!({ "subject": "x".repeat(61) }), "labels.subject", "is not a label"),
        (json!({ "subject": "" }), "labels.subject", "empty"),
        (json!({ "subject": "   " }), "labels.subject", "empty"),
        (json!({ "subject": 7 }), "labels.subject", "the number 7"),
        (json!({ "groups": { "banks": "<b>Vaults</b>" } }), "labels.groups.banks", "is not a label"),
        (json!({ "groups": { "vaults": "Vaults" } }), "labels.groups", "unknown field \"vaults\""),
        (json!({ "evidence": { "firm": "two\nlines" } }), "labels.evidence.firm", "is not a label"),
        (json!({ "evidence": { "hearsay": "gossip" } }), "labels.evidence", "unknown field \"hearsay\""),
        (json!({ "colour": "red" }), "labels", "unknown field \"colour\""),
        (json!(["Vaults"]), "labels", "a list"),
    ] {
        let errors = Dataset::from_value(&with(&labels)).unwrap_err();
        let [error] = &errors[..] else { panic!("{labels}: {errors:?}") };
        let text = error.to_string();
        assert!(text.starts_with(path) && text.contains(problem), "{labels}: {text}");
        if problem == "is not a label" {
            assert!(text.contains(label), "{text}");
        }
    }
    let longest = json!({ "subject": "금".repeat(60), "groups": null, "evidence": { "firm": null } });
    assert!(Dataset::from_value(&with(&longest)).is_ok());
}
