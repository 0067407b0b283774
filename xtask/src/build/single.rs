//! The page in a single file, to be opened from a disk or kept for ever: first what reads without scripts, then the scripts,
//! code and data themselves.

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use heistogram::locale::{self, Locale};
use minijinja::context;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{
    assets::Sources,
    cache::Cache,
    dist::Dist,
    embed, languages, minify, references,
    site::Site,
    wasm::{Bindings, Module, Part},
};

/// A page is mailed, archived and opened without a network: it should stay small. In bytes.
const LIMIT: usize = 253_000;

/// Charts whose tables stand there without scripts, as many as there is room for; with scripts all do.
const TABLES: [&str; 2] = ["attacks", "targets"];

/// What starts the page, in this order.
const ENTRIES: [&str; 2] = ["page.js", "heistogram.js"];

/// What needs a site around it, or somebody's own data.
const LEFT_OUT: [&str; 2] = ["embedding.js", "columns.js"];

/// What starts the files, and the files themselves.
pub struct Packed {
    script: String,
    /// A line of JSON that lists `[name, type, length]`, and what it lists; compressed with gzip, in base64.
    files: String,
}

/// Packs everything the page loads in a language.
pub fn pack(sources: &Sources, locale: Locale, whole: &Bindings, cache: &Cache) -> Result<Packed> {
    // Where a page looks for what draws and what says in words; here one module is both.
    let [charts, words] = [Part::Charts, Part::Words].map(|part| Module::new(part, locale).name);
    let reader = Module::reader().name;
    let js = minify::script(&whole.js)?;
    let again = format!("export * from \"./{charts}.js\";export default()=>{{}};");
    let languages = minify::script(&languages::module(&[locale]))?;
    let taking = minify::script(&embed::taking_words(&[locale]))?;
    let others = locale::ALL.iter().filter(|other| **other != locale);
    let others = references::find(&languages::module(&others.copied().collect::<Vec<_>>()));
    let others = others.iter().map(|reference| reference.path.trim_start_matches("./"));
    let own = languages::own(locale);
    let left_out: Vec<&str> = LEFT_OUT.into_iter().chain([&*own]).chain(others).collect();
    let mut listed = Vec::new();
    let mut bytes = Vec::new();
    let style = sources.get("style.css")?;
    let rest = sources.with_references(&ENTRIES, &left_out)?;
    for (name, content) in [("style.css".to_owned(), style)].into_iter().chain(rest) {
        let content = match name.strip_suffix(".js").or(name.strip_suffix("_bg.wasm")) {
            Some(module) if module == charts && name.ends_with(".js") => js.as_bytes(),
            Some(module) if module == charts => &whole.wasm,
            // Their module is there already.
            Some(module) if [&*words, &reader].contains(&module) && name.ends_with(".js") => again.as_bytes(),
            Some(module) if [&*words, &reader].contains(&module) => &[],
            _ if name == languages::NAME => languages.as_bytes(),
            _ if name == embed::TAKING => taking.as_bytes(),
            _ => content,
        };
        let kind = match name.rsplit('.').next() {
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("json") => "application/json",
            Some("wasm") => "application/wasm",
            _ => bail!("{name}: no such file is expected in a single file"),
        };
        listed.push(json!([name, kind, content.len()]));
        bytes.extend_from_slice(content);
    }
    let mut container = serde_json::to_vec(&listed)?;
    container.push(b'\n');
    container.append(&mut bytes);
    let files = STANDARD.encode(cache.get_or("zopfli", &container, compress)?);
    Ok(Packed { script: minify::script(include_str!("../../templates/single.js"))?, files })
}

/// As small as gzip goes.
fn compress(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut out)?;
    Ok(out)
}

/// Adds the page in the language of a site.
pub fn add(site: &Site, packed: &Packed, dist: &mut Dist) -> Result<()> {
    let lang = site.locale.tag();
    let mut pictures = Vec::new();
    for chart in &site.charts {
        let path = format!("static/{}.{lang}.360.light.svg", chart.get_attr("id")?);
        let svg = dist.get(&path).with_context(|| format!("there is no {path}"))?;
        pictures.push(within_html(std::str::from_utf8(svg)?));
    }
    let style = minify::style(include_str!("../../templates/single.css"));
    let page = |tables: &'static [&'static str]| {
        context! {
            tables => tables.to_vec(), pictures => &pictures, style => &style, script => &packed.script, files => &packed.files,
            style_hash => hash(&style), script_hash => hash(&packed.script), root => "", integrity => (),
            ..site.page.clone()
        }
    };
    let name = format!("heistogram.{lang}.html");
    // Some languages take more bytes to say the same.
    let mut tables = &TABLES[..];
    loop {
        let html = site.templates.render("single.html", page(tables))?;
        let lines: Vec<&str> = html.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let html = lines.join("\n");
        match tables.split_last() {
            _ if html.len() <= LIMIT => return dist.add(&name, html),
            Some((_, fewer)) => tables = fewer,
            None => bail!("{name} is {} bytes long, more than {LIMIT}", html.len()),
        }
    }
}

/// A picture as it may stand in HTML: without its namespace, and without quotes where nothing needs them.
fn within_html(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    for (at, part) in svg.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1).split('"').enumerate() {
        let bare =
            at % 2 == 1 && !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "'<>=`".contains(c));
        match at % 2 {
            1 if bare => out += part,
            1 => out.extend(["\"", part, "\""]),
            // A slash would belong to the value before it.
            _ if part.starts_with('/') => out.extend([" ", part]),
            _ => out += part,
        }
    }
    out
}

/// As a policy names what may stand in the page itself.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_where_they_are_needed() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="9" font-family="a, 'b'"><path fill="#111" d="M1 2h3"/><circle r="2"/><text x="1">1 &lt; 2</text></svg>"##;
        let html = r##"<svg width=9 font-family="a, 'b'"><path fill=#111 d="M1 2h3" /><circle r=2 /><text x=1>1 &lt; 2</text></svg>"##;
        assert_eq!(within_html(svg), html);
    }
}
