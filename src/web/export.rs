//! Incidents as files, when a reader takes them away.

use wasm_bindgen::prelude::*;

use crate::{data::Dataset, export};

/// Writes incidents of a dataset, by their indices, as CSV or else as JSON; the dataset comes as the lists of its two tapes.
///
/// # Errors
/// Nothing to write, if those are no such tapes.
#[wasm_bindgen]
pub fn write(
    numbers: &[f64],
    text: &str,
    details_numbers: &[f64],
    details_text: &str,
    chosen: &[u32],
    csv: bool,
) -> Result<String, JsValue> {
    let mut dataset = Dataset::from_tape(numbers, text).ok_or(JsValue::NULL)?;
    if !dataset.add_details_from_tape(details_numbers, details_text) {
        return Err(JsValue::NULL);
    }
    let chosen: Vec<usize> = chosen.iter().map(|index| *index as usize).collect();
    Ok(if csv { export::csv(&dataset, &chosen) } else { export::json(&dataset, &chosen) })
}
