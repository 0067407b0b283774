//! The words of `share`.

use super::phrases::{self, largest};
use super::published;
use super::types::{CardSource, Column, Row, Rows, Tooltip, Words};
use crate::aggregate::Datum;
use crate::chart::Figure;
use crate::data::{Dataset, Estimate, Said, Share};
use crate::locale::{Locale, fill};

pub(super) const WORDS: Words =
    Words { title: |locale| locale.messages().share_title, finding, sentence, columns, rows: Rows::All(rows) };

/// An estimate with the share that its publisher states.
fn stated<'a>(datum: &Datum, dataset: &'a Dataset) -> Option<(&'a Estimate, &'a Share)> {
    let estimate = published::estimate(datum, dataset)?;
    Some((estimate, estimate.share.as_ref()?))
}

/// The share of the latest period.
fn finding(figure: &Figure, dataset: &Dataset, locale: Locale) -> Option<String> {
    let (estimate, share) = stated(figure.series[0].data.first()?, dataset)?;
    let values = [
        ("share", &*locale.share(share)),
        ("period", &locale.span(estimate.period, Locale::date)),
        ("name", locale.estimator(estimate.estimator.id())),
    ];
    // Only our own words say who did it; the neutral title has those of the dataset.
    (!dataset.labels.are_given()).then(|| fill(locale.messages().share_finding, &values))
}

fn sentence(figure: &Figure, _: &str, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    let shares = || figure.series[0].data.iter().filter_map(|datum| stated(datum, dataset));
    let (Some(high), Some(low)) = (largest(shares(), |one| one.1.pct), largest(shares(), |one| -one.1.pct)) else {
        return figure.nothing(locale).into();
    };
    let (low_who, high_who) = (locale.count_of_period(low.0), locale.count_of_period(high.0));
    let values = [
        ("low", &*locale.share(low.1)),
        ("low_who", &low_who),
        ("high", &locale.share(high.1)),
        ("high_who", &high_who),
    ];
    let template = if low.1.pct < high.1.pct { messages.share_sentence } else { messages.share_sentence_one };
    fill(template, &values)
}

fn columns(_: &Dataset, locale: Locale) -> Vec<Column> {
    let messages = locale.messages();
    phrases::columns(&[(messages.published, false), (messages.column_share, true), (messages.column_best, true)])
}

fn rows(figure: &Figure, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let mut rows = Vec::new();
    for (number, datum) in figure.data() {
        let Some((estimate, share)) = stated(datum, dataset) else { continue };
        let texts = vec![locale.share(share), published::best(estimate, locale)];
        let name = locale.estimator(estimate.estimator.id());
        rows.push(phrases::row(published::row_header(name, estimate, locale), number, texts));
    }
    rows
}

/// The tooltip of a share: the share, then the figure it belongs to.
pub(super) fn tooltip(index: usize, dataset: &Dataset, locale: Locale) -> Tooltip {
    let mut tooltip = published::tooltip(index, dataset, locale);
    if let Some(share) = dataset.estimates.get(index).and_then(|estimate| estimate.share.as_ref()) {
        tooltip.lines.insert(0, fill(locale.messages().share_of_all, &[("share", &locale.share(share))]));
    }
    tooltip
}

/// The source of a share and the same publisher's total of all thefts, if the details are loaded.
pub(super) fn source(index: usize, dataset: &Dataset, locale: Locale) -> (Vec<CardSource>, Option<Said>) {
    let details = dataset.details.as_ref();
    let world = details.and_then(|details| Some((details, details.estimates.get(index)?.world.as_ref()?)));
    let Some((details, world)) = world else { return published::source(index, dataset, locale) };
    let source = phrases::card_source(world.source, None, details, locale);
    let total = world.total_usd.map(|total| {
        let amount = published::qualified(world.qualifier.as_deref(), locale.usd_range(&total), locale);
        Said { text: fill(locale.messages().share_total, &[("amount", &amount)]), as_written: false }
    });
    (source.into_iter().collect(), total)
}
