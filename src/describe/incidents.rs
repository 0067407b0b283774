//! The words of `incidents`.

use std::ops::Range;

use super::phrases::{self, no_proceeds, unknown};
use super::types::{Column, Row, Rows, Tooltip, Words};
use crate::aggregate::{Datum, Key};
use crate::chart::Figure;
use crate::data::{Dataset, Incident, UsdRange, sorted};
use crate::locale::{Locale, fill};
use crate::scene::DatumRef;
use crate::text::isolated;

pub(super) const WORDS: Words = Words {
    title: |locale| locale.messages().incidents_title,
    finding: |_, _, _| None,
    sentence,
    columns,
    rows: Rows::Each(rows),
};

/// Names the largest theft, and says how many thefts make up half of the dollars and how many have no amount.
fn sentence(figure: &Figure, when: &str, dataset: &Dataset, locale: Locale) -> String {
    let (messages, series) = (locale.messages(), &figure.series[0]);
    let totals = &series.totals;
    let (mut first, mut largest, mut equals, mut takers) = (0, 0.0, 0, 0);
    let mut amounts = Vec::new();
    for position in 0..series.data.len() + series.crowd.len() {
        let Some(index) = series.index(position) else { continue };
        let Incident { counted: true, stolen_usd: Some(UsdRange { best, .. }), .. } = dataset.incidents[index] else {
            continue;
        };
        if best > largest {
            (first, largest, equals) = (index, best, 0);
        }
        equals += u32::from(best == largest);
        takers += u32::from(best > 0.0);
        amounts.push(best);
    }
    if largest == 0.0 {
        return no_proceeds(series, when, locale);
    }
    let incident = &dataset.incidents[first];
    let holders = holders_of_half(&amounts, totals.usd.best);
    // Each part is left out if it adds nothing to the parts before.
    let part = |holds: bool, words: String| if holds { words } else { String::new() };
    let share = fill(messages.incidents_share, &[("share", &locale.percent(largest / totals.usd.best))]);
    let share = part(takers > 1, share);
    let tie = part(equals > 1, locale.counted(equals.saturating_sub(1), messages.incidents_tie));
    let half = fill(messages.incidents_half, &[("n", &locale.count(holders))]);
    let half = part(holders > 1 && equals == 1, half);
    let nothing = part(totals.nothing_taken > 0, locale.counted(totals.nothing_taken, messages.incidents_nothing));
    let attacks = locale.counted(totals.attacks, messages.attacks);
    let scope = fill(messages.incidents_scope[usize::from(series.filtered)], &[("attacks", &attacks)]);
    let template = if totals.attacks == 1 { messages.incidents_sentence_one } else { messages.incidents_sentence };
    let values = [
        ("counter", messages.counters[usize::from(series.filtered)]),
        ("scope", &scope),
        ("when", when),
        ("victim", &isolated(&locale.called(incident))),
        ("date", &locale.date(incident.date)),
        ("best", &locale.usd_in_sentence(largest)),
        ("share", &share),
        ("tie", &tie),
        ("half", &half),
        ("unknown", &unknown(series, locale)),
        ("nothing", &nothing),
    ];
    fill(template, &values)
}

/// How many of the largest amounts make up half of the total. Instead of sorting up to a million amounts, it adds up
/// whole octaves, then sorts the last one only.
fn holders_of_half(amounts: &[f64], total: f64) -> u32 {
    // The leading bits of non-negative numbers have the same order as the numbers.
    let octave = |amount: f64| (amount.to_bits() >> 52) as usize;
    let mut octaves = vec![(0, 0.0); 1 << 11];
    for amount in amounts {
        let (count, sum) = &mut octaves[octave(*amount)];
        *count += 1;
        *sum += amount;
    }
    let (mut holders, mut sum) = (0, 0.0);
    for (last, (count, sum_of_octave)) in octaves.into_iter().enumerate().rev() {
        if (sum + sum_of_octave) * 2.0 < total {
            sum += sum_of_octave;
            holders += count;
            continue;
        }
        let within: Vec<f64> = amounts.iter().copied().filter(|amount| octave(*amount) == last).collect();
        for index in sorted(within.len(), &|a, b| within[b].total_cmp(&within[a])) {
            if sum * 2.0 >= total {
                break;
            }
            sum += within[index];
            holders += 1;
        }
        break;
    }
    holders
}

pub(super) fn columns(locale: Locale) -> Vec<Column> {
    let messages = locale.messages();
    phrases::columns(&[
        (messages.column_victim, false),
        (messages.column_date, false),
        (messages.column_group, false),
        (messages.column_country, false),
        (messages.column_best, true),
        (messages.column_low, true),
        (messages.column_high, true),
        (messages.column_evidence, false),
        (messages.column_note, false),
    ])
}

fn rows(figure: &Figure, part: Range<usize>, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let mut rows = Vec::new();
    for position in part.start..part.end.min(figure.count() as usize) {
        let Some(index) = figure.series[0].index(position) else { continue };
        let number = DatumRef(position as u32);
        let incident = &dataset.incidents[index];
        rows.push(phrases::row(locale.called(incident), number, texts_of(incident, locale)));
    }
    rows
}

/// The cells of an incident, in the order of the columns.
pub(super) fn texts_of(incident: &Incident, locale: Locale) -> Vec<String> {
    let messages = locale.messages();
    let amount = |part: fn(&UsdRange) -> f64| match &incident.stolen_usd {
        None => messages.not_known.into(),
        Some(usd) => locale.usd(part(usd)),
    };
    let notes = [(incident.disputed, messages.disputed_dot), (!incident.counted, messages.left_out)];
    let notes = notes.map(|(holds, words)| if holds { words } else { "" });
    let gap = if incident.disputed && !incident.counted { messages.list_separator } else { "" };
    vec![
        locale.date(incident.date),
        locale.group(incident.sector.group()).into(),
        locale.country(incident.country).into(),
        amount(|usd| usd.best),
        amount(|usd| usd.low),
        amount(|usd| usd.high),
        locale.evidence(incident.evidence).into(),
        [notes[0], gap, notes[1]].concat(),
    ]
}

pub(super) fn tooltip(datum: &Datum, dataset: &Dataset, locale: Locale) -> Tooltip {
    let Key::Incident(index) = datum.key else { return Tooltip::default() };
    let incident = &dataset.incidents[index];
    let mut lines = vec![locale.date(incident.date), amount(incident, locale), group_and_country(incident, locale)];
    lines.extend(standing(incident, locale));
    Tooltip { title: locale.called(incident), lines }
}

/// The amount taken, in full and with its range.
pub(super) fn amount(incident: &Incident, locale: Locale) -> String {
    let messages = locale.messages();
    match &incident.stolen_usd {
        None => messages.amount_not_known.into(),
        Some(usd) if usd.high == 0.0 => messages.nothing_taken.into(),
        Some(usd) => fill(messages.taken, &[("amount", &locale.usd_range(usd))]),
    }
}

/// Group and country of the victim.
pub(super) fn group_and_country(incident: &Incident, locale: Locale) -> String {
    let (group, country) = (locale.group(incident.sector.group()), locale.country(incident.country));
    fill(locale.messages().group_and_country, &[("group", group), ("country", country)])
}

/// Lines on the evidence, on a dispute, and on an incident that is not counted.
pub(super) fn standing(incident: &Incident, locale: Locale) -> Vec<String> {
    let messages = locale.messages();
    let mut lines = vec![messages.evidence_of_incident[incident.evidence as usize].into()];
    if incident.disputed {
        lines.push(messages.disputed.into());
    }
    if !incident.counted {
        lines.push(messages.left_out_of_all.into());
    }
    lines
}
