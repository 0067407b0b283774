//! axe-core, which checks pages for accessibility in tests; never shipped.

use anyhow::{Context, Result};

use super::tools;
use crate::npm;

const VERSION: &str = "4.14.1";
const SHA256: &str = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c";

/// The script; downloads it if it is missing.
pub fn script() -> Result<String> {
    let tools = tools().context("this program lies outside cargo's target folder")?;
    let folder = npm::package(&tools, "axe-core", VERSION)?;
    Ok(String::from_utf8(npm::file(&folder, "axe.min.js", SHA256)?)?)
}
