//! The frame and its snippet in somebody's page.

use std::fs;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, Session, in_browsers};

use crate::element::HOSTILE;
use crate::host::{Host, Page, element, load, own_state};
use crate::site::{Site, site};

/// What an editor pastes, with the address our files have in a test.
fn snippet(site: &Site, chart: &str) -> Result<String> {
    let path = site.folder.path().join(format!("snippet/{chart}.en.html"));
    let mut code = fs::read_to_string(&path).with_context(|| format!("there is no {}", path.display()))?;
    for attribute in ["src", "srcset", "href"] {
        code = code.replace(&format!(" {attribute}=\""), &format!(" {attribute}=\"{}", site.server.url()));
    }
    Ok(code)
}

/// Waits for what a script looks for in the frame of a number.
async fn within(session: &Session, frame: u16, script: &str) -> Result<()> {
    session.wait_in_frame(frame, script).await.map(drop)
}

const LIVE: &str = "const root = document.querySelector('heist-chart')?.shadowRoot;
    return root?.querySelector('canvas').offsetHeight > 100 && root.querySelectorAll('tbody tr').length > 5";

const PICTURE: &str = "const image = document.querySelector('picture img');
    return image.complete && image.naturalWidth > 0 && image.checkVisibility()
        && document.querySelectorAll('tbody tr').length > 5";

/// No styles in attributes, and no wasm.
const STRICT: &str = "default-src 'none'; script-src SITE; style-src 'self'; img-src SITE data:; frame-src SITE";

fn options() -> Options {
    Options { width: 900, height: 900, ..Options::default() }
}

in_browsers!(a_sandboxed_frame_draws);
/// The sandbox gives the frame no origin: its policy must name ours for WebKit, where `'self'` is then nobody.
async fn a_sandboxed_frame_draws(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&site, &Page { embed: snippet(&site, "proceeds")?, ..Page::default() })?;
    let session = Session::open(browser, options()).await?;
    session.goto(&host.url()).await?;
    within(&session, 0, "return origin === 'null'").await?;
    within(&session, 0, LIVE).await
}

in_browsers!(three_frames_and_two_elements_share_a_page);
async fn three_frames_and_two_elements_share_a_page(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut embed = String::new();
    for chart in ["proceeds", "targets", "attacks"] {
        let code = snippet(&site, chart)?;
        // The script that makes room for the frame comes once, and later.
        let (code, _) = code.split_once("<script").context("the snippet has a script")?;
        embed += &code.replace("loading=\"lazy\"", "");
    }
    for chart in ["proceeds", "incidents"] {
        embed += &element(&site, chart, "")?;
    }
    let host = Host::start(&site, &Page { embed, ..Page::default() })?;
    let session = Session::open(browser, options()).await?;
    session.goto(&host.url()).await?;
    let before = own_state(&session).await?;
    for script in ["heistogram.js", "host.js"] {
        load(&session, &site, script).await?;
    }
    // They start when a reader comes near.
    let elements = "[...document.querySelectorAll('heist-chart')].find(({ shadowRoot }) => !shadowRoot?.querySelector('[data-theme]'))?.scrollIntoView();
        return [...document.querySelectorAll('heist-chart')].every(({ shadowRoot }) =>
        shadowRoot?.querySelector('canvas').offsetHeight > 100)";
    session.wait_until(elements).await?;
    for frame in 0..3 {
        let come = format!("document.querySelectorAll('iframe')[{frame}].scrollIntoView()");
        session.eval(&come, []).await?;
        within(&session, frame, LIVE).await.with_context(|| format!("frame {frame}"))?;
    }
    session.eval("scrollTo(0, 0)", []).await?;
    ensure!(own_state(&session).await? == before, "the page has changed");
    Ok(())
}

/// The plain part is seen, and its frame is not.
const PLAIN: &str = "const [plain, frame] = ['.heistogram-static', 'iframe'].map((one) => document.querySelector(one));
    const { left, top } = plain.querySelector('p').getBoundingClientRect();
    return !plain.inert && plain.offsetHeight > 300 && frame.inert
        && (frame.offsetHeight < 6 || getComputedStyle(frame).opacity === '0') && plain.contains(document.elementFromPoint(left + 5, top + 5))";

in_browsers!(a_stripped_snippet_stands);
/// Content systems take scripts out, and sometimes styles.
async fn a_stripped_snippet_stands(browser: Browser) -> Result<()> {
    let site = site()?;
    let code = snippet(&site, "proceeds")?;
    let (code, _) = code.split_once("<script").context("the snippet has a script")?;
    let session = Session::open(browser, options()).await?;
    let mut bare = String::new();
    for (n, part) in code.split(" style=\"").enumerate() {
        bare += if n == 0 { part } else { part.split_once('"').context("a style ends")?.1 };
    }
    for code in [code, &bare] {
        let host = Host::start(&site, &Page { embed: code.to_owned(), ..Page::default() })?;
        session.goto(&host.url()).await?;
        session.wait_until(PICTURE).await?;
        session.wait_until(PLAIN).await?;
    }
    Ok(())
}

in_browsers!(a_frame_without_its_files_keeps_its_picture);
async fn a_frame_without_its_files_keeps_its_picture(browser: Browser) -> Result<()> {
    let session = Session::open(browser, options()).await?;
    for (name, file, halved) in
        [("no wasm", "heistogram_en_charts", false), ("no data", "core", false), ("half of the data", "core", true)]
    {
        let site = site()?;
        if halved { site.halve(file) } else { site.remove(file) }?;
        let host = Host::start(&site, &Page { embed: snippet(&site, "proceeds")?, ..Page::default() })?;
        session.goto(&host.url()).await?;
        let said = "return document.querySelector('heist-chart')?.shadowRoot?.querySelector('[role=status]').textContent.length > 20";
        within(&session, 0, said).await.context(name)?;
        within(&session, 0, PICTURE).await.context(name)?;
    }
    Ok(())
}

in_browsers!(whatever_the_page_is_like_its_frame_draws);
/// A frame has a policy and styles of its own, and slow data change nothing of what stands.
async fn whatever_the_page_is_like_its_frame_draws(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, options()).await?;
    let embed = snippet(&site, "proceeds")?.replace("loading=\"lazy\"", "");
    let page = Page { embed, ..Page::default() };
    for (name, page) in [
        ("strict", Page { policy: STRICT, ..page.clone() }),
        ("hostile", Page { style: HOSTILE, ..page.clone() }),
        ("right to left", Page { root: "dir=rtl", ..page.clone() }),
    ] {
        let host = Host::start(&site, &page)?;
        session.goto(&host.url()).await?;
        let before = own_state(&session).await?;
        within(&session, 0, LIVE).await.with_context(|| format!("the page is {name}"))?;
        let shown = "const frame = document.querySelector('iframe'); return frame.offsetHeight > 400 && !frame.inert";
        session.wait_until(shown).await.with_context(|| format!("the page is {name}"))?;
        ensure!(own_state(&session).await? == before, "the page that is {name} has changed");
    }
    Ok(())
}

in_browsers!(without_scripts_the_snippet_stands);
async fn without_scripts_the_snippet_stands(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&site, &Page { embed: snippet(&site, "proceeds")?, ..Page::default() })?;
    let session = Session::open(browser, Options { scripts: false, ..options() }).await?;
    session.goto(&host.url()).await?;
    session.wait_until(PICTURE).await?;
    within(&session, 0, PICTURE).await
}
