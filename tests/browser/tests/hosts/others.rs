//! What others own, change and forget: their data, their words, their colours, the room they give.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, Session, in_browsers};

use crate::host::{Host, Page, element, load};
use crate::site::{Site, site};

const DRAWN: &str = "const host = document.querySelector('heist-chart'); const root = host?.shadowRoot;
    const drawn = root?.querySelector('canvas').offsetHeight > 100 && root.querySelectorAll('tbody tr').length > 5;";

const ERRORS: &str =
    "window.failures = []; addEventListener('heist-error', ({ detail }) => failures.push(detail.message));
    window.observed = []; addEventListener('error', ({ message }) => observed.push(message))";

/// Opens a page with what stands in it, and starts the element.
async fn open(browser: Browser, site: &Site, page: Page) -> Result<Session> {
    let session = Session::open(browser, Options { width: 900, height: 900, ..Options::default() }).await?;
    session.goto(&Host::start(site, &page)?.url()).await?;
    load(&session, site, "heistogram.js").await?;
    Ok(session)
}

in_browsers!(data_of_others_never_turn_into_ours);
async fn data_of_others_never_turn_into_ours(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, Page { script: ERRORS, ..Page::default() }).await?;
    session.wait_until("return customElements.get('heist-chart')").await?;
    let cases = [
        ("attribute", "set('data', '[object Object]')", "data", true),
        ("empty attribute", "set('data', '')", "property", true),
        (
            "attribute of a template",
            "place.innerHTML = '<heist-chart chart=proceeds :data=list></heist-chart>'",
            "property",
            true,
        ),
        (
            "attribute of an input",
            "place.innerHTML = '<heist-chart chart=proceeds [data]=list></heist-chart>'",
            "property",
            true,
        ),
        ("empty src", "set('src', '')", "src", true),
        ("blank src", "set('src', ' ')", "src", true),
        ("written null", "set('src', 'null')", "src", true),
        ("written object", "set('src', '[object Promise]')", "src", true),
        (
            "src of a template",
            "place.innerHTML = '<heist-chart chart=proceeds v-bind:src=list></heist-chart>'",
            "src",
            true,
        ),
        (
            "property of a template",
            "place.innerHTML = '<heist-chart chart=proceeds :data.prop=list></heist-chart>'",
            "property",
            true,
        ),
        ("src of a lazy loader", "set('data-lazy-src', 'list.json')", "src", true),
        ("undefined", "chart.data = undefined", "Waiting", false),
        ("src taken away", "set('src', 'null'); place.append(chart); chart.removeAttribute('src')", "Waiting", false),
        ("null", "chart.data = null", "Waiting", false),
        ("null after ours", "place.append(chart); await ready(chart); chart.data = null", "Waiting", false),
        ("attribute after ours", "place.append(chart); await ready(chart); set('data', 'x')", "property", true),
        (
            "null on another chart",
            "Object.defineProperty(chart, 'data', { value: null, configurable: true })",
            "Waiting",
            false,
        ),
    ];
    for (name, work, word, is_error) in cases {
        let script = format!(
            "failures.length = 0; const place = document.querySelector('.place'); place.replaceChildren();
            const chart = document.createElement('heist-chart'); chart.setAttribute('chart', 'proceeds');
            const set = (...all) => chart.setAttribute(...all);
            const ready = (chart) => new Promise((go) => chart.addEventListener('heist-ready', go, {{ once: true }}));
            {work}; if (!place.firstChild) place.append(chart)"
        );
        session.eval(&format!("(async () => {{ {script} }})()"), []).await?;
        let said = format!("{DRAWN} return root?.querySelector('[role=status]').textContent.includes('{word}')");
        session.wait_until(&said).await.with_context(|| name)?;
        session.next_paint().await?;
        let shown =
            session.eval(&format!("{DRAWN} return [drawn, root.textContent.includes('Bangladesh')]"), []).await?;
        ensure!(shown == serde_json::json!([false, false]), "{name}: ours is drawn");
        ensure!(session.eval("return failures.length > 0", []).await? == is_error, "{name}: heist-error");
    }
    // A property counts for more than an attribute; nothing named again waits.
    let own = "const host = document.querySelector('heist-chart'); host.setAttribute('data', 'x'); host.data = {
        schema: 1, title: 'Their list', as_of: '2024-01-01', incidents: [], sources: [] }";
    session.eval(own, []).await?;
    let theirs = format!("{DRAWN} return root.querySelector('[part=source]').textContent.includes('Their list')");
    session.wait_until(&theirs).await?;
    session
        .eval(
            "const host = document.querySelector('heist-chart'); host.removeAttribute('data'); host.data = undefined",
            [],
        )
        .await?;
    let waits = "!drawn && root.querySelector('[role=status]').textContent.includes('Waiting')";
    session.wait_until(&format!("{DRAWN} return {waits}")).await?;
    Ok(())
}

/// The element with all that stands in it.
const OUTSIDE: &str = "return document.querySelector('heist-chart').outerHTML";

in_browsers!(words_and_attributes_of_the_page_stay_as_they_are);
async fn words_and_attributes_of_the_page_stay_as_they_are(browser: Browser) -> Result<()> {
    let site = site()?;
    let page = Page { embed: element(&site, "proceeds", "")?, ..Page::default() };
    let session = Session::open(browser, Options { width: 900, height: 900, ..Options::default() }).await?;
    session.goto(&Host::start(&site, &page)?.url()).await?;
    let before = session.eval(OUTSIDE, []).await?;
    load(&session, &site, "heistogram.js").await?;
    session.wait_until(&format!("{DRAWN} return drawn")).await?;
    ensure!(session.eval(OUTSIDE, []).await? == before, "drawn, the element has changed what is the page's");
    let words =
        "const seen = (slot) => [...host.querySelectorAll(`[slot=${slot}]`), root.querySelector(`[part=${slot}]`)]
        .filter((node) => node?.checkVisibility());
        const all = ['title', 'sentence', 'source'].map(seen);";
    let state = |own| {
        format!(
            "{DRAWN} {words} return drawn && all.every((seen) => seen.length === 1
                && (root.contains(seen[0]) === {own}))"
        )
    };
    session.wait_until(&state(false)).await.context("the page's words stand")?;
    for attribute in ["period=2018..2020", "measure=attacks", "lang=ko"] {
        let (name, value) = attribute.split_once('=').context("a pair")?;
        session.eval(&format!("document.querySelector('heist-chart').setAttribute('{name}', '{value}')"), []).await?;
        session.wait_until(&state(true)).await.with_context(|| attribute)?;
        session.eval(&format!("document.querySelector('heist-chart').removeAttribute('{name}')"), []).await?;
        session.wait_until(&state(false)).await.with_context(|| format!("without {attribute}"))?;
    }
    ensure!(session.eval(OUTSIDE, []).await? == before, "chosen from, the element has changed what is the page's");
    // A framework writes what it has, and takes away what it does not know.
    let morph = "const host = document.querySelector('heist-chart');
        for (const { name } of [...host.attributes]) if (name !== 'chart') host.removeAttribute(name);
        host.querySelector('[slot=sentence]').firstChild.data = 'Another sentence';
        host.querySelector('[slot=title]').remove()";
    session.eval(morph, []).await?;
    let morphed = format!(
        "{DRAWN} {words} return drawn && all.every((seen) => seen.length === 1)
        && root.contains(all[0][0]) && all[1][0].textContent === 'Another sentence'"
    );
    session.wait_until(&morphed).await?;
    session.eval("document.querySelector('heist-chart').replaceChildren()", []).await?;
    session.wait_until(&format!("{DRAWN} {words} return drawn && all.every(([seen]) => root.contains(seen))")).await?;
    Ok(())
}

/// Switches for the night: a class, a transition, `:has()`, another body, colours of a space of their own.
const NIGHTS: [(&str, &str); 4] = [
    ("html.night body { color: #eee }", "document.documentElement.classList.toggle('night')"),
    (
        "* { transition: none !important } html.night body { color: oklch(0.95 0.01 260) }",
        "document.documentElement.classList.toggle('night')",
    ),
    (
        "body { transition: color .2s } html:has(i.night) body { color: #eee }",
        "const there = document.querySelector('i'); const sign = document.createElement('i');
         sign.className = 'night'; if (there) there.remove(); else document.body.append(sign)",
    ),
    (
        "body.night { color: #eee }",
        "const body = document.createElement('body'); body.className = document.body.className ? '' : 'night';
         body.append(...document.body.childNodes); document.body.replaceWith(body)",
    ),
];

in_browsers!(a_chart_follows_the_colours_of_its_page);
async fn a_chart_follows_the_colours_of_its_page(browser: Browser) -> Result<()> {
    let site = site()?;
    for (style, switch) in NIGHTS {
        let page = Page { embed: "<heist-chart chart=proceeds></heist-chart>".to_owned(), style, ..Page::default() };
        let session = open(browser, &site, page).await?;
        session.wait_until(&format!("{DRAWN} return drawn")).await?;
        for theme in ["dark", "light"] {
            session.eval(switch, []).await?;
            let follows = format!("{DRAWN} return drawn && root.querySelector('.all').dataset.theme === '{theme}'");
            session.wait_until(&follows).await.with_context(|| format!("{theme} by {style}"))?;
        }
    }
    Ok(())
}

in_browsers!(a_chart_beside_a_scrollbar_comes_to_rest);
async fn a_chart_beside_a_scrollbar_comes_to_rest(browser: Browser) -> Result<()> {
    let site = site()?;
    let page = Page {
        embed: "<heist-chart chart=proceeds></heist-chart>".to_owned(),
        script: ERRORS,
        // Other bars take no room in some browsers.
        style: "::-webkit-scrollbar { width: 15px } .place { overflow: auto }",
        ..Page::default()
    };
    let session = open(browser, &site, page).await?;
    session.wait_until(&format!("{DRAWN} return drawn")).await?;
    // At which height of the panel the chart is too high without the bar, and fits beside it.
    let rest = "const host = document.querySelector('heist-chart'); const place = document.querySelector('.place');
        const frames = async (n) => { while (n--) await new Promise(requestAnimationFrame) };
        place.style.cssText = 'overflow: hidden; height: 2000px'; const heights = [];
        for (let width = 330; width < 860; width += 15) { place.style.width = `${width}px`; await frames(3);
          heights.push([width, host.offsetHeight]) }
        const jumps = heights.slice(1).map(([width, height], at) =>
          [width, height, height - heights[at][1]]).sort((a, b) => b[2] - a[2]);
        const seen = [];
        for (const [width, height, more] of jumps.slice(0, 3)) {
          place.style.cssText = `overflow: auto; width: ${width}px; height: ${Math.round(height - more / 2)}px`;
          const start = performance.now(); while (performance.now() - start < 1000) await frames(1);
          let [changes, last] = [0, host.offsetHeight];
          for (let n = 0; n < 20; n++) { await frames(1);
            changes += host.offsetHeight !== last; last = host.offsetHeight }
          seen.push([width, more, changes]);
        }
        return seen";
    let script = format!("window.seen = undefined; (async () => {{ {rest} }})().then((seen) => (window.seen = seen))");
    session.eval(&script, []).await?;
    let seen = session.wait_until("return window.seen").await?;
    let restless = session.eval("return seen.filter(([, , changes]) => changes).length + observed.length", []).await?;
    ensure!(restless == 0, "width, height more, changes: {seen}");
    Ok(())
}
