//! An element with data of its own never shows our dataset.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, in_browsers};

use crate::reader::Reader;
use crate::server::{Habit, Newsroom};
use crate::site::{dataset, site};

/// The first of some names in the text of an element.
const NAMED: &str = "
    const [selector, names] = arguments;
    const nodes = all('*', document.querySelector(selector)).filter((node) => !node.matches('style'));
    const text = one_line(nodes.map((node) => node.textContent).join(' '));
    return names.find((name) => text.includes(name)) ?? ''";

/// The words that say why nothing is drawn.
const REASON: &str = "
    const [chart] = all(arguments[0]);
    return texts(chart).some(({ text }) => text.length > 15 && /data|src|address|property/i.test(text))";

/// An element names no victim of our dataset.
async fn is_not_ours(reader: &Reader, selector: &str) -> Result<()> {
    let dataset = dataset()?;
    let mut names: Vec<&str> = dataset.incidents.iter().map(|incident| incident.victim()).collect();
    names.retain(|name| name.chars().count() > 6);
    let found = reader.look(NAMED, [selector.into(), names.into()]).await?;
    ensure!(found == "", "{selector} names {found}, which is of our own data");
    Ok(())
}

in_browsers!(an_attribute_or_an_empty_address_draws_nothing: Chromium);
async fn an_attribute_or_an_empty_address_draws_nothing(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for (page, charts) in
        [("data-as-attribute", &["#attribute", "#empty"][..]), ("data-as-attribute-property", &["#spaces", "#both"])]
    {
        reader.open(&newsroom, page).await?;
        for &chart in charts {
            reader.sees(REASON, [chart.into()]).await.with_context(|| format!("{page}, {chart}: no reason"))?;
            let drawn = "return canvases(document.querySelector(arguments[0])).length";
            ensure!(reader.look(drawn, [chart.into()]).await? == 0, "{page}, {chart}: something is drawn");
            is_not_ours(&reader, chart).await.context(page)?;
        }
    }
    Ok(())
}

in_browsers!(a_property_set_early_is_drawn_and_null_waits: Chromium);
async fn a_property_set_early_is_drawn_and_null_waits(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    reader.open(&newsroom, "data-as-attribute-property").await?;
    reader.table_has("#early", "Namib Bank").await?;
    is_not_ours(&reader, "#early").await?;
    is_not_ours(&reader, "#nothing").await?;
    // Data set later are drawn.
    reader.look("document.querySelector('#nothing').data = document.querySelector('#early').data", []).await?;
    reader.table_has("#nothing", "Namib Bank").await?;
    is_not_ours(&reader, "#nothing").await
}
