//! The steps of the story: on phones a strip, where the step that a reader swipes to selects.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::{Site, site};

const CRYPTO: &str = "#group=exchanges,defi";
const DAY: &str = "#period=2025-02..2025-02";

fn phone() -> Options {
    Options { width: 390, height: 844, ..Options::default() }
}

/// Opens the page in a state with the strip in view, and records where it stands and which addresses the page takes.
async fn open(site: &Site, browser: Browser, state: &str, options: Options) -> Result<Session> {
    let session = site.open_view(browser, state, options).await?;
    let page = Page::new(&session);
    let has_script = "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/steps.'))";
    page.wait_until(has_script, []).await?;
    page.scroll_to(".steps").await?;
    let watch = "window.taken = [];
        for (const name of ['pushState', 'replaceState']) {
            const own = history[name];
            history[name] = function (...args) { taken.push([name, args[2]]); return own.apply(this, args) };
        }";
    page.eval(watch, []).await?;
    rest(&page).await?;
    Ok(session)
}

/// Waits until the strip stands still, for longer than it takes to tell a step.
async fn rest(page: &Page<'_>) -> Result<()> {
    let rest = "let last;
        do {
            last = get('.steps').scrollLeft;
            await new Promise((done) => setTimeout(done, 400));
        } while (get('.steps').scrollLeft !== last)";
    page.eval_async(rest, []).await.map(drop)
}

/// Moves the strip to a step, counted from 0: as a reader does who presses it first, or as anything else does.
async fn scroll(page: &Page<'_>, step: usize, by_hand: bool) -> Result<()> {
    let scroll = "const [step, by_hand] = arguments, [strip, link] = [get('.steps'), all('.steps a')[step]];
        if (by_hand) strip.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        strip.scrollLeft += link.getBoundingClientRect().left - strip.getBoundingClientRect().left";
    page.eval(scroll, [json!(step), json!(by_hand)]).await.map(drop)
}

async fn taken(page: &Page<'_>) -> Result<Value> {
    page.eval("return taken", []).await
}

/// Waits until the first chart has the words of a step.
async fn wait_told(session: &Session, step: usize) -> Result<()> {
    let is_current = "return all('.steps a')[arguments[0]].ariaCurrent === 'step'";
    Page::new(session).wait_until(is_current, [json!(step)]).await?;
    Chart::new(session, "raids").wait_until("return !get('[part=selection]').hidden", []).await?;
    session.next_paint().await
}

in_browsers!(a_step_that_is_swiped_to_is_told_and_nothing_moves);
async fn a_step_that_is_swiped_to_is_told_and_nothing_moves(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(&site, browser, "", phone()).await?;
    let page = Page::new(&session);
    for (step, state) in [(1, CRYPTO), (2, DAY), (3, "#period=2026..2026"), (0, "#group=banks")] {
        // What the step before still changes has come.
        rest(&page).await?;
        let top = page.rect(".steps").await?.y;
        scroll(&page, step, true).await?;
        page.wait_fragment(state).await?;
        wait_told(&session, step).await?;
        // A script can look between a change of height and the scrolling that makes up for it, which no reader sees.
        let stays = "return Math.abs(get('.steps').getBoundingClientRect().top - arguments[0]) < 2";
        page.wait_until(stays, [json!(top)]).await.with_context(|| format!("step {step}"))?;
    }
    let taken = taken(&page).await?;
    let taken = taken.as_array().context("no addresses")?;
    assert!(taken.len() == 4 && taken.iter().all(|one| one[0] == "replaceState"), "{taken:?}");
    assert_eq!(page.width().await?, 390);
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(a_finger_swipes_from_step_to_step: Chromium);
async fn a_finger_swipes_from_step_to_step(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(&site, browser, "", Options { touch: true, ..phone() }).await?;
    let page = Page::new(&session);
    for state in [CRYPTO, DAY] {
        let strip = page.rect(".steps").await?;
        session.swipe((330.0, strip.y + 40.0), (130.0, strip.y + 40.0)).await?;
        page.wait_fragment(state).await?;
    }
    // The page scrolls past without one.
    let strip = page.rect(".steps").await?;
    session.swipe((200.0, strip.y + 40.0), (200.0, strip.y - 200.0)).await?;
    rest(&page).await?;
    page.wait_fragment(DAY).await
}

in_browsers!(only_a_reader_who_moves_the_strip_is_told);
async fn only_a_reader_who_moves_the_strip_is_told(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(&site, browser, "", phone()).await?;
    let page = Page::new(&session);
    scroll(&page, 2, false).await?;
    rest(&page).await?;
    page.focus(".steps li:first-child a").await?;
    for _ in 0..3 {
        session.key(Key::Tab).await?;
        rest(&page).await?;
    }
    assert!(page.is_focused(".steps li:last-child a").await?);
    assert_eq!(taken(&page).await?, json!([]));
    // By keys each step is told, and is a step back.
    session.key(Key::Left).await?;
    page.wait_fragment(DAY).await?;
    rest(&page).await?;
    assert_eq!(taken(&page).await?, json!([["pushState", DAY]]));
    let seen = page.rect(".steps li:nth-child(3) a").await?;
    assert!(seen.x >= 0.0 && seen.right() <= 390.0, "{seen:?}");
    Ok(())
}

in_browsers!(a_swipe_leaves_a_selection_of_the_reader_alone);
async fn a_swipe_leaves_a_selection_of_the_reader_alone(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(&site, browser, "group=companies", phone()).await?;
    let page = Page::new(&session);
    scroll(&page, 1, true).await?;
    rest(&page).await?;
    assert_eq!(taken(&page).await?, json!([]));
    page.wait_fragment("#group=companies").await
}

in_browsers!(steps_are_captions_in_wide_windows_and_without_scripts: Chromium, Firefox);
async fn steps_are_captions_in_wide_windows_and_without_scripts(browser: Browser) -> Result<()> {
    let site = site()?;
    for (width, scripts) in [(768, true), (1200, true), (390, false)] {
        let session = site.open_early(browser, Options { width, scripts, ..phone() }).await?;
        let page = Page::new(&session);
        assert_eq!(page.count(".steps a").await?, 4);
        let (first, last) = (page.rect(".steps li").await?, page.rect(".steps li:last-child").await?);
        assert!(last.right() <= f64::from(width) && (first.y < last.y || width == 1200), "{width}: {last:?}");
    }
    Ok(())
}
