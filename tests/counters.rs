//! `counters`: the figures of others for each year, counted again from the dataset's JSON, and its words.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
mod naive;

use std::sync::LazyLock;

use common::{dataset, figure, fixture, languages, real, scene, texts};
use heistogram::aggregate::{Filter, Key, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe;
use heistogram::locale::ALL;
use heistogram::scene::{Scene, Shape};
use naive::{Incident, choices, filter, incidents};
use proptest::prelude::*;
use serde_json::{Value, json};

static REAL: LazyLock<Dataset> = LazyLock::new(real);
static NAIVE: LazyLock<Vec<Incident>> = LazyLock::new(incidents);
static JSON: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../www/data/dataset.json")).unwrap());

fn counters(dataset: &Dataset, filter: &Filter) -> Figure {
    Figure::new(ChartKind::Counters, dataset, filter, Measure::Usd)
}

/// Estimator, year and best figure of each estimate that a figure shows, sorted.
fn shown(figure: &Figure, dataset: &Dataset) -> Vec<(String, i32, u64)> {
    let mut shown = Vec::new();
    for (_, datum) in figure.data() {
        if let Key::Estimate(index) = datum.key {
            let one = &dataset.estimates[index];
            shown.push((one.estimator.id().to_owned(), one.year().unwrap(), one.stolen_usd.best as u64));
        }
    }
    shown.sort();
    shown
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The current totals of years that lie in the period and have a theft, and none under any other filter.
    #[test]
    fn totals_of_others_equal_a_naive_choice(choice in choices()) {
        let is_of_the_world = choice.evidence.is_empty()
            && choice.groups.is_empty()
            && choice.countries.is_empty()
            && !choice.set;
        let years: Vec<i32> = NAIVE.iter().filter(|one| one.counted && choice.holds(one)).map(Incident::year).collect();
        let mut expected = Vec::new();
        for one in JSON["estimates"].as_array().unwrap() {
            let (Some(year), true) = (one["year"].as_i64(), is_of_the_world && one["latest"] == true) else { continue };
            let ends: Vec<&str> = one["period"].as_str().unwrap().split("..").collect();
            let month = |end: &str, if_year: u32| {
                let (year, month) = end.split_once('-').unwrap_or((end, ""));
                (year.parse::<i32>().unwrap(), month.parse().unwrap_or(if_year))
            };
            let (from, to) = (month(ends[0], 1), month(ends[ends.len() - 1], 12));
            let year = year as i32;
            let inside = choice.from.is_none_or(|first| from >= first) && choice.to.is_none_or(|last| to <= last);
            let spanned = years.iter().any(|one| *one <= year) && years.iter().any(|one| *one >= year);
            if inside && spanned {
                let usd = one["stolen_usd"]["best"].as_f64().unwrap() as u64;
                expected.push((one["estimator"].as_str().unwrap().to_owned(), year, usd));
            }
        }
        expected.sort();
        let figure = counters(&REAL, &filter(&choice));
        prop_assert_eq!(shown(&figure, &REAL), expected);
    }
}

#[test]
fn every_figure_is_named_beside_its_symbol() {
    for locale in languages() {
        let figure = figure(ChartKind::Counters, Measure::Usd, &REAL);
        for width in [320.0, 390.0, 768.0, 1200.0] {
            let scene = scene(&figure, &REAL, width, locale);
            for (number, datum) in figure.data() {
                let Key::Estimate(index) = datum.key else { continue };
                // Without what explains it, where there is no room for that.
                let name = locale.estimator(REAL.estimates[index].estimator.id()).split(" (").next().unwrap();
                let named = scene.marks.iter().any(|mark| match &mark.shape {
                    Shape::Text(text) => mark.datum == Some(number) && text.content.starts_with(name),
                    _ => false,
                });
                assert!(named, "{} at {width} px: {name}", locale.tag());
            }
        }
    }
}

fn has(scene: &Scene, words: &str) -> bool {
    texts(scene).any(|text| text.content == words)
}

#[test]
fn part_years_qualifiers_and_scopes_are_in_the_picture() {
    let figure = figure(ChartKind::Counters, Measure::Usd, &REAL);
    let wide = scene(&figure, &REAL, 1200.0, ALL[0]);
    for words in ["Elliptic more than $2bn, to Sep", "South Korea’s NIS about $1.4bn", "Chainalysis: crypto only"] {
        assert!(has(&wide, words), "{words}");
    }
    let narrow = scene(&figure, &REAL, 320.0, ALL[0]);
    for words in ["Elliptic, to Sep", "TRM Labs, to Jun", "Chainalysis: crypto only"] {
        assert!(has(&narrow, words), "{words}");
    }
}

#[test]
fn an_arrow_leads_from_what_was_revised() {
    let figure = figure(ChartKind::Counters, Measure::Usd, &REAL);
    let scene = scene(&figure, &REAL, 1200.0, ALL[0]);
    let lengths = |estimator: &str, year: i32| -> Vec<f64> {
        let (number, _) = figure
            .data()
            .find(|(_, datum)| match datum.key {
                Key::Estimate(index) => {
                    let one = &REAL.estimates[index];
                    one.estimator.id() == estimator && one.year() == Some(year)
                }
                _ => false,
            })
            .unwrap();
        let lines = scene.marks.iter().filter(|mark| mark.datum == Some(number));
        let level = lines.filter_map(|mark| match mark.shape {
            Shape::Line { from, to, .. } if from.y == to.y => Some(to.x - from.x),
            _ => None,
        });
        level.collect()
    };
    // Chainalysis took its figure for 2022 down, Elliptic took it up, and a later part of a year revises nothing.
    assert!(lengths("chainalysis", 2022)[0] < -100.0);
    assert!(lengths("elliptic", 2022)[0] > 100.0);
    assert!(lengths("trm", 2026).is_empty() && lengths("monahan", 2025).is_empty());
}

#[test]
fn the_finding_is_the_spread_of_the_last_whole_year() {
    let figure = figure(ChartKind::Counters, Measure::Usd, &REAL);
    let heading = |figure: &Figure| describe::heading(figure, &REAL, ALL[0]);
    assert_eq!(heading(&figure), "For 2025, counts of what was taken run from about $1.4bn to $2.1bn");
    let banks = Filter { groups: vec![heistogram::data::Group::Banks], ..Filter::default() };
    assert_eq!(heading(&counters(&REAL, &banks)), "Whose count is right?");
    let sentence = describe::sentence(&figure, &REAL, ALL[0]);
    assert!(sentence.starts_with("For 2025, South Korea’s NIS counts about $1.4bn and Monahan (researcher) $2.1bn"));
}

/// A list with totals of others: estimator, kind, period, best figure.
fn own(estimates: &[(&str, &str, &str, f64)]) -> Dataset {
    let estimate = |(estimator, kind, period, usd): &(&str, &str, &str, f64)| {
        json!({"estimator": estimator, "report_date": "2024-06", "kind": kind, "period": period, "source": "s",
               "stolen_usd": {"low": usd, "best": usd, "high": usd}, "qualifier": null, "incidents": null,
               "latest": true, "mark": null})
    };
    let estimates: Vec<Value> = estimates.iter().map(estimate).collect();
    let incident = json!({"id": "i", "date": "2023-05", "victim": "V", "country": "US", "sector": "exchange",
                          "stolen_usd": null, "evidence": "firm", "sources": [{"source": "s"}]});
    let source = json!({"id": "s", "title": "S", "publisher": "P", "date": "2020", "url": "https://example.org/",
                        "kind": "press"});
    let list = json!({"schema": 1, "title": "T", "as_of": "2024-12-31", "incidents": [incident],
                      "estimates": estimates, "sources": [source]});
    dataset(&list.to_string())
}

#[test]
fn a_list_of_its_own_states_no_more_than_it_has() {
    let said = |dataset: &Dataset| {
        let figure = figure(ChartKind::Counters, Measure::Usd, dataset);
        [describe::heading(&figure, dataset, ALL[0]), describe::sentence(&figure, dataset, ALL[0])]
    };
    let alike = "1 total of a year stands beside the sum of the incidents here.";
    let title = "Whose count is right?";
    let one = own(&[("a", "year", "2023", 5e6)]);
    assert_eq!(said(&one), [title, alike]);
    // The own sum is not known, so nothing is said of it.
    let two = own(&[("a", "year", "2023", 5e6), ("b", "year", "2023", 8e6)]);
    assert_eq!(
        said(&two),
        ["For 2023, counts of what was taken run from $5m to $8m", "For 2023, a counts $5m and b $8m."]
    );
    // A part of a year is not compared with a whole one, and equal counts have no spread.
    let part = own(&[("a", "year", "2023", 5e6), ("b", "partial-year", "2023-01..2023-03", 8e6)]);
    assert_eq!(said(&part)[0], title);
    let tie = own(&[("a", "year", "2023", 5e6), ("b", "year", "2023", 5e6)]);
    assert_eq!(said(&tie), [title, "2 totals of a year stand beside the sums of the incidents here."]);
    let none = own(&[("a", "cumulative", "2019..2023", 5e6)]);
    assert_eq!(said(&none), [title, "The dataset has no totals of a year by others."]);
    assert!(!ChartKind::Counters.has_data(&none) && ChartKind::Counters.has_data(&fixture()));
    assert_eq!(figure(ChartKind::Counters, Measure::Usd, &none).count(), 0);
}
