//! Tables with more rows than anybody reads at once.

use anyhow::Result;
use heistogram_browser_tests::{Browser, Chart, Key, Options, in_browsers};
use serde_json::json;

use crate::site::site;

in_browsers!(a_long_table_pages_by_200_rows);
async fn a_long_table_pages_by_200_rows(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 700, height: 700, ..Options::default() }).await?;
    let give = "host.data = {
            schema: 1, title: 'Long', as_of: '2024-06-30',
            sources: [
                { id: 's', title: 'S', publisher: 'P', date: '2024', url: 'https://example.org/', kind: 'press' },
            ],
            incidents: Array.from({ length: 450 }, (_, at) => ({
                id: `i${at}`, date: `20${10 + at % 14}-0${1 + at % 9}`, victim: `Victim ${at}`, country: 'NL',
                sector: 'bank', evidence: 'firm', sources: [{ source: 's' }],
                stolen_usd: { low: 1e6, best: 1e6 + at, high: 2e6 },
            })),
        }";
    let chart = Chart::new(&session, "incidents");
    chart.eval(give, []).await?;
    let (buttons, status) = ("[part=scroll] button", "[part=scroll] [role=status]");
    chart.wait_rows(200).await?;
    // A closed table is printed with its pages: they are there when the event ends.
    session
        .wait_until("return performance.getEntriesByType('resource').some(({ name }) => name.includes('/paging.'))")
        .await?;
    let print = "await new Promise((done) => setTimeout(done, 100));
        dispatchEvent(new Event('beforeprint'));
        for (let step = 0; step < 9; step++) await null;
        return get(arguments[0]).textContent";
    assert_eq!(chart.eval_async(print, [json!(status)]).await?, "Rows 1 to 200 of 450");
    chart.open_table().await?;
    chart.wait_found(buttons).await?;
    let ends = "return all(arguments[0]).map((button) => button.getAttribute('aria-disabled'))";
    assert_eq!(chart.count("tbody:first-of-type > tr").await?, 200);
    assert_eq!(chart.content(status).await?, "Rows 1 to 200 of 450");
    assert_eq!(chart.eval(ends, [json!(buttons)]).await?, json!(["true", "false"]));
    let top = chart.rows("tbody tr").await?[0].concat();
    // By keyboard, and the focus stays, at the end too.
    chart.eval("all(arguments[0])[1].focus()", [json!(buttons)]).await?;
    for (rows, words) in
        [(200, "Rows 201 to 400 of 450"), (50, "Rows 401 to 450 of 450"), (50, "Rows 401 to 450 of 450")]
    {
        session.key(Key::Enter).await?;
        chart.wait_content(status, words).await?;
        assert_eq!(chart.count("tbody:first-of-type > tr").await?, rows);
    }
    assert_eq!(chart.eval(ends, [json!(buttons)]).await?, json!(["false", "true"]));
    let is_focused = "return root.activeElement === all(arguments[0])[1]";
    assert_eq!(chart.eval(is_focused, [json!(buttons)]).await?, true);
    // A selection begins at the first page, and a single page has no buttons.
    chart.set_attribute("period", "2012..").await?;
    chart.wait_content(status, "Rows 1 to").await?;
    assert_ne!(chart.count("tbody tr").await?, 0);
    chart.remove_attribute("period").await?;
    chart.wait_content(status, "Rows 1 to 200 of 450").await?;
    assert_eq!(chart.rows("tbody tr").await?[0].concat(), top);
    chart.set_attribute("period", "2012..2012").await?;
    chart.wait_gone(buttons).await?;
    chart.wait_found("table").await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
