//! More incidents than can be drawn one by one.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::charts::{Chart, Dataset};
use crate::chart::CROWD;
use crate::paint::paint_crowds;

#[wasm_bindgen]
impl Chart {
    /// The chart of incidents for a crowd, see [`Chart::first`].
    ///
    /// # Errors
    /// If the canvas has no context.
    pub fn of_crowd(dataset: &Dataset, canvas: HtmlCanvasElement) -> Result<Chart, JsValue> {
        let mut chart = Self::on(&[CROWD], dataset, canvas, CROWD.kind.id())?.ok_or(JsValue::NULL)?;
        chart.crowds = Some(|scene, backend, setting, ratio| {
            // None of these calls makes a canvas throw.
            let _ = paint_crowds(scene, backend, setting, ratio);
        });
        Ok(chart)
    }
}
