//! Series with a datum for each incident.

use super::{Datum, Filter, Key, Series};
use crate::data::{Dataset, UnRow, sorted};

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

/// The rows of the United Nations report of 2019 that are chosen: those worded as attempts, as taken, and those without an
/// amount, each from the largest amount printed down. A theft printed twice is among the data and in no total.
pub fn by_un_row(dataset: &Dataset, filter: &Filter) -> Series {
    let mut series = Series::empty(dataset);
    series.filtered = *filter != Filter::default();
    let mut rows: Vec<(usize, &UnRow)> = Vec::new();
    let mut chosen = Vec::new();
    for (index, incident) in dataset.incidents.iter().enumerate() {
        if let Some(row) = &incident.un2019
            && filter.accepts(incident)
        {
            rows.push((index, row));
            chosen.push(index);
            // Incidents come by date.
            let year = incident.date.year();
            series.years = Some((series.years.map_or(year, |(first, _)| first), year));
        }
    }
    let order = sorted(rows.len(), &|a, b| {
        let (a, b) = (rows[a].1, rows[b].1);
        let by_amount = b.printed().unwrap_or(-1.0).total_cmp(&a.printed().unwrap_or(-1.0));
        // What repeats another row follows it.
        a.kind.cmp(&b.kind).then(by_amount).then(b.counts.cmp(&a.counts))
    });
    for at in order {
        let index = rows[at].0;
        series.data.push(Datum::of(Key::UnRow(index), vec![index], dataset));
    }
    let all = Datum::of(Key::UnRow(0), chosen, dataset);
    (series.totals, series.official) = (all.totals, all.official);
    series
}
