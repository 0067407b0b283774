//! The versions of the data, and the changes between them.

use heistogram::{
    data::{Country, Dataset, Evidence, PartialDate, Period, Sector},
    locale::{Locale, fill},
};
use minijinja::{Value, context};
use serde_json::Value as Json;

use super::{
    cite,
    claims::period,
    said::{said, text},
};
use crate::dataset::{
    changes::{Changes, Version},
    figures::{Change, Fields},
};

/// One entry for each version, newest first.
///
/// | name | what |
/// |---|---|
/// | `date`, `day`, `figures` | the last day of the data in words and as in the dataset; its totals, in words |
/// | `note` | the text shown if there are no changes |
/// | `count`, `changes` | number of changes, in words; list of `id`, `name`, `lines`, `why`, `source` |
///
/// `id` is that of an incident in the page, or nothing. What is not a figure has no line: the reason tells it.
pub fn versions(changes: &Changes, dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let last = changes.versions.len().saturating_sub(1);
    let versions = changes.versions.iter().enumerate();
    versions.map(|(index, version)| of_version(version, index == last, dataset, locale)).collect()
}

fn of_version(version: &Version, first: bool, dataset: &Dataset, locale: Locale) -> Value {
    let words = locale.page();
    let attacks = locale.counted(version.counted.incidents as u32, locale.messages().attacks);
    let [low, best, high] = [&version.counted.low, &version.counted.best, &version.counted.high]
        .map(|usd| usd.as_f64().unwrap_or_default());
    let usd = in_full([low, best, high], locale);
    let note = match (first, version.changes.is_empty()) {
        (true, _) => Some(words.version_first),
        (false, true) => Some(words.version_same),
        (false, false) => None,
    };
    context! {
        date => locale.day(version.as_of),
        day => version.as_of.to_string(),
        figures => [&attacks, locale.messages().list_comma, &usd].concat(),
        note => note,
        count => locale.counted(version.changes.len() as u32, &words.changed),
        changes => version.changes.iter().map(|change| of_change(change, dataset, locale)).collect::<Vec<_>>(),
    }
}

fn of_change(change: &Change, dataset: &Dataset, locale: Locale) -> Value {
    let words = locale.page();
    let known = |id: &&str| dataset.incidents.iter().any(|incident| incident.id() == *id);
    let lines = match (&change.old, &change.new) {
        (Some(old), Some(new)) => {
            let is = |field: &str| new.get(field).unwrap_or(&Json::Null);
            old.iter().filter_map(|(field, was)| line(field, was, is(field), locale)).collect()
        }
        (None, Some(new)) => vec![whole(words.version_added, "after", new, locale)],
        (Some(old), None) => vec![whole(words.version_removed, "before", old, locale)],
        (None, None) => Vec::new(),
    };
    context! {
        id => change.what.strip_prefix("incidents/").filter(known),
        name => name(&change.what, dataset, locale),
        lines => lines,
        why => said(&change.why, dataset, locale),
        source => cite::address(&change.source, dataset, locale),
    }
}

/// Name of a victim, an estimator or a claim; the id of what is no longer in the dataset.
fn name(what: &str, dataset: &Dataset, locale: Locale) -> String {
    let parts: Vec<&str> = what.split('/').collect();
    let found = match parts[..] {
        ["incidents", id] => {
            dataset.incidents.iter().find(|incident| incident.id() == id).map(|incident| locale.called(incident))
        }
        ["claims", id] => {
            let claims = dataset.details.as_ref().map_or(&[][..], |details| &details.claims);
            claims.iter().find(|claim| claim.id == id).map(|claim| text(&claim.what, dataset))
        }
        ["estimates", estimator, reported, _, time] => estimate(estimator, reported, time, locale),
        _ => None,
    };
    found.unwrap_or_else(|| what.to_owned())
}

/// An estimate: the estimator, the period and the date of publication.
fn estimate(estimator: &str, reported: &str, time: &str, locale: Locale) -> Option<String> {
    let (from, to) = time.split_once("..").unwrap_or((time, time));
    let date = |text| PartialDate::parse(text).ok();
    let time = period(Period { from: date(from)?, to: date(to)? }, locale);
    let names = locale.page().estimators();
    let name = names.iter().find(|(id, ..)| *id == estimator).map_or(estimator, |(_, name, _)| *name);
    Some([name, &time, &locale.date(date(reported)?)].join(locale.messages().list_comma))
}

/// A field that changed, if there are words for it.
fn line(field: &str, old: &Json, new: &Json, locale: Locale) -> Option<String> {
    let messages = locale.messages();
    let change = |words: &dyn Fn(&Json) -> String| [&words(old), " → ", &words(new)].concat();
    let labelled = |label: &str, words| [label, locale.page().colon, &change(words)].concat();
    let amount = |template| fill(template, &[("amount", &change(&|usd| dollars(usd, locale)))]);
    let yes = |value: &Json| messages.no_yes[usize::from(*value == true)].to_owned();
    Some(match field {
        "date" => labelled(messages.column_date, &|date| day(date, locale)),
        "country" => labelled(messages.column_country, &|code| country(code, locale)),
        "sector" => labelled(messages.column_group, &|id| group(id, locale)),
        "stolen_usd" => labelled(locale.page().column_amount, &|usd| stolen(usd, locale)),
        "evidence" => labelled(messages.column_evidence, &|id| evidence(id, locale)),
        "disputed" => labelled(messages.disputed_dot, &yes),
        "counted" => labelled(messages.column_counts, &yes),
        "incidents" => labelled(messages.column_attacks, &|n| count(n, locale)),
        "value" => change(&|n| count(n, locale)),
        "attempted_usd" => amount(messages.attempted),
        "recovered_usd" => amount(messages.recovered),
        _ => return None,
    })
}

/// An entry added or removed, as far as there are words for it.
fn whole(template: &str, blank: &str, fields: &Fields, locale: Locale) -> String {
    let get = |name: &str| fields.get(name).unwrap_or(&Json::Null);
    let mut parts = Vec::new();
    if fields.contains_key("date") {
        parts.extend([day(get("date"), locale), country(get("country"), locale), evidence(get("evidence"), locale)]);
    }
    // A claim may have a figure of another kind, or only a date.
    let words = match (fields.get("value"), fields.get("said_on")) {
        (Some(value), _) => value.to_string(),
        (None, Some(date)) => day(date, locale),
        (None, None) => stolen(get("stolen_usd"), locale),
    };
    parts.push(words);
    fill(template, &[(blank, &parts.join(locale.messages().list_comma))])
}

fn day(date: &Json, locale: Locale) -> String {
    date.as_str().and_then(|date| PartialDate::parse(date).ok()).map(|date| locale.date(date)).unwrap_or_default()
}

fn country(code: &Json, locale: Locale) -> String {
    locale.country(code.as_str().and_then(Country::parse)).to_owned()
}

fn evidence(id: &Json, locale: Locale) -> String {
    id.as_str().and_then(Evidence::from_id).map(|evidence| locale.evidence(evidence).to_owned()).unwrap_or_default()
}

fn group(id: &Json, locale: Locale) -> String {
    id.as_str().and_then(Sector::from_id).map(|sector| locale.group(sector.group()).to_owned()).unwrap_or_default()
}

fn count(n: &Json, locale: Locale) -> String {
    n.as_u64().map_or(locale.messages().not_known.to_owned(), |n| locale.count(n as u32))
}

fn dollars(usd: &Json, locale: Locale) -> String {
    usd.as_f64().map_or(locale.messages().not_known.to_owned(), |usd| locale.usd(usd))
}

/// A stolen amount in full, with its range: a change may be small.
fn stolen(usd: &Json, locale: Locale) -> String {
    let part = |name: &str| usd[name].as_f64();
    let (Some(low), Some(best), Some(high)) = (part("low"), part("best"), part("high")) else {
        return locale.messages().not_known.to_owned();
    };
    in_full([low, best, high], locale)
}

/// An amount with its range, lowest first.
fn in_full(amounts: [f64; 3], locale: Locale) -> String {
    let [low, best, high] = amounts.map(|amount| locale.usd(amount));
    if low == high {
        return best;
    }
    fill(locale.messages().usd_with_range, &[("best", &best), ("low", &low), ("high", &high)])
}

#[cfg(test)]
mod tests;
