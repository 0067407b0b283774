//! The benchmark: `<heist-chart>` beside an empty page, one written by hand and chart libraries, in real Chromium.
//!
//! Pages are in `xtask/bench/`; what drives and times them is `tests/browser/examples/bench.rs`, which has the client.

mod data;
mod libraries;
mod report;
mod site;

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    build,
    project::{Project, cargo},
    setup::browser::Browser,
    step::run,
};

/// The page of our own.
const OURS: &str = "heistogram";
/// The page that the others are compared with.
const BARE: &str = "bare";
const EMPTY: &str = "empty";

/// Every page, in the order of the table.
pub const PAGES: &[&str] = &[EMPTY, BARE, OURS, "d3", "uplot", "chartjs", "echarts"];

/// What is measured.
#[derive(Clone, Debug)]
pub struct Options {
    /// Pages by name.
    pub pages: Vec<String>,
    /// Numbers of incidents.
    pub sizes: Vec<u32>,
    /// How often everything is done; the median counts.
    pub rounds: u32,
}

/// Builds, measures, and writes the table to the terminal and, with everything in JSON, to `target/bench/`.
pub fn bench(project: &Project, options: &Options) -> Result<()> {
    build::build(project, &build::Options::default())?;
    let results = measure(project, options)?;
    let table = report::table(&results, options);
    println!("{table}");
    let (json, markdown) = (folder(project).join("bench.json"), folder(project).join("bench.md"));
    fs::write(&json, serde_json::to_string_pretty(&results)? + "\n")?;
    fs::write(markdown, table)?;
    println!("In full: {}", json.display());
    Ok(())
}

/// Whether the benchmark still runs: the pages that need no library, with few incidents.
pub fn check(project: &Project) -> Result<()> {
    let pages = [BARE, OURS].map(str::to_owned).to_vec();
    let results = measure(project, &Options { pages, sizes: vec![100], rounds: 1 })?;
    for (page, name) in [BARE, OURS].iter().flat_map(|page| report::NAMES.map(|name| (page, name))) {
        let found = results["figures"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|figure| figure["page"] == *page && figure["measure"] == name && figure["median"].is_number());
        let figure = found.with_context(|| format!("{name} of {page} was not measured"))?;
        ensure!(name != "nearest" || figure["median"] == 1.0, "{page}: hovering names another than the nearest");
    }
    Ok(())
}

fn folder(project: &Project) -> PathBuf {
    project.target.join("bench")
}

/// What the pages take, with the present `dist/`.
fn measure(project: &Project, options: &Options) -> Result<Value> {
    Browser::Chromium.ensure()?;
    let folder = folder(project);
    let served = folder.join("site");
    site::write(project, &options.pages, &served)?;
    let raw = folder.join("raw.json");
    let mut driver = Command::new(cargo());
    driver.args(["run", "--quiet", "--package", "heistogram-browser-tests", "--example", "bench", "--"]);
    driver.arg(&served).arg(&raw);
    driver.args(["--pages", &options.pages.join(",")]);
    driver.args(["--sizes", &options.sizes.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")]);
    driver.args(["--rounds", &options.rounds.to_string()]);
    run(driver.current_dir(&project.root))?;
    let raw: Value = serde_json::from_slice(&fs::read(&raw)?)?;
    report::results(&raw, options)
}
