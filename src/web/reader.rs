//! Reading somebody's own dataset.

use js_sys::{Array, Float64Array, Object};
use wasm_bindgen::prelude::*;

use super::object::{list, object, optional, text, texts};
use crate::data::{DataError, Dataset, Tape, Value};
use crate::locale::{self, Locale};

/// Reads a dataset into the tapes the charts take: numbers and text of what drawing needs, numbers and text of the
/// details.
///
/// # Errors
/// An array with every error of the data, each with `path`, `id`, `problem`, `expected` and `text`.
#[wasm_bindgen]
pub fn read(value: &JsValue) -> Result<Array, JsValue> {
    let dataset = tree(value, Value::MAX_DEPTH)
        .map_err(|problem| vec![no_tree(problem)])
        .and_then(|value| Dataset::from_value(&value))
        .map_err(|errors| js_errors(&errors))?;
    let lists = Array::new();
    for Tape { numbers, text } in dataset.into_tapes() {
        lists.push(&Float64Array::from(numbers.as_slice()));
        lists.push(&JsValue::from_str(&text));
    }
    Ok(lists)
}

/// What JSON could write of a value, or what is wrong with it.
fn tree(value: &JsValue, levels_left: u8) -> Result<Value, &'static str> {
    if value.is_null() || value.is_undefined() {
        return Ok(Value::Null);
    }
    if let Some(flag) = value.as_bool() {
        return Ok(Value::Bool(flag));
    }
    if let Some(number) = value.as_f64() {
        return Ok(Value::Number(number));
    }
    if let Some(text) = value.as_string() {
        return Ok(Value::Text(text));
    }
    if !value.is_object() {
        return Err("a function, a symbol or a big integer");
    }
    let Some(levels_left) = levels_left.checked_sub(1) else {
        return Err("nested deeper than 32 levels");
    };
    if Array::is_array(value) {
        let items: &Array = value.unchecked_ref();
        return items.iter().map(|item| tree(&item, levels_left)).collect::<Result<_, _>>().map(Value::List);
    }
    let mut fields = Vec::new();
    for field in Object::entries(value.unchecked_ref()).iter() {
        let field: Array = field.unchecked_into();
        fields.push((field.get(0).as_string().unwrap_or_default(), tree(&field.get(1), levels_left)?));
    }
    Ok(Value::Object(fields))
}

fn no_tree(problem: &str) -> DataError {
    DataError {
        path: String::new(),
        id: None,
        problem: problem.into(),
        expected: "plain objects, lists, texts, numbers and null".into(),
    }
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

/// The words for a number of errors in a dataset, and for those not listed: there is no chart to ask.
#[wasm_bindgen]
pub fn dataset_error_words(lang: &str, count: u32, unlisted: u32) -> JsValue {
    let locale = Locale::of(lang).unwrap_or(locale::ALL[0]);
    let messages = locale.messages();
    texts(&[locale.counted(count, messages.dataset_errors), locale.counted(unlisted, messages.more_errors)])
}
