//! Somebody's dataset as columns.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::charts::Dataset;
use crate::data::{self, Columns};

#[wasm_bindgen]
impl Dataset {
    /// Takes a dataset of columns, see [`Columns`]; names of evidence, of sectors and of countries are lines.
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
        let names = [evidence, sectors, countries];
        let dataset = data::Dataset::from_columns(&Columns { title, as_of, names, numbers, places });
        Ok(Dataset(Rc::new(RefCell::new(dataset.ok_or(JsValue::NULL)?))))
    }
}
