//! Builds the standard library for size, if its sources are available.
//!
//! The prebuilt one is optimised for speed and contains the messages of every panic: a fifth of the download.

use std::{path::PathBuf, process::Command};

use super::{on_path, rustc};
use crate::step::run;

/// The rustup component with the sources.
const COMPONENT: &str = "rust-src";

/// Additional flags of the compiler: without messages of panics.
const FLAGS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// The command that installs the sources.
pub const LINE_TO_TYPE: &str = "rustup component add rust-src";

/// Adds the options that build the standard library for size, and returns the flags of the compiler that belong to
/// them. Without the sources it prints a hint and returns none; the prebuilt library is used.
pub fn apply(cargo: &mut Command) -> Option<&'static [&'static str]> {
    if !ensure_sources() {
        eprintln!("the standard library's sources are missing, so the code stays larger; try: {LINE_TO_TYPE}");
        return None;
    }
    cargo
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        // The options are unstable; the library built is the same.
        .env("RUSTC_BOOTSTRAP", "1");
    Some(&FLAGS)
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
    rustc(&["--print", "sysroot"])
        .is_ok_and(|sysroot| PathBuf::from(sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
}
