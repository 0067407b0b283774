//! Tables with more rows than anybody reads at once.

use anyhow::Result;
use heistogram_browser_tests::{Browser, Key, Options, in_browsers};
use serde_json::json;

use crate::site::{site, within};

in_browsers!(a_long_table_pages_by_200_rows);
async fn a_long_table_pages_by_200_rows(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 700, height: 700, ..Options::default() }).await?;
    let give = format!(
        "{} host.data = {{
            schema: 1, title: 'Long', as_of: '2024-06-30',
            sources: [{{ id: 's', title: 'S', publisher: 'P', date: '2024', url: 'https://example.org/', kind: 'press' }}],
            incidents: Array.from({{ length: 450 }}, (_, at) => ({{
                id: `i${{at}}`, date: `20${{10 + at % 14}}-0${{1 + at % 9}}`, victim: `Victim ${{at}}`, country: 'NL',
                sector: 'bank', evidence: 'firm', sources: [{{ source: 's' }}],
                stolen_usd: {{ low: 1e6, best: 1e6 + at, high: 2e6 }},
            }})),
        }}",
        within("incidents")
    );
    session.eval(&give, []).await?;
    let in_table = |body: &str| format!("{} const table = root.querySelector('table'); {body}", within("incidents"));
    session.wait_until(&in_table("return root.querySelector('[part=scroll] button')")).await?;
    session.eval(&in_table("root.querySelector('details').open = true"), []).await?;
    let seen = in_table(
        "return [table.tBodies[0].rows.length, root.querySelector('[part=scroll] [role=status]').textContent,
            [...root.querySelectorAll('[part=scroll] button')].map((button) => button.getAttribute('aria-disabled'))]",
    );
    let first = in_table("return table.tBodies[0].rows[0].textContent");
    assert_eq!(session.eval(&seen, []).await?, json!([200, "Rows 1 to 200 of 450", ["true", "false"]]));
    let top = session.eval(&first, []).await?;
    // By keyboard, and the focus stays, at the end too.
    session.eval(&in_table("root.querySelectorAll('[part=scroll] button')[1].focus()"), []).await?;
    for (rows, said) in
        [(200, "Rows 201 to 400 of 450"), (50, "Rows 401 to 450 of 450"), (50, "Rows 401 to 450 of 450")]
    {
        session.key(Key::Enter).await?;
        session
            .wait_until(&in_table(&format!(
                "return root.querySelector('[part=scroll] [role=status]')?.textContent === {said:?}"
            )))
            .await?;
        assert_eq!(session.eval(&seen, []).await?[0], rows);
    }
    assert_eq!(session.eval(&seen, []).await?[2], json!(["false", "true"]));
    let focused = in_table("return root.activeElement === root.querySelectorAll('[part=scroll] button')[1]");
    assert_eq!(session.eval(&focused, []).await?, true);
    // A selection begins anew, and what fits on a page has no buttons.
    session.eval(&in_table("host.setAttribute('period', '2012..')"), []).await?;
    session
        .wait_until(&in_table(
            "return root.querySelector('[part=scroll] [role=status]')?.textContent.startsWith('Rows 1 to')",
        ))
        .await?;
    assert_ne!(session.eval(&first, []).await?, json!(null));
    session.eval(&in_table("host.removeAttribute('period')"), []).await?;
    session
        .wait_until(&in_table(
            "return root.querySelector('[part=scroll] [role=status]')?.textContent === 'Rows 1 to 200 of 450'",
        ))
        .await?;
    assert_eq!(session.eval(&first, []).await?, top);
    session.eval(&in_table("host.setAttribute('period', '2012..2012')"), []).await?;
    session.wait_until(&in_table("return !root.querySelector('[part=scroll] button') && table")).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
