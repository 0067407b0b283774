//! What a fresh machine lacks: the commands install it, say so, or name the line to type.

pub mod axe;
pub mod browser;
pub mod bundlers;
#[cfg(feature = "commands")]
pub mod cargo_deny;
mod debian;
mod geckodriver;
pub mod nginx;
pub mod orca;
pub mod parts;
pub mod small_std;
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

/// The first of `names` that is a file on the `PATH`.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| env::split_paths(&path).map(|folder| folder.join(name)).find(|p| p.is_file()))
}

/// The program a variable of the environment names, when it is a file.
fn from_environment(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| Path::is_file(path))
}

/// What the compiler answers on one line or several, without the end of the last.
pub fn rustc(args: &[&str]) -> Result<String> {
    let program = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    Ok(run_quiet(Command::new(program).args(args))?.trim_end().to_owned())
}

/// Where tools are kept in cargo's target folder, which is where we run from and which cargo marks.
pub(crate) fn tools() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    let is_target = |folder: &&Path| folder.join("CACHEDIR.TAG").is_file();
    Some(program.ancestors().skip(1).find(is_target)?.join("tools"))
}
