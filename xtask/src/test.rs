//! Every check, the fastest to fail first.

use std::{
    num::NonZero,
    process::Command,
    thread::available_parallelism,
    time::{Duration, Instant},
};

use anyhow::Result;
use heistogram::locale;

use crate::{
    bench,
    build::{self, wasm::Module},
    markup, metadata, package,
    project::{Project, cargo},
    scripts,
    setup::{axe, browser::Browser, bundlers, cargo_deny, examples, nginx, orca, parts, wasm_target::Toolchain},
    size,
    step::run,
};

/// Package of the browser tests.
const BROWSER_TESTS: &str = "heistogram-browser-tests";

/// Name and function of a check.
type Check = (&'static str, fn(&Project) -> Result<()>);

const CHECKS: &[Check] = &[
    ("format", format),
    ("packages", check_packages),
    ("lints", lint),
    ("lints for WebAssembly", lint_wasm),
    ("scripts", scripts::check),
    ("documentation", |project| {
        run(in_root(project, &["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
    }),
    ("native tests", test_natively),
    ("build", |project| build::build(project, &build::Options { package: true, ..build::Options::default() })),
    ("markup", markup::check),
    ("metadata", metadata::check),
    ("package", package::check),
    ("size", size::report),
    ("traces of this machine", build::places::check),
    ("browser tests", test_in_browsers),
    ("benchmark", bench::check),
];

/// Modules of the browser tests that `--quick` leaves out: they take two thirds of Chromium's time.
const SLOW: &[&str] = &[
    "bad_data::",
    "embedding::",
    "framed::",
    "growth::",
    "hearing::",
    "pictures::",
    "reaching::",
    "rules::",
    "taking::",
    "takeover::",
    "touching::",
    "walking::",
    "zooming::",
];

/// Checks of `--quick`, for use while editing.
const QUICK: &[Check] = &[
    ("format", format),
    ("lints", lint),
    ("native tests", test_natively),
    ("build", |project| build::build(project, &build::Options::default())),
    ("tests in Chromium", |project| {
        Browser::Chromium.ensure()?;
        let skipped = SLOW.iter().flat_map(|module| ["--skip", module]);
        let filter: Vec<&str> = [Browser::Chromium.name()].into_iter().chain(skipped).collect();
        run_browser_tests(project, &["--test", "product"], &filter)
    }),
];

/// Runs every check, as CI does.
pub fn all(project: &Project) -> Result<()> {
    run_checks(project, CHECKS)
}

/// Runs the quick checks.
pub fn quick(project: &Project) -> Result<()> {
    run_checks(project, QUICK)
}

/// Runs checks and stops at the first failure.
fn run_checks(project: &Project, checks: &[Check]) -> Result<()> {
    let mut times: Vec<(&str, Duration)> = Vec::new();
    for (number, (what, check)) in (1..).zip(checks) {
        println!("\n== {number}/{} {what}", checks.len());
        let start = Instant::now();
        if let Err(error) = check(project) {
            println!("\n{} passed, 1 failed", times.len());
            return Err(error.context(format!("{what} failed, check {number} of {}", checks.len())));
        }
        println!("== {what}: {:.1} s", start.elapsed().as_secs_f64());
        times.push((what, start.elapsed()));
    }
    println!();
    for (what, time) in &times {
        println!("{what:24}{:>8.1} s", time.as_secs_f64());
    }
    println!("{:24}{:>8.1} s", "total", times.iter().map(|(_, time)| time.as_secs_f64()).sum::<f64>());
    println!("\n{} passed, 0 failed", times.len());
    Ok(())
}

fn format(project: &Project) -> Result<()> {
    run_cargo(project, &["fmt", "--all", "--check"])
}

fn lint(project: &Project) -> Result<()> {
    run_cargo(project, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn test_natively(project: &Project) -> Result<()> {
    run_cargo(project, &["test", "--workspace", "--exclude", BROWSER_TESTS])
}

/// Advisories need a database that no registry serves; they are checked when packages are updated.
fn check_packages(project: &Project) -> Result<()> {
    let mut deny = Command::new(cargo_deny::ensure()?);
    deny.args(["--workspace", "--locked", "--log-level", "error", "check", "licenses", "bans", "sources"]);
    run(deny.current_dir(&project.root))
}

fn lint_wasm(project: &Project) -> Result<()> {
    let toolchain = Toolchain::ensure()?;
    if toolchain == Toolchain::Debian {
        println!("skipped: Debian's packages have no clippy for the target");
        return Ok(());
    }
    for module in [Module::of(locale::ALL[0]), Module::validator()] {
        let mut clippy = toolchain.cargo("clippy");
        clippy.args(["--package", "heistogram", "--lib", "--features", module.features, "--", "-D", "warnings"]);
        run(clippy.current_dir(&project.root))?;
    }
    Ok(())
}

/// Builds, and runs the drills whose names contain `name`, one after the other.
pub fn drill(project: &Project, name: &str) -> Result<()> {
    if name.contains("orca") {
        // Reports a missing program before anything is built.
        orca::ensure()?;
    }
    build::build(project, &build::Options::default())?;
    ensure_browsers()?;
    let only_drills = ["--test-threads=1", "--nocapture", "--ignored", name];
    run_cargo(project, &[&["test", "--package", BROWSER_TESTS, "--test", "drills", "--"], &only_drills[..]].concat())
}

fn ensure_browsers() -> Result<()> {
    Browser::ALL.iter().try_for_each(|browser| browser.ensure().map(drop))
}

fn test_in_browsers(project: &Project) -> Result<()> {
    ensure_browsers()?;
    nginx::ensure()?;
    axe::script()?;
    parts::packages()?;
    parts::bleach()?;
    if let Err(why) = parts::wordpress() {
        println!("skipped: the tests with WordPress: {why:#}");
    }
    if let Err(error) = bundlers::ensure() {
        println!("skipped: the element in applications that bundlers build, {error:#}");
    }
    examples::packages()?;
    run_browser_tests(project, &[], &[])
}

fn run_browser_tests(project: &Project, targets: &[&str], filter: &[&str]) -> Result<()> {
    // Two threads for each core, as tests mostly wait for browsers.
    let threads = format!("--test-threads={}", 2 * available_parallelism().map_or(1, NonZero::get));
    let head = ["test", "--package", BROWSER_TESTS, "--no-fail-fast"];
    run_cargo(project, &[&head, targets, &["--", &threads], filter].concat())
}

fn run_cargo(project: &Project, args: &[&str]) -> Result<()> {
    run(&mut in_root(project, args))
}

fn in_root(project: &Project, args: &[&str]) -> Command {
    let mut command = Command::new(cargo());
    command.args(args).current_dir(&project.root);
    command
}
