//! What belongs to the page: its data, its words, its colours, the space it gives to a chart.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Chart, Options, Session, in_browsers};
use serde_json::json;

use crate::host::{Article, Host, element, load, wait_live};
use crate::site::{Site, site};

const ERRORS: &str =
    "window.failures = []; addEventListener('heist-error', ({ detail }) => failures.push(detail.message));
    window.observed = []; addEventListener('error', ({ message }) => observed.push(message))";

/// Opens a page and loads the element into it.
async fn open(browser: Browser, site: &Site, page: Article) -> Result<Session> {
    let session = Session::open(browser, Options { width: 900, height: 900, ..Options::default() }).await?;
    session.goto(&Host::start(site, &page)?.url()).await?;
    load(&session, site, "heistogram.js").await?;
    Ok(session)
}

/// Empties the place for a chart, and makes a chart that is not in the page yet.
const PREPARE: &str = "
    failures.length = 0;
    window.place = document.querySelector('.place');
    place.replaceChildren();
    window.chart = document.createElement('heist-chart');
    chart.setAttribute('chart', 'proceeds');
    window.set = (...all) => chart.setAttribute(...all);
    window.ready = () => new Promise((go) => chart.addEventListener('heist-ready', go, { once: true }));";

/// Scripts of pages that give a chart no dataset, a part of its message, and whether that is an error.
const NO_DATA: &[(&str, &str, &str, bool)] = &[
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
    ("src removed", "set('src', 'null'); place.append(chart); chart.removeAttribute('src')", "Waiting", false),
    ("null", "chart.data = null", "Waiting", false),
    ("null after ours", "place.append(chart); await ready(); chart.data = null", "Waiting", false),
    ("attribute after ours", "place.append(chart); await ready(); set('data', 'x')", "property", true),
    (
        "null on another chart",
        "Object.defineProperty(chart, 'data', { value: null, configurable: true })",
        "Waiting",
        false,
    ),
];

in_browsers!(data_of_others_never_turn_into_ours);
async fn data_of_others_never_turn_into_ours(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, Article { script: ERRORS, ..Article::default() }).await?;
    session.wait_until("return customElements.get('heist-chart')").await?;
    let chart = Chart::first(&session);
    for (name, work, word, is_error) in NO_DATA {
        session.eval(PREPARE, []).await?;
        session.eval_async(work, []).await.with_context(|| *name)?;
        session.eval("if (!place.firstChild) place.append(chart)", []).await?;
        chart.wait_content("[role=status]", word).await.with_context(|| *name)?;
        session.next_paint().await?;
        let ours = "return [canvas.offsetHeight > 0, rowsOf(root) > 0, root.textContent.includes('Bangladesh')]";
        ensure!(chart.eval(ours, []).await? == json!([false, false, false]), "{name}: ours is drawn");
        ensure!(session.eval("return failures.length > 0", []).await? == *is_error, "{name}: heist-error");
    }
    // The property has precedence over the attribute; without both the chart waits.
    chart.set_attribute("data", "x").await?;
    let dataset = json!({ "schema": 1, "title": "Their list", "as_of": "2024-01-01", "incidents": [], "sources": [] });
    chart.set_data(&dataset).await?;
    chart.wait_content("[part=source]", "Their list").await?;
    chart.eval("host.removeAttribute('data'); host.data = undefined", []).await?;
    let waits = "return !canvas.offsetHeight && !rowsOf(root)
        && find('[role=status]').textContent.includes('Waiting')";
    chart.wait_until(waits, []).await?;
    Ok(())
}

/// Waits until title, sentence and source of a drawn chart are each shown once: by the chart (`true`) or by the page.
async fn wait_words(chart: &Chart<'_>, by_chart: [Option<bool>; 3]) -> Result<()> {
    let shown = "const by_chart = [...arguments];
        return canvas.offsetHeight > 100 && rowsOf(root) > 5
            && ['title', 'sentence', 'source'].every((slot, at) => {
                const nodes = [...host.querySelectorAll(`[slot=${slot}]`), find(`[part=${slot}]`)]
                    .filter((node) => node?.checkVisibility());
                return nodes.length === 1 && root.contains(nodes[0]) === (by_chart[at] ?? root.contains(nodes[0]));
            })";
    chart.wait_until(shown, by_chart.map(|expected| json!(expected))).await.map(drop)
}

/// The HTML of the element, which belongs to the page.
const HTML: &str = "return host.outerHTML";

in_browsers!(words_and_attributes_of_the_page_stay_as_they_are);
async fn words_and_attributes_of_the_page_stay_as_they_are(browser: Browser) -> Result<()> {
    let site = site()?;
    let page = Article { embed: element(&site, "proceeds", "")?, ..Article::default() };
    let session = Session::open(browser, Options { width: 900, height: 900, ..Options::default() }).await?;
    session.goto(&Host::start(&site, &page)?.url()).await?;
    let chart = Chart::first(&session);
    let before = chart.eval(HTML, []).await?;
    load(&session, &site, "heistogram.js").await?;
    wait_live(&chart).await?;
    ensure!(chart.eval(HTML, []).await? == before, "drawing changes the HTML of the page");
    let (by_page, by_chart) = ([Some(false); 3], [Some(true); 3]);
    wait_words(&chart, by_page).await.context("the words of the page stay")?;
    for attribute in ["period=2016..2022", "measure=attacks", "lang=ko"] {
        let (name, value) = attribute.split_once('=').context("a pair")?;
        chart.set_attribute(name, value).await?;
        wait_words(&chart, by_chart).await.with_context(|| attribute)?;
        chart.remove_attribute(name).await?;
        wait_words(&chart, by_page).await.with_context(|| format!("without {attribute}"))?;
    }
    ensure!(chart.eval(HTML, []).await? == before, "a selection changes the HTML of the page");
    // A framework writes what it has, and removes what it does not know.
    let morph = "for (const { name } of [...host.attributes]) if (name !== 'chart') host.removeAttribute(name);
        host.querySelector('[slot=sentence]').firstChild.data = 'Another sentence';
        host.querySelector('[slot=title]').remove()";
    chart.eval(morph, []).await?;
    chart.wait_words("sentence", "Another sentence").await?;
    wait_words(&chart, [Some(true), None, None]).await?;
    assert_eq!(chart.words("sentence").await?, "Another sentence");
    chart.eval("host.replaceChildren()", []).await?;
    wait_words(&chart, by_chart).await
}

/// Ways to switch to dark colours: a class, another colour space, a transition with `:has()`, another body.
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
        let page =
            Article { embed: "<heist-chart chart=proceeds></heist-chart>".to_owned(), style, ..Article::default() };
        let session = open(browser, &site, page).await?;
        let chart = Chart::first(&session);
        wait_live(&chart).await?;
        for theme in ["dark", "light"] {
            session.eval(switch, []).await?;
            chart.wait_theme(theme).await.with_context(|| format!("{theme} by {style}"))?;
            wait_live(&chart).await.with_context(|| format!("{theme} by {style}"))?;
        }
    }
    Ok(())
}

/// Finds the sizes of the panel where a chart is too high without a scrollbar and fits next to one. Then counts how
/// often the height of the chart changes there after a second.
const BESIDE_A_SCROLLBAR: &str = "
    const host = document.querySelector('heist-chart');
    const place = document.querySelector('.place');
    const frames = async (n) => { while (n--) await new Promise(requestAnimationFrame) };
    place.style.cssText = 'overflow: hidden; height: 2000px';
    const heights = [];
    for (let width = 330; width < 860; width += 15) {
        place.style.width = `${width}px`;
        await frames(3);
        heights.push([width, host.offsetHeight]);
    }
    const jumps = heights.slice(1).map(([width, height], at) => [width, height, height - heights[at][1]])
        .sort((a, b) => b[2] - a[2]);
    const seen = [];
    for (const [width, height, more] of jumps.slice(0, 3)) {
        place.style.cssText = `overflow: auto; width: ${width}px; height: ${Math.round(height - more / 2)}px`;
        const start = performance.now();
        while (performance.now() - start < 1000) await frames(1);
        let [changes, last] = [0, host.offsetHeight];
        for (let n = 0; n < 20; n++) {
            await frames(1);
            changes += host.offsetHeight !== last;
            last = host.offsetHeight;
        }
        seen.push([width, more, changes]);
    }
    return seen";

in_browsers!(a_chart_beside_a_scrollbar_comes_to_rest);
async fn a_chart_beside_a_scrollbar_comes_to_rest(browser: Browser) -> Result<()> {
    let site = site()?;
    let page = Article {
        embed: "<heist-chart chart=proceeds></heist-chart>".to_owned(),
        script: ERRORS,
        // Scrollbars without styles take no space in some browsers.
        style: "::-webkit-scrollbar { width: 15px } .place { overflow: auto }",
        ..Article::default()
    };
    let session = open(browser, &site, page).await?;
    wait_live(&Chart::first(&session)).await?;
    let seen = session.eval_async(BESIDE_A_SCROLLBAR, []).await?;
    let restless = seen.as_array().context("no sizes")?.iter().any(|size| size[2] != 0);
    ensure!(!restless, "width, height more, changes: {seen}");
    ensure!(session.eval("return observed", []).await? == json!([]), "errors of observers");
    Ok(())
}
