//! The words of `methods`.

use super::phrases::{self, no_proceeds, totals_columns, totals_rows};
use super::types::{Cell, Column, Row, Rows, Tooltip, Words};
use crate::aggregate::{Datum, Key, Measure, Series};
use crate::chart::Figure;
use crate::data::{Dataset, Method};
use crate::locale::{Locale, fill};

pub(super) const WORDS: Words =
    Words { title: |locale| locale.messages().methods_title, finding, sentence, columns, rows: Rows::All(rows) };

/// Names the two methods that took most, if a third took less and the rest is known well enough.
fn finding(figure: &Figure, _: &Dataset, locale: Locale) -> Option<String> {
    let series = &figure.series[0];
    let mut named = known(series, Measure::Usd);
    named.retain(|(method, _)| *method != Method::Other);
    let [(first, a), (second, b), (_, third), ..] = named[..] else { return None };
    let usd = |datum: &Datum| datum.totals.usd.best;
    let both = usd(a) + usd(b);
    let unknown = series.find(Key::Method(None)).map_or(0.0, usd);
    if figure.measure != Measure::Usd || usd(third) >= usd(b) || unknown >= both {
        return None;
    }
    let values = [
        ("value", &*locale.usd_in_sentence(both)),
        ("total", &locale.usd_in_sentence(series.totals.usd.best)),
        ("first", locale.method(first)),
        ("second", locale.method(second)),
    ];
    Some(fill(locale.messages().methods_finding, &values))
}

/// Names the largest known method, and says how many attacks have none and what came back.
fn sentence(figure: &Figure, when: &str, _: &Dataset, locale: Locale) -> String {
    let (messages, measure) = (locale.messages(), figure.measure);
    let series = &figure.series[0];
    if measure == Measure::Usd && series.totals.usd.best == 0.0 {
        return no_proceeds(series, when, locale);
    }
    let attacks = locale.counted(series.totals.attacks, messages.attacks);
    let (total, template, none) = match measure {
        Measure::Attacks => (attacks, messages.methods_sentence_attacks, messages.methods_none),
        Measure::Usd => {
            let total = locale.usd_in_sentence(series.totals.usd.best);
            (total, messages.methods_sentence_usd, messages.methods_none_usd)
        }
    };
    let known = known(series, measure);
    let Some((method, largest)) = known.first() else {
        return fill(none, &[("total", &total), ("when", when)]) + &back(&figure.series[1], locale);
    };
    let value = match measure {
        Measure::Attacks => locale.count(largest.totals.attacks),
        Measure::Usd => locale.usd_in_sentence(largest.totals.usd.best),
    };
    let tied = known.get(1).is_some_and(|(_, second)| second.value(measure) == largest.value(measure));
    let values = [
        ("total", &*total),
        ("value", &value),
        ("method", locale.method(*method)),
        ("tie", if tied { messages.methods_tie } else { "" }),
        ("unknown", &unknown(series, locale)),
        ("back", &back(&figure.series[1], locale)),
    ];
    fill(template, &values)
}

/// The known methods with a value, largest first.
fn known(series: &Series, measure: Measure) -> Vec<(Method, &Datum)> {
    let mut known = Vec::new();
    for datum in &series.data {
        if let Key::Method(Some(method)) = datum.key
            && datum.value(measure) > 0.0
        {
            known.push((method, datum));
        }
    }
    known
}

/// Part: how many attacks have no known method, and how much they took.
fn unknown(series: &Series, locale: Locale) -> String {
    let messages = locale.messages();
    let Some(datum) = series.find(Key::Method(None)) else { return String::new() };
    let amount = match datum.totals.usd.best {
        0.0 => String::new(),
        usd => fill(messages.methods_unknown_usd, &[("amount", &locale.usd_in_sentence(usd))]),
    };
    fill(&locale.counted(datum.totals.attacks, messages.methods_unknown), &[("amount", &amount)])
}

/// Part: what is known to have come back, by kind.
fn back(recovered: &Series, locale: Locale) -> String {
    let messages = locale.messages();
    let mut parts = Vec::new();
    for datum in &recovered.data {
        if let Key::Recovered(kind) = datum.key {
            let amount = locale.usd_in_sentence(datum.totals.usd.best);
            parts.push(fill(messages.recovered_in_sentence[kind as usize], &[("amount", &amount)]));
        }
    }
    if parts.is_empty() {
        return String::new();
    }
    fill(messages.methods_back, &[("parts", &parts.join(messages.list_comma))])
}

fn columns(_: &Dataset, locale: Locale) -> Vec<Column> {
    let mut columns = totals_columns(locale.messages().column_method, locale);
    columns.extend(phrases::columns(&[(locale.messages().column_by_year, false)]));
    columns
}

fn rows(figure: &Figure, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let messages = locale.messages();
    let mut rows = totals_rows(&figure.series[..1], &[], dataset, locale);
    for (row, (number, datum)) in rows.iter_mut().zip(figure.data()) {
        row.cells.push(Cell { text: by_year(figure, datum, dataset, locale), datum: Some(number) });
    }
    if !figure.series[1].data.is_empty() {
        rows.push(Row { header: messages.recovered_heading.into(), cells: Vec::new() });
    }
    for (number, datum) in figure.data() {
        let Key::Recovered(kind) = datum.key else { continue };
        let mut cells = vec![Cell { text: String::new(), datum: None }; 7];
        cells[0] = Cell { text: locale.count(datum.totals.attacks), datum: Some(number) };
        cells[2] = Cell { text: locale.usd(datum.totals.usd.best), datum: Some(number) };
        rows.push(Row { header: messages.recovery_kinds[kind as usize].into(), cells });
    }
    rows
}

/// The years of a method, each with its value.
pub(super) fn by_year(figure: &Figure, datum: &Datum, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    let mut years = Vec::new();
    for (year, totals) in figure.by_year(datum.key, dataset) {
        let value = match figure.measure {
            Measure::Attacks => locale.count(totals.attacks),
            Measure::Usd if totals.known == 0 => messages.not_known.into(),
            Measure::Usd => locale.usd_short(totals.usd.best),
        };
        years.push(fill(messages.value_of_year, &[("year", &locale.year(year)), ("value", &value)]));
    }
    years.join(messages.list_separator)
}

/// The tooltip of a kind of recovery: its amount is that recovered, not that taken.
pub(super) fn recovered(datum: &Datum, dataset: &Dataset, locale: Locale) -> Tooltip {
    let lines =
        vec![locale.usd_brief(datum.totals.usd.best), locale.counted(datum.totals.attacks, locale.messages().attacks)];
    Tooltip { title: phrases::datum_title(datum.key, dataset, locale), lines }
}
