//! Context of the thefts: recoveries, names of the group, dated attributions, related events, and figures for all
//! thefts by anyone.

use super::{PartialDate, RecoveryKind, UsdRange};

/// A recovered part of the stolen amount.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recovery {
    /// Amount in US dollars, as its source values it.
    pub usd: f64,
    /// Whether it was returned, frozen or seized.
    pub kind: RecoveryKind,
    /// Index into [`Details::sources`](super::Details::sources).
    pub source: usize,
    /// Date of the recovery.
    pub date: PartialDate,
}

/// A name for the group behind an incident.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The name.
    pub name: String,
    /// Who uses the name.
    pub by: String,
    /// Index into [`Details::sources`](super::Details::sources).
    pub source: usize,
}

/// A dated attribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributed {
    /// Date of the attribution.
    pub date: PartialDate,
    /// Who attributed it.
    pub by: String,
    /// Index into [`Details::sources`](super::Details::sources).
    pub source: usize,
}

/// An event related to the thefts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Date of the event.
    pub date: PartialDate,
    /// Description, in one line.
    pub line: String,
    /// Label of the event where a chart of years draws it; `None` if no chart does.
    pub mark: Option<String>,
    /// Index into [`Details::sources`](super::Details::sources).
    pub source: usize,
}

/// An event that a chart of years draws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkedEvent {
    /// Date of the event.
    pub date: PartialDate,
    /// Its label.
    pub mark: String,
}

/// Figures of a publisher of estimates for all thefts by anyone. None is computed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// The total in US dollars, as published.
    pub total_usd: Option<UsdRange>,
    /// A word that belongs to the total, such as `more than`.
    pub qualifier: Option<String>,
    /// Index into [`Details::sources`](super::Details::sources), also for the [`Share`].
    pub source: usize,
}

/// The share of an estimate in all thefts by anyone, as its publisher states it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Share {
    /// The share in per cent.
    pub pct: f64,
    /// A word that belongs to the share, such as `about`.
    pub qualifier: Option<String>,
}

/// Translations of texts. A text without one stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts(Vec<(String, String)>);

impl Texts {
    /// Translations as pairs of a text and its translation.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The translation of a text, if there is one.
    pub fn of(&self, text: &str) -> Option<&str> {
        self.0.iter().find(|(given, _)| given == text).map(|(_, translation)| translation.as_str())
    }
}
