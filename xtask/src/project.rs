//! Paths: the repository, cargo's target directory, `dist/`.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The directories that every command uses.
#[derive(Clone, Debug)]
pub struct Project {
    /// Root of the repository.
    pub root: PathBuf,
    /// Cargo's target directory, as set by the environment or the configuration.
    pub target: PathBuf,
}

impl Project {
    /// Asks cargo for the workspace, so that `CARGO_TARGET_DIR` and configuration files are respected.
    pub fn find() -> Result<Self> {
        let metadata = metadata(Path::new(env!("CARGO_MANIFEST_DIR")))?;
        let path = |key: &str| {
            metadata[key].as_str().map(PathBuf::from).with_context(|| format!("cargo metadata lacks {key}"))
        };
        Ok(Self { root: path("workspace_root")?, target: path("target_directory")? })
    }

    /// Output of the build: a folder that any static host can serve.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Tools that the build downloads.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The archives of a release, or the npm package alone, with their checksums.
    pub fn archives(&self) -> PathBuf {
        self.target.join("archives")
    }

    /// The product's own package, as cargo describes it.
    pub fn package(&self) -> Result<Value> {
        let mut metadata = metadata(&self.root)?;
        let packages = metadata["packages"].as_array_mut().context("cargo metadata lacks packages")?;
        let ours = packages.iter().position(|package| package["name"] == "heistogram");
        Ok(packages.swap_remove(ours.context("the workspace lacks our package")?))
    }

    /// Version of the product, as its package has it.
    pub fn version(&self) -> Result<String> {
        Ok(self.package()?["version"].as_str().context("our package has no version")?.to_owned())
    }

    /// The manifest: which file of the built site loads when.
    pub fn manifest(&self) -> PathBuf {
        self.target.join("manifest.json")
    }

    /// Cached results of earlier builds.
    pub fn cache(&self) -> PathBuf {
        self.target.join("xtask-cache")
    }
}

/// What cargo knows of the workspace of a package, without its dependencies.
fn metadata(folder: &Path) -> Result<Value> {
    let output = Command::new(cargo())
        .args(["metadata", "--no-deps", "--format-version", "1", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start cargo")?;
    if !output.status.success() {
        bail!("cargo cannot read the workspace");
    }
    serde_json::from_slice(&output.stdout).context("cargo metadata is not JSON")
}

/// The cargo that runs this program, so that nested calls use the same toolchain.
pub fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
