//! `share`: shares in all thefts, as the dataset's JSON states them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
mod naive;

use std::sync::LazyLock;

use common::{dataset, figure, languages, real, scene, texts};
use heistogram::aggregate::{Filter, Key, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe;
use heistogram::locale::ALL;
use heistogram::scene::{Fill, Shape};
use heistogram::theme::LIGHT;
use naive::{choices, filter};
use proptest::prelude::*;
use serde_json::{Value, json};

static REAL: LazyLock<Dataset> = LazyLock::new(real);
static JSON: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../www/data/dataset.json")).unwrap());

/// Position and share of each estimate that states one.
fn stated() -> impl Iterator<Item = (usize, f64)> {
    let estimates = JSON["estimates"].as_array().unwrap().iter().enumerate();
    estimates.filter_map(|(at, one)| Some((at, one["world"]["share_pct"].as_f64()?)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn shares_are_those_stated_for_the_period(choice in choices()) {
        let is_of_the_world = choice.evidence.is_empty()
            && choice.groups.is_empty()
            && choice.countries.is_empty()
            && !choice.set;
        let mut expected = Vec::new();
        for (at, _) in stated().filter(|_| is_of_the_world) {
            let ends: Vec<&str> = JSON["estimates"][at]["period"].as_str().unwrap().split("..").collect();
            let month = |end: &str, if_year: u32| {
                let (year, month) = end.split_once('-').unwrap_or((end, ""));
                (year.parse::<i32>().unwrap(), month.parse().unwrap_or(if_year))
            };
            let (from, to) = (month(ends[0], 1), month(ends[ends.len() - 1], 12));
            if choice.from.is_none_or(|first| from >= first) && choice.to.is_none_or(|last| to <= last) {
                expected.push(at);
            }
        }
        let figure = Figure::new(ChartKind::Share, &REAL, &filter(&choice), Measure::Usd);
        let mut shown: Vec<usize> = figure.data().map(|(_, datum)| match datum.key {
            Key::Share(index) => index,
            key => panic!("{key:?}"),
        }).collect();
        shown.sort_unstable();
        prop_assert_eq!(shown, expected);
    }
}

#[test]
fn bars_are_as_long_as_their_shares_of_a_whole() {
    let figure = figure(ChartKind::Share, Measure::Usd, &REAL);
    for width in [320.0, 1200.0] {
        let scene = scene(&figure, &REAL, width, ALL[0]);
        let rects = |color| {
            scene.marks.iter().filter_map(move |mark| match &mark.shape {
                // Swatches of the legend are square.
                Shape::Rect { rect, fill: Fill::Solid(other) } if *other == color && rect.width != 12.0 => {
                    Some((rect.width, mark.datum))
                }
                _ => None,
            })
        };
        let bars: Vec<_> = rects(LIGHT.plain).zip(rects(LIGHT.faded)).collect();
        assert_eq!(bars.len(), stated().count());
        for ((own, datum), (others, none)) in bars {
            let Key::Share(index) = figure.datum(datum.unwrap(), &REAL).unwrap().key else { panic!() };
            let share = JSON["estimates"][index]["world"]["share_pct"].as_f64().unwrap();
            assert!((own / (own + others) * 100.0 - share).abs() < 1e-6 && none.is_none(), "{share}: {own} {others}");
        }
    }
}

#[test]
fn every_share_is_in_picture_tooltip_and_table_with_its_qualifier() {
    let figure = figure(ChartKind::Share, Measure::Usd, &REAL);
    for locale in languages() {
        let scene = scene(&figure, &REAL, 768.0, locale);
        let table = describe::table(&figure, &REAL, locale);
        for (number, datum) in figure.data() {
            let Key::Share(index) = datum.key else { panic!() };
            let share = locale.share(REAL.estimates[index].share.as_ref().unwrap());
            assert!(texts(&scene).any(|text| text.content == share), "{share}");
            assert!(describe::tooltip(&figure, number, &REAL, locale).lines[0].contains(&share));
            let cells = || table.rows.iter().flat_map(|row| &row.cells);
            assert!(cells().any(|cell| cell.datum == Some(number) && cell.text == share), "{share}");
            assert_eq!(describe::card(&figure, number, &REAL, locale).sources.len(), 1);
        }
    }
    assert!(describe::table(&figure, &REAL, ALL[0]).rows.iter().any(|row| row.cells[0].text == "about 33%"));
}

#[test]
fn the_finding_is_the_share_of_the_latest_period() {
    let figure = figure(ChartKind::Share, Measure::Usd, &REAL);
    assert_eq!(
        describe::heading(&figure, &REAL, ALL[0]),
        "North Korea is blamed for 66% of all crypto stolen, says TRM Labs (January 2026 – June 2026)"
    );
    assert_eq!(
        describe::sentence(&figure, &REAL, ALL[0]),
        "Published shares run from about 33% (TRM Labs, 2023) to 76% (TRM Labs, 2026, to Apr). Each publisher counts all \
         thefts in its own way."
    );
    let (number, _) = figure.data().next().unwrap();
    let card = describe::card(&figure, number, &REAL, ALL[0]);
    assert_eq!(card.note.map(|note| note.text).as_deref(), Some("The publisher’s total of all thefts: $972m"));
}

/// A list with shares: estimator, year and share.
fn own(shares: &[(&str, &str, f64)]) -> Dataset {
    let estimate = |(estimator, year, share): &(&str, &str, f64)| {
        json!({"estimator": estimator, "report_date": "2024-06", "kind": "year", "period": year, "source": "s",
               "stolen_usd": {"low": 1e6, "best": 1e6, "high": 1e6}, "qualifier": null, "incidents": null,
               "latest": true, "mark": null, "world": {"share_pct": share, "source": "s"}})
    };
    let estimates: Vec<Value> = shares.iter().map(estimate).collect();
    let source = json!({"id": "s", "title": "S", "publisher": "P", "date": "2020", "url": "https://example.org/",
                        "kind": "press"});
    let list = json!({"schema": 1, "title": "T", "as_of": "2024-12-31", "incidents": [], "estimates": estimates,
                      "sources": [source]});
    dataset(&list.to_string())
}

#[test]
fn a_list_of_its_own_states_no_more_than_it_has() {
    let said =
        |dataset: &Dataset| describe::sentence(&figure(ChartKind::Share, Measure::Usd, dataset), dataset, ALL[0]);
    assert_eq!(said(&own(&[("a", "2023", 12.25)])), "The published share is 12.25% (a, 2023).");
    assert_eq!(said(&own(&[("a", "2023", 0.0), ("b", "2022", 0.0)])), "The published share is 0% (a, 2023).");
    let none = own(&[]);
    assert_eq!(said(&none), "The dataset has no share of all thefts.");
    assert!(!ChartKind::Share.has_data(&none));
    let banks = Filter { groups: vec![heistogram::data::Group::Banks], ..Filter::default() };
    let gone = Figure::new(ChartKind::Share, &REAL, &banks, Measure::Usd);
    assert!(describe::sentence(&gone, &REAL, ALL[0]).starts_with("No published share is comparable"));
    assert!(texts(&scene(&gone, &REAL, 768.0, ALL[0])).count() > 0);
}
