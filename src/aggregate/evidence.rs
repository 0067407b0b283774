//! Strength of evidence by year, and days from a theft to its first official attribution.

use super::{Datum, Filter, Key, Series, by_year};
use crate::data::{Dataset, Date, Incident, Precision, sorted};

/// Incidents by year and level of evidence: years ascending, the strongest evidence first.
pub fn by_year_and_evidence(dataset: &Dataset, filter: &Filter) -> Series {
    Series::new(dataset, filter, |incident| Key::YearEvidence(incident.date.year(), incident.evidence))
}

/// Incidents by year with any evidence: what the dollars of each level are a share of.
pub fn by_year_with_any_evidence(dataset: &Dataset, filter: &Filter) -> Series {
    by_year(dataset, &Filter { evidence: Vec::new(), ..filter.clone() })
}

/// Days from a theft to its first official attribution; `None` unless both dates are exact.
pub fn days_to_attribution(incident: &Incident) -> Option<u32> {
    let (date, _) = incident.attributed()?;
    let is_exact = date.precision() == Precision::Day && incident.date.precision() == Precision::Day;
    let days = date.start().to_days() - incident.date.start().to_days();
    u32::try_from(days).ok().filter(|_| is_exact)
}

/// Many thefts that one author attributed on one day: a list says nothing about the delay of each.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributionList<'a> {
    /// The day of the list.
    pub day: Date,
    /// Its author.
    pub by: &'a str,
    /// Number of the thefts.
    pub thefts: u32,
    /// Date of the first theft.
    pub first: Date,
    /// Date of the last theft.
    pub last: Date,
}

/// More thefts than this, attributed by one author on one day, are a list.
const LIST: u32 = 10;

/// The lists among the attributions of a dataset, in the order of their first theft.
pub fn attribution_lists(dataset: &Dataset) -> Vec<AttributionList<'_>> {
    let mut lists: Vec<AttributionList> = Vec::new();
    // Incidents are sorted by date.
    for incident in dataset.incidents.iter().filter(|incident| incident.counted) {
        let Some((date, by)) = incident.attributed() else { continue };
        if date.precision() != Precision::Day {
            continue;
        }
        let (day, at) = (date.start(), incident.date.start());
        match lists.iter_mut().find(|list| list.day == day && list.by == by) {
            Some(list) => (list.thefts, list.last) = (list.thefts + 1, at),
            None => lists.push(AttributionList { day, by, thefts: 1, first: at, last: at }),
        }
    }
    lists.retain(|list| list.thefts > LIST);
    lists
}

/// The selected thefts that were attributed one by one and on a known day, by date of the theft.
pub fn attributed_one_by_one(dataset: &Dataset, filter: &Filter) -> Series {
    let lists = attribution_lists(dataset);
    let is_listed = |date: Date, by: &str| lists.iter().any(|list| list.day == date && list.by == by);
    let mut series = Series::empty(dataset);
    for (index, incident) in dataset.incidents.iter().enumerate() {
        if incident.counted
            && filter.accepts(incident)
            && days_to_attribution(incident).is_some()
            && incident.attributed().is_some_and(|(date, by)| !is_listed(date.start(), by))
        {
            series.push(Datum::of(Key::Attributed(index), incident));
        }
    }
    series
}

/// The median of the days to attribution of a series; of two in the middle, their mean, rounded. `None` if it is empty.
pub fn median_days(series: &Series, dataset: &Dataset) -> Option<u32> {
    let mut days = Vec::new();
    for datum in &series.data {
        if let Key::Attributed(index) = datum.key {
            days.extend(days_to_attribution(&dataset.incidents[index]));
        }
    }
    let order = sorted(days.len(), &|a, b| days[a].cmp(&days[b]));
    let at = |position: usize| order.get(position).map(|index| days[*index]);
    let upper = at(days.len() / 2)?;
    let lower = if days.len() % 2 == 0 { at(days.len() / 2 - 1)? } else { upper };
    Some(lower + (upper - lower).div_ceil(2))
}
