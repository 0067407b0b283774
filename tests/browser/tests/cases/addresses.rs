//! Hosts that rewrite addresses and that redirect.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, in_browsers};

use crate::reader::{Reader, words};
use crate::server::{Habit, Newsroom};
use crate::site::site;

in_browsers!(a_host_without_html_leads_to_a_language_once: Chromium);
async fn a_host_without_html_leads_to_a_language_once(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Clean)?;
    let reader = Reader::start(browser).await?;
    for (page, lang) in [("clean-urls", "ko"), ("clean-urls-query", "ko"), ("clean-urls-named", "ja")] {
        reader.open(&newsroom, page).await?;
        let live = "return live() && document.documentElement.lang === arguments[0]";
        reader.sees_inside(0, live, [lang.into()]).await.context(page)?;
        reader.inside(0, "window.stays = true", []).await?;
        reader.watch("await changes(document.body, 60)", []).await?;
        let stays = reader.inside(0, "return window.stays === true && live()", []).await?;
        ensure!(stays == true, "{page}: it loads again");
        // A redirect loop, or a detour by another language, takes more.
        let steps = reader.look("return history.length", []).await?.as_u64().unwrap_or_default();
        ensure!(steps < 12, "{page}: {steps} steps back");
    }
    Ok(())
}

in_browsers!(code_whose_host_has_moved_is_like_any_other: Chromium);
async fn code_whose_host_has_moved_is_like_any_other(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Moved)?;
    let reader = Reader::start(browser).await?;
    for page in ["moved-host", "moved-host-script"] {
        reader.open(&newsroom, page).await?;
        reader.good_chart(0, &words("proceeds.en")?).await.context(page)?;
    }
    Ok(())
}

in_browsers!(a_host_without_headers_leaves_the_plain_part_or_the_chart: Chromium);
async fn a_host_without_headers_leaves_the_plain_part_or_the_chart(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Bare)?;
    let reader = Reader::start(browser).await?;
    reader.open(&newsroom, "plain").await?;
    reader.finds(&words("proceeds.en")?.sentence, 1).await
}
