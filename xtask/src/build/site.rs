//! Everything that is HTML: the page, the frame of each chart, what editors paste; and a copy of it all that never changes.

use std::collections::BTreeMap;

use anyhow::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use heistogram::{data::Date, locale::Locale};
use minijinja::{Value, context};
use sha2::{Digest, Sha384};

use super::{dist::Dist, templates::Templates};

/// What the HTML of a site is made from.
pub struct Site<'a> {
    pub templates: &'a Templates,
    /// What the page's template may name, see `page::context`.
    pub page: Value,
    /// What frames and snippets name besides, each with its `id`.
    pub charts: Vec<Value>,
    pub locale: Locale,
    /// Where the site will stand, with a slash at its end; empty when that is not known.
    pub base_url: &'a str,
}

/// Hashes by path, as the attribute `integrity` takes them.
type Integrity = BTreeMap<String, String>;

impl Site<'_> {
    /// Adds the pages of the site that changes with the data.
    pub fn add(&self, dist: &mut Dist) -> Result<()> {
        self.add_to("", &Integrity::new(), dist)
    }

    /// Adds a copy of all that is in `dist` under the day the data runs to. Its pages name the hashes of what they load,
    /// so that whoever embeds it gets what was there on the day they looked.
    pub fn freeze(&self, as_of: Date, dist: &mut Dist) -> Result<()> {
        let folder = format!("v/{as_of}/");
        let live: Vec<String> = dist.paths().map(str::to_owned).collect();
        self.add_to(&folder, &integrity(dist, &live, ""), dist)?;
        for path in &live {
            let copy = format!("{folder}{path}");
            if dist.get(&copy).is_none() {
                dist.add(&copy, dist.get(path).unwrap_or_default().to_vec())?;
            }
        }
        let hashes = serde_json::to_string_pretty(&integrity(dist, &live, &folder))?;
        dist.add(&format!("{folder}integrity.json"), hashes + "\n")
    }

    fn add_to(&self, folder: &str, integrity: &Integrity, dist: &mut Dist) -> Result<()> {
        let lang = self.locale.tag();
        let page = context! { root => "", integrity => integrity, ..self.page.clone() };
        dist.add(&format!("{folder}index.html"), self.templates.render("index.html", page)?)?;
        // Seen from somebody's page an address is absolute, or it is the editor who has to make it so.
        let abroad = if self.base_url.is_empty() { String::new() } else { format!("{}{folder}", self.base_url) };
        for chart in &self.charts {
            let name = format!("{}.{lang}.html", chart.get_attr("id")?);
            let home = if abroad.is_empty() { "../" } else { &abroad };
            let frame = context! { chart, root => "../", home, integrity, ..self.page.clone() };
            dist.add(&format!("{folder}embed/{name}"), self.templates.render("embed.html", frame)?)?;
            let snippet = context! { chart, root => &abroad, home => &abroad, integrity, ..self.page.clone() };
            // Templates are indented for those who write them; a blank line would end what some systems take for HTML.
            let snippet = self.templates.render("snippet.html", snippet)?;
            let lines = snippet.lines().map(str::trim).filter(|line| !line.is_empty());
            dist.add(&format!("{folder}snippet/{name}"), lines.map(|line| format!("{line}\n")).collect::<String>())?;
        }
        Ok(())
    }
}

/// The hashes of files in a folder, by their paths from there.
fn integrity(dist: &Dist, paths: &[String], folder: &str) -> Integrity {
    let hash = |path: &String| {
        let bytes = dist.get(&format!("{folder}{path}")).unwrap_or_default();
        format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
    };
    paths.iter().map(|path| (path.clone(), hash(path))).collect()
}
