//! The options of the controls that filter every chart.

use std::collections::BTreeMap;

use heistogram::{
    aggregate::{DayRange, Filter, by_year},
    data::{Dataset, Date, Evidence, Group, Period},
    describe,
    locale::{Locale, fill},
};
use minijinja::{Value, context};

/// A preset period: its label, and the values of the state that it sets.
struct Preset {
    label: String,
    period: Option<String>,
    set: Option<&'static str>,
}

/// `presets`, `years` of the overview, `months`, `evidence`, `groups`, `countries`.
pub fn context(dataset: &Dataset, locale: Locale) -> Value {
    let years = years(dataset);
    let (first, last) = (years[0].0, dataset.as_of.year());
    let most = years.iter().map(|(_, attacks)| *attacks).max().unwrap_or(0).max(1);
    let presets = presets(dataset, locale).into_iter().map(|preset| {
        context! { label => preset.label, period => preset.period, set => preset.set }
    });
    let years = years.iter().map(|(year, attacks)| {
        context! { year => locale.year(*year), height => f64::from(*attacks) / f64::from(most) * 100.0 }
    });
    let messages = locale.messages();
    context! {
        presets => presets.collect::<Vec<_>>(),
        years => years.collect::<Vec<_>>(),
        first => first,
        last_month => (last - first) * 12 + i32::from(dataset.as_of.month()) - 1,
        months => messages.months.join("|"),
        month => messages.month,
        span => messages.selected_period,
        evidence => Evidence::ALL.map(|level| context! { value => level.id(), label => locale.evidence(level) }).to_vec(),
        groups => Group::ALL.map(|group| context! { value => group.id(), label => locale.group(group) }).to_vec(),
        countries => countries(dataset, locale),
    }
}

/// Attacks of each year from the first one to that of `as_of`.
fn years(dataset: &Dataset) -> Vec<(i32, u32)> {
    let series = by_year(dataset, &Filter::default());
    let attacks: BTreeMap<i32, u32> = series.by_year().into_iter().collect();
    let last = dataset.as_of.year();
    let first = attacks.keys().next().copied().unwrap_or(last).min(last);
    (first..=last).map(|year| (year, attacks.get(&year).copied().unwrap_or(0))).collect()
}

fn presets(dataset: &Dataset, locale: Locale) -> Vec<Preset> {
    let preset = |label: String, period, set| Preset { label, period, set };
    let mut presets = vec![preset(locale.page().filter_all.into(), None, None)];
    let set = Filter { un2019: true, ..Filter::default() };
    let cases: Vec<Date> = dataset
        .incidents
        .iter()
        .filter(|incident| set.accepts(incident))
        .flat_map(|incident| [incident.date.start(), incident.date.end()])
        .collect();
    if let (Some(from), Some(to)) = (cases.iter().min(), cases.iter().max()) {
        // The months that the report of the UN panel covers.
        let month = |day: &Date| format!("{}-{:02}", day.year(), day.month());
        let period = Period { from: (*from).into(), to: (*to).into() };
        let period = locale.span(period, Locale::short_date);
        let words = fill(locale.page().filter_un_period, &[("period", &period)]);
        presets.push(preset(words, Some(format!("{}..{}", month(from), month(to))), None));
        let cases = locale.counted((cases.len() / 2) as u32, locale.messages().selected_un_2019);
        presets.push(preset(cases, None, Some("un-2019")));
    }
    let last_five = dataset.as_of.year() - 4;
    let since = describe::period(DayRange { from: Date::new(last_five, 1, 1).ok(), to: None }, locale);
    presets.push(preset(since, Some(format!("{last_five}..")), None));
    presets
}

/// The countries of the dataset by name; last the incidents without one.
fn countries(dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let mut attacks = BTreeMap::new();
    for incident in dataset.incidents.iter().filter(|incident| incident.counted) {
        let name = locale.country(incident.country).to_string();
        let code = incident.country.map_or("none", |country| country.code());
        *attacks.entry((incident.country.is_none(), name, code)).or_insert(0) += 1;
    }
    attacks
        .into_iter()
        .map(|((_, name, code), n)| context! { value => code, label => format!("{name} ({})", locale.count(n)) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_are_those_of_the_data() {
        let dataset = crate::build::data::parse(include_str!("../../../www/data/dataset.json")).unwrap();
        let locale = heistogram::locale::ALL[0];
        let presets = presets(&dataset, locale);
        let states: Vec<_> = presets.iter().map(|preset| (preset.period.as_deref(), preset.set)).collect();
        assert_eq!(
            states,
            [(None, None), (Some("2015-12..2019-05"), None), (None, Some("un-2019")), (Some("2022.."), None)]
        );
        assert!(presets[2].label.contains("35"), "{}", presets[2].label);
    }

    #[test]
    fn a_dataset_without_the_set_offers_none_of_it() {
        let json = r#"{"schema": 1, "title": "T", "as_of": "2024-06-30", "incidents": [], "sources": []}"#;
        let dataset = crate::build::data::parse(json).unwrap();
        assert_eq!(presets(&dataset, heistogram::locale::ALL[0]).len(), 2);
        assert_eq!(years(&dataset), [(2024, 0)]);
    }
}
