//! `sitemap.xml` with every page in every language, and `robots.txt`: <https://www.sitemaps.org/protocol.html>.

use anyhow::Result;
use heistogram::{
    data::Dataset,
    locale::{self, Locale},
};
use minijinja::{Value, context};

use crate::build::{dist::Dist, site, site::trimmed, templates::Templates};

const NAME: &str = "sitemap.xml";

/// Adds both. A site map has absolute addresses only, so a build without a base URL has none.
///
/// Robots may read everything: pages of snapshots name the live ones as canonical.
pub fn add(dataset: &Dataset, base_url: &str, templates: &Templates, dist: &mut Dist) -> Result<()> {
    let mut robots = "User-agent: *\nDisallow:\n".to_owned();
    if !base_url.is_empty() {
        // Those of the first language; the others have the same in their folders. A snapshot names the live ones.
        let others: Vec<String> = locale::ALL[1..].iter().map(|locale| site::folder(*locale)).collect();
        let is_live = |path: &&str| !path.starts_with("v/") && !others.iter().any(|folder| path.starts_with(folder));
        let pages = dist.paths().filter(is_live).filter_map(|path| path.strip_suffix("index.html"));
        let paths: Vec<String> = pages.map(str::to_owned).collect();
        let language = |locale: &Locale| context! { lang => locale.tag(), folder => site::folder(*locale) };
        let context = context! {
            base_url,
            day => dataset.as_of.to_string(),
            languages => locale::ALL.iter().map(language).collect::<Vec<Value>>(),
            paths,
        };
        dist.add(NAME, trimmed(&templates.render(NAME, context)?))?;
        robots += &format!("\nSitemap: {base_url}{NAME}\n");
    }
    dist.add("robots.txt", robots)
}
