//! Loads the pages of the benchmark in Chromium and writes down what they take: `cargo xtask bench` makes the pages,
//! starts this and makes a table of it. What is done to a page is in `xtask/bench/run.js`.
#![allow(clippy::print_stderr, reason = "it says how far it is")]

use std::{fs, path::PathBuf, thread::available_parallelism, time::Duration};

use anyhow::{Context, Result};
use clap::Parser;
use fantoccini::wd::TimeoutConfiguration;
use heistogram_browser_tests::{Browser, Options, Server, Session};
use serde_json::{Value, json};

/// Measures pages.
#[derive(Debug, Parser)]
struct Args {
    /// Folder of the pages.
    site: PathBuf,
    /// JSON file to write.
    out: PathBuf,
    /// Names of pages.
    #[arg(long, value_delimiter = ',')]
    pages: Vec<String>,
    /// Numbers of incidents.
    #[arg(long, value_delimiter = ',')]
    sizes: Vec<u32>,
    /// How often.
    #[arg(long)]
    rounds: u32,
}

/// How long a page may take for one thing.
const LIMIT: Duration = Duration::from_secs(30);
const TOO_LONG: &str = "> 30 s";

/// Incidents in a page that is loaded, and the same with a processor that is so many times slower.
const LOADED: u32 = 1000;
const SLOWER: u32 = 4;

/// Where memory is looked at, after how many redraws once more.
const KEPT: u32 = 10_000;
const REDRAWS: u32 = 200;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let args = Args::parse();
    let server = Server::start(&args.site, 0)?;
    let mut bench = Bench { server, runs: Vec::new(), over: Vec::new() };
    let browser = open().await?.devtools("Browser.getVersion", json!({})).await?;
    // Pages take turns, so that whatever else the machine does hits all alike.
    for round in 1..=args.rounds {
        for page in &args.pages {
            eprintln!("round {round}: loading {page}");
            bench.load(page, 1).await?;
            bench.load(page, SLOWER).await?;
        }
        for size in &args.sizes {
            for page in &args.pages {
                eprintln!("round {round}: {page}, {size} incidents");
                bench.touch(page, *size).await?;
            }
        }
    }
    if args.sizes.contains(&KEPT) {
        for page in &args.pages {
            eprintln!("{page}, {REDRAWS} redraws");
            bench.keep(page).await?;
        }
    }
    let cores = available_parallelism()?.get();
    let results = json!({ "browser": browser["product"], "cores": cores, "runs": bench.runs });
    fs::write(&args.out, results.to_string()).with_context(|| format!("cannot write {}", args.out.display()))
}

/// A browser nobody has used: its caches are cold, its memory is its own.
async fn open() -> Result<Session> {
    // High enough for all three charts, so that none waits for a reader.
    let options = Options { width: 800, height: 2200, dpr: 2.0, reduced_motion: true, ..Options::default() };
    let session = Session::open(Browser::Chromium, options).await?;
    let timeouts = TimeoutConfiguration::new(Some(LIMIT), Some(LIMIT), None);
    session.client.update_timeouts(timeouts).await?;
    Ok(session)
}

/// What has been measured so far.
struct Bench {
    server: Server,
    runs: Vec<Value>,
    /// Pages with as many incidents as were too many.
    over: Vec<(String, u32)>,
}

impl Bench {
    /// A page with so many incidents, when it has loaded.
    async fn goto(&self, session: &mut Session, page: &str, query: &str) -> Result<Value> {
        session.goto(&format!("{}{page}.html?{query}", self.server.url())).await?;
        match session.wait_until("return globalThis.loaded").await {
            Ok(loaded) => Ok(loaded),
            Err(error) => Err(error.context(format!("{page} does not load: {:?}", session.console_errors().await?))),
        }
    }

    fn note(&mut self, page: &str, n: u32, measure: &str, values: &Value) {
        self.runs.push(json!({ "page": page, "n": n, "measure": measure, "values": values }));
    }

    /// From an address to three charts.
    async fn load(&mut self, page: &str, slower: u32) -> Result<()> {
        let mut session = open().await?;
        session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await?;
        let loaded = self.goto(&mut session, page, &format!("n={LOADED}&load")).await?;
        let slow = if slower == 1 { "" } else { "_slow" };
        for measure in ["first_picture", "ready"] {
            self.note(page, LOADED, &format!("{measure}{slow}"), &json!([loaded[measure]]));
        }
        if slower == 1 {
            self.note(page, LOADED, "code", &json!([loaded["code"]]));
        }
        Ok(())
    }

    /// Everything that is done to a page that has its data.
    async fn touch(&mut self, page: &str, n: u32) -> Result<()> {
        if self.over.iter().any(|(name, too_many)| name == page && n >= *too_many) {
            return Ok(());
        }
        let mut session = open().await?;
        self.goto(&mut session, page, &format!("n={n}")).await?;
        for measure in ["mount", "hover", "redraw", "filter", "nearest"] {
            let asked = session.eval_async("return bench[arguments[0]]()", [measure.into()]);
            match in_time(asked).await {
                Ok(values) => self.note(page, n, measure, &values),
                Err(error) => {
                    eprintln!("{page}, {n} incidents, {measure}: {error:#}");
                    let why = if is_timeout(&error) { TOO_LONG } else { "fails" };
                    self.runs.push(json!({ "page": page, "n": n, "measure": measure, "why": why }));
                    self.over.push((page.to_owned(), n));
                    break;
                }
            }
        }
        Ok(())
    }

    /// What memory a page takes, and how much more after many redraws.
    async fn keep(&mut self, page: &str) -> Result<()> {
        let mut session = open().await?;
        self.goto(&mut session, page, &format!("n={KEPT}")).await?;
        session.eval_async("return bench.mount()", []).await?;
        for (work, after) in [("hover", ""), ("redraw_often", "_after")] {
            let ask = format!("return bench.{work}(arguments[0])");
            for _ in 0..if after.is_empty() { 1 } else { 10 } {
                session.eval_async(&ask, [(REDRAWS / 10).into()]).await?;
            }
            session.devtools("HeapProfiler.collectGarbage", json!({})).await?;
            session.devtools("Performance.enable", json!({})).await?;
            let metrics = session.devtools("Performance.getMetrics", json!({})).await?;
            let mut metrics = metrics["metrics"].as_array().into_iter().flatten();
            let heap = metrics.find(|metric| metric["name"] == "JSHeapUsedSize").map(|metric| &metric["value"]);
            self.note(page, KEPT, &format!("heap{after}"), &json!([heap]));
            if let Some(bytes) = private_memory(&session) {
                self.note(page, KEPT, &format!("private{after}"), &json!([bytes]));
            }
        }
        Ok(())
    }
}

/// An answer, or an error where it is too long in coming.
async fn in_time(answer: impl Future<Output = Result<Value>>) -> Result<Value> {
    // The driver should say so itself, but waits for a page that is blocked.
    tokio::time::timeout(LIMIT + Duration::from_secs(5), answer).await.context("timeout")?
}

fn is_timeout(error: &anyhow::Error) -> bool {
    format!("{error:#}").contains("timeout")
}

/// Bytes of memory that are the page's process's alone, where the system tells: all but code and what processes share.
fn private_memory(session: &Session) -> Option<u64> {
    let profile = session.profile().to_string_lossy().into_owned();
    let processes = fs::read_dir("/proc").ok()?.flatten().map(|entry| entry.path());
    let pages = processes.filter(|process| {
        let command = fs::read_to_string(process.join("cmdline")).unwrap_or_default();
        command.contains("--type=renderer") && command.contains(&profile)
    });
    let private = pages.filter_map(|process| {
        let memory = fs::read_to_string(process.join("smaps_rollup")).ok()?;
        let lines = memory.lines().filter(|line| line.starts_with("Private_"));
        Some(lines.filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).sum::<u64>() * 1024)
    });
    // Beside the page's there may be one that waits for another page.
    private.max()
}
