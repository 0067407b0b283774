//! The words of `raids`.

use std::ops::Range;

use super::incidents::texts_of;
use super::phrases::{self, no_proceeds};
use super::types::{Column, Row, Rows, Words};
use crate::aggregate::{Key, largest_thefts};
use crate::chart::Figure;
use crate::data::{Dataset, Incident};
use crate::locale::{Locale, fill};
use crate::scene::DatumRef;

pub(super) const WORDS: Words =
    Words { title: |locale| locale.messages().raids_title, finding, sentence, columns, rows: Rows::Each(rows) };

/// Says how few thefts took half.
fn finding(figure: &Figure, _: &Dataset, locale: Locale) -> Option<String> {
    let (messages, series) = (locale.messages(), &figure.series[0]);
    let (largest, true) = largest_thefts(series) else { return None };
    let taken: f64 = largest.iter().map(|position| series.data[*position].totals.usd.best).sum();
    let total = series.totals.usd.best;
    // Of few thefts, few always take half.
    if series.data.len() < 4 * largest.len() {
        return None;
    }
    let is_more = taken / total >= 0.55;
    let raids = messages.raids_counts.get(largest.len() - 1)?;
    Some(fill(
        messages.raids_finding[usize::from(is_more)],
        &[("raids", raids), ("total", &locale.usd_in_sentence(total))],
    ))
}

/// Says what was taken in all, and names the largest theft, or says how many were as large.
fn sentence(figure: &Figure, when: &str, dataset: &Dataset, locale: Locale) -> String {
    let (messages, series) = (locale.messages(), &figure.series[0]);
    let totals = &series.totals;
    let mut largest: Option<(usize, f64)> = None;
    let (mut equals, mut takers) = (0, 0);
    for datum in &series.data {
        let best = datum.totals.usd.best;
        let Key::Incident(index) = datum.key else { continue };
        if largest.is_none_or(|(_, most)| best > most) {
            (largest, equals) = (Some((index, best)), 0);
        }
        equals += u32::from(largest.is_some_and(|(_, most)| best == most));
        takers += u32::from(best > 0.0);
    }
    let Some((index, most)) = largest.filter(|(_, most)| *most > 0.0) else {
        return no_proceeds(series, when, locale);
    };
    let incident = &dataset.incidents[index];
    let amount = locale.usd_in_sentence(most);
    let (victim, date) = (locale.called_in_sentence(incident), locale.date(incident.date));
    if totals.attacks == 1 {
        let values = [("victim", &*victim), ("date", &date), ("best", &amount)];
        return fill(messages.incidents_sentence_one, &values);
    }
    let last = match (takers, equals) {
        (1, _) => fill(messages.raids_only, &[("victim", &victim), ("date", &date)]),
        (_, 1) => {
            let share = locale.percent(most / totals.usd.best);
            let values = [("victim", &*victim), ("date", &date), ("amount", &amount), ("share", &share)];
            fill(messages.raids_largest, &values)
        }
        _ => fill(&locale.counted(equals, messages.raids_equal), &[("amount", &amount)]),
    };
    let counted = |n: u32, words| if n > 0 { locale.counted(n, words) } else { String::new() };
    let values = [
        ("attacks", &*locale.counted(totals.attacks, messages.attacks)),
        ("when", when),
        ("best", &locale.usd_in_sentence(totals.usd.best)),
        ("nothing", &counted(totals.nothing_taken, messages.incidents_nothing)),
        ("unknown", &counted(totals.unknown, messages.incidents_unknown)),
        ("largest", &last),
    ];
    fill(messages.raids_sentence, &values)
}

/// Position of the share among the texts of an incident, after the amounts.
const SHARE: usize = 4;

fn columns(dataset: &Dataset, locale: Locale) -> Vec<Column> {
    let mut columns = super::incidents::columns(dataset, locale);
    let text = locale.messages().raids_column_share.into();
    columns.insert(SHARE + 1, Column { text, numeric: true });
    columns
}

fn rows(figure: &Figure, part: Range<usize>, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let series = &figure.series[0];
    let mut rows = Vec::new();
    for position in part.start..part.end.min(series.data.len()) {
        let Some(incident) = series.index(position).map(|index| &dataset.incidents[index]) else { continue };
        let mut texts = texts_of(incident, dataset, locale);
        texts.insert(SHARE, share(incident, series.totals.usd.best, locale));
        rows.push(phrases::row(locale.called_in_full(incident), DatumRef(position as u32), texts));
    }
    rows
}

/// Share of the known total; empty without one.
fn share(incident: &Incident, total: f64, locale: Locale) -> String {
    match incident.stolen_usd {
        None => locale.messages().not_known.into(),
        Some(usd) if total > 0.0 => locale.percent(usd.best / total),
        Some(_) => String::new(),
    }
}
