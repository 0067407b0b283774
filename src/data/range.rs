//! Ranges of amounts and of time.

use super::PartialDate;
use std::fmt;

/// An estimate in US dollars with its bounds: `0 <= low <= best <= high`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct UsdRange {
    /// Lowest published figure.
    pub low: f64,
    /// Best estimate.
    pub best: f64,
    /// Highest published figure.
    pub high: f64,
}

/// A span of time, both ends included. It never ends before it begins.
///
/// ```
/// use heistogram::data::{PartialDate, Period};
/// let text = |from, to| {
///     Period { from: PartialDate::parse(from).unwrap(), to: PartialDate::parse(to).unwrap() }.to_string()
/// };
/// assert_eq!(text("2021", "2021"), "2021");
/// // A month is not its first day.
/// assert_eq!(text("2021-01", "2021-01-01"), "2021-01..2021-01-01");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// Its first year, month or day.
    pub from: PartialDate,
    /// Its last year, month or day.
    pub to: PartialDate,
}

/// In the form of the dataset: `2021`, or `2016-01..2022-12`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.from.fmt(f)?;
        if self.to != self.from {
            write!(f, "..{}", self.to)?;
        }
        Ok(())
    }
}
