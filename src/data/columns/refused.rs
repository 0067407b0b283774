//! Errors of columns, each with its column and row.

use super::super::{DataError, Date, Evidence, Sector};
use super::{country, is_amount};

/// Names before validation; `None` is a value that is not a text.
pub type GivenNames = Vec<Option<String>>;

/// Columns before validation; `None` is a value that is missing or of another type.
#[derive(Clone, Debug, Default)]
pub struct GivenColumns {
    /// `schema`.
    pub schema: Option<f64>,
    /// `title`.
    pub title: Option<String>,
    /// `as_of`.
    pub as_of: Option<String>,
    /// `columns.date`.
    pub date: Option<Vec<i32>>,
    /// `columns.stolen_usd`.
    pub stolen_usd: Option<Vec<f64>>,
    /// `columns.evidence`, `columns.sector` and `columns.country`, each with its list of names. An unknown country has
    /// no name.
    pub places: [(Option<Vec<u16>>, Option<GivenNames>); 3],
    /// `columns.unknown`; the outer `None` means that it is not given.
    pub unknown: Option<Option<Vec<u8>>>,
    /// Unknown names of columns.
    pub strange: Vec<String>,
}

/// The first errors, and the number of all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnErrors {
    /// The first [`ColumnErrors::LISTED`] errors, grouped by column.
    pub first: Vec<DataError>,
    /// Number of all errors.
    pub count: usize,
}

const COLUMNS: &str = "date, stolen_usd, evidence, sector, country or unknown";
const PLACES: [&str; 3] = ["evidence", "sector", "country"];
const PLACES_EXPECTED: [&str; 3] = ["a Uint8Array", "a Uint8Array", "a Uint8Array or a Uint16Array"];

impl ColumnErrors {
    /// Largest number of errors that are listed.
    pub const LISTED: usize = 100;

    /// Validates columns; without errors they are a dataset.
    pub fn of(given: &GivenColumns) -> ColumnErrors {
        let mut errors = ColumnErrors::default();
        if given.schema != Some(1.0) {
            errors.fail("schema".into(), || "not known".into(), "1");
        }
        if given.title.as_deref().is_none_or(|title| title.trim().is_empty()) {
            errors.fail("title".into(), || "no text".into(), "a text");
        }
        let as_of = given.as_of.as_deref().and_then(|day| Date::parse(day).ok());
        if as_of.is_none() {
            errors.fail("as_of".into(), || "no day".into(), "YYYY-MM-DD");
        }
        for name in &given.strange {
            errors.fail(format!("columns.{name}"), || "no such column".into(), COLUMNS);
        }
        let count = given.date.as_ref().map_or(0, Vec::len);
        if let Some(days) = errors.column("date", given.date.as_deref(), None, "an Int32Array") {
            let (first, last) = (Date::MIN.to_days(), as_of.unwrap_or(Date::MAX).to_days());
            let expected = format!("days since 1970-01-01, from {first} (1900-01-01) to {last} (as_of)");
            errors.rows("date", days, &|day| (first..=last).contains(&(*day).into()), &expected);
        }
        let count = given.date.is_some().then_some(count);
        let unknown = given.unknown.as_ref().map(Option::as_deref);
        let unknown = unknown.and_then(|unknown| errors.column("unknown", unknown, count, "a Uint8Array"));
        if let Some(dollars) = errors.column("stolen_usd", given.stolen_usd.as_deref(), count, "a Float64Array") {
            for (row, usd) in dollars.iter().enumerate() {
                let is_known = unknown.is_none_or(|unknown| unknown.get(row).is_none_or(|unknown| *unknown == 0));
                if is_known && !is_amount(*usd) {
                    let path = format!("columns.stolen_usd[{row}]");
                    errors.fail(path, || usd.to_string(), "US dollars from 0 to 1e15, or 1 in columns.unknown");
                }
            }
        }
        for (which, (indices, names)) in given.places.iter().enumerate() {
            let name = PLACES[which];
            let names = errors.names(which, names.as_deref());
            if let Some(indices) = errors.column(name, indices.as_deref(), count, PLACES_EXPECTED[which])
                && let Some(names) = names
            {
                let expected = format!("a position in names.{name}, which has {names}");
                errors.rows(name, indices, &|index| usize::from(*index) < names, &expected);
            }
        }
        errors
    }

    /// Validates a list of names and returns its length; `None` if it is not a list.
    fn names(&mut self, which: usize, names: Option<&[Option<String>]>) -> Option<usize> {
        let path = format!("names.{}", PLACES[which]);
        let Some(names) = names.filter(|names| names.len() < 256) else {
            self.fail(path, || "missing or no list".into(), "a list of at most 255 names");
            return None;
        };
        for (index, name) in names.iter().enumerate() {
            let name = name.as_deref();
            let (is_known, expected) = match which {
                0 => (name.and_then(Evidence::from_id).is_some(), "a level of evidence"),
                1 => (name.and_then(Sector::from_id).is_some(), "a sector"),
                _ => (country(name.unwrap_or_default()).is_some(), "a code of ISO 3166-1 such as KR, or null"),
            };
            if !is_known {
                self.fail(format!("{path}[{index}]"), || name.unwrap_or("null").into(), expected);
            }
        }
        Some(names.len())
    }

    /// Validates the length of a column, which must be that of the dates; `None` if the column is missing.
    fn column<'c, T>(
        &mut self,
        name: &str,
        column: Option<&'c [T]>,
        count: Option<usize>,
        expected: &str,
    ) -> Option<&'c [T]> {
        let path = format!("columns.{name}");
        match (column, count) {
            (None, _) => self.fail(path, || "missing, or of another type".into(), expected),
            (Some(column), Some(count)) if column.len() != count => {
                let row = column.len().min(count);
                let problem = if column.len() < count { "missing" } else { "one row too many" };
                self.fail(format!("{path}[{row}]"), || problem.into(), &format!("{count} rows, as columns.date has"));
            }
            _ => {}
        }
        column
    }

    fn rows<T: ToString>(&mut self, name: &str, column: &[T], is_right: &dyn Fn(&T) -> bool, expected: &str) {
        for (row, value) in column.iter().enumerate() {
            if !is_right(value) {
                self.fail(format!("columns.{name}[{row}]"), || value.to_string(), expected);
            }
        }
    }

    fn fail(&mut self, path: String, problem: impl FnOnce() -> String, expected: &str) {
        self.count += 1;
        if self.first.len() < Self::LISTED {
            self.first.push(DataError { path, id: None, problem: problem(), expected: expected.into() });
        }
    }
}
