//! Width of text, asked of the canvas that will draw it.

use web_sys::CanvasRenderingContext2d;

use crate::text::{MeasureText, Weight};
use crate::theme::FONT_FAMILY;

pub(super) struct CanvasMeasure<'a>(pub &'a CanvasRenderingContext2d);

impl MeasureText for CanvasMeasure<'_> {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let style = match weight {
            Weight::Regular => "normal ",
            Weight::Bold => "bold ",
        };
        let size = size.round() as u32;
        self.0.set_font(&[style, &size.to_string(), "px ", FONT_FAMILY].concat());
        self.0.measure_text(text).map_or(0.0, |metrics| metrics.width())
    }
}
