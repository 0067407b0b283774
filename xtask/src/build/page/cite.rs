//! Citations as links.

use heistogram::{
    data::{Citation, Dataset, Read, Source},
    locale::Locale,
};
use minijinja::{Value, context};

use super::said;

/// Links to cited works: `url`, `text` (publisher and date) and `locator`.
pub fn citations<'a>(
    citations: impl IntoIterator<Item = &'a Citation>,
    dataset: &Dataset,
    locale: Locale,
) -> Vec<Value> {
    citations.into_iter().filter_map(|at| link(at.source, at.locator.as_deref(), dataset, locale)).collect()
}

/// A link to the work at an index of the dataset's sources.
pub fn link(index: usize, locator: Option<&str>, dataset: &Dataset, locale: Locale) -> Option<Value> {
    let source = dataset.details.as_ref()?.sources.get(index)?;
    Some(context! { url => &source.url, text => published(source, dataset, locale), locator => locator })
}

/// A link to an address: labelled with the work, if the dataset cites it.
pub fn address(url: &str, dataset: &Dataset, locale: Locale) -> Value {
    let sources = dataset.details.as_ref().map_or(&[][..], |details| &details.sources);
    let text = sources
        .iter()
        .find(|source| source.url == url || source.via.as_deref() == Some(url))
        .map(|source| published(source, dataset, locale));
    context! { url => url, text => text.unwrap_or_else(|| url.to_owned()) }
}

/// How a work was read, if not in the original.
pub fn how(source: &Source, locale: Locale) -> Option<&'static str> {
    match source.read {
        Some(Read::Quoted) => Some(locale.page().sources_quoted),
        Some(Read::Original) if source.via.is_none() => None,
        None if source.via.is_none() => None,
        _ => Some(locale.page().sources_via),
    }
}

fn published(source: &Source, dataset: &Dataset, locale: Locale) -> String {
    let date = source.date.map(|date| locale.date(date));
    [Some(said::text(&source.publisher, dataset)), date]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(locale.messages().list_comma)
}
