//! From a tree of values to a [`Dataset`], or to everything that is wrong with it.
//!
//! `table` says what a dataset looks like (`format` is what a table is made of, `rules` what its fields share), `check`
//! holds a tree of values against it, and `build` takes the values out of a tree that passed. The rules are a table,
//! because code for each field is code that readers download; and `schema` is the same table for others to read.

mod build;
mod check;
mod format;
mod ids;
mod report;
mod rules;
mod scalar;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod table;
mod together;
mod value;

use super::{DataError, Dataset, Value};

impl Dataset {
    /// Reads a dataset.
    ///
    /// # Errors
    /// Everything that is wrong with it, never nothing.
    pub fn from_value(value: &Value) -> Result<Dataset, Vec<DataError>> {
        check::check(value)?;
        Ok(build::dataset(value))
    }
}
