//! The recipe of a chart, as function pointers, so that the code of one chart can load without the code of the others.

use super::context::LayoutContext;
use super::figure::Figure;
use super::kind::ChartKind;
use super::labels::place_notice;
use crate::aggregate::{Filter, Measure, Series};
use crate::data::Dataset;
use crate::scene::Scene;

/// How to compute and lay out a chart. Each chart has one in its file.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Which chart it is.
    pub kind: ChartKind,
    /// Computes its series for the incidents a filter accepts.
    pub(super) series: fn(&Dataset, &Filter, Measure) -> Vec<Series>,
    /// Lays out a figure that has data.
    pub(super) layout: fn(&mut Scene, &LayoutContext),
    /// Replaces the layout in a picture of fixed height, for a chart that is a list whose rows would be too small to
    /// read.
    pub(super) summary: Option<fn(&LayoutContext) -> Scene>,
}

impl Recipe {
    /// The figures for the incidents a filter accepts. If the chart does not offer the measure, its default is used.
    pub fn figure(&self, dataset: &Dataset, filter: &Filter, measure: Measure) -> Figure {
        let offered = self.kind.measures();
        let measure = if offered.contains(&measure) { measure } else { offered[0] };
        let rest = match filter.is_worldwide() {
            true => Vec::new(),
            false => (self.series)(dataset, &filter.period_only(), measure),
        };
        let series = (self.series)(dataset, filter, measure);
        Figure { kind: self.kind, measure, filter: filter.clone(), series, rest }
    }

    /// Lays out a figure of this recipe, see [`layout`](super::layout).
    pub fn lay_out(&self, context: &LayoutContext) -> Scene {
        let mut scene = Scene::new(context.width);
        if context.figure.count() == 0 {
            place_notice(&mut scene, context);
        } else {
            (self.layout)(&mut scene, context);
        }
        scene
    }
}
