//! What a fresh machine lacks: the commands install it, say so, or name the line to type.

pub mod axe;
pub mod browser;
mod debian;
mod geckodriver;
pub mod nginx;
pub mod small_std;
#[cfg(feature = "commands")]
pub mod wasm_target;

use std::path::{Path, PathBuf};

/// The first of `names` that is a file on the `PATH`.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|p| p.is_file()))
}

/// The program a variable of the environment names, when it is a file.
fn from_environment(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| Path::is_file(path))
}

/// Where tools are kept in cargo's target folder, which is where we run from and which cargo marks.
fn tools() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let is_target = |folder: &&Path| folder.join("CACHEDIR.TAG").is_file();
    Some(program.ancestors().skip(1).find(is_target)?.join("tools"))
}
