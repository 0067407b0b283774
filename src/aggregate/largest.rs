//! Thefts one by one, and the largest of them.

use super::{CROWD, Datum, Filter, Key, Series};
use crate::data::{Dataset, sorted};

/// Most thefts that count as few when they make up half of a sum.
const FEW: usize = 10;
/// Most thefts that are named if no few make up half.
const NAMED: usize = 5;

/// The incidents that count, as ascending indices in the dataset. Of more than [`CROWD`], only the largest.
pub fn drawn_thefts(dataset: &Dataset) -> Vec<usize> {
    let mut drawn: Vec<usize> =
        (0..dataset.incidents.len()).filter(|index| dataset.incidents[*index].counted).collect();
    if drawn.len() > CROWD {
        // Unknown amounts come last.
        let best = |rank: usize| dataset.incidents[drawn[rank]].stolen_usd.map_or(-1.0, |usd| usd.best);
        let mut largest = sorted(drawn.len(), &|a, b| best(b).total_cmp(&best(a)));
        largest.truncate(CROWD);
        largest.sort_unstable();
        drawn = largest.into_iter().map(|rank| drawn[rank]).collect();
    }
    drawn
}

/// The selected [`drawn_thefts`], sorted by date. The totals are of all selected incidents that count.
pub fn by_theft(dataset: &Dataset, filter: &Filter) -> Series {
    let mut series = Series::empty(dataset);
    series.filtered = *filter != Filter::default();
    let mut all = Datum::new(Key::Incident(0));
    for incident in &dataset.incidents {
        if incident.counted && filter.accepts(incident) {
            series.reach(incident);
            all.add(incident);
        }
    }
    (series.totals, series.official) = (all.totals, all.official);
    for index in drawn_thefts(dataset) {
        let incident = &dataset.incidents[index];
        if filter.accepts(incident) {
            series.data.push(Datum::of(Key::Incident(index), incident));
        }
    }
    series
}

/// The positions in a series of its largest thefts, the largest first, and whether they are the few that make up half of
/// its sum.
///
/// No other theft took as much as the last of them. If no few make up half, or equal amounts leave open which, they are
/// the largest up to five.
pub fn largest_thefts(series: &Series) -> (Vec<usize>, bool) {
    let best = |position: usize| series.data[position].totals.usd.best;
    let mut largest = sorted(series.data.len(), &|a, b| best(b).total_cmp(&best(a)));
    largest.retain(|position| best(*position) > 0.0);
    let apart = |n: usize| largest.get(n).is_none_or(|next| best(*next) < best(largest[n - 1]));
    let (mut sum, mut half) = (0.0, 0);
    while half < largest.len() && sum * 2.0 < series.totals.usd.best {
        sum += best(largest[half]);
        half += 1;
    }
    let is_half = half > 0 && half <= FEW && apart(half);
    let named = if is_half { half } else { (1..=NAMED.min(largest.len())).rev().find(|n| apart(*n)).unwrap_or(0) };
    largest.truncate(named);
    (largest, is_half)
}
