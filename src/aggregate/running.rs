//! Running totals.

use super::{Filter, Key, Series};
use crate::data::Dataset;

/// Running totals at the end of each month that has a selected incident. A datum includes everything before it.
///
/// The years of the series extend to the end of the period or of the data, whichever is earlier.
pub fn running_total(dataset: &Dataset, filter: &Filter) -> Series {
    let mut series = Series::new(dataset, filter, Key::up_to);
    for index in 1..series.data.len() {
        let (before, from_here) = series.data.split_at_mut(index);
        if let (Some(before), Some(datum)) = (before.last(), from_here.first_mut()) {
            datum.include(before);
        }
    }
    let end = filter.period.to.map_or(dataset.as_of, |to| to.min(dataset.as_of));
    series.years = series.years.map(|(first, last)| (first, last.max(end.year())));
    series
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregate::{DayRange, Totals};
    use crate::data::{Date, Incident, Value};

    fn dataset() -> Dataset {
        let value: Value = serde_json::from_str(include_str!("../../tests/fixtures/fixture.json")).unwrap();
        Dataset::from_value(&value).unwrap()
    }

    #[test]
    fn each_month_holds_all_before_it() {
        let dataset = dataset();
        let from = DayRange { from: Date::parse("2018-02-01").ok(), to: None };
        for filter in [Filter::default(), Filter { period: from, ..Filter::default() }] {
            let series = running_total(&dataset, &filter);
            assert!(series.data.windows(2).all(|pair| pair[0].key < pair[1].key));
            for datum in &series.data {
                let so_far = dataset.incidents.iter().filter(|incident| {
                    incident.counted && filter.accepts(incident) && Key::up_to(incident) <= datum.key
                });
                let so_far: Vec<Incident> = so_far.cloned().collect();
                assert_eq!(datum.totals, Totals::of(&so_far), "{:?}", datum.key);
                assert_eq!(datum.official, Totals::of(so_far.iter().filter(|one| one.evidence.is_official())));
                assert_eq!(datum.by_evidence.iter().sum::<u32>(), datum.totals.attacks);
                assert_eq!(datum.disputed as usize, so_far.iter().filter(|one| one.disputed).count());
            }
            assert_eq!(series.totals, series.data.last().unwrap().totals);
        }
    }

    #[test]
    fn the_years_run_on_to_the_end_of_what_is_chosen() {
        let mut dataset = dataset();
        dataset.as_of = Date::parse("2023-03-31").unwrap();
        let to = |to| Filter { period: DayRange { from: None, to: Date::parse(to).ok() }, ..Filter::default() };
        let last = |filter: &Filter| running_total(&dataset, filter).years.unwrap().1;
        assert_eq!(last(&Filter::default()), 2023);
        assert_eq!(last(&to("2022-06-30")), 2022);
        assert_eq!(last(&to("2030-06-30")), 2023);
    }
}
