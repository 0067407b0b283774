//! Properties every scene has, whatever the data, the width and the language.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, filters, fixture, languages, real, scene, texts, views};
use heistogram::aggregate::{Filter, Key, Measure, Period};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Dataset, Date, Group, Value};
use heistogram::geometry::{Point, Rect};
use heistogram::hit::hit_test;
use heistogram::scene::{DatumRef, Fill, Mark, Scene, Shape};
use heistogram::state::State;
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
    let listed = |id: &str, date: &str, evidence: &str| {
        let mut incident = incident(id, date, Some("KR"), Some(1e6));
        incident["evidence"] = evidence.into();
        incident
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
        (
            "evidence that ends early",
            with(vec![listed("a", "2001", "un-panel"), listed("b", "2003", "government"), listed("c", "2024", "firm")]),
        ),
        (
            "evidence that ends at once",
            with(vec![listed("a", "2022", "un-panel"), listed("b", "2022", "government"), listed("c", "2023", "firm")]),
        ),
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
    let mut datasets = unusual();
    datasets.extend([("fixture", fixture()), ("real", real())]);
    for (name, dataset) in &datasets {
        for (kind, measure) in views() {
            let mut each = |choice: &str, filter: &Filter, widths: &mut dyn Iterator<Item = f64>| {
                let figure = Figure::new(kind, dataset, filter, measure);
                for width in widths {
                    for locale in languages() {
                        let scene = scene(&figure, dataset, width, locale);
                        let view = [kind.id(), measure.id(), locale.tag].join(", ");
                        check(&format!("{name}, {choice}, {view}, {width} px"), &figure, &scene);
                    }
                }
            };
            each("all", &Filter::default(), &mut widths());
            for (choice, filter) in filters() {
                each(choice, &filter, &mut [200.0, 320.0, 700.0, 1200.0].into_iter());
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
        let faded = |mark: &&Mark| matches!(mark.shape, Shape::Rect { fill: Fill::Solid(color), rect } if color == LIGHT.faded && rect.width > 12.0);
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
            // The length of a row of a report is what it prints, whatever was taken.
            if matches!(datum.key, Key::UnRow(_)) {
                continue;
            }
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

/// A note's line, or any other, would make what it crosses hard to read.
#[test]
fn no_upright_line_strikes_a_text_of_columns() {
    each_scene(|which, figure, scene| {
        if !matches!(figure.kind, ChartKind::Attacks | ChartKind::Proceeds) {
            return;
        }
        for mark in scene.marks.iter().filter(|mark| mark.datum.is_none()) {
            let bounds = mark.shape.bounds();
            if matches!(mark.shape, Shape::Line { .. }) && bounds.width == 0.0 {
                let struck = texts(scene).find(|text| text.bounds().overlaps(&bounds));
                assert_eq!(struck.map(|text| &text.content), None, "{which}: {bounds:?}");
            }
        }
    });
}

#[test]
fn choices_can_be_touched_and_read() {
    each_scene(|which, _, scene| {
        let viewport = Rect::new(0.0, 0.0, scene.width, scene.height).grown(0.01);
        for (at, choice) in scene.choices.iter().enumerate() {
            let area = choice.area;
            assert!(area.height >= 24.0 && area.width >= 24.0, "{which}: {area:?} is too small for a finger");
            assert!(viewport.contains(Point::new(area.x, area.y)), "{which}: {area:?}");
            assert!(viewport.contains(Point::new(area.right(), area.bottom())), "{which}: {area:?}");
            let taken = scene.choices[at + 1..].iter().map(|other| other.area);
            let taken = taken.chain(scene.panels.iter().map(|panel| panel.area));
            assert!(!taken.into_iter().any(|other| other.overlaps(&area)), "{which}: {area:?} is not alone");
            let (state, bad) = State::read([(choice.key, choice.value)]);
            assert!(bad.is_empty() && state != State::default(), "{which}: {}={}", choice.key, choice.value);
        }
    });
}

#[test]
fn legends_offer_every_group_and_both_kinds_of_evidence() {
    let dataset = real();
    let filter = Filter { groups: vec![heistogram::data::Group::Banks], ..Filter::default() };
    for filter in [Filter::default(), filter] {
        let figure = Figure::new(ChartKind::Attacks, &dataset, &filter, Measure::Attacks);
        for width in [320.0, 768.0] {
            let scene = scene(&figure, &dataset, width, heistogram::locale::ALL[0]);
            let of_key = |key| -> Vec<_> {
                let mut values: Vec<_> =
                    scene.choices.iter().filter(|choice| choice.key == key).map(|choice| choice.value).collect();
                values.sort_unstable();
                values
            };
            assert_eq!(of_key("group"), ["banks", "companies", "defi", "exchanges", "individuals"]);
            for group in ["Banks", "Companies", "DeFi", "Exchanges", "Individuals"] {
                assert!(texts(&scene).any(|text| text.content == group), "{group} in full at {width} px");
            }
            assert_eq!(of_key("evidence"), ["firm,single-source", "government,un-panel"]);
        }
    }
}

/// Where labels, ticks and notes of the years lie: everything but the values above columns.
fn axis(scene: &Scene) -> Vec<(String, Point)> {
    let not_value = |text: &&heistogram::scene::Text| text.size == 12.0;
    texts(scene).filter(not_value).map(|text| (text.content.clone(), text.at)).collect()
}

#[test]
fn choosing_a_group_moves_no_axis() {
    let dataset = real();
    for width in [320.0, 768.0, 1200.0] {
        let all = figure(ChartKind::Attacks, Measure::Attacks, &dataset);
        let banks = Figure::new(ChartKind::Attacks, &dataset, &filters()[0].1, Measure::Attacks);
        let [all, banks] =
            [&all, &banks].map(|figure| axis(&scene(figure, &dataset, width, heistogram::locale::ALL[0])));
        let left: Vec<_> = all.iter().filter(|label| !banks.contains(label)).collect();
        assert!(left.is_empty(), "{width} px: {left:?}");
    }
}

/// Lengths of the faded marks, along the axis of the values.
fn faded(scene: &Scene, length: fn(&Rect) -> f64) -> Vec<f64> {
    let of_rest = scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Rect { rect, fill: Fill::Solid(color) } if *color == LIGHT.faded => Some((rect, mark.datum)),
        _ => None,
    });
    // Swatches of the legend are squares.
    let of_rest = of_rest.filter(|(rect, _)| (rect.width, rect.height) != (12.0, 12.0));
    of_rest
        .map(|(rect, datum)| {
            assert_eq!(datum, None, "what is not selected is no datum");
            length(rect)
        })
        .collect()
}

#[test]
fn what_is_not_selected_fades_to_its_length() {
    let dataset = real();
    let banks = &filters()[0].1;
    let figure = Figure::new(ChartKind::Attacks, &dataset, banks, Measure::Attacks);
    let scene_of = |figure: &Figure| scene(figure, &dataset, 768.0, heistogram::locale::ALL[0]);
    let attacks = scene_of(&figure);
    let of_data = attacks.marks.iter().filter(|mark| mark.datum.is_some());
    let drawn: f64 = of_data.map(|mark| mark.shape.bounds().height).sum();
    let px_per_attack = drawn / f64::from(figure.series[0].totals.attacks);
    let rest = faded(&attacks, |rect| rect.height).iter().sum::<f64>() / px_per_attack;
    let not_chosen = figure.rest[0].totals.attacks - figure.series[0].totals.attacks;
    assert!((rest - f64::from(not_chosen)).abs() < 1e-6, "{rest} of {not_chosen}");
    // Nothing fades where nothing but a period is chosen.
    let cut = Figure::new(ChartKind::Attacks, &dataset, &filters()[2].1, Measure::Attacks);
    assert!(faded(&scene_of(&cut), |rect| rect.height).is_empty());
    // Four groups have nothing that is chosen and stand there all the same.
    let targets = Figure::new(ChartKind::Targets, &dataset, banks, Measure::Attacks);
    let groups: Vec<_> = texts(&scene_of(&targets)).filter(|text| text.color == LIGHT.muted).cloned().collect();
    for group in ["Exchanges", "Companies", "DeFi", "Individuals"] {
        assert!(groups.iter().any(|text| text.content == group), "{group}");
    }
}
