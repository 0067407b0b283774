//! What programs read about the site: structured data of pages, a data package, a feed of changes, a site map and
//! oEmbed documents.

pub mod feed;
pub mod json_ld;
pub mod oembed;
pub mod package;
pub mod sitemap;

use anyhow::Result;
use heistogram::{data::Dataset, locale::Locale};

use super::{dist::Dist, site::Site};

/// The licence of data and texts.
pub const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// Adds the files that name the addresses of a site.
pub fn add_addresses(sites: &[Site], dataset: &Dataset, base_url: &str, dist: &mut Dist) -> Result<()> {
    for site in sites {
        oembed::add(site, dist)?;
    }
    let Some(site) = sites.first() else { return Ok(()) };
    sitemap::add(dataset, base_url, site.templates, dist)
}

/// The language of an Open Graph object, with its territory: <https://ogp.me/#optional>.
pub fn open_graph(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en_GB",
        Locale::Ko => "ko_KR",
        Locale::Ja => "ja_JP",
        Locale::It => "it_IT",
    }
}
