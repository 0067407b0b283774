//! The list of charts, and the traits of each that are fixed before layout.

use crate::aggregate::{Measure, has_methods, has_year_totals};
use crate::data::Dataset;

/// The charts, in the order a page shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Every theft as a square, by date.
    Raids,
    /// Attacks a year by group of victims.
    Attacks,
    /// Estimated proceeds a year.
    Proceeds,
    /// Every theft by date and amount.
    Incidents,
    /// Everything taken so far.
    RunningTotal,
    /// Who was hit: by country and by group.
    Targets,
    /// How it was done: by method, and what came back.
    Methods,
    /// Strength of evidence: dollars of each year by who says so, and days to the first official attribution.
    Evidence,
    /// Totals of a year as others count them, beside our own.
    Counters,
    /// Shares in all thefts by anyone, as others state them.
    Share,
    /// The rows of the United Nations report of 2019.
    Un2019,
}

/// What is fixed for a chart before layout.
struct Traits {
    id: &'static str,
    chapter: Chapter,
    /// The measures that its lengths can represent, the default first.
    measures: &'static [Measure],
    arrangement: Arrangement,
    subject: Subject,
}

/// A part of the page: the question that its charts answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// How much was taken.
    HowMuch,
    /// Who was hit.
    WhoWasHit,
    /// How it was done, and who says so.
    WhoSaysSo,
    /// Whose count is right.
    WhoseCount,
}

/// How the data of a chart are arranged, which decides where arrow keys lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// In columns side by side: left and right to another, up and down within one.
    Columns,
    /// One by one over an axis of dates: left and right by date, up and down by amount.
    Points,
    /// On lines over an axis of dates: left and right along one, up and down to another.
    Lines,
    /// In rows: every arrow leads to the next above or below.
    Rows,
}

/// The subject of a chart: a dataset without it leaves the chart empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Thefts.
    Incidents,
    /// Methods of thefts, and what came back.
    Methods,
    /// Rows of the United Nations report of 2019.
    UnRows,
    /// Totals of a year that others published.
    YearTotals,
    /// Shares in all thefts that others published.
    Shares,
}

impl ChartKind {
    /// Every chart.
    pub const ALL: [ChartKind; 11] = [
        ChartKind::Raids,
        ChartKind::Attacks,
        ChartKind::Proceeds,
        ChartKind::Incidents,
        ChartKind::RunningTotal,
        ChartKind::Targets,
        ChartKind::Methods,
        ChartKind::Evidence,
        ChartKind::Counters,
        ChartKind::Share,
        ChartKind::Un2019,
    ];

    const fn traits(self) -> Traits {
        match self {
            ChartKind::Raids => Traits {
                id: "raids",
                chapter: Chapter::HowMuch,
                measures: &[Measure::Usd],
                arrangement: Arrangement::Points,
                subject: Subject::Incidents,
            },
            ChartKind::Attacks => Traits {
                id: "attacks",
                chapter: Chapter::HowMuch,
                measures: &[Measure::Attacks],
                arrangement: Arrangement::Columns,
                subject: Subject::Incidents,
            },
            ChartKind::Targets => Traits {
                id: "targets",
                chapter: Chapter::WhoWasHit,
                measures: &[Measure::Attacks, Measure::Usd],
                arrangement: Arrangement::Rows,
                subject: Subject::Incidents,
            },
            ChartKind::Proceeds => Traits {
                id: "proceeds",
                chapter: Chapter::HowMuch,
                measures: &[Measure::Usd],
                arrangement: Arrangement::Columns,
                subject: Subject::Incidents,
            },
            ChartKind::Incidents => Traits {
                id: "incidents",
                chapter: Chapter::HowMuch,
                measures: &[Measure::Usd],
                arrangement: Arrangement::Points,
                subject: Subject::Incidents,
            },
            ChartKind::RunningTotal => Traits {
                id: "running-total",
                chapter: Chapter::HowMuch,
                measures: &[Measure::Usd],
                arrangement: Arrangement::Lines,
                subject: Subject::Incidents,
            },
            ChartKind::Methods => Traits {
                id: "methods",
                measures: &[Measure::Usd, Measure::Attacks],
                arrangement: Arrangement::Rows,
                subject: Subject::Methods,
                chapter: Chapter::WhoSaysSo,
            },
            ChartKind::Counters => Traits {
                id: "counters",
                measures: &[Measure::Usd],
                arrangement: Arrangement::Rows,
                subject: Subject::YearTotals,
                chapter: Chapter::WhoseCount,
            },
            ChartKind::Share => Traits {
                id: "share",
                chapter: Chapter::WhoseCount,
                measures: &[Measure::Usd],
                arrangement: Arrangement::Rows,
                subject: Subject::Shares,
            },
            ChartKind::Evidence => Traits {
                id: "evidence",
                chapter: Chapter::WhoSaysSo,
                measures: &[Measure::Usd],
                arrangement: Arrangement::Columns,
                subject: Subject::Incidents,
            },
            ChartKind::Un2019 => Traits {
                id: "un-2019",
                chapter: Chapter::WhoseCount,
                measures: &[Measure::Usd],
                arrangement: Arrangement::Rows,
                subject: Subject::UnRows,
            },
        }
    }

    /// The name of the chart in attributes and file names, such as `running-total`.
    pub fn id(self) -> &'static str {
        self.traits().id
    }

    /// The part of the page that it is in.
    pub fn chapter(self) -> Chapter {
        self.traits().chapter
    }

    /// The chart of this name, or `None` if there is none.
    pub fn from_id(id: &str) -> Option<ChartKind> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The measures a reader can choose from, the default first.
    pub fn measures(self) -> &'static [Measure] {
        self.traits().measures
    }

    /// How its data are arranged.
    pub fn arrangement(self) -> Arrangement {
        self.traits().arrangement
    }

    /// Its subject.
    pub fn subject(self) -> Subject {
        self.traits().subject
    }

    /// Whether the dataset has anything that the chart can show under any filter.
    pub fn has_data(self, dataset: &Dataset) -> bool {
        match self.subject() {
            Subject::Incidents => true,
            Subject::Methods => has_methods(dataset),
            Subject::UnRows => dataset.incidents.iter().any(|incident| incident.un2019().is_some()),
            Subject::YearTotals => has_year_totals(dataset),
            Subject::Shares => dataset.estimates.iter().any(|estimate| estimate.share.is_some()),
        }
    }
}
