//! An axis of amounts for incidents one by one or in a crowd: where each has its place, and how far it reaches.

use crate::chart::context::LayoutContext;
use crate::data::Incident;
use crate::geometry::Point;
use crate::scale::{LogScale, power_below};
use crate::scene::{Anchor, Scene, Shape};
use crate::theme::LABEL_SIZE;

/// Where the amount of an incident can be shown.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::chart) enum Lane {
    Plot,
    Unknown,
    Nothing,
}

pub(in crate::chart) fn lane(incident: &Incident) -> Lane {
    match incident.stolen_usd {
        None => Lane::Unknown,
        Some(usd) if usd.high == 0.0 => Lane::Nothing,
        Some(_) => Lane::Plot,
    }
}

/// The years that what is shown begins and ends in: also what is not chosen, so that axes stay while a reader chooses.
pub(in crate::chart) fn years(context: &LayoutContext) -> (i32, i32) {
    let shown = &context.figure.in_period()[0];
    let year = |index: Option<usize>| index.map_or(0, |index| context.dataset.incidents[index].date.year());
    (year(shown.index(0)), year((shown.data.len() + shown.crowd.len()).checked_sub(1).and_then(|at| shown.index(at))))
}

/// What the axis of amounts must hold.
pub(in crate::chart) struct Amounts {
    least: f64,
    most: f64,
}

impl Default for Amounts {
    fn default() -> Amounts {
        Amounts { least: f64::INFINITY, most: 1.0 }
    }
}

impl Amounts {
    pub fn add(&mut self, incident: &Incident) {
        let Some(usd) = incident.stolen_usd.filter(|usd| usd.high > 0.0) else { return };
        // A line may end on the axis, a dot stays clear of it.
        for amount in [usd.low, usd.best / 1.5, usd.high] {
            if amount > 0.0 {
                self.least = self.least.min(amount);
                self.most = self.most.max(amount);
            }
        }
    }

    /// From a power of ten below everything to a little above it.
    pub fn scale(&self) -> LogScale {
        let floor = power_below(self.least.min(self.most));
        LogScale { domain: (floor, (self.most * 2.0).max(floor * 10.0)), range: (0.0, 0.0) }
    }
}

/// Labels of the amounts, and the room they need where there is a plot.
pub(in crate::chart) fn gutter(context: &LayoutContext, values: &LogScale, in_plot: bool) -> (f64, Vec<String>) {
    let labels: Vec<String> = values.powers().into_iter().map(|power| context.locale.usd_short(power)).collect();
    let mut gutter = 0.0_f64;
    if in_plot {
        for label in &labels {
            gutter = gutter.max(context.label_width(label) + 8.0);
        }
    }
    (gutter, labels)
}

pub(in crate::chart) fn place_grid(scene: &mut Scene, context: &LayoutContext, values: &LogScale, labels: &[String]) {
    let powers = values.powers();
    let step = (values.range.0 - values.range.1).abs() / powers.len().max(1) as f64;
    // Every power has its line, and as many their amount as have room.
    let every = ((LABEL_SIZE + 8.0) / step).ceil() as usize;
    for (at, power) in powers.into_iter().enumerate() {
        let y = values.map(power);
        let color = if at == 0 { context.theme.muted } else { context.theme.grid };
        let (from, to) = (Point::new(0.0, y), Point::new(context.width, y));
        scene.push(Shape::Line { from, to, color, width: 1.0 });
        if at % every == 0 {
            let mut text = context.label(labels[at].as_str(), Point::new(0.0, y - 4.0), Anchor::Start);
            text.color = context.theme.muted;
            scene.push(Shape::Text(text));
        }
    }
}
