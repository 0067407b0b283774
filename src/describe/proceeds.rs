//! The words of `proceeds`.

use super::phrases::{largest, no_proceeds, range, totals_columns, totals_rows, unknown};
use super::types::{Rows, Words};
use crate::aggregate::{Datum, Series};
use crate::chart::Figure;
use crate::data::Dataset;
use crate::locale::{Locale, fill};

pub(super) const WORDS: Words = Words {
    title: |locale| locale.messages().proceeds_title,
    finding,
    sentence,
    columns: |_, locale| totals_columns(locale.messages().column_year, locale),
    rows: Rows::All(|figure, dataset, locale| totals_rows(&figure.series, &[], dataset, locale)),
};

/// The year with the most. Its largest theft is named if it is at least half of it.
fn finding(figure: &Figure, dataset: &Dataset, locale: Locale) -> Option<String> {
    let messages = locale.messages();
    let datum = peak(&figure.series[0])?;
    let (year, best) = (locale.year(datum.key.year()?), datum.totals.usd.best);
    let amount = locale.usd_in_sentence(best);
    let of = |index: &usize| dataset.incidents[*index].stolen_usd.map_or(0.0, |usd| usd.best);
    let incidents = figure.incidents(datum.key, dataset);
    let one = largest(incidents.iter(), |index| of(index)).filter(|index| of(index) * 2.0 >= best);
    let Some(index) = one.filter(|_| datum.totals.attacks > 1) else {
        return Some(fill(messages.proceeds_finding, &[("year", &year), ("best", &amount)]));
    };
    let victim = locale.called_in_sentence(&dataset.incidents[*index]);
    let share = locale.percent(of(index) / best);
    let values = [("year", year.as_str()), ("best", &amount), ("share", &share), ("victim", &victim)];
    Some(fill(messages.proceeds_finding_one, &values))
}

/// The year with the most of several. `None` in case of a tie.
fn peak(series: &Series) -> Option<&Datum> {
    let years = || series.data.iter().filter(|datum| datum.key.year().is_some());
    let peak = largest(years(), |datum| datum.totals.usd.best)?;
    let best = peak.totals.usd.best;
    let alone = years().filter(|datum| datum.totals.usd.best == best).count() == 1;
    (alone && best > 0.0 && series.years.is_some_and(|(first, last)| first < last)).then_some(peak)
}

fn sentence(figure: &Figure, when: &str, _: &Dataset, locale: Locale) -> String {
    let (messages, series) = (locale.messages(), &figure.series[0]);
    let usd = series.totals.usd;
    if usd.best == 0.0 {
        return no_proceeds(series, when, locale);
    }
    let peak = peak(series).map_or(String::new(), |datum| {
        let year = datum.key.year().map_or(String::new(), |year| locale.year(year));
        fill(messages.proceeds_peak, &[("best", &locale.usd_in_sentence(datum.totals.usd.best)), ("year", &year)])
    });
    let values = [
        ("when", when),
        ("best", &locale.usd_in_sentence(usd.best)),
        ("range", &range(&usd, messages.proceeds_range, locale)),
        ("peak", &peak),
        ("unknown", &unknown(series, locale)),
    ];
    fill(messages.proceeds_sentence, &values)
}
