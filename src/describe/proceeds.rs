//! The words of `proceeds`.

use super::phrases::{largest, no_proceeds, range, totals_columns, totals_rows, unknown};
use super::published::{self, EstimateColumn};
use super::types::{Row, Rows, Words};
use crate::chart::Figure;
use crate::data::Dataset;
use crate::locale::{Locale, fill};

pub(super) const WORDS: Words = Words {
    title: |locale| locale.messages().proceeds_title,
    finding: |_, _, _| None,
    sentence: |figure, when, dataset, locale| {
        sentence(figure, when, locale) + published::gone(figure, dataset, published::is_of_year, locale)
    },
    columns: |locale| totals_columns(locale.messages().column_year, locale),
    rows: Rows::All(rows),
};

fn sentence(figure: &Figure, when: &str, locale: Locale) -> String {
    let (messages, series) = (locale.messages(), &figure.series[0]);
    let usd = series.totals.usd;
    if usd.best == 0.0 {
        return no_proceeds(series, when, locale);
    }
    let range = range(&usd, messages.proceeds_range, locale);
    let peak = largest(series.data.iter(), |datum| datum.totals.usd.best);
    // In case of a tie, no year is named.
    let alone = |best: f64| series.data.iter().filter(|datum| datum.totals.usd.best == best).count() == 1;
    let peak = match (peak, series.years) {
        (Some(datum), Some((first, last))) if first < last && alone(datum.totals.usd.best) => {
            let year = locale.year(datum.key.year().unwrap_or(first));
            fill(messages.proceeds_peak, &[("best", &locale.usd_in_sentence(datum.totals.usd.best)), ("year", &year)])
        }
        _ => String::new(),
    };
    let best = locale.usd_in_sentence(usd.best);
    let unknown = unknown(series, locale);
    let attacks = messages.counted_attacks[usize::from(series.filtered)];
    let values = [
        ("attacks", attacks),
        ("when", when),
        ("best", &best),
        ("range", &range),
        ("peak", &peak),
        ("unknown", &unknown),
    ];
    fill(messages.proceeds_sentence, &values)
}

fn rows(figure: &Figure, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let mut rows = totals_rows(&figure.series[..1], &[], locale);
    let columns = [
        EstimateColumn::Attacks,
        EstimateColumn::Empty,
        EstimateColumn::Best,
        EstimateColumn::Low,
        EstimateColumn::High,
        EstimateColumn::Empty,
    ];
    rows.extend(published::rows(figure, &columns, dataset, locale));
    rows
}
