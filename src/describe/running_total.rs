//! The words of `running-total`.

use super::phrases::{self, disputed_line, evidence_line, no_proceeds, range, span, totals_lines, unknown};
use super::published::{self, EstimateColumn};
use super::types::{Column, Row, Rows, Tooltip, Words};
use crate::aggregate::{Datum, Key, Series, Totals};
use crate::chart::Figure;
use crate::data::{Dataset, PartialDate};
use crate::locale::{Locale, fill};

pub(super) const WORDS: Words =
    Words { title: |locale| locale.messages().running_total_title, finding, sentence, columns, rows: Rows::All(rows) };

/// Since when more than half of everything was taken, if that is the shorter part of the time.
fn finding(figure: &Figure, _: &Dataset, locale: Locale) -> Option<String> {
    let series = &figure.series[0];
    let months = |datum: &Datum| match datum.key {
        Key::UpTo(year, month) => 12 * year + i32::from(month),
        _ => 0,
    };
    let half = half(series).filter(|datum| datum.totals.usd.best > 0.0)?;
    let (first, last) = (months(series.data.first()?), months(series.data.last()?));
    let since = months(half);
    let values = [("best", locale.usd_in_sentence(series.totals.usd.best)), ("month", month(half.key, locale))];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    (since > first && last - since < since - first).then(|| fill(locale.messages().running_finding, &values))
}

/// The month in which half of everything was reached.
fn half(series: &Series) -> Option<&Datum> {
    series.data.iter().find(|datum| datum.totals.usd.best * 2.0 >= series.totals.usd.best)
}

fn sentence(figure: &Figure, _: &str, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    let series = &figure.series[0];
    let (Some(first), Some(last)) = (series.data.first(), series.data.last()) else {
        return figure.nothing(locale).into();
    };
    let when = span(&month(first.key, locale), &month(last.key, locale), locale);
    let gone = published::gone(figure, dataset, published::is_marked, locale);
    let usd = series.totals.usd;
    if usd.best == 0.0 {
        return no_proceeds(series, &when, locale) + gone;
    }
    let range = range(&usd, messages.running_range, locale);
    let half = half(series)
        .filter(|_| series.data.len() > 1)
        .map_or(String::new(), |datum| fill(messages.running_half, &[("month", &month(datum.key, locale))]));
    let values = [
        ("when", when.as_str()),
        ("best", &locale.usd_in_sentence(usd.best)),
        ("half", &half),
        ("range", &range),
        ("unknown", &unknown(series, locale)),
    ];
    fill(messages.running_sentence, &values) + gone
}

fn month(key: Key, locale: Locale) -> String {
    match key {
        Key::UpTo(year, month) => {
            PartialDate::new(year, Some(month), None).map_or(String::new(), |date| locale.date(date))
        }
        _ => String::new(),
    }
}

fn columns(_: &Dataset, locale: Locale) -> Vec<Column> {
    let messages = locale.messages();
    phrases::columns(&[
        (messages.column_month, false),
        (messages.column_best, true),
        (messages.column_low, true),
        (messages.column_high, true),
        (messages.column_attacks_so_far, true),
        (messages.column_unknown_so_far, true),
    ])
}

fn rows(figure: &Figure, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let mut rows = Vec::new();
    for (number, datum) in figure.data() {
        let Key::UpTo(..) = datum.key else { continue };
        let Totals { attacks, known, unknown, usd, .. } = datum.totals;
        let amount = |amount| if known == 0 { locale.messages().not_known.into() } else { locale.usd(amount) };
        let (best, low, high) = (amount(usd.best), amount(usd.low), amount(usd.high));
        let texts = vec![best, low, high, locale.count(attacks), locale.count(unknown)];
        rows.push(phrases::row(month(datum.key, locale), number, texts));
    }
    let columns = [
        EstimateColumn::Best,
        EstimateColumn::Low,
        EstimateColumn::High,
        EstimateColumn::Attacks,
        EstimateColumn::Empty,
    ];
    rows.extend(published::rows(figure, &columns, dataset, locale));
    rows
}

/// The tooltip of a month: everything so far, and the amount that the month added.
pub(super) fn tooltip(figure: &Figure, datum: &Datum, dataset: &Dataset, locale: Locale) -> Tooltip {
    let messages = locale.messages();
    let own = Totals::of(figure.incidents(datum.key, dataset).iter().map(|index| &dataset.incidents[*index]));
    let mut added = locale.counted(own.unknown, messages.unknown_among);
    if own.known > 0 {
        let mut amount = locale.usd_range(&own.usd);
        if own.unknown > 0 {
            let unknown = locale.count(own.unknown);
            amount = fill(messages.plus_unknown, &[("amount", &amount), ("n", &unknown)]);
        }
        added = [&*locale.counted(own.attacks, messages.attacks), messages.list_comma, amount.as_str()].concat();
    }
    let mut lines = totals_lines(&datum.totals, locale);
    lines.push(fill(messages.added_in_month, &[("added", &added)]));
    lines.push(evidence_line(datum, dataset, locale));
    lines.extend(disputed_line(datum, locale));
    Tooltip { title: title(datum.key, dataset, locale), lines }
}

/// The title of a month: up to its end, or up to the last day of the data.
fn title(key: Key, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    let as_of = dataset.as_of;
    let month_of_as_of = PartialDate::new(as_of.year(), Some(as_of.month()), None).map_or(as_of, PartialDate::end);
    if key == Key::UpTo(as_of.year(), as_of.month()) && as_of < month_of_as_of {
        return fill(messages.up_to_day, &[("day", &locale.day(as_of))]);
    }
    fill(messages.up_to_end_of, &[("month", &month(key, locale))])
}
