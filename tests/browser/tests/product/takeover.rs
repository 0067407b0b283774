//! The live chart replaces the static picture without a visible change.

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram_browser_tests::{Browser, Chart, Options, Session, in_browsers};
use serde_json::json;

use crate::site::site;

const WIDTHS: [u32; 4] = [320, 480, 768, 1200];

/// Everything has loaded: every chart is live, and so are the controls.
const WHOLE: &str = "return [...document.querySelectorAll('heist-chart')].every(({ shadowRoot }) => \
    shadowRoot?.querySelector('[part=figures]')?.checkVisibility()) && !document.querySelector('#filters').inert \
    && performance.getEntriesByType('resource').some(({ name }) => name.includes('details'))";

/// Every chart has been laid out, also out of view: the browser skips none.
const LAID_OUT: &str = "return [...document.querySelectorAll('.chart [slot=title]')]
    .every((node) => node.checkVisibility({ contentVisibilityAuto: true }))";

in_browsers!(nothing_moves_while_the_page_loads: Chromium);
async fn nothing_moves_while_the_page_loads(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = Session::open(browser, Options::default()).await?;
    for width in WIDTHS {
        session.resize(width, 900).await?;
        session.goto(&site.server.url()).await?;
        session.wait_until(LAID_OUT).await?;
        // Down the page, as shifts outside the window are not counted.
        for kind in ChartKind::ALL {
            let chart = Chart::new(&session, kind.id());
            chart.come_near().await?;
            chart.wait_drawn().await?;
            session.next_paint().await?;
        }
        session.wait_until(WHOLE).await?;
        session.next_paint().await?;
        let moved = "const moved = await new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()))\
                .observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => done([]), 500)); \
            return moved.flatMap(({ sources }) => sources.map(({ node, previousRect, currentRect }) => \
                `${node?.nodeName}.${node?.className ?? ''} ${previousRect.y} > ${currentRect.y}`))";
        assert_eq!(session.eval_async(moved, []).await?, json!([]), "{width} px");
    }
    Ok(())
}

/// Left, top and width of what each chart draws on, and the tops of its figures and source.
/// `parts` selects the first two.
async fn places(session: &Session, parts: &str) -> Result<Vec<f64>> {
    let script = "return [...document.querySelectorAll('heist-chart')].map((host) => {
            const [drawn, figures] = (host.shadowRoot ?? host).querySelectorAll(arguments[0]);
            const { left, top, width } = drawn.getBoundingClientRect();
            const tops = [figures, host.querySelector('.source')].map((node) => node.getBoundingClientRect().top);
            const start = host.querySelector('[slot=title]').getBoundingClientRect().top;
            return [left, width, ...[top, ...tops].map((y) => y - start)];
        }).flat()";
    let places = session.eval(script, [json!(parts)]).await?;
    Ok(places.as_array().context("no places")?.iter().map(|place| place.as_f64().unwrap_or_default()).collect())
}

in_browsers!(the_live_chart_stands_where_the_picture_stood: Chromium);
async fn the_live_chart_stands_where_the_picture_stood(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = Session::open(browser, Options::default()).await?;
    for width in WIDTHS {
        let plain =
            site.open_early(browser, Options { width, height: 900, scripts: false, ..Options::default() }).await?;
        let before = places(&plain, "picture img, .figures > :first-child").await?;
        session.resize(width, 900).await?;
        site.load(&session, "").await?;
        session.wait_until(WHOLE).await?;
        let after = places(&session, "canvas, [part=summary]").await?;
        let apart = before.iter().zip(&after).any(|(before, after)| (before - after).abs() > 0.5);
        assert!(before.len() == 5 * ChartKind::ALL.len() && !apart, "{width} px: {before:?} is not {after:?}");
    }
    Ok(())
}

/// Share of pixels in which a chart's canvas and its static picture differ to the eye.
async fn difference(session: &Session, kind: ChartKind, width: u32, theme: &str) -> Result<f64> {
    let script = "const image = new Image();
        image.src = arguments[0];
        await image.decode();
        const pixels = (source) => {
            const copy = document.createElement('canvas');
            [copy.width, copy.height] = [canvas.width, canvas.height];
            const context = copy.getContext('2d');
            context.fillStyle = getComputedStyle(document.body).backgroundColor;
            context.fillRect(0, 0, copy.width, copy.height);
            context.drawImage(source, 0, 0);
            return context.getImageData(0, 0, copy.width, copy.height).data;
        };
        if (image.height !== canvas.height) return `${image.height} or ${canvas.height} pixels high`;
        const [before, after] = [pixels(image), pixels(canvas)];
        let differ = 0;
        for (let at = 0; at < before.length; at += 4)
            differ += [0, 1, 2].some((channel) => Math.abs(before[at + channel] - after[at + channel]) > 16);
        return differ / (canvas.width * canvas.height)";
    let picture = format!("static/{}.en.{width}.{theme}.svg", kind.id());
    let share = Chart::new(session, kind.id()).eval_async(script, [json!(picture)]).await?;
    share.as_f64().with_context(|| format!("{kind:?}, {width} px: {share}"))
}

in_browsers!(picture_and_canvas_look_alike: Chromium);
async fn picture_and_canvas_look_alike(browser: Browser) -> Result<()> {
    let site = site()?;
    let charts = ChartKind::ALL.map(|kind| format!("<heist-chart chart={}></heist-chart>", kind.id())).concat();
    let page = format!(
        "<!doctype html><html lang=en><meta name=color-scheme content='light dark'><link rel=stylesheet href=plain.css>\
         <script type=module src=heistogram.js></script>{charts}"
    );
    site.write("plain.html", page)?;
    let style =
        "body { margin: 0; background: #fff } @media (prefers-color-scheme: dark) { body { background: #14161a } }";
    site.write("plain.css", style)?;
    for (dark, theme) in [(false, "light"), (true, "dark")] {
        let mut session = Session::open(browser, Options { dark, ..Options::default() }).await?;
        for width in [360, 720, 1200] {
            session.resize(width, 900).await?;
            site.load(&session, "plain.html").await?;
            for kind in ChartKind::ALL {
                let share = difference(&session, kind, width, theme).await?;
                assert!(share <= 0.02, "{kind:?}, {width} px, {theme}: {:.1} % of pixels differ", 100.0 * share);
            }
        }
    }
    Ok(())
}
