//! Datasets of typed columns: drawn as density, found by the pointer, and rejected with column and row.

use anyhow::Result;
use heistogram_browser_tests::{Browser, Chart, Options, Page, in_browsers};
use serde_json::json;

use crate::site::{NOTE_FAILURES, site};

/// Gives a chart 3000 rows, the same every time, after the columns have been spoilt in a way that the argument names.
const GIVE: &str = "const made = (Kind, value) => Kind.from({ length: 3000 }, (_, at) => value(at));
    const columns = {
        date: made(Int32Array, (at) => 16500 + ((at * 7) % 3500)),
        stolen_usd: made(Float64Array, (at) => 10 ** (2 + ((at * 13) % 600) / 100)),
        evidence: made(Uint8Array, (at) => at % 2), sector: made(Uint8Array, (at) => at % 2),
        country: made(Uint16Array, (at) => at % 2), unknown: made(Uint8Array, (at) => at % 50 === 0),
    };
    const spoil = {
        not_at_all() {},
        values() {
            columns.stolen_usd[17] = NaN;
            columns.date[5] = 99999;
            columns.country = columns.country.subarray(1);
        },
        type() { columns.sector = Array.from(columns.sector) },
        name() { columns.constructor = columns.unknown; delete columns.unknown },
    };
    spoil[arguments[0]]();
    const names = { evidence: ['government', 'firm'], sector: ['bank', 'exchange'], country: ['KR', null] };
    host.data = { schema: 1, title: 'Rows', as_of: '2026-06-30', columns, names }";

in_browsers!(columns_are_drawn_as_density_and_each_is_found);
async fn columns_are_drawn_as_density_and_each_is_found(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 1000, height: 800, ..Options::default() }).await?;
    let chart = Chart::new(&session, "incidents");
    chart.eval(GIVE, [json!("not_at_all")]).await?;
    chart.wait_words("sentence", "3,000").await?;
    chart.wait_rows(200).await?;
    chart.open_table().await?;
    chart.wait_found("[part=scroll] button").await?;
    let hover = "const { left, top, width, height } = canvas.getBoundingClientRect();
        const [clientX, clientY] = [left + width / 2, top + height / 2];
        canvas.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, screenX: 1, screenY: 1 }))";
    chart.eval(hover, []).await?;
    chart.wait_until(r"return /^Incident [\d,]+/.test(find('[role=tooltip]')?.textContent)", []).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(wrong_columns_are_refused_by_column_and_row);
async fn wrong_columns_are_refused_by_column_and_row(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    session.eval(NOTE_FAILURES, []).await?;
    let chart = Chart::new(&session, "attacks");
    chart.eval(GIVE, [json!("values")]).await?;
    session.wait_until("return failures.length > 0").await?;
    let paths = session.eval("return failures[0].errors.map(({ path }) => path)", []).await?;
    assert_eq!(paths, json!(["columns.date[5]", "columns.stolen_usd[17]", "columns.country[2999]"]));
    assert!(chart.text("[role=status]").await?.contains('3'));
    assert!(Page::new(&session).is_shown("heist-chart[chart=attacks] img").await?);
    // Another type, and a name that is no column's, though every object has a property of that name.
    for (at, (spoil, path)) in (1..).zip([("type", "columns.sector"), ("name", "columns.constructor")]) {
        chart.eval(GIVE, [json!(spoil)]).await?;
        let paths = "return failures[arguments[0]]?.errors.map(({ path }) => path)";
        assert_eq!(chart.wait_until(paths, [json!(at)]).await?, json!([path]));
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
