//! Incidents as files, when a reader takes them away.

use wasm_bindgen::prelude::*;

#[cfg(feature = "crowd")]
use crate::data::Columns;
use crate::data::Dataset;
use crate::export;

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
    Ok(file(&dataset, chosen, csv))
}

/// The same of a dataset of columns, see [`Columns`].
///
/// # Errors
/// Nothing to write, if anything in it is wrong.
#[cfg(feature = "crowd")]
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "JavaScript hands over a list")]
pub fn write_columns(
    title: &str,
    as_of: &str,
    evidence: &str,
    sectors: &str,
    countries: &str,
    numbers: &[f64],
    places: &[u8],
    chosen: &[u32],
    csv: bool,
) -> Result<String, JsValue> {
    let columns = Columns { title, as_of, names: [evidence, sectors, countries], numbers, places };
    Ok(file(&Dataset::from_columns(&columns).ok_or(JsValue::NULL)?, chosen, csv))
}

fn file(dataset: &Dataset, chosen: &[u32], csv: bool) -> String {
    let chosen: Vec<usize> = chosen.iter().map(|index| *index as usize).collect();
    if csv { export::csv(dataset, &chosen) } else { export::json(dataset, &chosen) }
}
