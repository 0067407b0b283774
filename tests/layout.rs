//! Properties every scene has, whatever the data, the width and the language.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, fixture, languages, real, scene, texts, views};
use heistogram::aggregate::Filter;
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Dataset, Value};
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
    // As many as can be on a day: amounts alike, not known and nothing, some of them left out or disputed.
    let one_day = (0..90)
        .map(|at| {
            let usd = [Some(2e6), None, Some(0.0)][at % 3];
            let mut incident = incident(&format!("i{at}"), "2020-03-03", None, usd);
            incident["counted"] = (at % 5 > 0).into();
            incident["disputed"] = (at % 4 == 0).into();
            incident
        })
        .collect();
    let every_size = (0..15)
        .map(|power| incident(&format!("i{power}"), &format!("20{:02}-06", power + 1), None, Some(10_f64.powi(power))))
        .collect();
    vec![
        ("nothing", with(vec![])),
        ("one incident", with(vec![incident("a", "2020-02-02", Some("KR"), Some(5e6))])),
        ("one unknown amount", with(vec![incident("a", "2020", Some("KR"), None)])),
        ("one attempt that took nothing", with(vec![incident("a", "2024-06-30", None, Some(0.0))])),
        ("two centuries", with(vec![incident("a", "1900", None, Some(1.0)), incident("b", "2024", None, Some(3e14))])),
        ("every country", with(everywhere)),
        ("one day", with(one_day)),
        ("every size", with(every_size)),
        ("one dollar", with(vec![incident("a", "2020", Some("GS"), Some(1.0))])),
    ]
}

fn each_scene(mut check: impl FnMut(&str, &Figure, &Scene)) {
    let mut datasets = unusual();
    datasets.extend([("fixture", fixture()), ("real", real())]);
    for (name, dataset) in &datasets {
        for (kind, measure) in views() {
            let figure = figure(kind, measure, dataset);
            for locale in languages() {
                for width in widths() {
                    let scene = scene(&figure, dataset, width, locale);
                    check(
                        &format!("{name}, {} by {}, {}, {width} px", kind.id(), measure.id(), locale.tag),
                        &figure,
                        &scene,
                    );
                }
            }
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
        // A dot has no length, and lies outside of the axis.
        if figure.kind == ChartKind::Incidents {
            return;
        }
        for (number, datum) in figure.data() {
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

/// No dot hides another, and no name lies on a dot.
#[test]
fn dots_stay_to_be_seen() {
    each_scene(|which, figure, scene| {
        if figure.kind != ChartKind::Incidents {
            return;
        }
        let of_data = || scene.marks.iter().filter(|mark| mark.datum.is_some()).map(|mark| &mark.shape);
        let dots: Vec<_> = of_data().filter(|shape| matches!(shape, Shape::Dot { .. })).map(Shape::bounds).collect();
        assert_eq!(dots.len(), figure.data().count(), "{which}");
        for (at, dot) in dots.iter().enumerate() {
            for other in &dots[..at] {
                let (x, y) = (dot.centre().x - other.centre().x, dot.centre().y - other.centre().y);
                assert!((x * x + y * y).sqrt() >= 4.0, "{which}: {dot:?} on {other:?}");
            }
        }
        for name in of_data().filter(|shape| matches!(shape, Shape::Text(_))) {
            let covered = dots.iter().find(|dot| dot.overlaps(&name.bounds()));
            assert_eq!(covered, None, "{which}: {name:?}");
        }
    });
}

#[test]
fn the_largest_thefts_are_named_on_a_phone() {
    let dataset = real();
    let figure = figure(ChartKind::Incidents, heistogram::aggregate::Measure::Usd, &dataset);
    let scene = scene(&figure, &dataset, 320.0, heistogram::locale::ALL[0]);
    for victim in ["Bybit", "Ronin bridge", "Coincheck"] {
        assert!(texts(&scene).any(|text| text.content.starts_with(victim)), "{victim}");
    }
}

/// What a legend offers to choose is a state of a view, and narrows it.
#[test]
fn legends_filter_what_they_name() {
    let dataset = real();
    for (kind, measure) in views() {
        let all = figure(kind, measure, &dataset);
        let scene = scene(&all, &dataset, 320.0, heistogram::locale::ALL[0]);
        assert!(kind != ChartKind::Incidents || scene.choices.len() == 7, "{:?}", scene.choices);
        for choice in &scene.choices {
            let (state, bad) = heistogram::state::State::read([(choice.key, choice.value)]);
            assert!(bad.is_empty(), "{bad:?}");
            let some = Figure::new(kind, &dataset, &state.filter, measure);
            let attacks = |figure: &Figure| figure.series[0].totals.attacks;
            assert!((1..attacks(&all)).contains(&attacks(&some)), "{choice:?}");
            assert!(choice.area.right() <= scene.width && choice.area.bottom() <= scene.height, "{choice:?}");
            assert!(scene.panels.iter().all(|panel| !panel.area.overlaps(&choice.area)), "{choice:?}");
        }
    }
}
