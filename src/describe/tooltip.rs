//! What a reader sees beside the mark they point at.

use super::{incidents, published, running_total, un_2019};
use crate::aggregate::{Datum, Key, Totals};
use crate::chart::Figure;
use crate::data::{Dataset, Evidence};
use crate::locale::{Locale, fill, join};
use crate::scene::DatumRef;

/// A datum in words: text only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tooltip {
    /// What the datum stands for.
    pub title: String,
    /// Its figures, each a line: attacks, amount with range, unknowns, evidence.
    pub lines: Vec<String>,
}

impl Tooltip {
    /// Title and lines as one text, for those who hear it.
    pub fn spoken(&self, locale: Locale) -> String {
        let parts: Vec<&str> = [&self.title].into_iter().chain(&self.lines).map(String::as_str).collect();
        locale.spoken(&parts)
    }
}

/// The figures of a datum in words; empty for a number the figure does not have.
pub fn tooltip(figure: &Figure, number: DatumRef, dataset: &Dataset, locale: Locale) -> Tooltip {
    let Some(datum) = &figure.datum(number, dataset) else { return Tooltip::default() };
    match datum.key {
        Key::Incident(_) => return incidents::tooltip(datum, dataset, locale),
        Key::UpTo(..) => return running_total::tooltip(figure, datum, dataset, locale),
        Key::Estimate(index) => return published::tooltip(index, dataset, locale),
        Key::UnRow(_) => return un_2019::tooltip(datum, number, dataset, locale),
        _ => {}
    }
    let mut lines = totals_lines(&datum.totals, locale);
    lines.push(evidence_line(datum, locale));
    lines.extend(disputed_line(datum, locale));
    lines.extend(datum.key.year().and_then(|year| part_year_line(figure, year, locale)));
    if let Key::Year(year) = datum.key {
        lines.extend(published::of_year(figure, year, dataset, locale));
    }
    Tooltip { title: datum_title(datum.key, locale), lines }
}

/// Which part of a year is chosen or, where nothing but the data's end cuts it, covered.
fn part_year_line(figure: &Figure, year: i32, locale: Locale) -> Option<String> {
    let (first, last) = figure.part_of_year(year)?;
    let (first_day, last_day) = (locale.day(first), locale.day(last));
    if last == figure.series[0].as_of && (first.month(), first.day()) == (1, 1) {
        return Some(fill(locale.messages().part_year, &[("day", &last_day)]));
    }
    Some(fill(locale.messages().part_year_chosen, &[("first", &first_day), ("last", &last_day)]))
}

/// What a datum stands for.
pub(super) fn datum_title(key: Key, locale: Locale) -> String {
    match key {
        Key::Year(year) => locale.year(year),
        Key::YearGroup(year, group) => {
            fill(locale.messages().year_group, &[("group", locale.group(group)), ("year", &locale.year(year))])
        }
        Key::Country(country) => locale.country(country).into(),
        Key::MoreCountries(n) => locale.counted(n as u32, locale.messages().more_countries),
        Key::Group(group) => locale.group(group).into(),
        Key::Incident(_) | Key::UpTo(..) | Key::UnRow(_) | Key::Estimate(_) => String::new(),
    }
}

pub(super) fn disputed_line(datum: &Datum, locale: Locale) -> Option<String> {
    (datum.disputed > 0).then(|| locale.counted(datum.disputed, locale.messages().disputed_among))
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

pub(super) fn evidence_line(datum: &Datum, locale: Locale) -> String {
    let counts: Vec<String> = Evidence::ALL
        .into_iter()
        .zip(datum.by_evidence)
        .filter(|(_, n)| *n > 0)
        .map(|(level, n)| {
            fill(locale.messages().evidence_count, &[("level", locale.evidence(level)), ("n", &locale.count(n))])
        })
        .collect();
    fill(locale.messages().evidence_counts, &[("levels", &join(&counts, locale.messages().list_comma))])
}
