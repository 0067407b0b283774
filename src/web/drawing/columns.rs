//! A dataset of the embedder as columns.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::charts::Dataset;
use crate::data::{self, Columns};

#[wasm_bindgen]
impl Dataset {
    /// A dataset from columns, see [`Columns`]. `texts` are its title, its date and the names of evidence, sectors and
    /// countries, separated by [`super::BETWEEN`].
    ///
    /// # Errors
    /// Throws `null` if anything in it is invalid.
    pub fn from_columns(texts: &str, numbers: &[f64], places: &[u8]) -> Result<Dataset, JsValue> {
        let dataset = super::split(texts).and_then(|[title, as_of, evidence, sectors, countries]| {
            let names = [evidence, sectors, countries];
            data::Dataset::from_columns(&Columns { title, as_of, names, numbers, places })
        });
        Ok(Dataset(Rc::new(RefCell::new(dataset.ok_or(JsValue::NULL)?))))
    }
}
