//! Years in which the basis of attribution changes.

use crate::data::{Dataset, Evidence};

/// The levels of official evidence that end before the data does, strongest first, each with its first year without
/// incidents.
///
/// Uses the whole dataset, including incidents that are not counted, so that the result is valid for every selection.
pub fn basis_changes(dataset: &Dataset) -> Vec<(Evidence, i32)> {
    // Incidents are sorted by date.
    let last_year = dataset.incidents.last().map(|incident| incident.date.year());
    let mut changes = Vec::new();
    for level in [Evidence::Government, Evidence::UnPanel] {
        let last = dataset.incidents.iter().rev().find(|incident| incident.evidence == level);
        if let Some(year) = last.map(|incident| incident.date.year()).filter(|year| Some(*year) < last_year) {
            changes.push((level, year + 1));
        }
    }
    changes
}
