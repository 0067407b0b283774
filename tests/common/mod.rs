//! Shared by the tests of the core: datasets, charts and widths.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

pub mod everything;
pub mod rows;
pub mod scenes;
pub mod told;

use heistogram::aggregate::{Filter, Measure};
use heistogram::chart::{ChartKind, Figure, LayoutContext, layout};
use heistogram::data::{Dataset, Value};
use heistogram::locale::{self, Locale};
use heistogram::scene::{Mark, Scene, Shape, Text};
use heistogram::state::State;
use heistogram::text::{FixedAdvance, MeasureText};
use heistogram::theme::{LIGHT, Theme};

/// The invented dataset of the golden files.
pub fn fixture() -> Dataset {
    dataset(include_str!("../fixtures/fixture.json"))
}

/// The published dataset.
pub fn real() -> Dataset {
    dataset(include_str!("../../www/data/dataset.json"))
}

pub fn dataset(json: &str) -> Dataset {
    let value: Value = serde_json::from_str(json).unwrap();
    Dataset::from_value(&value).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// Every chart with each of its measures.
pub fn views() -> impl Iterator<Item = (ChartKind, Measure)> {
    ChartKind::ALL.into_iter().flat_map(|kind| kind.measures().iter().map(move |measure| (kind, *measure)))
}

/// Selections of every kind, with their names in golden files.
pub fn filters() -> Vec<(&'static str, Filter)> {
    let choices = [
        ("banks", "group=banks"),
        ("official", "evidence=government,un-panel"),
        ("cut", "period=2016-05..2019-03"),
        ("firm", "evidence=firm"),
        ("places", "country=KR,GS,none"),
        ("un-2019", "set=un-2019"),
        ("month", "period=2021-03..2021-03"),
        ("centuries", "period=1900..2199"),
        ("empty month", "period=2016-07..2016-07&set=un-2019"),
        ("much", "period=2010-11..&group=banks,defi&country=BD,VN"),
    ];
    let filter = |(name, query)| {
        let (state, bad) = State::read(query);
        assert!(bad.is_empty(), "{bad:?}");
        (name, state.filter)
    };
    choices.into_iter().map(filter).collect()
}

pub fn languages() -> impl Iterator<Item = Locale> {
    locale::ALL.iter().copied()
}

pub fn figure(kind: ChartKind, measure: Measure, dataset: &Dataset) -> Figure {
    Figure::new(kind, dataset, &Filter::default(), measure)
}

pub fn scene_with(
    figure: &Figure,
    dataset: &Dataset,
    width: f64,
    theme: &Theme,
    locale: Locale,
    text: &dyn MeasureText,
) -> Scene {
    layout(&LayoutContext { figure, dataset, width, plot_height: None, theme, locale, text })
}

pub fn scene(figure: &Figure, dataset: &Dataset, width: f64, locale: Locale) -> Scene {
    scene_with(figure, dataset, width, &LIGHT, locale, &FixedAdvance)
}

/// Labels of ticks: those at the left end of a level line.
pub fn ticks(scene: &Scene) -> impl Iterator<Item = &Text> {
    let level = |mark: &Mark| match mark.shape {
        Shape::Line { from, to, .. } if from.y == to.y => Some(from.y),
        _ => None,
    };
    let lines: Vec<f64> = scene.marks.iter().filter_map(level).collect();
    texts(scene)
        .filter(|text| text.at.x == 0.0 && text.color == LIGHT.muted)
        .filter(move |text| lines.iter().any(|y| (0.0..8.0).contains(&(y - text.at.y))))
}

pub fn texts(scene: &Scene) -> impl Iterator<Item = &Text> {
    scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(text) => Some(text),
        _ => None,
    })
}
