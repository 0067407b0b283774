//! Pointer and finger: the right words for every mark, and never in the way.

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram::describe;
use heistogram::geometry::Rect;
use heistogram::hit::hit_test;
use heistogram::locale;
use heistogram::theme::LIGHT;
use heistogram_browser_tests::{Browser, Key, Options, Session, in_browsers};
use serde_json::json;

use crate::shown::{figure, scene};
use crate::site::{bring, dataset, site, text, within};

const TOOLTIP: &str = "[role=tooltip]";

in_browsers!(every_mark_states_its_figures);
async fn every_mark_states_its_figures(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let dataset = dataset()?;
    for kind in ChartKind::ALL {
        let figure = figure(kind, &dataset);
        let scene = scene(&session, &figure, &dataset, &LIGHT).await?;
        // Of charts with many marks some: the words are the same code.
        let every = figure.data().count() / 40 + 1;
        for (number, datum) in figure.data().step_by(every) {
            let centre = scene.bounds_of(number).unwrap_or_default().centre();
            if hit_test(&scene, centre) != Some(number) {
                // A symbol lies there.
                continue;
            }
            let (x, y) = bring(&session, kind.id(), centre.x, centre.y).await?;
            // The scrolling has closed the tooltip before. A pointer that rests meanwhile has not been moved, and shows
            // nothing.
            session.pointer_move(x + 1.0, y).await?;
            session.pointer_move(x, y).await?;
            let expected = describe::tooltip(&figure, number, &dataset, locale::ALL[0]);
            shows(&session, kind, &expected).await.with_context(|| format!("{kind:?} {:?}", datum.key))?;
            check_place(&session, kind, (x, y)).await?;
        }
    }
    Ok(())
}

/// Waits until the tooltip says these words and no others; a browser under load takes its time over a pointer.
async fn shows(session: &Session, kind: ChartKind, expected: &describe::Tooltip) -> Result<()> {
    let lines: Vec<&str> = std::iter::once(&expected.title).chain(&expected.lines).map(String::as_str).collect();
    let lines = json!(lines);
    let script = format!(
        "{} const node = root.querySelector('{TOOLTIP}'); \
         const shown = node.checkVisibility() ? node.innerText.split('\\n').filter(Boolean) : []; \
         return JSON.stringify(shown) === JSON.stringify({lines})",
        within(kind.id())
    );
    if let Err(error) = session.wait_until(&script).await {
        let shown = text(session, kind.id(), TOOLTIP).await?;
        return Err(error.context(format!("the tooltip says {shown:?}")));
    }
    Ok(())
}

/// The tooltip lies inside the view, and not under the pointer.
async fn check_place(session: &Session, kind: ChartKind, (x, y): (f64, f64)) -> Result<()> {
    let script = format!(
        "{} const {{ left, top, width, height }} = root.querySelector('{TOOLTIP}').getBoundingClientRect(); \
         return [left, top, width, height, innerWidth, innerHeight]",
        within(kind.id())
    );
    let numbers: Vec<f64> = serde_json::from_value(session.eval(&script, []).await?)?;
    let tooltip = Rect::new(numbers[0], numbers[1], numbers[2], numbers[3]);
    let inside =
        tooltip.x >= 0.0 && tooltip.y >= 0.0 && tooltip.right() <= numbers[4] && tooltip.bottom() <= numbers[5];
    assert!(inside, "{kind:?}: {tooltip:?} leaves the view");
    assert!(!tooltip.contains(heistogram::geometry::Point::new(x, y)), "{kind:?}: {tooltip:?} hides {x}, {y}");
    Ok(())
}

in_browsers!(hovering_paints_nothing);
async fn hovering_paints_nothing(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let watch = "window.painted = 0; for (const name of ['fillRect', 'fillText', 'stroke', 'clearRect']) { \
        const own = CanvasRenderingContext2D.prototype[name]; \
        CanvasRenderingContext2D.prototype[name] = function (...args) { window.painted++; return own.apply(this, args) } }";
    session.eval(watch, []).await?;
    let (x, y) = bring(&session, "attacks", 300.0, 200.0).await?;
    for step in 0..20 {
        session.pointer_move(x + f64::from(step) * 15.0, y).await?;
    }
    session.wait_until(&format!("{} return root.querySelector('{TOOLTIP}').innerText", within("attacks"))).await?;
    assert_eq!(session.eval("return painted", []).await?, 0);
    session.eval("document.querySelector('heist-chart').setAttribute('theme', 'dark')", []).await?;
    session.wait_until("return painted > 0").await?;
    Ok(())
}

in_browsers!(leaving_escape_and_scrolling_close_the_tooltip);
async fn leaving_escape_and_scrolling_close_the_tooltip(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let hidden = format!("{} return root.querySelector('{TOOLTIP}').hidden", within("proceeds"));
    let seen = hidden.replace("return ", "return !");
    for how in ["leaving", "escape", "scrolling"] {
        let (x, y) = bring(&session, "proceeds", 400.0, 250.0).await?;
        session.pointer_move(2.0, 2.0).await?;
        session.pointer_move(x, y).await?;
        session.wait_until(&seen).await.with_context(|| format!("before {how}"))?;
        match how {
            "leaving" => session.pointer_move(2.0, 2.0).await?,
            "escape" => session.key(Key::Escape).await?,
            _ => session.wheel(x, y, 120).await?,
        }
        session.wait_until(&hidden).await?;
    }
    Ok(())
}

in_browsers!(a_finger_scrolls_over_charts_and_taps_pin: Chromium);
async fn a_finger_scrolls_over_charts_and_taps_pin(browser: Browser) -> Result<()> {
    let site = site()?;
    let options = Options { width: 360, height: 640, dpr: 2.0, touch: true, ..Options::default() };
    let mut session = site.open(browser, options).await?;
    bring(&session, "attacks", 100.0, 150.0).await?;
    let before = session.eval("return scrollY", []).await?.as_f64().unwrap_or_default();
    session.swipe((180.0, 420.0), (180.0, 220.0)).await?;
    let scrolled = format!("return scrollY - {before} > 150");
    session.wait_until(&scrolled).await?;
    // A tap on a page that still glides stops it, as it should.
    let glide =
        "let last; do { last = scrollY; await new Promise((go) => setTimeout(go, 200)) } while (scrollY !== last)";
    session.eval_async(glide, []).await?;
    let card = format!("{} return !root.querySelector('[role=dialog]').hidden", within("attacks"));
    assert_eq!(session.eval(&card, []).await?, false, "a swipe pins nothing");
    let (x, y) = bring(&session, "attacks", 250.0, 220.0).await?;
    session.tap(x, y).await?;
    session.wait_until(&card).await?;
    assert_eq!(session.eval("return document.documentElement.scrollWidth", []).await?, json!(360));
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(marks_are_found_where_a_page_has_scaled_them);
async fn marks_are_found_where_a_page_has_scaled_them(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let dataset = dataset()?;
    let figure = figure(ChartKind::Proceeds, &dataset);
    let scene = scene(&session, &figure, &dataset, &LIGHT).await?;
    let scale = format!("{} host.parentElement.style.transform = 'scale(.6)'", within("proceeds"));
    session.eval(&scale, []).await?;
    let place = format!(
        "{} canvas.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
         const {{ left, top }} = canvas.getBoundingClientRect(); return [left, top]",
        within("proceeds")
    );
    let hidden = format!("{} return root.querySelector('{TOOLTIP}').hidden", within("proceeds"));
    for (number, datum) in figure.data() {
        // From outside: a tooltip a pointer has rested beside can be gone onto, and may lie over the next mark.
        session.pointer_move(2.0, 2.0).await?;
        session.wait_until(&hidden).await?;
        let centre = scene.bounds_of(number).unwrap_or_default().centre();
        let corner: [f64; 2] = serde_json::from_value(session.eval(&place, []).await?)?;
        session.next_paint().await?;
        session.pointer_move(corner[0] + centre.x * 0.6, corner[1] + centre.y * 0.6).await?;
        let expected = describe::tooltip(&figure, number, &dataset, locale::ALL[0]);
        shows(&session, ChartKind::Proceeds, &expected).await.with_context(|| format!("{:?}", datum.key))?;
    }
    Ok(())
}
