//! The card a reader pins: the figure, the incidents behind it, who attributes each, and links to the sources.

use super::{incidents, published};
use crate::aggregate::Key;
use crate::chart::Figure;
use crate::data::{Country, Dataset, Details, Incident, IncidentDetails, PartialDate, Source, concat, digits, sorted};
use crate::locale::{Locale, fill, join};
use crate::scene::DatumRef;
use crate::text::isolated;

/// What a card says of a datum beyond its tooltip, which is its head: everything the dataset says about its incidents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// What stands in place of the lines of the tooltip, where the rest of them is said of the incident itself.
    pub line: Option<String>,
    /// Its incidents, largest first, those without a known amount last.
    pub incidents: Vec<CardIncident>,
    /// Where its figure stands, if someone else published it.
    pub sources: Vec<CardSource>,
    /// What a reader has to know about that figure, or about the list of incidents.
    pub note: Option<String>,
    /// Texts and sources are not there yet.
    pub pending: bool,
    /// Keys and values of the state that select what the card is about; empty where nothing does.
    pub only: Vec<(&'static str, String)>,
}

/// One incident on a card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardIncident {
    /// Its stable name.
    pub id: String,
    /// Who was hit.
    pub name: String,
    /// When.
    pub date: String,
    /// How much was taken, short.
    pub amount: String,
    /// Amount with range, evidence, dispute, attempt, recovery.
    pub lines: Vec<String>,
    /// What happened, in the dataset's words.
    pub text: Option<String>,
    /// Who attributes it.
    pub attribution: Vec<String>,
    /// Where it stands.
    pub sources: Vec<CardSource>,
}

/// A link to a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardSource {
    /// Title of the work.
    pub title: String,
    /// Publisher, date, place within the work, and the copy it was read through.
    pub about: String,
    /// An http or https link.
    pub url: String,
}

/// More incidents than this are not listed on a card.
const MOST: usize = 200;

/// The card of a datum; empty for a number the figure does not have.
pub fn card(figure: &Figure, number: DatumRef, dataset: &Dataset, locale: Locale) -> Card {
    let Some(datum) = figure.datum(number, dataset) else { return Card::default() };
    let behind = figure.incidents(datum.key, dataset);
    let best = |at: usize| dataset.incidents[behind[at]].stolen_usd.map_or(-1.0, |usd| usd.best);
    let on_card = sorted(behind.len(), &|a, b| best(b).total_cmp(&best(a)))
        .into_iter()
        .take(MOST)
        .filter_map(|at| {
            let index = behind[at];
            let more = dataset.details.as_ref().and_then(|details| Some((details, details.incidents.get(index)?)));
            Some(card_incident(dataset.incidents.get(index)?, more, locale))
        })
        .collect();
    let (sources, note) = match datum.key {
        Key::Estimate(index) => published::source(index, dataset, locale),
        _ if behind.len() > MOST => {
            let figures = [("n", &*locale.count(MOST as u32)), ("all", &locale.count(behind.len() as u32))];
            (Vec::new(), Some(fill(locale.messages().largest_on_card, &figures)))
        }
        _ => (Vec::new(), None),
    };
    let (pending, only) = (dataset.details.is_none(), only(datum.key));
    let line = match datum.key {
        Key::Incident(index) => Some(incidents::group_and_country(&dataset.incidents[index], locale)),
        _ => None,
    };
    Card { line, incidents: on_card, sources, note, pending, only }
}

/// A column selects its year and group, a bar its country or group.
fn only(key: Key) -> Vec<(&'static str, String)> {
    let year = |year: i32| ("period", concat(&[&*digits(year as u64, 1), "..", &digits(year as u64, 1)]));
    match key {
        Key::Year(y) => vec![year(y)],
        Key::YearGroup(y, group) => vec![year(y), ("group", group.id().into())],
        Key::Country(country) => vec![("country", country.map_or("none", Country::code).into())],
        Key::Group(group) => vec![("group", group.id().into())],
        _ => Vec::new(),
    }
}

fn card_incident(incident: &Incident, more: Option<(&Details, &IncidentDetails)>, locale: Locale) -> CardIncident {
    let messages = locale.messages();
    let amount = match &incident.stolen_usd {
        None => messages.not_known.into(),
        Some(usd) => locale.usd_short(usd.best),
    };
    let mut lines = vec![incidents::amount(incident, locale)];
    lines.extend(incidents::standing(incident, locale));
    let mut card = CardIncident {
        id: incident.id().into(),
        name: locale.called(incident),
        date: match incident.disputed {
            true => fill(messages.date_disputed, &[("date", &locale.date(incident.date))]),
            false => locale.date(incident.date),
        },
        amount,
        lines,
        ..CardIncident::default()
    };
    if let Some((details, more)) = more {
        let amounts = [(more.attempted_usd, messages.attempted), (more.recovered_usd, messages.recovered)];
        for (amount, template) in amounts {
            card.lines.extend(amount.map(|amount| fill(template, &[("amount", &locale.usd(amount))])));
        }
        card.lines.extend(further(more, locale));
        card.text = more.text.clone();
        card.attribution = more.attribution.clone();
        card.sources = cited(details, more, locale);
    }
    card
}

/// What was found again, how it was done, what the group is called and when it was attributed: each a line.
pub fn further(more: &IncidentDetails, locale: Locale) -> Vec<String> {
    let messages = locale.messages();
    let mut lines = Vec::new();
    for one in &more.recovered {
        let values = [("amount", &*locale.usd(one.usd)), ("date", &locale.date(one.date))];
        lines.push(fill(messages.recoveries[one.kind as usize], &values));
    }
    if let Some(method) = more.method {
        lines.push(fill(messages.by_method, &[("method", locale.method(method))]));
    }
    for one in &more.actor {
        lines.push(fill(messages.named_by, &[("name", &isolated(&one.name)), ("by", &isolated(&one.by))]));
    }
    if let Some(one) = &more.attributed_on {
        let values = [("date", &*locale.date(one.date)), ("by", &isolated(&one.by))];
        lines.push(fill(messages.attributed_on, &values));
    }
    lines
}

/// The works an incident cites, then those of the lines above, each once.
fn cited(details: &Details, more: &IncidentDetails, locale: Locale) -> Vec<CardSource> {
    let mut cited: Vec<(usize, Option<&str>)> = Vec::new();
    for citation in &more.sources {
        cited.push((citation.source, citation.locator.as_deref()));
    }
    for source in more.cited() {
        if cited.iter().all(|(other, _)| *other != source) {
            cited.push((source, None));
        }
    }
    let work = |(at, locator): (usize, Option<&str>)| Some(card_source(details.sources.get(at)?, locator, locale));
    cited.into_iter().filter_map(work).collect()
}

pub(super) fn card_source(source: &Source, locator: Option<&str>, locale: Locale) -> CardSource {
    let date: PartialDate = source.date;
    let mut about = vec![source.publisher.clone(), locale.date(date)];
    about.extend(locator.map(str::to_owned));
    about.extend(source.via.as_ref().map(|via| fill(locale.messages().read_through, &[("via", via)])));
    CardSource {
        title: source.title.clone(),
        about: join(&about, locale.messages().list_comma),
        url: source.url.clone(),
    }
}
