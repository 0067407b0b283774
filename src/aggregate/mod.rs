//! From incidents to the figures a chart shows: the rules of counting stand here and nowhere else.
//!
//! An attack counts where `counted` is true. Sums run over known amounts, unknown amounts are counted beside them, and
//! attempts that took nothing add zero. Knows no pixels.

mod attribution;
mod by_incident;
mod comparison;
mod filter;
mod measure;
mod published;
mod running;
mod series;
mod totals;
mod un_2019;

pub use attribution::basis_changes;
pub use by_incident::{CROWD, by_incident, by_un_row};
pub use comparison::{not_chosen, totals_beside};
pub use filter::{DayRange, Filter};
pub use measure::Measure;
pub use published::{estimator_rank, estimators, published_by_year, published_totals};
pub use running::running_total;
pub use series::{Datum, Key, Series, by_country, by_group, by_year, by_year_and_group};
pub use totals::Totals;
pub use un_2019::UnReport;
