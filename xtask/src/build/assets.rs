//! Scripts, style sheets and the files they name: hashed names, and references rewritten to them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail};

use super::{
    cache::short_hash,
    dist::{Dist, files_in},
    graph::leaves_first,
    minify, references,
};

/// Names other sites rely on; they stay as they are.
const PUBLIC_NAMES: &[&str] = &["heistogram.js", "host.js", "robots.txt"];

/// Files of `www/` that have another way into `dist/`.
const NOT_ASSETS: &[&str] = &["data/", "schema/"];

/// The path in `dist/` of each source, such as `page.css` → `page.0123abcd.css`.
pub type Urls = BTreeMap<String, String>;

/// Files by their path in `www/`, and those the build makes as if they stood there.
#[derive(Debug, Default)]
pub struct Sources(BTreeMap<String, Vec<u8>>);

impl Sources {
    /// Reads `www/`.
    pub fn read(www: &Path) -> Result<Self> {
        let mut sources = Self::default();
        for (name, path) in files_in(www)? {
            if !NOT_ASSETS.iter().any(|other| name.starts_with(other)) {
                sources.0.insert(name, fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?);
            }
        }
        Ok(sources)
    }

    /// Adds a file the build made.
    pub fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), bytes.into());
    }

    /// Makes scripts and style sheets what they are when they are published, but for their names.
    pub fn prepare(&mut self) -> Result<()> {
        self.minify()?;
        self.join_styles()?;
        self.make_style_modules()
    }

    /// The content of a file.
    pub fn get(&self, name: &str) -> Result<&[u8]> {
        self.0.get(name).map(Vec::as_slice).with_context(|| format!("there is no {name}"))
    }

    /// Some files and all they refer to, each after what it refers to itself; but for those that are left out.
    pub fn with_references(&self, names: &[&str], left_out: &[&str]) -> Result<Vec<(String, &[u8])>> {
        let mut graph = self.graph()?;
        for to in graph.values_mut() {
            to.retain(|name| !left_out.contains(&name.as_str()));
        }
        let mut wanted: BTreeSet<&str> = BTreeSet::new();
        let mut open = names.to_vec();
        while let Some(name) = open.pop() {
            if wanted.insert(name) {
                open.extend(graph.get(name).into_iter().flatten().map(String::as_str));
            }
        }
        let order = leaves_first(&graph)?.into_iter().filter(|name| wanted.contains(name));
        order.map(|name| Ok((name.to_owned(), self.get(name)?))).collect()
    }

    /// Gives every file its name, puts the names where files refer to one another, and adds all to `dist`.
    pub fn link(mut self, dist: &mut Dist) -> Result<Urls> {
        let graph = self.graph()?;
        let mut urls = Urls::new();
        for name in leaves_first(&graph)? {
            let mut bytes = self.0.remove(name).unwrap_or_default();
            if is_text(name) {
                let text = String::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))?;
                bytes = references::rewrite(&text, |path| renamed(name, path, &urls))?.into_bytes();
            }
            let url = if PUBLIC_NAMES.contains(&name) { name.to_owned() } else { hashed(name, &bytes) };
            dist.add(&url, bytes)?;
            urls.insert(name.to_owned(), url);
        }
        Ok(urls)
    }

    fn minify(&mut self) -> Result<()> {
        for (name, bytes) in self.0.iter_mut().filter(|(name, _)| is_text(name)) {
            let text = std::str::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))?;
            let short = if name.ends_with(".css") {
                minify::style(text)
            } else {
                minify::script(text).with_context(|| format!("{name} is no valid script"))?
            };
            *bytes = short.into_bytes();
        }
        Ok(())
    }

    /// Puts style sheets in the place of the rules that import them: one file compresses better than its parts.
    fn join_styles(&mut self) -> Result<()> {
        let sheets: Vec<(String, String)> = (self.0.iter().filter(|(name, _)| name.ends_with(".css")))
            .map(|(name, bytes)| (name.clone(), String::from_utf8_lossy(bytes).into_owned()))
            .collect();
        let mut parts = BTreeSet::new();
        for (name, text) in sheets {
            let mut joined = String::new();
            let mut rest = text.as_str();
            while let Some((rule, after)) = rest.strip_prefix("@import ").and_then(|rule| rule.split_once(';')) {
                let (path, media) = rule.trim_matches('"').split_once('"').unwrap_or((rule.trim_matches('"'), ""));
                let part = references::resolve(&name, path).filter(|part| self.0.contains_key(part));
                let part = part.with_context(|| format!("{name} imports {path}, which is not in www/"))?;
                let sheet = String::from_utf8_lossy(&self.0[&part]).into_owned();
                parts.insert(part);
                joined += &if media.is_empty() { sheet } else { format!("@media{media}{{{sheet}}}") };
                rest = after;
            }
            joined += rest;
            self.add(&name, joined);
        }
        self.0.retain(|name, _| !parts.contains(name));
        Ok(())
    }

    /// Turns each style sheet that a script imports as `./NAME.css.js` into that module: a shadow root adopts it without
    /// another request, and no policy is in the way.
    fn make_style_modules(&mut self) -> Result<()> {
        let styles: Vec<String> = self.0.keys().filter(|name| name.ends_with(".css")).cloned().collect();
        for style in styles {
            let module = format!("{style}.js");
            let mut imported = false;
            for (name, bytes) in self.0.iter().filter(|(name, _)| name.ends_with(".js")) {
                imported |= targets(name, &String::from_utf8_lossy(bytes))?.contains(&module);
            }
            let Some(bytes) = self.0.get(&style).filter(|_| imported) else { continue };
            let text = std::str::from_utf8(bytes).with_context(|| format!("{style} is not UTF-8"))?;
            if let Some(reference) = references::find(text).first() {
                bail!("{style} becomes a script and can refer to no file, but names \"{}\"", reference.path);
            }
            let script = format!("export default {};\n", serde_json::to_string(text)?);
            self.0.remove(&style);
            self.add(&module, script);
        }
        Ok(())
    }

    fn graph(&self) -> Result<BTreeMap<String, BTreeSet<String>>> {
        let mut graph = BTreeMap::new();
        for (name, bytes) in &self.0 {
            let to = if is_text(name) { targets(name, &String::from_utf8_lossy(bytes))? } else { BTreeSet::new() };
            if let Some(unknown) = to.iter().find(|to| !self.0.contains_key(*to)) {
                bail!("{name} refers to {unknown}, which is neither in www/ nor made by the build");
            }
            graph.insert(name.clone(), to);
        }
        Ok(graph)
    }
}

/// Whether a file may refer to others.
fn is_text(name: &str) -> bool {
    name.ends_with(".js") || name.ends_with(".css")
}

/// The files that a text refers to.
fn targets(name: &str, text: &str) -> Result<BTreeSet<String>> {
    references::find(text)
        .into_iter()
        .map(|reference| {
            references::resolve(name, &reference.path)
                .with_context(|| format!("{name} refers to \"{}\", which is outside of www/", reference.path))
        })
        .collect()
}

/// The path to write in `file` in place of `path`.
fn renamed(file: &str, path: &str, urls: &Urls) -> Result<String> {
    let target = references::resolve(file, path).and_then(|target| urls.get(&target));
    let target = target.with_context(|| format!("{file} refers to {path}, which has no name yet"))?;
    let (folder, _) = path.rsplit_once('/').unwrap_or((".", ""));
    Ok(format!("{folder}/{}", target.rsplit('/').next().unwrap_or_default()))
}

/// `folder/name.ext` as `folder/name.HASH.ext`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = short_hash(bytes);
    let folder = name.rfind('/').map_or(0, |slash| slash + 1);
    match name[folder..].rfind('.') {
        Some(dot) => format!("{}.{hash}{}", &name[..folder + dot], &name[folder + dot..]),
        None => format!("{name}.{hash}"),
    }
}

#[cfg(test)]
mod tests;
