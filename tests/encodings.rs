//! What marks mean: hatching, outlines, narrow columns, and names in bars.
#![allow(clippy::unwrap_used)]

mod common;

use common::{figure, languages, real, scene, scene_with, texts, views};
use heistogram::aggregate::{Filter, Key, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe::{table, tooltip};
use heistogram::locale;
use heistogram::scene::{Fill, Shape};
use heistogram::text::BuiltInMetrics;
use heistogram::theme::LIGHT;

fn counted_attempt(key: Key, dataset: &Dataset) -> bool {
    let Key::Incident(index) = key else { return false };
    let incident = &dataset.incidents[index];
    incident.counted && incident.stolen_usd.is_some_and(|usd| usd.high == 0.0)
}

#[test]
fn hatching_means_evidence_that_is_not_official() {
    let dataset = real();
    let mut hatched = 0;
    for (kind, measure) in views() {
        let figure = figure(kind, measure, &dataset);
        let scene = scene(&figure, &dataset, 768.0, locale::ALL[0]);
        for mark in &scene.marks {
            let (Shape::Rect { fill: Fill::Hatched { .. }, .. } | Shape::Dot { fill: Fill::Hatched { .. }, .. }) =
                mark.shape
            else {
                continue;
            };
            assert_ne!(kind, ChartKind::Un2019);
            let Some(number) = mark.datum else { continue };
            let datum = figure.datum(number, &dataset).unwrap();
            assert!(datum.official.attacks < datum.totals.attacks, "{kind:?}: {:?}", datum.key);
            hatched += 1;
        }
    }
    assert!(hatched > 50);
}

#[test]
fn attempts_are_outlines() {
    let dataset = real();
    let figure = figure(ChartKind::Incidents, Measure::Usd, &dataset);
    let scene = scene(&figure, &dataset, 768.0, locale::ALL[0]);
    let mut outlines = 0;
    for (number, datum) in figure.data() {
        let dots = scene.marks.iter().filter(|mark| mark.datum == Some(number));
        let hollow = dots.filter(|mark| matches!(mark.shape, Shape::Dot { fill: Fill::Hollow(_), .. })).count();
        let Key::Incident(index) = datum.key else { continue };
        let attempt = counted_attempt(datum.key, &dataset);
        assert_eq!(hollow == 1, attempt || !dataset.incidents[index].counted, "{:?}", dataset.incidents[index]);
        outlines += u32::from(attempt);
    }
    assert!(outlines > 3);
}

#[test]
fn a_part_year_is_narrower_and_says_so() {
    let dataset = real();
    let part = dataset.as_of.year();
    for (kind, measure) in [(ChartKind::Attacks, Measure::Attacks), (ChartKind::Proceeds, Measure::Usd)] {
        let figure = figure(kind, measure, &dataset);
        for locale in languages() {
            let scene = scene(&figure, &dataset, 390.0, locale);
            let width = |year: i32| {
                let (number, _) = figure.data().find(|(_, datum)| datum.key.year() == Some(year)).unwrap();
                let of_datum = scene.marks.iter().filter(|mark| mark.datum == Some(number));
                of_datum.into_iter().find_map(|mark| match mark.shape {
                    Shape::Rect { rect, .. } => Some(rect.width),
                    _ => None,
                })
            };
            assert!(width(part).unwrap() < 0.7 * width(part - 1).unwrap(), "{kind:?}");
            let words = locale.part_of_year(figure.part_of_year(part).unwrap());
            assert!(texts(&scene).any(|text| text.content == words), "{kind:?}: {words}");
        }
    }
}

#[test]
fn the_largest_theft_is_named_in_its_bar_and_in_the_tooltip() {
    let dataset = real();
    let figure = figure(ChartKind::Targets, Measure::Usd, &dataset);
    let scene = scene(&figure, &dataset, 1200.0, locale::ALL[0]);
    let mut named = 0;
    for (number, datum) in figure.data() {
        let Some(index) = figure.largest(datum.key, &dataset) else { continue };
        let best = |index: &usize| dataset.incidents[*index].stolen_usd.map_or(0.0, |usd| usd.best);
        let behind = figure.incidents(datum.key, &dataset);
        assert!(behind.iter().all(|other| *other == index || best(other) < best(&index)));
        let name = dataset.incidents[index].name();
        let lines = tooltip(&figure, number, &dataset, locale::ALL[0]).lines;
        assert!(lines.iter().any(|line| line.contains(name)), "{name}: {lines:?}");
        let of_datum = || scene.marks.iter().filter(|mark| mark.datum == Some(number));
        let solid = of_datum().find_map(|mark| match mark.shape {
            Shape::Rect { rect, fill: Fill::Solid(_) } => Some(rect),
            _ => None,
        });
        for mark in of_datum() {
            if let Shape::Text(text) = &mark.shape
                && name.starts_with(text.content.split(" $").next().unwrap())
            {
                let (bar, words) = (solid.unwrap(), text.bounds());
                assert!(bar.x < words.x && words.right() < bar.right(), "{}", text.content);
                named += 1;
            }
        }
    }
    assert!(named >= 2);
    let counts = scene_of_counts(&dataset);
    assert!(!counts.iter().any(|text| text.contains("Bybit")), "{counts:?}");
}

fn scene_of_counts(dataset: &Dataset) -> Vec<String> {
    let figure = figure(ChartKind::Targets, Measure::Attacks, dataset);
    texts(&scene(&figure, dataset, 1200.0, locale::ALL[0])).map(|text| text.content.clone()).collect()
}

#[test]
fn countries_that_share_a_bar_are_listed_in_the_table() {
    let dataset = real();
    for measure in [Measure::Attacks, Measure::Usd] {
        let figure = Figure::new(ChartKind::Targets, &dataset, &Filter::default(), measure);
        let tail = &figure.series[1].tail;
        assert!(tail.len() > 10);
        for locale in languages() {
            let rows = table(&figure, &dataset, locale).rows;
            for datum in tail {
                let Key::Country(country) = datum.key else { panic!("{:?}", datum.key) };
                let row = rows.iter().find(|row| row.header == locale.country(country)).unwrap();
                assert_eq!(row.cells[0].text, locale.count(datum.totals.attacks));
            }
        }
    }
}

/// Where amounts do not fit above their columns, they are shorter, and all there.
#[test]
fn amounts_stand_above_all_columns_on_a_phone() {
    let dataset = real();
    let figure = figure(ChartKind::Proceeds, Measure::Usd, &dataset);
    let years = figure.data().filter(|(_, datum)| matches!(datum.key, Key::Year(_)) && datum.totals.usd.high > 0.0);
    let years: Vec<_> = years.map(|(number, _)| number).collect();
    for locale in languages() {
        for width in [280.0, 320.0, 360.0, 390.0] {
            let scene = scene_with(&figure, &dataset, width, &LIGHT, locale, &BuiltInMetrics);
            for number in &years {
                let column = scene.bounds_of(*number).unwrap();
                let above = texts(&scene).any(|text| {
                    let bounds = text.bounds();
                    (bounds.centre().x - column.centre().x).abs() < 5.0 && bounds.bottom() <= column.y + 2.0
                });
                assert!(above, "{} at {width} px: {number:?}", locale.tag());
            }
        }
    }
}
