//! A dataset as JSON, after a selection and a width: validated, laid out, described, painted, exported.
#![no_main]

use heistogram::data::{Dataset, Value};
use libfuzzer_sys::{Corpus, fuzz_target};

#[path = "../../common/everything.rs"]
mod everything;

fuzz_target!(|input: &str| -> Corpus {
    let Some((query, json)) = input.split_once('\n') else { return Corpus::Reject };
    let Ok(value) = serde_json::from_str::<Value>(json) else { return Corpus::Reject };
    if let Ok(dataset) = Dataset::from_value(&value) {
        everything::everything(&dataset, query, 200.0 + (query.len() * 37 % 1400) as f64);
    }
    Corpus::Keep
});
