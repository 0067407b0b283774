//! Errors of a dataset, in words that its author understands.

use std::fmt;

/// One error of a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// Path of the invalid value, such as `incidents[3].stolen_usd.low`; empty for the dataset as a whole. In a sheet, its
    /// place, such as `line 12, column amount`.
    pub path: String,
    /// Id of the innermost object around it that has one.
    pub id: Option<String>,
    /// The problem, such as `month 13`.
    pub problem: String,
    /// The values that are valid, such as `YYYY-MM-DD`.
    pub expected: String,
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "dataset" } else { &self.path };
        match &self.id {
            Some(id) => write!(f, "{place} ({id}): {}; expected {}", self.problem, self.expected),
            None => write!(f, "{place}: {}; expected {}", self.problem, self.expected),
        }
    }
}

impl std::error::Error for DataError {}
