//! `wasm-opt`, run by Node if it is installed. Measured: 17.0 kB of the first view (English, brotli), names of functions
//! included.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, PoisonError},
};

use anyhow::Result;

use super::cache::Cache;
use crate::{npm, project::Project, step::run_quiet};

/// Version of the npm package `binaryen`, which includes `wasm-opt`.
const VERSION: &str = "132.0.0";
const SHA256: &str = "608c021fa3f2c68cdc26f06a1454341089a0e689abb71cbe5a23ef7300e7f3e3";

/// Tuned for the compressed size: `-Oz`, or inlining functions with one caller, makes the file smaller but its
/// compressed form larger. The lowest addresses hold the end of the stack and no data, so offsets can be folded into
/// loads and stores. The list of required engine features serves only tools, so it is dropped.
const FLAGS: [&str; 5] =
    ["-Os", "--converge", "--one-caller-inline-max-function-size=0", "--low-memory-unused", "--strip-target-features"];

/// Modules are optimised in parallel; the first downloads the tool.
static TOOL: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Optimises the code. Without Node, npm or a network it stays as it is; in a release that is an error.
pub fn shrink(project: &Project, cache: &Cache, wasm: Vec<u8>, release: bool) -> Result<Vec<u8>> {
    let small = cache.get_or(&format!("wasm-opt-{VERSION} {}", FLAGS.join(" ")), &wasm, |wasm| {
        run_quiet(Command::new("node").arg("--version"))?;
        optimize(&tool(&project.tools())?, &project.tools(), wasm)
    });
    match small {
        Err(error) if release => Err(error.context("a release needs wasm-opt")),
        Err(error) => {
            eprintln!("wasm-opt skipped: {error:#}");
            Ok(wasm)
        }
        small => small,
    }
}

/// Path of the tool; downloads it if it is missing and verifies its hash once.
fn tool(tools: &Path) -> Result<PathBuf> {
    let mut known = TOOL.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(tool) = &*known {
        return Ok(tool.clone());
    }
    let name = "bin/wasm-opt";
    let package = npm::package(tools, "binaryen", VERSION)?;
    npm::file(&package, name, SHA256)?;
    Ok(known.insert(package.join(name)).clone())
}

fn optimize(tool: &Path, tools: &Path, wasm: &[u8]) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir_in(tools)?;
    let (input, output) = (folder.path().join("input.wasm"), folder.path().join("output.wasm"));
    fs::write(&input, wasm)?;
    run_quiet(Command::new("node").arg(tool).args(FLAGS).arg(&input).arg("-o").arg(&output))?;
    Ok(fs::read(&output)?)
}
