//! The inputs of a layout pass, and helpers for text, heights and fills.

use super::figure::Figure;
use crate::data::Dataset;
use crate::geometry::Point;
use crate::locale::Locale;
use crate::scene::{Anchor, Fill, Text};
use crate::text::{MeasureText, Weight};
use crate::theme::{Color, LABEL_SIZE, Theme};

/// Widths in CSS pixels at which the layout changes. Between two of them all plots are equally high, so a page can
/// reserve room for a chart of any width.
pub const BREAKPOINTS: [f64; 3] = [480.0, 680.0, 880.0];

/// The inputs of a layout pass.
#[derive(Clone, Copy)]
pub struct LayoutContext<'a> {
    /// The figures to draw.
    pub figure: &'a Figure,
    /// The dataset of the figures.
    pub dataset: &'a Dataset,
    /// Width of the chart in CSS pixels; the height follows from it.
    pub width: f64,
    /// Height of a plot in CSS pixels, if a picture of fixed height prescribes one.
    pub plot_height: Option<f64>,
    /// Source of colours.
    pub theme: &'a Theme,
    /// Source of words.
    pub locale: Locale,
    /// Measures text.
    pub text: &'a dyn MeasureText,
}

impl LayoutContext<'_> {
    /// A line of text in the usual style of labels.
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

    /// The text, moved inwards if it would leave the chart.
    pub(super) fn inside(&self, text: Text) -> Text {
        let bounds = text.bounds();
        let x = bounds.x.min(self.width - bounds.width).max(0.0);
        Text { at: Point::new(text.at.x + x - bounds.x, text.at.y), ..text }
    }

    /// Height of a plot in CSS pixels: one of `heights`, which are for the widths between the [`BREAKPOINTS`].
    pub(super) fn plot_height(&self, heights: [f64; 4]) -> f64 {
        let steps = BREAKPOINTS.iter().filter(|from| self.width >= **from).count();
        self.plot_height.unwrap_or(heights[steps])
    }

    /// Width of a label in CSS pixels.
    pub(super) fn label_width(&self, content: &str) -> f64 {
        self.text.width(content, LABEL_SIZE, Weight::Regular)
    }

    /// The fill between two figures, pale enough for lines and symbols on it.
    pub(super) fn band(&self) -> Fill {
        Fill::Solid(self.theme.plain.mixed(self.theme.ground, 0.78))
    }

    /// The fill for evidence that is not official.
    pub(super) fn hatched(&self, color: Color) -> Fill {
        Fill::Hatched { stripe: color, tint: color.mixed(self.theme.ground, 0.9) }
    }
}
