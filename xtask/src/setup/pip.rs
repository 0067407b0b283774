//! Pinned Python packages for tests.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::debian;
use crate::step::{line, run_quiet, step};

/// Debian installs Python without pip.
const DEBIAN_PACKAGES: &[&str] = &["python3-pip"];

/// pip as a command.
pub fn command() -> Command {
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip"]);
    pip
}

/// Installs pip if it is missing and that needs no password.
pub fn ensure() -> Result<()> {
    if run_quiet(command().arg("--version")).is_err() && debian::can_install() {
        debian::install(DEBIAN_PACKAGES)?;
    }
    Ok(())
}

/// A folder for `PYTHONPATH` with packages, each with its version; downloads them if they are missing.
pub fn together(tools: &Path, name: &str, packages: &[&str]) -> Result<PathBuf> {
    let folder = tools.join(name);
    if folder.is_dir() {
        return Ok(folder);
    }
    ensure()?;
    let install_in = |folder: &Path| {
        let mut install = command();
        install.args(["install", "--quiet"]).args(packages).arg("--target").arg(folder);
        install
    };
    fs::create_dir_all(tools)?;
    // Moved when complete: another thread may need them at the same time, and a download may be interrupted.
    let new = tempfile::tempdir_in(tools)?;
    step(&format!("fetching {}", packages.join(", ")), || run_quiet(&mut install_in(new.path()))).with_context(
        || format!("cannot fetch {name}: with Python and a network, type `{}`", line(&install_in(&folder))),
    )?;
    match fs::rename(new.path(), &folder) {
        Err(error) if !folder.is_dir() => Err(error).with_context(|| format!("cannot write {}", folder.display())),
        // Somebody else may have been first.
        _ => Ok(folder),
    }
}
