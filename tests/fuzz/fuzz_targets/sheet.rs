//! Bytes of a sheet, after a selection in the first line: read, laid out, described, painted, exported.
#![no_main]

use heistogram::data::{Dataset, Sheet};
use libfuzzer_sys::{Corpus, fuzz_target};

#[path = "../../common/everything.rs"]
mod everything;

fuzz_target!(|input: &[u8]| -> Corpus {
    let Some(end) = input.iter().position(|byte| *byte == b'\n') else { return Corpus::Reject };
    let Ok(query) = std::str::from_utf8(&input[..end]) else { return Corpus::Reject };
    let sheet = Sheet { bytes: &input[end + 1..], name: "Fuzzed", url: "https://example.org/a.csv", as_of: "2026-06-30" };
    if let Ok(dataset) = Dataset::from_sheet(&sheet) {
        everything::everything(&dataset, query, 200.0 + (query.len() * 37 % 1400) as f64);
    }
    Corpus::Keep
});
