//! Pinned packages of npm that the build uses and readers never load.

use std::{fs, path::Path, path::PathBuf, process::Command};

use anyhow::{Result, bail};

use crate::step::{line, run_quiet, step};

/// The folder of a package, fetched into `tools` when it is not there yet.
pub fn package(tools: &Path, name: &str, version: &str) -> Result<PathBuf> {
    let folder = tools.join(format!("{}-{version}", name.rsplit('/').next().unwrap_or(name)));
    let package = folder.join("node_modules").join(name);
    if package.is_dir() {
        return Ok(package);
    }
    fs::create_dir_all(&folder)?;
    let flags = ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"];
    let mut install = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    install.args(flags).arg(&folder).arg(format!("{name}@{version}"));
    match step(&format!("fetching {name}"), || run_quiet(&mut install)) {
        Ok(_) if package.is_dir() => Ok(package),
        Ok(_) => bail!("{} is missing", package.display()),
        Err(error) => bail!("cannot fetch {name}: with npm and a network, type `{}`\n{error:#}", line(&install)),
    }
}
