//! What the tools of content systems leave of the code to paste. Each tool runs once for all tests.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};
use xtask::setup::parts;

use crate::server;

/// The address of the charts while the tools run; the real one differs from test to test.
const PLACEHOLDER: &str = "https://charts.example/";

type Cleaned = BTreeMap<String, String>;

static CLEANED: LazyLock<Result<Cleaned, String>> = LazyLock::new(|| clean().map_err(|error| format!("{error:#}")));

/// The folder of the pages.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// The code for the chart of proceeds as a tool leaves it; `None` where the tool is not available.
pub fn cleaned(tool: &str, site: &str) -> Result<Option<String>> {
    let all = CLEANED.as_ref().map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(all.get(tool).map(|code| code.replace(PLACEHOLDER, site)))
}

fn clean() -> Result<Cleaned> {
    let code = server::snippet("proceeds.en", PLACEHOLDER)?;
    let node = run(Command::new("node").arg(folder().join("sanitize.mjs")).arg(parts::packages()?), &code)?;
    let mut cleaned: Cleaned = serde_json::from_str(&node)?;
    let bleach = run(
        Command::new("python3")
            .arg(folder().join("with_bleach.py"))
            .env("PYTHONPATH", parts::bleach()?)
            .env("PYTHONDONTWRITEBYTECODE", "1"),
        &code,
    )?;
    cleaned.insert("bleach".into(), bleach);
    match parts::wordpress() {
        Ok(sources) => {
            let kses = run(Command::new("php").arg(folder().join("kses.php")).arg(sources), &code)?;
            cleaned.insert("kses".into(), kses);
        }
        Err(why) => eprintln!("skipped with WordPress: {why:#}"),
    }
    Ok(cleaned)
}

/// Returns what a program prints when it reads `input`.
pub fn run(command: &mut Command, input: &str) -> Result<String> {
    let name = command.get_program().to_owned();
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", name.display()))?;
    let mut stdin = child.stdin.take().context("it reads nothing")?;
    let input = input.to_owned();
    let write = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "{}: {}", name.display(), String::from_utf8_lossy(&output.stderr));
    write.join().map_err(|_| anyhow::anyhow!("{} was not written to", name.display()))??;
    Ok(String::from_utf8(output.stdout)?)
}
