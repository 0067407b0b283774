//! A dataset as two tapes, which a browser's WebAssembly receives instead of JSON.
//!
//! The project's own dataset is validated when the site is built. Datasets of embedders are validated by a module that
//! loads only then. So the code that draws contains neither the rules of the format nor the names of its fields.
//! Decoding checks only that every value is there and has the right shape.
//!
//! Measured against JSON with the names of fields, read by serde-wasm-bindgen: 14.3 kB of code and 2.0 kB of core data
//! in the first view, and 3.3 kB of details (English, brotli).
//!
//! `layout` defines the order of the values, for both directions. It goes column by column, because similar values
//! next to each other compress best.

mod head;
mod layout;

use super::{Dataset, Date, Details, Labels};
pub(super) use head::END;
pub use head::Tape;
use head::{Decoder, Encoder};
use layout::{core, details};

impl Dataset {
    /// Encodes a dataset as two tapes: the core, for drawing, and [`Dataset::details`], for cards and downloads.
    /// Claims, rejected cases, events without a mark and world totals are left out, because no chart shows them.
    pub fn into_tapes(mut self) -> [Tape; 2] {
        let (mut first, mut second) = (Encoder::default(), Encoder::default());
        core(&mut first, &mut self);
        details(&mut second, &mut self.details.unwrap_or_default());
        [first.tape, second.tape]
    }

    /// Decodes the first tape of [`Dataset::into_tapes`], without details; `None` if its shape is invalid. The rules of
    /// the format are not checked again.
    pub fn from_tape(numbers: &[f64], text: &str) -> Option<Dataset> {
        let mut dataset = Dataset {
            title: String::new(),
            as_of: Date::MIN,
            incidents: Vec::new(),
            estimates: Vec::new(),
            press_countries: Vec::new(),
            publishers: Vec::new(),
            marked_events: Vec::new(),
            labels: Labels::default(),
            details: None,
        };
        let mut decoder = Decoder::new(numbers, text);
        core(&mut decoder, &mut dataset);
        decoder.is_done().then_some(dataset)
    }

    /// Decodes the second tape of this dataset. Returns `false` and changes nothing if its shape is invalid.
    pub fn add_details_from_tape(&mut self, numbers: &[f64], text: &str) -> bool {
        let mut added = Details::default();
        let mut decoder = Decoder::new(numbers, text);
        details(&mut decoder, &mut added);
        let fits = decoder.is_done()
            && added.incidents.len() == self.incidents.len()
            && added.estimates.len() == self.estimates.len();
        if fits {
            self.details = Some(added);
        }
        fits
    }
}
