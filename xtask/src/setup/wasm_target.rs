//! The compiler's WebAssembly target, and a cargo that builds for it.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, bail};

use super::{debian, on_path, rustc};
use crate::{project::cargo, step::run};

/// Name of the target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's toolchain with the sources of the standard library, as Debian has no compiled one for the target.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_SOURCES: &str = "/usr/lib/rustlib/src/rust/library/Cargo.lock";
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-22";

/// A toolchain that builds for the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The toolchain that runs this program.
    Own,
    /// Debian's packages, which build the standard library too.
    Debian,
}

impl Toolchain {
    /// Finds a toolchain for the target; installs it if that needs no password.
    pub fn ensure() -> Result<Self> {
        if has_target()? {
            return Ok(Self::Own);
        }
        let mut why = "rustup is not installed".to_owned();
        if on_path(&["rustup"]).is_some() {
            eprintln!("installing the target {TARGET}");
            match run(Command::new("rustup").args(["target", "add", TARGET])) {
                Ok(()) if has_target()? => return Ok(Self::Own),
                Ok(()) => "the compiler is not rustup's".clone_into(&mut why),
                Err(error) => why = format!("{error:#}"),
            }
        }
        if debian_is_complete() {
            return Ok(Self::Debian);
        }
        if debian::can_install() {
            eprintln!("{why}; using Debian's packages instead");
            debian::install(DEBIAN_PACKAGES)?;
            if debian_is_complete() {
                return Ok(Self::Debian);
            }
        }
        bail!("the target {TARGET} is missing ({why}); try: rustup target add {TARGET}");
    }

    /// A cargo command for the target, including the option that selects it.
    pub fn cargo(self, subcommand: &str) -> Command {
        match self {
            Self::Own => {
                let mut command = Command::new(cargo());
                command.args([subcommand, "--target", TARGET]);
                command
            }
            Self::Debian => {
                let mut command = Command::new(DEBIAN_CARGO);
                command
                    .args([subcommand, "--target", TARGET, "-Zbuild-std=std,panic_abort"])
                    .env("RUSTC", DEBIAN_RUSTC)
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER)
                    // rustup sets it for child processes of its own toolchain.
                    .env_remove("RUSTUP_TOOLCHAIN")
                    .env_remove("CARGO");
                command
            }
        }
    }
}

/// Whether the compiler's sysroot has the standard library of the target.
fn has_target() -> Result<bool> {
    let libraries = PathBuf::from(rustc(&["--print", "sysroot"])?).join("lib/rustlib").join(TARGET).join("lib");
    Ok(holds_std(&libraries))
}

fn holds_std(libraries: &Path) -> bool {
    std::fs::read_dir(libraries)
        .is_ok_and(|entries| entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-")))
}

fn debian_is_complete() -> bool {
    [DEBIAN_CARGO, DEBIAN_RUSTC, DEBIAN_SOURCES, DEBIAN_LINKER].iter().all(|path| Path::new(path).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_target_folder_is_no_target() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!holds_std(&folder.path().join("none")));
        std::fs::write(folder.path().join("libcore-1.rlib"), "").unwrap();
        assert!(!holds_std(folder.path()));
        std::fs::write(folder.path().join("libstd-1.rlib"), "").unwrap();
        assert!(holds_std(folder.path()));
    }
}
