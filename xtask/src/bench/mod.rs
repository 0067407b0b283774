//! The benchmark: `<heist-chart>` beside an empty page, one written by hand and chart libraries, in real Chromium.
//!
//! Pages are in `xtask/bench/`; `tests/browser/examples/bench.rs` drives and times them, as it has the WebDriver
//! client.

mod data;
mod libraries;
pub mod real;
mod report;
mod site;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    build,
    project::{Project, cargo},
    setup::browser::Browser,
    step::run,
};

/// The page with our element.
const OURS: &str = "heistogram";
/// The hand-written page that the others are compared with.
const BARE: &str = "bare";
const EMPTY: &str = "empty";

/// Every page, in the order of the table.
pub const PAGES: &[&str] = &[EMPTY, BARE, OURS, "d3", "uplot", "chartjs", "echarts"];

/// Options of a measurement.
#[derive(Clone, Debug)]
pub struct Options {
    /// Pages by name.
    pub pages: Vec<String>,
    /// Numbers of incidents.
    pub sizes: Vec<u32>,
    /// Repetitions of every measurement; the median counts.
    pub rounds: u32,
}

/// Builds, measures, prints the table and writes it with all samples in JSON to `target/bench/`.
pub fn bench(project: &Project, options: &Options) -> Result<()> {
    build::build(project, &build::Options::default())?;
    let results = measure(project, options)?;
    let table = report::table(&results, options);
    write(project, "bench", &results, &table)
}

/// Prints the table, and writes it beside all samples in JSON.
fn write(project: &Project, name: &str, results: &Value, table: &str) -> Result<()> {
    println!("{table}");
    let file = |extension: &str| folder(project).join(format!("{name}.{extension}"));
    fs::write(file("json"), serde_json::to_string_pretty(results)? + "\n")?;
    fs::write(file("md"), table)?;
    println!("In full: {}", file("json").display());
    Ok(())
}

/// Checks that the benchmark still runs: the pages without libraries, with few incidents, and the real page.
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
    real::check(project)
}

fn folder(project: &Project) -> PathBuf {
    project.target.join("bench")
}

/// Measures the pages against the present `dist/`.
fn measure(project: &Project, options: &Options) -> Result<Value> {
    let served = folder(project).join("site");
    site::write(project, &options.pages, &served)?;
    let sizes = options.sizes.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let (pages, rounds) = (options.pages.join(","), options.rounds.to_string());
    let raw = drive(project, "bench", &served, &["--pages", &pages, "--sizes", &sizes, "--rounds", &rounds])?;
    report::results(&raw, options)
}

/// Runs an example of the browser tests on the pages of a folder, and returns what it has measured.
fn drive(project: &Project, example: &str, served: &Path, args: &[&str]) -> Result<Value> {
    Browser::Chromium.ensure()?;
    let raw = folder(project).join("raw.json");
    let mut driver = Command::new(cargo());
    driver.args(["run", "--quiet", "--package", "heistogram-browser-tests", "--example", example, "--"]);
    driver.arg(served).arg(&raw).args(args);
    run(driver.current_dir(&project.root))?;
    Ok(serde_json::from_slice(&fs::read(&raw)?)?)
}
