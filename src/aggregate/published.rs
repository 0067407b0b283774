//! Totals published by others, if they are comparable with the selection. They are never summed.

use super::{Datum, Filter, Key, Series, Totals, by_year};
use crate::data::{Dataset, Estimate, EstimateKind, Period, sorted};

/// The best-known estimators, the most important first. If room is short, the last are dropped.
const ORDER: [&str; 7] = ["chainalysis", "elliptic", "trm", "un-panel", "msmt", "nis", "monahan"];

/// Ids of all estimators in the dataset, the most important first, then those without a rank by name.
pub fn estimators(dataset: &Dataset) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    for estimate in &dataset.estimates {
        let id = estimate.estimator.id();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let rank = |id: &str| ORDER.iter().position(|other| *other == id).unwrap_or(ORDER.len());
    let order = sorted(ids.len(), &|a, b| rank(ids[a]).cmp(&rank(ids[b])).then(ids[a].cmp(ids[b])));
    order.into_iter().map(|at| ids[at]).collect()
}

/// Index of an estimate's estimator in [`estimators`].
pub fn estimator_rank(estimators: &[&str], estimate: &Estimate) -> usize {
    estimators.iter().position(|id| *id == estimate.estimator.id()).unwrap_or_default()
}

/// Whether others published a total of a year that still stands.
pub fn has_year_totals(dataset: &Dataset) -> bool {
    dataset.estimates.iter().any(is_year_total)
}

fn is_year_total(estimate: &Estimate) -> bool {
    estimate.latest && estimate.kind != EstimateKind::Cumulative
}

/// The dataset's own sum of each year, and the [totals of others](published_by_year); the last year first. Both are
/// empty if others published no total of a year.
pub fn counts_by_year(dataset: &Dataset, filter: &Filter) -> [Series; 2] {
    let mut own = if has_year_totals(dataset) { by_year(dataset, filter) } else { Series::empty(dataset) };
    own.data.reverse();
    let others = published_by_year(dataset, filter, own.years);
    [own, others]
}

/// The latest figure of each estimator for each of the `years` (first and last): the last year first, then by
/// estimator.
///
/// Empty unless the filter is worldwide. Figures that are not within the period of the filter are left out.
pub fn published_by_year(dataset: &Dataset, filter: &Filter, years: Option<(i32, i32)>) -> Series {
    published(dataset, filter, |estimate| -i64::from(estimate.period.from.year()), &|estimate| {
        let within = filter.period.to.is_none_or(|to| estimate.period.to.end() <= to);
        is_year_total(estimate) && within && holds(years, estimate.period.from.year())
    })
}

/// Earlier figures of an estimator for the same period, the first one first: what it revised.
pub fn revised<'a>(estimate: &Estimate, dataset: &'a Dataset) -> Vec<&'a Estimate> {
    let mut earlier: Vec<&Estimate> = Vec::new();
    for other in &dataset.estimates {
        let same = other.estimator == estimate.estimator && other.period == estimate.period;
        if same && other.report_date < estimate.report_date {
            let index = earlier.iter().position(|one| other.report_date < one.report_date);
            earlier.insert(index.unwrap_or(earlier.len()), other);
        }
    }
    earlier
}

/// Shares in all thefts by anyone, as published: the latest period first, then the latest report.
///
/// Empty unless the filter is worldwide. Shares that are not within the period of the filter are left out.
pub fn stated_shares(dataset: &Dataset, filter: &Filter) -> Series {
    // More than the days of all dates, so that reports order shares of one period only.
    const DAYS: i64 = 1_000_000;
    let when = |one: &Estimate| -(one.period.to.end().to_days() * DAYS + one.report_date.start().to_days());
    let mut series = published(dataset, filter, when, &|estimate| {
        estimate.share.is_some() && filter.period.to.is_none_or(|to| estimate.period.to.end() <= to)
    });
    for datum in &mut series.data {
        if let Key::Estimate(index) = datum.key {
            datum.key = Key::Share(index);
            let Period { from, to } = dataset.estimates[index].period;
            let (first, last) = series.years.unwrap_or((from.year(), to.year()));
            series.years = Some((first.min(from.year()), last.max(to.year())));
        }
    }
    series
}

/// Published totals to compare a running total with, sorted by date of their report, which is in the `years`.
///
/// Empty unless the filter is worldwide. Totals that begin before the period of the filter are left out.
pub fn published_totals(dataset: &Dataset, filter: &Filter, years: Option<(i32, i32)>) -> Series {
    published(dataset, filter, |estimate| estimate.report_date.start().to_days(), &|estimate| {
        estimate.mark.is_some() && holds(years, estimate.report_date.year())
    })
}

fn holds(years: Option<(i32, i32)>, year: i32) -> bool {
    years.is_some_and(|(first, last)| first <= year && year <= last)
}

/// The estimates that are `shown`, sorted by `when`, then by estimator.
fn published(
    dataset: &Dataset,
    filter: &Filter,
    when: fn(&Estimate) -> i64,
    shown: &dyn Fn(&Estimate) -> bool,
) -> Series {
    let mut series = Series::empty(dataset);
    series.filtered = *filter != Filter::default();
    if !filter.is_worldwide() {
        return series;
    }
    let estimators = estimators(dataset);
    let estimates = &dataset.estimates;
    let key = |index: usize| (when(&estimates[index]), estimator_rank(&estimators, &estimates[index]));
    for index in sorted(estimates.len(), &|a, b| key(a).cmp(&key(b))) {
        let estimate = &estimates[index];
        let begins_within = filter.period.from.is_none_or(|from| estimate.period.from.start() >= from);
        if begins_within && shown(estimate) {
            let mut datum = Datum::new(Key::Estimate(index));
            datum.totals = Totals { known: 1, usd: estimate.stolen_usd, ..Totals::default() };
            series.data.push(datum);
        }
    }
    series
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregate::DayRange;
    use crate::data::{Date, Evidence, Value};

    fn real() -> Dataset {
        let value: Value = serde_json::from_str(include_str!("../../www/data/dataset.json")).unwrap();
        Dataset::from_value(&value).unwrap()
    }

    fn shown(series: &Series) -> Vec<usize> {
        let index = |datum: &Datum| match datum.key {
            Key::Estimate(index) => index,
            other => panic!("{other:?}"),
        };
        series.data.iter().map(index).collect()
    }

    fn period(from: &str, to: &str) -> Filter {
        let period = DayRange { from: Date::parse(from).ok(), to: Date::parse(to).ok() };
        Filter { period, ..Filter::default() }
    }

    #[test]
    fn each_estimator_has_one_figure_a_year() {
        let dataset = real();
        let years = Some((2017, 2025));
        let shown = shown(&published_by_year(&dataset, &Filter::default(), years));
        let key = |index: &usize| {
            let estimate = &dataset.estimates[*index];
            let rank = ORDER.iter().position(|id| *id == estimate.estimator.id()).unwrap();
            (-estimate.year().unwrap(), rank)
        };
        assert!(shown.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
        let expected = dataset
            .estimates
            .iter()
            .filter(|estimate| estimate.latest && estimate.year().is_some_and(|year| (2017..=2025).contains(&year)));
        assert_eq!(shown.len(), expected.count());
    }

    #[test]
    fn only_what_lies_in_the_period_is_comparable() {
        let dataset = real();
        // Nobody publishes the first five months of 2019 alone.
        let by_year = shown(&published_by_year(&dataset, &period("2018-01-01", "2019-05-31"), Some((2018, 2019))));
        assert!(!by_year.is_empty());
        assert!(by_year.iter().all(|index| dataset.estimates[*index].year() == Some(2018)));
        // The report of August 2019 covers the period; reports of later years are off the axis.
        let totals = shown(&published_totals(&dataset, &period("2015-12-01", "2019-05-31"), Some((2015, 2019))));
        let marks: Vec<_> = totals.iter().filter_map(|index| dataset.estimates[*index].mark.as_deref()).collect();
        assert_eq!(marks, ["UN panel 2019: up to $2bn, banks included"]);
        assert!(published_totals(&dataset, &period("2020-01-01", ""), Some((2020, 2026))).data.is_empty());
    }

    #[test]
    fn totals_come_by_their_report() {
        let dataset = real();
        let totals = shown(&published_totals(&dataset, &Filter::default(), Some((2015, 2026))));
        assert_eq!(totals.len(), dataset.estimates.iter().filter(|estimate| estimate.mark.is_some()).count());
        let dates: Vec<_> = totals.iter().map(|index| dataset.estimates[*index].report_date).collect();
        assert!(dates.is_sorted());
    }

    #[test]
    fn a_choice_of_incidents_is_compared_with_nothing() {
        let dataset = real();
        let filter = Filter { evidence: vec![Evidence::Firm], ..Filter::default() };
        assert!(published_by_year(&dataset, &filter, Some((2000, 2030))).data.is_empty());
        assert!(published_totals(&dataset, &filter, Some((2000, 2030))).data.is_empty());
    }
}
