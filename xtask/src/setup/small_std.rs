//! The standard library built for size, where the compiler's sources of it can be had.
//!
//! The ready-built one is made for speed and carries the words of every panic: a fifth of what readers would download.

use std::{path::PathBuf, process::Command};

use crate::step::{run, run_quiet};

use super::on_path;

/// The part of rustup's toolchains that holds the sources.
const COMPONENT: &str = "rust-src";

/// Adds what builds the standard library along, for size and without the words of panics; without its sources the
/// ready-built one serves, with a word.
pub fn apply(cargo: &mut Command) {
    if !ensure_sources() {
        eprintln!(
            "the standard library's sources are missing, so the code stays larger; try: rustup component add {COMPONENT}"
        );
        return;
    }
    cargo
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        // These switches are not stable yet; what they build is the same library.
        .env("RUSTC_BOOTSTRAP", "1")
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
        );
}

fn ensure_sources() -> bool {
    if has_sources() {
        return true;
    }
    if on_path(&["rustup"]).is_none() {
        return false;
    }
    eprintln!("installing {COMPONENT}");
    run(Command::new("rustup").args(["component", "add", COMPONENT])).is_ok() && has_sources()
}

fn has_sources() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    run_quiet(Command::new(rustc).args(["--print", "sysroot"]))
        .is_ok_and(|sysroot| PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
}
