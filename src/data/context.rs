//! What is known beyond the thefts themselves: what was found again, who calls the group by which name, when a theft was
//! attributed, what publishers say of all thefts, and what happened around them.

use super::{PartialDate, RecoveryKind, UsdRange};

/// A part of what was taken that was found again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recovery {
    /// How much, in US dollars, as its source values it.
    pub usd: f64,
    /// What became of it.
    pub kind: RecoveryKind,
    /// Index into [`Details::sources`](super::Details::sources).
    pub source: usize,
    /// When.
    pub date: PartialDate,
}

/// A name for the group behind an incident.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The name.
    pub name: String,
    /// Who uses it.
    pub by: String,
    /// Index into [`Details::sources`](super::Details::sources).
    pub source: usize,
}

/// An attribution with its date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributed {
    /// When.
    pub date: PartialDate,
    /// Who attributed it.
    pub by: String,
    /// Index into [`Details::sources`](super::Details::sources).
    pub source: usize,
}

/// Something that happened around the thefts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub date: PartialDate,
    /// What, in one line.
    pub line: String,
    /// Index into [`Details::sources`](super::Details::sources).
    pub source: usize,
}

/// What a publisher of estimates says of all thefts, whoever committed them. Nothing of it is computed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// The total in US dollars, as published.
    pub total_usd: Option<UsdRange>,
    /// A word that belongs to the total, such as `more than`.
    pub qualifier: Option<String>,
    /// The share of the estimate in all thefts in per cent, as published.
    pub share_pct: Option<f64>,
    /// A word that belongs to the share, such as `about`.
    pub share_qualifier: Option<String>,
    /// Index into [`Details::sources`](super::Details::sources).
    pub source: usize,
}
