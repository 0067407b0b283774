//! From sources to `dist/`: code, data, assets, pages, headers, compressed copies.

mod archives;
mod bundle;
pub(crate) mod cache;
pub(crate) mod compress;
pub mod data;
pub(crate) mod dist;
mod embed;
pub(crate) mod esbuild;
mod filters;
mod fonts;
pub mod languages;
mod licenses;
pub mod loads;
mod metadata;
mod package;
pub mod page;
pub(crate) mod pictures;
pub mod places;
mod posters;
mod previews;
mod single;
pub mod site;
mod split;
pub(crate) mod svg;
pub(crate) mod templates;
pub mod wasm;
mod wasm_opt;

use std::{
    fs,
    thread::{self, ScopedJoinHandle},
};

use anyhow::{Result, anyhow};
use heistogram::{
    data::Dataset,
    locale::{self, Locale},
};

use crate::{
    dataset::changes::{self, Changes},
    headers,
    project::Project,
    setup::rustc,
    step::step,
};
use bundle::Sources;
use cache::Cache;
use data::Data;
use dist::Dist;
pub use dist::files_in;
use esbuild::Esbuild;
use loads::Manifest;
use posters::Press;
use site::Site;
use templates::Templates;
use wasm::{Module, PARTS};

/// Options of a build.
#[derive(Clone, Debug)]
pub struct Options {
    /// Base of the absolute links in snippets, previews and citations; ends in a slash.
    pub base_url: Option<String>,
    /// Where readers report errors: a page, or a mail address as `mailto:`.
    pub report_url: Option<String>,
    /// For publication: optimisation may not be skipped, and `SHA256SUMS` and archives are written.
    pub release: bool,
    /// The npm package is written; a release always has it.
    pub package: bool,
    /// Languages that are built; pages link to all of them.
    pub locales: &'static [Locale],
}

impl Default for Options {
    fn default() -> Self {
        Self { base_url: None, report_url: None, release: false, package: false, locales: locale::ALL }
    }
}

/// What pages are rendered from, in every language.
struct Rendering<'a> {
    templates: Templates,
    data: &'a Data,
    changes: Changes,
    manifest: &'a Manifest,
    base_url: &'a str,
    report_url: &'a str,
}

impl Rendering<'_> {
    /// Adds the pages and pictures of a language.
    fn add_site(&self, translated: &Dataset, locale: Locale, dist: &mut Dist) -> Result<Site<'_>> {
        let charts = page::charts(translated, locale, dist)?;
        let (base_url, report_url) = (self.base_url, self.report_url);
        let page = page::context(translated, &self.changes, locale, self.manifest, base_url, report_url, &charts)?;
        let incidents = page::incident::pages(translated, locale, base_url)?;
        let site = Site { templates: &self.templates, page, charts, incidents, locale, base_url };
        site.add(dist)?;
        Ok(site)
    }

    /// Adds the data as files, and what describes them.
    fn add_data(&self, changes: Vec<u8>, dist: &mut Dist) -> Result<()> {
        let locale = locale::ALL[0];
        dist.add("data/dataset.json", &*self.data.whole)?;
        dist.add("data/incidents.csv", &*self.data.csv)?;
        dist.add("data/changes.json", changes)?;
        metadata::package::add(&self.data.dataset, self.base_url, locale.messages().author, dist)?;
        metadata::feed::add(&self.changes, &self.data.dataset, locale, self.base_url, &self.templates, dist)
    }
}

/// The result of a thread.
fn joined<T>(thread: ScopedJoinHandle<Result<T>>) -> Result<T> {
    thread.join().map_err(|_| anyhow!("a thread panicked"))?
}

/// The pages of every language as a site at an address has them, with its data and all that programs read about it, but
/// without code: what the build made last must be there.
pub fn pages_at(project: &Project, base_url: &str) -> Result<Dist> {
    let (changes, manifest) = (Changes::read(&project.root)?, Manifest::read(&project.manifest())?);
    let data = data::read(&project.root.join("www"), &changes)?;
    let templates = Templates::read(&project.root)?;
    let rendering = Rendering { templates, data: &data, changes, manifest: &manifest, base_url, report_url: "" };
    let mut dist = Dist::default();
    let sites = data.translated.iter().map(|(locale, translated)| rendering.add_site(translated, *locale, &mut dist));
    let sites = sites.collect::<Result<Vec<_>>>()?;
    rendering.add_data(fs::read(project.root.join(changes::FILE))?, &mut dist)?;
    metadata::add_addresses(&sites, &data.dataset, base_url, &mut dist)?;
    Ok(dist)
}

/// Builds everything and replaces `dist/`. If a build fails, the old one stays.
pub fn build(project: &Project, options: &Options) -> Result<()> {
    let cache = Cache::open(&project.cache())?;
    // Before anything slow: no build works without it.
    let esbuild = Esbuild::ensure(&project.tools())?;
    let www = project.root.join("www");

    let mut sources = Sources::read(&www)?;
    let modules: Vec<Module> = options.locales.iter().copied().map(Module::of).chain([Module::validator()]).collect();
    let built = wasm::build(project, &cache, &modules, options.release)?;
    for (module, built) in modules.iter().zip(&built) {
        sources.add(&module.bindings(), built.js.clone());
        for (part, code) in module.parts.iter().zip(&built.parts) {
            sources.add(&module.file(part), code.clone());
        }
    }
    let changes = Changes::read(&project.root)?;
    let data = step("checking the dataset", || data::read(&www, &changes))?;

    let mut dist = Dist::default();
    let base_url = options.base_url.as_deref().unwrap_or_default();
    sources.add(embed::DIALOG_WORDS, embed::dialog_words(data.dataset.as_of, base_url));
    sources.add(embed::TAKING, embed::taking_words(options.locales));
    sources.add(languages::DETAILS, data.details.clone());
    let translated = || data.translated.iter().filter(|(locale, _)| options.locales.contains(locale));
    for (locale, translated) in translated() {
        sources.add(&languages::core(*locale), data::core(translated, *locale));
        sources.add(&languages::own(*locale), languages::own_words(*locale));
    }
    for (locale, tape) in data.texts.iter().filter(|(locale, _)| options.locales.contains(locale)) {
        if let Some(path) = languages::texts(*locale) {
            sources.add(&path, tape.clone());
        }
    }
    let manifest = step("bundling", || {
        let mut manifest = bundle::add_files(&esbuild, &mut sources, &mut dist)?;
        let file = |source: &str| manifest.file(source).map(str::to_owned);
        sources.add(languages::NAME, languages::module(options.locales, PARTS.len(), file)?);
        sources.add(languages::VALIDATOR, languages::validator(file)?);
        bundle::add_scripts(&esbuild, &sources, &mut manifest, &mut dist)?;
        Ok(manifest)
    })?;
    let packed = step("packing single files", || {
        let (esbuild, sources, dist, manifest, cache) = (&esbuild, &sources, &dist, &manifest, &cache);
        thread::scope(|scope| {
            let pack = |(locale, built): (&Locale, _)| {
                let locale = *locale;
                scope.spawn(move || single::Pack { esbuild, sources, dist, manifest, cache }.pack(locale, built))
            };
            let threads: Vec<_> = options.locales.iter().zip(&built).map(pack).collect();
            threads.into_iter().map(joined).collect::<Result<Vec<_>>>()
        })
    })?;
    let licenses = licenses::text(&project.root)?;
    let report_url = options.report_url.as_deref().unwrap_or_default();
    let rendering = Rendering {
        templates: Templates::read(&project.root)?,
        data: &data,
        changes,
        manifest: &manifest,
        base_url,
        report_url,
    };
    let press = Press::new(project.tools(), &cache);
    let mut sites = Vec::new();
    for ((locale, translated), packed) in translated().zip(&packed) {
        step(&format!("drawing previews: {}", locale.tag()), || {
            posters::add(&press, translated, *locale, &mut dist)?;
            previews::add(&press, translated, *locale, &mut dist)
        })?;
        let site = step(&format!("rendering pages: {}", locale.tag()), || {
            let site = rendering.add_site(translated, *locale, &mut dist)?;
            single::add(&site, packed, &licenses, &mut dist)?;
            Ok(site)
        })?;
        sites.push(site);
    }
    rendering.add_data(fs::read(project.root.join(changes::FILE))?, &mut dist)?;
    dist.add_folder("schema/", &www.join("schema"))?;
    dist.add_folder("", &www.join("public"))?;
    dist.add(licenses::NAME, licenses)?;
    step("freezing a copy", || site::freeze(&sites, data.dataset.as_of, &mut dist))?;
    // Their addresses are those of the live site, so no snapshot has them.
    metadata::add_addresses(&sites, &data.dataset, base_url, &mut dist)?;
    let headers = headers::headers_file(dist.paths(), base_url);
    dist.add("_headers", headers)?;
    dist.add("nginx.conf.example", headers::nginx_file())?;
    step("compressing", || compress::add_compressed(&mut dist, &cache))?;
    if options.release {
        dist.add(dist::SUMS, dist.sums(&rustc(&["-V"])?))?;
    }
    step("writing dist", || dist.replace(&project.dist()))?;
    if options.release || options.package {
        let (name, folder, day) =
            (format!("heistogram-{}", project.version()?), project.archives(), data.dataset.as_of);
        step("packing archives", || {
            let package = package::files(project, &esbuild, &sources, options.locales, &manifest, &dist)?;
            let mut archives = vec![("tgz", archives::tar_gz(&package, "package", day)?)];
            if options.release {
                archives.push(("tar.gz", archives::tar_gz(&dist, &name, day)?));
                archives.push(("zip", archives::zip(&dist, &name, day)?));
            }
            archives::write(&archives, &name, &folder)
        })?;
        println!("archives are in {}", folder.display());
    }
    manifest.write(&project.manifest())
}
