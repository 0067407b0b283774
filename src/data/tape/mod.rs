//! A dataset as two lists: what crosses into a browser's WebAssembly instead of the text of a file.
//!
//! Our own dataset is checked when the site is built and somebody's own by a module that loads when it is needed, so
//! the code that draws need not hold the rules of the format. It reads a tape: no names of fields, no checks of what a
//! dataset may say, only that every value is there and is one.
//!
//! Measured against JSON with the names of fields, read by serde-wasm-bindgen: 14.3 kB of code and 2.0 kB of core data in
//! the first view, and 3.3 kB of details (English, brotli).
//!
//! The order of the values stands once, in `layout`, for both directions. It goes column by column, because equal
//! things beside one another compress best.

mod head;
mod layout;

use super::{Dataset, Date, Details};
pub use head::Tape;
use head::{Reader, Writer};
use layout::{core, details};

impl Dataset {
    /// The two parts of a dataset: what drawing needs, which is everything but [`Dataset::details`], and what cards need
    /// and readers take away beyond it. What no chart shows is left out: claims, rejected cases, events and world totals.
    pub fn into_tapes(mut self) -> [Tape; 2] {
        let (mut first, mut second) = (Writer::default(), Writer::default());
        core(&mut first, &mut self);
        details(&mut second, &mut self.details.unwrap_or_default());
        [first.tape, second.tape]
    }

    /// Reads the first tape of [`Dataset::into_tapes`]; `None` if it is none. Whether the dataset keeps the rules of the format was
    /// checked before the tape was made, and is not again.
    pub fn from_tape(numbers: &[f64], text: &str) -> Option<Dataset> {
        let mut dataset = Dataset {
            title: String::new(),
            as_of: Date::MIN,
            incidents: Vec::new(),
            estimates: Vec::new(),
            press_countries: Vec::new(),
            details: None,
        };
        let mut reader = Reader::new(numbers, text);
        core(&mut reader, &mut dataset);
        reader.is_done().then_some(dataset)
    }

    /// Reads the second tape of this dataset. If it is none, says `false` and leaves the dataset as it was.
    pub fn add_details_from_tape(&mut self, numbers: &[f64], text: &str) -> bool {
        let mut rest = Details::default();
        let mut reader = Reader::new(numbers, text);
        details(&mut reader, &mut rest);
        let fits = reader.is_done()
            && rest.incidents.len() == self.incidents.len()
            && rest.estimates.len() == self.estimates.len();
        if fits {
            self.details = Some(rest);
        }
        fits
    }
}
