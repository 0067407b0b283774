//! Plain objects and lists of JavaScript.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

pub(super) fn list<T>(items: &[T], value: fn(&T) -> JsValue) -> JsValue {
    items.iter().map(value).collect::<Array>().into()
}

pub(super) fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

#[cfg(not(feature = "reader"))]
pub(super) fn texts(texts: &[String]) -> JsValue {
    list(texts, |item| text(item))
}

#[cfg(any(feature = "words", feature = "reader"))]
pub(super) fn optional(content: Option<&str>) -> JsValue {
    content.map_or(JsValue::UNDEFINED, text)
}
