//! One chart on a page: what has been chosen, and the figure and scene that follow from it. Pure; the page's events come
//! in as calls, and each says what has to happen next.

use crate::chart::{ChartKind, Figure, LayoutContext, layout};
use crate::data::Dataset;
use crate::geometry::Point;
use crate::hit::hit_test;
use crate::locale::Locale;
use crate::scene::{DatumRef, Scene};
use crate::state::{BadValue, State};
use crate::text::MeasureText;
use crate::theme::{LIGHT, Theme};

/// A chart with its state.
pub struct App {
    kind: ChartKind,
    locale: Locale,
    theme: &'static Theme,
    state: State,
    figure: Figure,
    /// What was laid out last, with the width it was laid out for.
    scene: Option<Scene>,
}

impl App {
    /// A chart that shows everything, light, not yet laid out.
    pub fn new(kind: ChartKind, locale: Locale, dataset: &Dataset) -> App {
        let state = State::default();
        let figure = figure_of(kind, dataset, &state);
        App { kind, locale, theme: &LIGHT, state, figure, scene: None }
    }

    /// Takes a new state; what could not be read is returned.
    pub fn set_state<'a>(
        &mut self,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
        dataset: &Dataset,
    ) -> Vec<BadValue> {
        let (state, bad) = State::read(pairs);
        if state != self.state {
            self.state = state;
            self.figure = figure_of(self.kind, dataset, &self.state);
            self.scene = None;
        }
        bad
    }

    /// Takes new colours.
    pub fn set_theme(&mut self, theme: &'static Theme) {
        if *theme != *self.theme {
            self.theme = theme;
            self.scene = None;
        }
    }

    /// The scene for a width in CSS pixels: laid out anew only if anything has changed.
    pub fn layout(&mut self, width: f64, text: &dyn MeasureText, dataset: &Dataset) -> &Scene {
        let kept = self.scene.take().filter(|scene| scene.width == width);
        let context =
            LayoutContext { figure: &self.figure, dataset, width, theme: self.theme, locale: self.locale, text };
        self.scene.insert(kept.unwrap_or_else(|| layout(&context)))
    }

    /// The scene laid out last.
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }

    /// The figures of the current state.
    pub fn figure(&self) -> &Figure {
        &self.figure
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The datum a point in CSS pixels means.
    pub fn hit(&self, point: Point) -> Option<DatumRef> {
        hit_test(self.scene.as_ref()?, point)
    }
}

fn figure_of(kind: ChartKind, dataset: &Dataset, state: &State) -> Figure {
    Figure::new(kind, dataset, &state.filter, state.measure.unwrap_or(kind.measures()[0]))
}
