//! Own data from spreadsheets: the address of a CSV, a file that a reader chose, and files that are something else.

use anyhow::Result;
use heistogram_browser_tests::{Browser, Chart, Options, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::{NOTE_FAILURES, Site, site};

async fn open(browser: Browser, site: &Site) -> Result<Session> {
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    session.eval(NOTE_FAILURES, []).await?;
    Ok(session)
}

/// Sets the address of a chart's data, and returns its errors.
async fn errors_of(session: &Session, chart: &Chart<'_>, src: &str) -> Result<Value> {
    chart.eval("failures.length = 0; host.setAttribute('src', arguments[0])", [json!(src)]).await?;
    session.wait_until("return failures.length > 0").await?;
    session.eval("return failures[0].errors.map(({ text }) => text)", []).await
}

in_browsers!(our_own_csv_draws_what_our_data_draw);
async fn our_own_csv_draws_what_our_data_draw(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let chart = Chart::new(&session, "proceeds");
    chart.open_table().await?;
    let ours = (chart.words("sentence").await?, chart.rows("tbody tr").await?);
    chart.set_attribute("src", "data/incidents.csv").await?;
    // Publishers of sources are hosts there.
    chart.wait_words("source", "undocs.org").await?;
    chart.open_table().await?;
    assert_eq!((chart.words("sentence").await?, chart.rows("tbody tr").await?), ours);
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(a_file_that_a_reader_chose_is_drawn);
async fn a_file_that_a_reader_chose_is_drawn(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let csv = "\u{feff}Date;Victim;Amount\r\n2024-05;\"Alder; Exchange\";1200000,5\r\n2025;Birch Bridge;\r\n";
    let json = json!({"schema": 1, "title": "My list", "as_of": "2025-12-31", "incidents": [], "sources": []});
    let give = "host.data = new File([arguments[0]], 'my thefts.csv', { lastModified: Date.UTC(2025, 11, 31) })";
    let chart = Chart::new(&session, "incidents");
    chart.eval(give, [json!(csv)]).await?;
    chart.wait_words("source", "Sources include my thefts.").await?;
    chart.open_table().await?;
    let rows = chart.rows("tbody tr").await?;
    assert!(rows.concat().concat().contains("Alder; Exchange"), "{rows:?}");
    // JSON under the name of a CSV is JSON.
    chart.eval(give, [json!(json.to_string())]).await?;
    chart.wait_words("source", "Data: My list.").await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(what_is_wrong_in_a_sheet_is_said_with_line_and_column);
async fn what_is_wrong_in_a_sheet_is_said_with_line_and_column(browser: Browser) -> Result<()> {
    let site = site()?;
    site.write("wrong.csv", "date,victim,amount\n05/06/2024,Alder,$1.2m\n2024,,=A1\n")?;
    site.write("latin.csv", b"date,victim,amount\n2024,Z\xfcrich,1\n")?;
    site.write("error.csv", "<!doctype html><title>Not found</title>")?;
    site.write("error.json", "<!doctype html><title>Not found</title>")?;
    site.write("empty.csv", "")?;
    let session = open(browser, &site).await?;
    let chart = Chart::new(&session, "attacks");
    let digits = "expected US dollars in digits alone, such as 1200000 or 1200000.5; empty if not known";
    let expected = [
        "line 2, column date: \"05/06/2024\" is a date in an order that differs between countries; expected YYYY, \
         YYYY-MM or YYYY-MM-DD",
        &format!("line 2, column amount: \"$1.2m\" is not a number in digits; {digits}"),
        "line 3, column amount: \"=A1\" is a formula; expected its value",
        "line 3, column victim: empty; expected the name of the victim",
    ];
    assert_eq!(errors_of(&session, &chart, "wrong.csv").await?, json!(expected));
    let listed = "return all('[part=errors] li').map((item) => item.textContent)";
    assert_eq!(chart.eval(listed, []).await?, json!(expected));
    for (src, start) in [
        ("latin.csv", "line 2, character 7: not in UTF-8"),
        ("error.csv", "file: a web page or other markup"),
        ("error.json", "file: a web page or other markup"),
        ("empty.csv", "file: empty"),
    ] {
        let errors = errors_of(&session, &chart, src).await?;
        assert!(errors[0].as_str().unwrap().starts_with(start) && errors[1].is_null(), "{src}: {errors}");
        assert!(!chart.is_drawn().await?, "{src}");
    }
    Ok(())
}

in_browsers!(a_hundred_thousand_lines_are_drawn: Chromium);
async fn a_hundred_thousand_lines_are_drawn(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let chart = Chart::new(&session, "incidents");
    let give = "const lines = Array.from({ length: 1e5 }, (_, at) => `${2000 + at % 26}-05,Victim ${at},${at}`);
        window.start = performance.now();
        host.addEventListener('heist-ready', () => (window.took = performance.now() - start));
        host.data = new File([['date,victim,amount', ...lines].join('\\n')], 'many.csv')";
    chart.eval(give, []).await?;
    session.wait_until("return window.took").await?;
    eprintln!("drawn after {} ms", session.eval("return Math.round(took)", []).await?);
    chart.wait_words("sentence", "100,000").await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
