//! Pinned packages of npm that build and tests use and readers never load.

use std::{fs, path::Path, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

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

/// A file of a package, if it is the one it should be.
pub fn file(folder: &Path, name: &str, sha256: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    if hash(&bytes) != sha256 {
        bail!("{} is not the file it should be; remove {}", path.display(), folder.display());
    }
    Ok(bytes)
}

/// SHA-256 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
