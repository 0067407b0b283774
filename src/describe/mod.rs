//! What a chart says in words: titles, sentences, tooltips, tables and cards, in a language. Knows no pixels.
//!
//! Each chart has a file with its `Words`; `phrases` holds what they share, `types` what comes out.

mod attacks;
mod card;
mod controls;
mod incidents;
mod key_figures;
mod phrases;
mod proceeds;
mod published;
mod running_total;
mod selection;
mod targets;
mod tooltip;
mod types;
mod un_2019;

pub use card::{card, further};
pub use controls::{Control, ControlOption, controls};
pub use key_figures::{KeyFigure, key_figures};
pub use selection::{period, selection};
pub use tooltip::tooltip;
pub use types::{Card, CardIncident, CardSource, Cell, Column, Row, Table, Tooltip};

use std::ops::Range;

use crate::chart::{ChartKind, Figure};
use crate::data::Dataset;
use crate::locale::{Locale, fill};
use crate::text::isolated;
use phrases::when;
use types::{Rows, Words};

/// The words of each chart.
fn words(kind: ChartKind) -> &'static Words {
    match kind {
        ChartKind::Attacks => &attacks::WORDS,
        ChartKind::Targets => &targets::WORDS,
        ChartKind::Proceeds => &proceeds::WORDS,
        ChartKind::Incidents => &incidents::WORDS,
        ChartKind::RunningTotal => &running_total::WORDS,
        ChartKind::Un2019 => &un_2019::WORDS,
    }
}

/// What a chart measures.
pub fn title(kind: ChartKind, locale: Locale) -> &'static str {
    (words(kind).title)(locale)
}

/// Where the figures come from.
pub fn source_line(dataset: &Dataset, locale: Locale) -> String {
    fill(locale.messages().source_line, &[("title", &isolated(&dataset.title)), ("day", &locale.day(dataset.as_of))])
}

/// One sentence on what stands out in a chart as it is now.
///
/// Sentences speak of the dataset's incidents and hold where two lead with the same figure: "no country more often",
/// never "more often than any other".
pub fn sentence(figure: &Figure, dataset: &Dataset, locale: Locale) -> String {
    let Some(years) = figure.series[0].years else {
        // Only what is left out of all counts may be shown.
        return match figure.count() {
            0 => figure.nothing(locale).into(),
            n => locale.counted(n, locale.messages().incidents_left_out_only),
        };
    };
    (words(figure.kind).sentence)(figure, &when(years, locale), dataset, locale)
}

/// The figures of a chart as a table, for those who read instead of look.
pub fn table(figure: &Figure, dataset: &Dataset, locale: Locale) -> Table {
    let rows = table_rows(figure, 0..usize::MAX, dataset, locale);
    Table { caption: title(figure.kind, locale).into(), columns: table_columns(figure, locale), rows }
}

/// The heads of its columns.
pub fn table_columns(figure: &Figure, locale: Locale) -> Vec<Column> {
    (words(figure.kind).columns)(locale)
}

/// How many rows it has.
pub fn table_length(figure: &Figure, dataset: &Dataset, locale: Locale) -> usize {
    match words(figure.kind).rows {
        Rows::Each(_) => figure.count() as usize,
        Rows::All(rows) => rows(figure, dataset, locale).len(),
    }
}

/// Some of its rows: of a crowd nobody reads all at once.
pub fn table_rows(figure: &Figure, part: Range<usize>, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    match words(figure.kind).rows {
        Rows::Each(rows) => rows(figure, part, dataset, locale),
        Rows::All(rows) => {
            let mut rows = rows(figure, dataset, locale);
            rows.truncate(part.end);
            rows.split_off(part.start.min(rows.len()))
        }
    }
}
