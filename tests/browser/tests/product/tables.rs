//! The table of a chart: made in idle time while it is closed, at once if it is open.

use anyhow::{Context, Result, ensure};
use heistogram::{
    chart::{ChartKind, Figure},
    describe, locale,
    state::State,
};
use heistogram_browser_tests::{Browser, Chart, Options, in_browsers};
use serde_json::json;

use crate::site::{dataset, site};

/// Rows of the table of a chart in a state.
fn rows_of(kind: ChartKind, state: &str) -> Result<Vec<Vec<String>>> {
    let dataset = dataset()?;
    let figure = Figure::new(kind, &dataset, &State::read(state).0.filter, kind.measures()[0]);
    let rows = describe::table(&figure, &dataset, locale::ALL[0]).rows.into_iter();
    Ok(rows.map(|row| [row.header].into_iter().chain(row.cells.into_iter().map(|cell| cell.text)).collect()).collect())
}

fn rows(state: &str) -> Result<Vec<Vec<String>>> {
    rows_of(ChartKind::Proceeds, state)
}

/// The texts of the rows, whether the table is open or closed.
const ROWS: &str = "return all('[part=scroll] tbody tr').map((row) => [...row.cells].map((cell) => cell.textContent))";

in_browsers!(a_closed_table_is_there_too);
async fn a_closed_table_is_there_too(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_frame(browser, "proceeds", Options::default()).await?;
    let chart = Chart::first(&session);
    chart.wait_told().await?;
    assert_eq!(chart.eval("return get('[part=figures]').open", []).await?, false);
    assert_eq!(chart.eval(ROWS, []).await?, json!(rows("")?));
    let period = "2018..2020";
    chart.set_attribute("period", period).await?;
    let chosen = rows(&format!("period={period}"))?;
    chart.wait_rows(chosen.len()).await?;
    assert_eq!(chart.eval(ROWS, []).await?, json!(chosen));
    // One that opens at once is there at once, and so it is on paper.
    for open in [
        "get('[part=summary]').click(); return all('[part=scroll] table').length",
        "dispatchEvent(new Event('beforeprint')); return all('[part=scroll] table').length",
    ] {
        chart.set_attribute("period", "2021..2022").await?;
        chart.wait_rows(rows("period=2021..2022")?.len()).await?;
        assert_eq!(chart.eval(open, []).await?, 1);
        assert_eq!(chart.eval(ROWS, []).await?, json!(rows("period=2021..2022")?));
    }
    Ok(())
}

in_browsers!(of_a_long_closed_table_the_last_rows_are_a_text);
async fn of_a_long_closed_table_the_last_rows_are_a_text(browser: Browser) -> Result<()> {
    let site = site()?;
    for kind in [ChartKind::Raids, ChartKind::Incidents] {
        let session = site.open_frame(browser, kind.id(), Options::default()).await?;
        let chart = Chart::first(&session);
        let expected = rows_of(kind, "")?;
        ensure!(expected.len() > 100, "{kind:?} is no long table");
        chart.wait_rows(expected.len()).await?;
        assert_eq!(chart.eval(ROWS, []).await?, json!(expected[..50]), "{kind:?}");
        let lines: Vec<String> = expected[50..].iter().map(|row| row.join("\t")).collect();
        assert_eq!(chart.content("[part=scroll] > pre").await?, lines.join("\n"), "{kind:?}");
        // As a search by the browser opens it.
        chart.eval("get('[part=figures]').open = true", []).await?;
        chart.wait_gone("[part=scroll] > pre").await?;
        assert_eq!(chart.eval(ROWS, []).await?, json!(expected), "{kind:?}");
    }
    Ok(())
}

/// What the table holds at the moment when the sentence changes.
const AT_ONCE: &str = "const [period] = arguments;
    const seen = new Promise((done) => new MutationObserver(() => done(get('[part=scroll]').textContent))
        .observe(get('[part=sentence]'), { subtree: true, childList: true, characterData: true }));
    host.setAttribute('period', period);
    return await seen";

in_browsers!(a_table_holds_nothing_that_was_chosen_before);
async fn a_table_holds_nothing_that_was_chosen_before(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_frame(browser, "proceeds", Options::default()).await?;
    let chart = Chart::first(&session);
    chart.wait_told().await?;
    let early = rows("")?.first().context("no rows")?.concat();
    for period in ["2018..2020", "2021..2022"] {
        assert_eq!(chart.eval_async(AT_ONCE, [json!(period)]).await?, "", "closed");
        chart.wait_told().await?;
    }
    chart.open_table().await?;
    let seen = chart.eval_async(AT_ONCE, [json!("2019..2020")]).await?;
    let seen = seen.as_str().context("no text")?;
    let is_new = rows("period=2019..2020")?.iter().all(|row| seen.contains(&row.concat()));
    ensure!(is_new && !seen.contains(&early), "open: {seen}");
    Ok(())
}
