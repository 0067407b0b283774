//! Width of text, asked of the canvas that will draw it.

use web_sys::CanvasRenderingContext2d;

use crate::data::{concat, digits};
use crate::text::{BuiltInMetrics, MeasureText, Weight};
use crate::theme::FONT_FAMILY;

pub(super) struct CanvasMeasure<'a>(pub &'a CanvasRenderingContext2d);

impl MeasureText for CanvasMeasure<'_> {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        self.0.set_font(&font(weight == Weight::Bold, size));
        let width = self.0.measure_text(text).map_or(0.0, |metrics| metrics.width());
        // Files are laid out with no more than the metrics that are built in. So is the canvas that takes their place, unless
        // the reader's font needs more room.
        width.max(BuiltInMetrics.width(text, size, weight))
    }
}

/// The font that plotters-canvas draws with, of a size in pixels to the hundredth.
fn font(bold: bool, size: f64) -> String {
    let hundredths = (size * 100.0).round() as u64;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    concat(&[if bold { "bold " } else { "normal " }, &digits(whole, 1), ".", &digits(part, 2), "px ", FONT_FAMILY])
}
