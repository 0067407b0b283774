//! Which incidents a reader has chosen.

use crate::data::{Country, Date, Evidence, Group, Incident, Precision};

/// A stretch of days, both ends included; an open end reaches as far as the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayRange {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl DayRange {
    /// Whether the middle of an incident's date lies in the period.
    pub(super) fn holds(&self, incident: &Incident) -> bool {
        // Of a day without going through the calendar: most dates are one, and there may be a million.
        if incident.date.precision() == Precision::Day {
            let day = incident.date.start();
            return self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day <= to);
        }
        let middle = incident.date.middle_days();
        self.from.is_none_or(|from| middle >= from.to_days() as f64)
            && self.to.is_none_or(|to| middle < (to.to_days() + 1) as f64)
    }
}

/// A choice of incidents. In each list, empty means all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Days the middle of an incident's date must lie in.
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
    /// Nothing but a period is chosen. Published totals are world figures and comparable to no other choice.
    pub fn is_worldwide(&self) -> bool {
        *self == self.period_only()
    }

    /// The same period with everything in it.
    pub fn period_only(&self) -> Filter {
        Filter { period: self.period, ..Filter::default() }
    }

    /// Whether the incident belongs to the choice.
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
