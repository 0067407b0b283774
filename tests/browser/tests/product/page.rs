//! The page as a whole: no errors, static content without scripts, and no requests to other origins.

use anyhow::Result;
use heistogram::chart::ChartKind;
use heistogram::describe;
use heistogram::locale;
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::shown::{figure, figure_by, with_table};
use crate::site::{dataset, site};

in_browsers!(using_it_asks_one_origin_and_keeps_nothing);
/// The policy allows no other origin, and a violation would be on the console.
async fn using_it_asks_one_origin_and_keeps_nothing(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open_view(browser, "group=exchanges", Options { height: 800, ..Options::default() }).await?;
    let (page, chart) = (Page::new(&session), Chart::new(&session, "proceeds"));
    let (x, y) = chart.bring(400.0, 250.0).await?;
    session.pointer_move(x + 1.0, y).await?;
    session.click(x, y).await?;
    chart.wait_found("[role=dialog] a").await?;
    page.choose("banks").await?;
    page.search("bybit").await?;
    session
        .wait_until("return performance.getEntriesByType('resource').some(({ name }) => name.includes('details'))")
        .await?;
    assert_eq!(session.console_errors().await?, []);
    let foreign = "return performance.getEntriesByType('resource').map(({ name }) => name)\
        .filter((name) => new URL(name).origin !== location.origin && !name.startsWith('data:'))";
    assert_eq!(session.eval(foreign, []).await?, json!([]));
    let kept = "return [document.cookie, localStorage.length, sessionStorage.length,
        (await indexedDB.databases()).length, (await window.caches?.keys() ?? []).length,
        (await navigator.serviceWorker?.getRegistrations() ?? []).length]";
    assert_eq!(session.eval_async(kept, []).await?, json!(["", 0, 0, 0, 0, 0]));
    Ok(())
}

in_browsers!(nothing_scrolls_sideways);
async fn nothing_scrolls_sideways(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = Session::open(browser, Options::default()).await?;
    for width in [320, 768, 1200] {
        session.resize(width, 700).await?;
        site.load(&session, "").await?;
        assert_eq!(Page::new(&session).width().await?, width, "{width}");
    }
    Ok(())
}

/// The texts in a row of a table.
fn cells(row: describe::Row) -> Vec<String> {
    std::iter::once(row.header).chain(row.cells.into_iter().map(|cell| cell.text)).collect()
}

in_browsers!(picture_and_table_stand_without_scripts);
async fn picture_and_table_stand_without_scripts(browser: Browser) -> Result<()> {
    let site = site()?;
    let session =
        site.open_early(browser, Options { width: 800, height: 700, scripts: false, ..Options::default() }).await?;
    let page = Page::new(&session);
    let images = "const images = all('heist-chart picture img');
        return images.length === arguments[0]
            && images.every(({ complete, naturalWidth }) => complete && naturalWidth > 0)";
    page.wait_until(images, [json!(ChartKind::ALL.len())]).await?;
    let links = page.count("heist-chart a[href='#all-incidents']").await?;
    assert_eq!(links, ChartKind::ALL.len() - with_table().count());
    let dataset = dataset()?;
    for kind in with_table() {
        let table = describe::table(&figure(kind, &dataset), &dataset, locale::ALL[0]);
        let expected: Vec<Vec<String>> = table.rows.into_iter().map(cells).collect();
        let rows = page.rows(&format!("heist-chart[chart={}] tbody tr", kind.id())).await?;
        assert_eq!(rows, expected, "{kind:?}");
    }
    Ok(())
}

in_browsers!(the_measure_of_targets_can_be_chosen);
async fn the_measure_of_targets_can_be_chosen(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let chart = Chart::new(&session, "targets");
    chart.click("input[value=usd]").await?;
    let dataset = dataset()?;
    let figure = figure_by(ChartKind::Targets, &dataset, heistogram::aggregate::Measure::Usd);
    chart.wait_words("sentence", &describe::sentence(&figure, &dataset, locale::ALL[0])).await?;
    chart.open_table().await?;
    let rows = chart.rows("tbody tr").await?;
    let table = describe::table(&figure, &dataset, locale::ALL[0]);
    assert_eq!(rows, table.rows.into_iter().map(cells).collect::<Vec<_>>());
    // The first of both rankings, below its heading.
    let firsts = rows.windows(2).filter(|pair| pair[0].len() == 1).map(|pair| &*pair[1][0]);
    assert_eq!(firsts.take(2).collect::<Vec<_>>(), ["Exchanges", "United Arab Emirates"]);
    Ok(())
}

in_browsers!(a_lost_or_refused_file_leaves_picture_and_table);
async fn a_lost_or_refused_file_leaves_picture_and_table(browser: Browser) -> Result<()> {
    let session = Session::open(browser, Options { width: 800, height: 700, ..Options::default() }).await?;
    for (lost, half) in [("heistogram_en_charts", false), ("core.", false), ("heistogram_en_charts", true)] {
        let site = site()?;
        if half { site.halve(lost) } else { site.remove(lost) }?;
        session.goto(&site.server.url()).await?;
        for kind in ChartKind::ALL {
            // Each starts when a reader comes near.
            let fails = "host.scrollIntoView({ behavior: 'instant' });
                return find('[role=status]')?.textContent.length > 20";
            Chart::new(&session, kind.id()).wait_until(fails, []).await?;
        }
        let stand = "return all('heist-chart picture img').every((image) => image.checkVisibility())";
        assert_eq!(Page::new(&session).eval(stand, []).await?, true, "{lost}, half of it: {half}");
    }
    Ok(())
}

in_browsers!(words_have_the_page_s_colours_until_a_chart_is_drawn);
async fn words_have_the_page_s_colours_until_a_chart_is_drawn(browser: Browser) -> Result<()> {
    let site = site()?;
    site.remove("heistogram_en_charts")?;
    let session = Session::open(browser, Options { dark: true, ..Options::default() }).await?;
    session.goto(&site.server.url()).await?;
    let chart = Chart::first(&session);
    chart.wait_message().await?;
    let colours = "const probe = document.body.appendChild(document.createElement('p'));
        probe.style.color = 'var(--muted)';
        return [probe, ...host.querySelectorAll('.sentence, .source')].map((node) => getComputedStyle(node).color)";
    assert_eq!(chart.eval(colours, []).await?, json!(vec!["rgb(165, 168, 176)"; 3]));
    Ok(())
}

in_browsers!(what_nobody_asked_for_is_fetched_once);
async fn what_nobody_asked_for_is_fetched_once(browser: Browser) -> Result<()> {
    let site = site()?;
    site.remove("details.")?;
    let session = site.open(browser, Options::default()).await?;
    let asked =
        "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/details.')).length";
    session.wait_until(asked).await?;
    session.eval_async("await new Promise((done) => setTimeout(done, 1000))", []).await?;
    assert_eq!(session.eval(asked, []).await?, 1, "for all charts");
    Ok(())
}

in_browsers!(the_manifest_names_every_attribute_that_is_observed: Chromium);
async fn the_manifest_names_every_attribute_that_is_observed(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, Options::default()).await?;
    session.goto(&site.server.url()).await?;
    let attributes = "await customElements.whenDefined('heist-chart');
        const manifest = await (await fetch('custom-elements.json')).json();
        const listed = manifest.modules[0].declarations[0].attributes.map(({ name }) => name);
        return [listed, customElements.get('heist-chart').observedAttributes].map((names) => names.toSorted().join(' '))";
    let attributes = session.eval_async(attributes, []).await?;
    assert!(attributes[0].as_str().is_some_and(|names| names.contains("measure")), "{attributes}");
    assert_eq!(attributes[0], attributes[1]);
    Ok(())
}
