//! geckodriver, the WebDriver server of Firefox: built from its crate once, as Debian has no package.

use std::{env, fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use super::tools;

use crate::step::{long_step, run};

const VERSION: &str = "0.37.1";

/// Path of the program, if it has been built.
pub fn find() -> Option<PathBuf> {
    Some(folder()?.join("bin/geckodriver")).filter(|path| path.is_file())
}

/// Builds it without optimisation, as it handles only a few messages a second. Temporary files would fill a small
/// `/tmp`.
pub fn install() -> Result<()> {
    let folder = folder().context("this program lies outside cargo's target folder")?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    long_step("installing geckodriver, Firefox's driver, from its crate", || {
        run(Command::new(cargo)
            .args(["install", "geckodriver", "--version", VERSION, "--locked", "--debug", "--no-track", "--quiet"])
            .arg("--root")
            .arg(&folder)
            .arg("--target-dir")
            .arg(folder.join("build")))
        .with_context(|| format!("try: cargo install geckodriver --version {VERSION} --locked"))?;
        Ok(fs::remove_dir_all(folder.join("build"))?)
    })
}

fn folder() -> Option<PathBuf> {
    Some(tools()?.join(format!("geckodriver-{VERSION}")))
}
