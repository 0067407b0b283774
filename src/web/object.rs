//! Conversion to plain objects and arrays of JavaScript.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&object, &text(name), value);
    }
    object.into()
}

pub(super) fn list<T>(items: &[T], value: fn(&T) -> JsValue) -> JsValue {
    items.iter().map(value).collect::<Array>().into()
}

pub(super) fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

pub(super) fn optional(content: Option<&str>) -> JsValue {
    content.map_or(JsValue::UNDEFINED, text)
}
