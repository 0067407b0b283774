//! From a tree of values to a [`Dataset`], or to everything that is wrong with it.
//!
//! `format` says what a dataset looks like, `check` holds a tree of values against it, and `build` takes the values out
//! of a tree that passed. The rules are a table, because code for each field is code that readers download.

mod build;
mod check;
mod format;
mod ids;
mod report;
mod scalar;
mod value;

use super::{DataError, Dataset, Value};
use check::{Reading, check};

impl Dataset {
    /// Reads a whole dataset: what drawing needs and the details.
    ///
    /// # Errors
    /// Everything that is wrong with it, never nothing.
    pub fn from_value(value: &Value) -> Result<Dataset, Vec<DataError>> {
        check(value, Reading::Whole)?;
        let mut dataset = build::core(value);
        dataset.details = Some(build::details(value, &dataset.incidents));
        Ok(dataset)
    }

    /// Reads what drawing needs. Fields that belong to the details may be absent and are not looked into.
    ///
    /// # Errors
    /// Everything that is wrong with it, never nothing.
    pub fn core_from_value(value: &Value) -> Result<Dataset, Vec<DataError>> {
        check(value, Reading::Core)?;
        Ok(build::core(value))
    }

    /// Reads the details of this dataset, whose incidents are matched by `id`. Fields that are not details may be
    /// absent and are not looked into.
    ///
    /// # Errors
    /// Everything that is wrong with them, never nothing; the dataset stays as it was.
    pub fn add_details(&mut self, value: &Value) -> Result<(), Vec<DataError>> {
        check(value, Reading::Details(self))?;
        self.details = Some(build::details(value, &self.incidents));
        Ok(())
    }
}
