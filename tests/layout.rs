//! Properties every scene has, whatever the data, the width and the language.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, fixture, languages, real, scene, texts, views};
use heistogram::aggregate::Filter;
use heistogram::chart::Figure;
use heistogram::data::{Dataset, Group, Value};
use heistogram::geometry::{Point, Rect};
use heistogram::hit::hit_test;
use heistogram::scene::{Scene, Shape};
use proptest::prelude::*;

/// Every width a chart is asked for, from the narrowest column to a wide screen.
fn widths() -> impl Iterator<Item = f64> {
    (280..=2000).step_by(20).map(f64::from)
}

/// Datasets that are right, yet unusual.
fn unusual() -> Vec<(&'static str, Dataset)> {
    let with = |incidents: Vec<serde_json::Value>| {
        let json = serde_json::json!({
            "schema": 1, "title": "Unusual", "as_of": "2024-06-30", "incidents": incidents,
            "sources": [{"id": "s", "title": "S", "publisher": "P", "date": "2024", "url": "https://example.org/",
                         "kind": "press", "via": null}],
        });
        let value: Value = serde_json::from_value(json).unwrap();
        Dataset::from_value(&value).unwrap()
    };
    let incident = |id: &str, date: &str, country: Option<&str>, usd: Option<f64>| {
        let stolen = usd.map(|usd| serde_json::json!({"low": usd / 2.0, "best": usd, "high": usd * 3.0}));
        serde_json::json!({
            "id": id, "date": date, "victim": "V".repeat(400), "country": country, "sector": "bank",
            "stolen_usd": stolen, "evidence": "firm", "sources": [{"source": "s", "locator": null}],
        })
    };
    let everywhere = heistogram::data::Country::all()
        .map(|country| incident(country.code(), "2020", Some(country.code()), Some(1e6)))
        .collect();
    let row = |id: &str, un2019: serde_json::Value| {
        let mut incident = incident(id, "2018-03", Some("GS"), None);
        incident["un2019"] =
            serde_json::json!({"row": id, "wording": null, "counts": true, "in_press_country_list": false});
        incident["un2019"].as_object_mut().unwrap().extend(un2019.as_object().unwrap().clone());
        incident
    };
    let no_amount = row("A1", serde_json::json!({"usd": null, "kind": "none"}));
    let attempt = row("A2", serde_json::json!({"usd": 9e12, "kind": "attempted"}));
    let repeated = row("A3", serde_json::json!({"usd": 1.0, "kind": "taken", "counts": false}));
    let unfinished = row("A4", serde_json::json!({"usd": null, "kind": "attempted", "wording": "W".repeat(400)}));
    vec![
        ("nothing", with(vec![])),
        ("one row without an amount", with(vec![no_amount.clone()])),
        ("one row, and that repeated", with(vec![repeated.clone()])),
        ("rows of every kind", with(vec![no_amount, attempt, repeated, unfinished])),
        ("one incident", with(vec![incident("a", "2020-02-02", Some("KR"), Some(5e6))])),
        ("one unknown amount", with(vec![incident("a", "2020", Some("KR"), None)])),
        ("one attempt that took nothing", with(vec![incident("a", "2024-06-30", None, Some(0.0))])),
        ("two centuries", with(vec![incident("a", "1900", None, Some(1.0)), incident("b", "2024", None, Some(3e14))])),
        ("every country", with(everywhere)),
        ("one dollar", with(vec![incident("a", "2020", Some("GS"), Some(1.0))])),
    ]
}

fn each_scene(mut check: impl FnMut(&str, &Figure, &Scene)) {
    let mut datasets = unusual();
    datasets.extend([("fixture", fixture()), ("real", real())]);
    for (name, dataset) in &datasets {
        for (kind, measure) in views() {
            let figure = figure(kind, measure, dataset);
            check_figure(name, &figure, dataset, &mut check);
            if *name == "real" {
                let filter = Filter { groups: vec![Group::Exchanges], ..Filter::default() };
                check_figure("exchanges", &Figure::new(kind, dataset, &filter, measure), dataset, &mut check);
            }
        }
    }
}

fn check_figure(name: &str, figure: &Figure, dataset: &Dataset, check: &mut impl FnMut(&str, &Figure, &Scene)) {
    for locale in languages() {
        for width in widths() {
            let scene = scene(figure, dataset, width, locale);
            let (kind, measure) = (figure.kind.id(), figure.measure.id());
            check(&format!("{name}, {kind} by {measure}, {}, {width} px", locale.tag), figure, &scene);
        }
    }
}

#[test]
fn every_mark_lies_inside_the_viewport() {
    each_scene(|which, _, scene| {
        let viewport = Rect::new(0.0, 0.0, scene.width, scene.height).grown(0.01);
        for mark in &scene.marks {
            let bounds = mark.shape.bounds();
            let inside = viewport.contains(Point::new(bounds.x, bounds.y))
                && viewport.contains(Point::new(bounds.right(), bounds.bottom()));
            assert!(inside, "{which}: {:?} leaves {viewport:?}", mark.shape);
            assert!(bounds.width.is_finite() && bounds.height.is_finite(), "{which}: {:?}", mark.shape);
        }
    });
}

#[test]
fn texts_never_overlap() {
    each_scene(|which, _, scene| {
        let all: Vec<_> = texts(scene).collect();
        for (at, text) in all.iter().enumerate() {
            for other in &all[at + 1..] {
                assert!(
                    !text.bounds().overlaps(&other.bounds()),
                    "{which}: {:?} overlaps {:?}",
                    (&text.content, text.bounds()),
                    (&other.content, other.bounds())
                );
            }
        }
    });
}

#[test]
fn no_text_is_empty_or_unfilled() {
    each_scene(|which, _, scene| {
        for text in texts(scene) {
            assert!(!text.content.is_empty() && !text.content.contains(['{', '}']), "{which}: {:?}", text.content);
        }
    });
}

#[test]
fn the_centre_of_every_mark_hits_its_datum() {
    each_scene(|which, _, scene| {
        for mark in &scene.marks {
            if let Some(datum) = mark.datum {
                let hit = hit_test(scene, mark.shape.bounds().centre());
                assert_eq!(hit, Some(datum), "{which}: {:?}", mark.shape);
            }
        }
    });
}

#[test]
fn every_datum_is_drawn() {
    each_scene(|which, figure, scene| {
        for (number, datum) in figure.data() {
            assert!(scene.bounds_of(number).is_some(), "{which}: {:?} has no mark", datum.key);
        }
    });
}

#[test]
fn what_is_not_known_has_no_length() {
    each_scene(|which, figure, scene| {
        for (number, datum) in figure.data() {
            // The length of a row of a report is what it prints, whatever was taken.
            if matches!(datum.key, heistogram::aggregate::Key::UnRow(_)) {
                continue;
            }
            if figure.measure == heistogram::aggregate::Measure::Usd && datum.totals.known == 0 {
                let drawn = scene.marks.iter().filter(|mark| mark.datum == Some(number));
                for mark in drawn {
                    assert!(matches!(mark.shape, Shape::Text(_)), "{which}: {:?} for {:?}", mark.shape, datum.key);
                }
            }
        }
    });
}

proptest! {
    #[test]
    fn any_point_is_answered(x in -100.0..2100.0, y in -100.0..2000.0, width in 280.0..2000.0) {
        let dataset = fixture();
        for (kind, measure) in views() {
            let figure = Figure::new(kind, &dataset, &Filter::default(), measure);
            let scene = scene(&figure, &dataset, width, heistogram::locale::ALL[0]);
            if let Some(datum) = hit_test(&scene, Point::new(x, y)) {
                prop_assert!(figure.datum(datum).is_some());
                let panel = scene.panels.iter().any(|panel| panel.area.contains(Point::new(x, y)));
                prop_assert!(panel);
            }
        }
    }
}

#[test]
fn the_grid_lies_below_the_data() {
    each_scene(|which, _, scene| {
        let first_datum = scene.marks.iter().position(|mark| mark.datum.is_some()).unwrap_or(scene.marks.len());
        let above = scene.marks[first_datum..]
            .iter()
            .find(|mark| matches!(mark.shape, Shape::Line { color, .. } if color == heistogram::theme::LIGHT.grid));
        assert_eq!(above, None, "{which}");
    });
}
