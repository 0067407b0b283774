//! A chart in words: titles, sentences, tooltips, tables and cards, in a language. Knows no pixels.
//!
//! Each chart has a file with its `Words`. `phrases` has the phrases that several charts share, `types` the results.

mod attacks;
mod card;
mod controls;
mod counters;
mod evidence;
mod incidents;
mod key_figures;
mod methods;
mod phrases;
mod proceeds;
mod published;
mod raids;
mod running_total;
mod selection;
mod share;
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

use crate::aggregate::Filter;
use crate::chart::{ChartKind, Figure};
use crate::data::Dataset;
use crate::locale::{Locale, fill};
use crate::text::isolated;
use phrases::when;
use types::{Rows, Words};

/// The words of each chart.
fn words(kind: ChartKind) -> &'static Words {
    match kind {
        ChartKind::Raids => &raids::WORDS,
        ChartKind::Attacks => &attacks::WORDS,
        ChartKind::Targets => &targets::WORDS,
        ChartKind::Proceeds => &proceeds::WORDS,
        ChartKind::Incidents => &incidents::WORDS,
        ChartKind::RunningTotal => &running_total::WORDS,
        ChartKind::Methods => &methods::WORDS,
        ChartKind::Evidence => &evidence::WORDS,
        ChartKind::Counters => &counters::WORDS,
        ChartKind::Share => &share::WORDS,
        ChartKind::Un2019 => &un_2019::WORDS,
    }
}

/// The neutral title of a chart: what it measures.
pub fn title(kind: ChartKind, locale: Locale) -> &'static str {
    (words(kind).title)(locale)
}

/// The neutral title of a chart of a dataset, which may have its own word for who is held responsible.
pub fn name(kind: ChartKind, dataset: &Dataset, locale: Locale) -> String {
    if kind != ChartKind::Share || !dataset.labels.are_given() {
        return title(kind, locale).into();
    }
    fill(locale.messages().labelled_share_title, &[("subject", &phrases::subject(dataset, locale))])
}

/// The title above a figure: its finding if everything is shown and something stands out, else the neutral title.
pub fn heading(figure: &Figure, dataset: &Dataset, locale: Locale) -> String {
    let is_whole = figure.filter == Filter::default() && figure.series[0].years.is_some();
    let finding = if is_whole { (words(figure.kind).finding)(figure, dataset, locale) } else { None };
    finding.unwrap_or_else(|| name(figure.kind, dataset, locale))
}

/// Before who attributes an incident, and while that loads.
pub fn attribution(dataset: &Dataset, locale: Locale) -> [&'static str; 2] {
    let messages = locale.messages();
    match dataset.labels.are_given() {
        true => *messages.labelled_attribution,
        false => [messages.attributed_to_dprk_by, messages.details_pending],
    }
}

/// The line on the source of the figures, and the last day they cover: who published what a figure compares, else the
/// publishers that the dataset cites most, or its title if it cites none.
pub fn source_line(figure: &Figure, dataset: &Dataset, locale: Locale) -> String {
    let (messages, day) = (locale.messages(), locale.day(dataset.as_of));
    let own: Vec<&str> = match figure.kind {
        ChartKind::Un2019 => vec![messages.un_source],
        ChartKind::Counters | ChartKind::Share => published::estimators(figure, dataset, locale),
        _ => Vec::new(),
    };
    let names = if own.is_empty() { dataset.publishers.iter().map(String::as_str).collect() } else { own };
    if names.is_empty() {
        return fill(messages.source_line, &[("title", &isolated(&dataset.title)), ("day", &day)]);
    }
    let publishers: Vec<String> = names.into_iter().map(isolated).collect();
    let publishers = publishers.join(messages.list_separator);
    fill(messages.publishers_line, &[("publishers", &publishers), ("day", &day)])
}

/// A summary of a figure in one sentence.
///
/// It stays true in case of a tie: "no country more often", never "more often than any other".
pub fn sentence(figure: &Figure, dataset: &Dataset, locale: Locale) -> String {
    let Some(years) = figure.series[0].years else {
        // The chart may still show incidents that are left out of all counts.
        return match figure.count() {
            0 => figure.nothing(locale).into(),
            n => locale.counted(n, locale.messages().incidents_left_out_only),
        };
    };
    (words(figure.kind).sentence)(figure, &when(years, locale), dataset, locale)
}

/// The figures of a chart as a table, the text alternative to the picture.
pub fn table(figure: &Figure, dataset: &Dataset, locale: Locale) -> Table {
    let rows = table_rows(figure, 0..usize::MAX, dataset, locale);
    Table { caption: name(figure.kind, dataset, locale), columns: table_columns(figure, dataset, locale), rows }
}

/// The column headers of the table.
pub fn table_columns(figure: &Figure, dataset: &Dataset, locale: Locale) -> Vec<Column> {
    (words(figure.kind).columns)(dataset, locale)
}

/// Number of rows of the table, including headings.
pub fn table_length(figure: &Figure, dataset: &Dataset, locale: Locale) -> usize {
    match words(figure.kind).rows {
        Rows::Each(_) => figure.count() as usize,
        Rows::All(rows) => rows(figure, dataset, locale).len(),
    }
}

/// The rows of the table in the range `part`, clamped to the table: the table of a crowd is too long to build at once.
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
