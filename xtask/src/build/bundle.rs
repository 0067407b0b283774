//! Scripts, style sheets, code and data under the names that browsers load them by.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};

use super::{
    dist::{Dist, files_in},
    esbuild::{Esbuild, Output, hashed_names},
    loads::{self, Manifest, Script},
};

/// Files of `www/` that have another way into `dist/`.
const NOT_BUNDLED: &[&str] = &["data/", "schema/"];

/// Names other sites rely on. Both scripts are entry points that no file imports.
const ELEMENT: &str = "heistogram.js";
const HOST: &str = "host.js";

/// Style sheets that shadow roots adopt: scripts import their text, so no policy is in the way. The first is a chunk of
/// its own, which loads beside the scripts.
const ADOPTED: [&str; 2] = ["chart.css", "embedding.css"];

/// What esbuild copies as it is.
const COPIED: [&str; 3] = ["json", "svg", "wasm"];

/// Files by their path in `www/`, and those that the build makes as if they were there.
#[derive(Clone, Debug, Default)]
pub struct Sources(BTreeMap<String, Vec<u8>>);

impl Sources {
    /// Reads `www/`.
    pub fn read(www: &Path) -> Result<Self> {
        let mut sources = Self::default();
        for (name, path) in files_in(www)? {
            if !NOT_BUNDLED.iter().any(|other| name.starts_with(other)) {
                sources.0.insert(name, fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?);
            }
        }
        Ok(sources)
    }

    /// Adds a file the build made, or puts it in the place of another.
    pub fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), bytes.into());
    }

    fn of_kinds<'a>(&'a self, extensions: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let kind = |name: &str| name.rsplit('.').next().is_some_and(|end| extensions.contains(&end));
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).filter(move |(name, _)| kind(name))
    }
}

/// Adds everything but scripts to `dist`. Style sheets that scripts import stay in `sources`, minified.
pub fn add_files(esbuild: &Esbuild, sources: &mut Sources, dist: &mut Dist) -> Result<Manifest> {
    let copied: Vec<&str> = sources.of_kinds(&COPIED).map(|(name, _)| name).collect();
    let styles = loads::PAGES.map(|page| page.style);
    let mut flags = hashed_names(true).to_vec();
    flags.extend(COPIED.map(|kind| format!("--loader:.{kind}=copy")));
    flags.push("--charset=utf8".into());
    let entries = [&copied[..], &styles[..], &ADOPTED].concat();
    let kinds = [&COPIED[..], &["css"]].concat();
    let output =
        esbuild.bundle(sources.of_kinds(&kinds), &entries, &flags.iter().map(|flag| &**flag).collect::<Vec<_>>())?;
    let mut manifest = Manifest::default();
    for (source, path, bytes) in entry_points(output)? {
        if ADOPTED.contains(&&*source) {
            sources.add(&source, bytes);
        } else {
            dist.add(&path, bytes)?;
            manifest.files.insert(source, path);
        }
    }
    Ok(manifest)
}

/// Adds the scripts to `dist`, and which loads which to the manifest.
pub fn add_scripts(esbuild: &Esbuild, sources: &Sources, manifest: &mut Manifest, dist: &mut Dist) -> Result<()> {
    let mut entries = loads::scripts();
    // What several entry points share is a chunk: that makes one of the style sheet.
    entries.push(ADOPTED[0]);
    let mut flags = hashed_names(false).to_vec();
    flags.extend(script_flags("esm"));
    flags.push("--splitting".into());
    let flags: Vec<&str> = flags.iter().map(|flag| &**flag).collect();
    let Output { mut files, about } = esbuild.bundle(sources.of_kinds(&["js", "css"]), &entries, &flags)?;
    for (path, about) in about {
        let bytes = files.remove(&path).with_context(|| format!("esbuild has written no {path}"))?;
        // The entry of the style sheet itself is for nobody.
        if about.entry_point.as_deref() == Some(ADOPTED[0]) {
            continue;
        }
        let of_kind = |kind: &str| {
            about.imports.iter().filter(|import| import.kind == kind).map(|import| import.path.clone()).collect()
        };
        let script = Script {
            imports: of_kind("import-statement"),
            on_demand: of_kind("dynamic-import"),
            is_style: about.inputs.keys().all(|source| source.ends_with(".css")),
        };
        let is_public = about.entry_point.as_deref() == Some(ELEMENT);
        let name = if is_public { ELEMENT.to_owned() } else { path };
        dist.add(&name, bytes)?;
        if let Some(source) = about.entry_point {
            manifest.files.insert(source, name.clone());
        }
        manifest.scripts.insert(name, script);
    }
    let unknown = manifest.scripts.values().flat_map(Script::all).find(|path| dist.get(path).is_none());
    ensure!(unknown.is_none(), "a script imports {}, which has another name", unknown.unwrap_or_default());
    dist.add(HOST, whole(esbuild, sources, HOST, "iife", &[])?)
}

/// A script with everything that it imports, now or later, except for `left_out`.
pub fn whole(esbuild: &Esbuild, sources: &Sources, entry: &str, format: &str, left_out: &[&str]) -> Result<Vec<u8>> {
    let mut flags = script_flags(format);
    flags.extend(left_out.iter().map(|source| format!("--external:./{source}")));
    let flags: Vec<&str> = flags.iter().map(|flag| &**flag).collect();
    esbuild.bundle(sources.of_kinds(&["js", "css"]), &[entry], &flags)?.only()
}

/// A classic script may be in a page of any encoding.
fn script_flags(format: &str) -> Vec<String> {
    let charset = if format == "iife" { "ascii" } else { "utf8" };
    vec![format!("--format={format}"), format!("--charset={charset}"), "--loader:.css=text".into()]
}

/// The sources of a run with the path and content of the file that each has become.
fn entry_points(Output { mut files, about }: Output) -> Result<Vec<(String, String, Vec<u8>)>> {
    let entry = |(path, about): (String, super::esbuild::About)| {
        let bytes = files.remove(&path).with_context(|| format!("esbuild has written no {path}"))?;
        let source = about.entry_point.with_context(|| format!("{path} is no entry point"))?;
        anyhow::Ok((source, path, bytes))
    };
    about.into_iter().map(entry).collect()
}

#[cfg(test)]
mod tests;
