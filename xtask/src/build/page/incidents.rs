//! The table of all incidents, and the incidents that are not counted.

use std::cmp::Reverse;

use heistogram::{
    data::{Dataset, Incident, UsdRange},
    locale::{self, Locale, fill},
};
use minijinja::{Value, context};

use super::{
    cite,
    said::{joined, said},
};

/// Rows of the incidents that count, or of those that do not; newest first, less precise dates last.
///
/// | name | what |
/// |---|---|
/// | `id`, `victim`, `country`, `group`, `disputed` | as in the dataset |
/// | `text` | as from `said` |
/// | `date`, `day` | in words, and as in the dataset |
/// | `amount`, `range`, `usd` | best in full, low to high in full if they differ, and best as a plain number or nothing |
/// | `evidence`, `level` | in words, and 0 for the strongest |
/// | `lang` | language of `victim`, if that is not the language of the page |
/// | `attribution` | sources of the attribution, as from `said` |
/// | `sources` | list of `url`, `text`, `locator` |
pub fn rows(dataset: &Dataset, counted: bool, locale: Locale) -> Vec<Value> {
    let mut chosen: Vec<(usize, &Incident)> =
        dataset.incidents.iter().enumerate().filter(|(_, incident)| incident.counted == counted).collect();
    chosen.sort_by_key(|(_, incident)| Reverse(incident.date.start()));
    chosen.into_iter().map(|(index, incident)| row(index, incident, dataset, locale)).collect()
}

/// A row of the table.
pub fn row(index: usize, incident: &Incident, dataset: &Dataset, locale: Locale) -> Value {
    let details = dataset.details.as_ref().and_then(|details| details.incidents.get(index));
    let usd = incident.stolen_usd.as_ref();
    context! {
        id => incident.id(),
        date => locale.date(incident.date),
        day => incident.date.to_string(),
        victim => locale.called_in_full(incident),
        lang => (incident.name() == incident.victim() && locale != locale::ALL[0]).then(|| locale::ALL[0].tag()),
        country => locale.country(incident.country),
        group => locale.group(incident.sector.group()),
        amount => amount(usd, locale),
        range => usd.and_then(|usd| range(usd, locale)),
        usd => usd.map(|usd| format!("{:.0}", usd.best)).unwrap_or_default(),
        evidence => locale.evidence(incident.evidence),
        level => incident.evidence as usize,
        disputed => incident.disputed,
        attribution => details.and_then(|details| joined(&details.attribution, dataset, locale)),
        text => details.and_then(|details| Some(said(details.text.as_ref()?, dataset, locale))),
        sources => details.map(|details| cite::citations(&details.sources, dataset, locale)).unwrap_or_default(),
    }
}

fn amount(usd: Option<&UsdRange>, locale: Locale) -> String {
    match usd {
        None => locale.messages().not_known.to_owned(),
        Some(usd) if usd.high == 0.0 => locale.messages().nothing_taken.to_owned(),
        Some(usd) => locale.usd(usd.best),
    }
}

fn range(usd: &UsdRange, locale: Locale) -> Option<String> {
    let (low, high) = (locale.usd(usd.low), locale.usd(usd.high));
    (usd.low < usd.high).then(|| fill(locale.messages().span, &[("first", &low), ("last", &high)]))
}
