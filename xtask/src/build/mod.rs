//! From sources to `dist/`: code, data, assets, pages, headers, compressed copies.

pub mod assets;
mod cache;
mod compress;
pub mod data;
mod dist;
mod filters;
mod graph;
mod metrics;
mod minify;
pub mod page;
mod pictures;
pub mod references;
pub mod wasm;
mod wasm_opt;

use std::{fs, path::Path};

use anyhow::{Context, Result};
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
    let urls = step("linking assets", || {
        sources.add(metrics::NAME, metrics::script());
        sources.add("data/core.json", data.core);
        sources.add("data/details.json", data.details);
        sources.link(&mut dist)
    })?;
    step("rendering pages", || {
        let template = read_text(&project.root.join("index.html"))?;
        let base_url = options.base_url.as_deref();
        let context = page::context(&data.dataset, locale::ALL[0], &urls, base_url, &mut dist)?;
        dist.add("index.html", page::render("index.html", &template, context)?)
    })?;
    dist.add("data/dataset.json", data.whole)?;
    dist.add("data/incidents.csv", data.csv)?;
    dist.add_folder("schema", &www.join("schema"))?;
    let headers = headers::headers_file(dist.paths());
    dist.add("_headers", headers)?;
    step("compressing", || compress::add_compressed(&mut dist, &cache))?;
    step("writing dist", || dist.replace(&project.dist()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
