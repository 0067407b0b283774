//! Static checks of JavaScript: tsc checks the types in comments, eslint applies its recommended rules.

use std::process::Command;

use anyhow::Result;

use crate::{npm, project::Project, step::run};

const PACKAGES: [&str; 3] = ["typescript@7.0.2", "eslint@10.15.0", "@eslint/js@10.0.1"];

/// Folders with a `tsconfig.json`: our scripts, and a page that uses the published types.
const TYPED: [&str; 2] = ["www", "tests/embedder"];

/// Fails if tsc or eslint reports an error.
pub fn check(project: &Project) -> Result<()> {
    let packages = npm::together(&project.tools(), "linters", &PACKAGES)?;
    let node = |script: &str| {
        let mut node = Command::new("node");
        node.arg(packages.join(script)).current_dir(&project.root).env("NODE_PATH", &packages);
        node
    };
    for folder in TYPED {
        run(node("typescript/bin/tsc").args(["--project", folder]))?;
    }
    run(node("eslint/bin/eslint.js").args(["--config", "www/eslint.config.cjs", "www"]))
}
