//! Counts and sums over incidents.

use super::Measure;
use crate::data::{Incident, UsdRange};

/// Counts and sums of the incidents that count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// Incidents, whether money was taken, not known or nothing.
    pub attacks: u32,
    /// Of those, how many have a known amount, zero included.
    pub known: u32,
    /// Of those, how many have none.
    pub unknown: u32,
    /// Of those, how many took nothing.
    pub nothing_taken: u32,
    /// Sum of the known amounts in US dollars, each bound for itself.
    pub usd: UsdRange,
}

impl Totals {
    /// Adds up the incidents that count; the others are passed over.
    pub fn of<'a>(incidents: impl IntoIterator<Item = &'a Incident>) -> Totals {
        let mut totals = Totals::default();
        for incident in incidents.into_iter().filter(|incident| incident.counted) {
            totals.add(incident);
        }
        totals
    }

    /// What is drawn of them: the count, or the best estimate in US dollars.
    pub fn value(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Attacks => f64::from(self.attacks),
            Measure::Usd => self.usd.best,
        }
    }

    /// Adds what others add up to.
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
