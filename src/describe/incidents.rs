//! The words of `incidents`.

use std::ops::Range;

use super::phrases::{self, no_proceeds};
use super::types::{Column, Row, Rows, Tooltip, Words};
use crate::aggregate::{Datum, Key, Series};
use crate::chart::Figure;
use crate::data::{Dataset, Incident, UsdRange, sorted};
use crate::locale::{Locale, fill};
use crate::scene::DatumRef;

pub(super) const WORDS: Words =
    Words { title: |locale| locale.messages().incidents_title, finding, sentence, columns, rows: Rows::Each(rows) };

/// Amounts of the thefts that count.
#[derive(Default)]
struct Thefts {
    /// Index of the largest; of equal ones, the first.
    first: usize,
    /// Its amount in US dollars.
    largest: f64,
    /// Number of thefts with this amount.
    equals: u32,
    /// Number of thefts that took something.
    takers: u32,
    /// How many of the largest make up half of the total.
    holders: u32,
    /// The sum of these in US dollars.
    held: f64,
}

impl Thefts {
    fn of(series: &Series, dataset: &Dataset) -> Thefts {
        let mut thefts = Thefts::default();
        let mut amounts = Vec::new();
        for position in 0..series.data.len() + series.crowd.len() {
            let Some(index) = series.index(position) else { continue };
            let Incident { counted: true, stolen_usd: Some(UsdRange { best, .. }), .. } = dataset.incidents[index]
            else {
                continue;
            };
            if best > thefts.largest {
                (thefts.first, thefts.largest, thefts.equals) = (index, best, 0);
            }
            thefts.equals += u32::from(best == thefts.largest);
            thefts.takers += u32::from(best > 0.0);
            amounts.push(best);
        }
        (thefts.holders, thefts.held) = holders_of_half(&amounts, series.totals.usd.best);
        thefts
    }
}

/// The few thefts that took half of everything.
fn finding(figure: &Figure, dataset: &Dataset, locale: Locale) -> Option<String> {
    /// How many times as many thefts there must be, for some to be few.
    const MANY: u32 = 10;
    let series = &figure.series[0];
    let thefts = Thefts::of(series, dataset);
    if thefts.holders == 0 || thefts.holders * MANY > thefts.takers {
        return None;
    }
    let share = locale.percent(thefts.held / series.totals.usd.best);
    let template = locale.messages().incidents_finding.form(thefts.holders);
    Some(fill(template, &[("n", &locale.count(thefts.holders)), ("share", &share)]))
}

/// Names the largest theft, and says how many thefts make up half of the dollars and how many have no amount.
fn sentence(figure: &Figure, when: &str, dataset: &Dataset, locale: Locale) -> String {
    let (messages, series) = (locale.messages(), &figure.series[0]);
    let totals = &series.totals;
    let thefts = Thefts::of(series, dataset);
    if thefts.largest == 0.0 {
        return no_proceeds(series, when, locale);
    }
    let incident = &dataset.incidents[thefts.first];
    let share = |amount: f64| locale.percent(amount / totals.usd.best);
    // Each part is left out if it adds nothing to the parts before.
    let part = |holds: bool, words: String| if holds { words } else { String::new() };
    let counted = |n: u32, words| part(n > 0, locale.counted(n, words));
    let half = [("n", &*locale.count(thefts.holders)), ("share", &share(thefts.held))];
    let values = [
        ("attacks", &*locale.counted(totals.attacks, messages.attacks)),
        ("when", when),
        ("victim", &locale.called_in_sentence(incident)),
        ("date", &locale.date(incident.date)),
        ("best", &locale.usd_in_sentence(thefts.largest)),
        ("share", &part(thefts.takers > 1, fill(messages.incidents_share, &[("share", &share(thefts.largest))]))),
        ("tie", &counted(thefts.equals - 1, messages.incidents_tie)),
        ("half", &part(thefts.holders > 1 && thefts.equals == 1, fill(messages.incidents_half, &half))),
        ("nothing", &counted(totals.nothing_taken, messages.incidents_nothing)),
        ("unknown", &counted(totals.unknown, messages.incidents_unknown)),
    ];
    let template = if totals.attacks == 1 { messages.incidents_sentence_one } else { messages.incidents_sentence };
    fill(template, &values)
}

/// How many of the largest amounts make up half of the total, and their sum. Instead of sorting up to a million amounts, it adds up
/// whole octaves, then sorts the last one only.
fn holders_of_half(amounts: &[f64], total: f64) -> (u32, f64) {
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
    (holders, sum)
}

pub(super) fn columns(_: &Dataset, locale: Locale) -> Vec<Column> {
    let messages = locale.messages();
    phrases::columns(&[
        (messages.column_victim, false),
        (messages.column_date, false),
        (messages.column_best, true),
        (messages.column_low, true),
        (messages.column_high, true),
        (messages.column_group, false),
        (messages.column_country, false),
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
        rows.push(phrases::row(locale.called_in_full(incident), number, texts_of(incident, dataset, locale)));
    }
    rows
}

/// The cells of an incident, in the order of the columns.
pub(super) fn texts_of(incident: &Incident, dataset: &Dataset, locale: Locale) -> Vec<String> {
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
        amount(|usd| usd.best),
        amount(|usd| usd.low),
        amount(|usd| usd.high),
        locale.group_of(dataset, incident.sector.group()).into(),
        locale.country(incident.country).into(),
        locale.level_of(dataset, incident.evidence, messages.evidence).into(),
        [notes[0], gap, notes[1]].concat(),
    ]
}

pub(super) fn tooltip(datum: &Datum, dataset: &Dataset, locale: Locale) -> Tooltip {
    let Key::Incident(index) = datum.key else { return Tooltip::default() };
    let incident = &dataset.incidents[index];
    let mut lines =
        vec![locale.date(incident.date), amount(incident, locale), group_and_country(incident, dataset, locale)];
    lines.extend(standing(incident, dataset, locale));
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
pub(super) fn group_and_country(incident: &Incident, dataset: &Dataset, locale: Locale) -> String {
    let (group, country) = (locale.group_of(dataset, incident.sector.group()), locale.country(incident.country));
    fill(locale.messages().group_and_country, &[("group", group), ("country", country)])
}

/// Lines on the evidence, on a dispute, and on an incident that is not counted.
pub(super) fn standing(incident: &Incident, dataset: &Dataset, locale: Locale) -> Vec<String> {
    let messages = locale.messages();
    let mut lines = vec![phrases::evidence_of(incident, dataset, locale)];
    if incident.disputed {
        lines.push(messages.disputed.into());
    }
    if !incident.counted {
        lines.push(messages.left_out_of_all.into());
    }
    lines
}
