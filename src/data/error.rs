//! What is wrong with a dataset, in words its author understands.

use std::fmt;

/// One thing wrong with a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// Where it stands, such as `incidents[3].stolen_usd.low`; empty for the dataset as a whole.
    pub path: String,
    /// Id of the object it stands in, where that has one.
    pub id: Option<String>,
    /// What is wrong, such as `month 13`.
    pub problem: String,
    /// What was expected instead.
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
