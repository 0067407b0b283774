//! What is closed on the page: out of the document, found by searches of the browser, and whole once it is open.

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram::describe;
use heistogram::locale;
use heistogram_browser_tests::{Browser, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::shown::{figure, with_table};
use crate::site::{Site, dataset, site};

/// Waits until everything that is closed is folded, and the table of incidents has its first rows.
async fn settle(session: &Session) -> Result<()> {
    let folded = "const closed = all('details:not([open])');
        return closed.length > 8 && closed.every((details) => details.children[1].matches('pre'))
            && all('#all-incidents tbody tr').length < 30 && all('[hidden=until-found]').length > 100
            && !get('#filters').inert";
    Page::new(session).wait_until(folded, []).await?;
    Ok(())
}

async fn open(browser: Browser, site: &Site) -> Result<Session> {
    let session = site.open_early(browser, Options { width: 390, height: 844, ..Options::default() }).await?;
    settle(&session).await?;
    Ok(session)
}

/// The static table of a chart as the build wrote it.
fn table(kind: ChartKind) -> Result<Vec<Vec<String>>> {
    let dataset = dataset()?;
    let table = describe::table(&figure(kind, &dataset), &dataset, locale::ALL[0]);
    let row =
        |row: describe::Row| std::iter::once(row.header).chain(row.cells.into_iter().map(|cell| cell.text)).collect();
    Ok(table.rows.into_iter().map(row).collect())
}

in_browsers!(at_rest_the_page_has_few_elements);
async fn at_rest_the_page_has_few_elements(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    // With those of the charts that are live.
    let count = "const count = (tree) => [...tree.querySelectorAll('*')]
            .reduce((all, { shadowRoot }) => all + 1 + (shadowRoot ? count(shadowRoot) : 0), 0);
        return count(document)";
    let count = Page::new(&session).eval(count, []).await?;
    assert!(count.as_u64() < Some(3000), "{count}");
    Ok(())
}

in_browsers!(an_open_table_is_never_its_text);
async fn an_open_table_is_never_its_text(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let page = Page::new(&session);
    // Whatever opens it, the table is back before the browser draws.
    let open = "const details = get(arguments[0]);
        const words = details.querySelector('pre').textContent;
        if (arguments[1]) details.querySelector('summary').click(); else details.open = true;
        await Promise.resolve();
        const cells = [...details.querySelectorAll('th, td')].map(({ textContent }) => textContent);
        return [!details.querySelector('pre'), cells.every((cell) => words.includes(cell.trim()))]";
    for (at, kind) in with_table().enumerate() {
        let details = format!("heist-chart[chart={}] details", kind.id());
        let whole = page.eval_async(open, [json!(details), json!(at % 2 == 0)]).await?;
        assert_eq!(whole, json!([true, true]), "{kind:?}");
        assert_eq!(page.rows(&format!("{details} tbody tr")).await?, table(kind)?, "{kind:?}");
        page.eval("get(arguments[0]).open = false", [json!(details)]).await?;
        page.wait_found(&format!("{details} > pre")).await?;
        assert_eq!(page.count(&format!("{details} table")).await?, 0);
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(a_chart_that_fails_has_its_table);
async fn a_chart_that_fails_has_its_table(browser: Browser) -> Result<()> {
    let site = site()?;
    site.remove("heistogram_en_charts")?;
    let session = site.open_early(browser, Options::default()).await?;
    let page = Page::new(&session);
    let details = "heist-chart[chart=attacks] details";
    page.wait_found(&format!("{details} > pre")).await?;
    page.click(&format!("{details} summary")).await?;
    assert!(page.is_shown(&format!("{details} table")).await?);
    assert_eq!(page.count(&format!("{details} > pre")).await?, 0);
    Ok(())
}

in_browsers!(printed_pages_have_every_row);
async fn printed_pages_have_every_row(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    let page = Page::new(&session);
    let counts = "return ['#all-incidents tbody tr', 'heist-chart tbody tr', '#sources pre, #left-out pre', '.works a']
        .map((selector) => all(selector).length)";
    let before = page.eval(counts, []).await?;
    // While a script runs, as `print()` is called by one.
    let printed = ["dispatchEvent(new Event('beforeprint'));", counts].concat();
    let printed = page.eval(&printed, []).await?;
    let dataset = dataset()?;
    let incidents = dataset.incidents.iter().filter(|incident| incident.counted).count();
    // Paper has no tables of charts.
    assert_eq!(printed.as_array().map(|all| &all[..3]), json!([incidents, 0, 0]).as_array().map(|all| &all[..]));
    assert!(printed[3].as_u64() > Some(150), "{printed}");
    page.eval("dispatchEvent(new Event('afterprint'))", []).await?;
    settle(&session).await?;
    assert_eq!(page.eval(counts, []).await?, before);
    Ok(())
}

/// Finds a text as its reader would: by a link to it, which is how a script can search what is not shown.
async fn find(session: &Session, site: &Site, text: &str) -> Result<()> {
    let fragment = format!("#:~:text={text}");
    if session.browser() == Browser::WebKit {
        // Its driver waits for a page to load.
        session.eval("location.hash = arguments[0]", [json!(fragment)]).await.map(drop)
    } else {
        session.goto(&format!("{}{fragment}", site.server.url())).await
    }
}

/// Waits until something is in the window.
async fn wait_in_view(session: &Session, selector: &str) -> Result<()> {
    let in_view = "const node = find(arguments[0]);
        const box = node?.getBoundingClientRect();
        return node?.checkVisibility() && box.top >= 0 && box.bottom <= innerHeight";
    Page::new(session).wait_until(in_view, [json!(selector)]).await.map(drop)
}

/// The id of an incident far down the table, and a text that the page has only there, encoded for an address.
async fn far(session: &Session) -> Result<(String, String)> {
    let text = "dispatchEvent(new Event('beforeprint'));
        const words = document.body.textContent;
        const far = all('#all-incidents tbody tr').slice(60);
        const texts = far.flatMap(({ id, cells }) => [...cells].slice(5).map(({ textContent }) => [id, textContent]));
        const [id, text] = texts.find(([, text]) => text.length < 80 && words.split(text).length === 2);
        dispatchEvent(new Event('afterprint'));
        return [id.replace('incident=', ''), encodeURIComponent(text).replaceAll('-', '%2D')]";
    let found = serde_json::from_value(Page::new(session).eval(text, []).await?)?;
    settle(session).await?;
    Ok(found)
}

fn row(id: &str) -> String {
    format!("#all-incidents tr[id='incident={id}']")
}

in_browsers!(searches_of_the_browser_find_rows_that_are_not_shown);
async fn searches_of_the_browser_find_rows_that_are_not_shown(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    let (id, text) = far(&session).await?;
    assert_eq!(Page::new(&session).count(&row(&id)).await?, 0);
    find(&session, &site, &text).await?;
    wait_in_view(&session, &row(&id)).await?;
    assert_eq!(Page::new(&session).count("[hidden=until-found]").await?, 0, "all rows are shown");
    Ok(())
}

in_browsers!(what_a_search_of_the_browser_reads_stays);
async fn what_a_search_of_the_browser_reads_stays(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    // A search by a link changes the address. The filters tell the table also what it knows.
    let tell = "let changes = 0;
        const observer = new MutationObserver((all) => (changes += all.length));
        observer.observe(get('[hidden=until-found]').parentNode, { childList: true });
        dispatchEvent(new HashChangeEvent('hashchange'));
        document.dispatchEvent(new CustomEvent('heist-filtered', { detail: { ids: null } }));
        // After the idle work of the table.
        const idle = globalThis.requestIdleCallback ?? ((done) => setTimeout(done, 60));
        await new Promise((done) => idle(done));
        return changes";
    assert_eq!(Page::new(&session).eval_async(tell, []).await?, json!(0));
    Ok(())
}

in_browsers!(searches_of_the_browser_open_what_is_closed);
async fn searches_of_the_browser_open_what_is_closed(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    let page = Page::new(&session);
    let title = "const lines = get('#sources details:last-of-type > pre').textContent.split('\\n');
        return encodeURIComponent(lines.at(-1).split('\\t')[0]).replaceAll('-', '%2D')";
    let title = page.eval(title, []).await?;
    find(&session, &site, title.as_str().context("no title")?).await?;
    page.wait_shown("#sources details[open] .works a").await?;
    assert_eq!(page.count("#sources details[open] > pre").await?, 0);
    Ok(())
}

in_browsers!(a_link_to_a_text_far_down_the_table_stays_there);
async fn a_link_to_a_text_far_down_the_table_stays_there(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    let (id, text) = far(&session).await?;
    session.goto("about:blank").await?;
    session.goto(&format!("{}#:~:text={text}", site.server.url())).await?;
    Page::new(&session).wait_until("return !get('#all-incidents form').hidden", []).await?;
    wait_in_view(&session, &row(&id)).await?;
    Ok(())
}

in_browsers!(links_to_incidents_show_their_rows);
async fn links_to_incidents_show_their_rows(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    let page = Page::new(&session);
    let (id, _) = far(&session).await?;
    let rows = "#all-incidents tbody tr";
    let marked = format!("{}.pointed", row(&id));
    page.go(&format!("incident={id}")).await?;
    page.wait_shown(&marked).await?;
    assert_eq!(page.count(rows).await?, 26);
    assert!(page.content("#all-incidents [role=status]").await?.starts_with("26 of "));
    page.go("incident=bitget-2026-09").await?;
    page.wait_gone(&marked).await?;
    assert_eq!(page.count(rows).await?, 25);
    // Also when the page opens there.
    session.goto("about:blank").await?;
    session.goto(&format!("{}#incident={id}", site.server.url())).await?;
    page.wait_count(rows, 26).await?;
    assert!(page.is_shown(&marked).await?);
    Ok(())
}
