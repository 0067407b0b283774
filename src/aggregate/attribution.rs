//! Where the basis of attribution changes.

use crate::data::{Dataset, Evidence};

/// The levels of official evidence, strongest first, that end before the data does, each with the first year without.
///
/// Taken from the whole dataset, cases in no count included: what holds for all of it holds for every choice.
pub fn basis_changes(dataset: &Dataset) -> Vec<(Evidence, i32)> {
    // Incidents come by date.
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
