//! Datasets of typed columns: drawn as density, found by the pointer, and refused with column and row.

use anyhow::Result;
use heistogram_browser_tests::{Browser, Options, in_browsers};
use serde_json::json;

use crate::site::{said, site, text, within};

/// So many rows, the same every time; `spoil` may change the columns.
fn give(chart: &str, spoil: &str) -> String {
    format!(
        "{} const count = 3000;
        const made = (Kind, value) => Kind.from({{ length: count }}, (_, at) => value(at));
        const columns = {{
            date: made(Int32Array, (at) => 16500 + ((at * 7) % 3500)),
            stolen_usd: made(Float64Array, (at) => 10 ** (2 + ((at * 13) % 600) / 100)),
            evidence: made(Uint8Array, (at) => at % 2), sector: made(Uint8Array, (at) => at % 2),
            country: made(Uint16Array, (at) => at % 2), unknown: made(Uint8Array, (at) => at % 50 === 0),
        }};
        {spoil}
        const names = {{ evidence: ['government', 'firm'], sector: ['bank', 'exchange'], country: ['KR', null] }};
        host.data = {{ schema: 1, title: 'Rows', as_of: '2026-06-30', columns, names }}",
        within(chart)
    )
}

in_browsers!(columns_are_drawn_as_density_and_each_is_found);
async fn columns_are_drawn_as_density_and_each_is_found(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 1000, height: 800, ..Options::default() }).await?;
    session.eval(&give("incidents", ""), []).await?;
    let said = format!("return {}?.textContent.includes('3,000')", said("incidents", "sentence"));
    session.wait_until(&said).await?;
    let pages = format!("{} return !!root.querySelector('[part=scroll] button')", within("incidents"));
    session.wait_until(&pages).await?;
    let hover = format!(
        "{} const {{ left, top, width, height }} = canvas.getBoundingClientRect();
        const [clientX, clientY] = [left + width / 2, top + height / 2];
        canvas.dispatchEvent(new PointerEvent('pointermove', {{ clientX, clientY, screenX: 1, screenY: 1 }}))",
        within("incidents")
    );
    session.eval(&hover, []).await?;
    let named = format!(
        "{} return /^Incident [\\d,]+/.test(root.querySelector('[role=tooltip]')?.textContent)",
        within("incidents")
    );
    session.wait_until(&named).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(wrong_columns_are_refused_by_column_and_row);
async fn wrong_columns_are_refused_by_column_and_row(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let listen = "window.failures = []; addEventListener('heist-error', ({ detail }) => failures.push(detail))";
    session.eval(listen, []).await?;
    let spoil = "columns.stolen_usd[17] = NaN; columns.date[5] = 99999; columns.country = columns.country.subarray(1);";
    session.eval(&give("attacks", spoil), []).await?;
    session.wait_until("return failures.length > 0").await?;
    let paths = session.eval("return failures[0].errors.map(({ path }) => path)", []).await?;
    assert_eq!(paths, json!(["columns.date[5]", "columns.stolen_usd[17]", "columns.country[2999]"]));
    assert!(text(&session, "attacks", "[role=status]").await?.contains('3'));
    let standing = "return document.querySelector('heist-chart[chart=attacks] img').checkVisibility()";
    assert_eq!(session.eval(standing, []).await?, true);
    // Another type, and a name that is no column's, though every object has something of it.
    let others = [
        ("columns.sector = Array.from(columns.sector);", "columns.sector"),
        ("columns.constructor = columns.unknown; delete columns.unknown;", "columns.constructor"),
    ];
    for (at, (spoil, path)) in (1..).zip(others) {
        session.eval(&give("attacks", spoil), []).await?;
        session.wait_until(&format!("return failures.length > {at}")).await?;
        let paths = session.eval(&format!("return failures[{at}].errors.map(({{ path }}) => path)"), []).await?;
        assert_eq!(paths, json!([path]));
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
