//! Conversion to plain objects and arrays of JavaScript.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A plain object. Setting a field directly cannot fail, unlike `Reflect::set`.
    #[wasm_bindgen(extends = Object)]
    type Plain;

    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set(this: &Plain, name: &str, value: &JsValue);
}

pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new().unchecked_into::<Plain>();
    for (name, value) in fields {
        object.set(name, value);
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
