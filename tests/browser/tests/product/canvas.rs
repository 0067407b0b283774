//! What becomes of the canvas itself: lost and restored, too large, squeezed to nothing, resized without end.

use std::time::Duration;

use anyhow::Result;
use heistogram_browser_tests::{Browser, Options, Session, in_browsers};
use serde_json::json;

use crate::site::{MEMORIES, Site, bring, site, within};

/// A part of what is drawn, in twenty places: whether anything is there.
const INKED: &str =
    "const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, Math.min(canvas.height, 400));
    return data.some((value) => value > 0)";

async fn frame(browser: Browser, site: &Site, options: Options) -> Result<Session> {
    site.open_frame(browser, "attacks", options).await
}

fn inked() -> String {
    format!("{} {INKED}", within("attacks"))
}

in_browsers!(a_canvas_that_was_lost_is_drawn_again);
/// No browser can be told to lose one: what it does then is done by hand.
async fn a_canvas_that_was_lost_is_drawn_again(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options::default()).await?;
    let lose = format!(
        "{} const context = canvas.getContext('2d'); context.reset();
        canvas.dispatchEvent(new Event('contextlost', {{ cancelable: true }})); {INKED}",
        within("attacks")
    );
    assert_eq!(session.eval(&lose, []).await?, false);
    session.eval(&format!("{} canvas.dispatchEvent(new Event('contextrestored'))", within("attacks")), []).await?;
    session.wait_until(&inked()).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(no_canvas_is_larger_than_browsers_draw: Chromium, Firefox);
/// 500 % on a screen of two device pixels to a CSS pixel, and as wide as a page can be.
async fn no_canvas_is_larger_than_browsers_draw(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = frame(browser, &site, Options { width: 1000, dpr: 10.0, ..Options::default() }).await?;
    session.wait_until(&inked()).await?;
    let size = format!(
        "{} const {{ width, height }} = canvas.getBoundingClientRect();
        return [canvas.width * canvas.height < 2 ** 24, Math.abs(canvas.width / canvas.height - width / height) < 0.01]",
        within("attacks")
    );
    assert_eq!(session.eval(&size, []).await?, json!([true, true]));
    Ok(())
}

in_browsers!(squeezed_to_nothing_and_back);
async fn squeezed_to_nothing_and_back(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options::default()).await?;
    for style in ["width: 0", "width: 1px", "display: none", "height: 0; overflow: hidden", "width: 600px"] {
        let squeeze = format!("{} host.style.cssText = 'display: block; {style}'", within("attacks"));
        session.eval(&squeeze, []).await?;
        session.next_paint().await?;
    }
    let wide = format!("{} return canvas.offsetWidth === 600 && canvas.offsetHeight > 100", within("attacks"));
    session.wait_until(&wide).await?;
    session.wait_until(&inked()).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(another_size_with_every_frame);
async fn another_size_with_every_frame(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options { width: 1000, ..Options::default() }).await?;
    let resize = format!(
        "{} for (let i = 0; i <= 120; i++) {{ host.style.cssText = `display: block; width: ${{300 + (i * 37) % 600}}px`;
            await new Promise(requestAnimationFrame) }}
        await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);
        return [host.clientWidth === canvas.offsetWidth, canvas.width === Math.round(canvas.offsetWidth * devicePixelRatio)]",
        within("attacks")
    );
    assert_eq!(session.eval_async(&resize, []).await?, json!([true, true]));
    session.wait_until(&inked()).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(a_page_that_was_left_is_whole_on_return);
/// Out of the cache of pages or loaded again, whichever a browser chooses.
async fn a_page_that_was_left_is_whole_on_return(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options::default()).await?;
    session.goto(&format!("{}embed/targets.en.html", site.server.url())).await?;
    session.client.back().await?;
    // It may be the other page's turn for a while yet.
    session.wait_until("return document.querySelector('heist-chart[chart=attacks]')?.shadowRoot").await?;
    session
        .wait_until(&format!("{} return canvas?.tabIndex === 0 && canvas.offsetHeight > 100", within("attacks")))
        .await?;
    session.wait_until(&inked()).await?;
    session.eval(&format!("{} host.setAttribute('theme', 'dark')", within("attacks")), []).await?;
    session
        .wait_until(&format!("{} return root.querySelector('.all').dataset.theme === 'dark'", within("attacks")))
        .await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(printed_while_hovered: Chromium);
/// Paper is light; afterwards all is as it was.
async fn printed_while_hovered(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options { dark: true, ..Options::default() }).await?;
    let (x, y) = bring(&session, "attacks", 300.0, 200.0).await?;
    session.pointer_move(x, y).await?;
    let hovered = format!("{} return !root.querySelector('[role=tooltip]').hidden", within("attacks"));
    session.wait_until(&hovered).await?;
    let theme = |theme| format!("{} return root.querySelector('.all').dataset.theme === '{theme}'", within("attacks"));
    for _ in 0..3 {
        session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        session.wait_until(&theme("light")).await?;
        session.wait_until(&inked()).await?;
        session
            .devtools(
                "Emulation.setEmulatedMedia",
                json!({ "media": "", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] }),
            )
            .await?;
        session.wait_until(&theme("dark")).await?;
    }
    session.pointer_move(x + 40.0, y).await?;
    session.wait_until(&hovered).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(hidden_and_seen_again);
/// What changed in a tab behind another is there when a reader comes back.
async fn hidden_and_seen_again(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options::default()).await?;
    let first = session.client.window().await?;
    let later = format!(
        "{} setTimeout(() => {{ host.setAttribute('theme', 'dark'); host.setAttribute('period', '2018..2020') }}, 200)",
        within("attacks")
    );
    session.eval(&later, []).await?;
    let tab = session.client.new_window(true).await?;
    session.client.switch_to_window(tab.handle).await?;
    tokio::time::sleep(Duration::from_millis(800)).await;
    session.client.close_window().await?;
    session.client.switch_to_window(first).await?;
    let changed = format!(
        "{} return root.querySelector('.all').dataset.theme === 'dark' && root.querySelectorAll('tbody tr').length === 3",
        within("attacks")
    );
    session.wait_until(&changed).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(memory_that_is_used_up_costs_one_chart: Chromium, Firefox);
/// A dataset too large for what is left; the other charts of the page go on.
async fn memory_that_is_used_up_costs_one_chart(browser: Browser) -> Result<()> {
    let site = site()?;
    site.write("early.js", MEMORIES)?;
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Full</title><link rel=icon href='data:,'>
        <script src=early.js></script><script type=module src=heistogram.js></script>
        <heist-chart chart=attacks></heist-chart><heist-chart chart=proceeds><picture><img alt='' src=data:,></picture>Before</heist-chart>";
    site.write("full.html", page)?;
    let session = Session::open(browser, Options::default()).await?;
    session.goto(&format!("{}full.html", site.server.url())).await?;
    let live = |chart| format!("{} return root?.querySelector('tbody tr') && canvas.offsetHeight > 100", within(chart));
    session.wait_until(&live("attacks")).await?;
    session.wait_until(&live("proceeds")).await?;
    let fill = "for (const memory of memories) for (let pages = 32768; pages >= 1; pages = Math.floor(pages / 2)) {
            try { for (;;) memory.grow(pages) } catch {}
        }
        const count = 400000; const date = new Int32Array(count).map((_, i) => 17000 + i % 2000);
        const column = () => new Uint8Array(count);
        document.querySelector('[chart=proceeds]').data = { schema: 1, title: 'Much', as_of: '2024-01-01',
            columns: { date, stolen_usd: new Float64Array(count).fill(5e6), evidence: column(), sector: column(), country: column() },
            names: { evidence: ['firm'], sector: ['bank'], country: ['NL'] } }";
    session.eval(fill, []).await?;
    let told = format!(
        "{} return !canvas.offsetHeight && root.querySelector('[role=status]').textContent.length > 20",
        within("proceeds")
    );
    session.wait_until(&told).await?;
    assert_eq!(session.eval(&format!("{} return canvas.offsetHeight > 100", within("attacks")), []).await?, true);
    session.eval(&format!("{} host.setAttribute('theme', 'dark')", within("attacks")), []).await?;
    session
        .wait_until(&format!(
            "{} return root.querySelector('.all').dataset.theme === 'dark' && canvas.offsetHeight > 100",
            within("attacks")
        ))
        .await?;
    Ok(())
}
