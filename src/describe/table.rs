//! The figures of a chart as a table, for those who read instead of look.

use std::ops::Range;

use super::published::{self, Figures};
use super::tooltip::datum_title;
use super::{incidents, running_total, un_2019};
use crate::aggregate::{Datum, Key, Series, Totals};
use crate::chart::{ChartKind, Figure};
use crate::data::{Dataset, Group};
use crate::locale::{Locale, fill};
use crate::scene::DatumRef;

/// A table with a header cell in front of every row.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows: the chart's title.
    pub caption: String,
    /// Heads of the columns, that of the row headers first.
    pub columns: Vec<Column>,
    /// Rows in the order of the data.
    pub rows: Vec<Row>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its words.
    pub text: String,
    /// Whether figures stand below it.
    pub numeric: bool,
}

/// A row of a table; one without cells heads the rows below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row is about.
    pub header: String,
    /// One cell for each further column.
    pub cells: Vec<Cell>,
}

/// A cell and the datum it states.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its words; empty where there is no figure.
    pub text: String,
    /// The datum whose value it states.
    pub datum: Option<DatumRef>,
}

/// The figures of a chart as a table.
pub fn table(figure: &Figure, dataset: &Dataset, locale: Locale) -> Table {
    let rows = table_rows(figure, 0..usize::MAX, dataset, locale);
    Table { caption: super::title(figure.kind, locale).into(), columns: table_columns(figure, locale), rows }
}

/// The heads of its columns.
pub fn table_columns(figure: &Figure, locale: Locale) -> Vec<Column> {
    match figure.kind {
        ChartKind::Attacks => attacks_columns(locale),
        ChartKind::Targets => totals_columns(locale.messages().column_target, locale),
        ChartKind::Proceeds => totals_columns(locale.messages().column_year, locale),
        ChartKind::Incidents => incidents::columns(locale),
        ChartKind::RunningTotal => running_total::columns(locale),
        ChartKind::Un2019 => un_2019::columns(locale),
    }
}

/// How many rows it has.
pub fn table_length(figure: &Figure, dataset: &Dataset, locale: Locale) -> usize {
    match figure.kind {
        ChartKind::Incidents => figure.count() as usize,
        _ => table_rows(figure, 0..usize::MAX, dataset, locale).len(),
    }
}

/// Some of its rows: of a crowd nobody reads all at once.
pub fn table_rows(figure: &Figure, part: Range<usize>, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let messages = locale.messages();
    let mut rows = match figure.kind {
        ChartKind::Attacks => attacks_rows(figure, locale),
        ChartKind::Targets => totals_rows(&figure.series, &[messages.by_country, messages.by_group], locale),
        ChartKind::Proceeds => {
            let mut rows = totals_rows(&figure.series[..1], &[], locale);
            let columns =
                [Figures::Attacks, Figures::Empty, Figures::Best, Figures::Low, Figures::High, Figures::Empty];
            rows.extend(published::rows(figure, &columns, dataset, locale));
            rows
        }
        ChartKind::Incidents => return incidents::rows(figure, part, dataset, locale),
        ChartKind::RunningTotal => running_total::rows(figure, dataset, locale),
        ChartKind::Un2019 => un_2019::rows(figure, dataset, locale),
    };
    rows.truncate(part.end);
    rows.split_off(part.start.min(rows.len()))
}

/// The first stands above the row headers, figures below the others.
pub(super) fn columns(words: &[&str]) -> Vec<Column> {
    words.iter().enumerate().map(|(at, text)| Column { text: (*text).into(), numeric: at > 0 }).collect()
}

fn attacks_columns(locale: Locale) -> Vec<Column> {
    let mut words = vec![locale.messages().column_year, locale.messages().column_all];
    words.extend_from_slice(locale.messages().groups);
    columns(&words)
}

fn attacks_rows(figure: &Figure, locale: Locale) -> Vec<Row> {
    let Some((first, last)) = figure.series[0].years else { return Vec::new() };
    let row = |year| {
        let none = Cell { text: locale.count(0), datum: None };
        let mut cells = vec![none; 1 + Group::ALL.len()];
        let (mut all, mut official) = (0, 0);
        for (number, datum) in figure.data() {
            if let Key::YearGroup(of_year, group) = datum.key
                && of_year == year
            {
                all += datum.totals.attacks;
                official += datum.official.attacks;
                let text = with_official(datum.totals.attacks, datum.official.attacks, locale);
                cells[1 + group as usize] = Cell { text, datum: Some(number) };
            }
        }
        cells[0].text = with_official(all, official, locale);
        Row { header: locale.year(year), cells }
    };
    (first..=last).map(row).collect()
}

fn with_official(n: u32, official: u32, locale: Locale) -> String {
    if n == 0 {
        return locale.count(0);
    }
    fill(locale.messages().count_with_official, &[("n", &locale.count(n)), ("official", &locale.count(official))])
}

fn totals_columns(first: &str, locale: Locale) -> Vec<Column> {
    let messages = locale.messages();
    columns(&[
        first,
        messages.column_attacks,
        messages.column_official,
        messages.column_best,
        messages.column_low,
        messages.column_high,
        messages.column_unknown,
    ])
}

/// A row for each datum, each series below its heading, if it has one.
fn totals_rows(all: &[Series], headings: &[&str], locale: Locale) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut number = 0;
    for (at, series) in all.iter().enumerate() {
        if let Some(heading) = headings.get(at) {
            rows.push(Row { header: (*heading).into(), cells: Vec::new() });
        }
        for datum in &series.data {
            rows.push(totals_row(DatumRef(number), datum, locale));
            number += 1;
        }
    }
    rows
}

fn totals_row(number: DatumRef, datum: &Datum, locale: Locale) -> Row {
    let Totals { attacks, known, unknown, usd, .. } = datum.totals;
    let amount = |amount| if known == 0 { locale.messages().not_known.into() } else { locale.usd(amount) };
    let texts = [
        locale.count(attacks),
        locale.count(datum.official.attacks),
        amount(usd.best),
        amount(usd.low),
        amount(usd.high),
        locale.count(unknown),
    ];
    let mut cells = Vec::new();
    for text in texts {
        cells.push(Cell { text, datum: Some(number) });
    }
    Row { header: datum_title(datum.key, locale), cells }
}
