//! Bundles scripts, style sheets, code and data under the names that browsers load.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, ensure};

use super::{
    dist::{Dist, files_in},
    esbuild::{Esbuild, Output, hashed_names},
    loads::{self, Manifest, Script},
};

/// Files of `www/` that are not published, or that other steps add to `dist/`.
const NOT_BUNDLED: &[&str] = &["data/", "public/", "schema/", "tsconfig.json"];

/// Scripts whose names other sites rely on.
const ELEMENT: (&str, &str) = (loads::ELEMENT, "heistogram.js");
const HOST: (&str, &str) = ("embed/host.js", "host.js");

/// Style sheets that shadow roots adopt: scripts import their text, so a content security policy does not block them.
/// The first has a chunk of its own, which loads in parallel with the scripts.
const ADOPTED: [&str; 2] = ["style/chart.css", "style/embed_dialog.css"];

/// Extensions of the files that esbuild copies unchanged.
const COPIED: [&str; 3] = ["json", "svg", "wasm"];

/// Files by their path in `www/`, with those that the build generates.
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

    /// Adds a generated file or replaces a file.
    pub fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), bytes.into());
    }

    /// Turns dynamic imports into static ones, except those of `left_out`. In a single file, esbuild's wrappers for
    /// scripts that load on demand take 0.5 kB, and single files have no room for that.
    pub fn import_at_once(&mut self, left_out: &[&str]) {
        let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let mut there: BTreeSet<String> = self.0.keys().map(|name| file(name)).collect();
        for name in left_out {
            there.remove(&file(name));
        }
        for (_, bytes) in self.0.iter_mut().filter(|(name, _)| name.ends_with(".js")) {
            let (mut imports, mut script) = (String::new(), String::new());
            for (number, part) in String::from_utf8_lossy(bytes).split("import(\"").enumerate() {
                match part.split_once("\")").filter(|(path, _)| number > 0 && there.contains(&file(path))) {
                    Some((path, rest)) => {
                        imports += &format!("import * as later{number} from \"{path}\";\n");
                        script += &format!("Promise.resolve(later{number}){rest}");
                    }
                    None if number > 0 => script += &format!("import(\"{part}"),
                    None => script += part,
                }
            }
            *bytes = (imports + &script).into_bytes();
        }
    }

    fn of_kinds<'a>(&'a self, extensions: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let kind = |name: &str| name.rsplit('.').next().is_some_and(|end| extensions.contains(&end));
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).filter(move |(name, _)| kind(name))
    }
}

/// Adds everything except scripts to `dist`. Style sheets that scripts import stay in `sources`, minified.
pub fn add_files(esbuild: &Esbuild, sources: &mut Sources, dist: &mut Dist) -> Result<Manifest> {
    let copied: Vec<&str> = sources.of_kinds(&COPIED).map(|(name, _)| name).collect();
    // In the folder of the pages that load them.
    let styles = loads::STYLES.map(|style| format!("{}={style}", name_of(style)));
    let styles: Vec<&str> = styles.iter().map(|entry| &**entry).collect();
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

/// Adds the scripts of pages to `dist`, and their imports to the manifest.
pub fn add_scripts(esbuild: &Esbuild, sources: &Sources, manifest: &mut Manifest, dist: &mut Dist) -> Result<()> {
    add_modules(esbuild, sources, loads::scripts(), script_flags("esm", true), manifest, dist)?;
    dist.add(HOST.1, whole(esbuild, sources, HOST.0, "iife", &[])?)
}

/// Adds the scripts of the element alone to `package`, without what needs a site around it.
pub fn add_element(esbuild: &Esbuild, sources: &Sources, package: &mut Dist) -> Result<()> {
    let flags = script_flags("esm", false);
    add_modules(esbuild, sources, vec![loads::ELEMENT], flags, &mut Manifest::default(), package)
}

/// Adds ES modules, and their imports to the manifest.
fn add_modules(
    esbuild: &Esbuild,
    sources: &Sources,
    mut entries: Vec<&str>,
    mut flags: Vec<String>,
    manifest: &mut Manifest,
    dist: &mut Dist,
) -> Result<()> {
    // esbuild makes a chunk of what several entry points share: listed here, the style sheet becomes one.
    entries.push(ADOPTED[0]);
    flags.extend(hashed_names(false));
    // Every script imports the element, so what it needs is one chunk for all, and a page makes one request for it.
    // Without this, esbuild cuts a chunk for each set of scripts that share a module: seven for a first view.
    flags.extend(["--splitting".into(), format!("--inject:./{}", ELEMENT.0)]);
    let flags: Vec<&str> = flags.iter().map(|flag| &**flag).collect();
    let Output { mut files, about } = esbuild.bundle(sources.of_kinds(&["js", "css"]), &entries, &flags)?;
    for (path, about) in about {
        let bytes = files.remove(&path).with_context(|| format!("esbuild has written no {path}"))?;
        // The entry point of the style sheet only creates its chunk; nothing loads it.
        if about.entry_point.as_deref() == Some(ADOPTED[0]) {
            continue;
        }
        let of_kind = |kind: &str| {
            about.imports.iter().filter(|import| import.kind == kind).map(|import| import.path.clone()).collect()
        };
        let script = Script {
            imports: of_kind("import-statement"),
            on_demand: of_kind("dynamic-import"),
            is_style: !about.inputs.is_empty() && about.inputs.keys().all(|source| source.ends_with(".css")),
        };
        let is_public = about.entry_point.as_deref() == Some(ELEMENT.0);
        let name = if is_public { ELEMENT.1.to_owned() } else { path };
        dist.add(&name, bytes)?;
        if let Some(source) = about.entry_point {
            manifest.files.insert(source, name.clone());
        }
        manifest.scripts.insert(name, script);
    }
    let unknown = manifest.scripts.values().flat_map(Script::all).find(|path| dist.get(path).is_none());
    ensure!(unknown.is_none(), "a script imports {}, which is not a built file", unknown.unwrap_or_default());
    Ok(())
}

/// A script with everything that it imports, statically or on demand, except for `left_out`.
pub fn whole(esbuild: &Esbuild, sources: &Sources, entry: &str, format: &str, left_out: &[&str]) -> Result<Vec<u8>> {
    let mut flags = script_flags(format, true);
    flags.extend(left_out.iter().map(|source| format!("--external:./{source}")));
    let flags: Vec<&str> = flags.iter().map(|flag| &**flag).collect();
    esbuild.bundle(sources.of_kinds(&["js", "css"]), &[entry], &flags)?.only()
}

/// A style sheet with everything that it imports.
pub fn style(esbuild: &Esbuild, sources: &Sources, entry: &str) -> Result<Vec<u8>> {
    esbuild.bundle(sources.of_kinds(&["css"]), &[entry], &["--charset=utf8"])?.only()
}

/// Flags of esbuild. A classic script is ASCII, as its page may have any encoding.
fn script_flags(format: &str, in_site: bool) -> Vec<String> {
    let charset = if format == "iife" { "ascii" } else { "utf8" };
    let site = format!("--define:IN_SITE={in_site}");
    vec![format!("--format={format}"), format!("--charset={charset}"), "--loader:.css=text".into(), site]
}

/// `folder/name.extension` as `name`.
fn name_of(source: &str) -> &str {
    let file = source.rsplit('/').next().unwrap_or_default();
    file.split('.').next().unwrap_or_default()
}

/// The sources of a run with the path and content of the file built from each.
fn entry_points(Output { mut files, about }: Output) -> Result<Vec<(String, String, Vec<u8>)>> {
    let entry = |(path, about): (String, super::esbuild::About)| {
        let bytes = files.remove(&path).with_context(|| format!("esbuild has written no {path}"))?;
        let source = about.entry_point.with_context(|| format!("{path} is not an entry point"))?;
        anyhow::Ok((source, path, bytes))
    };
    about.into_iter().map(entry).collect()
}

#[cfg(test)]
mod tests;
