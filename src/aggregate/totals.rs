//! Counts and sums over incidents.

use super::Measure;
use crate::data::{Incident, UsdRange};

/// Counts and sums of the incidents that count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// Number of incidents, with a known amount or not.
    pub attacks: u32,
    /// Number of them with a known amount, zero included.
    pub known: u32,
    /// Number of them with an unknown amount.
    pub unknown: u32,
    /// Number of them that took nothing.
    pub nothing_taken: u32,
    /// Sums of the known amounts in US dollars, separately for each bound.
    pub usd: UsdRange,
}

impl Totals {
    /// Adds up incidents. Those that are not counted are ignored.
    ///
    /// ```
    /// use heistogram::{aggregate::Totals, data::{Incident, UsdRange}};
    /// let nothing = Incident { stolen_usd: Some(UsdRange::default()), counted: true, ..Incident::default() };
    /// let unknown = Incident { stolen_usd: None, ..nothing.clone() };
    /// let not_counted = Incident { counted: false, ..nothing.clone() };
    /// let totals = Totals::of(&[nothing, unknown, not_counted]);
    /// assert_eq!((totals.attacks, totals.known, totals.unknown, totals.nothing_taken), (2, 1, 1, 1));
    /// ```
    pub fn of<'a>(incidents: impl IntoIterator<Item = &'a Incident>) -> Totals {
        let mut totals = Totals::default();
        for incident in incidents.into_iter().filter(|incident| incident.counted) {
            totals.add(incident);
        }
        totals
    }

    /// The value that is drawn: number of attacks, or best estimate in US dollars.
    pub fn value(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Attacks => f64::from(self.attacks),
            Measure::Usd => self.usd.best,
        }
    }

    /// Adds other totals.
    pub(super) fn include(&mut self, other: &Totals) {
        self.attacks += other.attacks;
        self.known += other.known;
        self.unknown += other.unknown;
        self.nothing_taken += other.nothing_taken;
        self.usd.low += other.usd.low;
        self.usd.best += other.usd.best;
        self.usd.high += other.usd.high;
    }

    /// Adds an incident that counts.
    pub(super) fn add(&mut self, incident: &Incident) {
        self.attacks += 1;
        match incident.stolen_usd {
            None => self.unknown += 1,
            Some(usd) => {
                self.known += 1;
                self.nothing_taken += u32::from(usd.high == 0.0);
                self.usd.low += usd.low;
                self.usd.best += usd.best;
                self.usd.high += usd.high;
            }
        }
    }
}
