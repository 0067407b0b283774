//! The page in a single file that opens from disk: the static content first, then its scripts, code and data.

use std::{borrow::Cow, cmp::Reverse, collections::BTreeMap};

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use heistogram::locale::Locale;
use minijinja::context;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{
    bundle::{self, Sources},
    cache::Cache,
    dist::Dist,
    embed,
    esbuild::Esbuild,
    languages,
    loads::{self, Manifest, PAGE},
    site::{Site, trimmed},
    wasm::{Bindings, Module},
};

/// Largest size in bytes: single files are mailed, archived and opened offline. Code and data take 230 kB of it.
const LIMIT: usize = 300_000;

/// Charts whose tables are in the static content, as many as fit beside the pictures; scripts add the others.
const TABLES: [&str; 2] = ["attacks", "targets"];

/// Name of the page's script, with everything that it imports. It comes last in the list, as it names the others.
const SCRIPT: &str = "single.js";

/// The script that reads own data.
const OWN_DATA: &str = "element/own_data.js";

/// Name of the page's style sheet.
const STYLE: &str = "style.css";

/// The loader, and the packed files.
pub struct Packed {
    script: String,
    style: String,
    /// A line of JSON, `[name, type, length]` for each file, and the files; compressed with gzip and encoded by
    /// [`text_of`].
    files: String,
}

/// Input for packing single files.
pub struct Pack<'a> {
    pub esbuild: &'a Esbuild,
    pub sources: &'a Sources,
    /// The files of the site.
    pub dist: &'a Dist,
    pub manifest: &'a Manifest,
    pub cache: &'a Cache,
}

impl Pack<'_> {
    /// Packs everything that the page loads in a language, and everything but data for a list of others.
    pub fn pack(&self, locale: Locale, built: &Bindings) -> Result<[Packed; 2]> {
        let core = languages::core(locale);
        let mut data = Vec::new();
        for source in [core.clone(), languages::DETAILS.to_owned()].into_iter().chain(languages::texts(locale)) {
            let path = self.manifest.file(&source)?;
            data.push((source, self.dist.get(path).with_context(|| format!("there is no {path}"))?));
        }
        let page = self.packed(locale, &built.whole, data, &self.script(locale)?)?;
        // The list of languages names the core data, so there is an empty file of that name.
        let nothing = vec![(core, &b"{}"[..])];
        Ok([page, self.packed(locale, &built.whole_of_others, nothing, &self.script_of_others(locale)?)?])
    }

    fn packed(&self, locale: Locale, wasm: &[u8], data: Vec<(String, &[u8])>, script: &[u8]) -> Result<Packed> {
        // One module is smaller than its parts.
        let code = Module::of(locale).file(&Module::of(locale).parts[0]);
        let style = bundle::style(self.esbuild, self.sources, "style/single.css")?;
        let mut files = vec![(code, wasm)];
        files.extend(data);
        files.push((STYLE.to_owned(), &style));
        files.push((SCRIPT.to_owned(), script));
        let mut listed = Vec::new();
        let mut bytes = Vec::new();
        for (name, content) in files {
            let kind = match name.rsplit('.').next() {
                Some("js") => "text/javascript",
                Some("css") => "text/css",
                Some("json") => "application/json",
                Some("wasm") => "application/wasm",
                _ => bail!("{name}: unexpected in a single file"),
            };
            listed.push(json!([name, kind, content.len()]));
            bytes.extend_from_slice(content);
        }
        let mut container = serde_json::to_vec(&listed)?;
        container.push(b'\n');
        container.append(&mut bytes);
        Ok(Packed {
            script: self.esbuild.minify(include_str!("../../templates/single.js"), "js")?,
            style: self.esbuild.minify(include_str!("../../templates/single.css"), "css")?,
            files: text_of(&self.cache.get_or("zopfli-100", &container, compress)?),
        })
    }

    /// The page's scripts bundled into one, with the names of the list.
    fn script(&self, locale: Locale) -> Result<Vec<u8>> {
        self.bundled(locale, &[PAGE.script, loads::ELEMENT], self.sources.clone(), &loads::left_out_of_single_files())
    }

    /// The scripts of a page that `try.html` saves: the data of others are in it, already read.
    fn script_of_others(&self, locale: Locale) -> Result<Vec<u8>> {
        let mut sources = self.sources.clone();
        sources.add(OWN_DATA, "export * from \"../page/own_file_data.js\";\n");
        let mut left_out = loads::left_out_of_single_files();
        left_out.retain(|source| ![OWN_DATA, "element/paging.js"].contains(source));
        self.bundled(locale, &["page/own_file.js"], sources, &left_out)
    }

    fn bundled(&self, locale: Locale, entries: &[&str], mut sources: Sources, left_out: &[&str]) -> Result<Vec<u8>> {
        sources.add(languages::NAME, languages::module(&[locale], 1, |source| Ok(source.to_owned()))?);
        sources.add(embed::TAKING, embed::taking_words(&[locale]));
        let imports: Vec<String> = entries.iter().map(|source| format!("import \"./{source}\";\n")).collect();
        sources.add(SCRIPT, imports.concat());
        sources.import_at_once(left_out);
        bundle::whole(self.esbuild, &sources, SCRIPT, "esm", left_out)
    }
}

/// Gzip with more blocks than usual, as the content is of many kinds.
fn compress(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let options = zopfli::Options { maximum_block_splits: 100, ..zopfli::Options::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut out)?;
    Ok(out)
}

/// Encodes bytes as text in base 94: eleven digits for nine bytes, the highest first; the last group may be shorter. Of
/// 134 kB this saves 14.8 kB compared with base64, and 3.8 kB compared with base 85. Digits are the printable ASCII
/// characters except `<`, which would begin a tag.
fn text_of(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 9 * 11 + 11);
    for group in bytes.chunks(9) {
        let number = (0..9).fold(0, |number, at| number << 8 | u128::from(group.get(at).copied().unwrap_or(0)));
        for power in (0..11).rev().take((group.len() * 11).div_ceil(9)) {
            let digit = (number / 94_u128.pow(power) % 94) as u8;
            let sign = b' ' + digit;
            text.push(char::from(if sign < b'<' { sign } else { sign + 1 }));
        }
    }
    text
}

/// Adds the single-file page of a site, with the licences of its content, and the one that `try.html` fills.
pub fn add(site: &Site, [packed, of_others]: &[Packed; 2], licenses: &str, dist: &mut Dist) -> Result<()> {
    let lang = site.locale.tag();
    let page = context! {
        licenses, style => &of_others.style, script => &of_others.script, files => &of_others.files,
        style_hash => hash(&of_others.style), script_hash => hash(&of_others.script), ..site.page.clone()
    };
    dist.add(&format!("heistogram.own.{lang}.html"), trimmed(&site.templates.render("own_file.html", page)?))?;
    let mut pictures = Vec::new();
    for chart in &site.charts {
        let path = format!("static/{}.{lang}.360.light.svg", chart.get_attr("id")?);
        let svg = dist.get(&path).with_context(|| format!("there is no {path}"))?;
        pictures.push(within_html(std::str::from_utf8(svg)?));
    }
    let looks = without_font(&mut pictures) + &with_classes(&mut pictures);
    let style = format!("{}{looks}", packed.style);
    let page = |tables: &'static [&'static str], pictures: &[String]| {
        context! {
            licenses, tables => tables.to_vec(), pictures => pictures.to_vec(), style => &style, script => &packed.script, files => &packed.files,
            style_hash => hash(&style), script_hash => hash(&packed.script), root => "", integrity => (),
            ..site.page.clone()
        }
    };
    let name = format!("heistogram.{lang}.html");
    // Text takes more bytes in some languages. Tables give way first, then pictures, the last of the page before others.
    let (mut tables, mut pictures) = (&TABLES[..], &pictures[..]);
    loop {
        let html = site.templates.render("single.html", page(tables, pictures))?;
        let html = trimmed(&html);
        if html.len() <= LIMIT {
            return dist.add(&name, html);
        }
        match (tables.split_last(), pictures.split_last()) {
            (Some((_, fewer)), _) => tables = fewer,
            (None, Some((_, fewer))) => pictures = fewer,
            (None, None) => bail!("{name} is {} bytes long, more than {LIMIT}", html.len()),
        }
    }
}

/// A picture for inline use in HTML: without its namespace, without optional quotes, and with commas for spaces in the
/// numbers of a path, which then needs no quotes. Measured, of 60 kB: quotes 5.0 kB, of which commas are 0.9.
fn within_html(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    for (at, part) in svg.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1).split('"').enumerate() {
        let is_path = at % 2 == 1 && out.ends_with(" d=");
        let part = &*if is_path { Cow::Owned(part.replace(' ', ",")) } else { Cow::Borrowed(part) };
        let bare =
            at % 2 == 1 && !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "'<>=`".contains(c));
        match at % 2 {
            1 if bare => out += part,
            1 => out.extend(["\"", part, "\""]),
            // A slash would become a part of the attribute's value.
            _ if part.starts_with('/') => out.extend([" ", part]),
            _ => out += part,
        }
    }
    out
}

/// Presentation attributes of SVG, which CSS has under the same name.
const LOOKS: [&str; 4] = ["fill=", "stroke=", "stroke-width=", "text-anchor="];

/// Replaces attributes that several elements share by a class; returns the style rules of the classes. Measured: 6.4 kB
/// of 55.
fn with_classes(pictures: &mut [String]) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for picture in pictures.iter() {
        for (_, look) in parts(picture) {
            *counts.entry(look).or_default() += 1;
        }
    }
    // Whether a class saves bytes, its rule included.
    let worth = |(look, count): &(String, usize)| look.len() * count > " class=AA".len() * count + look.len() + 8;
    let mut looks: Vec<(String, usize)> =
        counts.into_iter().filter(|(look, _)| !look.is_empty()).filter(worth).collect();
    looks.sort_by_key(|(look, count)| (Reverse(*count), look.clone()));
    let letters = || ('A'..='Z').map(String::from);
    let names = letters().chain(letters().flat_map(|a| letters().map(move |b| format!("{a}{b}"))));
    let classes: BTreeMap<String, String> = looks.into_iter().map(|(look, _)| look).zip(names).collect();
    for picture in pictures.iter_mut() {
        let all = parts(picture).into_iter().map(|(rest, look)| match classes.get(&look) {
            Some(name) => format!("{rest} class={name}"),
            None => rest + &look,
        });
        *picture = all.collect::<Vec<_>>().concat();
    }
    let rule = |(look, name): (&String, &String)| {
        format!(
            ".{name}{{{}}}",
            look.trim().split(' ').map(|one| one.replacen('=', ":", 1)).collect::<Vec<_>>().join(";")
        )
    };
    classes.iter().map(rule).collect()
}

/// Cuts a picture before and after each run of the attributes in [`LOOKS`]: the text before the run, and the run.
fn parts(picture: &str) -> Vec<(String, String)> {
    let mut parts = vec![(String::new(), String::new())];
    // In a tag, a space precedes everything but the name. Quoted values may contain spaces, but are not in [`LOOKS`].
    for piece in picture.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        if !text.is_empty() {
            parts.push((text.to_owned(), String::new()));
        }
        // The last attribute of a tag ends at the sign that closes the tag.
        let (tag, end) = match tag.strip_suffix('>') {
            Some(open) if !open.ends_with('/') => (open, ">"),
            _ => (tag, ""),
        };
        for (at, word) in tag.split(' ').enumerate() {
            let is_look = LOOKS.iter().any(|look| word.starts_with(look)) && !word.contains(['"', '>']);
            let word = if at > 0 { format!(" {word}") } else { word.to_owned() };
            match parts.last_mut() {
                Some((_, look)) if is_look => look.push_str(&word),
                Some((rest, look)) if look.is_empty() => rest.push_str(&word),
                _ => parts.push((word, String::new())),
            }
        }
        if !end.is_empty() {
            parts.push((end.to_owned(), String::new()));
        }
    }
    parts
}

/// Removes the font from all pictures; returns a style rule for it. Measured: 0.5 kB, which Japanese has no room for.
fn without_font(pictures: &mut [String]) -> String {
    let font = |picture: &str| {
        let (_, rest) = picture.split_once(" font-family=\"")?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let Some(fonts) = pictures.first().and_then(|picture| font(picture)) else { return String::new() };
    let named = format!(" font-family=\"{fonts}\"");
    if !pictures.iter().all(|picture| picture.contains(&named)) {
        return String::new();
    }
    for picture in pictures.iter_mut() {
        *picture = picture.replace(&named, "");
    }
    format!("svg{{font-family:{fonts}}}")
}

/// A hash source of a content security policy for inline content.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_from_their_text() {
        let digit = |sign: u8| u128::from(sign - b' ' - u8::from(sign > b'<'));
        for length in 0..40 {
            let bytes: Vec<u8> = (0..length).map(|at: u32| (at * 151 + length * 7) as u8).collect();
            let text = text_of(&bytes);
            assert!(text.bytes().all(|sign| (b' '..=b'~').contains(&sign) && sign != b'<'), "{text}");
            // Decodes as xtask/templates/single.js does: a short last group is filled with the highest digit.
            let mut read = Vec::new();
            for group in text.as_bytes().chunks(11) {
                let digits = (0..11).map(|at| group.get(at).map_or(93, |sign| digit(*sign)));
                let number: u128 = digits.fold(0, |all, digit| all * 94 + digit);
                read.extend_from_slice(&number.to_be_bytes()[7..]);
            }
            read.truncate(text.len() * 9 / 11);
            assert_eq!(read, bytes);
        }
    }

    #[test]
    fn marks_that_look_alike_share_a_class() {
        let circle = |x: usize| format!("<circle cx={x} r=3 fill=#F2C199 stroke=#DF6401 stroke-width=2 />");
        let marks: String = (0..9).map(circle).collect();
        let text = "<text x=1 fill=#111>fill=#111 stroke=#222</text><path fill=#123456 d=\"M1 2h3\" />";
        let mut pictures = [format!("<svg font-family=\"a, 'b'\" fill=#111>{marks}{text}</svg>"), marks.clone()];
        let rules = with_classes(&mut pictures);
        assert_eq!(rules, ".A{fill:#F2C199;stroke:#DF6401;stroke-width:2}");
        let marks: String = (0..9).map(|x| format!("<circle cx={x} r=3 class=A />")).collect();
        assert_eq!(pictures, [format!("<svg font-family=\"a, 'b'\" fill=#111>{marks}{text}</svg>"), marks]);
    }

    #[test]
    fn looks_that_end_a_tag_share_a_class_too() {
        let mut pictures = ["<text x=0 text-anchor=middle>&gt;9</text>".repeat(5)];
        assert_eq!(with_classes(&mut pictures), ".A{text-anchor:middle}");
        assert_eq!(pictures, ["<text x=0 class=A>&gt;9</text>".repeat(5)]);
    }

    #[test]
    fn a_font_that_all_pictures_name_is_a_rule() {
        let of = |font: &str| format!("<svg width=9 font-family=\"{font}\" font-size=12></svg>");
        let mut pictures = [of("a, 'b'"), of("a, 'b'")];
        assert_eq!(without_font(&mut pictures), "svg{font-family:a, 'b'}");
        assert_eq!(pictures, ["<svg width=9 font-size=12></svg>"; 2]);
        let mut pictures = [of("a"), of("b")];
        assert_eq!((without_font(&mut pictures), pictures), (String::new(), [of("a"), of("b")]));
    }

    #[test]
    fn quotes_stand_where_they_are_needed() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="9" font-family="a, 'b'"><path fill="#111" d="M1 2h3"/><circle r="2"/><text x="1">1 &lt; 2</text></svg>"##;
        let html = r##"<svg width=9 font-family="a, 'b'"><path fill=#111 d=M1,2h3 /><circle r=2 /><text x=1>1 &lt; 2</text></svg>"##;
        assert_eq!(within_html(svg), html);
    }
}
