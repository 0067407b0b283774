//! Checks of what is written in JavaScript: TypeScript's compiler goes by the types in comments, eslint by its recommended
//! rules.

use std::process::Command;

use anyhow::Result;

use crate::{npm, project::Project, step::run};

const PACKAGES: [&str; 3] = ["typescript@7.0.2", "eslint@10.15.0", "@eslint/js@10.0.1"];

/// Folders with a `tsconfig.json`: our scripts, and a page of somebody who goes by the types that we publish.
const TYPED: [&str; 2] = ["www", "tests/embedder"];

/// Fails at the first mistake of a kind.
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
