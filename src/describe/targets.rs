//! The words of `targets`.

use super::phrases::{
    self, capital, datum_title, largest, listed, no_proceeds, tail_rows, totals_columns, totals_rows,
};
use super::types::{Rows, Words};
use crate::aggregate::{Datum, Key, Measure, Series, Totals};
use crate::chart::Figure;
use crate::data::{Dataset, Incident};
use crate::locale::{Locale, fill};

pub(super) const WORDS: Words = Words {
    title: |locale| locale.messages().targets_title,
    finding,
    sentence,
    columns: |_, locale| totals_columns(locale.messages().column_target, locale),
    rows: Rows::All(|figure, dataset, locale| {
        let headings = [locale.messages().by_group, locale.messages().by_country];
        let mut rows = totals_rows(&figure.series, &headings, dataset, locale);
        rows.extend(tail_rows(&figure.series, dataset, locale));
        rows
    }),
};

/// Most equal leaders that a sentence names. More of them do not stand out.
const MOST_NAMED: usize = 3;

/// The type of victim with the most, if it is alone.
fn finding(figure: &Figure, dataset: &Dataset, locale: Locale) -> Option<String> {
    let (messages, measure, series) = (locale.messages(), figure.measure, &figure.series[0]);
    let [leader] = leaders(series, measure)[..] else { return None };
    if series.data.len() < 2 {
        return None;
    }
    let group = capital(&name(leader, dataset, locale));
    let total = words(&series.totals, measure, locale);
    let value = words(&leader.totals, measure, locale);
    let template = match measure {
        Measure::Attacks => {
            let total = locale.counted(series.totals.attacks, messages.attacks);
            let values = [("group", group.as_str()), ("n", &value), ("total", &total)];
            return Some(fill(messages.targets_finding_attacks, &values));
        }
        Measure::Usd if leader.value(measure) * 2.0 > series.totals.value(measure) => messages.targets_finding_majority,
        Measure::Usd => messages.targets_finding_usd,
    };
    Some(fill(template, &[("group", &group), ("value", &value), ("total", &total)]))
}

fn sentence(figure: &Figure, when: &str, dataset: &Dataset, locale: Locale) -> String {
    let (messages, measure) = (locale.messages(), figure.measure);
    let [groups, countries] = &figure.series[..] else { return figure.nothing(locale).into() };
    let totals = &groups.totals;
    if measure == Measure::Usd && totals.usd.best == 0.0 {
        return no_proceeds(groups, when, locale);
    }
    let (template, of_groups, of_countries) = match measure {
        Measure::Attacks => {
            (messages.targets_sentence_attacks, messages.targets_groups_attacks, messages.targets_countries_attacks)
        }
        Measure::Usd => (messages.targets_sentence_usd, messages.targets_groups_usd, messages.targets_countries_usd),
    };
    let total = match measure {
        Measure::Attacks => locale.counted(totals.attacks, messages.attacks),
        Measure::Usd => words(totals, measure, locale),
    };
    let values = [
        ("total", total.as_str()),
        ("when", when),
        ("groups", &most(groups, of_groups, figure, dataset, locale)),
        ("countries", &most(countries, of_countries, figure, dataset, locale)),
    ];
    fill(template, &values)
}

/// A sentence on the leaders of a series; empty if there is nothing to compare them with, or too many are equal.
fn most(series: &Series, template: &str, figure: &Figure, dataset: &Dataset, locale: Locale) -> String {
    let (messages, measure) = (locale.messages(), figure.measure);
    let leaders = leaders(series, measure);
    let Some(leader) = leaders.first().filter(|_| series.data.len() > 1 && leaders.len() <= MOST_NAMED) else {
        return String::new();
    };
    let names: Vec<String> = leaders.iter().map(|datum| name(datum, dataset, locale)).collect();
    let mut value = words(&leader.totals, measure, locale);
    if leaders.len() > 1 {
        value = fill(messages.each, &[("value", &value)]);
    }
    let largest = if leaders.len() == 1 { largest_of(leader, figure, dataset, locale) } else { String::new() };
    let names = listed(&names, messages.list_and, locale);
    fill(template, &[("names", &names), ("value", &value), ("largest", &largest)])
}

/// The data with the most, if any has something. Those without a country, and those folded together, have no name.
fn leaders(series: &Series, measure: Measure) -> Vec<&Datum> {
    let named = |datum: &&Datum| !matches!(datum.key, Key::Country(None) | Key::MoreCountries(_));
    let most = series.data.iter().filter(named).map(|datum| datum.value(measure)).fold(0.0, f64::max);
    series.data.iter().filter(named).filter(|datum| most > 0.0 && datum.value(measure) == most).collect()
}

/// The one theft that is at least half of a datum of several.
fn largest_of(datum: &Datum, figure: &Figure, dataset: &Dataset, locale: Locale) -> String {
    let best = |incident: &&Incident| incident.stolen_usd.map_or(0.0, |usd| usd.best);
    let incidents = figure.incidents(datum.key, dataset);
    let Some(incident) = largest(incidents.iter().map(|index| &dataset.incidents[*index]), best) else {
        return String::new();
    };
    let (usd, all) = (best(&incident), datum.totals.usd.best);
    if incidents.len() == 1 || usd * 2.0 < all {
        return String::new();
    }
    let victim = locale.called_in_sentence(incident);
    fill(locale.messages().targets_largest, &[("share", &locale.percent(usd / all)), ("victim", &victim)])
}

fn name(datum: &Datum, dataset: &Dataset, locale: Locale) -> String {
    match datum.key {
        Key::Country(Some(country)) => locale.country_in_sentence(country),
        Key::Group(group) => phrases::group(group, dataset, locale),
        key => datum_title(key, dataset, locale),
    }
}

fn words(totals: &Totals, measure: Measure, locale: Locale) -> String {
    match measure {
        Measure::Attacks => locale.count(totals.attacks),
        Measure::Usd => locale.usd_in_sentence(totals.usd.best),
    }
}
