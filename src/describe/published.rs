//! Words for figures published by others.

use super::phrases::card_source;
use super::types::{CardSource, Cell, Row, Tooltip};
use crate::aggregate::{Datum, Key, published_by_year};
use crate::chart::Figure;
use crate::data::{Dataset, Estimate, Said, UsdRange};
use crate::locale::{Locale, fill};

/// A sentence on why figures of others are hidden, to follow another; empty if they are shown or there are none.
pub(super) fn gone(figure: &Figure, dataset: &Dataset, shown: fn(&Estimate) -> bool, locale: Locale) -> &'static str {
    if figure.filter.is_worldwide() || !dataset.estimates.iter().any(shown) {
        return "";
    }
    locale.messages().published_gone
}

/// The tooltip of an estimate: figure, estimator and date, and the same estimator's figures for that year in other
/// reports.
pub(super) fn tooltip(index: usize, dataset: &Dataset, locale: Locale) -> Tooltip {
    let Some(estimate) = dataset.estimates.get(index) else { return Tooltip::default() };
    let messages = locale.messages();
    let date = locale.date(estimate.report_date);
    let mut lines = vec![fill(messages.published_on, &[("amount", &amount(estimate, locale)), ("date", &date)])];
    lines.extend(estimate.incidents.map(|n| locale.counted(n, messages.published_attacks)));
    lines
        .extend(locale.scope(estimate.estimator.id()).map(|scope| fill(messages.published_scope, &[("scope", scope)])));
    for other in editions(estimate, dataset) {
        let template = match other.report_date < estimate.report_date {
            true => messages.earlier_edition,
            // A later one that does not replace the estimate, according to the dataset.
            false => messages.other_edition,
        };
        let mut amount = amount(other, locale);
        if other.period != estimate.period {
            amount = for_period(&amount, &locale.span(other.period, Locale::date), locale);
        }
        lines.push(fill(template, &[("date", &locale.date(other.report_date)), ("amount", &amount)]));
    }
    Tooltip { title: title(estimate, locale), lines }
}

/// Other estimates by the same estimator for the same year, the newest first.
fn editions<'a>(estimate: &Estimate, dataset: &'a Dataset) -> Vec<&'a Estimate> {
    let mut editions: Vec<&Estimate> = Vec::new();
    for other in &dataset.estimates {
        let same = other.estimator == estimate.estimator && other.year().is_some() && other.year() == estimate.year();
        if same && other != estimate {
            let index = editions.iter().position(|one| one.report_date < other.report_date);
            editions.insert(index.unwrap_or(editions.len()), other);
        }
    }
    editions
}

/// Who published the figures of a chart, each once.
pub(super) fn estimators<'a>(figure: &Figure, dataset: &'a Dataset, locale: Locale) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for (_, datum) in figure.data() {
        let Some(estimate) = estimate(datum, dataset) else { continue };
        let name = locale.estimator(estimate.estimator.id());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn title(estimate: &Estimate, locale: Locale) -> String {
    let period = locale.span(estimate.period, Locale::date);
    let name = locale.estimator(estimate.estimator.id());
    fill(locale.messages().published_title, &[("name", name), ("period", &period)])
}

/// The amount with its range and the qualifier of its report.
fn amount(estimate: &Estimate, locale: Locale) -> String {
    qualified(estimate.qualifier.as_deref(), locale.usd_range(&estimate.stolen_usd), locale)
}

/// An amount with the qualifier of its report, if it has one.
pub(super) fn qualified(qualifier: Option<&str>, amount: String, locale: Locale) -> String {
    match qualifier {
        Some(qualifier) => locale.qualified(qualifier, &amount),
        None => amount,
    }
}

/// The best figure in full, with the qualifier of its report.
pub(super) fn best(estimate: &Estimate, locale: Locale) -> String {
    qualified(estimate.qualifier.as_deref(), locale.usd(estimate.stolen_usd.best), locale)
}

/// The best figure inside a sentence, with the qualifier of its report.
pub(super) fn in_sentence(estimate: &Estimate, locale: Locale) -> String {
    qualified(estimate.qualifier.as_deref(), locale.usd_in_sentence(estimate.stolen_usd.best), locale)
}

fn for_period(amount: &str, period: &str, locale: Locale) -> String {
    fill(locale.messages().amount_for_period, &[("amount", amount), ("period", period)])
}

/// The figures of others for a year in one line, in the order of estimators. `None` if there are none that are comparable
/// with the selection.
pub(super) fn of_year(figure: &Figure, year: i32, dataset: &Dataset, locale: Locale) -> Option<String> {
    let mut figures = Vec::new();
    for datum in published_by_year(dataset, &figure.filter, Some((year, year))).data {
        let Some(estimate) = estimate(&datum, dataset) else { continue };
        figures.push(locale.named(estimate, Some(&short(estimate, locale))));
    }
    let figures = figures.join(locale.messages().list_dot);
    (!figures.is_empty()).then(|| fill(locale.messages().published_of_year, &[("figures", &figures)]))
}

pub(super) fn estimate<'a>(datum: &Datum, dataset: &'a Dataset) -> Option<&'a Estimate> {
    match datum.key {
        Key::Estimate(index) | Key::Share(index) => dataset.estimates.get(index),
        _ => None,
    }
}

/// The figure of an estimate that a column of a table shows.
#[derive(Clone, Copy)]
pub(super) enum EstimateColumn {
    Attacks,
    Best,
    Low,
    High,
    Empty,
}

/// A heading, then a row for each figure of others with a cell for each of `columns`. No rows if there are none.
pub(super) fn rows(figure: &Figure, columns: &[EstimateColumn], dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let mut rows = Vec::new();
    for (number, datum) in figure.data() {
        let Some(estimate) = estimate(datum, dataset) else { continue };
        if rows.is_empty() {
            rows.push(Row { header: locale.messages().published.into(), cells: Vec::new() });
        }
        let UsdRange { low, high, .. } = estimate.stolen_usd;
        let mut cells = Vec::new();
        for column in columns {
            let text = match column {
                EstimateColumn::Attacks => estimate.incidents.map(|n| locale.count(n)).unwrap_or_default(),
                EstimateColumn::Best => best(estimate, locale),
                EstimateColumn::Low if low < high => locale.usd(low),
                EstimateColumn::High if low < high => locale.usd(high),
                _ => String::new(),
            };
            let datum = (!text.is_empty()).then_some(number);
            cells.push(Cell { text, datum });
        }
        let name = estimate.mark.as_deref().unwrap_or(locale.estimator(estimate.estimator.id()));
        rows.push(Row { header: row_header(name, estimate, locale), cells });
    }
    rows
}

/// A published figure in a table: its name, the period it covers and the date of the report.
pub(super) fn row_header(name: &str, estimate: &Estimate, locale: Locale) -> String {
    let (period, date) = (locale.span(estimate.period, Locale::date), locale.date(estimate.report_date));
    fill(locale.messages().published_row, &[("mark", name), ("period", &period), ("date", &date)])
}

/// The source of an estimate and the note on it, if the details are loaded.
pub(super) fn source(index: usize, dataset: &Dataset, locale: Locale) -> (Vec<CardSource>, Option<Said>) {
    let more = dataset.details.as_ref().and_then(|details| Some((details, details.estimates.get(index)?)));
    let Some((details, more)) = more else { return (Vec::new(), None) };
    let source = card_source(more.source, None, details, locale);
    (source.into_iter().collect(), more.note.as_ref().map(|note| details.said(note)))
}

/// Whether an estimate is about one year.
pub(super) fn is_of_year(estimate: &Estimate) -> bool {
    estimate.year().is_some()
}

/// Whether an estimate can be compared with a running total.
pub(super) fn is_marked(estimate: &Estimate) -> bool {
    estimate.mark.is_some()
}

/// The amount in short form, with its range and the qualifier of its report.
fn short(estimate: &Estimate, locale: Locale) -> String {
    let UsdRange { low, best, high } = estimate.stolen_usd;
    if low == high {
        return qualified(estimate.qualifier.as_deref(), locale.usd_short(best), locale);
    }
    let (low, high) = (locale.usd_short(low), locale.usd_short(high));
    qualified(
        estimate.qualifier.as_deref(),
        fill(locale.messages().selected_period, &[("from", &low), ("to", &high)]),
        locale,
    )
}
