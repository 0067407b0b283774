//! What the tests of the core share: datasets, every chart, every width.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use heistogram::aggregate::{Filter, Measure};
use heistogram::chart::{ChartKind, Figure, LayoutContext, layout};
use heistogram::data::{Dataset, Value};
use heistogram::locale::{self, Locale};
use heistogram::scene::{Scene, Shape, Text};
use heistogram::text::{FixedAdvance, MeasureText};
use heistogram::theme::{LIGHT, Theme};

/// The invented dataset golden files are made from.
pub fn fixture() -> Dataset {
    dataset(include_str!("../fixtures/fixture.json"))
}

/// The dataset readers see.
pub fn real() -> Dataset {
    dataset(include_str!("../../www/data/dataset.json"))
}

pub fn dataset(json: &str) -> Dataset {
    let value: Value = serde_json::from_str(json).unwrap();
    Dataset::from_value(&value).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// Every chart with every measure it offers.
pub fn views() -> impl Iterator<Item = (ChartKind, Measure)> {
    ChartKind::ALL
        .into_iter()
        .filter(|k| *k == ChartKind::Incidents)
        .flat_map(|kind| kind.measures().iter().map(move |measure| (kind, *measure)))
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
    layout(&LayoutContext { figure, dataset, width, theme, locale, text })
}

pub fn scene(figure: &Figure, dataset: &Dataset, width: f64, locale: Locale) -> Scene {
    scene_with(figure, dataset, width, &LIGHT, locale, &FixedAdvance)
}

pub fn texts(scene: &Scene) -> impl Iterator<Item = &Text> {
    scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(text) => Some(text),
        _ => None,
    })
}
