//! Somebody's own data never turns into ours.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, in_browsers};
use serde_json::json;

use crate::reader::Reader;
use crate::server::{Habit, Newsroom};
use crate::site::{dataset, site};

/// Nothing of our own dataset is in an element: no victim of it, and not its title.
async fn is_not_ours(reader: &Reader, id: &str) -> Result<()> {
    let dataset = dataset()?;
    let mut marks: Vec<String> = dataset.incidents.iter().map(|incident| incident.victim().to_owned()).collect();
    marks.retain(|name| name.chars().count() > 6);
    let found = format!(
        "const chart = document.querySelector('#{id}');
         const words = one_line(all('*', chart).filter((node) => !node.matches('style')).map((node) =>
             node.textContent).join(' '));
         return {}.find((mark) => words.includes(mark)) ?? ''",
        json!(marks)
    );
    let found = reader.look(&found).await?;
    ensure!(found == "", "#{id} names {found}, which is of our own data");
    Ok(())
}

in_browsers!(an_attribute_or_an_empty_address_draws_nothing: Chromium);
async fn an_attribute_or_an_empty_address_draws_nothing(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for (page, charts) in
        [("data-as-attribute", &["attribute", "empty"][..]), ("data-as-attribute-property", &["spaces", "both"])]
    {
        reader.open(&newsroom, page).await?;
        for id in charts {
            let why = format!(
                "const [chart] = all('#{id}');
                 return texts(chart).some(({{ text }}) => text.length > 15 && /data|src|address|property/i.test(text))"
            );
            reader.sees(&why).await.with_context(|| format!("{page}, {id}: no word why"))?;
            let drawn = format!("return canvases(document.querySelector('#{id}')).length");
            ensure!(reader.look(&drawn).await? == 0, "{page}, {id}: something is drawn");
            is_not_ours(&reader, id).await.context(page)?;
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
    let own = "return all('tbody', document.querySelector('#early')).some(({ textContent }) =>
        textContent.includes('Namib Bank'))";
    reader.sees(own).await?;
    is_not_ours(&reader, "early").await?;
    is_not_ours(&reader, "nothing").await?;
    // Data that come later are drawn.
    reader.look("document.querySelector('#nothing').data = document.querySelector('#early').data").await?;
    reader.sees(&own.replace("#early", "#nothing")).await?;
    is_not_ours(&reader, "nothing").await
}
