//! The figures of a chart, and what stands behind each: data, incidents, years.

use super::kind::{ChartKind, Subject};
use crate::aggregate::{Datum, Filter, Key, Measure, Series};
use crate::data::{Dataset, Date};
use crate::locale::Locale;
use crate::scene::DatumRef;

/// A chart before it has a size: its figures, and nothing of how they are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which chart it is.
    pub kind: ChartKind,
    /// What its lengths stand for.
    pub measure: Measure,
    /// Which incidents are chosen.
    pub filter: Filter,
    /// Its figures, one series for each arrangement of the incidents.
    pub series: Vec<Series>,
    /// The same series of everything in the period, where more than a period is chosen: what fades. Empty otherwise.
    pub rest: Vec<Series>,
}

/// An end of a period further from the data than this is as good as open: so many more empty years would leave none of the
/// others room.
const MOST_EMPTY_YEARS: i32 = 50;

impl Figure {
    /// The words for a figure without data.
    pub(crate) fn nothing(&self, locale: Locale) -> &'static str {
        let messages = locale.messages();
        let words = match self.kind.subject() {
            Subject::Incidents => messages.nothing,
            Subject::UnRows => messages.un_nothing,
        };
        words[usize::from(self.filter != Filter::default())]
    }

    /// Every datum with its number, in the order of table and keyboard; of a crowd there are none.
    pub fn data(&self) -> Data<'_> {
        Data { series: &self.series, at: 0, number: 0 }
    }

    /// How many numbers it has.
    pub fn count(&self) -> u32 {
        self.series.iter().map(|series| series.data.len() + series.crowd.len()).sum::<usize>() as u32
    }

    /// The datum of a number; of a crowd it is made now.
    pub fn datum(&self, DatumRef(number): DatumRef, dataset: &Dataset) -> Option<Datum> {
        let mut at = number as usize;
        for series in &self.series {
            if let Some(index) = series.crowd.get(at) {
                let index = *index as usize;
                return Some(Datum::of(Key::Incident(index), dataset.incidents.get(index)?));
            }
            if let Some(datum) = series.data.get(at) {
                return Some(*datum);
            }
            at = at.checked_sub(series.data.len() + series.crowd.len())?;
        }
        None
    }

    /// The number of the datum with this key.
    pub fn find(&self, key: Key) -> Option<DatumRef> {
        if let Key::Incident(index) = key
            && let Ok(at) = self.series[0].crowd.binary_search(&(index as u32))
        {
            return Some(DatumRef(at as u32));
        }
        self.data().find(|(_, datum)| datum.key == key).map(|(number, _)| number)
    }

    /// Whether an incident is behind what has this key.
    pub fn is_behind(&self, index: usize, key: Key, dataset: &Dataset) -> bool {
        match key {
            Key::Incident(other) | Key::UnRow(other) => index == other,
            _ => {
                let incident = &dataset.incidents[index];
                incident.counted && self.filter.accepts(incident) && key.holds(incident, &self.series[0].tail)
            }
        }
    }

    /// The incidents behind what has this key, as indices in the dataset's order.
    pub fn incidents(&self, key: Key, dataset: &Dataset) -> Vec<usize> {
        (0..dataset.incidents.len()).filter(|index| self.is_behind(*index, key, dataset)).collect()
    }

    /// The series that axes are made for: those of everything in the period, so that nothing jumps when a reader chooses.
    pub fn in_period(&self) -> &[Series] {
        if self.rest.is_empty() { &self.series } else { &self.rest }
    }

    /// First and last year of an axis: the period's, as far as the data can tell, and the data's where it is open.
    pub fn axis_years(&self) -> (i32, i32) {
        let Series { years, as_of, .. } = self.in_period()[0];
        let (first, last) = years.unwrap_or((as_of.year(), as_of.year()));
        let period = self.filter.period;
        let from = period.from.map_or(first, Date::year).min(first);
        // Years nobody has looked at yet are not years without attacks.
        let to = period.to.map_or(last, |to| to.year().min(as_of.year())).max(last);
        let near = |end: i32, data: i32| if (end - data).abs() > MOST_EMPTY_YEARS { data } else { end };
        (near(from, first), near(to, last))
    }

    /// First and last day of a year that are chosen and covered by the data, where those are not its first and last.
    pub fn part_of_year(&self, year: i32) -> Option<(Date, Date)> {
        let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
        let period = self.filter.period;
        let from = period.from.map_or(first, |from| from.max(first));
        let to = period.to.unwrap_or(last).min(self.series[0].as_of).min(last);
        (from <= to && (from, to) != (first, last)).then_some((from, to))
    }
}

/// The data of a figure with their numbers. A type of its own, so that its steps are compiled once and not where they are
/// taken.
#[derive(Clone)]
pub struct Data<'a> {
    series: &'a [Series],
    /// Position in the first of `series`.
    at: usize,
    number: u32,
}

impl<'a> Iterator for Data<'a> {
    type Item = (DatumRef, &'a Datum);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (series, rest) = self.series.split_first()?;
            if let Some(datum) = series.data.get(self.at) {
                self.at += 1;
                self.number += 1;
                return Some((DatumRef(self.number - 1), datum));
            }
            (self.series, self.at) = (rest, 0);
        }
    }
}
