//! Properties every scene has, whatever the data, the width and the language.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, fixture, languages, real, scene, texts, views};
use heistogram::aggregate::{Filter, Key, Measure, Period};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Dataset, Date, Group, Value};
use heistogram::geometry::{Point, Rect};
use heistogram::hit::hit_test;
use heistogram::scene::{DatumRef, Fill, Mark, Scene, Shape};
use heistogram::theme::{LABEL_SIZE, LIGHT};
use proptest::prelude::*;

/// Every width a chart is asked for, from the narrowest column to a wide screen.
fn widths() -> impl Iterator<Item = f64> {
    (280..=2000).step_by(20).map(f64::from)
}

/// Datasets that are right, yet unusual.
fn unusual() -> Vec<(&'static str, Dataset)> {
    let with_estimates = |incidents: Vec<serde_json::Value>, estimates: Vec<serde_json::Value>| {
        let json = serde_json::json!({
            "estimates": estimates,
            "schema": 1, "title": "Unusual", "as_of": "2024-06-30", "incidents": incidents,
            "sources": [{"id": "s", "title": "S", "publisher": "P", "date": "2024", "url": "https://example.org/",
                         "kind": "press", "via": null}],
        });
        let value: Value = serde_json::from_value(json).unwrap();
        Dataset::from_value(&value).unwrap()
    };
    let with = |incidents| with_estimates(incidents, Vec::new());
    // Everybody says the same, and the last one far more than was taken.
    let estimate = |at: usize| {
        let usd = if at == 0 { 9e11 } else { 4e6 };
        serde_json::json!({
            "estimator": format!("estimator-{at}"), "report_date": "2023-12-31", "kind": "year", "period": "2023",
            "stolen_usd": {"low": 0.0, "best": usd, "high": usd}, "qualifier": null, "incidents": null, "latest": true,
            "mark": format!("{} {at}", "mark ".repeat(20)), "source": "s", "note": null,
        })
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
    vec![
        ("nothing", with(vec![])),
        ("one incident", with(vec![incident("a", "2020-02-02", Some("KR"), Some(5e6))])),
        ("one unknown amount", with(vec![incident("a", "2020", Some("KR"), None)])),
        ("one attempt that took nothing", with(vec![incident("a", "2024-06-30", None, Some(0.0))])),
        ("two centuries", with(vec![incident("a", "1900", None, Some(1.0)), incident("b", "2024", None, Some(3e14))])),
        ("every country", with(everywhere)),
        (
            "many estimators of one year",
            with_estimates(
                vec![incident("a", "2022-12", None, Some(5e6)), incident("b", "2023", None, Some(4e6))],
                (0..9).map(estimate).collect(),
            ),
        ),
        (
            "unknown months",
            with((1..=6).map(|month| incident(&format!("i{month}"), &format!("2023-0{month}"), None, None)).collect()),
        ),
        ("one dollar", with(vec![incident("a", "2020", Some("GS"), Some(1.0))])),
    ]
}

fn each_scene(mut check: impl FnMut(&str, &Figure, &Scene)) {
    let dataset = real();
    for (name, filter) in selections() {
        for (kind, measure) in views() {
            let figure = Figure::new(kind, &dataset, &filter, measure);
            for width in [280.0, 320.0, 720.0, 1200.0] {
                let scene = scene(&figure, &dataset, width, heistogram::locale::ALL[0]);
                check(&format!("{name}, {} by {}, {width} px", kind.id(), measure.id()), &figure, &scene);
            }
        }
    }
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

/// What a reader may select of the real dataset.
fn selections() -> Vec<(&'static str, Filter)> {
    let day = |text| Date::parse(text).ok();
    let period = |from, to| Filter { period: Period { from: day(from), to: day(to) }, ..Filter::default() };
    vec![
        ("banks", Filter { groups: vec![Group::Banks], ..Filter::default() }),
        ("the period of the report", period("2015-12-01", "2019-05-31")),
        ("one month", period("2017-05-01", "2017-05-31")),
        ("months without any amount", Filter { un2019: true, ..period("2016-07-01", "2016-07-31") }),
        ("the last years", period("2022-01-01", "")),
        ("nowhere", Filter { countries: vec![None], ..Filter::default() }),
    ]
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
                let centre = mark.shape.bounds().centre();
                let hit = hit_test(scene, centre);
                // A symbol that lies there means itself; what is under it is found above or below, in its column.
                let panel = scene.panels.iter().find(|panel| panel.area.contains(centre));
                let column = panel.filter(|_| is_symbol_of(scene, hit) && hit != Some(datum)).map(|panel| {
                    let edges = [panel.area.y, panel.area.bottom()];
                    edges.map(|y| hit_test(scene, Point::new(centre.x, y))).contains(&Some(datum))
                });
                let is_symbol = matches!(mark.shape, Shape::Symbol { .. });
                let found = hit == Some(datum) || (column == Some(true) && !is_symbol);
                assert!(found, "{which}: {:?} is {hit:?}", mark.shape);
            }
        }
    });
}

fn is_symbol_of(scene: &Scene, datum: Option<DatumRef>) -> bool {
    scene.marks.iter().any(|mark| mark.datum == datum && matches!(mark.shape, Shape::Symbol { .. }))
}

#[test]
fn every_datum_is_drawn() {
    each_scene(|which, figure, scene| {
        for (number, datum) in figure.data() {
            // Of figures by others, the less important give way where a symbol would hide another.
            let may_give_way = matches!(datum.key, Key::Estimate(_)) && scene.width < 600.0;
            assert!(may_give_way || scene.bounds_of(number).is_some(), "{which}: {:?} has no mark", datum.key);
        }
    });
}

#[test]
fn figures_by_others_give_way_to_more_important_ones_only() {
    let dataset = real();
    let figure = figure(ChartKind::Proceeds, Measure::Usd, &dataset);
    for width in widths() {
        let scene = scene(&figure, &dataset, width, heistogram::locale::ALL[0]);
        let symbol = |number| scene.bounds_of(number).map(|bounds| bounds.centre());
        let mut shown = Vec::new();
        for (number, datum) in figure.data() {
            let Key::Estimate(index) = datum.key else { continue };
            let estimate = &dataset.estimates[index];
            let hidden_by = |(year, usd): &(Option<i32>, f64)| {
                // Symbols of neighbouring years may touch; as many dollars as a symbol is high.
                year.zip(estimate.year()).is_some_and(|(a, b)| (a - b).abs() <= 1)
                    && (usd - estimate.stolen_usd.best).abs() < 2e8
            };
            match symbol(number) {
                Some(_) => shown.push((estimate.year(), estimate.stolen_usd.best)),
                None => assert!(
                    shown.iter().filter(|one| hidden_by(one)).count() >= 2,
                    "{width} px: {:?} {:?}",
                    estimate.estimator,
                    estimate.period
                ),
            }
        }
    }
}

#[test]
fn the_axis_stays_while_one_selects_and_the_rest_fades() {
    let dataset = real();
    let select = |groups| Filter { groups, ..Filter::default() };
    let of = |filter: &Filter| {
        let figure = Figure::new(ChartKind::Proceeds, &dataset, filter, Measure::Usd);
        scene(&figure, &dataset, 720.0, heistogram::locale::ALL[0])
    };
    let (all, banks) = (of(&Filter::default()), of(&select(vec![Group::Banks])));
    // Legends differ, since figures by others are gone; years and ticks are muted or stand at the axis.
    let axis = |scene: &Scene| -> Vec<(String, f64)> {
        let ticks = texts(scene).filter(|text| text.at.x == 0.0 && text.color == LIGHT.muted);
        let years = texts(scene).filter(|text| text.content.len() == 4 && text.content.starts_with("20"));
        let mut axis: Vec<_> = years.map(|text| (text.content.clone(), text.at.x)).collect();
        axis.extend(ticks.map(|text| (text.content.clone(), 0.0)));
        axis
    };
    assert_eq!(axis(&banks), axis(&all));
    let faded = |scene: &Scene| {
        let faded =
            |mark: &&Mark| matches!(mark.shape, Shape::Rect { fill: Fill::Solid(color), .. } if color == LIGHT.faded);
        assert!(scene.marks.iter().filter(faded).all(|mark| mark.datum.is_none()));
        scene.marks.iter().filter(faded).map(|mark| mark.shape.bounds().height).sum::<f64>()
    };
    let filled = |scene: &Scene| {
        let of_data = scene.marks.iter().filter(|mark| mark.datum.is_some());
        let rects = of_data.filter(|mark| matches!(mark.shape, Shape::Rect { .. }));
        rects.map(|mark| mark.shape.bounds().height).sum::<f64>()
    };
    assert_eq!(faded(&all), 0.0);
    assert!(faded(&banks) > filled(&banks));
    assert!((faded(&banks) + filled(&banks) - filled(&all)).abs() < 1e-6);
}

/// Ticks are as far apart as their labels say.
#[test]
fn labels_of_ticks_are_exact() {
    each_scene(|which, figure, scene| {
        if !matches!(figure.kind, ChartKind::Proceeds | ChartKind::RunningTotal) {
            return;
        }
        let ticks =
            texts(scene).filter(|text| text.at.x == 0.0 && text.color == LIGHT.muted && text.size == LABEL_SIZE);
        let number =
            |content: &str| content.replace(|c: char| !c.is_ascii_digit() && c != '.', "").parse::<f64>().unwrap();
        let ticks: Vec<(f64, f64)> = ticks.map(|text| (text.at.y, number(&text.content))).collect();
        let Some(((zero, _), (top, most))) = ticks.first().zip(ticks.last()) else { return };
        for (y, value) in &ticks {
            assert!((value - most * (zero - y) / (zero - top)).abs() < 1e-6 * most, "{which}: {ticks:?}");
        }
    });
}

#[test]
fn no_symbol_covers_another() {
    each_scene(|which, _, scene| {
        let symbols =
            scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Symbol { .. }) && mark.datum.is_some());
        let bounds: Vec<Rect> = symbols.map(|mark| mark.shape.bounds()).collect();
        for (at, symbol) in bounds.iter().enumerate() {
            let core = symbol.grown(-symbol.width / 3.0);
            assert!(!bounds[at + 1..].iter().any(|other| other.overlaps(&core)), "{which}: {symbol:?}");
        }
    });
}

#[test]
fn what_is_not_known_has_no_length() {
    each_scene(|which, figure, scene| {
        for (number, datum) in figure.data() {
            if figure.measure == Measure::Usd && datum.totals.known == 0 {
                let drawn = scene.marks.iter().filter(|mark| mark.datum == Some(number));
                for mark in drawn {
                    // A ring marks when; it has no length either.
                    let no_length = matches!(mark.shape, Shape::Text(_) | Shape::Dot { .. });
                    assert!(no_length, "{which}: {:?} for {:?}", mark.shape, datum.key);
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
            .find(|mark| matches!(mark.shape, Shape::Line { color, .. } if color == LIGHT.grid));
        assert_eq!(above, None, "{which}");
    });
}
