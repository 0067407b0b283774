//! The chart of methods: sums with unusual data, and its sentences.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{dataset, figure, fixture, real, scene, texts};
use heistogram::aggregate::{Key, Measure};
use heistogram::chart::ChartKind;
use heistogram::data::Dataset;
use heistogram::describe;
use heistogram::locale::ALL;
use serde_json::{Value, json};

/// A dataset of thefts, each with its method and its amount.
fn with(thefts: &[(Option<&str>, Option<f64>)]) -> Dataset {
    let incidents = thefts.iter().zip(1..).map(|((method, usd), number)| {
        let usd = usd.map(|usd| json!({"low": usd, "best": usd, "high": usd}));
        json!({"id": format!("i{number}"), "date": "2020-03-01", "victim": "V", "sector": "bank", "stolen_usd": usd,
               "method": method, "evidence": "firm", "sources": [{"source": "s"}]})
    });
    let source = json!({"id": "s", "title": "S", "publisher": "P", "date": "2024", "url": "https://example.org/",
                        "kind": "press"});
    let incidents: Vec<Value> = incidents.collect();
    let whole = json!({"schema": 1, "title": "T", "as_of": "2024-06-30", "incidents": incidents, "sources": [source]});
    dataset(&whole.to_string())
}

fn say(thefts: &[(Option<&str>, Option<f64>)], measure: Measure) -> String {
    let dataset = with(thefts);
    describe::sentence(&figure(ChartKind::Methods, measure, &dataset), &dataset, ALL[0])
}

#[test]
fn sentences_hold_with_ties_and_without_methods_or_amounts() {
    use Measure::{Attacks, Usd};
    let phished = Some("phishing");
    assert_eq!(say(&[(None, Some(5.0))], Usd), "The dataset states no method and nothing recovered.");
    assert_eq!(say(&[(phished, None)], Usd), "The amount is unknown for 1 attack in 2020.");
    assert_eq!(
        say(&[(phished, Some(5.0)), (Some("mining"), Some(5.0))], Usd),
        "Of an estimated $10, $5 was taken by the largest known method, phishing, though another has as much."
    );
    assert_eq!(
        say(&[(phished, Some(0.0)), (None, Some(5.0))], Usd),
        "Of an estimated $5, nothing is known to have been taken by a stated method."
    );
    assert_eq!(
        say(&[(phished, Some(5.0)), (None, Some(7.0)), (None, None)], Attacks),
        "Of 3 attacks, 1 used the most frequent known method, phishing. The method of 2 attacks ($7) is not known."
    );
    assert_eq!(
        say(&[(phished, Some(5.0)), (None, None)], Usd),
        "Of an estimated $5, $5 was taken by the largest known method, phishing. The method of 1 attack is not known."
    );
}

#[test]
fn what_is_not_known_comes_last_however_large() {
    let dataset = with(&[(None, Some(9e9)), (None, Some(1.0)), (Some("mining"), Some(1.0)), (Some("phishing"), None)]);
    for measure in Measure::ALL {
        let figure = figure(ChartKind::Methods, measure, &dataset);
        let keys: Vec<Key> = figure.data().map(|(_, datum)| datum.key).collect();
        assert_eq!((keys.len(), keys[2]), (3, Key::Method(None)));
    }
}

#[test]
fn a_dataset_without_methods_has_no_chart() {
    let mut dataset = fixture();
    assert!(ChartKind::Methods.has_data(&dataset));
    dataset.incidents.iter_mut().for_each(|incident| incident.method = None);
    assert!(ChartKind::Methods.has_data(&dataset), "it still states what came back");
    for names in dataset.incidents.iter_mut().filter_map(|incident| incident.names.as_mut()) {
        names.recovered_usd = Default::default();
    }
    assert!(!ChartKind::Methods.has_data(&dataset));
    assert_eq!(figure(ChartKind::Methods, Measure::Usd, &dataset).count(), 0);
}

#[test]
fn what_came_back_is_said_to_be_nothing_if_nothing_is_known() {
    let none = with(&[(Some("phishing"), Some(5.0))]);
    let said = |dataset: &Dataset| {
        let scene = scene(&figure(ChartKind::Methods, Measure::Usd, dataset), dataset, 700.0, ALL[0]);
        texts(&scene).any(|text| text.content == ALL[0].messages().recovered_nothing)
    };
    assert!(said(&none) && !said(&real()));
}
