//! The charts further down a page.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::charts::{Chart, Dataset};
use crate::chart::FURTHER;
use crate::locale::{ALL, fill};

#[wasm_bindgen]
impl Chart {
    /// The chart of a name that is not among the first, see [`Chart::first`].
    ///
    /// # Errors
    /// In words, if there is no such chart; if the canvas gives no context.
    pub fn other(dataset: &Dataset, canvas: HtmlCanvasElement, kind: &str) -> Result<Chart, JsValue> {
        Self::on(&FURTHER, dataset, canvas, kind)?
            .ok_or_else(|| JsValue::from_str(&fill(ALL[0].messages().no_such_chart, &[("name", kind)])))
    }
}
