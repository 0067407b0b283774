//! Bundlers of applications: tests bundle the element into small ones.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::tools;
use crate::npm;

/// Folders of the packages.
#[derive(Clone, Debug)]
pub struct Bundlers {
    /// esbuild.
    pub esbuild: PathBuf,
    /// Rollup.
    pub rollup: PathBuf,
    /// Plugin that lets Rollup follow `new URL(…, import.meta.url)`.
    pub rollup_assets: PathBuf,
    /// Plugin that lets Rollup find packages.
    pub rollup_resolve: PathBuf,
    /// Vite.
    pub vite: PathBuf,
    /// webpack.
    pub webpack: PathBuf,
}

/// Finds the packages; downloads those that are missing.
pub fn ensure() -> Result<Bundlers> {
    let tools = &tools().context("this program lies outside cargo's target folder")?;
    Ok(Bundlers {
        esbuild: npm::package(tools, "esbuild", npm::ESBUILD)?,
        rollup: npm::package(tools, "rollup", "4.68.8")?,
        rollup_assets: npm::package(tools, "@web/rollup-plugin-import-meta-assets", "2.3.3")?,
        rollup_resolve: npm::package(tools, "@rollup/plugin-node-resolve", "16.0.3")?,
        vite: npm::package(tools, "vite", "6.4.6")?,
        webpack: npm::package(tools, "webpack", "5.113.0")?,
    })
}
