//! What scripts of a page, and its editors, do to the code.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, in_browsers};

use crate::parts;
use crate::reader::{Reader, words};
use crate::server::{Habit, Newsroom};
use crate::site::site;

in_browsers!(a_figure_pasted_twice_is_two_charts);
async fn a_figure_pasted_twice_is_two_charts(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    reader.open(&newsroom, "twice").await?;
    for frame in [0, 1] {
        reader.live(frame).await?;
        reader.fits(frame).await?;
    }
    reader.says(&words("proceeds.en")?.sentence, 2).await
}

in_browsers!(code_in_old_articles_goes_on_working);
/// Also beside code of today, with both scripts on one page.
async fn code_in_old_articles_goes_on_working(browser: Browser) -> Result<()> {
    let site = site()?;
    site.write("host-2026-11.js", std::fs::read(parts::folder().join("host-2026-11.js"))?)?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let (proceeds, attacks) = (words("proceeds.en")?, words("attacks.en")?);
    reader.open(&newsroom, "old-code").await?;
    reader.good_chart(0, &proceeds).await.context("old code")?;
    reader.open(&newsroom, "old-script").await?;
    for frame in [0, 1] {
        reader.live(frame).await?;
        reader.fits(frame).await.with_context(|| format!("both scripts, frame {frame}"))?;
        reader.rests(&format!("frames_of_ours()[{frame}]")).await?;
    }
    reader.says(&proceeds.sentence, 1).await.context("both scripts, old code")?;
    reader.says(&attacks.sentence, 1).await.context("both scripts, new code")
}

in_browsers!(a_host_script_that_moves_things_leaves_one_chart_or_its_words: Chromium);
async fn a_host_script_that_moves_things_leaves_one_chart_or_its_words(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let sentence = words("proceeds.en")?.sentence;
    let frame = "const [frame] = frames_of_ours(); const figure = document.querySelector('.heistogram');
        const two = document.querySelector('#two');";
    for (what, work, times) in [
        ("removed", "frame.remove()", 1),
        ("put into the figure again", "figure.append(frame)", 1),
        ("wrapped", "const p = document.createElement('p'); frame.replaceWith(p); p.append(frame)", 1),
        ("replaced by its clone", "frame.replaceWith(frame.cloneNode(true))", 1),
        ("figure moved", "two.append(figure)", 1),
        ("figure replaced by its clone", "figure.replaceWith(figure.cloneNode(true))", 1),
        ("figure cloned beside", "two.append(figure.cloneNode(true))", 2),
    ] {
        for live in [false, true] {
            reader.open(&newsroom, "bad-host").await?;
            if live {
                reader.live(0).await?;
                reader.says(&sentence, 1).await?;
            }
            reader.look(&format!("{frame} {work}")).await?;
            reader.says(&sentence, times).await.with_context(|| format!("{what}, live before: {live}"))?;
        }
    }
    // Out of its figure it stands alone, and the figure has its words.
    for live in [false, true] {
        reader.open(&newsroom, "bad-host").await?;
        if live {
            reader.live(0).await?;
        }
        reader.look(&format!("{frame} two.append(frame)")).await?;
        reader.plain_part("document.querySelector('#one')", &words("proceeds.en")?).await.context("re-parented")?;
    }
    Ok(())
}

in_browsers!(code_in_a_shadow_root_is_never_without_words: Chromium);
async fn code_in_a_shadow_root_is_never_without_words(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    reader.open(&newsroom, "shadow-root").await?;
    reader.says(&words("proceeds.en")?.sentence, 1).await
}

in_browsers!(code_in_places_that_are_not_live_harms_nothing: Chromium);
async fn code_in_places_that_are_not_live_harms_nothing(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let mut reader = Reader::start(browser).await?;
    let (proceeds, attacks) = (words("proceeds.en")?, words("attacks.en")?);
    reader.open(&newsroom, "inert-places").await?;
    reader.live(0).await.context("inert")?;
    reader.fits(0).await.context("inert")?;
    reader.look("document.querySelector('#inert').inert = false").await?;
    reader.says(&attacks.sentence, 1).await.context("inert no more")?;
    reader.look("document.querySelector('#closed').open = true").await?;
    reader.good_chart(1, &proceeds).await.context("details opened")?;
    reader.look("document.body.append(document.querySelector('template').content.cloneNode(true))").await?;
    reader.live(2).await.context("out of the template")?;
    reader.says(&proceeds.sentence, 2).await.context("out of the template")?;
    assert_eq!(reader.session.console_errors().await?, []);
    Ok(())
}
