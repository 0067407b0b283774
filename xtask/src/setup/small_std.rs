//! The standard library built for size, where the compiler's sources of it can be had.
//!
//! The ready-built one is made for speed and carries the words of every panic. Measured: 16.7 kB of the first view
//! (English, brotli).

use std::{path::PathBuf, process::Command};

use super::{on_path, rustc};
use crate::step::run;

/// The part of rustup's toolchains that holds the sources.
const COMPONENT: &str = "rust-src";

/// What the compiler is told besides: panics say nothing, so nothing keeps words for them.
const FLAGS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// The line that brings the sources.
pub const LINE_TO_TYPE: &str = "rustup component add rust-src";

/// Adds what builds the standard library along, for size and without the words of panics, and gives the flags of the
/// compiler that go with it. Without its sources there are none, and the ready-built one serves, with a word.
pub fn apply(cargo: &mut Command) -> Option<&'static [&'static str]> {
    if !ensure_sources() {
        eprintln!("the standard library's sources are missing, so the code stays larger; try: {LINE_TO_TYPE}");
        return None;
    }
    cargo
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        // These switches are not stable yet; what they build is the same library.
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
