//! Somebody's own dataset: as columns, and as large as it may be.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::charts::{Chart, Dataset};
use crate::chart::INCIDENTS;
use crate::data::{self, Columns};
use crate::paint::paint_crowds;

#[wasm_bindgen]
impl Dataset {
    /// Takes a dataset of columns, see [`Columns`].
    ///
    /// # Errors
    /// Nothing to read, if anything in it is wrong.
    pub fn from_columns(
        title: &str,
        as_of: &str,
        evidence: &str,
        sectors: &str,
        countries: &str,
        numbers: &[f64],
        places: &[u8],
    ) -> Result<Dataset, JsValue> {
        let columns = Columns { title, as_of, names: [evidence, sectors, countries], numbers, places };
        Ok(Dataset(Rc::new(RefCell::new(data::Dataset::from_columns(&columns).ok_or(JsValue::NULL)?))))
    }
}

#[wasm_bindgen]
impl Chart {
    /// The chart of the incidents, however many they are, see [`Chart::first`].
    ///
    /// # Errors
    /// If the canvas gives no context.
    pub fn of_any_number(dataset: &Dataset, canvas: HtmlCanvasElement) -> Result<Chart, JsValue> {
        let mut chart = Self::on(&[INCIDENTS], dataset, canvas, INCIDENTS.kind.id())?.ok_or(JsValue::NULL)?;
        chart.crowds = Some(|scene, backend, setting, ratio| {
            // A canvas throws at nothing it is asked to draw here.
            let _ = paint_crowds(scene, backend, setting, ratio);
        });
        Ok(chart)
    }
}
