//! All HTML: the page, the pages of incidents, the frame of each chart and the snippets; and the frozen copy of a site.

use std::collections::BTreeMap;

use anyhow::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use heistogram::{
    data::Date,
    locale::{self, Locale},
};
use minijinja::{Value, context};
use sha2::{Digest, Sha384};

use super::{dist::Dist, previews, templates::Templates};

/// Input for the HTML of a site in one language.
pub struct Site<'a> {
    /// All templates.
    pub templates: &'a Templates,
    /// Template context of the page, see `page::context`.
    pub page: Value,
    /// Additional context of frames and snippets, each with its `id`.
    pub charts: Vec<Value>,
    /// Additional context of the page of each incident, with its `id`.
    pub incidents: Vec<Value>,
    /// The language.
    pub locale: Locale,
    /// Address of the site with a slash at its end; empty if it is unknown.
    pub base_url: &'a str,
}

/// The folder of a language's page, relative to the site: the root for the first, a folder of its own for each other.
pub fn folder(locale: Locale) -> String {
    if locale == locale::ALL[0] { String::new() } else { format!("{}/", locale.tag()) }
}

/// End tags that HTML allows to be left out in a table, where the next cell, row or part begins or the table ends.
/// Measured: 0.4 kB of the page (Japanese, brotli), which has 0.2 kB left of its 40.
const OPTIONAL: [&str; 5] = ["</td>", "</th>", "</tr>", "</thead>", "</tbody>"];

/// Hashes by path, as values of the attribute `integrity`.
type Integrity = BTreeMap<String, String>;

impl Site<'_> {
    /// Adds the current pages, which change with the data.
    pub fn add(&self, dist: &mut Dist) -> Result<()> {
        self.add_to("", &Integrity::new(), dist)
    }

    fn add_to(&self, folder: &str, integrity: &Integrity, dist: &mut Dist) -> Result<()> {
        let lang = self.locale.tag();
        let place = self::folder(self.locale);
        let root = if place.is_empty() { "" } else { "../" };
        // Converted once, as it has thousands of entries.
        let integrity = &Value::from_pairs(integrity);
        let page = context! { root, integrity, ..self.page.clone() };
        let html = trimmed(&self.templates.render("index.html", page)?);
        // With their line breaks, which would become text of the last cell.
        let html = OPTIONAL.iter().fold(html, |html, tag| html.replace(&format!("{tag}\n"), "").replace(tag, ""));
        dist.add(&format!("{folder}{place}index.html"), html)?;
        if self.page.get_attr("versions")?.is_true() {
            let context = context! { root => format!("../{root}"), home => "../", integrity, ..self.page.clone() };
            let html = trimmed(&self.templates.render("changes.html", context)?);
            dist.add(&format!("{folder}{place}changes/index.html"), html)?;
        }
        let page = context! { root, home => "./", integrity, ..self.page.clone() };
        dist.add(&format!("{folder}{place}try.html"), trimmed(&self.templates.render("try.html", page)?))?;
        for incident in &self.incidents {
            // Both are two folders up from `i/ID/`: its page of the language, and the site from there.
            let (root, home) = (format!("../../{root}"), "../../");
            let name = format!("{folder}{place}i/{}/index.html", incident.get_attr("id")?);
            let context = context! { incident, root, home, integrity, ..self.page.clone() };
            dist.add(&name, trimmed(&self.templates.render("incident.html", context)?))?;
        }
        // On other sites addresses must be absolute; without a base URL the editor has to make them so.
        let abroad = if self.base_url.is_empty() { String::new() } else { format!("{}{folder}", self.base_url) };
        for chart in &self.charts {
            let name = format!("{}.{lang}.html", chart.get_attr("id")?);
            let home = if abroad.is_empty() { "../" } else { &abroad };
            let frame =
                context! { chart, root => "../", home => format!("{home}{place}"), integrity, ..self.page.clone() };
            dist.add(&format!("{folder}embed/{name}"), self.templates.render("embed.html", frame)?)?;
            let home = format!("{abroad}{place}");
            let snippet = context! { chart, root => &abroad, home, integrity, ..self.page.clone() };
            for (kind, template) in [("snippet", "snippet.html"), ("amp", "amp.html")] {
                let code = trimmed(&self.templates.render(template, snippet.clone())?);
                dist.add(&format!("{folder}{kind}/{name}"), in_ascii(&code))?;
            }
        }
        Ok(())
    }
}

/// Removes indentation and blank lines; some content systems end an HTML block at a blank line.
pub fn trimmed(html: &str) -> String {
    let lines = html.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// Adds a copy of `dist` under the date of its data. Its pages have integrity hashes, so that embedders get the same
/// content for ever. The previews of incidents are not copied: most of the site by size, and pages name the live ones.
pub fn freeze(sites: &[Site], as_of: Date, dist: &mut Dist) -> Result<()> {
    let folder = format!("v/{as_of}/");
    let is_frozen = |path: &&str| !path.starts_with(previews::FOLDER);
    let live: Vec<String> = dist.paths().filter(is_frozen).map(str::to_owned).collect();
    let hashes = integrity(dist, &live, "");
    for site in sites {
        site.add_to(&folder, &hashes, dist)?;
    }
    for path in &live {
        let copy = format!("{folder}{path}");
        if dist.get(&copy).is_none() {
            dist.add(&copy, dist.get(path).unwrap_or_default().to_vec())?;
        }
    }
    let hashes = serde_json::to_string_pretty(&integrity(dist, &live, &folder))?;
    dist.add(&format!("{folder}integrity.json"), hashes + "\n")
}

/// Escapes all but ASCII, so that HTML can be pasted in any encoding.
fn in_ascii(html: &str) -> String {
    let sign = |sign: char| if sign.is_ascii() { sign.to_string() } else { format!("&#{};", u32::from(sign)) };
    html.chars().map(sign).collect()
}

/// Integrity hashes of files in a folder, by their relative paths.
fn integrity(dist: &Dist, paths: &[String], folder: &str) -> Integrity {
    let hash = |path: &String| {
        let bytes = dist.get(&format!("{folder}{path}")).unwrap_or_default();
        format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
    };
    paths.iter().map(|path| (path.clone(), hash(path))).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use heistogram::{
        data::{self, Dataset},
        locale,
    };

    use super::*;
    use crate::{
        build::{loads::Manifest, page},
        dataset::changes::Changes,
    };

    /// The files of a site whose dataset has publishers with special characters of HTML.
    fn files(base_url: &str) -> Dist {
        let mut json: serde_json::Value =
            serde_json::from_str(include_str!("../../../tests/fixtures/fixture.json")).unwrap();
        for source in json["sources"].as_array_mut().unwrap() {
            source["publisher"] = "<script>\"&'</script>".into();
        }
        let value: data::Value = serde_json::from_value(json).unwrap();
        let (dataset, locale) = (Dataset::from_value(&value).unwrap(), locale::ALL[0]);
        let templates = Templates::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))).unwrap();
        let mut dist = Dist::default();
        let charts = page::charts(&dataset, locale, &mut dist).unwrap();
        let manifest = Manifest::for_tests();
        for path in manifest.files.values().map(String::as_str).chain(["host.js"]) {
            dist.add(path, "asset").unwrap();
        }
        let page = page::context(&dataset, &Changes::default(), locale, &manifest, base_url, "", &charts).unwrap();
        let incidents = page::incident::pages(&dataset, locale, base_url).unwrap();
        let site = Site { templates: &templates, page, charts, incidents, locale, base_url };
        site.add(&mut dist).unwrap();
        freeze(&[site], dataset.as_of, &mut dist).unwrap();
        dist
    }

    fn text<'a>(dist: &'a Dist, path: &str) -> &'a str {
        std::str::from_utf8(dist.get(path).unwrap()).unwrap()
    }

    #[test]
    fn what_is_pasted_is_text_and_absolute_links() {
        let dist = files("https://a.example/b/");
        let snippet = text(&dist, "snippet/attacks.en.html");
        assert!(snippet.starts_with("<figure"), "{snippet}");
        assert!(snippet.contains("&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;") && !snippet.contains("<script>"));
        for attribute in ["src", "srcset", "href"] {
            for (at, _) in snippet.match_indices(&format!(" {attribute}=\"")) {
                let value = &snippet[at + attribute.len() + 3..];
                assert!(value.starts_with("https://a.example/b/"), "{}", &value[..40]);
            }
        }
        assert!(!snippet.contains("integrity") && !snippet.contains("\n\n"));
        let integrity = dist.paths().find(|path| path.ends_with("/integrity.json")).unwrap();
        let frozen = integrity.trim_end_matches("integrity.json");
        let snippet = text(&dist, &format!("{frozen}snippet/attacks.en.html"));
        assert!(
            snippet.contains(&format!("src=\"https://a.example/b/{frozen}host.js\" integrity=\"sha384-")),
            "{snippet}"
        );
        assert!(snippet.contains(&format!("src=\"https://a.example/b/{frozen}embed/attacks.en.html\"")), "{snippet}");
    }

    #[test]
    fn code_for_amp_pages_has_absolute_links() {
        let dist = files("https://a.example/b/");
        let code = text(&dist, "amp/attacks.en.html");
        assert!(code.starts_with("<amp-iframe src=\"https://a.example/b/embed/attacks.en.html\""), "{code}");
        assert!(code.contains("<amp-img src=\"https://a.example/b/static/attacks.en.720.light.svg\""), "{code}");
        assert!(text(&files(""), "amp/attacks.en.html").starts_with("<!-- "));
    }

    #[test]
    fn the_page_leads_to_the_one_for_files_of_readers() {
        let dist = files("");
        assert!(text(&dist, "index.html").contains("<a href=\"try.html\">") && dist.get("try.html").is_some());
    }

    #[test]
    fn without_an_address_links_are_relative_and_the_code_says_so() {
        let dist = files("");
        assert!(text(&dist, "snippet/attacks.en.html").starts_with("<!-- "));
        assert!(text(&dist, "snippet/attacks.en.html").contains(" src=\"embed/attacks.en.html\""));
        let frame = text(&dist, "embed/attacks.en.html");
        assert!(
            frame.contains("href=\"../#attacks\"")
                && frame.contains("\"../style/frame.css\"")
                && !frame.contains("canonical")
        );
    }

    #[test]
    fn a_frame_names_its_own_address_its_preview_and_its_other_languages() {
        let alternates = |frame: &str| {
            for lang in locale::ALL.iter().map(|locale| locale.tag()) {
                let link = format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"attacks.{lang}.html\">");
                assert!(frame.contains(&link), "{link}: {frame}");
            }
            assert_eq!(frame.matches("rel=\"alternate\" hreflang=").count(), locale::ALL.len());
        };
        let dist = files("https://a.example/b/");
        let frame = text(&dist, "embed/attacks.en.html");
        alternates(frame);
        let own = "https://a.example/b/embed/attacks.en.html";
        assert!(frame.contains(&format!("<link rel=\"canonical\" href=\"{own}\">")), "{frame}");
        for (name, content) in [
            ("url", own),
            ("title", "Attacks per year, by victim"),
            ("type", "article"),
            ("site_name", "Heistogram"),
            ("image", "https://a.example/b/static/attacks.en.png"),
            ("image:width", "1200"),
            ("image:height", "630"),
        ] {
            let meta = format!("<meta property=\"og:{name}\" content=\"{content}\">");
            assert!(frame.contains(&meta), "{meta}: {frame}");
        }
        assert!(frame.contains("og:description") && frame.contains("og:image:alt"), "{frame}");
        assert!(text(&dist, "index.html").contains("<link rel=\"canonical\" href=\"https://a.example/b/\">"));

        let dist = files("");
        let frame = text(&dist, "embed/attacks.en.html");
        alternates(frame);
        assert!(frame.contains("og:title") && frame.contains("og:description"), "{frame}");
        assert!(!["og:url", "og:image", "twitter:", "canonical"].iter().any(|name| frame.contains(name)), "{frame}");
    }

    #[test]
    fn a_frozen_copy_is_whole_and_names_its_hashes() {
        let dist = files("");
        let frozen: Vec<&str> =
            dist.paths().filter_map(|path| path.strip_prefix("v/")?.split_once('/')).map(|(_, path)| path).collect();
        let live = || dist.paths().filter(|path| !path.starts_with("v/"));
        assert_eq!(frozen.len(), live().count() + 1, "all that is live, and the list of hashes");
        for path in live() {
            assert!(frozen.contains(&path), "{path}");
        }
        assert!(!text(&dist, "index.html").contains("integrity"));
        let copy =
            dist.paths().find(|path| path.starts_with("v/") && path.split('/').nth(2) == Some("index.html")).unwrap();
        let page = text(&dist, copy);
        let loading = page.matches("<script type=\"module\"").count() + page.matches("<link").count();
        let pages = page.matches("<link rel=\"alternate\" hreflang=").count();
        assert_eq!(pages, locale::ALL.len() + 1, "every language, and one for all others");
        // The icon, the licence, the feed, and the link that waits for a part of the page.
        assert_eq!(page.matches(" integrity=\"sha384-").count(), loading - pages - 4, "all that loads but the icon");
        let (folder, _) = copy.rsplit_once('/').unwrap();
        let hashes: Integrity = serde_json::from_str(text(&dist, &format!("{folder}/integrity.json"))).unwrap();
        assert!(page.contains(&hashes["style/style.css"]) && hashes.contains_key("index.html"));
        assert_eq!(hashes["index.html"], format!("sha384-{}", STANDARD.encode(Sha384::digest(page))));
    }
}
