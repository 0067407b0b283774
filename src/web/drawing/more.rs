//! The charts whose code loads after the first.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::charts::{Chart, Dataset};
use crate::chart::FURTHER;
use crate::locale::{ALL, fill};

#[wasm_bindgen]
impl Chart {
    /// The chart of this name among those that are not the first, see [`Chart::first`].
    ///
    /// # Errors
    /// A message in the reader's language if there is no such chart. Another error if the canvas has no context.
    pub fn other(dataset: &Dataset, canvas: HtmlCanvasElement, kind: &str) -> Result<Chart, JsValue> {
        Self::on(&FURTHER, dataset, canvas, kind)?
            .ok_or_else(|| JsValue::from_str(&fill(ALL[0].messages().no_such_chart, &[("name", kind)])))
    }
}
