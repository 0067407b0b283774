//! Somebody's dataset as columns.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::charts::Dataset;
use crate::data::{self, Columns};

#[wasm_bindgen]
impl Dataset {
    /// Takes a dataset of columns, see [`Columns`]; `texts` are its title, its date and names of evidence, of sectors and of
    /// countries, with [`super::BETWEEN`] between them.
    ///
    /// # Errors
    /// Nothing to read, if anything in it is wrong.
    pub fn from_columns(texts: &str, numbers: &[f64], places: &[u8]) -> Result<Dataset, JsValue> {
        let dataset = super::split(texts).and_then(|[title, as_of, evidence, sectors, countries]| {
            let names = [evidence, sectors, countries];
            data::Dataset::from_columns(&Columns { title, as_of, names, numbers, places })
        });
        Ok(Dataset(Rc::new(RefCell::new(dataset.ok_or(JsValue::NULL)?))))
    }
}
