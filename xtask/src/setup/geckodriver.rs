//! Firefox's WebDriver server, which Debian has no package of: built from its crate, once, beside what cargo builds.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::step::{long_step, run};

const VERSION: &str = "0.37.1";

/// The program, where it has been built before.
pub fn find() -> Option<PathBuf> {
    Some(folder()?.join("bin/geckodriver")).filter(|path| path.is_file())
}

/// Builds it, without optimising: it passes a few messages a second. What that leaves would fill a small `/tmp`.
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

/// A folder of its own in cargo's target folder, which is where we run from and which cargo marks.
fn folder() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    let is_target = |folder: &&Path| folder.join("CACHEDIR.TAG").is_file();
    Some(program.ancestors().skip(1).find(is_target)?.join(format!("tools/geckodriver-{VERSION}")))
}
