//! Width of text, measured by the canvas that will draw it.

use std::cell::{Cell, RefCell};

use web_sys::CanvasRenderingContext2d;

use crate::data::digits;
use crate::text::{BuiltInMetrics, MeasureText, Weight};
use crate::theme::FONT_FAMILY;

/// Cache of measured widths by the hash of text and font. Measuring takes longer than the rest of a layout pass, and
/// most texts of a chart stay the same when theme, width or selection change.
#[derive(Default)]
pub(super) struct Widths(RefCell<Vec<(u64, f64)>>);

/// Entries of the cache: enough for all texts of a chart.
const WIDTHS: usize = 512;

pub(super) struct CanvasMeasure<'a> {
    context: &'a CanvasRenderingContext2d,
    widths: &'a Widths,
    /// Size and weight of the context's current font.
    font: Cell<(f64, bool)>,
}

impl<'a> CanvasMeasure<'a> {
    pub(super) fn new(context: &'a CanvasRenderingContext2d, widths: &'a Widths) -> Self {
        Self { context, widths, font: Cell::default() }
    }
}

impl MeasureText for CanvasMeasure<'_> {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let font = (size, weight == Weight::Bold);
        let hash = hash(text, font);
        let mut widths = self.widths.0.borrow_mut();
        widths.resize(WIDTHS, (0, 0.0));
        let cached = &mut widths[hash as usize % WIDTHS];
        if cached.0 != hash {
            if self.font.replace(font) != font {
                self.context.set_font(&name_of(font));
            }
            let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
            // Files are laid out with the built-in metrics. The canvas that replaces one has the same layout, unless
            // the reader's font is wider.
            *cached = (hash, width.max(BuiltInMetrics.width(text, size, weight)));
        }
        cached.1
    }
}

/// FNV-1a (draft-eastlake-fnv), 64 bits: the chance of a collision among a million texts is 1 in 37 million. Measured
/// against the hash of the standard library: 0.3 kB of the first view (English, brotli), see `data::small`.
fn hash(text: &str, (size, bold): (f64, bool)) -> u64 {
    let bytes = text.bytes().chain(size.to_le_bytes()).chain([bold.into()]);
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The CSS font that plotters-canvas draws with, its size to a hundredth of a pixel.
fn name_of((size, bold): (f64, bool)) -> String {
    let hundredths = (size * 100.0).round() as u64;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    [if bold { "bold " } else { "normal " }, &digits(whole, 1), ".", &digits(part, 2), "px ", FONT_FAMILY].concat()
}
