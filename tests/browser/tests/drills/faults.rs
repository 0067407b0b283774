//! Every file on the way fails in every way: picture and table stand, a reader is told in words, and nothing storms.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, Session, drill, in_browsers};
use serde_json::Value;

use crate::failing::{CHANGED, Failing, Fault};
use crate::panics;
use crate::site::{Site, dataset, site};

/// All charts come near at once.
const TALL: (u32, u32) = (1000, 6000);

const SLOW: Duration = Duration::from_secs(30);

/// How charts stand: those that are live, those that stand still with words or before any script; none in between.
const STAND: &str = "
    const stand = (host) => {
        const { shadowRoot: root } = host;
        const seen = (node) => node?.checkVisibility() ?? false;
        if (seen(root?.querySelector('canvas')) && root.querySelector('tbody tr')) return 'live';
        const image = host.querySelector('picture img');
        const pictured = seen(image) && image.complete;
        if (!pictured || !seen(host.querySelector('summary')) || !host.querySelector('tbody tr')) return 'lost';
        if (!root) return document.readyState === 'complete' ? 'plain' : 'on its way';
        if (root.querySelector('[part=status]').textContent.length > 20) return 'told';
        // Without style a page is longer.
        return host.getBoundingClientRect().top > 2 * innerHeight ? 'far' : 'on its way';
    };
    const all = [...document.querySelectorAll('heist-chart')].map(stand);";

async fn open(browser: Browser) -> Result<Session> {
    let (width, height) = TALL;
    Session::open(browser, Options { width, height, reduced_motion: true, ..Options::default() }).await
}

/// Opens a page of a site of which a file fails, waits until its charts have come to rest and uses what lives.
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
    let rest = format!("{STAND} return all.length && all.every((one) => one !== 'on its way') && all");
    let stand = session.wait_until(&rest).await?;
    let use_it = "for (const { shadowRoot: root } of document.querySelectorAll('heist-chart')) {
            const canvas = root?.querySelector('canvas');
            if (!canvas?.checkVisibility()) continue;
            const { left, top, width, height } = canvas.getBoundingClientRect();
            const at = { bubbles: true, composed: true, clientX: left + width / 2, clientY: top + height / 2 };
            for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click']) canvas.dispatchEvent(new PointerEvent(type, at));
            canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
            root.querySelector('[part=take]').click();
        }
        const filter = document.querySelector('#filters button, #filters input');
        filter?.click();
        await new Promise((done) => setTimeout(done, 500));";
    session.eval_async(use_it, []).await?;
    let stand_then = session.wait_until(&rest).await?;
    for stand in [&stand, &stand_then] {
        let lost = stand.as_array().is_none_or(|all| all.iter().any(|one| one == "lost"));
        // A picture that does not come is nobody's fault here: what is live is, and the table has the figures.
        ensure!(!lost || path.ends_with(".svg"), "charts stand as {stand}");
    }
    if fault == Some(Fault::Changed) {
        let ran = session.eval(&format!("return globalThis.{CHANGED}"), []).await?;
        // WebKit asks for the hashes of scripts that stand in the page, and not for those of modules they import.
        let named = ["page.", "heistogram.js", "incidents.", "print."].iter().any(|name| path.contains(name));
        ensure!(ran.is_null() || session.browser() == Browser::WebKit && !named, "a changed script runs");
        let needed = path.ends_with(".wasm") || path.contains("/core.");
        ensure!(!needed || !stand_then.to_string().contains("live"), "changed files are taken: {stand_then}");
    }
    let said: Vec<String> = session.console().await?[before..].iter().map(|message| message.text.clone()).collect();
    let ours: Vec<&String> = said.iter().filter(|text| text.contains("heist-chart:")).collect();
    let lines: BTreeSet<&String> = ours.iter().copied().collect();
    // Firefox tells everything once for each of its processes.
    let repeats = session.browser() != Browser::Firefox && ours.len() > lines.len();
    ensure!(!repeats && lines.len() <= 1, "the console holds {ours:?}");
    ensure!(!said.iter().any(|text| text.contains("Uncaught")), "not caught: {said:?}");
    let asked = failing.asked()?;
    let times = asked.iter().filter(|one| **one == path).count();
    // Each chart asks for what a card needs when one is opened; Firefox by itself ten times where a connection ends.
    let most = if fault == Some(Fault::Reset) && session.browser() == Browser::Firefox { 80 } else { 8 };
    ensure!(times <= most, "{path} is asked for {times} times");
    let words =
        |value: &Value| value.as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>().join(" ");
    println!(
        "{:?} {path} {fault:?}: {} / {}, asked {times}, said {said:?}",
        session.browser(),
        words(&stand),
        words(&stand_then)
    );
    Ok(asked)
}

fn faults() -> Vec<Fault> {
    let mut faults = vec![Fault::Missing, Fault::Broken, Fault::Reset, Fault::WrongType, Fault::Slow(SLOW)];
    faults.extend((0..10).map(Fault::Truncated));
    faults
}

/// What a page and its charts ask for.
async fn files(session: &mut Session, site: &Site, page: &str) -> Result<BTreeSet<String>> {
    let asked = endure(session, site, page, "", None).await?;
    Ok(asked.into_iter().filter(|path| path.contains('.')).collect())
}

/// The copy whose files have hashes.
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
        ("/heistogram.js", Fault::Missing),
        ("_charts.", Fault::Truncated(5)),
        ("_words.", Fault::Reset),
        ("/core.", Fault::Broken),
        ("/words.", Fault::WrongType),
    ] {
        let path = files.iter().find(|path| path.contains(part)).with_context(|| format!("nothing asks for {part}"))?;
        endure(&mut session, &site, "", path, Some(fault)).await.with_context(|| format!("{path}: {fault:?}"))?;
    }
    let frozen_files = self::files(&mut session, &site, &frozen).await?;
    for part in ["heistogram.js", "/words.", "_words."] {
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

/// What a file of code holds.
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

/// Every file of the frozen copy's page is changed.
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

/// One fault after the other, as pairs of a page and a file with what becomes of it.
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
