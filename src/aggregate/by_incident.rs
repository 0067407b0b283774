//! Series with a datum for each incident.

use super::{Datum, Filter, Key, Series};
use crate::data::{Dataset, UnRow, sorted};

/// Largest number of incidents that are drawn one by one. More are a crowd: a series of indices without data.
pub const CROWD: usize = 2000;

/// All selected incidents, sorted by date. Incidents that are not counted are among the data, but in no total.
///
/// If the period has more than [`CROWD`] incidents, selected or not, the series has indices and no data.
pub fn by_incident(dataset: &Dataset, filter: &Filter) -> Series {
    let mut series = Series::empty(dataset);
    series.filtered = *filter != Filter::default();
    let mut all = Datum::new(Key::Incident(0));
    let mut in_period = 0;
    for (index, incident) in dataset.incidents.iter().enumerate() {
        in_period += usize::from(filter.period.holds(incident));
        if !filter.accepts(incident) {
            continue;
        }
        if incident.counted {
            series.reach(incident);
            all.add(incident);
        }
        series.crowd.push(index as u32);
    }
    (series.totals, series.official) = (all.totals, all.official);
    if in_period <= CROWD {
        for index in std::mem::take(&mut series.crowd) {
            let index = index as usize;
            series.data.push(Datum::of(Key::Incident(index), &dataset.incidents[index]));
        }
    }
    series
}

/// The selected rows of the United Nations report of 2019: attempts, then thefts, then rows without an amount. Within
/// each, the largest printed amount is first. A repeated theft is among the data, but in no total.
pub fn by_un_row(dataset: &Dataset, filter: &Filter) -> Series {
    let mut series = Series::empty(dataset);
    series.filtered = *filter != Filter::default();
    let mut rows: Vec<(usize, &UnRow)> = Vec::new();
    for (index, incident) in dataset.incidents.iter().enumerate() {
        if let Some(row) = incident.un2019()
            && filter.accepts(incident)
        {
            rows.push((index, row));
            series.reach(incident);
        }
    }
    let order = sorted(rows.len(), &|a, b| {
        let (a, b) = (rows[a].1, rows[b].1);
        let by_amount = b.printed().unwrap_or(-1.0).total_cmp(&a.printed().unwrap_or(-1.0));
        // A repeated row follows the row it repeats.
        a.kind.cmp(&b.kind).then(by_amount).then(b.counts.cmp(&a.counts))
    });
    for at in order {
        let index = rows[at].0;
        series.push(Datum::of(Key::UnRow(index), &dataset.incidents[index]));
    }
    series
}
