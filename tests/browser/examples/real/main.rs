//! Loads the real page and articles in Chromium and writes down what they take: `cargo xtask bench --real` makes the
//! articles, starts this and makes a table of it.
#![allow(clippy::print_stderr, reason = "it says how far it is")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    thread::available_parallelism,
    time::Duration,
};

use anyhow::{Context, Result};
use clap::Parser;
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Server, Session};
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
    /// Repetitions of everything.
    #[arg(long)]
    rounds: u32,
    /// Only on a phone as fast as this machine, and each input once: to see whether it works.
    #[arg(long)]
    quick: bool,
}

/// Runs in every document before its own scripts.
const OBSERVE: &str = include_str!("observe.js");
/// Returns what a page has taken to load.
const MEASURE: &str = include_str!("measure.js");

/// The page that readers open, and the same without scripts.
const PAGE: &str = "page";
const STATIC: &str = "static";
const FRAME: &str = "frame";

/// Repetitions of each input in a round.
const INPUTS: u32 = 5;

/// How long a page without scripts rests before it is measured.
const REST: Duration = Duration::from_secs(1);

/// The device of a reader.
struct Device {
    /// Its name in the table.
    name: &'static str,
    /// How many times slower its processor is than this machine's.
    slower: u32,
    width: u32,
    height: u32,
    dpr: f64,
    touch: bool,
}

const PHONE: Device = Device { name: "phone", slower: 4, width: 390, height: 844, dpr: 3.0, touch: true };
const FAST_PHONE: Device = Device { slower: 1, ..PHONE };
const DESKTOP: Device = Device { name: "desktop", slower: 1, width: 1280, height: 800, dpr: 1.0, touch: false };

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let args = Args::parse();
    let server = Server::start(&args.site, 0)?;
    let inputs = if args.quick { 1 } else { INPUTS };
    let mut bench = Bench { server, site: args.site, inputs, browser: Value::Null, runs: Vec::new() };
    // Pages take turns, so that whatever else the machine does hits all alike.
    for round in 1..=args.rounds {
        for device in if args.quick { &[FAST_PHONE][..] } else { &[PHONE, DESKTOP] } {
            for page in &args.pages {
                eprintln!("round {round}: {page}, {}", device.name);
                bench.load(page, device).await?;
            }
        }
    }
    let cores = available_parallelism()?.get();
    let results = json!({ "browser": bench.browser["product"], "cores": cores, "runs": bench.runs });
    fs::write(&args.out, results.to_string()).with_context(|| format!("cannot write {}", args.out.display()))
}

/// What has been measured so far.
struct Bench {
    server: Server,
    site: PathBuf,
    /// Repetitions of each input.
    inputs: u32,
    /// Name and version.
    browser: Value,
    runs: Vec<Value>,
}

impl Bench {
    fn note(&mut self, page: &str, device: &Device, measure: &str, values: &Value) {
        self.runs.push(json!({ "page": page, "device": device.name, "measure": measure, "values": values }));
    }

    /// From an address to rest.
    async fn load(&mut self, page: &str, device: &Device) -> Result<()> {
        let Device { width, height, dpr, touch, slower, .. } = *device;
        let scripts = page != STATIC;
        // Otherwise a slow processor would slow the article and not its frame, which no script of ours would reach.
        let shares_processes = true;
        let options = Options { width, height, dpr, touch, scripts, shares_processes, ..Options::default() };
        let mut session = Session::open(Browser::Chromium, options).await?;
        self.browser = session.devtools("Browser.getVersion", json!({})).await?;
        session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await?;
        session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": OBSERVE })).await?;
        session.devtools("Performance.enable", json!({})).await?;
        let path = match page {
            PAGE | STATIC => String::new(),
            FRAME => "embed/attacks.en.html".to_owned(),
            _ => format!("{page}.htm"),
        };
        session.goto(&format!("{}{path}", self.server.url())).await?;
        if !scripts {
            tokio::time::sleep(REST).await;
        } else if let Err(error) = session.eval_async("await bench.rested()", []).await {
            return Err(error.context(format!("{page} does not rest: {:?}", session.console_errors().await?)));
        }
        let mut found = session.eval(MEASURE, []).await?;
        let mut files = found["files"].take().as_array().cloned().unwrap_or_default();
        if session.eval("return document.querySelector('iframe')", []).await?.is_object() {
            let framed = Page::in_frame(&session, 0).eval(MEASURE, []).await?;
            found["elements"] = json!(number(&found["elements"]) + number(&framed["elements"]));
            files.extend(framed["files"].as_array().cloned().unwrap_or_default());
        }
        found["requests"] = json!(files.len());
        found["bytes"] = json!(self.bytes(&files));
        let metrics = session.devtools("Performance.getMetrics", json!({})).await?;
        for metric in metrics["metrics"].as_array().into_iter().flatten() {
            let name = metric["name"].as_str().unwrap_or_default();
            found[name] = metric["value"].clone();
        }
        for (measure, value) in found.as_object().context("the page was not measured")? {
            if value.is_number() {
                self.note(page, device, measure, &json!([value]));
            }
        }
        if page == PAGE && touch {
            self.interact(&session, device).await?;
        }
        Ok(())
    }

    /// Bytes of the bodies of all files, each once, as compressed as they were sent.
    fn bytes(&self, addresses: &[Value]) -> u64 {
        let root = self.server.url();
        let ours = addresses.iter().filter_map(|address| address.as_str()?.strip_prefix(&root));
        let paths: BTreeSet<&str> = ours.filter_map(|path| path.split(['?', '#']).next()).collect();
        paths.into_iter().map(|path| size(&self.site.join(if path.is_empty() { "index.html" } else { path }))).sum()
    }

    /// Everything a reader does to the page, by the input that they do it with.
    async fn interact(&mut self, session: &Session, device: &Device) -> Result<()> {
        let page = Page::new(session);
        let chart = Chart::new(session, "attacks");
        chart.come_near().await?;
        chart.wait_keys().await?;
        page.wait_controls().await?;
        settle(session).await?;
        for time in 0..self.inputs {
            for (measure, target) in [
                ("open_filters", "#filters button"),
                ("tick", "#filters label:has([value=banks])"),
                ("untick", "#filters label:has([value=banks])"),
                ("close_filters", "#filters button"),
            ] {
                page.scroll_to(target).await?;
                session.next_paint().await?;
                let rect = page.rect(target).await?.centre();
                session.tap(rect.x, rect.y).await?;
                self.note(PAGE, device, measure, &json!([settle(session).await?]));
            }
            // Each time elsewhere, as the same datum changes nothing.
            let (x, y) = chart.bring(120.0 + 20.0 * f64::from(time), 220.0).await?;
            session.pointer_move(x, y).await?;
            self.note(PAGE, device, "hover", &json!([settle(session).await?]));
            session.tap(x, y).await?;
            self.note(PAGE, device, "card", &json!([settle(session).await?]));
            chart.wait_shown("[role=dialog]").await?;
            session.key(Key::Escape).await?;
            chart.focus("canvas").await?;
            settle(session).await?;
            session.key(Key::Right).await?;
            self.note(PAGE, device, "key", &json!([settle(session).await?]));
        }
        Ok(())
    }
}

/// Waits until input has had its effect, and returns how long the longest took, in ms.
async fn settle(session: &Session) -> Result<Value> {
    session.eval_async("return bench.longest_input()", []).await
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

/// Size of a file as it is sent: with brotli if there is such a copy.
fn size(file: &Path) -> u64 {
    let compressed = PathBuf::from(format!("{}.br", file.display()));
    let sent = fs::metadata(compressed).or_else(|_| fs::metadata(file));
    sent.map_or(0, |sent| sent.len())
}
