//! Memory does not grow as charts are drawn, filtered, added and removed many times.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Options, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::{MEMORIES, site};

const PAGE: &str =
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Growth</title><link rel=icon href='data:,'>
    <script src=early.js></script><script type=module src=heistogram.js></script></head>
    <body><heist-chart id=chart chart=attacks></heist-chart></body></html>";

/// Animation frames come as soon as they are requested.
const EARLY: &str = "
    const { port1, port2 } = new MessageChannel();
    const waiting = new Map();
    let last = 0;
    port1.onmessage = () => {
        const now = [...waiting.values()];
        waiting.clear();
        now.forEach((work) => work(performance.now()));
    };
    window.requestAnimationFrame = (work) => (waiting.set(++last, work), port2.postMessage(0), last);
    window.cancelAnimationFrame = (id) => waiting.delete(id);";

/// Changes theme and selection in turns, and waits for each to be drawn.
const CHANGES: &str = "const host = document.getElementById('chart');
    const periods = ['2016..2019', '2020..', null, '2018'];
    const set = (name, value) => (value === null ? host.removeAttribute(name) : host.setAttribute(name, value));
    for (let time = 0; time < arguments[0]; time++) {
        set('theme', time % 2 ? 'dark' : 'light');
        if (time % 3 === 0) set('period', periods[(time / 3) % periods.length]);
        await new Promise((drawn) => requestAnimationFrame(drawn));
    }
    set('period', null);
    await new Promise((done) => setTimeout(done, 200));";

/// Adds and removes elements, half of them with their own dataset.
const ELEMENTS: &str = "for (let time = 0; time < arguments[0]; time++) {
        const element = document.createElement('heist-chart');
        element.setAttribute('chart', ['attacks', 'targets', 'incidents'][time % 3]);
        element.setAttribute('theme', 'light');
        if (time % 2) element.data = structuredClone(arguments[1]);
        const ready = new Promise((done, fail) => {
            element.addEventListener('heist-ready', done);
            element.addEventListener('heist-error', ({ detail }) => fail(new Error(detail.message)));
        });
        document.body.append(element);
        await ready;
        element.remove();
    }";

/// Collects garbage several times: JavaScript's objects free Rust's memory a little later.
async fn collect(session: &Session) -> Result<()> {
    for _ in 0..3 {
        session.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        session.eval_async("await new Promise((done) => setTimeout(done, 100))", []).await?;
    }
    Ok(())
}

/// Bytes of JavaScript objects and of WebAssembly memory, nodes and listeners.
async fn held(session: &Session) -> Result<[f64; 4]> {
    session.devtools("Performance.enable", json!({})).await?;
    let metrics = session.devtools("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let found = metrics["metrics"].as_array()?.iter().find(|metric| metric["name"] == name)?;
        found["value"].as_f64()
    };
    let memories = "return [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)";
    let code = session.eval(memories, []).await?.as_f64();
    Ok([
        metric("JSHeapUsedSize").context("no heap")?,
        code.context("no memory")?,
        metric("Nodes").context("no nodes")?,
        metric("JSEventListeners").context("no listeners")?,
    ])
}

in_browsers!(neither_drawing_nor_coming_and_going_takes_memory: Chromium);
async fn neither_drawing_nor_coming_and_going_takes_memory(browser: Browser) -> Result<()> {
    let site = site()?;
    site.write("growth.html", PAGE)?;
    site.write("early.js", [EARLY, MEMORIES].concat())?;
    let options = Options { width: 400, height: 700, reduced_motion: true, ..Options::default() };
    let mut session = Session::open(browser, options).await?;
    session.goto(&format!("{}growth.html", site.server.url())).await?;
    let live = "return document.getElementById('chart').shadowRoot?.querySelector('[part=scroll]').firstChild";
    session.wait_until(live).await?;
    let dataset: Value = serde_json::from_str(include_str!("../../../fixtures/fixture.json"))?;

    // Measure after a warm-up, as engines compile what runs often.
    // WebAssembly memory never shrinks, so collect often: few datasets may wait for it at once.
    let runs = [("drawing", CHANGES, 3_000, 10_000, 500), ("elements", ELEMENTS, 40, 200, 40)];
    for (what, script, before, times, portion) in runs {
        let mut before_and_after = Vec::new();
        for times in [before, times] {
            for _ in 0..times / portion {
                session.eval_async(script, [json!(portion), dataset.clone()]).await?;
                collect(&session).await?;
            }
            before_and_after.push(held(&session).await?);
        }
        let [before, after] = before_and_after[..] else { unreachable!() };
        assert!(after[0] - before[0] < 50_000.0, "{what}: objects grew from {} to {} bytes", before[0], after[0]);
        // Pages of 64 kB; one leaked dataset per element would be a megabyte.
        assert!(
            after[1] - before[1] < 300_000.0,
            "{what}: the code's own memory grew from {} to {}",
            before[1],
            after[1]
        );
        assert_eq!(before[2..], after[2..], "{what}: nodes, listeners");
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
