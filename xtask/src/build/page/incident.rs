//! The page of each incident.

use anyhow::{Result, bail};
use heistogram::{
    data::{Dataset, Details, Incident, IncidentDetails, Source},
    locale::{Locale, fill},
    text::isolated,
};
use minijinja::{Value, context};

use super::{
    cite, incidents,
    said::{said, text},
};
use crate::build::{metadata::json_ld, previews};

/// The contexts of `incident.html`, in the order of the dataset: that of a row in the table of all incidents, see
/// `incidents::rows`, and:
///
/// | name | what |
/// |---|---|
/// | `title`, `sentence`, `poster` | of its preview: victim and date, amount and standing, path of the picture |
/// | `json_ld` | structured data, see `metadata::json_ld` |
/// | `counted` | as in the dataset |
/// | `unknown` | whether the amount is not known |
/// | `amount_alone` | best estimate in full, or in words that there is none |
/// | `evidence_said`, `disputed_said`, `left_out` | who attributes it, that this is disputed, that it is in no sum |
/// | `attempted` | the amount attempted |
/// | `by`, `by_label` | list of those who attribute it, as from `said`, and its label |
/// | `said` | the first official attribution and the names of the group, each with `text` and the link `source` |
/// | `method`, `asset` | how, in words, and what, as from `said` |
/// | `back` | what came back, each with `text` and, for a part, the link `source` |
/// | `took` | whether something can have come back |
/// | `works` | every work cited, as in the dataset, and `how` it was read if not itself |
/// | `neighbours` | those next in size, see `neighbour` |
pub fn pages(dataset: &Dataset, locale: Locale, base_url: &str) -> Result<Vec<Value>> {
    // The id is the name of a folder; the headers of one called `embed` are those of frames.
    let unfit = dataset.incidents.iter().find(|incident| matches!(incident.id(), "" | "." | ".." | "embed"));
    if let Some(unfit) = unfit {
        bail!("the id of an incident cannot name a folder: {:?}", unfit.id());
    }
    let order = by_size(dataset);
    let page = |(index, incident)| page(index, incident, &order, dataset, locale, base_url);
    Ok(dataset.incidents.iter().enumerate().map(page).collect())
}

fn page(
    index: usize,
    incident: &Incident,
    order: &[usize],
    dataset: &Dataset,
    locale: Locale,
    base_url: &str,
) -> Value {
    let messages = locale.messages();
    let details = dataset.details.as_ref();
    let more = details.and_then(|details| Some((details, details.incidents.get(index)?)));
    let amount = amount(incident, locale);
    let alone = incident.stolen_usd.filter(|usd| usd.high > 0.0).map(|usd| locale.usd(usd.best));
    let row = incidents::row(index, incident, dataset, locale);
    let about = match more {
        Some((details, more)) => context! {
            attempted => more.attempted_usd.map(|usd| fill(messages.attempted, &[("amount", &locale.usd(usd))])),
            by => more.attribution.iter().map(|name| said(name, dataset, locale)).collect::<Vec<_>>(),
            said => official(more, dataset, locale),
            method => incident.method.map(|method| locale.method(method)),
            asset => more.asset.as_ref().map(|asset| said(asset, dataset, locale)),
            back => back(more, dataset, locale),
            works => works(details, more, dataset, locale),
            ..row
        },
        None => {
            context! { attempted => (), by => (), said => (), method => (), asset => (), back => (), works => (), ..row }
        }
    };
    let title =
        [&*isolated(&locale.called_in_full(incident)), messages.list_comma, &locale.date(incident.date)].concat();
    context! {
        json_ld => json_ld::of_incident(incident, &title, dataset, locale, base_url),
        title => title,
        sentence => [vec![amount.clone()], standing(incident, locale)].concat().join(messages.stop),
        poster => previews::path(incident, locale),
        counted => incident.counted,
        unknown => incident.stolen_usd.is_none(),
        amount_alone => alone.unwrap_or(amount),
        evidence_said => messages.evidence_of_incident[incident.evidence as usize],
        disputed_said => messages.disputed,
        left_out => messages.left_out_of_all,
        by_label => messages.attributed_to_dprk_by,
        took => incident.stolen_usd.is_none_or(|usd| usd.high > 0.0),
        neighbours => neighbours(index, order, dataset, locale),
        ..about
    }
}

/// The amount taken with its range, in a sentence.
pub fn amount(incident: &Incident, locale: Locale) -> String {
    let messages = locale.messages();
    match &incident.stolen_usd {
        None => messages.amount_not_known.to_owned(),
        Some(usd) if usd.high == 0.0 => messages.nothing_taken.to_owned(),
        Some(usd) => fill(messages.taken, &[("amount", &locale.usd_range(usd))]),
    }
}

/// Who attributes it, whether that is disputed, and whether it is left out of all counts.
pub fn standing(incident: &Incident, locale: Locale) -> Vec<String> {
    let messages = locale.messages();
    let marks = [(incident.disputed, messages.disputed), (!incident.counted, messages.left_out_of_all)];
    let marks = marks.iter().filter(|(holds, _)| *holds).map(|(_, words)| *words);
    let evidence = messages.evidence_of_incident[incident.evidence as usize];
    std::iter::once(evidence).chain(marks).map(str::to_owned).collect()
}

/// A sentence with a link to the work that says so.
fn cited(text: String, source: usize, dataset: &Dataset, locale: Locale) -> Value {
    context! { text => text, source => cite::link(source, None, dataset, locale) }
}

fn official(more: &IncidentDetails, dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let messages = locale.messages();
    let first = more.attributed_on.iter().map(|one| {
        let values = [("date", &*locale.date(one.date)), ("by", &*text(&one.by, dataset))];
        cited(fill(messages.attributed_on, &values), one.source, dataset, locale)
    });
    let names = more.actor.iter().map(|one| {
        let values = [("name", &*text(&one.name, dataset)), ("by", &*text(&one.by, dataset))];
        cited(fill(messages.named_by, &values), one.source, dataset, locale)
    });
    first.chain(names).collect()
}

fn back(more: &IncidentDetails, dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let messages = locale.messages();
    let sum = more.recovered_usd.map(|usd| fill(messages.recovered, &[("amount", &locale.usd(usd))]));
    let parts = more.recovered.iter().map(|one| {
        let values = [("amount", &*locale.usd(one.usd)), ("date", &locale.date(one.date))];
        cited(fill(messages.recoveries[one.kind as usize], &values), one.source, dataset, locale)
    });
    sum.map(|text| context! { text => text, source => () }).into_iter().chain(parts).collect()
}

/// The works that document it, then those of its details, each once.
fn works(details: &Details, more: &IncidentDetails, dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let mut cited: Vec<(usize, Option<&str>)> =
        more.sources.iter().map(|one| (one.source, one.locator.as_deref())).collect();
    for source in more.cited() {
        if cited.iter().all(|(other, _)| *other != source) {
            cited.push((source, None));
        }
    }
    let source = |(source, locator): &(usize, Option<&str>)| {
        Some(work(details.sources.get(*source)?, *locator, dataset, locale))
    };
    cited.iter().filter_map(source).collect()
}

fn work(source: &Source, locator: Option<&str>, dataset: &Dataset, locale: Locale) -> Value {
    let publisher = said(&source.publisher, dataset, locale);
    context! {
        url => &source.url, title => &source.title, publisher, date => source.date.map(|date| locale.date(date)),
        locator => locator, how => cite::how(source, locale), via => &source.via,
    }
}

/// Indices of the incidents that count and have an amount, largest first, equal ones in the order of the dataset.
fn by_size(dataset: &Dataset) -> Vec<usize> {
    let best = |index: usize| best(&dataset.incidents[index]);
    let counted = |index: &usize| dataset.incidents[*index].counted && best(*index) > 0.0;
    let mut order: Vec<usize> = (0..dataset.incidents.len()).filter(counted).collect();
    order.sort_by(|a, b| best(*b).total_cmp(&best(*a)));
    order
}

/// The best estimate; 0 if it is unknown.
fn best(incident: &Incident) -> f64 {
    incident.stolen_usd.map_or(0.0, |usd| usd.best)
}

/// The incidents before and after one in the order of size; none if it has no amount.
fn neighbours(index: usize, order: &[usize], dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let own = best(&dataset.incidents[index]);
    if own == 0.0 {
        return Vec::new();
    }
    let is_before = |other: &usize| {
        let size = best(&dataset.incidents[*other]);
        size > own || (size == own && *other < index)
    };
    let at = order.partition_point(is_before);
    let others = order[at..].iter().filter(|other| **other != index);
    let words = locale.page();
    let pairs = [
        (words.incident_larger, at.checked_sub(1).map(|at| order[at])),
        (words.incident_smaller, others.copied().next()),
    ];
    let found = pairs.into_iter().filter_map(|(label, other)| Some((label, other?)));
    found.map(|(label, other)| neighbour(label, own, &dataset.incidents[other], locale)).collect()
}

/// Another incident: `label`, `id`, `victim`, `date`, `amount`.
fn neighbour(label: &str, own: f64, other: &Incident, locale: Locale) -> Value {
    context! {
        label => if best(other) == own { locale.page().incident_equal } else { label },
        id => other.id(),
        victim => locale.called_in_full(other),
        date => locale.date(other.date),
        amount => locale.usd(best(other)),
    }
}

#[cfg(test)]
mod tests;
