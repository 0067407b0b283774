//! `wasm-opt`, where Node can run it: about a seventh less to load.

use std::{fs, path::Path, process::Command, sync::Mutex};

use anyhow::Result;

use super::cache::{Cache, short_hash};
use crate::{npm, project::Project, step::run_quiet};

/// Version of the npm package `binaryen`, which holds `wasm-opt` ready to run.
const VERSION: &str = "132.0.0";

/// For size as readers load it: `-Oz`, or pulling functions into their only caller, makes the file smaller and its
/// compressed form larger. The lowest addresses hold the end of the stack and no data, so offsets can be folded into loads
/// and stores. What the code asks of an engine is listed for tools alone.
const FLAGS: [&str; 5] =
    ["-Os", "--converge", "--one-caller-inline-max-function-size=0", "--low-memory-unused", "--strip-target-features"];

/// Modules are made smaller beside one another; whoever comes first fetches the tool.
static FETCHING: Mutex<()> = Mutex::new(());

/// Makes the code smaller. Without Node, npm or a network it stays as it is.
pub fn shrink(project: &Project, cache: &Cache, wasm: Vec<u8>) -> Result<Vec<u8>> {
    let small = cache.get_or(&format!("wasm-opt-{VERSION} {}", FLAGS.join(" ")), &wasm, |wasm| {
        run_quiet(Command::new("node").arg("--version"))?;
        let tool = {
            let _fetched_once = FETCHING.lock();
            npm::package(&project.tools(), "binaryen", VERSION)?.join("bin/wasm-opt")
        };
        optimize(&tool, &project.tools(), wasm)
    });
    match small {
        Ok(small) => Ok(small),
        Err(error) => {
            eprintln!("wasm-opt skipped: {error:#}");
            Ok(wasm)
        }
    }
}

fn optimize(tool: &Path, tools: &Path, wasm: &[u8]) -> Result<Vec<u8>> {
    let name = short_hash(wasm);
    let file = |end: &str| tools.join(format!("{name}-{end}-{}.wasm", std::process::id()));
    let (input, output) = (file("input"), file("output"));
    fs::write(&input, wasm)?;
    let result = run_quiet(Command::new("node").arg(tool).args(FLAGS).arg(&input).arg("-o").arg(&output))
        .and_then(|_| Ok(fs::read(&output)?));
    for file in [input, output] {
        // The output is missing when the tool failed.
        let _ = fs::remove_file(file);
    }
    result
}
