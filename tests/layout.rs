//! Properties of every scene, for any data, width and language.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::scenes::each_scene;
use common::{figure, fixture, real, scene, texts, ticks, views};
use heistogram::aggregate::{Filter, Key, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::geometry::{Point, Rect};
use heistogram::hit::hit_test;
use heistogram::scene::{DatumRef, Scene, Shape};
use heistogram::state::State;
use heistogram::theme::LIGHT;
use proptest::prelude::*;

/// What holds for every scene.
const RULES: &[fn(&str, &Figure, &Scene)] = &[
    every_mark_lies_inside_the_viewport,
    texts_never_overlap,
    no_text_is_empty_or_unfilled,
    the_centre_of_every_mark_hits_its_datum,
    every_datum_is_drawn,
    labels_of_ticks_are_exact,
    no_symbol_covers_another,
    what_is_not_known_has_no_length,
    the_grid_lies_below_the_data,
    no_upright_line_strikes_a_text_of_columns,
    dots_stay_to_be_seen,
    choices_can_be_touched_and_read,
];

/// In one pass: to lay out all scenes takes far longer than to look at them.
#[test]
fn every_scene_keeps_the_rules() {
    each_scene(|which, figure, scene| RULES.iter().for_each(|rule| rule(which, figure, scene)));
}

fn every_mark_lies_inside_the_viewport(which: &str, _: &Figure, scene: &Scene) {
    let viewport = Rect::new(0.0, 0.0, scene.width, scene.height).grown(0.01);
    for mark in &scene.marks {
        let bounds = mark.shape.bounds();
        let inside = viewport.contains(Point::new(bounds.x, bounds.y))
            && viewport.contains(Point::new(bounds.right(), bounds.bottom()));
        assert!(inside, "{which}: {:?} leaves {viewport:?}", mark.shape);
        assert!(bounds.width.is_finite() && bounds.height.is_finite(), "{which}: {:?}", mark.shape);
    }
}

fn texts_never_overlap(which: &str, _: &Figure, scene: &Scene) {
    let all: Vec<_> = texts(scene).collect();
    for (index, text) in all.iter().enumerate() {
        for other in &all[index + 1..] {
            assert!(
                !text.bounds().overlaps(&other.bounds()),
                "{which}: {:?} overlaps {:?}",
                (&text.content, text.bounds()),
                (&other.content, other.bounds())
            );
        }
    }
}

fn no_text_is_empty_or_unfilled(which: &str, _: &Figure, scene: &Scene) {
    for text in texts(scene) {
        assert!(!text.content.is_empty() && !text.content.contains(['{', '}']), "{which}: {:?}", text.content);
    }
}

fn the_centre_of_every_mark_hits_its_datum(which: &str, _: &Figure, scene: &Scene) {
    for mark in &scene.marks {
        if let Some(datum) = mark.datum {
            let centre = mark.shape.bounds().centre();
            let hit = hit_test(scene, centre);
            // A symbol on top is hit itself. The mark under it is hit above or below, in its column.
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
}

fn is_symbol_of(scene: &Scene, datum: Option<DatumRef>) -> bool {
    scene.marks.iter().any(|mark| mark.datum == datum && matches!(mark.shape, Shape::Symbol { .. }))
}

fn every_datum_is_drawn(which: &str, figure: &Figure, scene: &Scene) {
    for (number, datum) in figure.data() {
        // Running totals of equal size and date are dropped if they would hide another.
        let may_give_way =
            figure.kind == ChartKind::RunningTotal && matches!(datum.key, Key::Estimate(_)) && scene.width < 600.0;
        assert!(may_give_way || scene.bounds_of(number).is_some(), "{which}: {:?} has no mark", datum.key);
    }
}

/// Distances between ticks match their labels.
fn labels_of_ticks_are_exact(which: &str, figure: &Figure, scene: &Scene) {
    if !matches!(figure.kind, ChartKind::Proceeds | ChartKind::RunningTotal) {
        return;
    }
    let locale = heistogram::locale::ALL.iter().find(|locale| which.contains(&format!(", {},", locale.tag())));
    let point = locale.unwrap().messages().decimal_point;
    let number = |content: &str| {
        let content = content.replace(|c: char| !c.is_ascii_digit() && !point.contains(c), "");
        content.replace(point, ".").parse::<f64>().unwrap()
    };
    let ticks: Vec<(f64, f64)> = ticks(scene).map(|text| (text.at.y, number(&text.content))).collect();
    let Some(((zero, _), (top, most))) = ticks.first().zip(ticks.last()) else { return };
    for (y, value) in &ticks {
        assert!((value - most * (zero - y) / (zero - top)).abs() < 1e-6 * most, "{which}: {ticks:?}");
    }
}

fn no_symbol_covers_another(which: &str, _: &Figure, scene: &Scene) {
    let symbols = scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Symbol { .. }) && mark.datum.is_some());
    let bounds: Vec<Rect> = symbols.map(|mark| mark.shape.bounds()).collect();
    for (index, symbol) in bounds.iter().enumerate() {
        let core = symbol.grown(-symbol.width / 3.0);
        assert!(!bounds[index + 1..].iter().any(|other| other.overlaps(&core)), "{which}: {symbol:?}");
    }
}

fn what_is_not_known_has_no_length(which: &str, figure: &Figure, scene: &Scene) {
    // A dot has no length, and is outside of the axis.
    if figure.kind == ChartKind::Incidents {
        return;
    }
    for (number, datum) in figure.data() {
        // The length of a row of a report is its printed amount, not the amount taken.
        if matches!(datum.key, Key::UnRow(_)) {
            continue;
        }
        if figure.measure == Measure::Usd && datum.totals.known == 0 {
            let drawn = scene.marks.iter().filter(|mark| mark.datum == Some(number));
            for mark in drawn {
                // A ring marks a date; it has no length either.
                let no_length = matches!(mark.shape, Shape::Text(_) | Shape::Dot { .. });
                assert!(no_length, "{which}: {:?} for {:?}", mark.shape, datum.key);
            }
        }
    }
}

fn choices_can_be_touched_and_read(which: &str, _: &Figure, scene: &Scene) {
    let viewport = Rect::new(0.0, 0.0, scene.width, scene.height).grown(0.01);
    for (index, choice) in scene.choices.iter().enumerate() {
        let area = choice.area;
        assert!(area.height >= 24.0 && area.width >= 24.0, "{which}: {area:?} is too small for a finger");
        assert!(viewport.contains(Point::new(area.x, area.y)), "{which}: {area:?}");
        assert!(viewport.contains(Point::new(area.right(), area.bottom())), "{which}: {area:?}");
        let taken = scene.choices[index + 1..].iter().map(|other| other.area);
        let taken = taken.chain(scene.panels.iter().map(|panel| panel.area));
        assert!(!taken.into_iter().any(|other| other.overlaps(&area)), "{which}: {area:?} is not alone");
        let (state, bad) = State::read(&[choice.key, "=", choice.value].concat());
        assert!(bad.is_empty() && state != State::default(), "{which}: {}={}", choice.key, choice.value);
    }
}

proptest! {
    #[test]
    fn any_point_is_answered(x in -100.0..2100.0, y in -100.0..2000.0, width in 280.0..2000.0) {
        let dataset = fixture();
        for (kind, measure) in views() {
            let figure = Figure::new(kind, &dataset, &Filter::default(), measure);
            let scene = scene(&figure, &dataset, width, heistogram::locale::ALL[0]);
            if let Some(datum) = hit_test(&scene, Point::new(x, y)) {
                prop_assert!(figure.datum(datum, &dataset).is_some());
                let panel = scene.panels.iter().any(|panel| panel.area.contains(Point::new(x, y)));
                prop_assert!(panel);
            }
        }
    }
}

fn the_grid_lies_below_the_data(which: &str, _: &Figure, scene: &Scene) {
    let first_datum = scene.marks.iter().position(|mark| mark.datum.is_some()).unwrap_or(scene.marks.len());
    let above = scene.marks[first_datum..]
        .iter()
        .find(|mark| matches!(mark.shape, Shape::Line { color, .. } if color == LIGHT.grid));
    assert_eq!(above, None, "{which}");
}

/// No line of a note or of anything else crosses a text.
fn no_upright_line_strikes_a_text_of_columns(which: &str, figure: &Figure, scene: &Scene) {
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
}

/// No dot hides another, and no name overlaps a dot.
fn dots_stay_to_be_seen(which: &str, figure: &Figure, scene: &Scene) {
    if figure.kind != ChartKind::Incidents {
        return;
    }
    let of_data = || scene.marks.iter().filter(|mark| mark.datum.is_some()).map(|mark| &mark.shape);
    let dots: Vec<_> = of_data().filter(|shape| matches!(shape, Shape::Dot { .. })).map(Shape::bounds).collect();
    assert_eq!(dots.len(), figure.data().count(), "{which}");
    for (index, dot) in dots.iter().enumerate() {
        for other in &dots[..index] {
            let (x, y) = (dot.centre().x - other.centre().x, dot.centre().y - other.centre().y);
            assert!((x * x + y * y).sqrt() >= 4.0, "{which}: {dot:?} on {other:?}");
        }
    }
    for name in of_data().filter(|shape| matches!(shape, Shape::Text(_))) {
        let covered = dots.iter().find(|dot| dot.overlaps(&name.bounds()));
        assert_eq!(covered, None, "{which}: {name:?}");
    }
}

#[test]
fn the_largest_thefts_are_named_on_a_phone() {
    let dataset = real();
    let figure = figure(ChartKind::Incidents, Measure::Usd, &dataset);
    let drawn = |width| scene(&figure, &dataset, width, heistogram::locale::ALL[0]);
    for victim in ["Bybit", "Ronin bridge"] {
        assert!(texts(&drawn(320.0)).any(|text| text.content.starts_with(victim)), "{victim}");
    }
    // One in no count has no name without these words.
    for (width, expected) in
        [(320.0, None), (480.0, Some("Coincheck, not counted")), (768.0, Some("Coincheck $534m, not counted"))]
    {
        let scene = drawn(width);
        let named = texts(&scene).map(|text| &*text.content).find(|words| words.starts_with("Coincheck"));
        assert_eq!(named, expected, "{width} px");
    }
}
