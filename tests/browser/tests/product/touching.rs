//! Pointer and finger: the right words for every mark, and never in the way.

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram::describe;
use heistogram::geometry::Point;
use heistogram::hit::hit_test;
use heistogram::locale;
use heistogram::theme::LIGHT;
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, in_browsers};
use serde_json::json;

use crate::shown::{figure, scene};
use crate::site::{dataset, site};

const TOOLTIP: &str = "[role=tooltip]";

in_browsers!(every_mark_states_its_figures);
async fn every_mark_states_its_figures(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let dataset = dataset()?;
    for kind in ChartKind::ALL {
        let figure = figure(kind, &dataset);
        let scene = scene(&session, &figure, &dataset, &LIGHT).await?;
        let chart = Chart::new(&session, kind.id());
        // A sample of large charts: the same code writes all words.
        let every = figure.data().count() / 40 + 1;
        for (number, datum) in figure.data().step_by(every) {
            let centre = scene.bounds_of(number).unwrap_or_default().centre();
            if hit_test(&scene, centre) != Some(number) {
                // A symbol covers it.
                continue;
            }
            let (x, y) = chart.bring(centre.x, centre.y).await?;
            // Scrolling has closed the tooltip, and a pointer that does not move opens none: so move twice.
            session.pointer_move(x + 1.0, y).await?;
            session.pointer_move(x, y).await?;
            let expected = describe::tooltip(&figure, number, &dataset, locale::ALL[0]);
            shows(&chart, &expected).await.with_context(|| format!("{kind:?} {:?}", datum.key))?;
            check_place(&chart, (x, y)).await?;
        }
    }
    Ok(())
}

/// Waits until the tooltip has these words and no others, as a busy browser handles the pointer late.
async fn shows(chart: &Chart<'_>, expected: &describe::Tooltip) -> Result<()> {
    let lines: Vec<&str> = std::iter::once(&expected.title).chain(&expected.lines).map(String::as_str).collect();
    let shows = r"const [tooltip, lines] = arguments, node = get(tooltip);
        const shown = node.checkVisibility() ? node.innerText.split('\n').filter(Boolean) : [];
        return JSON.stringify(shown) === JSON.stringify(lines)";
    if let Err(error) = chart.wait_until(shows, [json!(TOOLTIP), json!(lines)]).await {
        let shown = chart.tooltip().await?;
        return Err(error.context(format!("the tooltip says {shown:?}")));
    }
    Ok(())
}

/// Checks that the tooltip is inside the window and not under the pointer.
async fn check_place(chart: &Chart<'_>, (x, y): (f64, f64)) -> Result<()> {
    let tooltip = chart.rect(TOOLTIP).await?;
    let window = chart.eval("return [innerWidth, innerHeight]", []).await?;
    let [width, height]: [f64; 2] = serde_json::from_value(window)?;
    let inside = tooltip.x >= 0.0 && tooltip.y >= 0.0 && tooltip.right() <= width && tooltip.bottom() <= height;
    assert!(inside, "{chart:?}: {tooltip:?} leaves the view");
    assert!(!tooltip.contains(Point::new(x, y)), "{chart:?}: {tooltip:?} hides {x}, {y}");
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
    let chart = Chart::new(&session, "attacks");
    let (x, y) = chart.bring(300.0, 200.0).await?;
    for step in 0..20 {
        session.pointer_move(x + f64::from(step) * 15.0, y).await?;
    }
    chart.wait_until("return get(arguments[0]).innerText", [json!(TOOLTIP)]).await?;
    assert_eq!(session.eval("return painted", []).await?, 0);
    Chart::first(&session).set_attribute("theme", "dark").await?;
    session.wait_until("return painted > 0").await?;
    Ok(())
}

in_browsers!(leaving_escape_and_scrolling_close_the_tooltip);
async fn leaving_escape_and_scrolling_close_the_tooltip(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let chart = Chart::new(&session, "proceeds");
    for how in ["leaving", "escape", "scrolling"] {
        let (x, y) = chart.bring(400.0, 250.0).await?;
        session.pointer_move(2.0, 2.0).await?;
        session.pointer_move(x, y).await?;
        chart.wait_shown(TOOLTIP).await.with_context(|| format!("before {how}"))?;
        match how {
            "leaving" => session.pointer_move(2.0, 2.0).await?,
            "escape" => session.key(Key::Escape).await?,
            _ => session.wheel(x, y, 120).await?,
        }
        chart.wait_hidden(TOOLTIP).await?;
    }
    Ok(())
}

in_browsers!(a_finger_scrolls_over_charts_and_taps_pin: Chromium);
async fn a_finger_scrolls_over_charts_and_taps_pin(browser: Browser) -> Result<()> {
    let site = site()?;
    let options = Options { width: 360, height: 640, dpr: 2.0, touch: true, ..Options::default() };
    let mut session = site.open(browser, options).await?;
    let chart = Chart::new(&session, "attacks");
    chart.bring(100.0, 150.0).await?;
    let before = session.eval("return scrollY", []).await?;
    session.swipe((180.0, 420.0), (180.0, 220.0)).await?;
    chart.wait_until("return scrollY - arguments[0] > 150", [before]).await?;
    // Wait, as a tap on a page that still scrolls only stops it.
    let glide =
        "let last; do { last = scrollY; await new Promise((go) => setTimeout(go, 200)) } while (scrollY !== last)";
    session.eval_async(glide, []).await?;
    assert!(!chart.is_shown("[role=dialog]").await?, "a swipe pins nothing");
    let (x, y) = chart.bring(250.0, 220.0).await?;
    session.tap(x, y).await?;
    chart.wait_shown("[role=dialog]").await?;
    assert_eq!(Page::new(&session).width().await?, 360);
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
    let chart = Chart::new(&session, "proceeds");
    chart.eval("host.parentElement.style.transform = 'scale(.6)'", []).await?;
    for (number, datum) in figure.data() {
        // From outside: after a rest the pointer can enter the tooltip, which may cover the next mark.
        session.pointer_move(2.0, 2.0).await?;
        chart.wait_hidden(TOOLTIP).await?;
        let centre = scene.bounds_of(number).unwrap_or_default().centre();
        chart.scroll_to("canvas").await?;
        let corner = chart.rect("canvas").await?;
        session.next_paint().await?;
        session.pointer_move(corner.x + centre.x * 0.6, corner.y + centre.y * 0.6).await?;
        let expected = describe::tooltip(&figure, number, &dataset, locale::ALL[0]);
        shows(&chart, &expected).await.with_context(|| format!("{:?}", datum.key))?;
    }
    Ok(())
}
