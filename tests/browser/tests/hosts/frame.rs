//! The frame and its snippet in the page of another site.

use std::fs;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};

use crate::element::HOSTILE;
use crate::host::{Article, Host, element, load, own_state, wait_live};
use crate::site::{Site, site};

/// The code to paste, with the address of our files in this test.
fn snippet(site: &Site, chart: &str) -> Result<String> {
    let path = site.folder.path().join(format!("snippet/{chart}.en.html"));
    let mut code = fs::read_to_string(&path).with_context(|| format!("there is no {}", path.display()))?;
    for attribute in ["src", "srcset", "href"] {
        code = code.replace(&format!(" {attribute}=\""), &format!(" {attribute}=\"{}", site.server.url()));
    }
    Ok(code)
}

/// Waits until the chart in a frame is drawn and has its table.
async fn wait_frame_live(session: &Session, frame: u16) -> Result<()> {
    wait_live(&Chart::in_frame(session, frame)).await
}

/// Waits until a page shows picture and table of the static content.
async fn wait_picture(page: &Page<'_>) -> Result<()> {
    let shown = "const image = get('picture img');
        return image.complete && image.naturalWidth > 0 && image.checkVisibility() && all('tbody tr').length > 5";
    page.wait_until(shown, []).await.map(drop)
}

/// No styles in attributes, and no wasm.
const STRICT: &str = "default-src 'none'; script-src SITE; style-src 'self'; img-src SITE data:; frame-src SITE";

fn options() -> Options {
    Options { width: 900, height: 900, ..Options::default() }
}

in_browsers!(a_sandboxed_frame_draws);
/// The sandbox gives the frame no origin: its policy must name ours for WebKit, where `'self'` then matches nothing.
async fn a_sandboxed_frame_draws(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&site, &Article { embed: snippet(&site, "proceeds")?, ..Article::default() })?;
    let session = Session::open(browser, options()).await?;
    session.goto(&host.url()).await?;
    Page::in_frame(&session, 0).wait_until("return origin === 'null'", []).await?;
    wait_frame_live(&session, 0).await
}

in_browsers!(what_wordpress_makes_of_an_address_draws);
/// The frame that WordPress makes of an oEmbed document: it allows scripts only, and adds a fragment. `metadata` of
/// `cargo xtask test` makes such frames with WordPress itself.
async fn what_wordpress_makes_of_an_address_draws(browser: Browser) -> Result<()> {
    let site = site()?;
    let src = format!("{}embed/incidents.en.html?incident=bybit-2025-02#?secret=xxxxxxxxxx", site.server.url());
    let embed = format!(
        "<iframe class=wp-embedded-content sandbox=allow-scripts security=restricted title=Bybit src='{src}' \
         data-secret=xxxxxxxxxx width=640 height=760></iframe>"
    );
    let host = Host::start(&site, &Article { embed, ..Article::default() })?;
    let session = Session::open(browser, options()).await?;
    session.goto(&host.url()).await?;
    wait_frame_live(&session, 0).await?;
    let card = "return find('[role=dialog]')?.checkVisibility() && find('[role=dialog]').textContent.includes('Bybit')";
    Chart::in_frame(&session, 0).wait_until(card, []).await.map(drop)
}

in_browsers!(three_frames_and_two_elements_share_a_page);
async fn three_frames_and_two_elements_share_a_page(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut embed = String::new();
    for chart in ["proceeds", "targets", "attacks"] {
        let code = snippet(&site, chart)?;
        // The script that sizes the frames is loaded once, and later.
        let (code, _) = code.split_once("<script").context("the snippet has a script")?;
        embed += &code.replace("loading=\"lazy\"", "");
    }
    for chart in ["proceeds", "incidents"] {
        embed += &element(&site, chart, "")?;
    }
    let host = Host::start(&site, &Article { embed, ..Article::default() })?;
    let session = Session::open(browser, options()).await?;
    session.goto(&host.url()).await?;
    let before = own_state(&session).await?;
    for script in ["heistogram.js", "host.js"] {
        load(&session, &site, script).await?;
    }
    for chart in ["proceeds", "incidents"] {
        let chart = Chart::new(&session, chart);
        chart.come_near().await?;
        chart.wait_until("return canvas?.offsetHeight > 100", []).await?;
    }
    for frame in 0..3 {
        session.eval("document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()", [frame.into()]).await?;
        wait_frame_live(&session, frame).await.with_context(|| format!("frame {frame}"))?;
    }
    session.eval("scrollTo(0, 0)", []).await?;
    ensure!(own_state(&session).await? == before, "the page has changed");
    Ok(())
}

/// The plain part is shown, and its frame is not.
const PLAIN: &str = "const [plain, frame] = ['.heistogram-static', 'iframe'].map(get);
    const { left, top } = plain.querySelector('p').getBoundingClientRect();
    return !plain.inert && plain.offsetHeight > 300 && frame.inert
        && (frame.offsetHeight < 6 || getComputedStyle(frame).opacity === '0')
        && plain.contains(document.elementFromPoint(left + 5, top + 5))";

in_browsers!(a_stripped_snippet_stands);
/// Content systems remove scripts, and sometimes styles.
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
        let host = Host::start(&site, &Article { embed: code.to_owned(), ..Article::default() })?;
        session.goto(&host.url()).await?;
        let page = Page::new(&session);
        wait_picture(&page).await?;
        page.wait_until(PLAIN, []).await?;
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
        let host = Host::start(&site, &Article { embed: snippet(&site, "proceeds")?, ..Article::default() })?;
        session.goto(&host.url()).await?;
        Chart::in_frame(&session, 0).wait_message().await.context(name)?;
        wait_picture(&Page::in_frame(&session, 0)).await.context(name)?;
    }
    Ok(())
}

in_browsers!(whatever_the_page_is_like_its_frame_draws);
/// A frame has a policy and styles of its own.
async fn whatever_the_page_is_like_its_frame_draws(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, options()).await?;
    let embed = snippet(&site, "proceeds")?.replace("loading=\"lazy\"", "");
    let page = Article { embed, ..Article::default() };
    for (name, page) in [
        ("strict", Article { policy: STRICT, ..page.clone() }),
        ("hostile", Article { style: HOSTILE, ..page.clone() }),
        ("right to left", Article { root: "dir=rtl", ..page.clone() }),
    ] {
        let host = Host::start(&site, &page)?;
        session.goto(&host.url()).await?;
        let before = own_state(&session).await?;
        wait_frame_live(&session, 0).await.with_context(|| format!("the page is {name}"))?;
        let shown = "const frame = get('iframe'); return frame.offsetHeight > 400 && !frame.inert";
        Page::new(&session).wait_until(shown, []).await.with_context(|| format!("the page is {name}"))?;
        ensure!(own_state(&session).await? == before, "the page that is {name} has changed");
    }
    Ok(())
}

in_browsers!(without_scripts_the_snippet_stands);
async fn without_scripts_the_snippet_stands(browser: Browser) -> Result<()> {
    let site = site()?;
    let host = Host::start(&site, &Article { embed: snippet(&site, "proceeds")?, ..Article::default() })?;
    let session = Session::open(browser, Options { scripts: false, ..options() }).await?;
    session.goto(&host.url()).await?;
    wait_picture(&Page::new(&session)).await?;
    wait_picture(&Page::in_frame(&session, 0)).await
}
