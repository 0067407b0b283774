//! The element in the page of another site.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};
use serde_json::Value;

use crate::host::{Article, Dataset, Host, element, load, own_state, wait_all_live};
use crate::site::{Site, site};

/// What a person should see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Live,
    /// Picture and table of the static content, and a message.
    Static,
    /// Picture and table of the static content, and nothing else.
    Plain,
}

pub const HOSTILE: &str = "* { letter-spacing: 7px; word-spacing: 9px; line-height: 3; direction: rtl; text-indent: 20px; \
    text-align: right; text-transform: uppercase; font: italic 700 30px/2 cursive; color: #c0c; white-space: pre } \
    h3, p, table, details, img, canvas { display: block; float: right; opacity: .5 }";

const WITHOUT_WASM: &str =
    "default-src 'none'; script-src SITE; style-src 'self'; img-src SITE data:; connect-src SITE 'self'";

const TRUSTED: &str = "require-trusted-types-for 'script'; trusted-types default";

/// Allows scripts, and nothing else.
const DEFAULT_POLICY: &str = "window.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => url, createHTML() { throw new Error('no') }, createScript() { throw new Error('no') } })";

fn options() -> Options {
    Options { width: 900, height: 900, ..Options::default() }
}

/// Every chart shows its static content.
const STATIC: &str = "return all('heist-chart').every((chart) => {
    const image = chart.querySelector('img');
    image.loading = 'eager'; // the page's own waits until it is near
    return image.checkVisibility() && image.complete && image.naturalWidth > 0
        && chart.querySelectorAll('tbody tr').length > 5 && chart.querySelector('summary').checkVisibility() })";

/// Every chart has a message.
const MESSAGES: &str = "return all('heist-chart').every(({ shadowRoot }) =>
    shadowRoot?.querySelector('[role=status]').textContent.length > 20)";

/// Opens a page, loads the element into it and compares the state of the page before and after.
async fn check(session: &Session, site: &Site, article: &Article, shown: Shown) -> Result<()> {
    let host = Host::start(site, article)?;
    let page = Page::new(session);
    session.goto(&host.url()).await?;
    page.wait_until(STATIC, []).await.context("before any script")?;
    let before = own_state(session).await?;
    load(session, site, "heistogram.js").await?;
    if article.dataset == Dataset::Slow {
        Chart::first(session).wait_until("return !!root", []).await?;
        ensure!(page.eval(STATIC, []).await? == true, "nothing is shown while the dataset loads");
    }
    match shown {
        Shown::Live => wait_all_live(&page).await?,
        Shown::Static => {
            page.wait_until(MESSAGES, []).await?;
            page.wait_until(STATIC, []).await?;
        }
        // There is nothing to wait for: a chart would have started within this time.
        Shown::Plain => {
            tokio::time::sleep(Duration::from_secs(1)).await;
            page.wait_until(STATIC, []).await?;
        }
    }
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
    let plain = Article { embed: element(&site, "proceeds", "")?, ..Article::default() };
    let own = |dataset| -> Result<Article> {
        Ok(Article { embed: element(&site, "proceeds", "src=dataset.json")?, dataset, ..Article::default() })
    };
    let two = format!("{}{}", plain.embed, element(&site, "targets", "")?);
    let cells = [
        ("plain", plain.clone(), Shown::Live),
        ("refuses wasm", Article { policy: WITHOUT_WASM, ..plain.clone() }, Shown::Static),
        ("hostile styles", Article { style: HOSTILE, ..plain.clone() }, Shown::Live),
        ("right to left", Article { root: "dir=rtl", ..plain.clone() }, Shown::Live),
        ("two charts", Article { embed: two, ..Article::default() }, Shown::Live),
        ("no dataset", own(Dataset::Missing)?, Shown::Static),
        ("slow dataset", own(Dataset::Slow)?, Shown::Live),
        ("truncated dataset", own(Dataset::Truncated)?, Shown::Static),
    ];
    for (name, page, shown) in &cells {
        check(&session, &site, page, *shown).await.with_context(|| format!("the page is {name}"))?;
    }
    // Nothing of another site is in the cache of the browser.
    let lacking = crate::site::site()?;
    lacking.remove("heistogram_en_charts")?;
    let page = Article { embed: element(&lacking, "proceeds", "")?, ..Article::default() };
    check(&session, &lacking, &page, Shown::Static).await.context("the page gets no wasm")?;
    Ok(())
}

/// What pages do to objects that every script uses.
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
        let page = Article { embed: embed.clone(), script, ..Article::default() };
        check(&session, &site, &page, *shown).await.with_context(|| format!("the page {name}"))?;
    }
    // A default policy is asked for text that becomes HTML or code; our scripts never do that.
    let page = Article { embed: embed.clone(), policy: TRUSTED, script: DEFAULT_POLICY, ..Article::default() };
    check(&session, &site, &page, Shown::Live).await.context("the page has a policy of its own")
}

in_browsers!(another_version_of_the_script_does_no_harm);
/// The first script defines the element; a second one, from another address, changes nothing.
async fn another_version_of_the_script_does_no_harm(browser: Browser) -> Result<()> {
    let (site, other) = (site()?, site()?);
    let session = Session::open(browser, options()).await?;
    let host = Host::start(&site, &Article { embed: element(&site, "proceeds", "")?, ..Article::default() })?;
    session.goto(&host.url()).await?;
    load(&session, &site, "heistogram.js").await?;
    load(&session, &other, "heistogram.js").await?;
    let page = Page::new(&session);
    wait_all_live(&page).await?;
    let before = own_state(&session).await?;
    Chart::first(&session).eval("host.replaceWith(host.cloneNode(true))", []).await?;
    wait_all_live(&page).await?;
    ensure!(own_state(&session).await? == before, "the page has changed");
    Ok(())
}

in_browsers!(styles_of_the_page_change_no_pixel);
/// No style of the page for its text applies to a chart: every pixel is the same.
async fn styles_of_the_page_change_no_pixel(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, options()).await?;
    let plain = Article { embed: element(&site, "proceeds", "theme=light")?, ..Article::default() };
    let mut pictures = Vec::new();
    for page in
        [plain.clone(), Article { style: HOSTILE, ..plain.clone() }, Article { root: "dir=rtl", ..plain.clone() }]
    {
        let host = Host::start(&site, &page)?;
        session.goto(&host.url()).await?;
        load(&session, &site, "heistogram.js").await?;
        wait_all_live(&Page::new(&session)).await?;
        let chart = Chart::first(&session);
        chart.open_table().await?;
        session.next_paint().await?;
        let look = "const { letterSpacing, textTransform, direction } = getComputedStyle(get('td'));
            return [canvas.toDataURL(), letterSpacing, textTransform, direction]";
        pictures.push(chart.eval(look, []).await?);
    }
    ensure!(pictures[0] == pictures[1], "hostile styles change the chart: {}", difference(&pictures[0], &pictures[1]));
    ensure!(pictures[0] == pictures[2], "a page from right to left changes the chart");
    Ok(())
}

in_browsers!(without_scripts_picture_and_figures_stand);
async fn without_scripts_picture_and_figures_stand(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&site, &Article { embed: element(&site, "proceeds", "")?, ..Article::default() })?;
    let session = Session::open(browser, Options { scripts: false, ..options() }).await?;
    session.goto(&host.url()).await?;
    Page::new(&session).wait_until(STATIC, []).await.map(drop)
}
