//! Which years a figure's axis shows, and which of them are shown in part.

use super::Figure;
use crate::aggregate::Series;
use crate::data::Date;

/// An end of a period further from the data than this is as good as open: so many more empty years would leave none of the
/// others room.
const MOST_EMPTY_YEARS: i32 = 50;

impl Figure {
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
