//! The words of `evidence`.

use super::phrases::{self, datum_title, disputed_line, no_proceeds, official, part_year_line, totals_lines};
use super::types::{Cell, Column, Row, Rows, Tooltip, Words};
use crate::aggregate::{Datum, Key, Measure, by_year_with_any_evidence, days_to_attribution, median_days};
use crate::chart::Figure;
use crate::data::{Dataset, Evidence};
use crate::locale::{Locale, fill};
use crate::text::isolated;

pub(super) const WORDS: Words =
    Words { title: |locale| locale.messages().evidence_title, finding, sentence, columns, rows: Rows::All(rows) };

/// Dollars of a year: all, and those with official evidence.
struct Year {
    year: i32,
    usd: f64,
    official: f64,
}

/// The years that have dollars, ascending.
fn years(figure: &Figure) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for datum in &figure.series[0].data {
        let (Some(year), usd) = (datum.key.year(), datum.value(Measure::Usd)) else { continue };
        if usd == 0.0 {
            continue;
        }
        if years.last().is_none_or(|last| last.year != year) {
            years.push(Year { year, usd: 0.0, official: 0.0 });
        }
        if let Some(last) = years.last_mut() {
            last.usd += usd;
            last.official += datum.official_value(Measure::Usd);
        }
    }
    years
}

/// Says how much less of the last year's dollars than of those before it rests on official evidence.
fn finding(figure: &Figure, dataset: &Dataset, locale: Locale) -> Option<String> {
    let messages = locale.messages();
    let years = years(figure);
    let [.., before, last] = &years[..] else { return None };
    let (share, share_before) = (last.official / last.usd, before.official / before.usd);
    // The words have whole percents, which must differ.
    if share >= share_before - 0.01 {
        return None;
    }
    let values = [
        ("year", &*locale.year(last.year)),
        ("share", &locale.percent(share)),
        ("before", &locale.year(before.year)),
        ("share_before", &locale.percent(share_before)),
    ];
    // Only our own words can do without a figure: they name the levels and the attacker.
    let is_none = share == 0.0 && !dataset.labels.are_given();
    let template = if is_none { messages.evidence_finding_none } else { messages.evidence_finding };
    Some(fill(template, &values))
}

fn sentence(figure: &Figure, when: &str, dataset: &Dataset, locale: Locale) -> String {
    let (messages, series) = (locale.messages(), &figure.series[0]);
    let usd = series.totals.usd.best;
    let delays = delays(figure, dataset, locale);
    if usd == 0.0 {
        return no_proceeds(series, when, locale) + &delays;
    }
    let values = [
        ("when", when),
        ("total", &*locale.usd_in_sentence(usd)),
        ("share", &locale.percent(series.official.usd.best / usd)),
        ("delays", &delays),
        ("levels", &official(dataset, locale)),
    ];
    let is_labelled = dataset.labels.are_given();
    fill(if is_labelled { messages.labelled_evidence } else { messages.evidence_sentence }, &values)
}

/// Part: the median of the days to attribution. One attack has no half.
fn delays(figure: &Figure, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    let attacks = figure.series[1].totals.attacks;
    let Some(median) = median_days(&figure.series[1], dataset).filter(|_| attacks > 1) else { return String::new() };
    let cases = locale.counted(attacks, messages.attacks);
    let values = [("cases", &*cases), ("days", &locale.counted(median, messages.days))];
    fill(messages.evidence_delays, &values)
}

fn columns(dataset: &Dataset, locale: Locale) -> Vec<Column> {
    let messages = locale.messages();
    let mut heads = vec![(messages.column_year, false), (messages.column_all, true)];
    for level in Evidence::ALL {
        heads.push((locale.level_of(dataset, level, messages.evidence_labels), true));
    }
    phrases::columns(&heads)
}

/// The dollars of each year by level, their shares of the year, then the days to each attribution.
fn rows(figure: &Figure, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let messages = locale.messages();
    let base = by_year_with_any_evidence(dataset, &figure.filter);
    let empty = vec![Cell { text: String::new(), datum: None }; 1 + Evidence::ALL.len()];
    let (mut rows, mut shares): (Vec<Row>, Vec<Row>) = Default::default();
    for (number, datum) in figure.data() {
        let Key::YearEvidence(year, level) = datum.key else { continue };
        let all = base.find(Key::Year(year)).map_or(0.0, |datum| datum.value(Measure::Usd));
        let header = locale.year(year);
        if rows.last().is_none_or(|row| row.header != header) {
            let mut row = Row { header, cells: empty.clone() };
            shares.push(row.clone());
            row.cells[0].text = if all > 0.0 { locale.usd(all) } else { messages.no_figure.into() };
            rows.push(row);
        }
        let usd = datum.value(Measure::Usd);
        let known = datum.totals.known > 0;
        let amount = if known { locale.usd(usd) } else { messages.not_known.into() };
        let share = if known && all > 0.0 { locale.percent(usd / all) } else { String::new() };
        for (rows, text) in [(&mut rows, amount), (&mut shares, share)] {
            if let Some(row) = rows.last_mut() {
                row.cells[1 + level as usize] = Cell { text, datum: Some(number) };
            }
        }
    }
    if !shares.is_empty() {
        rows.push(Row { header: messages.shares_heading.into(), cells: Vec::new() });
        rows.append(&mut shares);
    }
    if !figure.series[1].data.is_empty() {
        rows.push(Row { header: messages.delays_heading.into(), cells: Vec::new() });
    }
    for (number, datum) in figure.data() {
        let Key::Attributed(index) = datum.key else { continue };
        let incident = &dataset.incidents[index];
        let mut cells = empty.clone();
        let days = days_to_attribution(incident).unwrap_or_default();
        cells[0] = Cell { text: locale.counted(days, messages.days), datum: Some(number) };
        let header =
            [&*isolated(&locale.called_in_full(incident)), messages.list_comma, &locale.date(incident.date)].concat();
        rows.push(Row { header, cells });
    }
    rows
}

/// The tooltip of a level of evidence in a year: its dollars, and their share of the year's.
pub(super) fn tooltip(figure: &Figure, datum: &Datum, dataset: &Dataset, locale: Locale) -> Tooltip {
    let mut lines = totals_lines(&datum.totals, locale);
    if let Some(year) = datum.key.year() {
        let base = by_year_with_any_evidence(dataset, &figure.filter);
        let all = base.find(Key::Year(year)).map_or(0.0, |datum| datum.value(Measure::Usd));
        if all > 0.0 && datum.totals.known > 0 {
            let share = locale.percent(datum.value(Measure::Usd) / all);
            lines.push(fill(locale.messages().share_of_year, &[("share", &share)]));
        }
        lines.extend(part_year_line(figure, year, locale));
    }
    lines.extend(disputed_line(datum, locale));
    Tooltip { title: datum_title(datum.key, dataset, locale), lines }
}

/// The tooltip of a theft with its first official attribution: that of the theft, with the days between them.
pub(super) fn attributed(index: usize, dataset: &Dataset, locale: Locale) -> Tooltip {
    let messages = locale.messages();
    let incident = &dataset.incidents[index];
    let mut lines = vec![locale.date(incident.date)];
    if let (Some((date, by)), Some(days)) = (incident.attributed(), days_to_attribution(incident)) {
        let values = [("date", &*locale.date(date)), ("by", by), ("days", &locale.counted(days, messages.days))];
        lines.push(fill(messages.attributed_after, &values));
    }
    lines.push(super::incidents::amount(incident, locale));
    lines.extend(super::incidents::standing(incident, dataset, locale));
    Tooltip { title: locale.called(incident), lines }
}
