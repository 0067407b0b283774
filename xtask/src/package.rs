//! Validates the npm package, with npm itself and with programs of others.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{npm, project::Project, setup::validators, step::run_quiet};

/// The package with its archive of the last build.
pub fn check(project: &Project) -> Result<()> {
    let archive = project.archives().join(format!("heistogram-{}.tgz", project.version()?));
    ensure!(archive.is_file(), "{} is missing: `cargo xtask package`", archive.display());
    let mut pack = npm::command();
    let packed = run_quiet(pack.args(["pack", "--dry-run", "--json"]).arg(&archive))?;
    let packed: Value = serde_json::from_str(&packed).context("npm pack prints no JSON")?;
    let [package] = packed.as_array().map(Vec::as_slice).unwrap_or_default() else {
        anyhow::bail!("npm pack describes no package: {packed}");
    };
    println!("{} files, {} B, unpacked {} B", package["entryCount"], package["size"], package["unpackedSize"]);
    let validators = validators::of_packages()?;
    let node = |script: &str| {
        let mut node = Command::new("node");
        node.arg(validators.join(script));
        node
    };
    run_quiet(node("publint/src/cli.js").args(["run", "--strict"]).arg(&archive))?;
    // The package has no CommonJS: every version of Node that is supported imports ES modules.
    run_quiet(node("@arethetypeswrong/cli/dist/index.js").args(["--profile", "esm-only"]).arg(&archive))?;
    Ok(())
}
