//! What the scripts of a page, and its editors, do to the code to paste.

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
    reader.finds(&words("proceeds.en")?.sentence, 2).await
}

in_browsers!(code_in_old_articles_goes_on_working);
/// Also next to code of today, with both scripts on one page.
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
        reader.rests(frame).await?;
    }
    reader.finds(&proceeds.sentence, 1).await.context("both scripts, old code")?;
    reader.finds(&attacks.sentence, 1).await.context("both scripts, new code")
}

/// What a script of the page does to frame and figure, by name.
const MOVE: &str = "
    const [frame] = frames_of_ours();
    const figure = document.querySelector('.heistogram');
    const two = document.querySelector('#two');
    const moves = {
        'removed': () => frame.remove(),
        'put into the figure again': () => figure.append(frame),
        'wrapped': () => {
            const p = document.createElement('p');
            frame.replaceWith(p);
            p.append(frame);
        },
        'replaced by its clone': () => frame.replaceWith(frame.cloneNode(true)),
        'figure moved': () => two.append(figure),
        'figure replaced by its clone': () => figure.replaceWith(figure.cloneNode(true)),
        'figure cloned': () => two.append(figure.cloneNode(true)),
        'moved out of its figure': () => two.append(frame),
    };
    moves[arguments[0]]();";

in_browsers!(a_host_script_that_moves_things_leaves_one_chart_or_its_words: Chromium);
async fn a_host_script_that_moves_things_leaves_one_chart_or_its_words(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let sentence = words("proceeds.en")?.sentence;
    for (what, times) in [
        ("removed", 1),
        ("put into the figure again", 1),
        ("wrapped", 1),
        ("replaced by its clone", 1),
        ("figure moved", 1),
        ("figure replaced by its clone", 1),
        ("figure cloned", 2),
    ] {
        for live in [false, true] {
            reader.open(&newsroom, "bad-host").await?;
            if live {
                reader.live(0).await?;
                reader.finds(&sentence, 1).await?;
            }
            reader.look(MOVE, [what.into()]).await?;
            reader.finds(&sentence, times).await.with_context(|| format!("{what}, live before: {live}"))?;
        }
    }
    // Moved out of its figure, the frame is on its own, and the figure shows its plain part.
    for live in [false, true] {
        reader.open(&newsroom, "bad-host").await?;
        if live {
            reader.live(0).await?;
        }
        reader.look(MOVE, ["moved out of its figure".into()]).await?;
        reader.plain_part("#one", &words("proceeds.en")?).await.context("re-parented")?;
    }
    Ok(())
}

in_browsers!(code_in_a_shadow_root_is_never_without_words: Chromium);
async fn code_in_a_shadow_root_is_never_without_words(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    reader.open(&newsroom, "shadow-root").await?;
    reader.finds(&words("proceeds.en")?.sentence, 1).await
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
    reader.look("document.querySelector('#inert').inert = false", []).await?;
    reader.finds(&attacks.sentence, 1).await.context("inert no more")?;
    reader.look("document.querySelector('#closed').open = true", []).await?;
    reader.good_chart(1, &proceeds).await.context("details opened")?;
    reader.look("document.body.append(document.querySelector('template').content.cloneNode(true))", []).await?;
    reader.live(2).await.context("out of the template")?;
    reader.finds(&proceeds.sentence, 2).await.context("out of the template")?;
    assert_eq!(reader.session.console_errors().await?, []);
    Ok(())
}
