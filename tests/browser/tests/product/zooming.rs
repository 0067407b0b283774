//! Narrow screens, zoom, larger text and wider spacing: no text is lost, nothing scrolls sideways, and every target is
//! large enough.

use anyhow::Result;
use heistogram::chart::ChartKind;
use heistogram::locale;
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::site::site;

/// Every element of the page and of the shadow roots in it.
const DEEP: &str = "const deep = (root) => [...root.querySelectorAll('*')].flatMap((node) =>
        [node, ...(node.shadowRoot ? deep(node.shadowRoot) : [])]);
    const above = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
    const chain = (node) => node ? [node, ...chain(above(node))] : [];
    const named = (node) => `${node.localName}.${node.getAttribute('part') ?? node.className}: ${node.textContent.trim().slice(0, 40)}`;";

/// Texts that are cut off, or leave the window where nothing scrolls.
const LOST: &str = "
    const lost = [];
    for (const node of deep(document.body)) {
        const texts = [...node.childNodes].filter((child) => child.nodeType === 3 && child.data.trim());
        if (!texts.length || !node.checkVisibility({ visibilityProperty: true }) || node.matches('option, script, textarea')) continue;
        const boxes = chain(node).map((box) => [box, getComputedStyle(box)]);
        if (boxes.some(([box, { clipPath }]) => clipPath !== 'none' || box.matches('.skip, .printed'))) continue;
        for (const text of texts) {
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const { left, right, top, bottom, width } of range.getClientRects()) {
                if (!width) continue;
                let scrolls = false;
                for (const [box, { overflowX }] of boxes) {
                    const edge = box.getBoundingClientRect();
                    scrolls ||= overflowX === 'auto' || overflowX === 'scroll';
                    const out = left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 2 || bottom > edge.bottom + 2;
                    if (!scrolls && out && (overflowX === 'hidden' || overflowX === 'clip')) lost.push(`cut: ${named(node)}`);
                }
                if (!scrolls && (left < -1 || right > innerWidth + 1)) lost.push(`outside: ${named(node)}`);
            }
        }
    }
    if (document.documentElement.scrollWidth > innerWidth) lost.push(`the page is ${document.documentElement.scrollWidth} wide`);
    return [...new Set(lost)]";

/// Opens everything that a reader can open.
const UNFOLD: &str = "
    for (const node of deep(document.body)) {
        if (node.localName === 'details') node.open = true;
        if (node.ariaExpanded === 'false') node.click();
    }";

async fn unfold(session: &Session) -> Result<()> {
    Page::new(session).wait_controls().await?;
    for kind in ChartKind::ALL {
        Chart::new(session, kind.id()).wait_told().await?;
    }
    session.eval(&[DEEP, UNFOLD].concat(), []).await?;
    for kind in ChartKind::ALL {
        let chart = Chart::new(session, kind.id());
        chart.wait_found("[part=scroll] table").await?;
        chart.wait_found("[part=menu] button").await?;
    }
    session.next_paint().await
}

async fn loses_nothing(session: &Session, how: &str) -> Result<()> {
    session.next_paint().await?;
    assert_eq!(session.eval(&[DEEP, LOST].concat(), []).await?, json!([]), "{how}");
    Ok(())
}

in_browsers!(no_width_loses_text: Chromium, Firefox);
async fn no_width_loses_text(browser: Browser) -> Result<()> {
    let site = site()?;
    // 1280 pixels at 400 %; then a phone, the screen of a watch, and 1280 at 200 %.
    let mut session = site.open(browser, Options { width: 320, height: 256, dpr: 4.0, ..Options::default() }).await?;
    unfold(&session).await?;
    loses_nothing(&session, "at 400 %").await?;
    session.set_dpr(1.0).await?;
    for width in [320, 640] {
        session.resize(width, 700).await?;
        loses_nothing(&session, &format!("{width} pixels")).await?;
    }
    session.resize(200, 300).await?;
    loses_nothing(&session, "200 pixels").await?;
    for kind in ChartKind::ALL {
        let stands = "return !!words('sentence') && get('tbody tr').getClientRects().length > 0
            && canvas.offsetWidth <= innerWidth";
        assert_eq!(Chart::new(&session, kind.id()).eval(stands, []).await?, true, "{kind:?}");
    }
    Ok(())
}

in_browsers!(wide_spacing_and_large_text_lose_nothing: Chromium, Firefox);
async fn wide_spacing_and_large_text_lose_nothing(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 1100, height: 700, ..Options::default() }).await?;
    unfold(&session).await?;
    let chart = Chart::new(&session, "attacks");
    let (x, y) = chart.bring(500.0, 200.0).await?;
    session.click(x, y).await?;
    chart.wait_found("[part=card] a").await?;
    // WCAG 2.2, 1.4.12.
    let spacing = "const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
            * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
            p { margin-bottom: 2em !important }`);
        for (const root of [document, ...deep(document.body).map((node) => node.shadowRoot).filter(Boolean)])
            root.adoptedStyleSheets.push(sheet);";
    for width in [1100, 320] {
        session.resize(width, 700).await?;
        if width == 1100 {
            session.eval(&[DEEP, spacing].concat(), []).await?;
        }
        loses_nothing(&session, &format!("spaced at {width}")).await?;
    }
    // With larger text in a browser's settings, the layout takes the steps of a narrower window.
    session.eval("document.documentElement.style.fontSize = '200%'", []).await?;
    loses_nothing(&session, "spaced and large").await
}

/// WCAG 2.2, 2.5.8; links within text are exempt, and axe-core measures the space around them.
const SMALL: &str = "
    const targets = 'a[href], button, input, select, summary, textarea, [tabindex=\"0\"]';
    return deep(document.body)
        .filter((node) => node.matches(targets) && node.checkVisibility({ visibilityProperty: true }))
        .filter((node) => !node.matches('.skip') && getComputedStyle(node).display !== 'inline')
        .filter((node) => {
            const { width, height } = (node.closest('label') ?? node).getBoundingClientRect();
            return Math.min(width, height) < 24 - 0.01;
        })
        .map((node) => `${named(node)} ${JSON.stringify((node.closest('label') ?? node).getBoundingClientRect())}`)";

/// Text below 12 pixels.
const FINE_PRINT: &str = "
    return deep(document.body)
        .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
        .filter((node) => node.checkVisibility({ visibilityProperty: true }) && parseFloat(getComputedStyle(node).fontSize) < 12)
        .map(named)";

in_browsers!(every_control_is_large_enough: Chromium, Firefox);
async fn every_control_is_large_enough(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site
        .open_view(browser, "period=2016..2025", Options { width: 1100, height: 700, ..Options::default() })
        .await?;
    unfold(&session).await?;
    let (x, y) = Chart::new(&session, "attacks").bring(300.0, 200.0).await?;
    session.click(x, y).await?;
    session.next_paint().await?;
    for width in [1100, 320] {
        session.resize(width, 700).await?;
        session.next_paint().await?;
        assert_eq!(session.eval(&[DEEP, SMALL].concat(), []).await?, json!([]), "{width}");
        assert_eq!(session.eval(&[DEEP, FINE_PRINT].concat(), []).await?, json!([]), "{width}");
    }
    Ok(())
}

in_browsers!(key_figures_fit_their_columns: Chromium, Firefox);
async fn key_figures_fit_their_columns(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = Session::open(browser, Options::default()).await?;
    for locale in locale::ALL {
        let folder = if *locale == locale::ALL[0] { String::new() } else { format!("{}/", locale.tag()) };
        session.goto(&format!("{}{folder}", site.server.url())).await?;
        for width in [320, 390, 500, 640, 768, 940, 1200] {
            session.resize(width, 900).await?;
            let out = "return [...document.querySelectorAll('.key-figures .value')].filter((node) => {
                const range = document.createRange();
                range.selectNodeContents(node);
                return range.getClientRects().length > 1 || range.getBoundingClientRect().width > node.clientWidth + 1;
            }).map((node) => node.textContent)";
            assert_eq!(session.eval(out, []).await?, json!([]), "{} at {width} px", locale.tag());
        }
    }
    Ok(())
}
