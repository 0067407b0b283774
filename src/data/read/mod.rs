//! From a tree of values to a [`Dataset`], or to all its errors.
//!
//! `table` describes the format (`format` has its types, `rules` the rules that fields share). `check` validates a tree
//! against it, and `build` makes a dataset from a validated tree; `unshown` adds what no chart shows. The rules are a
//! table, because code for each field is code that readers download. `schema` is the same table as JSON Schema.

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
#[cfg(not(target_arch = "wasm32"))]
mod unshown;
mod value;

#[cfg(any(not(target_arch = "wasm32"), feature = "validator"))]
pub(super) use report::quoted;

use super::{DataError, Dataset, Value};

impl Dataset {
    /// Validates a tree of values and builds a dataset from it.
    ///
    /// # Errors
    /// All errors of the dataset; at least one.
    pub fn from_value(value: &Value) -> Result<Dataset, Vec<DataError>> {
        check::check(value)?;
        let dataset = build::dataset(value);
        #[cfg(not(target_arch = "wasm32"))]
        let dataset = unshown::added_to(dataset, value);
        Ok(dataset)
    }
}
