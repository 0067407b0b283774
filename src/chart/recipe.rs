//! How each chart is made. Pointers, so that a browser can have the code of one chart without that of all.

use super::{
    ChartKind, LayoutContext, attacks, crowd, incidents, place_notice, proceeds, running_total, targets, un_2019,
};
use crate::aggregate::{
    Filter, Measure, Series, by_country, by_group, by_incident, by_un_row, by_year, by_year_and_group,
    published_by_year, published_totals,
};
use crate::data::Dataset;
use crate::scene::Scene;

/// How a chart is made.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Which chart it is.
    pub kind: ChartKind,
    pub(super) series: fn(&Dataset, &Filter, Measure) -> Vec<Series>,
    layout: fn(&mut Scene, &LayoutContext),
}

/// Attacks a year by group of victims.
pub const ATTACKS: Recipe = Recipe {
    kind: ChartKind::Attacks,
    series: |dataset, filter, _| vec![by_year_and_group(dataset, filter)],
    layout: attacks::layout,
};

/// Who was hit.
pub const TARGETS: Recipe = Recipe {
    kind: ChartKind::Targets,
    series: |dataset, filter, measure| vec![by_country(dataset, filter, measure), by_group(dataset, filter, measure)],
    layout: targets::layout,
};

/// Estimated proceeds a year.
pub const PROCEEDS: Recipe = Recipe {
    kind: ChartKind::Proceeds,
    series: |dataset, filter, _| {
        let own = by_year(dataset, filter);
        let published = published_by_year(dataset, filter, own.years);
        vec![own, published]
    },
    layout: proceeds::layout,
};

/// Every theft by date and amount.
pub const INCIDENTS: Recipe = Recipe {
    layout: |scene, context| match context.figure.series[0].crowd.is_empty() {
        true => incidents::layout(scene, context),
        false => crowd::layout(scene, context),
    },
    ..FEW_INCIDENTS
};

/// The same, where they are no crowd.
pub const FEW_INCIDENTS: Recipe = Recipe {
    kind: ChartKind::Incidents,
    series: |dataset, filter, _| vec![by_incident(dataset, filter)],
    layout: incidents::layout,
};

/// Everything taken so far.
pub const RUNNING_TOTAL: Recipe = Recipe {
    kind: ChartKind::RunningTotal,
    series: |dataset, filter, _| {
        let own = crate::aggregate::running_total(dataset, filter);
        let published = published_totals(dataset, filter, own.years);
        vec![own, published]
    },
    layout: running_total::layout,
};

/// The rows of the United Nations report of 2019.
pub const UN_2019: Recipe = Recipe {
    kind: ChartKind::Un2019,
    series: |dataset, filter, _| vec![by_un_row(dataset, filter)],
    layout: un_2019::layout,
};

impl Recipe {
    /// Lays out a figure made by it, as [`layout`](super::layout) does.
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
