//! The words of `attacks`.

use super::phrases::{self, largest, official, subject};
use super::types::{Cell, Column, Row, Rows, Words};
use crate::aggregate::{Datum, Key};
use crate::chart::Figure;
use crate::data::{Dataset, Group};
use crate::locale::{Locale, fill};

pub(super) const WORDS: Words =
    Words { title: |locale| locale.messages().attacks_title, finding, sentence, columns, rows: Rows::All(rows) };

/// The group of the first victims, if it has not been hit for years.
fn finding(figure: &Figure, dataset: &Dataset, locale: Locale) -> Option<String> {
    /// Years without an attack, the last of the data included, that stand out.
    const YEARS: i32 = 3;
    let series = &figure.series[0];
    let (first, last) = series.years?;
    let of_year = |datum: &Datum| match datum.key {
        Key::YearGroup(year, group) => Some((year, group)),
        _ => None,
    };
    let mut pairs = series.data.iter().filter_map(of_year);
    let (_, group) = pairs.next()?;
    let alone = pairs.clone().all(|(year, other)| year > first || other == group);
    let (end, _) = pairs.rev().find(|(_, other)| *other == group)?;
    let values = [("group", &*phrases::group(group, dataset, locale)), ("year", &locale.year(end))];
    (alone && end + YEARS <= last).then(|| fill(locale.messages().attacks_finding, &values))
}

fn sentence(figure: &Figure, when: &str, dataset: &Dataset, locale: Locale) -> String {
    let (messages, series) = (locale.messages(), &figure.series[0]);
    // In case of a tie, no year is named.
    let only = |most| series.by_year().iter().filter(|(_, count)| *count == most).count() == 1;
    let peak = match (largest(series.by_year().into_iter(), |(_, count)| f64::from(*count)), series.years) {
        (Some((year, most @ 2..)), Some((first, last))) if first < last && only(most) => {
            fill(messages.attacks_peak, &[("most", &locale.count(most)), ("year", &locale.year(year))])
        }
        _ => String::new(),
    };
    let official = match series.official.attacks {
        n if dataset.labels.are_given() => {
            let n = locale.count(n);
            let values = [("n", &*n), ("subject", &subject(dataset, locale)), ("levels", &official(dataset, locale))];
            fill(messages.labelled_official, &values)
        }
        0 => messages.attacks_official_none.into(),
        n => locale.counted(n, messages.attacks_official),
    };
    let attacks = locale.counted(series.totals.attacks, messages.attacks);
    let values = [("attacks", attacks.as_str()), ("when", when), ("peak", &peak), ("official", &official)];
    fill(messages.attacks_sentence, &values)
}

fn columns(dataset: &Dataset, locale: Locale) -> Vec<Column> {
    let messages = locale.messages();
    let mut heads = vec![(messages.column_year, false), (messages.column_all, true)];
    for group in Group::ALL {
        heads.push((locale.group_of(dataset, group), true));
    }
    phrases::columns(&heads)
}

/// The attacks of each year, then those of them with official evidence.
fn rows(figure: &Figure, _: &Dataset, locale: Locale) -> Vec<Row> {
    let mut rows = of_years(figure, locale, |datum| datum.totals.attacks);
    if !rows.is_empty() {
        rows.push(Row { header: locale.messages().official_heading.into(), cells: Vec::new() });
        rows.extend(of_years(figure, locale, |datum| datum.official.attacks));
    }
    rows
}

/// A row for each year: the attacks that `count` gives for all groups, then for each.
fn of_years(figure: &Figure, locale: Locale, count: fn(&Datum) -> u32) -> Vec<Row> {
    let Some((first, last)) = figure.series[0].years else { return Vec::new() };
    let mut rows = Vec::new();
    for year in first..=last {
        let mut cells = vec![Cell { text: locale.count(0), datum: None }; 1 + Group::ALL.len()];
        let mut all = 0;
        for (number, datum) in figure.data() {
            if let Key::YearGroup(of_year, group) = datum.key
                && of_year == year
            {
                all += count(datum);
                cells[1 + group as usize] = Cell { text: locale.count(count(datum)), datum: Some(number) };
            }
        }
        cells[0].text = locale.count(all);
        rows.push(Row { header: locale.year(year), cells });
    }
    rows
}
