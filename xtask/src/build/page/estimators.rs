//! Totals of other estimators beside the total of this data for the same period.

use heistogram::{
    aggregate::{self, Filter, Totals},
    data::{Dataset, Estimate, EstimateDetails, Estimator},
    locale::{Locale, fill},
};
use minijinja::{Value, context};

use super::{
    cite,
    claims::{period, qualified},
    said::said,
};

/// Relative difference from which a new figure counts as a revision: less may be rounding, or a reading from a chart.
const REVISION: f64 = 0.05;

/// One row for each estimator, in the order of the language's list; unknown ones last.
///
/// | name | what |
/// |---|---|
/// | `name`, `why` | in words; an unknown estimator has its id and no reason |
/// | `figure`, `period` | its latest figure for the longest period, as published; the running total shows it too |
/// | `source`, `note` | the source of the figure, and the dataset's note on it |
/// | `here`, `range` | the total of this data for the same period |
/// | `revised` | periods whose figure has changed, as a sentence, or nothing |
pub fn rows(dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let known = locale.page().estimators();
    let rank = |id: &str| known.iter().position(|(other, ..)| *other == id).unwrap_or(known.len());
    let mut estimators: Vec<&Estimator> = dataset.estimates.iter().map(|estimate| &estimate.estimator).collect();
    estimators.sort_by_key(|estimator| (rank(estimator.id()), *estimator));
    estimators.dedup();
    let row = |estimator: &Estimator| {
        let words = known.get(rank(estimator.id()));
        let (name, why) = words.map_or((estimator.id(), ""), |(_, name, why)| (*name, *why));
        row(estimator, name, why, dataset, locale)
    };
    estimators.into_iter().filter_map(row).collect()
}

fn row(estimator: &Estimator, name: &str, why: &str, dataset: &Dataset, locale: Locale) -> Option<Value> {
    let own = || dataset.estimates.iter().enumerate().filter(|(_, estimate)| estimate.estimator == *estimator);
    let length = |estimate: &Estimate| estimate.period.to.end().to_days() - estimate.period.from.start().to_days();
    let (index, longest) = own()
        .filter(|(_, estimate)| estimate.latest || estimate.mark.is_some())
        .max_by_key(|(_, estimate)| (length(estimate), estimate.report_date.start()))?;
    let details = dataset.details.as_ref().and_then(|details| details.estimates.get(index));
    let totals = here(longest, dataset);
    let bounds = [("low", locale.usd_brief(totals.usd.low)), ("high", locale.usd_brief(totals.usd.high))];
    let bounds = bounds.each_ref().map(|(name, amount)| (*name, amount.as_str()));
    let estimates: Vec<&Estimate> = own().map(|(_, estimate)| estimate).collect();
    let source = |details: &EstimateDetails| cite::link(details.source, None, dataset, locale);
    Some(context! {
        name => name,
        why => why,
        figure => qualified(longest.qualifier.as_deref(), &locale.usd_brief(longest.stolen_usd.best), locale),
        period => period(longest.period, locale),
        source => details.and_then(source),
        note => details.and_then(|details| Some(said(details.note.as_ref()?, dataset, locale))),
        here => locale.usd_brief(totals.usd.best),
        range => (totals.usd.low < totals.usd.high).then(|| fill(locale.messages().key_range, &bounds)),
        revised => revised(&estimates, locale),
    })
}

/// The totals of this data for the period of an estimate.
fn here(estimate: &Estimate, dataset: &Dataset) -> Totals {
    let (from, to) = (estimate.period.from.start(), estimate.period.to.end());
    let filter = Filter { period: aggregate::DayRange { from: Some(from), to: Some(to) }, ..Filter::default() };
    Totals::of(dataset.incidents.iter().filter(|incident| filter.accepts(incident)))
}

/// The periods whose first figure differs from the latest by more than rounding.
fn revised(estimates: &[&Estimate], locale: Locale) -> Option<String> {
    let changes: Vec<String> = estimates
        .iter()
        .filter(|estimate| estimate.latest)
        .filter_map(|now| {
            let same = estimates.iter().filter(|other| other.period == now.period);
            let first = same.min_by_key(|other| other.report_date.start())?;
            let [before, after] = [first, now].map(|estimate| estimate.stolen_usd.best);
            let values = [
                ("period", period(now.period, locale)),
                ("before", locale.usd_brief(before)),
                ("after", locale.usd_brief(after)),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            ((after - before).abs() >= REVISION * before).then(|| fill(locale.page().revision, &values))
        })
        .collect();
    (!changes.is_empty())
        .then(|| fill(locale.page().revised, &[("revisions", &changes.join(locale.messages().list_comma))]))
}
