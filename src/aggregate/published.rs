//! Totals others have published, as far as they are comparable to what is chosen.

use super::{Filter, Series};
use crate::data::Dataset;

/// The latest figure of each estimator for each year; none while the choice is not worldwide.
pub fn published_by_year(dataset: &Dataset, _filter: &Filter) -> Series {
    Series::empty(dataset)
}

/// Published totals of several years that a running total is compared with; none while the choice is not worldwide.
pub fn published_totals(dataset: &Dataset, _filter: &Filter) -> Series {
    Series::empty(dataset)
}
