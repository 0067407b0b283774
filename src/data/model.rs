//! The types of a validated dataset.

use super::{Actor, Attributed, Event, MarkedEvent, Period, Recovery, RecoveryKind, Share, Texts, UsdRange, World};
use super::{Country, Date, EstimateKind, Evidence, Group, Method, PartialDate, Read, Sector, SourceKind, UnKind};
use std::fmt;

/// A validated dataset.
///
/// Charts do not need `details`, cards do. In the browser they load later, on their own [`Tape`](super::Tape).
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// Title, in the language of the dataset.
    pub title: String,
    /// Last day of the data. Its year is a part-year unless the day is 31 December.
    pub as_of: Date,
    /// All incidents, sorted by date (see [`PartialDate`]), then by id.
    pub incidents: Vec<Incident>,
    /// Totals published by others, in the order of the dataset.
    pub estimates: Vec<Estimate>,
    /// Countries that a newspaper listed for the United Nations report of 2019: those of the first claim with a list.
    pub press_countries: Vec<Country>,
    /// Publishers cited by the most incidents, most first; at most [`PUBLISHERS`] of them.
    pub publishers: Vec<String>,
    /// Events that charts draw: those with a mark, in the order of the dataset.
    pub marked_events: Vec<MarkedEvent>,
    /// Its own words in place of ours.
    pub labels: Labels,
    /// Sources, texts and other data that drawing does not need.
    pub details: Option<Details>,
}

/// A dataset's own words for what it counts.
///
/// They are one list: the subject, the groups of victims, the levels of evidence. An empty text stands for a word that
/// the dataset does not have, and an empty list for none of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels(pub(super) Vec<String>);

impl Labels {
    /// Whether the dataset has words of its own.
    pub fn are_given(&self) -> bool {
        !self.0.is_empty()
    }

    /// Who is held responsible; without a word of its own, `ours`. The same holds for the others.
    pub fn subject<'a>(&'a self, ours: &'a str) -> &'a str {
        self.at(0, ours)
    }

    /// A group of victims.
    pub fn group<'a>(&'a self, group: Group, ours: &'a str) -> &'a str {
        self.at(1 + group as usize, ours)
    }

    /// A level of evidence.
    pub fn evidence<'a>(&'a self, level: Evidence, ours: &'a str) -> &'a str {
        self.at(1 + Group::ALL.len() + level as usize, ours)
    }

    fn at<'a>(&'a self, position: usize, ours: &'a str) -> &'a str {
        match self.0.get(position) {
            Some(label) if !label.is_empty() => label,
            _ => ours,
        }
    }
}

/// How many publishers a line under a chart names.
pub const PUBLISHERS: usize = 5;

/// One theft or attempt: the data that drawing needs.
///
/// There may be a million, so the words are behind a pointer: an incident has 64 bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incident {
    /// Date of the theft, as precise as it is known.
    pub date: PartialDate,
    /// Country or territory of the victim's base or registration.
    pub country: Option<Country>,
    /// Line of business of the victim.
    pub sector: Sector,
    /// Amount taken, in US dollars of the day of the theft; `None` means not known, never zero.
    pub stolen_usd: Option<UsdRange>,
    /// Strongest evidence for the attribution.
    pub evidence: Evidence,
    /// Method of the theft.
    pub method: Option<Method>,
    /// Someone with standing contradicts the attribution.
    pub disputed: bool,
    /// `false`: shown with its reason, but in no count or sum.
    pub counted: bool,
    /// Its words, and what only some incidents have; `None` in a dataset of columns.
    pub names: Option<Box<Names>>,
    /// Number of its row from 1 if it has no words, otherwise 0.
    pub number: u32,
}

/// The words of an incident, and what only some incidents have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// Stable id of the incident, used in links.
    pub id: String,
    /// Victim, as the source names it.
    pub victim: String,
    /// Translation of `victim`: of a description, or the same name in another script. Otherwise empty.
    pub translated: String,
    /// Whether `translated` is the same name in another script.
    pub transcribed: bool,
    /// The row of the United Nations report S/2019/691 that lists it.
    pub un2019: Option<UnRow>,
    /// Amounts known to have been recovered, in US dollars, by kind in the order of [`RecoveryKind`]. They may overlap.
    pub recovered_usd: [f64; RecoveryKind::ALL.len()],
    /// Date of the first dated attribution by a government or a group of states, if it is known.
    pub attributed_on: Option<PartialDate>,
    /// Who attributed it then; empty without a date.
    pub attributed_by: String,
}

impl Incident {
    /// Stable id of the incident, used in links; empty in a dataset of columns.
    pub fn id(&self) -> &str {
        self.names.as_ref().map_or("", |names| &names.id)
    }

    /// Victim, as the source names it; empty in a dataset of columns.
    pub fn victim(&self) -> &str {
        self.names.as_ref().map_or("", |names| &names.victim)
    }

    /// Victim in the language of the charts; empty in a dataset of columns.
    pub fn name(&self) -> &str {
        self.names
            .as_ref()
            .map_or("", |names| if names.translated.is_empty() { &names.victim } else { &names.translated })
    }

    /// The name as the source writes it, if [`Incident::name`] is the same in another script.
    pub fn name_as_written(&self) -> Option<&str> {
        self.names.as_ref().filter(|names| names.transcribed).map(|names| names.victim.as_str())
    }

    /// Whether [`Incident::name`] is the victim as the source names it.
    pub fn is_as_written(&self) -> bool {
        self.names.as_ref().is_some_and(|names| names.translated.is_empty())
    }

    /// The row of the United Nations report S/2019/691 that lists it.
    pub fn un2019(&self) -> Option<&UnRow> {
        self.names.as_ref()?.un2019.as_ref()
    }

    /// Date and author of the first dated attribution by a government or a group of states.
    pub fn attributed(&self) -> Option<(PartialDate, &str)> {
        let names = self.names.as_ref()?;
        Some((names.attributed_on?, &names.attributed_by))
    }

    /// Amount of a kind known to have been recovered, in US dollars; 0 if none is known.
    pub fn recovered_usd(&self, kind: RecoveryKind) -> f64 {
        self.names.as_ref().map_or(0.0, |names| names.recovered_usd[kind as usize])
    }
}

/// A row of annex 21 of the report S/2019/691 of the United Nations Panel of Experts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnRow {
    /// Label of the row, such as `A5`.
    pub row: String,
    /// Amount printed in the row, in US dollars.
    pub usd: Option<f64>,
    /// Whether the row reports an attempt or money taken.
    pub kind: UnKind,
    /// The report's own wording, if it has one.
    pub wording: Option<String>,
    /// `false`: the same theft is printed in another row as well.
    pub counts: bool,
    /// Its country is among those that the press listed.
    pub in_press_country_list: bool,
}

impl UnRow {
    /// Amount in US dollars, if the row reports one.
    pub fn printed(&self) -> Option<f64> {
        self.usd.filter(|_| self.kind != UnKind::None)
    }
}

/// Data that drawing does not need: texts, sources, and statements of others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// One for each of [`Dataset::incidents`], in the same order.
    pub incidents: Vec<IncidentDetails>,
    /// The works cited, in the order of the dataset.
    pub sources: Vec<Source>,
    /// One for each of [`Dataset::estimates`], in the same order.
    pub estimates: Vec<EstimateDetails>,
    /// Events related to the thefts, in the order of the dataset. Empty in the browser.
    pub events: Vec<Event>,
    /// Statements published by others, in the order of the dataset. Empty in the browser: they are in the page.
    pub claims: Vec<Claim>,
    /// Cases left out, and the rule of inclusion. `None` in the browser: they are in the page.
    pub rejected: Option<Rejected>,
    /// Translations of these texts into the language of the reader.
    pub texts: Texts,
}

/// Details of one incident.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IncidentDetails {
    /// Amount the attackers tried to take, in US dollars of the day.
    pub attempted_usd: Option<f64>,
    /// Amount returned, in US dollars, without frozen or seized parts.
    pub recovered_usd: Option<f64>,
    /// Recovered parts, as published. They may overlap.
    pub recovered: Vec<Recovery>,
    /// Assets taken, in words.
    pub asset: Option<String>,
    /// Names of those who attribute it.
    pub attribution: Vec<String>,
    /// Names that attributors use for the group behind it.
    pub actor: Vec<Actor>,
    /// First dated attribution by a government or a group of states; `None` if there is none, or if only an upper bound
    /// is known.
    pub attributed_on: Option<Attributed>,
    /// Sources that document it; at least one.
    pub sources: Vec<Citation>,
    /// One or two sentences for the reader.
    pub text: Option<String>,
}

impl IncidentDetails {
    /// All works it cites, as indices into [`Details::sources`]; some more than once.
    pub fn cited(&self) -> impl Iterator<Item = usize> {
        let own = self.sources.iter().map(|one| one.source);
        let found = self.recovered.iter().map(|one| one.source);
        let names = self.actor.iter().map(|one| one.source);
        own.chain(found).chain(names).chain(self.attributed_on.iter().map(|one| one.source))
    }
}

/// A place in a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// Index into [`Details::sources`].
    pub source: usize,
    /// Page, paragraph or row.
    pub locator: Option<String>,
}

/// A work cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Stable id, unique among the sources.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published, if known.
    pub date: Option<PartialDate>,
    /// Link to the work; begins with `http://` or `https://`. Empty for a work that is not on the web.
    pub url: String,
    /// Kind of work.
    pub kind: SourceKind,
    /// Link to the copy that was read, or to the work that quotes it.
    pub via: Option<String>,
    /// How it was read, if known.
    pub read: Option<Read>,
}

/// A total someone published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Estimate {
    /// Who published it.
    pub estimator: Estimator,
    /// When it was published.
    pub report_date: PartialDate,
    /// Whether it covers a year, a part of one, or several.
    pub kind: EstimateKind,
    /// Time covered, first and last day included.
    pub period: Period,
    /// The total in US dollars, as published.
    pub stolen_usd: UsdRange,
    /// A word that belongs to the figure, such as `up to`.
    pub qualifier: Option<String>,
    /// Number of incidents it counts.
    pub incidents: Option<u32>,
    /// `true`: the estimator's current figure for the period. `false`: an earlier one.
    pub latest: bool,
    /// Label of the figure in the running total; `None` if that does not show it.
    pub mark: Option<String>,
    /// Its share in all thefts by anyone, if its publisher states one.
    pub share: Option<Share>,
}

impl Estimate {
    /// The year it covers; `None` if it covers several.
    pub fn year(&self) -> Option<i32> {
        (self.kind != EstimateKind::Cumulative).then(|| self.period.from.year())
    }
}

/// Details of one estimate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EstimateDetails {
    /// Index into [`Details::sources`].
    pub source: usize,
    /// Note on the figure, for readers.
    pub note: Option<String>,
    /// The same publisher's total for all thefts of the time.
    pub world: Option<World>,
}

/// Short name of a publisher of estimates, such as `chainalysis` or `un-panel`: one or more letters, digits, dots,
/// hyphens and underscores.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Estimator(pub(super) String);

impl Estimator {
    /// Its name.
    pub fn id(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Estimator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A statement published by others, and this dataset's figures for comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Stable id, unique among the claims.
    pub id: String,
    /// The statement.
    pub what: String,
    /// The stated figure, in `unit`.
    pub value: Option<f64>,
    /// Unit of the figure, such as `usd` or `incidents`.
    pub unit: Option<String>,
    /// A word that belongs to the figure, such as `at least`.
    pub qualifier: Option<String>,
    /// Who states it.
    pub said_by: String,
    /// When it was stated.
    pub said_on: PartialDate,
    /// Time it refers to.
    pub period: Option<Period>,
    /// Sources that state it, as indices into [`Details::sources`]; at least one.
    pub sources: Vec<usize>,
    /// This dataset's figures for comparison, in words.
    pub compare: Option<String>,
    /// The chart that shows it.
    pub shown_in: Option<ShownIn>,
    /// The countries it lists.
    pub countries: Vec<Country>,
}

/// A chart in one of its states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownIn {
    /// Id of the chart.
    pub chart: String,
    /// State of the chart, in the grammar of links; `None` is its initial state.
    pub state: Option<String>,
}

/// The rule of inclusion, and the cases it left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejected {
    /// The rule of inclusion.
    pub rule: String,
    /// Cases left out.
    pub cases: Vec<RejectedCase>,
}

/// A case left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedCase {
    /// The case.
    pub what: String,
    /// Why it was left out.
    pub why: String,
}
