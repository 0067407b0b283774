//! Chart libraries to compare with, from npm, and the bundle of each page with the parts of them that it uses.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{build::esbuild::Esbuild, npm, project::Project, step::run_quiet};

/// Packages by page: name and version.
const PACKAGES: &[(&str, &[(&str, &str)])] = &[
    ("d3", &[("d3-array", "3.2.5"), ("d3-quadtree", "3.0.2"), ("d3-scale", "4.0.3"), ("d3-shape", "3.2.1")]),
    ("uplot", &[("uplot", "1.6.32")]),
    ("chartjs", &[("chart.js", "4.6.1")]),
    ("echarts", &[("echarts", "6.1.0")]),
];

/// The packages of a page with their versions; empty if it uses none.
pub fn packages(page: &str) -> &'static [(&'static str, &'static str)] {
    PACKAGES.iter().find(|(name, _)| *name == page).map_or(&[], |(_, packages)| packages)
}

/// Bundles a page of `sources` with its packages into one minified module.
pub fn bundle(project: &Project, esbuild: &Esbuild, sources: &Path, page: &str) -> Result<Vec<u8>> {
    let fetch = |(name, version): &(&str, &str)| npm::package(&project.tools(), name, version);
    let folders = packages(page).iter().map(fetch).collect::<Result<Vec<_>>>()?;
    let mut command = esbuild.command();
    command.arg(format!("./{page}.js")).current_dir(sources).env("NODE_PATH", beside(&folders)?);
    command.args(["--bundle", "--format=esm", "--loader:.css=text"]);
    // Loaded by every page, so it is no part of any bundle.
    command.arg("--external:*/data.js");
    Ok(run_quiet(&mut command)?.into_bytes())
}

/// The `NODE_PATH` under which Node finds the packages.
fn beside(packages: &[PathBuf]) -> Result<OsString> {
    let folders = packages.iter().map(|package| package.parent().context("a package lies in no folder"));
    Ok(std::env::join_paths(folders.collect::<Result<Vec<_>>>()?)?)
}
