//! Series with a datum for each incident.

use super::{Datum, Filter, Key, Series};
use crate::data::{Dataset, UnRow};

/// More incidents than this are a crowd: they have no datum each, only their index, and are not drawn one by one.
pub const CROWD: usize = 2000;

/// Every incident chosen, by date; those left out of all counts are among the data and in no total. Of more than
/// [`CROWD`] in the period there are indices alone, whatever is chosen of them.
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

/// The rows of the United Nations report of 2019 that are chosen: those worded as attempts, as taken, and those without an
/// amount, each from the largest amount printed down. A theft printed twice is among the data and in no total.
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
    rows.sort_by(|(_, a), (_, b)| {
        let by_amount = b.printed().unwrap_or(-1.0).total_cmp(&a.printed().unwrap_or(-1.0));
        // What repeats another row follows it.
        a.kind.cmp(&b.kind).then(by_amount).then(b.counts.cmp(&a.counts))
    });
    for (index, _) in rows {
        series.push(Datum::of(Key::UnRow(index), &dataset.incidents[index]));
    }
    series
}
