//! The figures of a chart, and the data, incidents and years behind them.

use super::kind::{ChartKind, Subject};
use crate::aggregate::{Datum, Filter, Key, Measure, Series, Totals};
use crate::data::{Dataset, Date};
use crate::locale::Locale;
use crate::scene::DatumRef;

/// The figures of a chart, before layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which chart it is.
    pub kind: ChartKind,
    /// The measure that its lengths represent.
    pub measure: Measure,
    /// The selection of incidents.
    pub filter: Filter,
    /// Its figures, one series for each arrangement of the incidents.
    pub series: Vec<Series>,
    /// The same series of everything in the period, drawn faded behind `series`. Empty unless the filter selects by
    /// more than a period.
    pub rest: Vec<Series>,
}

/// Most empty years on an axis between the data and an end of the period. An end further away counts as open, because
/// the years with data would have no room.
const MAX_EMPTY_YEARS: i32 = 50;

impl Figure {
    /// The words for a figure without data.
    pub(crate) fn nothing(&self, locale: Locale) -> &'static str {
        let messages = locale.messages();
        let words = match self.kind.subject() {
            Subject::Incidents => messages.nothing,
            Subject::Methods => messages.methods_nothing,
            Subject::UnRows => messages.un_nothing,
            Subject::YearTotals => messages.counters_nothing,
            Subject::Shares => messages.share_nothing,
        };
        words[usize::from(self.filter != Filter::default())]
    }

    /// Every datum with its number, in the order of table and keyboard. The data of a crowd are left out, see
    /// [`datum`](Self::datum).
    pub fn data(&self) -> Data<'_> {
        Data { series: &self.series, index: 0, number: 0 }
    }

    /// Number of data, including those of a crowd.
    pub fn count(&self) -> u32 {
        self.series.iter().map(|series| series.data.len() + series.crowd.len()).sum::<usize>() as u32
    }

    /// The datum with this number, or `None` if there is none. A datum of a crowd is computed on each call.
    pub fn datum(&self, DatumRef(number): DatumRef, dataset: &Dataset) -> Option<Datum> {
        let mut position = number as usize;
        for series in &self.series {
            if let Some(index) = series.crowd.get(position) {
                let index = *index as usize;
                return Some(Datum::of(Key::Incident(index), dataset.incidents.get(index)?));
            }
            if let Some(datum) = series.data.get(position) {
                return Some(*datum);
            }
            position = position.checked_sub(series.data.len() + series.crowd.len())?;
        }
        None
    }

    /// The number of the datum with this key, or `None` if no datum has it.
    pub fn find(&self, key: Key) -> Option<DatumRef> {
        if let Key::Incident(index) = key
            && let Ok(position) = self.series[0].crowd.binary_search(&(index as u32))
        {
            return Some(DatumRef(position as u32));
        }
        self.data().find(|(_, datum)| datum.key == key).map(|(number, _)| number)
    }

    /// Whether the datum with this key counts the incident at `index` of the dataset.
    pub fn is_behind(&self, index: usize, key: Key, dataset: &Dataset) -> bool {
        match key {
            Key::Incident(other) | Key::UnRow(other) | Key::Attributed(other) => index == other,
            _ => {
                let incident = &dataset.incidents[index];
                // At most one series has a tail.
                let tail = self.series.iter().map(|series| &series.tail[..]).find(|tail| !tail.is_empty());
                incident.counted && self.filter.accepts(incident) && key.holds(incident, tail.unwrap_or_default())
            }
        }
    }

    /// The incidents that the datum with this key counts, as ascending indices in the dataset.
    pub fn incidents(&self, key: Key, dataset: &Dataset) -> Vec<usize> {
        (0..dataset.incidents.len()).filter(|index| self.is_behind(*index, key, dataset)).collect()
    }

    /// The incident that took most of those that the datum with this key counts, as its index in the dataset. `None` if
    /// no known amount is the largest alone.
    pub fn largest(&self, key: Key, dataset: &Dataset) -> Option<usize> {
        let (mut largest, mut most) = (None, 0.0);
        for index in self.incidents(key, dataset) {
            let best = dataset.incidents[index].stolen_usd.map_or(0.0, |usd| usd.best);
            if best > most {
                (largest, most) = (Some(index), best);
            } else if best == most {
                largest = None;
            }
        }
        largest
    }

    /// The totals of the incidents that the datum with this key counts, for each year that has any, ascending.
    pub fn by_year(&self, key: Key, dataset: &Dataset) -> Vec<(i32, Totals)> {
        let behind = self.incidents(key, dataset);
        // Incidents are sorted by date.
        let of_year = |year: &[usize]| {
            let incidents = || year.iter().map(|index| &dataset.incidents[*index]);
            (incidents().next().map_or(0, |first| first.date.year()), Totals::of(incidents()))
        };
        let year = |index: &usize| dataset.incidents[*index].date.year();
        behind.chunk_by(|a, b| year(a) == year(b)).map(of_year).collect()
    }

    /// The series that axes fit: those of everything in the period, so that axes stay when a reader selects.
    pub fn in_period(&self) -> &[Series] {
        if self.rest.is_empty() { &self.series } else { &self.rest }
    }

    /// First and last year of an axis. Where the period is open, the data decide; years after the data's last day are
    /// left out.
    pub fn axis_years(&self) -> (i32, i32) {
        let Series { years, as_of, .. } = self.in_period()[0];
        let (first, last) = years.unwrap_or((as_of.year(), as_of.year()));
        let period = self.filter.period;
        let from = period.from.map_or(first, Date::year).min(first);
        // A year that the data do not cover is not a year without attacks.
        let to = period.to.map_or(last, |to| to.year().min(as_of.year())).max(last);
        let near = |end: i32, data: i32| if (end - data).abs() > MAX_EMPTY_YEARS { data } else { end };
        (near(from, first), near(to, last))
    }

    /// First and last day of a year that are both in the period and covered by the data. `None` if that is the whole
    /// year or none of it.
    pub fn part_of_year(&self, year: i32) -> Option<(Date, Date)> {
        let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
        let period = self.filter.period;
        let from = period.from.map_or(first, |from| from.max(first));
        let to = period.to.unwrap_or(last).min(self.series[0].as_of).min(last);
        (from <= to && (from, to) != (first, last)).then_some((from, to))
    }
}

/// Iterator over the data of a figure with their numbers. A named type, so that `next` is compiled once instead of
/// inlined into every loop.
#[derive(Clone)]
pub struct Data<'a> {
    series: &'a [Series],
    /// Index in the first of `series`.
    index: usize,
    number: u32,
}

impl<'a> Iterator for Data<'a> {
    type Item = (DatumRef, &'a Datum);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (series, rest) = self.series.split_first()?;
            if let Some(datum) = series.data.get(self.index) {
                self.index += 1;
                self.number += 1;
                return Some((DatumRef(self.number - 1), datum));
            }
            (self.series, self.index) = (rest, 0);
        }
    }
}
