//! Width of text, asked of the canvas that will draw it.

use web_sys::CanvasRenderingContext2d;

use super::canvas::font;
use crate::text::{MeasureText, Weight};
use crate::theme::FONT_FAMILY;

pub(super) struct CanvasMeasure<'a>(pub &'a CanvasRenderingContext2d);

impl MeasureText for CanvasMeasure<'_> {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        self.0.set_font(&font(weight == Weight::Bold, size.round(), FONT_FAMILY));
        self.0.measure_text(text).map_or(0.0, |metrics| metrics.width())
    }
}
