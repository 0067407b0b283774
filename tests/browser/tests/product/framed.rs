//! Charts in frames of somebody's page: drawn in a sandbox, as high as they need, in the page's colours, said once.

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram_browser_tests::{Browser, Options, Session, in_browsers};
use serde_json::json;

use crate::host::{Host, LIVE, article, grown, snippet, visit, within};
use crate::site::{Site, site};

fn options() -> Options {
    Options { width: 480, height: 900, ..Options::default() }
}

in_browsers!(a_snippet_keeps_the_place_its_frame_will_need);
async fn a_snippet_keeps_the_place_its_frame_will_need(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = Session::open(browser, options()).await?;
    for kind in ChartKind::ALL {
        let host = Host::start(&article(&snippet(&site, kind.id())?), "")?;
        session.resize(320, 900).await?;
        session.goto(&host.url()).await?;
        for width in [320, 480, 768, 1200] {
            session.resize(width, 900).await?;
            let height = grown(&session).await?;
            let reserved = "return document.querySelector('.heistogram-static span').getBoundingClientRect().height";
            let spare = session.eval(reserved, []).await?.as_f64().context("the frame has no height")? - height;
            // Fonts differ, and too much room clips nothing; at some widths a wider font makes for another layout.
            assert!((0.0..=140.0).contains(&spare), "{kind:?} at {width}: {spare} more than {height}");
        }
    }
    Ok(())
}

in_browsers!(nothing_is_said_twice);
async fn nothing_is_said_twice(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&article(&snippet(&site, "proceeds")?), "")?;
    let mut session = visit(browser, &host, options()).await?;
    grown(&session).await?;
    let still = "const still = document.querySelector('.heistogram-static'); return [still.offsetHeight, still.inert]";
    assert_eq!(session.eval(still, []).await?, json!([0, true]));
    // No inner bar, and the article goes on right below.
    let rest = "const frame = document.querySelector('iframe').getBoundingClientRect();
        return document.querySelector('#after').getBoundingClientRect().top - frame.bottom < 40";
    assert_eq!(session.eval(rest, []).await?, true);
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(without_our_script_the_plain_part_stands_alone);
async fn without_our_script_the_plain_part_stands_alone(browser: Browser) -> Result<()> {
    let site = site()?;
    let code = snippet(&site, "proceeds")?;
    let (without, _) = code.split_once("<script").context("the snippet loads host.js")?;
    let strict = "Content-Security-Policy: default-src 'none'; img-src *; frame-src *\r\n";
    for (code, policy) in [(without, ""), (code.as_str(), strict)] {
        let session = visit(browser, &Host::start(&article(code), policy)?, options()).await?;
        let alone = "const [frame, plain] = ['iframe', '.heistogram-static'].map((one) => document.querySelector(one));
            const image = plain.querySelector('img');
            return frame.inert && (frame.offsetHeight < 6 || getComputedStyle(frame).opacity === '0') && plain.offsetHeight > 400 && image.complete && image.naturalWidth > 0";
        session.wait_until(alone).await.context(policy)?;
    }
    Ok(())
}

in_browsers!(without_any_script_picture_and_figures_stand);
async fn without_any_script_picture_and_figures_stand(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&article(&snippet(&site, "proceeds")?), "")?;
    let session = visit(browser, &host, Options { scripts: false, ..options() }).await?;
    session.client.enter_frame(0).await?;
    let picture =
        "const image = document.querySelector('picture img'); return image.complete && image.naturalWidth > 0";
    session.wait_until(picture).await?;
    assert_eq!(session.eval("return document.querySelectorAll('tbody tr').length > 5", []).await?, true);
    Ok(())
}

in_browsers!(colours_and_language_follow_the_page_around);
async fn colours_and_language_follow_the_page_around(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&article(&snippet(&site, "proceeds")?), "")?;
    let session = visit(browser, &host, Options { dark: true, ..options() }).await?;
    grown(&session).await?;
    let theme = |name: &str| format!("return document.documentElement.dataset.theme === '{name}'");
    within(&session, &theme("light")).await.context("a light page in a dark system keeps a light chart")?;
    session.eval("document.body.style.color = '#eee'", []).await?;
    within(&session, &theme("dark")).await?;
    for (color, name) in
        [("oklch(0.2 0.02 260)", "light"), ("lab(90 0 none)", "dark"), ("color(srgb 0 0.1 0)", "light")]
    {
        session.eval("document.body.style.color = arguments[0]", [json!(color)]).await?;
        within(&session, &theme(name)).await.context(color)?;
    }
    session.eval("document.querySelector('iframe').dataset.theme = 'light'", []).await?;
    within(&session, &theme("light")).await?;
    session.eval("document.querySelector('iframe').dataset.lang = 'ja'", []).await?;
    // Another language has a frame of its own, which takes the view along.
    within(
        &session,
        "return document.documentElement?.lang === 'ja' && document.querySelector('heist-chart')?.shadowRoot",
    )
    .await?;
    within(&session, LIVE).await?;
    within(&session, &theme("light")).await?;
    let ground = "return getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)'";
    within(&session, ground).await?;
    Ok(())
}

in_browsers!(frames_added_later_and_scripts_loaded_twice_are_no_harm);
async fn frames_added_later_and_scripts_loaded_twice_are_no_harm(browser: Browser) -> Result<()> {
    let site = site()?;
    let again: String =
        (0..2).map(|n| format!("<script type=module src='{}host.js?{n}'></script>", site.server.url())).collect();
    let session = visit(browser, &Host::start(&article(&again), "")?, options()).await?;
    let globals = "return Object.keys(window)";
    let before = session.eval(globals, []).await?;
    let add = "document.querySelector('#after').insertAdjacentHTML('beforebegin', arguments[0])";
    for chart in ["proceeds", "targets"] {
        session.eval(add, [snippet(&site, chart)?.into()]).await?;
    }
    session
        .wait_until("scrollTo(0, 600); return [...document.querySelectorAll('iframe')].every((frame) => !frame.inert)")
        .await?;
    // Frames count among the names of a window by their numbers, and a driver adds one; nothing else came.
    let names = before.as_array().context("no names")?;
    let after = session.eval(globals, []).await?;
    let new: Vec<_> = after
        .as_array()
        .context("no names")?
        .iter()
        .filter(|name| !names.contains(name) && *name != "ret_nodes")
        .collect();
    assert_eq!(json!(new), json!(["0", "1"]));
    Ok(())
}

/// A frame by itself in a state.
async fn frame(browser: Browser, site: &Site, query: &str) -> Result<Session> {
    let session = Session::open(browser, options()).await?;
    session.goto(&format!("{}embed/proceeds.en.html?{query}", site.server.url())).await?;
    session.wait_until("return document.querySelector('heist-chart').shadowRoot.querySelector('table')").await?;
    Ok(session)
}

in_browsers!(the_query_of_a_frame_is_its_state);
async fn the_query_of_a_frame_is_its_state(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = frame(browser, &site, "group=banks&theme=dark&period=2019..2018&__proto__=x&utm_source=y").await?;
    let shown = "const chart = document.querySelector('heist-chart'); const root = chart.shadowRoot;
        return [document.documentElement.dataset.theme, root.querySelector('.all').dataset.theme,
            root.querySelector('[part=selected]').textContent,
            root.querySelector('[role=status]').textContent.includes('2019..2018')]";
    assert_eq!(session.eval(shown, []).await?, json!(["dark", "dark", "Selected: Banks", true]));
    let whole = format!("{}#period=2019..2018&group=banks&theme=dark", site.server.url());
    assert_eq!(session.eval("return document.querySelector('.whole a').href", []).await?, whole);
    session.eval("document.querySelector('heist-chart').shadowRoot.querySelector('[part=clear]').click()", []).await?;
    session.wait_until("return document.querySelector('.whole a').hash === '#theme=dark'").await?;
    Ok(())
}
