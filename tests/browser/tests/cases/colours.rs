//! The colours of a page change after a chart has read them.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Options, in_browsers};

use crate::reader::{Ground, Reader};
use crate::server::{Habit, Newsroom};
use crate::site::site;

in_browsers!(frame_and_element_follow_the_page);
async fn frame_and_element_follow_the_page(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::with(browser, Options { width: 900, height: 1900, ..Options::default() }).await?;
    for page in ["with-transition", "without-transition", "by-has", "by-variable", "by-sheet"] {
        reader.open(&newsroom, &format!("dark-toggle-{page}")).await?;
        reader.live(0).await.context(page)?;
        reader.sees("return live(document.querySelector('heist-chart'))", []).await.context(page)?;
        for (time, ground) in [("night", Ground::Dark), ("day", Ground::Light), ("night again", Ground::Dark)] {
            reader.click("#switch").await?;
            reader.frame_is(0, ground).await.with_context(|| format!("{page}, {time}: the frame"))?;
            let readable = "return faintest(document.querySelector('heist-chart')) > 3";
            reader.sees(readable, []).await.with_context(|| format!("{page}, {time}: the element"))?;
        }
    }
    Ok(())
}
