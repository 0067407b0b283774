//! Effects of a selection on the picture: axes stay, the rest fades, and legends offer the possible choices.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, filters, real, scene, texts, ticks, views};
use heistogram::aggregate::{Filter, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Group;
use heistogram::geometry::{Point, Rect};
use heistogram::scene::{Anchor, Fill, Mark, Scene, Shape};
use heistogram::state::State;
use heistogram::theme::LIGHT;

#[test]
fn the_axis_stays_while_one_selects_and_the_rest_fades() {
    let dataset = real();
    let select = |groups| Filter { groups, ..Filter::default() };
    let of = |filter: &Filter| {
        let figure = Figure::new(ChartKind::Proceeds, &dataset, filter, Measure::Usd);
        scene(&figure, &dataset, 720.0, heistogram::locale::ALL[0])
    };
    let (all, banks) = (of(&Filter::default()), of(&select(vec![Group::Banks])));
    // Legends and notes differ, because figures by others are gone. Years and ticks are muted or at the axis.
    let axis = |scene: &Scene| -> Vec<(String, f64)> {
        let years = texts(scene).filter(|text| text.content.len() == 4 && text.content.starts_with("20"));
        let mut axis: Vec<_> = years.map(|text| (text.content.clone(), text.at.x)).collect();
        axis.extend(ticks(scene).map(|text| (text.content.clone(), 0.0)));
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

#[test]
fn no_page_jumps_while_a_period_is_chosen() {
    let dataset = real();
    for (kind, measure) in [(ChartKind::Attacks, Measure::Attacks), (ChartKind::Incidents, Measure::Usd)] {
        let height = |query| {
            let (State { filter, .. }, _) = State::read(query);
            let figure = Figure::new(kind, &dataset, &filter, measure);
            scene(&figure, &dataset, 720.0, heistogram::locale::ALL[0]).height
        };
        let whole_years = height("period=2015..2019");
        for cut in ["period=2015-03..2019", "period=2015..2019-08"] {
            assert_eq!(height(cut), whole_years, "{kind:?}, {cut}");
        }
    }
}

#[test]
fn legends_offer_every_group_and_both_kinds_of_evidence() {
    let dataset = real();
    let filter = Filter { groups: vec![Group::Banks], ..Filter::default() };
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
            for group in ["Banks", "Other companies", "DeFi", "Exchanges", "Individuals"] {
                assert!(texts(&scene).any(|text| text.content == group), "{group} in full at {width} px");
            }
            assert_eq!(of_key("evidence"), ["firm,single-source", "government,un-panel"]);
        }
    }
}

/// Positions of labels, ticks and notes of the years: everything except the values above columns.
fn axis(scene: &Scene) -> Vec<(String, Point)> {
    let zero = ticks(scene).map(|tick| tick.at.y).fold(0.0, f64::max);
    let not_value = |text: &&heistogram::scene::Text| text.anchor != Anchor::Middle || text.at.y > zero;
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
    // Swatches of the legend are square.
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
    // Nothing fades if only a period is selected.
    let cut = Figure::new(ChartKind::Attacks, &dataset, &filters()[2].1, Measure::Attacks);
    assert!(faded(&scene_of(&cut), |rect| rect.height).is_empty());
    // Four groups have nothing selected and are still shown.
    let targets = Figure::new(ChartKind::Targets, &dataset, banks, Measure::Attacks);
    let groups: Vec<_> = texts(&scene_of(&targets)).filter(|text| text.color == LIGHT.muted).cloned().collect();
    for group in ["Exchanges", "Other companies", "DeFi", "Individuals"] {
        assert!(groups.iter().any(|text| text.content == group), "{group}");
    }
}

/// Each choice of a legend is a state of the chart, and narrows it.
#[test]
fn legends_filter_what_they_name() {
    let dataset = real();
    for (kind, measure) in views() {
        let all = figure(kind, measure, &dataset);
        let scene = scene(&all, &dataset, 320.0, heistogram::locale::ALL[0]);
        assert!(kind != ChartKind::Incidents || scene.choices.len() == 7, "{:?}", scene.choices);
        for choice in &scene.choices {
            let (state, bad) = State::read(&[choice.key, "=", choice.value].concat());
            assert!(bad.is_empty(), "{bad:?}");
            let some = Figure::new(kind, &dataset, &state.filter, measure);
            let attacks = |figure: &Figure| figure.series[0].totals.attacks;
            assert!((1..attacks(&all)).contains(&attacks(&some)), "{choice:?}");
            assert!(choice.area.right() <= scene.width && choice.area.bottom() <= scene.height, "{choice:?}");
            assert!(scene.panels.iter().all(|panel| !panel.area.overlaps(&choice.area)), "{choice:?}");
        }
    }
}
