//! The four key figures at the top of the page.

use crate::aggregate::{Filter, Key, Measure, by_country};
use crate::data::Dataset;
use crate::locale::{Locale, fill};

/// A figure with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    /// The figure, formatted.
    pub value: String,
    /// Its label.
    pub label: String,
    /// A qualification, such as its range; may be empty.
    pub note: String,
}

/// Attacks, proceeds, countries and the share of the dollars with official evidence, for the incidents a filter
/// accepts. Without attacks, all but their number are dashes.
pub fn key_figures(dataset: &Dataset, filter: &Filter, locale: Locale) -> [KeyFigure; 4] {
    let messages = locale.messages();
    let series = by_country(dataset, filter, Measure::Attacks);
    let totals = series.totals;
    let figure = |value: String, label: &str, note: String| KeyFigure { value, label: label.into(), note };
    let left_out = dataset.incidents.iter().filter(|incident| !incident.counted && filter.accepts(incident)).count();
    let left_out = match left_out {
        0 => String::new(),
        n => locale.counted(n as u32, messages.key_left_out),
    };
    let unknown = match totals.unknown {
        0 => String::new(),
        n => locale.counted(n, messages.unknown_among),
    };
    let (low, high) = (locale.usd_short(totals.usd.low), locale.usd_short(totals.usd.high));
    // Compared as text, so that bounds that round to the same figure are not shown as a range.
    let range = if low == high { String::new() } else { fill(messages.key_range, &[("low", &low), ("high", &high)]) };
    let gap = if range.is_empty() || unknown.is_empty() { "" } else { messages.list_separator };
    let range = [range.as_str(), gap, &unknown].concat();
    let countries: usize = series
        .data
        .iter()
        .map(|datum| match datum.key {
            Key::Country(Some(_)) => 1,
            Key::MoreCountries(n) => n,
            _ => 0,
        })
        .sum();
    let nowhere = match series.find(Key::Country(None)) {
        Some(datum) => locale.counted(datum.totals.attacks, messages.key_no_country),
        None => String::new(),
    };
    let official = series.official.usd.best;
    let share =
        if totals.usd.best > 0.0 { locale.percent(official / totals.usd.best) } else { messages.not_known.into() };
    let official_note = match totals.usd.best {
        0.0 => String::new(),
        best => fill(
            messages.key_official_note,
            &[("amount", &locale.usd_short(official)), ("total", &locale.usd_short(best))],
        ),
    };
    let proceeds = if totals.known == 0 { messages.not_known.into() } else { locale.usd_short(totals.usd.best) };
    let attacks = figure(locale.count(totals.attacks), messages.key_attacks, left_out);
    let others = [
        (proceeds, messages.key_proceeds, range),
        (locale.count(countries as u32), messages.key_countries, nowhere),
        (share, messages.key_official, official_note),
    ];
    let [proceeds, countries, share] = others.map(|(value, label, note)| match totals.attacks {
        0 => figure(messages.no_figure.into(), label, String::new()),
        _ => figure(value, label, note),
    });
    [attacks, proceeds, countries, share]
}
