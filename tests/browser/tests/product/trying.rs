//! The page that draws a reader's own file: from the file to charts, to its errors, and to a page to publish.

use anyhow::Result;
use heistogram::chart::ChartKind;
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::site::{Site, site};

const CSV: &str = "date,victim,amount,sector,evidence\n\
                   2023-02,Zugspitze Exchange,1200000,exchange,government\n\
                   2024,</script><b>Birch,3500000,bank,firm\n";

/// Chooses a file, as a reader does with the browser's dialog.
pub const CHOOSE: &str = "
    const [name, text] = arguments;
    const taken = new DataTransfer();
    taken.items.add(new File([text], name));
    const input = document.querySelector('input[type=file]');
    input.files = taken.files;
    input.dispatchEvent(new Event('change', { bubbles: true }))";

async fn open(browser: Browser, site: &Site) -> Result<Session> {
    let session = Session::open(browser, Options { width: 800, height: 800, ..Options::default() }).await?;
    session.goto(&format!("{}try.html", site.server.url())).await?;
    session.wait_until("return customElements.get('heist-chart') && document.readyState === 'complete'").await?;
    Ok(session)
}

async fn choose(session: &Session, name: &str, text: &str) -> Result<()> {
    session.eval(CHOOSE, [json!(name), json!(text)]).await.map(drop)
}

in_browsers!(every_chart_of_a_file_is_drawn_and_nothing_is_sent);
async fn every_chart_of_a_file_is_drawn_and_nothing_is_sent(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    assert_eq!(session.eval("return document.querySelectorAll('canvas, heist-chart').length", []).await?, 0);
    choose(&session, "my thefts.csv", CSV).await?;
    for kind in ChartKind::ALL {
        let chart = Chart::new(&session, kind.id());
        chart.come_near().await?;
        chart.wait_drawn().await?;
    }
    let chart = Chart::new(&session, "incidents");
    chart.open_table().await?;
    assert!(chart.rows("tbody tr").await?.concat().concat().contains("Zugspitze Exchange"));
    // A filter reaches every chart, and one chart can be chosen.
    session.eval("document.querySelector('[name=group][value=banks]').click()", []).await?;
    chart.wait_rows(1).await?;
    let pick = "const list = document.querySelector('select');
        list.value = 'incidents';
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return [...document.querySelectorAll('heist-chart')].filter((chart) => chart.offsetHeight).length";
    assert_eq!(session.eval(pick, []).await?, 1);
    let requests = session.eval("return performance.getEntriesByType('resource').map(({ name }) => name)", []).await?;
    for url in requests.as_array().unwrap() {
        let url = url.as_str().unwrap();
        assert!(url.starts_with(&site.server.url()) && !url.contains("Zugspitze") && !url.contains('?'), "{url}");
    }
    // Another host is refused by the policy.
    let other = "return fetch('http://localhost:1/').then(() => 'sent', ({ name }) => name)";
    assert_eq!(session.eval_async(other, []).await?, "TypeError");
    session.console_errors().await?;
    Ok(())
}

in_browsers!(every_error_of_a_file_is_listed_and_a_better_file_is_drawn);
async fn every_error_of_a_file_is_listed_and_a_better_file_is_drawn(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    let page = Page::new(&session);
    let wrong: String = (0..30).map(|line| format!("2024,V{line},$1m\n")).collect();
    choose(&session, "wrong.csv", &format!("date,victim,amount\n{wrong}")).await?;
    page.wait_shown("#errors").await?;
    let listed = page.text("#errors pre").await?;
    assert_eq!(listed.lines().count(), 30);
    assert!(listed.starts_with("line 2, column amount: \"$1m\" is not a number in digits"), "{listed}");
    assert!(page.text("#errors h2").await?.contains("30"));
    assert!(!page.is_shown("#charts").await?);
    choose(&session, "better.csv", CSV).await?;
    Chart::first(&session).wait_drawn().await?;
    assert!(!page.is_shown("#errors").await?);
    Ok(())
}

/// Saves the page to publish, and opens it from a folder of its own.
async fn save_and_open(session: &Session, site: &Site) -> Result<()> {
    let save = "const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
            if (blob.type === 'text/html') blob.text().then((text) => (window.saved = text));
            return create.call(URL, blob);
        };
        document.querySelector('#save').click()";
    session.eval(save, []).await?;
    let html = session.wait_until("return window.saved").await?;
    let alone = site.folder.path().join("alone");
    std::fs::create_dir_all(&alone)?;
    std::fs::write(alone.join("saved.html"), html.as_str().unwrap())?;
    session.goto(&format!("file://{}", alone.join("saved.html").display())).await?;
    session.wait_until("return document.querySelector('heist-chart[chart=incidents]')?.shadowRoot").await.map(drop)
}

in_browsers!(the_page_that_is_saved_draws_from_a_disk);
async fn the_page_that_is_saved_draws_from_a_disk(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    choose(&session, "my thefts.csv", CSV).await?;
    Chart::first(&session).wait_drawn().await?;
    session.eval("document.querySelector('[name=group][value=banks]').click()", []).await?;
    save_and_open(&session, &site).await?;
    let chart = Chart::new(&session, "incidents");
    chart.come_near().await?;
    chart.wait_rows(1).await?;
    chart.open_table().await?;
    assert!(chart.rows("tbody tr").await?.concat().concat().contains("</script><b>Birch"));
    assert_eq!(Page::new(&session).text("h1").await?, "my thefts");
    chart.wait_words("source", "Sources include my thefts.").await?;
    let loaded = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).protocol)\
                  .filter((protocol) => protocol !== 'blob:' && protocol !== 'data:')";
    assert_eq!(session.eval(loaded, []).await?, json!([]));
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(very_many_incidents_are_drawn_from_a_disk: Chromium);
/// Code for them is in the saved page, though no page with our own data has it.
async fn very_many_incidents_are_drawn_from_a_disk(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let rows: String = (0..3_000).map(|row| format!("2024-05,Victim {row},{row}\n")).collect();
    choose(&session, "many.csv", &format!("date,victim,amount\n{rows}")).await?;
    Chart::first(&session).wait_drawn().await?;
    save_and_open(&session, &site).await?;
    let chart = Chart::new(&session, "incidents");
    chart.come_near().await?;
    chart.wait_words("sentence", "3,000").await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
