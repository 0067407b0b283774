//! Installs what commands need on a fresh machine, or prints the command that does.

#[cfg(feature = "commands")]
pub mod amp;
pub mod axe;
pub mod browser;
pub mod bundlers;
#[cfg(feature = "commands")]
pub mod cargo_deny;
mod debian;
pub mod examples;
mod geckodriver;
pub mod nginx;
pub mod orca;
pub mod parts;
mod pip;
pub mod small_std;
#[cfg(feature = "commands")]
pub mod validators;
#[cfg(feature = "commands")]
pub mod vnu;
#[cfg(feature = "commands")]
pub mod wasm_target;

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::step::run_quiet;

/// The first of `names` found as a file on the `PATH`.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| env::split_paths(&path).map(|folder| folder.join(name)).find(|p| p.is_file()))
}

/// The program named by an environment variable, if it is a file.
fn from_environment(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| Path::is_file(path))
}

/// Output of `rustc` without the final line break.
pub fn rustc(args: &[&str]) -> Result<String> {
    let program = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    Ok(run_quiet(Command::new(program).args(args))?.trim_end().to_owned())
}

/// Folder of tools in cargo's target folder, found from the path of this program and the marker file of cargo.
pub(crate) fn tools() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    let is_target = |folder: &&Path| folder.join("CACHEDIR.TAG").is_file();
    Some(program.ancestors().skip(1).find(is_target)?.join("tools"))
}
