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
    if !folder.is_dir() {
        install(&folder, name, packages)?;
    }
    Ok(folder.join("node_modules"))
}

/// Downloads packages to another place and moves them to `folder` when they are complete: another thread or process may
/// need them at the same time, and a download may be interrupted.
fn install(folder: &Path, name: &str, packages: &[impl AsRef<OsStr>]) -> Result<()> {
    let tools = folder.parent().context("the folder of a package is in another")?;
    fs::create_dir_all(tools)?;
    let new = tempfile::tempdir_in(tools)?;
    if let Err(error) = step(&format!("fetching {name}"), || run_quiet(install_in(new.path()).args(packages))) {
        let mut by_hand = install_in(folder);
        by_hand.args(packages);
        bail!("cannot fetch {name}: with npm and a network, type `{}`\n{error:#}", line(&by_hand));
    }
    match fs::rename(new.path(), folder) {
        Err(error) if !folder.is_dir() => Err(error).with_context(|| format!("cannot write {}", folder.display())),
        // Somebody else may have been first.
        _ => Ok(()),
    }
}

/// A command that installs the packages which follow into a folder.
pub fn install_in(folder: &Path) -> Command {
    let mut install = command();
    install.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(folder);
    install
}

/// A command that runs npm.
pub fn command() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
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
