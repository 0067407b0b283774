//! The element in somebody's page.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, Session, in_browsers};
use serde_json::Value;

use crate::host::{Dataset, Host, Page, element, load, own_state};
use crate::site::{Site, site};

/// What a reader should find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Live,
    /// Picture and table of the page's own HTML, and a sentence why.
    Static,
    /// Picture and table of the page's own HTML: nothing of ours came to be.
    Plain,
}

pub const HOSTILE: &str = "* { letter-spacing: 7px; word-spacing: 9px; line-height: 3; direction: rtl; text-indent: 20px; \
    text-align: right; text-transform: uppercase; font: italic 700 30px/2 cursive; color: #c0c; white-space: pre } \
    h3, p, table, details, img, canvas { display: block; float: right; opacity: .5 }";

const WITHOUT_WASM: &str =
    "default-src 'none'; script-src SITE; style-src 'self'; img-src SITE data:; connect-src SITE 'self'";

const TRUSTED: &str = "require-trusted-types-for 'script'; trusted-types default";

/// Lets scripts through, and nothing else.
const DEFAULT_POLICY: &str = "window.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => url, createHTML() { throw new Error('no') }, createScript() { throw new Error('no') } })";

fn options() -> Options {
    Options { width: 900, height: 900, ..Options::default() }
}

const LIVE: &str = "return [...document.querySelectorAll('heist-chart')].every(({ shadowRoot }) =>
    shadowRoot?.querySelector('canvas').offsetHeight > 100 && shadowRoot.querySelectorAll('tbody tr').length > 5)";

const STATIC: &str = "return [...document.querySelectorAll('heist-chart')].every((chart) => {
    const image = chart.querySelector('img');
    return image.checkVisibility() && image.complete && image.naturalWidth > 0
        && chart.querySelectorAll('tbody tr').length > 5 && chart.querySelector('summary').checkVisibility() })";

const SAID: &str = "return [...document.querySelectorAll('heist-chart')].every(({ shadowRoot }) =>
    shadowRoot?.querySelector('[role=status]').textContent.length > 20)";

/// Opens a page, starts the element in it and holds what the page was before against what it is then.
async fn check(session: &Session, site: &Site, page: &Page, shown: Shown) -> Result<()> {
    let host = Host::start(site, page)?;
    session.goto(&host.url()).await?;
    session.wait_until(STATIC).await.context("before any script")?;
    let before = own_state(session).await?;
    load(session, site, "heistogram.js").await?;
    if page.dataset == Dataset::Slow {
        session.wait_until("return document.querySelector('heist-chart').shadowRoot").await?;
        ensure!(session.eval(STATIC, []).await? == true, "nothing is shown while the dataset loads");
    }
    match shown {
        Shown::Live => session.wait_until(LIVE).await?,
        Shown::Static => {
            session.wait_until(SAID).await?;
            session.wait_until(STATIC).await?
        }
        // What might still come has come by then.
        Shown::Plain => {
            tokio::time::sleep(Duration::from_secs(1)).await;
            session.wait_until(STATIC).await?
        }
    };
    session.next_paint().await?;
    let after = own_state(session).await?;
    ensure!(after == before, "the page has changed: {}", difference(&before, &after));
    Ok(())
}

fn difference(before: &Value, after: &Value) -> String {
    match (before, after) {
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            let parts = before.iter().zip(after).filter(|(before, after)| before != after);
            parts.map(|(before, after)| difference(before, after)).collect::<Vec<_>>().join("; ")
        }
        _ => format!("{before} became {after}"),
    }
}

in_browsers!(every_page_keeps_its_figures_and_itself);
async fn every_page_keeps_its_figures_and_itself(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, options()).await?;
    let plain = Page { embed: element(&site, "proceeds", "")?, ..Page::default() };
    let own = |dataset| -> Result<Page> {
        Ok(Page { embed: element(&site, "proceeds", "src=dataset.json")?, dataset, ..Page::default() })
    };
    let two = format!("{}{}", plain.embed, element(&site, "targets", "")?);
    let cells = [
        ("plain", plain.clone(), Shown::Live),
        ("refuses wasm", Page { policy: WITHOUT_WASM, ..plain.clone() }, Shown::Static),
        ("hostile styles", Page { style: HOSTILE, ..plain.clone() }, Shown::Live),
        ("right to left", Page { root: "dir=rtl", ..plain.clone() }, Shown::Live),
        ("two charts", Page { embed: two, ..Page::default() }, Shown::Live),
        ("no dataset", own(Dataset::Missing)?, Shown::Static),
        ("slow dataset", own(Dataset::Slow)?, Shown::Live),
        ("truncated dataset", own(Dataset::Truncated)?, Shown::Static),
    ];
    for (name, page, shown) in &cells {
        check(&session, &site, page, *shown).await.with_context(|| format!("the page is {name}"))?;
    }
    // Another site, of which nothing is in the browser's cache.
    let lacking = crate::site::site()?;
    lacking.remove("heistogram_en_charts")?;
    let page = Page { embed: element(&lacking, "proceeds", "")?, ..Page::default() };
    check(&session, &lacking, &page, Shown::Static).await.context("the page gets no wasm")?;
    Ok(())
}

/// What pages do to what every script relies on.
const MEDDLING: &[(&str, &str, Shown)] = &[
    ("fetches nothing", "window.fetch = () => Promise.reject(new TypeError('no'))", Shown::Static),
    ("fetches something else", "window.fetch = async () => new Response('<p>Hello')", Shown::Static),
    ("has no WebAssembly", "delete window.WebAssembly", Shown::Static),
    (
        "compiles nothing",
        "WebAssembly.instantiateStreaming = WebAssembly.instantiate = async () => { throw new WebAssembly.CompileError('no') }",
        Shown::Static,
    ),
    ("defines no elements", "customElements.define = () => {}", Shown::Plain),
    ("refuses elements", "customElements.define = () => { throw new Error('no') }", Shown::Plain),
    ("has an element of this name", "customElements.define('heist-chart', class extends HTMLElement {})", Shown::Plain),
    ("gives canvases no context", "HTMLCanvasElement.prototype.getContext = () => null", Shown::Static),
    (
        "has a time of its own",
        "Date = class { constructor() { throw new Error('no') } static now() { return NaN } }",
        Shown::Live,
    ),
    (
        "froze everything",
        "for (const one of [Object, Array, Function, String, Number, Promise, Map, Set, Error, Symbol, JSON, Math, Reflect, \
         Element, HTMLElement, Node, Event, EventTarget, Document]) { Object.freeze(one); one.prototype && Object.freeze(one.prototype) }",
        Shown::Live,
    ),
    (
        "adds to prototypes",
        "Object.prototype.extra = 1; Array.prototype.extra = 1; String.prototype.extra = 1",
        Shown::Live,
    ),
    ("takes from prototypes", "delete Array.prototype.at", Shown::Static),
    ("knows no observers", "delete window.IntersectionObserver; delete window.requestIdleCallback", Shown::Live),
];

in_browsers!(pages_that_meddle_keep_their_figures_and_themselves);
async fn pages_that_meddle_keep_their_figures_and_themselves(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, options()).await?;
    let embed = element(&site, "proceeds", "")?;
    for (name, script, shown) in MEDDLING {
        let page = Page { embed: embed.clone(), script, ..Page::default() };
        check(&session, &site, &page, *shown).await.with_context(|| format!("the page {name}"))?;
    }
    // Its policy for whatever a script makes of text; ours makes nothing of text, so it never comes to that.
    let page = Page { embed: embed.clone(), policy: TRUSTED, script: DEFAULT_POLICY, ..Page::default() };
    check(&session, &site, &page, Shown::Live).await.context("the page has a policy of its own")
}

in_browsers!(another_version_of_the_script_does_no_harm);
/// The first that comes defines the element; a second one, from another place, leaves it alone.
async fn another_version_of_the_script_does_no_harm(browser: Browser) -> Result<()> {
    let (site, other) = (site()?, site()?);
    let session = Session::open(browser, options()).await?;
    let host = Host::start(&site, &Page { embed: element(&site, "proceeds", "")?, ..Page::default() })?;
    session.goto(&host.url()).await?;
    load(&session, &site, "heistogram.js").await?;
    load(&session, &other, "heistogram.js").await?;
    session.wait_until(LIVE).await?;
    let before = own_state(&session).await?;
    let again = "const chart = document.querySelector('heist-chart'); const copy = chart.cloneNode(true); chart.replaceWith(copy)";
    session.eval(again, []).await?;
    session.wait_until(LIVE).await?;
    ensure!(own_state(&session).await? == before, "the page has changed");
    Ok(())
}

in_browsers!(styles_of_the_page_change_no_pixel);
/// What a page does to its text reaches no chart: the very pixels stay.
async fn styles_of_the_page_change_no_pixel(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, options()).await?;
    let plain = Page { embed: element(&site, "proceeds", "theme=light")?, ..Page::default() };
    let mut pictures = Vec::new();
    for page in [plain.clone(), Page { style: HOSTILE, ..plain.clone() }, Page { root: "dir=rtl", ..plain.clone() }] {
        let host = Host::start(&site, &page)?;
        session.goto(&host.url()).await?;
        load(&session, &site, "heistogram.js").await?;
        session.wait_until(LIVE).await?;
        session.next_paint().await?;
        let script = "const root = document.querySelector('heist-chart').shadowRoot;
            const { letterSpacing, textTransform, direction } = getComputedStyle(root.querySelector('td'));
            return [root.querySelector('canvas').toDataURL(), letterSpacing, textTransform, direction]";
        pictures.push(session.eval(script, []).await?);
    }
    ensure!(pictures[0] == pictures[1], "hostile styles change the chart: {}", difference(&pictures[0], &pictures[1]));
    ensure!(pictures[0] == pictures[2], "a page from right to left changes the chart");
    Ok(())
}

in_browsers!(without_scripts_picture_and_figures_stand);
async fn without_scripts_picture_and_figures_stand(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&site, &Page { embed: element(&site, "proceeds", "")?, ..Page::default() })?;
    let session = Session::open(browser, Options { scripts: false, ..options() }).await?;
    session.goto(&host.url()).await?;
    session.wait_until(STATIC).await?;
    Ok(())
}
