//! Charts: one file each, from a [`Figure`] to a [`Scene`]. They know no canvas, no DOM and no events.
//!
//! `kind` lists the charts, `figure` holds the data of one, and `context` the inputs of its layout. `parts` and
//! `labels` are shared by several charts. Each chart has a [`Recipe`] in its file; this file has the table of them.

mod attacks;
mod context;
mod counters;
mod crowd;
mod evidence;
mod figure;
mod incidents;
mod kind;
mod labels;
mod methods;
mod parts;
mod poster;
mod proceeds;
mod raids;
mod recipe;
mod running_total;
mod share;
mod targets;
mod un_2019;

pub use context::{BREAKPOINTS, LayoutContext};
pub use figure::{Data, Figure};
pub use kind::{Arrangement, Chapter, ChartKind, Subject};
pub use poster::{PosterWords, poster};
pub use recipe::Recipe;

use crate::aggregate::{Filter, Measure};
use crate::data::Dataset;
use crate::scene::Scene;

/// The charts whose code loads first, so every reader downloads it.
pub const FIRST: [Recipe; 2] = [raids::RECIPE, attacks::RECIPE];

/// The charts whose code loads after the [first](FIRST). Incidents are laid out one by one here, without the code for a
/// [crowd](CROWD).
pub const FURTHER: [Recipe; 9] = [
    proceeds::RECIPE,
    incidents::FEW,
    running_total::RECIPE,
    targets::RECIPE,
    methods::RECIPE,
    evidence::RECIPE,
    counters::RECIPE,
    share::RECIPE,
    un_2019::RECIPE,
];

/// The chart of incidents, including the layout of a crowd.
pub const CROWD: Recipe = incidents::RECIPE;

impl ChartKind {
    /// The recipe of the chart.
    pub fn recipe(self) -> Recipe {
        match self {
            ChartKind::Raids => raids::RECIPE,
            ChartKind::Attacks => attacks::RECIPE,
            ChartKind::Targets => targets::RECIPE,
            ChartKind::Proceeds => proceeds::RECIPE,
            ChartKind::Incidents => incidents::RECIPE,
            ChartKind::RunningTotal => running_total::RECIPE,
            ChartKind::Methods => methods::RECIPE,
            ChartKind::Evidence => evidence::RECIPE,
            ChartKind::Counters => counters::RECIPE,
            ChartKind::Share => share::RECIPE,
            ChartKind::Un2019 => un_2019::RECIPE,
        }
    }
}

impl Figure {
    /// The figures of a chart for the incidents a filter accepts. If the chart does not offer the measure, its default
    /// is used.
    pub fn new(kind: ChartKind, dataset: &Dataset, filter: &Filter, measure: Measure) -> Figure {
        kind.recipe().figure(dataset, filter, measure)
    }
}

/// Lays a chart out. Every figure results in a scene; without data, the scene is a notice in words.
pub fn layout(context: &LayoutContext) -> Scene {
    context.figure.kind.recipe().lay_out(context)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chart_has_its_own_recipe_and_reaches_the_browser_once() {
        assert_eq!(ChartKind::ALL.map(|kind| kind.recipe().kind), ChartKind::ALL);
        for kind in ChartKind::ALL {
            let recipes = FIRST.iter().chain(&FURTHER).filter(|recipe| recipe.kind == kind);
            assert_eq!(recipes.count(), 1, "{kind:?}");
        }
    }
}
