//! The list of charts, and the traits of each that are fixed before layout.

use crate::aggregate::Measure;
use crate::data::Dataset;

/// The charts, in the order a page shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Every theft as a square, by date.
    Raids,
    /// Attacks a year by group of victims.
    Attacks,
    /// Who was hit: by country and by group.
    Targets,
    /// Estimated proceeds a year.
    Proceeds,
    /// Every theft by date and amount.
    Incidents,
    /// Everything taken so far.
    RunningTotal,
    /// The rows of the United Nations report of 2019.
    Un2019,
}

/// What is fixed for a chart before layout.
struct Traits {
    id: &'static str,
    /// The measures that its lengths can represent, the default first.
    measures: &'static [Measure],
    arrangement: Arrangement,
    subject: Subject,
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
    /// Rows of the United Nations report of 2019.
    UnRows,
}

impl ChartKind {
    /// Every chart.
    pub const ALL: [ChartKind; 7] = [
        ChartKind::Raids,
        ChartKind::Attacks,
        ChartKind::Targets,
        ChartKind::Proceeds,
        ChartKind::Incidents,
        ChartKind::RunningTotal,
        ChartKind::Un2019,
    ];

    const fn traits(self) -> Traits {
        match self {
            ChartKind::Raids => Traits {
                id: "raids",
                measures: &[Measure::Usd],
                arrangement: Arrangement::Points,
                subject: Subject::Incidents,
            },
            ChartKind::Attacks => Traits {
                id: "attacks",
                measures: &[Measure::Attacks],
                arrangement: Arrangement::Columns,
                subject: Subject::Incidents,
            },
            ChartKind::Targets => Traits {
                id: "targets",
                measures: &[Measure::Attacks, Measure::Usd],
                arrangement: Arrangement::Rows,
                subject: Subject::Incidents,
            },
            ChartKind::Proceeds => Traits {
                id: "proceeds",
                measures: &[Measure::Usd],
                arrangement: Arrangement::Columns,
                subject: Subject::Incidents,
            },
            ChartKind::Incidents => Traits {
                id: "incidents",
                measures: &[Measure::Usd],
                arrangement: Arrangement::Points,
                subject: Subject::Incidents,
            },
            ChartKind::RunningTotal => Traits {
                id: "running-total",
                measures: &[Measure::Usd],
                arrangement: Arrangement::Lines,
                subject: Subject::Incidents,
            },
            ChartKind::Un2019 => Traits {
                id: "un-2019",
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
            Subject::UnRows => dataset.incidents.iter().any(|incident| incident.un2019().is_some()),
        }
    }
}
