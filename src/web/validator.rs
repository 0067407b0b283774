//! Validation of a dataset of the embedder.

use js_sys::{Array, Error, Float64Array, Int32Array, Object, Reflect, Symbol, Uint8Array, Uint16Array};
use wasm_bindgen::prelude::*;

use super::object::{list, object, optional, text};
use crate::data::{ColumnErrors, DataError, Dataset, GivenColumns, Sheet, Tape, Value};

/// Validates a dataset and encodes it as tapes: numbers and text of the core that drawing needs, then numbers and text
/// of the details.
///
/// # Errors
/// Throws an array of all errors of the data, each with `path`, `id`, `problem`, `expected` and `text`.
#[wasm_bindgen]
pub fn read(value: JsValue) -> Result<Array, JsValue> {
    tapes(tree(value).and_then(|value| Dataset::from_value(&value)))
}

/// Like [`read`], of a file with lines and columns. `name` is its name, `url` its address on the web or empty, `as_of` the
/// day of its last change.
///
/// # Errors
/// Throws as [`read`] does; each `path` is a place, such as `line 12, column amount`.
#[wasm_bindgen]
pub fn read_sheet(bytes: &[u8], name: &str, url: &str, as_of: &str) -> Result<Array, JsValue> {
    tapes(Dataset::from_sheet(&Sheet { bytes, name, url, as_of }))
}

fn tapes(read: Result<Dataset, Vec<DataError>>) -> Result<Array, JsValue> {
    let dataset = read.map_err(|errors| js_errors(&errors))?;
    let lists = Array::new();
    for Tape { numbers, text } in dataset.into_tapes() {
        lists.push(&Float64Array::from(numbers.as_slice()));
        lists.push(&JsValue::from_str(&text));
    }
    Ok(lists)
}

/// The errors of a dataset of columns: an array of the first ones, as in [`read`], and the number of all.
#[wasm_bindgen]
pub fn column_errors(value: &JsValue) -> Array {
    let errors = ColumnErrors::of(&given(value));
    Array::of2(&js_errors(&errors.first), &(errors.count as f64).into())
}

fn given(value: &JsValue) -> GivenColumns {
    let of = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
    let (columns, names) = (of(value, "columns"), of(value, "names"));
    // Types are compared by name, because an array from another window is not an instance of this window's class.
    let tag = |column: &JsValue| Reflect::get(column, &Symbol::to_string_tag()).ok()?.as_string();
    let array = |column: JsValue, kind: &str| Some(column).filter(|column| tag(column).as_deref() == Some(kind));
    let column = |name: &str| of(&columns, name);
    let small = |name: &str| {
        let bytes = array(column(name), "Uint8Array").map(Uint8Array::unchecked_from_js);
        let bytes = bytes.map(|bytes| bytes.to_vec().into_iter().map(u16::from).collect());
        let wide = array(column(name), "Uint16Array").filter(|_| name == "country");
        let wide = wide.map(|wide| Uint16Array::unchecked_from_js(wide).to_vec());
        let names = of(&names, name);
        let names: Option<Array> = Array::is_array(&names).then(|| Array::unchecked_from_js(names));
        let names = names.as_ref().map(|names| names.iter().map(|name| name.as_string()).collect());
        (bytes.or(wide), names)
    };
    let known = ["date", "stolen_usd", "evidence", "sector", "country", "unknown"];
    // `is_object` instead of `instanceof`, which fails for objects from another window.
    let given = if columns.is_object() { Object::keys(columns.unchecked_ref::<Object>()) } else { Array::new() };
    let given = given.iter().filter_map(|name| name.as_string());
    GivenColumns {
        strange: given.filter(|name| !known.contains(&name.as_str())).collect(),
        schema: of(value, "schema").as_f64(),
        title: of(value, "title").as_string(),
        as_of: of(value, "as_of").as_string(),
        date: array(column("date"), "Int32Array").map(|days| Int32Array::unchecked_from_js(days).to_vec()),
        stolen_usd: array(column("stolen_usd"), "Float64Array")
            .map(|amounts| Float64Array::unchecked_from_js(amounts).to_vec()),
        places: ["evidence", "sector", "country"].map(small),
        unknown: Some(column("unknown"))
            .filter(|unknown| !unknown.is_undefined())
            .map(|unknown| array(unknown, "Uint8Array").map(|marks| Uint8Array::unchecked_from_js(marks).to_vec())),
    }
}

/// A JavaScript value as a tree of plain values, or the error that it is not plain data.
fn tree(value: JsValue) -> Result<Value, Vec<DataError>> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let message = String::from(Error::from(JsValue::from(error)).message());
        // serde reports anything that is not plain data as an invalid type.
        let problem =
            if message.starts_with("invalid type") { "a function, a symbol or a collection".into() } else { message };
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
