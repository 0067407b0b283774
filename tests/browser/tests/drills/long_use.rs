//! Long use of a page: moves, selections, sizes, languages and themes in random order, after which no memory has grown.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, Page, Session, drill, in_browsers};
use serde_json::{Value, json};

use crate::site::{MEMORIES, site};

const PAGE: &str =
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Long use</title><link rel=icon href='data:,'>
    <script src=early.js></script><script type=module src=heistogram.js></script></head>
    <body><heist-chart chart=attacks></heist-chart><heist-chart chart=proceeds></heist-chart>
    <heist-chart chart=incidents></heist-chart></body></html>";

/// Notes every error.
const EARLY: &str = "
    window.failures = [];
    addEventListener('heist-error', ({ detail }) => failures.push(detail.message));
    addEventListener('error', ({ message }) => failures.push(message));
    addEventListener('unhandledrejection', ({ reason }) => failures.push(String(reason)));";

/// A number of moves, filters, sizes, and languages with themes, shuffled by a seed.
const USE: &str = "
    const [seed, moves, filters, sizes, looks] = arguments;
    let state = seed;
    const random = () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    const one = (list) => list[Math.floor(random() * list.length)];
    const charts = [...document.querySelectorAll('heist-chart')];
    const canvas = (chart) => chart.shadowRoot.querySelector('canvas');
    const set = (chart, name, value) => (value === null ? chart.removeAttribute(name) : chart.setAttribute(name, value));
    const choices = {
        period: ['2016..2019', '2020..', '2018', '2014-03..2014-03', null, null],
        group: ['banks', 'exchanges,defi', null], evidence: ['government', 'firm,un-panel', null],
        country: ['KR', 'US,JP', null], set: ['un-2019', null, null], measure: ['usd', 'attacks', null],
    };
    const work = {
        move() {
            const chart = one(charts);
            const { left, top, width, height } = canvas(chart).getBoundingClientRect();
            const [clientX, clientY] = [left + random() * width, top + random() * height];
            const at = { bubbles: true, composed: true, clientX, clientY, screenX: clientX, screenY: clientY };
            canvas(chart).dispatchEvent(new PointerEvent(random() < 0.02 ? 'click' : 'pointermove', at));
        },
        filter() {
            const name = one(Object.keys(choices));
            set(one(charts), name, one(choices[name]));
        },
        size: () => (document.body.style.width = `${Math.round(200 + random() * 900)}px`),
        look() {
            if (random() < 0.5) set(one(charts), 'theme', one(['dark', 'light', null]));
            else set(one(charts), 'lang', one(['en', 'ko', 'ja', 'it', 'en']));
        },
    };
    const deeds = [];
    for (const [name, count] of [['move', moves], ['filter', filters], ['size', sizes], ['look', looks]]) {
        for (let i = 0; i < count; i++) deeds.push([random(), name]);
    }
    deeds.sort(([a], [b]) => a - b);
    const { port1, port2 } = new MessageChannel();
    const turn = () => new Promise((done) => { port1.onmessage = done; port2.postMessage(0); });
    for (const [at, [, name]] of deeds.entries()) {
        work[name]();
        // Waits for a frame where something is drawn; moves are faster than frames.
        await (name === 'move' ? at % 20 || turn() : new Promise(requestAnimationFrame));
    }
    return failures";

/// Removes every choice, and opens the same tooltip and card at the end of each part.
const REST: &str = "
    const charts = [...document.querySelectorAll('heist-chart')];
    for (const chart of charts) {
        for (const { name } of [...chart.attributes]) if (name !== 'chart') chart.removeAttribute(name);
    }
    document.body.style.width = '';
    const rest = () => new Promise((done) => setTimeout(done, 700));
    await rest();
    for (const chart of charts) {
        const canvas = chart.shadowRoot.querySelector('canvas');
        const { left, top, width } = canvas.getBoundingClientRect();
        const [clientX, clientY] = [left + width / 2, top + 150];
        const at = { bubbles: true, composed: true, clientX, clientY, screenX: clientX, screenY: clientY };
        for (const type of ['pointermove', 'click']) canvas.dispatchEvent(new PointerEvent(type, at));
    }
    await rest();
    return failures";

/// What a browser reports of the memory that a page uses.
#[derive(Debug, PartialEq)]
struct Held {
    objects: f64,
    code: f64,
    nodes: f64,
    listeners: f64,
}

async fn held(session: &Session) -> Result<Held> {
    let number = |value: &Value| value.as_f64().context("no number");
    let code = session.eval("return [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)", []).await?;
    let count = "const count = (root) => [...root.querySelectorAll('*')]
            .reduce((sum, node) => sum + 1 + (node.shadowRoot ? count(node.shadowRoot) : 0), 0);
        return count(document)";
    let mut held =
        Held { objects: 0.0, code: number(&code)?, nodes: number(&session.eval(count, []).await?)?, listeners: 0.0 };
    if session.browser() == Browser::Chromium {
        for _ in 0..3 {
            session.devtools("HeapProfiler.collectGarbage", json!({})).await?;
            session.eval_async("await new Promise((done) => setTimeout(done, 100))", []).await?;
        }
        session.devtools("Performance.enable", json!({})).await?;
        let metrics = session.devtools("Performance.getMetrics", json!({})).await?;
        let metric = |name: &str| {
            let found = metrics["metrics"].as_array().into_iter().flatten().find(|metric| metric["name"] == name);
            found.and_then(|metric| metric["value"].as_f64()).with_context(|| format!("no {name}"))
        };
        held.objects = metric("JSHeapUsedSize")?;
        held.nodes = metric("Nodes")?;
        held.listeners = metric("JSEventListeners")?;
    }
    Ok(held)
}

/// Memory is measured after each part.
const PARTS: u32 = 10;

/// Does a number of moves, filters, sizes and looks.
async fn use_long(browser: Browser, deeds: [u32; 4], seed: u32) -> Result<()> {
    println!("{}: seed {seed}", browser.name());
    let site = site()?;
    site.write("long.html", PAGE)?;
    site.write("early.js", [EARLY, MEMORIES].concat())?;
    let session = Session::open(browser, Options { width: 1000, height: 2600, ..Options::default() }).await?;
    session.goto(&format!("{}long.html", site.server.url())).await?;
    let live =
        "return all('heist-chart').every(({ shadowRoot }) => shadowRoot?.querySelector('[part=scroll]').firstChild)";
    Page::new(&session).wait_until(live, []).await?;
    // The first part loads and compiles all languages and every kind of choice, which is no growth.
    let mut before = None;
    for part in 0..=PARTS {
        let left = if part == 0 { [500, 200, 30, 60] } else { deeds.map(|count| count.div_ceil(PARTS)) };
        // A script must end within the time-out of the driver.
        let calls = left[0].div_ceil(1000);
        for call in 0..calls {
            let [moves, filters, sizes, looks] = left.map(|count| count.div_ceil(calls));
            let args = [seed.wrapping_add(100 * part + call), moves, filters, sizes, looks].map(|number| json!(number));
            session.eval_async(USE, args).await?;
        }
        let failures = session.eval_async(REST, []).await?;
        ensure!(failures == json!([]), "seed {seed}, part {part}: {failures}");
        let now = held(&session).await?;
        println!("{}: {part}: {now:?}", browser.name());
        before.get_or_insert(now);
    }
    let (before, after) = (before.context("it has begun")?, held(&session).await?);
    ensure!(after.objects - before.objects < 500_000.0, "seed {seed}: objects: {before:?} became {after:?}");
    ensure!(after.code - before.code < 700_000.0, "seed {seed}: the code's own memory: {before:?} became {after:?}");
    ensure!(after.nodes - before.nodes < 50.0, "seed {seed}: nodes: {before:?} became {after:?}");
    ensure!(after.listeners - before.listeners < 20.0, "seed {seed}: listeners: {before:?} became {after:?}");
    Ok(())
}

fn seed() -> Result<u32> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.subsec_nanos())
}

in_browsers!(some_use: Chromium);
/// A sample of the drill.
async fn some_use(browser: Browser) -> Result<()> {
    use_long(browser, [1000, 100, 20, 20], seed()?).await
}

drill!(long_use_in_chromium);
async fn long_use_in_chromium() -> Result<()> {
    use_long(Browser::Chromium, [100_000, 5000, 500, 500], seed()?).await
}

drill!(long_use_in_firefox);
async fn long_use_in_firefox() -> Result<()> {
    use_long(Browser::Firefox, [100_000, 5000, 500, 500], seed()?).await
}
