//! The chart of evidence: shares, lists of attributions, and sentences about sparse data.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{dataset, figure, real, scene, texts};
use heistogram::aggregate::{Filter, Key, Measure, attribution_lists};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Dataset, Evidence};
use heistogram::describe;
use heistogram::locale::ALL;
use heistogram::scene::Shape;
use serde_json::{Value, json};

/// A theft: date, evidence, dollars, and the date of its official attribution.
type Theft<'a> = (&'a str, &'a str, Option<f64>, Option<&'a str>);

fn with(thefts: &[Theft], events: &Value) -> Dataset {
    let incidents = thefts.iter().zip(1..).map(|((date, evidence, usd, on), number)| {
        let usd = usd.map(|usd| json!({"low": usd, "best": usd, "high": usd}));
        let on = on.map(|date| json!({"date": date, "by": "FBI", "source": "s"}));
        json!({"id": format!("i{number}"), "date": date, "victim": "V", "sector": "bank", "stolen_usd": usd,
               "evidence": evidence, "attributed_on": on, "sources": [{"source": "s"}]})
    });
    let source = json!({"id": "s", "title": "S", "publisher": "P", "date": "2024", "url": "https://example.org/",
                        "kind": "press"});
    let incidents: Vec<Value> = incidents.collect();
    let whole = json!({"schema": 1, "title": "T", "as_of": "2024-12-31", "incidents": incidents,
                       "sources": [source], "events": events});
    dataset(&whole.to_string())
}

fn of(dataset: &Dataset) -> Figure {
    figure(ChartKind::Evidence, Measure::Usd, dataset)
}

fn say(thefts: &[Theft]) -> String {
    let dataset = with(thefts, &Value::Null);
    describe::sentence(&of(&dataset), &dataset, ALL[0])
}

fn title(thefts: &[Theft]) -> String {
    let dataset = with(thefts, &Value::Null);
    describe::heading(&of(&dataset), &dataset, ALL[0])
}

#[test]
fn columns_are_shares_of_the_dollars_of_their_year() {
    let dataset = real();
    let official = Filter { evidence: vec![Evidence::Government, Evidence::UnPanel], ..Filter::default() };
    for filter in [Filter::default(), official] {
        let figure = Figure::new(ChartKind::Evidence, &dataset, &filter, Measure::Usd);
        let scene = scene(&figure, &dataset, 900.0, ALL[0]);
        // The column of a year with one level only is as high as the plot.
        let height = |number| scene.bounds_of(number).unwrap().height;
        let plot = figure.data().find(|(_, datum)| datum.key == Key::YearEvidence(2015, Evidence::UnPanel)).unwrap().0;
        for (number, datum) in figure.data() {
            let Key::YearEvidence(year, _) = datum.key else { continue };
            let of_year = dataset.incidents.iter().filter(|one| one.counted && one.date.year() == year);
            let all: f64 = of_year.filter_map(|one| one.stolen_usd).map(|usd| usd.best).sum();
            if datum.totals.usd.best > 0.0 {
                let expected = height(plot) * datum.totals.usd.best / all;
                // A share that is too small to be seen is 3 pixels high, at the expense of the largest.
                let is_short = expected < 3.0 && (height(number) - 3.0).abs() < 1e-6;
                let gives = expected > height(plot) / 2.0 && (0.0..9.0).contains(&(expected - height(number)));
                assert!(is_short || gives || (height(number) - expected).abs() < 1e-6, "{:?}", datum.key);
            }
        }
    }
}

#[test]
fn what_one_author_attributes_at_once_is_a_list_and_no_delay() {
    let dataset = real();
    let lists = attribution_lists(&dataset);
    assert_eq!(lists.iter().map(|list| (list.by, list.thefts)).collect::<Vec<_>>(), [("MSMT", 34)]);
    assert_eq!((lists[0].first.to_string(), lists[0].last.to_string()), ("2024-01-16".into(), "2025-09-09".into()));
    let listed = |index: usize| dataset.incidents[index].attributed().unwrap().1 == "MSMT";
    let drawn = |datum: &heistogram::aggregate::Datum| matches!(datum.key, Key::Attributed(index) if listed(index));
    assert!(!of(&dataset).data().any(|(_, datum)| drawn(datum)));
}

#[test]
fn sentences_hold_without_amounts_and_without_official_evidence() {
    assert_eq!(say(&[("2020", "firm", None, None)]), "The amount is unknown for 1 attack in 2020.");
    assert_eq!(
        say(&[("2020", "firm", Some(5.0), None)]),
        "Of an estimated $5 taken in 2020, 0% rest on official evidence: a government’s attribution or the UN panel’s list."
    );
    let theft = |on| ("2020-01-01", "government", Some(5.0), Some(on));
    let two = say(&[theft("2020-01-02"), theft("2020-01-04")]);
    assert!(two.ends_with(" Of 2 attacks named one by one, half were officially attributed within 2 days."), "{two}");
    assert!(!say(&[theft("2020-01-02")]).contains("half"), "one attack has no half");
}

#[test]
fn a_finding_needs_two_years_and_a_fall() {
    let neutral = ALL[0].messages().evidence_title;
    let (official, other) = ("un-panel", "firm");
    let year = |year, evidence, usd| (year, evidence, Some(usd), None);
    assert_eq!(title(&[year("2020", other, 5.0)]), neutral, "a single year");
    assert_eq!(title(&[year("2020", other, 5.0), year("2021", other, 5.0)]), neutral, "all unofficial");
    assert_eq!(title(&[year("2020", official, 5.0), year("2021", official, 5.0)]), neutral, "a tie");
    assert_eq!(title(&[year("2020", other, 5.0), year("2021", official, 5.0)]), neutral, "a rise");
    assert_eq!(
        title(&[year("2020", official, 5.0), year("2021", other, 3.0), year("2021", official, 1.0)]),
        "25% of 2021’s dollars rest on official evidence, against 100% in 2020"
    );
    assert_eq!(
        title(&[year("2020", official, 5.0), year("2021", other, 5.0)]),
        "No government or UN panel has yet named North Korea for 2021’s dollars"
    );
}

#[test]
fn marked_events_are_said_however_many() {
    let event = |number: usize| json!({"date": format!("2021-0{number}"), "line": "L", "mark": format!("event {number} {}", "m".repeat(50)), "source": "s"});
    let events: Vec<Value> = (1..=9).map(event).collect();
    let thefts = [("2020", "firm", Some(5.0), None), ("2023", "government", Some(5.0), None)];
    let dataset = with(&thefts, &events.into());
    for width in [280.0, 900.0] {
        let scene = scene(&of(&dataset), &dataset, width, ALL[0]);
        for number in 1..=9 {
            let said = texts(&scene).filter(|text| text.content.contains(&format!("event {number}"))).count();
            assert_eq!(said, 1, "event {number} at {width} px");
        }
        assert!(scene.marks.iter().any(|mark| matches!(mark.shape, Shape::Line { .. })));
    }
}
