//! Width of text, asked of the canvas that will draw it.

use std::cell::{Cell, RefCell};

use web_sys::CanvasRenderingContext2d;

use crate::data::digits;
use crate::text::{BuiltInMetrics, MeasureText, Weight};
use crate::theme::FONT_FAMILY;

/// Widths that a canvas was asked for lately, each under the hash of its text. Asking takes longer than all the rest of a
/// layout, and most texts of a chart stay when its colours, its width or its selection change.
#[derive(Default)]
pub(super) struct Widths(RefCell<Vec<(u64, f64)>>);

/// Room for all texts of a chart.
const WIDTHS: usize = 512;

pub(super) struct CanvasMeasure<'a> {
    context: &'a CanvasRenderingContext2d,
    widths: &'a Widths,
    /// Size and weight that the context was told last.
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
        let known = &mut widths[hash as usize % WIDTHS];
        if known.0 != hash {
            if self.font.replace(font) != font {
                self.context.set_font(&name_of(font));
            }
            let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
            // Files are laid out with no more than the metrics that are built in. So is the canvas that takes their place,
            // unless the reader's font needs more room.
            *known = (hash, width.max(BuiltInMetrics.width(text, size, weight)));
        }
        known.1
    }
}

/// FNV-1a (draft-eastlake-fnv), 64 bits: among a million texts two share one with a chance of 1 in 37 million. Measured
/// against the hash of the standard library: 0.3 kB of the first view (English, brotli), see `data::small`.
fn hash(text: &str, (size, bold): (f64, bool)) -> u64 {
    let bytes = text.bytes().chain(size.to_le_bytes()).chain([bold.into()]);
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The font that plotters-canvas draws with, of a size in pixels to the hundredth.
fn name_of((size, bold): (f64, bool)) -> String {
    let hundredths = (size * 100.0).round() as u64;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    [if bold { "bold " } else { "normal " }, &digits(whole, 1), ".", &digits(part, 2), "px ", FONT_FAMILY].concat()
}
