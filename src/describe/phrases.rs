//! Phrases that several charts share.

use super::types::{CardSource, Cell, Column, Row};
use crate::aggregate::{Datum, Key, Series, Totals};
use crate::chart::Figure;
use crate::data::{Dataset, Details, Evidence, Group, Incident, Read, UsdRange};
use crate::locale::{Locale, fill};
use crate::scene::DatumRef;
use crate::text::isolated;

/// The years of a figure, after a verb.
pub(super) fn when((first, last): (i32, i32), locale: Locale) -> String {
    span(&locale.year(first), &locale.year(last), locale)
}

/// A span from the first year or month to the last, after a verb.
pub(super) fn span(first: &str, last: &str, locale: Locale) -> String {
    if first == last {
        return fill(locale.messages().in_year, &[("year", first)]);
    }
    fill(locale.messages().from_to, &[("first", first), ("last", last)])
}

pub(super) fn no_proceeds(series: &Series, when: &str, locale: Locale) -> String {
    let attacks = locale.counted(series.totals.attacks, locale.messages().attacks);
    let values = [("attacks", attacks.as_str()), ("when", when), ("unknown", &unknown(series, locale))];
    let none_known = series.totals.known == 0;
    let messages = locale.messages();
    fill(if none_known { messages.all_unknown_sentence } else { messages.no_proceeds_sentence }, &values)
}

pub(super) fn unknown(series: &Series, locale: Locale) -> String {
    match series.totals.unknown {
        0 => String::new(),
        n => locale.counted(n, locale.messages().proceeds_unknown),
    }
}

/// Part of a sentence: the lowest and highest estimate; empty if they are equal.
pub(super) fn range(usd: &UsdRange, template: &str, locale: Locale) -> String {
    if usd.low < usd.high {
        let (low, high) = (locale.usd_in_sentence(usd.low), locale.usd_in_sentence(usd.high));
        return fill(template, &[("low", &low), ("high", &high)]);
    }
    String::new()
}

/// `a`, `a and b`, `a, b and c`, with another separator of the last two if they are alternatives.
pub(super) fn listed(names: &[String], last_separator: &str, locale: Locale) -> String {
    let Some((last, others)) = names.split_last() else { return String::new() };
    if others.is_empty() {
        return last.clone();
    }
    [&*others.join(locale.messages().list_comma), last_separator, last.as_str()].concat()
}

/// A text of this module at the start of a sentence. It begins with an ASCII letter where the language has capitals.
pub(super) fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The largest item; of equal ones, the first. `None` if there are no items.
pub(super) fn largest<T>(items: impl Iterator<Item = T>, size: impl Fn(&T) -> f64) -> Option<T> {
    items.reduce(|largest, next| if size(&next) > size(&largest) { next } else { largest })
}

/// The line on a part-year: which days are selected or, if only the end of the data limits the year, covered.
pub(super) fn part_year_line(figure: &Figure, year: i32, locale: Locale) -> Option<String> {
    let (first, last) = figure.part_of_year(year)?;
    let (first_day, last_day) = (locale.day(first), locale.day(last));
    if last == figure.series[0].as_of && (first.month(), first.day()) == (1, 1) {
        return Some(fill(locale.messages().part_year, &[("day", &last_day)]));
    }
    Some(fill(locale.messages().part_year_chosen, &[("first", &first_day), ("last", &last_day)]))
}

/// The title of a datum, empty for kinds whose title comes from their chart.
pub(super) fn datum_title(key: Key, dataset: &Dataset, locale: Locale) -> String {
    match key {
        Key::Year(year) => locale.year(year),
        Key::YearGroup(year, group) => fill(
            locale.messages().year_group,
            &[("group", locale.group_of(dataset, group)), ("year", &locale.year(year))],
        ),
        Key::Country(country) => locale.country(country).into(),
        Key::MoreCountries(n) => locale.counted(n as u32, locale.messages().more_countries),
        Key::Group(group) => locale.group_of(dataset, group).into(),
        Key::YearEvidence(year, level) => {
            let level = locale.level_of(dataset, level, locale.messages().evidence_labels);
            fill(locale.messages().year_group, &[("group", level), ("year", &locale.year(year))])
        }
        Key::Method(method) => locale.method_label(method).into(),
        Key::Recovered(kind) => locale.messages().recovery_kinds[kind as usize].into(),
        Key::Attributed(_) | Key::Incident(_) | Key::UpTo(..) | Key::UnRow(_) | Key::Estimate(_) | Key::Share(_) => {
            String::new()
        }
    }
}

pub(super) fn disputed_line(datum: &Datum, locale: Locale) -> Option<String> {
    (datum.disputed > 0).then(|| locale.counted(datum.disputed, locale.messages().disputed_among))
}

/// The line on the largest theft of several.
pub(super) fn largest_line(incident: &Incident, locale: Locale) -> String {
    let amount = incident.stolen_usd.map_or(String::new(), |usd| locale.usd_short(usd.best));
    let victim = isolated(&locale.called(incident));
    fill(locale.messages().largest_theft, &[("victim", &victim), ("amount", &amount)])
}

pub(super) fn totals_lines(totals: &Totals, locale: Locale) -> Vec<String> {
    let messages = locale.messages();
    let mut lines = vec![locale.counted(totals.attacks, messages.attacks)];
    if totals.known == 0 {
        lines.push(messages.amount_not_known.into());
        return lines;
    }
    if totals.usd.high == 0.0 && totals.unknown == 0 {
        lines.push(messages.nothing_taken.into());
        return lines;
    }
    lines.push(fill(messages.taken, &[("amount", &locale.usd_range(&totals.usd))]));
    if totals.unknown > 0 {
        lines.push(locale.counted(totals.unknown, messages.unknown_among));
    }
    if totals.nothing_taken > 0 {
        lines.push(locale.counted(totals.nothing_taken, messages.nothing_among));
    }
    lines
}

/// A group of victims inside a sentence.
pub(super) fn group(group: Group, dataset: &Dataset, locale: Locale) -> String {
    isolated(dataset.labels.group(group, locale.group_in_sentence(group)))
}

fn level_in_sentence(level: Evidence, dataset: &Dataset, locale: Locale) -> String {
    isolated(locale.level_of(dataset, level, locale.messages().evidence))
}

/// The levels of official evidence.
pub(super) fn official(dataset: &Dataset, locale: Locale) -> String {
    let level = |level| level_in_sentence(level, dataset, locale);
    [level(Evidence::Government), level(Evidence::UnPanel)].join(locale.messages().list_or)
}

/// The evidence of one incident.
pub(super) fn evidence_of(incident: &Incident, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    if !dataset.labels.are_given() {
        return messages.evidence_of_incident[incident.evidence as usize].into();
    }
    fill(messages.evidence_counts, &[("levels", &level_in_sentence(incident.evidence, dataset, locale))])
}

/// Who is held responsible.
pub(super) fn subject(dataset: &Dataset, locale: Locale) -> String {
    isolated(dataset.labels.subject(locale.messages().subject))
}

pub(super) fn evidence_line(datum: &Datum, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    let count = if dataset.labels.are_given() { messages.labelled_count } else { messages.evidence_count };
    let counts: Vec<String> = Evidence::ALL
        .into_iter()
        .zip(datum.by_evidence)
        .filter(|(_, n)| *n > 0)
        .map(|(level, n)| {
            fill(count, &[("level", &*level_in_sentence(level, dataset, locale)), ("n", &locale.count(n))])
        })
        .collect();
    fill(messages.evidence_counts, &[("levels", &counts.join(messages.list_comma))])
}

/// The column headers of a table, each with whether its cells are numeric.
pub(super) fn columns(heads: &[(&str, bool)]) -> Vec<Column> {
    let mut columns = Vec::new();
    for (text, numeric) in heads {
        columns.push(Column { text: (*text).into(), numeric: *numeric });
    }
    columns
}

/// A row whose cells all state one datum.
pub(super) fn row(header: String, number: DatumRef, texts: Vec<String>) -> Row {
    let mut cells = Vec::new();
    for text in texts {
        cells.push(Cell { text, datum: Some(number) });
    }
    Row { header, cells }
}

pub(super) fn totals_columns(first: &str, locale: Locale) -> Vec<Column> {
    let messages = locale.messages();
    columns(&[
        (first, false),
        (messages.column_attacks, true),
        (messages.column_official, true),
        (messages.column_best, true),
        (messages.column_low, true),
        (messages.column_high, true),
        (messages.column_unknown, true),
    ])
}

/// A row for each datum, with a heading before each series that has one.
pub(super) fn totals_rows(all: &[Series], headings: &[&str], dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut number = 0;
    for (index, series) in all.iter().enumerate() {
        if let Some(heading) = headings.get(index) {
            rows.push(Row { header: (*heading).into(), cells: Vec::new() });
        }
        for datum in &series.data {
            rows.push(totals_row(DatumRef(number), datum, dataset, locale));
            number += 1;
        }
    }
    rows
}

/// The countries that one datum stands for, each in a row below a heading. Their cells have no datum.
pub(super) fn tail_rows(all: &[Series], dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let mut rows = Vec::new();
    for series in all.iter().filter(|series| !series.tail.is_empty()) {
        let header = locale.counted(series.tail.len() as u32, locale.messages().more_countries_listed);
        rows.push(Row { header, cells: Vec::new() });
        for datum in &series.tail {
            let mut row = totals_row(DatumRef(0), datum, dataset, locale);
            row.cells.iter_mut().for_each(|cell| cell.datum = None);
            rows.push(row);
        }
    }
    rows
}

fn totals_row(number: DatumRef, datum: &Datum, dataset: &Dataset, locale: Locale) -> Row {
    let Totals { attacks, known, unknown, usd, .. } = datum.totals;
    let amount = |amount| if known == 0 { locale.messages().not_known.into() } else { locale.usd(amount) };
    let texts = vec![
        locale.count(attacks),
        locale.count(datum.official.attacks),
        amount(usd.best),
        amount(usd.low),
        amount(usd.high),
        locale.count(unknown),
    ];
    row(datum_title(datum.key, dataset, locale), number, texts)
}

/// A cited work on a card; `None` if the details have none of this index.
pub(super) fn card_source(
    index: usize,
    locator: Option<&str>,
    details: &Details,
    locale: Locale,
) -> Option<CardSource> {
    let source = details.sources.get(index)?;
    let mut about = vec![isolated(&details.said(&source.publisher).text)];
    about.extend(source.date.map(|date| locale.date(date)));
    let how = match source.read {
        Some(Read::Quoted) => locale.messages().quoted_in,
        _ => locale.messages().read_through,
    };
    about.extend(source.via.as_ref().map(|via| fill(how, &[("via", via)])));
    let about = about.join(locale.messages().list_comma);
    // In the language of the work, as its title.
    let title = match locator {
        Some(locator) => [&source.title, ", ", &isolated(locator)].concat(),
        None => source.title.clone(),
    };
    Some(CardSource { title, about, url: source.url.clone() })
}
