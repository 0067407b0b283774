//! The colours of a page change after we looked.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Options, in_browsers};

use crate::reader::Reader;
use crate::server::{Habit, Newsroom};
use crate::site::site;

const ELEMENT: &str = "const chart = document.querySelector('heist-chart');";

in_browsers!(frame_and_element_follow_the_page);
async fn frame_and_element_follow_the_page(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::with(browser, Options { width: 900, height: 1900, ..Options::default() }).await?;
    for page in ["with-transition", "without-transition", "by-has", "by-variable", "by-sheet"] {
        reader.open(&newsroom, &format!("dark-toggle-{page}")).await?;
        reader.live(0).await.context(page)?;
        reader.sees(&format!("{ELEMENT} return live(chart)")).await.context(page)?;
        for (time, right) in [("night", "< 0.2"), ("day", "> 0.7"), ("night again", "< 0.2")] {
            let switch = "document.querySelector('#switch').click(); window.switched = Date.now()";
            reader.look(switch).await?;
            let frame = format!("return luminance(ground(document.body)) {right}");
            reader.sees_inside(0, &frame).await.with_context(|| format!("{page}, {time}: the frame"))?;
            let element = format!("{ELEMENT} return faintest(chart) > 3");
            reader.sees(&element).await.with_context(|| format!("{page}, {time}: the element"))?;
        }
    }
    Ok(())
}
