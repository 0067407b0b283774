//! The Nu HTML checker, which validates built markup; never shipped.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use super::{debian, on_path, tools};
use crate::npm;

const VERSION: &str = "26.9.27";
const SHA256: &str = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47";
const JAR: &str = "build/dist/vnu.jar";
const PACKAGES: &[&str] = &["default-jre-headless"];

/// A command that runs the checker; downloads it if it is missing.
pub fn ensure() -> Result<Command> {
    let tools = tools().context("this program lies outside cargo's target folder")?;
    let folder = npm::package(&tools, "vnu-jar", VERSION)?;
    npm::file(&folder, JAR, SHA256)?;
    let mut command = Command::new(java()?);
    command.arg("-jar").arg(folder.join(JAR));
    Ok(command)
}

/// Finds Java; installs it if that needs no password.
fn java() -> Result<PathBuf> {
    if let Some(java) = on_path(&["java", "java.exe"]) {
        return Ok(java);
    }
    if debian::can_install() {
        debian::install(PACKAGES)?;
        if let Some(java) = on_path(&["java", "java.exe"]) {
            return Ok(java);
        }
    }
    bail!("Java is missing; try: {}", debian::line_to_type(PACKAGES));
}
