//! The logarithmic axis of amounts, for incidents drawn one by one or as a crowd.

use crate::chart::context::LayoutContext;
use crate::data::Incident;
use crate::geometry::Point;
use crate::scale::{LogScale, power_below};
use crate::scene::{Anchor, Scene, Shape};
use crate::theme::LABEL_SIZE;

/// The part of the chart that shows an incident: the plot, or the strip of unknown amounts or of zero.
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

/// First and last year of the incidents in the period, selected or not, so that the axis stays when a reader selects.
pub(in crate::chart) fn years(context: &LayoutContext) -> (i32, i32) {
    let shown = &context.figure.in_period()[0];
    let year = |index: Option<usize>| index.map_or(0, |index| context.dataset.incidents[index].date.year());
    let last = (shown.data.len() + shown.crowd.len()).checked_sub(1);
    (year(shown.index(0)), year(last.and_then(|last| shown.index(last))))
}

/// The range of amounts that the axis covers, in US dollars.
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
        // A line may end on the axis, but a dot must not touch it.
        for amount in [usd.low, usd.best / 1.5, usd.high] {
            if amount > 0.0 {
                self.least = self.least.min(amount);
                self.most = self.most.max(amount);
            }
        }
    }

    /// A scale from a power of ten below all amounts to a little above them; its range is not yet set.
    pub fn scale(&self) -> LogScale {
        let floor = power_below(self.least.min(self.most));
        LogScale { domain: (floor, (self.most * 2.0).max(floor * 10.0)), range: (0.0, 0.0) }
    }
}

/// The width that the labels of the axis need in CSS pixels, 0 without a plot, and the labels.
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
    // Every power of ten has a line, and as many have labels as there is room for.
    let every = ((LABEL_SIZE + 8.0) / step).ceil() as usize;
    for (index, power) in powers.into_iter().enumerate() {
        let y = values.map(power);
        let color = if index == 0 { context.theme.muted } else { context.theme.grid };
        let (from, to) = (Point::new(0.0, y), Point::new(context.width, y));
        scene.push(Shape::Line { from, to, color, width: 1.0 });
        if index % every == 0 {
            let mut text = context.label(labels[index].as_str(), Point::new(0.0, y - 4.0), Anchor::Start);
            text.color = context.theme.muted;
            scene.push(Shape::Text(text));
        }
    }
}
