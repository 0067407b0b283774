//! What a chart is laid out from, and the room and type it has.

use super::figure::Figure;
use crate::data::Dataset;
use crate::geometry::Point;
use crate::locale::Locale;
use crate::scene::{Anchor, Fill, Text};
use crate::text::{MeasureText, Weight};
use crate::theme::{Color, LABEL_SIZE, Theme};

/// Widths in CSS pixels from which charts have more room. From one to the next a plot is equally high, so that a page can
/// keep a place for a chart that is as wide as the reader's screen happens to be.
pub const BREAKPOINTS: [f64; 3] = [480.0, 680.0, 880.0];

/// All that laying out a chart needs.
#[derive(Clone, Copy)]
pub struct LayoutContext<'a> {
    /// The figures to draw.
    pub figure: &'a Figure,
    /// What they were taken from.
    pub dataset: &'a Dataset,
    /// Room from left to right in CSS pixels; the height follows from it.
    pub width: f64,
    /// How high a plot is in CSS pixels where its picture has a height of its own.
    pub plot_height: Option<f64>,
    /// Colours.
    pub theme: &'a Theme,
    /// Words.
    pub locale: Locale,
    /// How wide text is.
    pub text: &'a dyn MeasureText,
}

impl LayoutContext<'_> {
    /// A line of text as most labels are set.
    pub(super) fn label(&self, content: impl Into<String>, at: Point, anchor: Anchor) -> Text {
        self.text_of(content.into(), at, anchor, LABEL_SIZE, Weight::Regular, self.theme.ink)
    }

    pub(super) fn text_of(
        &self,
        content: String,
        at: Point,
        anchor: Anchor,
        size: f64,
        weight: Weight,
        color: Color,
    ) -> Text {
        let width = self.text.width(&content, size, weight);
        Text { content, at, anchor, size, weight, color, width }
    }

    /// The text, moved inwards where it would leave the chart.
    pub(super) fn inside(&self, text: Text) -> Text {
        let bounds = text.bounds();
        let x = bounds.x.min(self.width - bounds.width).max(0.0);
        Text { at: Point::new(text.at.x + x - bounds.x, text.at.y), ..text }
    }

    /// How high a plot is, by the step of the chart's width.
    pub(super) fn plot_height(&self, heights: [f64; 4]) -> f64 {
        let steps = BREAKPOINTS.iter().filter(|from| self.width >= **from).count();
        self.plot_height.unwrap_or(heights[steps])
    }

    /// Width of a label in CSS pixels.
    pub(super) fn label_width(&self, content: &str) -> f64 {
        self.text.width(content, LABEL_SIZE, Weight::Regular)
    }

    /// Stripes for evidence that is not official.
    pub(super) fn hatched(&self, color: Color) -> Fill {
        Fill::Hatched { stripe: color, tint: color.mixed(self.theme.ground, 0.9) }
    }
}
