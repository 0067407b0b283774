//! From incidents to the figures of a chart. All rules of counting are here.
//!
//! An attack counts if `counted` is true. Sums cover known amounts, and unknown amounts are counted beside them.
//! Attempts that took nothing add zero. This room knows no pixels.

mod attribution;
mod by_incident;
mod comparison;
mod evidence;
mod filter;
mod largest;
mod measure;
mod methods;
mod published;
mod running;
mod series;
mod totals;
mod un_2019;

pub use attribution::basis_changes;
pub use by_incident::{CROWD, by_incident, by_un_row};
pub use comparison::{not_chosen, totals_beside};
pub use evidence::{
    AttributionList, attributed_one_by_one, attribution_lists, by_year_and_evidence, by_year_with_any_evidence,
    days_to_attribution, median_days,
};
pub use filter::{DayRange, Filter};
pub use largest::{by_theft, drawn_thefts, largest_thefts};
pub use measure::Measure;
pub use methods::{by_method, has_methods, recovered};
pub use published::{
    counts_by_year, estimator_rank, estimators, has_year_totals, published_by_year, published_totals, revised,
    stated_shares,
};
pub use running::running_total;
pub use series::{Datum, Key, Series, by_country, by_group, by_year, by_year_and_group};
pub use totals::Totals;
pub use un_2019::UnReport;
