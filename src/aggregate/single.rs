//! Series with a datum for each incident.

use super::{Datum, Filter, Key, Series};
use crate::data::Dataset;

/// Every incident chosen, by date; those left out of all counts are among the data and in no total.
pub fn by_incident(dataset: &Dataset, filter: &Filter) -> Series {
    let (mut data, mut chosen) = (Vec::new(), Vec::new());
    let mut years: Option<(i32, i32)> = None;
    for (index, incident) in dataset.incidents.iter().enumerate() {
        if !filter.accepts(incident) {
            continue;
        }
        if incident.counted {
            let year = incident.date.year();
            years = Some((years.map_or(year, |(first, _)| first), year));
            chosen.push(index);
        }
        data.push(Datum::of(Key::Incident(index), vec![index], dataset));
    }
    let Datum { totals, official, .. } = Datum::of(Key::Country(None), chosen, dataset);
    Series { data, totals, official, years, as_of: dataset.as_of, filtered: *filter != Filter::default() }
}

/// The rows of the United Nations report of 2019 that are chosen.
pub fn by_un_row(dataset: &Dataset, _filter: &Filter) -> Series {
    Series::empty(dataset)
}
