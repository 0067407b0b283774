//! Series with a datum for each incident.

use super::{Filter, Series};
use crate::data::Dataset;

/// Every incident chosen, by date; those left out of all counts are among the data and in no total.
pub fn by_incident(dataset: &Dataset, _filter: &Filter) -> Series {
    Series::empty(dataset)
}

/// The rows of the United Nations report of 2019 that are chosen.
pub fn by_un_row(dataset: &Dataset, _filter: &Filter) -> Series {
    Series::empty(dataset)
}
