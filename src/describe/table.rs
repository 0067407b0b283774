//! The figures of a chart as a table, for those who read instead of look.

use super::tooltip::datum_title;
use crate::aggregate::{Datum, Key, Series, Totals};
use crate::chart::{ChartKind, Figure};
use crate::data::Group;
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
pub fn table(figure: &Figure, locale: Locale) -> Table {
    let (columns, rows) = match figure.kind {
        ChartKind::Attacks => (attacks_columns(locale), attacks_rows(figure, locale)),
        ChartKind::Targets => (totals_columns(locale.messages.column_target, locale), targets_rows(figure, locale)),
        ChartKind::Proceeds => {
            let rows = figure.data().map(|(number, datum)| totals_row(number, datum, locale)).collect();
            (totals_columns(locale.messages.column_year, locale), rows)
        }
    };
    Table { caption: super::title(figure.kind, locale).into(), columns, rows }
}

fn column(text: &str, numeric: bool) -> Column {
    Column { text: text.into(), numeric }
}

fn attacks_columns(locale: Locale) -> Vec<Column> {
    let mut columns = vec![column(locale.messages.column_year, false), column(locale.messages.column_all, true)];
    columns.extend(Group::ALL.map(|group| column(locale.group(group), true)));
    columns
}

fn attacks_rows(figure: &Figure, locale: Locale) -> Vec<Row> {
    let Some((first, last)) = figure.series[0].years else { return Vec::new() };
    (first..=last)
        .map(|year| {
            let of_year: Vec<(DatumRef, &Datum)> =
                figure.data().filter(|(_, datum)| datum.key.year() == Some(year)).collect();
            let all = of_year.iter().map(|(_, datum)| datum.totals.attacks).sum();
            let official = of_year.iter().map(|(_, datum)| datum.official.attacks).sum();
            let mut cells = vec![Cell { text: with_official(all, official, locale), datum: None }];
            cells.extend(Group::ALL.map(|group| {
                let found = of_year.iter().find(|(_, datum)| datum.key == Key::YearGroup(year, group));
                match found {
                    Some((number, datum)) => Cell {
                        text: with_official(datum.totals.attacks, datum.official.attacks, locale),
                        datum: Some(*number),
                    },
                    None => Cell { text: locale.count(0), datum: None },
                }
            }));
            Row { header: locale.year(year), cells }
        })
        .collect()
}

fn with_official(n: u32, official: u32, locale: Locale) -> String {
    if n == 0 {
        return locale.count(0);
    }
    fill(locale.messages.count_with_official, &[("n", &locale.count(n)), ("official", &locale.count(official))])
}

fn targets_rows(figure: &Figure, locale: Locale) -> Vec<Row> {
    let headings = [locale.messages.by_country, locale.messages.by_group];
    let mut data = figure.data();
    let mut rows = Vec::new();
    for (Series { data: of_series, .. }, heading) in figure.series.iter().zip(headings) {
        rows.push(Row { header: heading.into(), cells: Vec::new() });
        rows.extend(data.by_ref().take(of_series.len()).map(|(number, datum)| totals_row(number, datum, locale)));
    }
    rows
}

fn totals_columns(first: &str, locale: Locale) -> Vec<Column> {
    let messages = locale.messages;
    let figures = [
        messages.column_attacks,
        messages.column_official,
        messages.column_best,
        messages.column_low,
        messages.column_high,
        messages.column_unknown,
    ];
    std::iter::once(column(first, false)).chain(figures.map(|text| column(text, true))).collect()
}

fn totals_row(number: DatumRef, datum: &Datum, locale: Locale) -> Row {
    let Totals { attacks, known, unknown, usd, .. } = datum.totals;
    let amount = |amount| if known == 0 { locale.messages.not_known.into() } else { locale.usd(amount) };
    let texts = [
        locale.count(attacks),
        locale.count(datum.official.attacks),
        amount(usd.best),
        amount(usd.low),
        amount(usd.high),
        locale.count(unknown),
    ];
    Row { header: datum_title(datum.key, locale), cells: texts.map(|text| Cell { text, datum: Some(number) }).into() }
}
