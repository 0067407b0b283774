//! Selections of incidents.

use crate::data::{Country, Date, Evidence, Group, Incident, Precision};

/// A range of days, both ends included. An open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayRange {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl DayRange {
    /// Whether the middle of an incident's date is in the range.
    pub(super) fn holds(&self, incident: &Incident) -> bool {
        // Most dates are days, and there may be a million: comparing them needs no calendar.
        if incident.date.precision() == Precision::Day {
            let day = incident.date.start();
            return self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day <= to);
        }
        let middle = incident.date.middle_days();
        self.from.is_none_or(|from| middle >= from.to_days() as f64)
            && self.to.is_none_or(|to| middle < (to.to_days() + 1) as f64)
    }
}

/// A selection of incidents. An empty list means all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Days that contain the middle of the incident's date.
    pub period: DayRange,
    /// Levels of evidence.
    pub evidence: Vec<Evidence>,
    /// Groups of victims.
    pub groups: Vec<Group>,
    /// Countries and territories; `None` stands for incidents without one.
    pub countries: Vec<Option<Country>>,
    /// Only the cases of the United Nations report S/2019/691, each once.
    pub un2019: bool,
}

impl Filter {
    /// Whether only the period is restricted. Published totals are worldwide, so they are comparable with no other
    /// selection.
    pub fn is_worldwide(&self) -> bool {
        *self == self.period_only()
    }

    /// The filter of everything in the same period.
    pub fn period_only(&self) -> Filter {
        Filter { period: self.period, ..Filter::default() }
    }

    /// Whether an incident is selected.
    ///
    /// ```
    /// use heistogram::{aggregate::{DayRange, Filter}, data::{Date, Incident, PartialDate}};
    /// let incident = Incident { date: PartialDate::parse("2017").unwrap(), ..Incident::default() };
    /// let from = |day| DayRange { from: Date::parse(day).ok(), to: None };
    /// let accepts = |period| Filter { period, ..Filter::default() }.accepts(&incident);
    /// // The middle of 2017 is noon of 2 July.
    /// assert!(accepts(from("2017-07-02")) && !accepts(from("2017-07-03")));
    /// ```
    pub fn accepts(&self, incident: &Incident) -> bool {
        self.period.holds(incident)
            && accepts(&self.evidence, &incident.evidence)
            && accepts(&self.groups, &incident.sector.group())
            && accepts(&self.countries, &incident.country)
            && (!self.un2019 || incident.un2019().is_some_and(|row| row.counts))
    }
}

fn accepts<T: PartialEq>(chosen: &[T], value: &T) -> bool {
    chosen.is_empty() || chosen.contains(value)
}
