//! The element's life in another site's page: added, moved, removed, added again, loaded twice, under any style sheet.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Chart, Options, Session, in_browsers};
use serde_json::json;

use crate::site::{Site, site};

/// Opens another site's article with its style sheet and our element.
async fn article(browser: Browser, site: &Site, head: &str, style: &str, body: &str) -> Result<Session> {
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Article</title><link rel=icon href='data:,'>\
         <link rel=stylesheet href=article.css><script type=module src=heistogram.js></script>{head}</head><body>{body}</body></html>"
    );
    site.write("article.html", page)?;
    site.write("article.css", style)?;
    let session = Session::open(browser, Options { width: 900, height: 700, ..Options::default() }).await?;
    session.goto(&format!("{}article.html", site.server.url())).await?;
    Ok(session)
}

/// A chart of the article by its `id`.
fn chart<'a>(session: &'a Session, id: &str) -> Chart<'a> {
    Chart::at(session, &format!("#{id}"))
}

const LIVE: &str = "return Boolean(find('canvas')?.checkVisibility() && rowsOf(root))";

async fn wait_live(session: &Session, id: &str) -> Result<()> {
    chart(session, id).wait_until(LIVE, []).await.map(drop)
}

in_browsers!(it_starts_when_a_reader_comes_near);
async fn it_starts_when_a_reader_comes_near(browser: Browser) -> Result<()> {
    let site = site()?;
    let far = "<heist-chart id=near chart=attacks></heist-chart><div id=between></div>\
               <heist-chart id=far chart=targets><p>Before</p></heist-chart>\
               <heist-chart id=chosen chart=targets period=2020..><p>Before</p></heist-chart>";
    let session = article(browser, &site, "", "#between { height: 4000px }", far).await?;
    wait_live(&session, "near").await?;
    // Its static content shows everything, which would contradict a selection.
    wait_live(&session, "chosen").await?;
    let far = chart(&session, "far");
    assert_eq!(far.eval(LIVE, []).await?, false);
    assert_eq!(far.eval("return host.querySelector('p').checkVisibility()", []).await?, true);
    far.come_near().await?;
    wait_live(&session, "far").await?;
    Ok(())
}

in_browsers!(it_survives_being_moved_removed_and_put_back);
async fn it_survives_being_moved_removed_and_put_back(browser: Browser) -> Result<()> {
    let site = site()?;
    let body = "<div id=a><heist-chart id=one chart=proceeds></heist-chart></div><div id=b></div>";
    let mut session = article(browser, &site, "", "", body).await?;
    wait_live(&session, "one").await?;
    let one = chart(&session, "one");
    session.eval("addEventListener('heist-ready', () => (window.ready = true))", []).await?;
    for change in [
        "document.getElementById('b').append(document.getElementById('one'))",
        "const one = document.getElementById('one'); one.remove(); one.setAttribute('chart', 'attacks'); \
         document.getElementById('a').append(one)",
        "const one = document.getElementById('one'); for (let i = 0; i < 50; i++) { one.remove(); \
         document.body.append(one); one.setAttribute('chart', i % 2 ? 'incidents' : 'targets') }",
    ] {
        session.eval(&["window.ready = false;", change].concat(), []).await?;
        session.wait_until("return window.ready").await?;
        one.wait_painted().await?;
        one.wait_until(LIVE, []).await?;
    }
    assert!(one.content("[part=title]").await?.contains(" thefts took "));
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(another_document_s_chart_keeps_its_style);
async fn another_document_s_chart_keeps_its_style(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = article(browser, &site, "", "", "<heist-chart id=a chart=attacks></heist-chart>").await?;
    wait_live(&session, "a").await?;
    let moved = "const host = document.querySelector('heist-chart');
        const frame = document.body.appendChild(document.createElement('iframe'));
        const look = () => [host.shadowRoot.adoptedStyleSheets.length, getComputedStyle(host).display];
        frame.contentDocument.body.append(host);
        const there = look();
        document.body.append(host);
        return [there, look()]";
    assert_eq!(session.eval(moved, []).await?, json!([[1, "block"], [1, "block"]]));
    Ok(())
}

in_browsers!(several_share_what_is_loaded_even_twice);
async fn several_share_what_is_loaded_even_twice(browser: Browser) -> Result<()> {
    let site = site()?;
    let head =
        "<script type=module src='heistogram.js?again'></script><script type=module src='heistogram.js'></script>";
    let body = "<heist-chart id=one chart=attacks></heist-chart><heist-chart id=two chart=targets></heist-chart>\
                <heist-chart id=three chart=attacks></heist-chart>";
    let mut session = article(browser, &site, head, "", body).await?;
    for id in ["one", "two", "three"] {
        chart(&session, id).come_near().await?;
        wait_live(&session, id).await?;
    }
    let loaded = "return performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)).\
                  filter((name) => /wasm/.test(name)).sort().map((name) => name.replace(/\\.[A-Z2-7]{8}\\./, '.'))";
    assert_eq!(
        session.eval(loaded, []).await?,
        json!(["charts", "choosing", "more", "words"].map(|part| format!("heistogram_en_{part}.wasm")))
    );
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(a_dark_page_is_known_by_its_text: Chromium);
async fn a_dark_page_is_known_by_its_text(browser: Browser) -> Result<()> {
    let site = site()?;
    let body = "<heist-chart id=one chart=attacks></heist-chart>";
    let session = article(browser, &site, "", "body { color: oklch(0.95 0.01 260); background: #000 }", body).await?;
    wait_live(&session, "one").await?;
    assert_eq!(chart(&session, "one").attribute(".all", "data-theme").await?.as_deref(), Some("dark"));
    Ok(())
}

/// Rules of a host page that match everything.
const HOSTILE: &str = "
    * { letter-spacing: 4px !important; word-spacing: 9px !important; line-height: 3 !important; text-transform: uppercase;
        box-sizing: content-box; text-indent: 30px; font-style: italic; font-variant: small-caps; text-align: right;
        white-space: pre; text-shadow: 1px 1px red; float: left; margin: 7px; padding: 3px; border: 2px solid lime;
        font-size: 30px !important; direction: rtl; opacity: 0.9; visibility: visible; transform: none; filter: none }
    body { direction: rtl; column-count: 1; writing-mode: horizontal-tb; font: italic 40px/3 serif }
    canvas { display: none !important; width: 10px !important } table, details, button { display: none !important }";

in_browsers!(style_sheets_of_the_host_do_not_reach_in);
async fn style_sheets_of_the_host_do_not_reach_in(browser: Browser) -> Result<()> {
    let site = site()?;
    let figures = |session: Session| async move {
        wait_live(&session, "one").await?;
        let one = chart(&session, "one");
        one.eval("host.style.cssText = 'width: 600px !important; float: none !important'", []).await?;
        one.wait_until("return canvas.offsetWidth === 600", []).await?;
        one.open_table().await?;
        session.next_paint().await?;
        let seen = "const keys = ['letterSpacing', 'wordSpacing', 'lineHeight', 'fontSize', 'fontStyle', 'fontVariant',
              'textTransform', 'textIndent', 'textAlign', 'textShadow', 'whiteSpace', 'direction'];
            const styles = (name) => {
              const style = getComputedStyle(get(name));
              return keys.map((key) => style[key]);
            };
            return [...['[part=sentence]', '[part=title]', 'td', 'summary', '[part=source]'].map(styles),
              String(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data),
              ...place(canvas).slice(2)]";
        one.eval(seen, []).await
    };
    let body = "<heist-chart id=one chart=attacks></heist-chart>";
    let plain = figures(article(browser, &site, "", "", body).await?).await?;
    let hostile = figures(article(browser, &site, "", HOSTILE, body).await?).await?;
    for (index, (plain, hostile)) in
        plain.as_array().into_iter().flatten().zip(hostile.as_array().into_iter().flatten()).enumerate()
    {
        assert!(plain == hostile, "{index}: {:.300} became {:.300}", plain.to_string(), hostile.to_string());
    }
    Ok(())
}

in_browsers!(charts_that_take_long_take_a_frame_each: Chromium);
async fn charts_that_take_long_take_a_frame_each(browser: Browser) -> Result<()> {
    let site = site()?;
    let body = "<heist-chart id=one chart=attacks></heist-chart><heist-chart id=two chart=proceeds></heist-chart>\
                <heist-chart id=three chart=incidents></heist-chart>";
    let session = article(browser, &site, "", "", body).await?;
    for id in ["one", "two", "three"] {
        chart(&session, id).come_near().await?;
        wait_live(&session, id).await?;
    }
    // How many animation frames three charts take to paint, if time stands still or jumps with every call.
    let frames = "const { prototype } = CanvasRenderingContext2D; const { clearRect } = prototype;
        let time = performance.now(); let frame = 0; const painted = [];
        performance.now = () => (time += arguments[0]);
        prototype.clearRect = function (...area) { painted.push(frame); clearRect.apply(this, area) };
        document.querySelectorAll('heist-chart').forEach((chart) => chart.setAttribute('theme', arguments[1]));
        for (; frame < 6; frame++) await new Promise((next) => requestAnimationFrame(next));
        Object.assign(prototype, { clearRect }); delete performance.now;
        return [painted.length, new Set(painted).size]";
    let at_once = session.eval_async(frames, [json!(0), json!("dark")]).await?;
    assert_eq!(at_once, json!([3, 1]));
    assert_eq!(session.eval_async(frames, [json!(50), json!("light")]).await?, json!([3, 3]));
    Ok(())
}

in_browsers!(charts_that_change_together_compute_style_once: Chromium);
async fn charts_that_change_together_compute_style_once(browser: Browser) -> Result<()> {
    let site = site()?;
    let body = ["one", "two", "three"].map(|id| format!("<heist-chart id={id} chart=attacks></heist-chart>")).concat();
    let session = article(browser, &site, "", "", &body).await?;
    for id in ["one", "two", "three"] {
        chart(&session, id).come_near().await?;
        wait_live(&session, id).await?;
    }
    // What is added in idle time is style too.
    for id in ["one", "two", "three"] {
        chart(&session, id).wait_told().await?;
    }
    session.devtools("Performance.enable", json!({})).await?;
    let count = async |session: &Session| -> Result<Option<f64>> {
        let metrics = session.devtools("Performance.getMetrics", json!({})).await?;
        let mut metrics = metrics["metrics"].as_array().into_iter().flatten();
        Ok(metrics.find(|one| one["name"] == "RecalcStyleCount").and_then(|one| one["value"].as_f64()))
    };
    // Frames that follow before the browser answers are counted too, so the least of some changes is what one takes.
    let mut computed = f64::MAX;
    for theme in ["dark", "light"].into_iter().cycle().take(12) {
        session.eval_async("await new Promise((idle) => requestIdleCallback(idle))", []).await?;
        let before = count(&session).await?.context("not counted")?;
        let change =
            "document.querySelectorAll('heist-chart').forEach((chart) => chart.setAttribute('theme', arguments[0]));
            for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next));";
        session.eval_async(change, [json!(theme)]).await?;
        computed = computed.min(count(&session).await?.context("not counted")? - before);
    }
    // Once for the colours, once for the new theme.
    assert!(computed <= 3.0, "style was computed {computed} times");
    Ok(())
}
