//! The types a validated dataset consists of.

use super::{Actor, Attributed, Event, Period, Recovery, UsdRange, World};
use super::{Country, Date, EstimateKind, Evidence, Method, PartialDate, Read, Sector, SourceKind, UnKind};
use std::fmt;

/// A dataset that passed every check.
///
/// Charts draw without `details`, cards need them; in the browser they come later, on a [`Tape`](super::Tape) of their
/// own.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What the dataset is about, in its own language.
    pub title: String,
    /// The day the data runs to. The year of this day is a part-year unless it is 31 December.
    pub as_of: Date,
    /// Every incident, sorted by start of its date, coarser dates last, then by id.
    pub incidents: Vec<Incident>,
    /// Totals published by others, in the order of the dataset.
    pub estimates: Vec<Estimate>,
    /// Countries a newspaper listed as those of the United Nations report of 2019: those of the first claim that lists
    /// any.
    pub press_countries: Vec<Country>,
    /// Sources, texts and everything else that drawing does not need.
    pub details: Option<Details>,
}

/// One theft or attempt, as far as drawing needs it.
///
/// There may be a million, so what is long stands apart: an incident is 64 bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incident {
    /// Date of the theft, as precise as it is known.
    pub date: PartialDate,
    /// Country or territory of the victim's base or registration.
    pub country: Option<Country>,
    /// Line of business of the victim.
    pub sector: Sector,
    /// Amount taken in US dollars of the day of the theft; `None` is "not known", never zero.
    pub stolen_usd: Option<UsdRange>,
    /// Strongest evidence for the attribution.
    pub evidence: Evidence,
    /// Someone with standing contradicts the attribution.
    pub disputed: bool,
    /// `false`: shown with its reason, in no count and no sum.
    pub counted: bool,
    /// Its words; a dataset of columns has none.
    pub names: Option<Box<Names>>,
    /// Its number, counted from 1, where it has no words.
    pub number: u32,
}

/// The words of an incident.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// Stable name of the incident, used in links.
    pub id: String,
    /// Who was hit, as the source names it.
    pub victim: String,
    /// The same in the language of whoever reads it, where it is a description and no name; otherwise empty.
    pub translated: String,
    /// The row of the United Nations report S/2019/691 that lists it.
    pub un2019: Option<UnRow>,
}

impl Incident {
    /// Stable name of the incident, used in links; empty where it has none.
    pub fn id(&self) -> &str {
        self.names.as_ref().map_or("", |names| &names.id)
    }

    /// Who was hit, as the source names it; empty where nobody does.
    pub fn victim(&self) -> &str {
        self.names.as_ref().map_or("", |names| &names.victim)
    }

    /// Who was hit, as a reader is told; empty where there are no words.
    pub fn name(&self) -> &str {
        self.names
            .as_ref()
            .map_or("", |names| if names.translated.is_empty() { &names.victim } else { &names.translated })
    }

    /// The row of the United Nations report S/2019/691 that lists it.
    pub fn un2019(&self) -> Option<&UnRow> {
        self.names.as_ref()?.un2019.as_ref()
    }
}

/// A row of annex 21 of the report S/2019/691 of the United Nations Panel of Experts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnRow {
    /// Label of the row, such as `A5`.
    pub row: String,
    /// Amount printed in the row in US dollars.
    pub usd: Option<f64>,
    /// Whether the row speaks of an attempt or of money taken.
    pub kind: UnKind,
    /// The report's word for it, where it has one.
    pub wording: Option<String>,
    /// `false`: the same theft is printed in another row as well.
    pub counts: bool,
    /// Its country is among those the press listed.
    pub in_press_country_list: bool,
}

impl UnRow {
    /// The amount in US dollars where the row speaks of one.
    pub fn printed(&self) -> Option<f64> {
        self.usd.filter(|_| self.kind != UnKind::None)
    }
}

/// What drawing does not need: texts, sources, and what others published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// One for each of [`Dataset::incidents`], in the same order.
    pub incidents: Vec<IncidentDetails>,
    /// The works cited, in the order of the dataset.
    pub sources: Vec<Source>,
    /// One for each of [`Dataset::estimates`], in the same order.
    pub estimates: Vec<EstimateDetails>,
    /// What happened around the thefts, in the order of the dataset. Empty in the browser: no chart shows it.
    pub events: Vec<Event>,
    /// Statements published by others, in the order of the dataset. Empty in the browser: they stand in the page.
    pub claims: Vec<Claim>,
    /// What was left out, and the rule. `None` in the browser: it stands in the page.
    pub rejected: Option<Rejected>,
}

/// The rest of one incident.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IncidentDetails {
    /// Amount the attackers tried to take, in US dollars of the day.
    pub attempted_usd: Option<f64>,
    /// Amount that came back, in US dollars: what was returned, without what was frozen or seized.
    pub recovered_usd: Option<f64>,
    /// Parts that were found again, as published; one may be counted in several.
    pub recovered: Vec<Recovery>,
    /// What was taken, in words.
    pub asset: Option<String>,
    /// How it was done.
    pub method: Option<Method>,
    /// Who attributes it.
    pub attribution: Vec<String>,
    /// Names that attributors use for the group behind it.
    pub actor: Vec<Actor>,
    /// When a government or a group of states first attributed it; `None` where there is none, or only a day it was
    /// before is known.
    pub attributed_on: Option<Attributed>,
    /// Where it stands; at least one.
    pub sources: Vec<Citation>,
    /// One or two sentences for the reader.
    pub text: Option<String>,
}

impl IncidentDetails {
    /// Every work it cites, as indices into [`Details::sources`]; some more than once.
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
    /// Stable name, unique among the sources.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published.
    pub date: PartialDate,
    /// Where it is: a link that begins with `http://` or `https://`.
    pub url: String,
    /// What kind of work it is.
    pub kind: SourceKind,
    /// The copy it was read through, a link as well.
    pub via: Option<String>,
    /// How it was read, where the dataset says so.
    pub read: Option<Read>,
}

/// A total someone published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Estimate {
    /// Who published it.
    pub estimator: Estimator,
    /// When it was published.
    pub report_date: PartialDate,
    /// What it covers.
    pub kind: EstimateKind,
    /// The time it covers, first and last day included.
    pub period: Period,
    /// The total in US dollars, as published.
    pub stolen_usd: UsdRange,
    /// A word that belongs to the figure, such as `up to`.
    pub qualifier: Option<String>,
    /// How many incidents it counts.
    pub incidents: Option<u32>,
    /// This estimator's figure for the period today; the others show what it used to be.
    pub latest: bool,
    /// Label of the figure where it is drawn on the running total.
    pub mark: Option<String>,
}

impl Estimate {
    /// The year it speaks of, unless it runs over several.
    pub fn year(&self) -> Option<i32> {
        (self.kind != EstimateKind::Cumulative).then(|| self.period.from.year())
    }
}

/// The rest of one estimate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EstimateDetails {
    /// Index into [`Details::sources`].
    pub source: usize,
    /// What a reader has to know about the figure.
    pub note: Option<String>,
    /// What the same publisher says of all thefts of the time. `None` in the browser: no chart shows it.
    pub world: Option<World>,
}

/// The short name of someone who publishes estimates, such as `chainalysis` or `un-panel`; letters, digits, dots,
/// hyphens and underscores, at least one.
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

/// Something others state, and what this dataset shows beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Stable name, unique among the claims.
    pub id: String,
    /// What is stated.
    pub what: String,
    /// Its figure, in `unit`.
    pub value: Option<f64>,
    /// What the figure counts, such as `usd` or `incidents`.
    pub unit: Option<String>,
    /// A word that belongs to the figure, such as `at least`.
    pub qualifier: Option<String>,
    /// Who states it.
    pub said_by: String,
    /// When it was stated.
    pub said_on: PartialDate,
    /// The time it speaks of.
    pub period: Option<Period>,
    /// Where it stands: indices into [`Details::sources`]; at least one.
    pub sources: Vec<usize>,
    /// What this dataset shows beside it.
    pub compare: Option<String>,
    /// The chart that shows it.
    pub shown_in: Option<ShownIn>,
    /// The countries it lists.
    pub countries: Vec<Country>,
}

/// A chart in a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownIn {
    /// Id of the chart.
    pub chart: String,
    /// State of the chart, as links write it; `None` is its first state.
    pub state: Option<String>,
}

/// The rule of inclusion and what it left out.
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
