//! Every file of a page fails in every way: picture and table stay, a message is shown, and requests are not repeated
//! without end.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, Page, Session, drill, in_browsers};
use serde_json::Value;

use crate::failing::{CHANGED, Failing, Fault};
use crate::panics;
use crate::site::{Site, dataset, site};

/// A window in which all charts are near at once.
const TALL: (u32, u32) = (1000, 8000);

const SLOW: Duration = Duration::from_secs(30);

/// The states of all charts, once none of them changes any more: live, static with a message or without a script, lost.
const REST: &str = "
    const state = (host) => {
        const { shadowRoot: root } = host;
        const seen = (node) => node?.checkVisibility() ?? false;
        if (seen(root?.querySelector('canvas'))) return rowsOf(root) ? 'live' : 'on its way';
        const image = host.querySelector('picture img');
        // A closed table is a text when the page is idle.
        const has_table = seen(host.querySelector('summary')) && host.querySelector('tbody tr, pre');
        // The table of all incidents has those of some charts.
        const has_figures = has_table || seen(host.querySelector('a[href=\"#all-incidents\"]'));
        if (!seen(image) || !has_figures) return 'lost';
        if (!root) return document.readyState === 'complete' ? 'plain' : 'on its way';
        // Pictures below the window may wait for a reader.
        const is_there = image.complete || image.getBoundingClientRect().top > innerHeight;
        if (root.querySelector('[part=status]').textContent.length > 20) return is_there ? 'message' : 'on its way';
        // A page without its style sheet is longer.
        return host.getBoundingClientRect().top > 2 * innerHeight ? 'far' : 'on its way';
    };
    const states = all('heist-chart').map(state);
    return states.length && states.every((one) => one !== 'on its way') && states";

/// Uses every chart that is drawn, and the filters of the page.
const USE: &str = "
    for (const { shadowRoot: root } of document.querySelectorAll('heist-chart')) {
        const canvas = root?.querySelector('canvas');
        if (!canvas?.checkVisibility()) continue;
        const { left, top, width, height } = canvas.getBoundingClientRect();
        const at = { bubbles: true, composed: true, clientX: left + width / 2, clientY: top + height / 2 };
        for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click']) {
            canvas.dispatchEvent(new PointerEvent(type, at));
        }
        canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
        root.querySelector('[part=take]').click();
    }
    document.querySelector('#filters button, #filters input')?.click();
    await new Promise((done) => setTimeout(done, 500));";

async fn open(browser: Browser) -> Result<Session> {
    let (width, height) = TALL;
    Session::open(browser, Options { width, height, reduced_motion: true, ..Options::default() }).await
}

/// Opens a page of a site of which one file fails, waits until its charts are at rest and uses those that are live.
/// Returns the paths of all requests.
async fn endure(
    session: &mut Session,
    site: &Site,
    page: &str,
    path: &str,
    fault: Option<Fault>,
) -> Result<Vec<String>> {
    let failing = Failing::start(site.server.addr, path, fault)?;
    let before = session.console().await?.len();
    session.goto(&format!("{}{page}", failing.url())).await?;
    let states = Page::new(session).wait_until(REST, []).await?;
    session.eval_async(USE, []).await?;
    let states_after = Page::new(session).wait_until(REST, []).await?;
    for states in [&states, &states_after] {
        let lost = states.as_array().is_none_or(|all| all.iter().any(|one| one == "lost"));
        // A chart without the file of its picture counts as lost, and its table still has the figures.
        ensure!(!lost || path.ends_with(".svg"), "the charts are {states}");
    }
    if fault == Some(Fault::Changed) {
        let ran = session.eval("return globalThis[arguments[0]]", [CHANGED.into()]).await?;
        // WebKit checks the hashes of scripts in the page, and not those of modules they import.
        let named = path.contains("/page.");
        ensure!(ran.is_null() || session.browser() == Browser::WebKit && !named, "a changed script runs");
        let needed = path.ends_with(".wasm") || path.contains("/core.");
        ensure!(!needed || !states_after.to_string().contains("live"), "a changed file is used: {states_after}");
    }
    let messages: Vec<String> = session.console().await?[before..].iter().map(|message| message.text.clone()).collect();
    let ours: Vec<&String> = messages.iter().filter(|text| text.contains("heist-chart:")).collect();
    let lines: BTreeSet<&String> = ours.iter().copied().collect();
    // Firefox reports everything once for each of its processes.
    let repeats = session.browser() != Browser::Firefox && ours.len() > lines.len();
    ensure!(!repeats && lines.len() <= 1, "the console holds {ours:?}");
    ensure!(!messages.iter().any(|text| text.contains("Uncaught")), "not caught: {messages:?}");
    let asked = failing.asked()?;
    let times = asked.iter().filter(|one| **one == path).count();
    // Each chart requests what a card needs when one is opened; Firefox retries ten times where a connection ends.
    let most = if fault == Some(Fault::Reset) && session.browser() == Browser::Firefox { 80 } else { 8 };
    ensure!(times <= most, "{path} is requested {times} times");
    let words =
        |value: &Value| value.as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>().join(" ");
    println!(
        "{:?} {path} {fault:?}: {} / {}, requested {times} times, console {messages:?}",
        session.browser(),
        words(&states),
        words(&states_after)
    );
    Ok(asked)
}

fn faults() -> Vec<Fault> {
    let mut faults = vec![Fault::Missing, Fault::Broken, Fault::Reset, Fault::WrongType, Fault::Slow(SLOW)];
    faults.extend((0..10).map(Fault::Truncated));
    faults
}

/// The files that a page and its charts request.
async fn files(session: &mut Session, site: &Site, page: &str) -> Result<BTreeSet<String>> {
    let asked = endure(session, site, page, "", None).await?;
    Ok(asked.into_iter().filter(|path| path.contains('.')).collect())
}

/// The path of the snapshot, whose files have hashes.
fn frozen() -> Result<String> {
    Ok(format!("v/{}/", dataset()?.as_of))
}

in_browsers!(a_few_faults);
/// A sample of the drill.
async fn a_few_faults(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser).await?;
    let (frozen, files) = (frozen()?, files(&mut session, &site, "").await?);
    for (part, fault) in [
        ("/page.", Fault::Missing),
        ("_charts.", Fault::Truncated(5)),
        ("_words.", Fault::Reset),
        ("/core.", Fault::Broken),
        ("/words.", Fault::WrongType),
    ] {
        let path = files.iter().find(|path| path.contains(part)).with_context(|| format!("nothing asks for {part}"))?;
        endure(&mut session, &site, "", path, Some(fault)).await.with_context(|| format!("{path}: {fault:?}"))?;
    }
    let frozen_files = self::files(&mut session, &site, &frozen).await?;
    for part in ["/page.", "/words.", "_words."] {
        let path =
            frozen_files.iter().find(|path| path.contains(part)).with_context(|| format!("nothing asks for {part}"))?;
        endure(&mut session, &site, &frozen, path, Some(Fault::Changed)).await.with_context(|| path.clone())?;
    }
    for (part, function) in [("_charts.", "chart_paint"), ("_words.", "chart_describe"), ("_words.", "chart_hit")] {
        let path = files.iter().find(|path| path.contains(part)).with_context(|| format!("nothing asks for {part}"))?;
        let number = panics::number_of(&code(&site, path)?, function)?;
        endure(&mut session, &site, "", path, Some(Fault::Panics(number))).await.context(function)?;
    }
    Ok(())
}

in_browsers!(a_failure_before_the_end_of_a_document_is_told_whole);
/// A script holds a document between a chart and the chart's picture.
async fn a_failure_before_the_end_of_a_document_is_told_whole(browser: Browser) -> Result<()> {
    let site = site()?;
    site.remove("heistogram_en_charts")?;
    site.write("held.js", "")?;
    let page = "<!doctype html><html lang=en><title>Article</title><link rel=icon href='data:,'>\
        <script type=module async src=heistogram.js></script>\
        <heist-chart chart=attacks evidence=government><script src=held.js></script>\
        <picture><img alt=Attacks></picture></heist-chart>";
    site.write("article.html", page)?;
    let server = Failing::start(site.server.addr, "/held.js", Some(Fault::Slow(Duration::from_secs(5))))?;
    let session = open(browser).await?;
    session.goto(&format!("{}article.html", server.url())).await?;
    let status = "return find('heist-chart').shadowRoot?.querySelector('[part=status]').textContent";
    let told = Page::new(&session).wait_until(status, []).await?;
    assert_eq!(told, "The interactive chart could not start. The picture and the table show the same figures.");
    Ok(())
}

/// The bytes of a file of code.
fn code(site: &Site, path: &str) -> Result<Vec<u8>> {
    let path = site.folder.path().join(path.trim_start_matches('/'));
    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// Every file of the page with every fault.
async fn every_fault(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser).await?;
    let mut cases = Vec::new();
    for path in files(&mut session, &site, "").await? {
        cases.extend(faults().into_iter().map(|fault| ("", path.clone(), fault)));
    }
    endure_all(&mut session, &site, &cases).await
}

/// Every file of the snapshot's page is changed.
async fn every_change(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser).await?;
    let frozen = frozen()?;
    let files = files(&mut session, &site, &frozen).await?.into_iter();
    let cases: Vec<_> = files.map(|path| (&*frozen, path, Fault::Changed)).collect();
    endure_all(&mut session, &site, &cases).await
}

/// Every function of the page's code panics.
async fn every_panic(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser).await?;
    let mut cases = Vec::new();
    for path in files(&mut session, &site, "").await? {
        if path.ends_with(".wasm") {
            let numbers = panics::numbers(&code(&site, &path)?)?;
            cases.extend(numbers.into_iter().map(|number| ("", path.clone(), Fault::Panics(number))));
        }
    }
    endure_all(&mut session, &site, &cases).await
}

/// Endures one fault after the other: page, file and fault.
async fn endure_all(session: &mut Session, site: &Site, cases: &[(&str, String, Fault)]) -> Result<()> {
    let mut failures = Vec::new();
    for (page, path, fault) in cases {
        if let Err(error) = endure(session, site, page, path, Some(*fault)).await {
            println!("NOT SURVIVED: {path} {fault:?}: {error:#}");
            failures.push(format!("{path} {fault:?}: {error:#}"));
        }
    }
    println!("{}: {} faults, {} survived", session.browser().name(), cases.len(), cases.len() - failures.len());
    ensure!(failures.is_empty(), "{failures:#?}");
    Ok(())
}

drill!(every_fault_in_chromium);
async fn every_fault_in_chromium() -> Result<()> {
    every_fault(Browser::Chromium).await
}

drill!(every_fault_in_firefox);
async fn every_fault_in_firefox() -> Result<()> {
    every_fault(Browser::Firefox).await
}

drill!(every_fault_in_webkit);
async fn every_fault_in_webkit() -> Result<()> {
    every_fault(Browser::WebKit).await
}

drill!(every_panic_in_chromium);
async fn every_panic_in_chromium() -> Result<()> {
    every_panic(Browser::Chromium).await
}

drill!(every_change_in_chromium);
async fn every_change_in_chromium() -> Result<()> {
    every_change(Browser::Chromium).await
}

drill!(every_change_in_firefox);
async fn every_change_in_firefox() -> Result<()> {
    every_change(Browser::Firefox).await
}

drill!(every_change_in_webkit);
async fn every_change_in_webkit() -> Result<()> {
    every_change(Browser::WebKit).await
}
