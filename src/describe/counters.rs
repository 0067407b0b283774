//! The words of `counters`.

use super::phrases::{largest, totals_columns, totals_rows};
use super::proceeds;
use super::published::{self, EstimateColumn};
use super::types::{Row, Rows, Words};
use crate::aggregate::Key;
use crate::chart::Figure;
use crate::data::{Dataset, Estimate, EstimateKind};
use crate::locale::{Locale, fill};

pub(super) const WORDS: Words = Words {
    title: |locale| locale.messages().counters_title,
    finding,
    sentence,
    columns: |_, locale| totals_columns(locale.messages().column_year, locale),
    rows: Rows::All(rows),
};

/// The lowest and the highest of the figures of others for one whole year.
struct Spread<'a> {
    year: i32,
    lowest: &'a Estimate,
    highest: &'a Estimate,
}

impl<'a> Spread<'a> {
    /// The spread of the last year that others counted differently. Figures of a part of a year are not compared.
    fn of(figure: &Figure, dataset: &'a Dataset) -> Option<Spread<'a>> {
        let mut whole: Vec<&Estimate> = Vec::new();
        for (_, datum) in figure.data() {
            whole.extend(published::estimate(datum, dataset).filter(|one| one.kind == EstimateKind::Year));
        }
        // The data have the last year first.
        for of in &whole {
            let year = of.period.from.year();
            let counts = || whole.iter().copied().filter(|one| one.period.from.year() == year);
            let highest = largest(counts(), |one| one.stolen_usd.best)?;
            let lowest = largest(counts(), |one| -one.stolen_usd.best)?;
            if lowest.stolen_usd.best < highest.stolen_usd.best {
                return Some(Spread { year, lowest, highest });
            }
        }
        None
    }
}

fn finding(figure: &Figure, dataset: &Dataset, locale: Locale) -> Option<String> {
    let Spread { year, lowest, highest } = Spread::of(figure, dataset)?;
    let (low, high) = (published::in_sentence(lowest, locale), published::in_sentence(highest, locale));
    let values = [("year", &*locale.year(year)), ("low", &low), ("high", &high)];
    (low != high).then(|| fill(locale.messages().counters_finding, &values))
}

fn sentence(figure: &Figure, when: &str, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    let counted = figure.series[1].data.len() as u32;
    if counted == 0 {
        let gone = published::gone(figure, dataset, published::is_of_year, locale);
        return (proceeds::WORDS.sentence)(figure, when, dataset, locale) + gone;
    }
    let Some(Spread { year, lowest, highest }) = Spread::of(figure, dataset) else {
        return locale.counted(counted, messages.counters_sentence_alike);
    };
    let name = |one: &Estimate| locale.estimator(one.estimator.id()).to_owned();
    let own = figure.series[0].find(Key::Year(year)).filter(|own| own.totals.known > 0);
    let own = own.map_or(String::new(), |own| {
        fill(messages.counters_sentence_own, &[("best", &locale.usd_in_sentence(own.totals.usd.best))])
    });
    let values = [
        ("year", &*locale.year(year)),
        ("low", &published::in_sentence(lowest, locale)),
        ("low_name", &name(lowest)),
        ("high", &published::in_sentence(highest, locale)),
        ("high_name", &name(highest)),
        ("own", &own),
    ];
    fill(messages.counters_sentence, &values)
}

fn rows(figure: &Figure, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let mut rows = totals_rows(&figure.series[..1], &[], dataset, locale);
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
