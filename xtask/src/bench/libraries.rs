//! Libraries to compare with, and what makes one small file of a page and the parts of them that it uses: npm has both.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{build::esbuild::Esbuild, npm, project::Project, step::run_quiet};

/// Packages by the page that uses them.
const PACKAGES: &[(&str, &[(&str, &str)])] = &[
    ("d3", &[("d3-array", "3.2.5"), ("d3-quadtree", "3.0.2"), ("d3-scale", "4.0.3"), ("d3-shape", "3.2.1")]),
    ("uplot", &[("uplot", "1.6.32")]),
    ("chartjs", &[("chart.js", "4.6.1")]),
    ("echarts", &[("echarts", "6.1.0")]),
];

/// The packages of a page with their versions; none where it uses none.
pub fn packages(page: &str) -> &'static [(&'static str, &'static str)] {
    PACKAGES.iter().find(|(name, _)| *name == page).map_or(&[], |(_, packages)| packages)
}

/// A page of `sources` with what it uses of its packages as one minified module.
pub fn bundle(project: &Project, esbuild: &Esbuild, sources: &Path, page: &str) -> Result<Vec<u8>> {
    let fetch = |(name, version): &(&str, &str)| npm::package(&project.tools(), name, version);
    let folders = packages(page).iter().map(fetch).collect::<Result<Vec<_>>>()?;
    let mut command = esbuild.command();
    command.arg(format!("./{page}.js")).current_dir(sources).env("NODE_PATH", beside(&folders)?);
    command.args(["--bundle", "--format=esm", "--loader:.css=text"]);
    // What every page loads counts to none.
    command.arg("--external:*/data.js");
    Ok(run_quiet(&mut command)?.into_bytes())
}

/// The folders in which packages lie, as Node looks for them.
fn beside(packages: &[PathBuf]) -> Result<OsString> {
    let folders = packages.iter().map(|package| package.parent().context("a package lies in no folder"));
    Ok(std::env::join_paths(folders.collect::<Result<Vec<_>>>()?)?)
}
