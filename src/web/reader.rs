//! Reading somebody's own dataset.

use js_sys::{Array, Error, Float64Array};
use wasm_bindgen::prelude::*;

use super::object::{list, object, optional, text};
use crate::data::{DataError, Dataset, Tape, Value};

/// Reads a dataset into the tapes the charts take: numbers and text of what drawing needs, numbers and text of the
/// details.
///
/// # Errors
/// An array with every error of the data, each with `path`, `id`, `problem`, `expected` and `text`.
#[wasm_bindgen]
pub fn read(value: JsValue) -> Result<Array, JsValue> {
    let dataset = tree(value).and_then(|value| Dataset::from_value(&value)).map_err(|errors| js_errors(&errors))?;
    let lists = Array::new();
    for Tape { numbers, text } in dataset.into_tapes() {
        lists.push(&Float64Array::from(numbers.as_slice()));
        lists.push(&JsValue::from_str(&text));
    }
    Ok(lists)
}

/// What JSON could write of a value, or what is wrong with it.
fn tree(value: JsValue) -> Result<Value, Vec<DataError>> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let said = String::from(Error::from(JsValue::from(error)).message());
        // serde's word for whatever no list, object or plain value is.
        let problem =
            if said.starts_with("invalid type") { "a function, a symbol or a collection".into() } else { said };
        vec![DataError {
            path: String::new(),
            id: None,
            problem,
            expected: "plain objects, lists, texts, numbers and null".into(),
        }]
    })
}

/// `[{path, id, problem, expected, text}]`
fn js_errors(errors: &[DataError]) -> JsValue {
    list(errors, |error| {
        object(&[
            ("path", text(&error.path)),
            ("id", optional(error.id.as_deref())),
            ("problem", text(&error.problem)),
            ("expected", text(&error.expected)),
            ("text", text(&error.to_string())),
        ])
    })
}
