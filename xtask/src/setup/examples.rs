//! What the examples for front-end developers need: their packages, and our own as the last build packed it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

use super::tools;
use crate::{npm, step::run_quiet};

/// Our package, which no registry has before a release.
const OURS: &str = "heistogram";

/// The folder of the examples.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples")
}

/// The `node_modules` with everything that the examples name in `package.json`, except for our own package.
pub fn packages() -> Result<PathBuf> {
    let mut needs = BTreeSet::new();
    for entry in fs::read_dir(folder())? {
        let path = entry?.path().join("package.json");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let package: Value = serde_json::from_str(&text)?;
        let lists = ["dependencies", "devDependencies"].map(|list| package[list].as_object());
        let named = lists.into_iter().flatten().flatten().filter(|(name, _)| *name != OURS);
        needs.extend(named.map(|(name, version)| format!("{name}@{}", version.as_str().unwrap_or_default())));
    }
    let tools = tools().context("this program lies outside cargo's target folder")?;
    npm::together(&tools, "examples", &needs.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Installs our package into the `node_modules` of a folder, from the archive that the last build packed.
pub fn install(folder: &Path) -> Result<PathBuf> {
    let archives = tools().context("this program lies outside cargo's target folder")?.with_file_name("archives");
    let files = fs::read_dir(&archives).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let packed = files.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "tgz"));
    let packed = packed.context("there is no npm package; `cargo xtask package` makes it")?;
    run_quiet(npm::install_in(folder).arg("--offline").arg(packed))?;
    Ok(folder.join("node_modules").join(OURS))
}
