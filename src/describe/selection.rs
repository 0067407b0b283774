//! The selection in words.

use super::phrases::listed;
use crate::aggregate::{DayRange, Filter};
use crate::data::{Dataset, Date};
use crate::locale::{Locale, fill};

/// A filter as one text; empty for the default filter, which selects everything.
pub fn selection(filter: &Filter, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    let mut parts = Vec::new();
    if filter.un2019 {
        let cases = dataset.incidents.iter().filter(|incident| incident.un2019().is_some_and(|row| row.counts));
        parts.push(locale.counted(cases.count() as u32, messages.selected_un_2019));
    }
    if filter.period != DayRange::default() {
        parts.push(period(filter.period, locale));
    }
    let mut names = |template: &str, list: Vec<String>| {
        if !list.is_empty() {
            parts.push(fill(template, &[("names", &listed(&list, messages.list_or, locale))]));
        }
    };
    names(
        messages.selected_evidence,
        filter.evidence.iter().map(|level| locale.level_of(dataset, *level, messages.evidence).into()).collect(),
    );
    names(
        messages.selected_groups,
        filter.groups.iter().map(|group| locale.group_of(dataset, *group).into()).collect(),
    );
    names(
        messages.selected_countries,
        filter.countries.iter().map(|country| locale.country(*country).into()).collect(),
    );
    if parts.is_empty() {
        return String::new();
    }
    fill(messages.selected, &[("parts", &parts.join(messages.list_separator))])
}

/// A range of days in words, such as `December 2015 to May 2019`; empty if it is open at both ends.
///
/// ```
/// # use heistogram::{aggregate::DayRange, data::Date, describe::period, locale::Locale};
/// let period = |from, to| period(DayRange { from, to }, Locale::of("en").unwrap());
/// let day = |text| Date::parse(text).ok();
/// assert_eq!(period(day("2020-01-01"), day("2020-12-31")), "2020", "a range of one value");
/// assert_eq!(period(day("2020-03-01"), None), "since March 2020");
/// assert_eq!(period(None, None), "");
/// ```
pub fn period(DayRange { from, to }: DayRange, locale: Locale) -> String {
    let messages = locale.messages();
    // Whole years are written as years.
    let whole_years = from.is_none_or(|day| (day.month(), day.day()) == (1, 1))
        && to.is_none_or(|day| (day.month(), day.day()) == (12, 31));
    let end = |day: Option<Date>| match day {
        Some(day) if whole_years => locale.year(day.year()),
        Some(day) => locale.month(day),
        None => String::new(),
    };
    let ends = (end(from), end(to));
    if ends.0 == ends.1 {
        return ends.0;
    }
    let template = match (from, to) {
        (Some(_), Some(_)) => messages.selected_period,
        (Some(_), None) => messages.selected_from,
        (None, _) => messages.selected_to,
    };
    fill(template, &[("from", &ends.0), ("to", &ends.1)])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::data::Value;
    use crate::state::State;

    fn selected(query: &str) -> String {
        let value: Value = serde_json::from_str(include_str!("../../tests/fixtures/fixture.json")).unwrap();
        let dataset = Dataset::from_value(&value).unwrap();
        let (state, bad) = State::read(query);
        assert!(bad.is_empty(), "{bad:?}");
        selection(&state.filter, &dataset, Locale::of("en").unwrap())
    }

    #[test]
    fn selections_in_words() {
        assert_eq!(selected(""), "");
        assert_eq!(selected("measure=usd"), "");
        assert_eq!(selected("period=2015-12..2019-05"), "Showing: December 2015 to May 2019");
        assert_eq!(selected("period=2020..2020"), "Showing: 2020");
        assert_eq!(selected("period=2020-03..2020-03"), "Showing: March 2020");
        assert_eq!(selected("period=2020.."), "Showing: since 2020");
        assert_eq!(selected("period=..2020-03"), "Showing: up to March 2020");
        assert_eq!(
            selected("evidence=government,un-panel,firm&group=banks&country=KR,none"),
            "Showing: evidence: government, UN panel or firm; Banks; South Korea or Country unknown"
        );
    }
}
