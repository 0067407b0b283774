//! A dataset from a spreadsheet saved as CSV.
//!
//! `text` turns the bytes into text, or says which other kind of file they are. `rows` cuts the text into cells, and
//! `columns` finds the columns by their names. `tree` makes the tree of values that JSON would give. The rules are those
//! of JSON: errors only change their place, from the path of a value to line and column. `cells` has what JSON does not
//! need: forms of numbers and dates that a spreadsheet shows, and that can be taken for others.

mod cells;
mod columns;
mod rows;
mod text;
mod tree;

use super::small::sorted;
use super::{DataError, Dataset};
pub use tree::Sheet;

impl Dataset {
    /// Reads a list of thefts in lines and columns, separated by commas, semicolons or tabs.
    ///
    /// # Errors
    /// All errors, in the order of the lines; at least one. Their paths are places such as `line 12, column amount`.
    ///
    /// ```
    /// use heistogram::data::{Dataset, Sheet};
    /// let bytes = "date;victim;amount\n2024-05;Alder Exchange;1200000,5\n".as_bytes();
    /// let sheet = Sheet { bytes, name: "Thefts", url: "", as_of: "2026-06-30" };
    /// assert_eq!(Dataset::from_sheet(&sheet).unwrap().incidents[0].stolen_usd.unwrap().best, 1_200_000.5);
    /// ```
    pub fn from_sheet(sheet: &Sheet<'_>) -> Result<Dataset, Vec<DataError>> {
        let text = text::text(sheet.bytes).map_err(|error| vec![error])?;
        let rows = rows::rows(text);
        let columns = columns::columns(&rows)?;
        let (value, places) = tree::tree(&rows, &columns, sheet);
        let found = Dataset::from_value(&value);
        match (found, places.faults.is_empty()) {
            (Ok(dataset), true) => Ok(dataset),
            (found, _) => Err(in_order(places, found.err().unwrap_or_default())),
        }
    }
}

/// The errors of cells and those of the format, by line.
fn in_order(mut places: tree::Places, errors: Vec<DataError>) -> Vec<DataError> {
    let of_cells = places.faults.len();
    for error in errors {
        let fault = places.fault(error);
        places.faults.push(fault);
    }
    let faults = places.faults;
    let line = |at: usize| faults.get(at).map(|fault| fault.line);
    let order = sorted(faults.len(), &|a, b| line(a).cmp(&line(b)));
    let mut listed: Vec<usize> = Vec::new();
    for at in order {
        let Some(fault) = faults.get(at) else { continue };
        // A cell that cannot be read has a placeholder, whose errors are of no use. One amount is three values.
        let told = |&other: &usize| {
            let DataError { path, problem, .. } = &faults[other].error;
            *path == fault.error.path && (other < of_cells && at >= of_cells || *problem == fault.error.problem)
        };
        if !listed.iter().rev().take_while(|&&other| faults[other].line == fault.line).any(told) {
            listed.push(at);
        }
    }
    listed.into_iter().filter_map(|at| faults.get(at)).map(|fault| fault.error.clone()).collect()
}
