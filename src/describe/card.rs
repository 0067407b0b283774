//! The card of a datum: its incidents, their attribution, and links to the sources.

use super::phrases::card_source;
use super::types::{Card, CardIncident, CardSource};
use super::{incidents, published, share};
use crate::aggregate::Key;
use crate::chart::Figure;
use crate::data::{Country, Dataset, Details, Incident, IncidentDetails, Said, digits, sorted};
use crate::locale::{Locale, fill};
use crate::scene::DatumRef;
use crate::text::isolated;

/// Most incidents listed on a card.
const MAX_INCIDENTS: usize = 200;

/// The card of a datum; empty if the figure has no datum of this number.
pub fn card(figure: &Figure, number: DatumRef, dataset: &Dataset, locale: Locale) -> Card {
    let Some(datum) = figure.datum(number, dataset) else { return Card::default() };
    let behind = figure.incidents(datum.key, dataset);
    let best = |rank: usize| dataset.incidents[behind[rank]].stolen_usd.map_or(-1.0, |usd| usd.best);
    let on_card = sorted(behind.len(), &|a, b| best(b).total_cmp(&best(a)))
        .into_iter()
        .take(MAX_INCIDENTS)
        .filter_map(|rank| {
            let index = behind[rank];
            let more = dataset.details.as_ref().and_then(|details| Some((details, details.incidents.get(index)?)));
            Some(card_incident(dataset.incidents.get(index)?, more, dataset, locale))
        })
        .collect();
    let (sources, note) = match datum.key {
        Key::Share(index) => share::source(index, dataset, locale),
        Key::Estimate(index) => published::source(index, dataset, locale),
        _ if behind.len() > MAX_INCIDENTS => {
            let figures = [("n", &*locale.count(MAX_INCIDENTS as u32)), ("all", &locale.count(behind.len() as u32))];
            (Vec::new(), Some(Said { text: fill(locale.messages().largest_on_card, &figures), as_written: false }))
        }
        _ => (Vec::new(), None),
    };
    let (pending, only) = (dataset.details.is_none(), only(datum.key));
    let line = match datum.key {
        Key::Incident(index) => Some(incidents::group_and_country(&dataset.incidents[index], dataset, locale)),
        _ => None,
    };
    Card { line, incidents: on_card, sources, note, pending, only }
}

/// Keys and values of the state that select the datum: year and group of a column, country or group of a bar.
fn only(key: Key) -> Vec<(&'static str, String)> {
    let year = |year: i32| ("period", [&*digits(year as u64, 1), "..", &digits(year as u64, 1)].concat());
    match key {
        Key::Year(y) => vec![year(y)],
        Key::YearGroup(y, group) => vec![year(y), ("group", group.id().into())],
        Key::YearEvidence(y, level) => vec![year(y), ("evidence", level.id().into())],
        Key::Country(country) => vec![("country", country.map_or("none", Country::code).into())],
        Key::Group(group) => vec![("group", group.id().into())],
        Key::MoreCountries(_)
        | Key::Method(_)
        | Key::Recovered(_)
        | Key::Attributed(_)
        | Key::Incident(_)
        | Key::UpTo(..)
        | Key::UnRow(_)
        | Key::Estimate(_)
        | Key::Share(_) => Vec::new(),
    }
}

fn card_incident(
    incident: &Incident,
    more: Option<(&Details, &IncidentDetails)>,
    dataset: &Dataset,
    locale: Locale,
) -> CardIncident {
    let messages = locale.messages();
    let amount = match &incident.stolen_usd {
        None => messages.not_known.into(),
        Some(usd) => locale.usd_short(usd.best),
    };
    let mut lines = vec![incidents::amount(incident, locale)];
    lines.extend(incidents::standing(incident, dataset, locale));
    let mut date = locale.date(incident.date);
    if incident.disputed {
        date = fill(messages.date_disputed, &[("date", &date)]);
    }
    let mut card = CardIncident {
        id: incident.id().into(),
        name: Said { text: locale.called_in_full(incident), as_written: incident.is_as_written() },
        date,
        amount,
        lines,
        ..CardIncident::default()
    };
    if let Some((details, more)) = more {
        let amounts = [(more.attempted_usd, messages.attempted), (more.recovered_usd, messages.recovered)];
        for (amount, template) in amounts {
            card.lines.extend(amount.map(|amount| fill(template, &[("amount", &locale.usd_brief(amount))])));
        }
        card.lines.extend(further(incident, more, details, locale));
        card.text = more.text.as_ref().map(|text| details.said(text));
        card.attribution = more.attribution.iter().map(|name| details.said(name)).collect();
        card.sources = cited(details, more, locale);
    }
    card
}

/// Recoveries, method, names of the group and date of the attribution, each in a line.
pub fn further(incident: &Incident, more: &IncidentDetails, details: &Details, locale: Locale) -> Vec<String> {
    let messages = locale.messages();
    let said = |text: &str| isolated(&details.said(text).text);
    let mut lines = Vec::new();
    for one in &more.recovered {
        let values = [("amount", &*locale.usd_brief(one.usd)), ("date", &locale.date(one.date))];
        lines.push(fill(messages.recoveries[one.kind as usize], &values));
    }
    if let Some(method) = incident.method {
        lines.push(fill(messages.by_method, &[("method", locale.method(method))]));
    }
    for one in &more.actor {
        lines.push(fill(messages.named_by, &[("name", &said(&one.name)), ("by", &said(&one.by))]));
    }
    if let Some(one) = &more.attributed_on {
        let values = [("date", &*locale.date(one.date)), ("by", &said(&one.by))];
        lines.push(fill(messages.attributed_on, &values));
    }
    lines
}

/// The sources that an incident cites, then those of its details, without duplicates.
fn cited(details: &Details, more: &IncidentDetails, locale: Locale) -> Vec<CardSource> {
    let (mut cited, mut works) = (Vec::new(), Vec::new());
    let citations = more.sources.iter().map(|one| (one.source, one.locator.as_deref()));
    for (source, locator) in citations.chain(more.cited().map(|source| (source, None))) {
        if locator.is_some() || !cited.contains(&source) {
            cited.push(source);
            works.extend(card_source(source, locator, details, locale));
        }
    }
    works
}
