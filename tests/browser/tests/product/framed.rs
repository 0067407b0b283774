//! Charts in frames of other people's pages: sandboxed, as high as they need, in the page's colours, and read once.

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::host::{Host, article, grown, snippet, visit, wait_live};
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
            let reserved = Page::new(&session).rect(".heistogram-static span").await?.height;
            let spare = reserved - height;
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
    // No scroll bar in the frame, and the article goes on right below.
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
    assert!(Page::new(&session).count("tbody tr").await? > 5);
    Ok(())
}

in_browsers!(colours_and_language_follow_the_page_around);
async fn colours_and_language_follow_the_page_around(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&article(&snippet(&site, "proceeds")?), "")?;
    let session = visit(browser, &host, Options { dark: true, ..options() }).await?;
    grown(&session).await?;
    let frame = Page::in_frame(&session, 0);
    let is_themed = async |name: &str| {
        let body = "return document.documentElement?.dataset.theme === arguments[0]";
        frame.wait_until(body, [json!(name)]).await
    };
    is_themed("light").await.context("a light page in a dark system keeps a light chart")?;
    session.eval("document.body.style.color = '#eee'", []).await?;
    is_themed("dark").await?;
    for (color, name) in
        [("oklch(0.2 0.02 260)", "light"), ("lab(90 0 none)", "dark"), ("color(srgb 0 0.1 0)", "light")]
    {
        session.eval("document.body.style.color = arguments[0]", [json!(color)]).await?;
        is_themed(name).await.context(color)?;
    }
    session.eval("document.querySelector('iframe').dataset.theme = 'light'", []).await?;
    is_themed("light").await?;
    session.eval("document.querySelector('iframe').dataset.lang = 'ja'", []).await?;
    // The frame of another language is another page, which keeps the state.
    frame.wait_language("ja").await?;
    wait_live(&session).await?;
    is_themed("light").await?;
    let ground = "return getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)'";
    frame.wait_until(ground, []).await?;
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
    // A window has its frames as properties 0, 1, …, and a driver adds one name; nothing else is new.
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

/// Opens a frame as a page, with a state.
async fn frame(browser: Browser, site: &Site, query: &str) -> Result<Session> {
    let session = Session::open(browser, options()).await?;
    session.goto(&format!("{}embed/proceeds.en.html?{query}", site.server.url())).await?;
    Chart::first(&session).wait_told().await?;
    Ok(session)
}

in_browsers!(the_query_of_a_frame_is_its_state);
async fn the_query_of_a_frame_is_its_state(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = frame(browser, &site, "group=banks&theme=dark&period=2019..2018&__proto__=x&utm_source=y").await?;
    let chart = Chart::first(&session);
    let shown = "return [document.documentElement.dataset.theme, get('.all').dataset.theme,
        get('[part=selected]').textContent, get('[role=status]').textContent.includes('2019..2018')]";
    assert_eq!(chart.eval(shown, []).await?, json!(["dark", "dark", "Showing: Banks", true]));
    let whole = format!("{}#period=2019..2018&group=banks&theme=dark", site.server.url());
    assert_eq!(session.eval("return document.querySelector('.whole a').href", []).await?, whole);
    chart.click("[part=clear]").await?;
    session.wait_until("return document.querySelector('.whole a').hash === '#theme=dark'").await?;
    Ok(())
}
