//! From sources to `dist/`: code, data, assets, pages, headers, compressed copies.

pub mod assets;
mod cache;
mod compress;
pub mod data;
mod dist;
mod embed;
mod filters;
mod fonts;
mod graph;
mod minify;
pub mod page;
mod pictures;
mod posters;
pub mod references;
mod single;
mod site;
mod svg;
mod templates;
pub mod wasm;
mod wasm_opt;

use anyhow::Result;
use heistogram::locale;

use crate::{
    headers,
    project::Project,
    step::{long_step, step},
};
use assets::Sources;
use cache::Cache;
use dist::Dist;
pub use dist::files_in;
use site::Site;
use templates::Templates;
use wasm::Bindings;

/// Where the published files will stand, when that is known.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Start of the absolute links in snippets, previews and citations; ends in a slash.
    pub base_url: Option<String>,
}

/// Builds everything and replaces `dist/`. A build that fails leaves the old one standing.
pub fn build(project: &Project, options: &Options) -> Result<()> {
    let cache = Cache::open(&project.cache())?;
    let www = project.root.join("www");

    let mut sources = Sources::read(&www)?;
    for module in wasm::MODULES {
        let code = long_step(&format!("compiling {}", module.name), || wasm::compile(project, module))?;
        let bindings = step("generating bindings", || wasm::bindings(module, code))?;
        sources.add(&format!("{}.js", module.name), bindings.js);
        sources.add(&format!("{}_bg.wasm", module.name), wasm_opt::shrink(project, &cache, bindings.wasm)?);
    }
    let data = step("checking the dataset", || data::read(&www.join("data/dataset.json")))?;

    let mut dist = Dist::default();
    sources.add("embedding_words.js", embed::dialog_words(&data.dataset));
    sources.add("data/core.json", data.core);
    sources.add("data/details.json", data.details);
    step("minifying", || sources.prepare())?;
    let whole = long_step("compiling heistogram_whole", || wasm::compile(project, wasm::WHOLE))?;
    let whole = wasm::bindings(wasm::WHOLE, whole)?;
    let whole = Bindings { wasm: wasm_opt::shrink(project, &cache, whole.wasm)?, ..whole };
    let packed = step("packing a single file", || single::pack(&sources, &whole, &cache))?;
    let urls = step("linking assets", || sources.link(&mut dist))?;
    posters::add(project, &cache, &data.dataset, &mut dist)?;
    let templates = Templates::read(&project.root)?;
    let (locale, base_url) = (locale::ALL[0], options.base_url.as_deref().unwrap_or_default());
    let site = step("rendering pages", || {
        let charts = page::charts(&data.dataset, locale, &mut dist)?;
        let page = page::context(&data.dataset, locale, &urls, base_url, &charts);
        let site = Site { templates: &templates, page, charts, locale, base_url };
        site.add(&mut dist)?;
        single::add(&site, &packed, &mut dist)?;
        Ok(site)
    })?;
    dist.add("data/dataset.json", data.whole)?;
    dist.add("data/incidents.csv", data.csv)?;
    dist.add_folder("schema", &www.join("schema"))?;
    step("freezing a copy", || site.freeze(data.dataset.as_of, &mut dist))?;
    let headers = headers::headers_file(dist.paths(), base_url);
    dist.add("_headers", headers)?;
    dist.add("nginx.conf.example", headers::nginx_file())?;
    step("compressing", || compress::add_compressed(&mut dist, &cache))?;
    step("writing dist", || dist.replace(&project.dist()))
}
