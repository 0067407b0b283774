//! Incidents by method of theft, and what is known to have come back.

use super::series::largest_first;
use super::{Datum, Filter, Key, Measure, Series};
use crate::data::{Dataset, Incident, RecoveryKind, UsdRange};

/// Whether a dataset states the method of any incident, or anything recovered.
pub fn has_methods(dataset: &Dataset) -> bool {
    let is_stated = |incident: &Incident| {
        incident.method.is_some() || RecoveryKind::ALL.into_iter().any(|kind| incident.recovered_usd(kind) > 0.0)
    };
    dataset.incidents.iter().any(is_stated)
}

/// Incidents by method, largest first. Those without a known method come last. Empty unless the dataset
/// [has methods](has_methods).
pub fn by_method(dataset: &Dataset, filter: &Filter, measure: Measure) -> Series {
    if !has_methods(dataset) {
        return Series::empty(dataset);
    }
    let mut series = Series::new(dataset, filter, |incident| Key::Method(incident.method));
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for datum in &series.data {
        if datum.key == Key::Method(None) { &mut unknown } else { &mut known }.push(*datum);
    }
    series.data = largest_first(&known, measure);
    series.data.extend(unknown);
    series
}

/// Amounts known to have been recovered, by kind in their order. The kinds may overlap, so their sum has no meaning.
///
/// The totals of a datum have the recovered amount in place of the amount taken.
pub fn recovered(dataset: &Dataset, filter: &Filter) -> Series {
    let mut series = Series::empty(dataset);
    for kind in RecoveryKind::ALL {
        let mut datum = Datum::new(Key::Recovered(kind));
        let mut sum = 0.0;
        for incident in &dataset.incidents {
            if incident.counted && incident.recovered_usd(kind) > 0.0 && filter.accepts(incident) {
                datum.add(incident);
                sum += incident.recovered_usd(kind);
            }
        }
        let attacks = datum.totals.attacks;
        (datum.totals.known, datum.totals.unknown, datum.totals.nothing_taken) = (attacks, 0, 0);
        datum.totals.usd = UsdRange { low: sum, best: sum, high: sum };
        if attacks > 0 {
            series.data.push(datum);
        }
    }
    series
}
