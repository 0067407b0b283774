//! Pinned npm packages for build and tests, which readers never load.

use std::{ffi::OsStr, fs, path::Path, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::step::{line, run_quiet, step};

/// Version of `esbuild`, which bundles our scripts, and other people's in tests and in the benchmark.
pub const ESBUILD: &str = "0.28.2";

/// The folder of a package; downloads it into `tools` if it is missing.
pub fn package(tools: &Path, name: &str, version: &str) -> Result<PathBuf> {
    let folder = tools.join(format!("{}-{version}", name.rsplit('/').next().unwrap_or(name)));
    let package = folder.join("node_modules").join(name);
    if !package.is_dir() {
        install(&folder, name, &[format!("{name}@{version}")])?;
    }
    anyhow::ensure!(package.is_dir(), "{} is missing", package.display());
    Ok(package)
}

/// A `node_modules` with several packages that can import one another; downloads it if it is missing.
pub fn together(tools: &Path, name: &str, packages: &[&str]) -> Result<PathBuf> {
    let list = packages.join("\n");
    let folder = tools.join(format!("{name}-{}", &hash(list.as_bytes())[..8]));
    // Written last, so that an interrupted download is repeated.
    let complete = folder.join("complete");
    if !complete.is_file() {
        install(&folder, name, packages)?;
        fs::write(complete, list)?;
    }
    Ok(folder.join("node_modules"))
}

fn install(folder: &Path, name: &str, packages: &[impl AsRef<OsStr>]) -> Result<()> {
    fs::create_dir_all(folder)?;
    let flags = ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"];
    let mut install = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    install.args(flags).arg(folder).args(packages);
    match step(&format!("fetching {name}"), || run_quiet(&mut install)) {
        Ok(_) => Ok(()),
        Err(error) => bail!("cannot fetch {name}: with npm and a network, type `{}`\n{error:#}", line(&install)),
    }
}

/// A file of a package, verified against its hash.
pub fn file(folder: &Path, name: &str, sha256: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    if hash(&bytes) != sha256 {
        bail!("{} has the wrong hash; remove {}", path.display(), folder.display());
    }
    Ok(bytes)
}

/// SHA-256 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
