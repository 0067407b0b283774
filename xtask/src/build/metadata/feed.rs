//! `data/changes.atom`, a feed of the versions of the data: <https://www.rfc-editor.org/rfc/rfc4287>.

use anyhow::Result;
use heistogram::{data::Dataset, locale::Locale};
use minijinja::{Value, context};

use crate::{
    build::{dist::Dist, page::changes::versions, site::trimmed, templates::Templates},
    dataset::changes::Changes,
};

/// Name of the file.
pub const NAME: &str = "data/changes.atom";

/// An entry for each version, in a language. Reasons are in English, as in the list of changes.
pub fn add(
    changes: &Changes,
    dataset: &Dataset,
    locale: Locale,
    base_url: &str,
    templates: &Templates,
    dist: &mut Dist,
) -> Result<()> {
    let words = locale.page();
    let days = changes.versions.iter().map(|version| version.as_of.to_string());
    let entries = days.zip(versions(changes, dataset, locale)).map(|(day, version)| context! { day, version });
    let context = context! {
        lang => locale.tag(),
        title => &dataset.title,
        author => locale.messages().author,
        licence => super::LICENCE,
        day => dataset.as_of.to_string(),
        entries => entries.collect::<Vec<Value>>(),
        words => context! { changes => words.versions_title, source => words.cited, colon => words.colon },
        name => NAME,
        base_url,
    };
    dist.add(NAME, trimmed(&templates.render("changes.xml", context)?))
}
