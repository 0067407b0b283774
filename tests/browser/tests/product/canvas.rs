//! The canvas itself: lost and restored, too large, without a size, resized with every frame.

use std::time::Duration;

use anyhow::Result;
use heistogram_browser_tests::{Browser, Chart, Options, Session, in_browsers};
use serde_json::json;

use crate::site::{MEMORIES, Site, site};

async fn frame(browser: Browser, site: &Site, options: Options) -> Result<Session> {
    site.open_frame(browser, "attacks", options).await
}

in_browsers!(a_canvas_that_was_lost_is_drawn_again);
/// WebDriver cannot make a browser lose a context, so the test does what the browser would do.
async fn a_canvas_that_was_lost_is_drawn_again(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options::default()).await?;
    let chart = Chart::first(&session);
    let lose = "const context = canvas.getContext('2d');
        context.reset();
        canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value) => value > 0)";
    assert_eq!(chart.eval(lose, []).await?, false);
    chart.eval("canvas.dispatchEvent(new Event('contextrestored'))", []).await?;
    chart.wait_painted().await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(no_canvas_is_larger_than_browsers_draw: Chromium, Firefox);
/// 500 % on a screen of two device pixels to a CSS pixel, and as wide as a page can be.
async fn no_canvas_is_larger_than_browsers_draw(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = frame(browser, &site, Options { width: 1000, dpr: 10.0, ..Options::default() }).await?;
    let chart = Chart::first(&session);
    chart.wait_painted().await?;
    let size = "const { width, height } = canvas.getBoundingClientRect();
        return [canvas.width * canvas.height < 2 ** 24,
            Math.abs(canvas.width / canvas.height - width / height) < 0.01]";
    assert_eq!(chart.eval(size, []).await?, json!([true, true]));
    Ok(())
}

in_browsers!(squeezed_to_nothing_and_back);
async fn squeezed_to_nothing_and_back(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options::default()).await?;
    let chart = Chart::first(&session);
    for style in ["width: 0", "width: 1px", "display: none", "height: 0; overflow: hidden", "width: 600px"] {
        // The policy of frames forbids the attribute.
        chart.eval("host.style.cssText = arguments[0]", [json!(format!("display: block; {style}"))]).await?;
        session.next_paint().await?;
    }
    chart.wait_until("return canvas.offsetWidth === 600 && canvas.offsetHeight > 100", []).await?;
    chart.wait_painted().await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(another_size_with_every_frame);
async fn another_size_with_every_frame(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options { width: 1000, ..Options::default() }).await?;
    let chart = Chart::first(&session);
    let resize = "for (let i = 0; i <= 120; i++) {
            host.style.cssText = `display: block; width: ${300 + (i * 37) % 600}px`;
            await new Promise(requestAnimationFrame);
        }
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return [host.clientWidth === canvas.offsetWidth,
            canvas.width === Math.round(canvas.offsetWidth * devicePixelRatio)]";
    assert_eq!(chart.eval_async(resize, []).await?, json!([true, true]));
    chart.wait_painted().await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(a_page_that_was_left_is_whole_on_return);
/// From the back/forward cache or loaded again: the browser decides.
async fn a_page_that_was_left_is_whole_on_return(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options::default()).await?;
    session.goto(&format!("{}embed/targets.en.html", site.server.url())).await?;
    session.client.back().await?;
    // The browser may still show the other page for a while.
    let chart = Chart::new(&session, "attacks");
    chart.wait_until("return canvas?.tabIndex === 0 && canvas.offsetHeight > 100", []).await?;
    chart.wait_painted().await?;
    chart.set_attribute("theme", "dark").await?;
    chart.wait_theme("dark").await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(printed_while_hovered: Chromium);
/// Print is light; afterwards the chart has its theme again.
async fn printed_while_hovered(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options { dark: true, ..Options::default() }).await?;
    let chart = Chart::first(&session);
    let (x, y) = chart.bring(300.0, 200.0).await?;
    session.pointer_move(x, y).await?;
    chart.wait_shown("[role=tooltip]").await?;
    for _ in 0..3 {
        session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        chart.wait_theme("light").await?;
        chart.wait_painted().await?;
        session
            .devtools(
                "Emulation.setEmulatedMedia",
                json!({ "media": "", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] }),
            )
            .await?;
        chart.wait_theme("dark").await?;
    }
    session.pointer_move(x + 40.0, y).await?;
    chart.wait_shown("[role=tooltip]").await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(hidden_and_seen_again);
/// A change made in a background tab is drawn when a reader comes back.
async fn hidden_and_seen_again(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = frame(browser, &site, Options::default()).await?;
    let first = session.client.window().await?;
    let chart = Chart::first(&session);
    let later =
        "setTimeout(() => { host.setAttribute('theme', 'dark'); host.setAttribute('period', '2018..2020') }, 200)";
    chart.eval(later, []).await?;
    let tab = session.client.new_window(true).await?;
    session.client.switch_to_window(tab.handle).await?;
    tokio::time::sleep(Duration::from_millis(800)).await;
    session.client.close_window().await?;
    session.client.switch_to_window(first).await?;
    chart.wait_theme("dark").await?;
    // Three years, and below a heading their official attacks.
    chart.wait_rows(7).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(memory_that_is_used_up_costs_one_chart: Chromium, Firefox);
/// A dataset is too large for the memory left; the other charts of the page go on.
async fn memory_that_is_used_up_costs_one_chart(browser: Browser) -> Result<()> {
    let site = site()?;
    site.write("early.js", MEMORIES)?;
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Full</title><link rel=icon href='data:,'>
        <script src=early.js></script><script type=module src=heistogram.js></script>
        <heist-chart chart=attacks></heist-chart><heist-chart chart=proceeds><picture><img alt='' src=data:,></picture>Before</heist-chart>";
    site.write("full.html", page)?;
    let session = Session::open(browser, Options::default()).await?;
    session.goto(&format!("{}full.html", site.server.url())).await?;
    let [attacks, proceeds] = ["attacks", "proceeds"].map(|kind| Chart::new(&session, kind));
    for chart in [&attacks, &proceeds] {
        chart.wait_until("return rowsOf(root) && canvas.offsetHeight > 100", []).await?;
    }
    let fill = "for (const memory of memories) for (let pages = 32768; pages >= 1; pages = Math.floor(pages / 2)) {
            try { for (;;) memory.grow(pages) } catch {}
        }
        const count = 400000; const date = new Int32Array(count).map((_, i) => 17000 + i % 2000);
        const column = () => new Uint8Array(count);
        document.querySelector('[chart=proceeds]').data = { schema: 1, title: 'Much', as_of: '2024-01-01',
            columns: { date, stolen_usd: new Float64Array(count).fill(5e6), evidence: column(), sector: column(), country: column() },
            names: { evidence: ['firm'], sector: ['bank'], country: ['NL'] } }";
    session.eval(fill, []).await?;
    let fails = "return !canvas.offsetHeight && get('[role=status]').textContent.length > 20";
    proceeds.wait_until(fails, []).await?;
    assert_eq!(attacks.eval("return canvas.offsetHeight > 100", []).await?, true);
    attacks.set_attribute("theme", "dark").await?;
    let stands = "return get('.all').dataset.theme === 'dark' && canvas.offsetHeight > 100";
    attacks.wait_until(stands, []).await?;
    Ok(())
}
