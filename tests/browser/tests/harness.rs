//! The harness itself: it reports what goes wrong on a page, so that the other tests can fail.
#![allow(clippy::unwrap_used)]

use std::{fs, time::Duration};

use anyhow::Result;
use heistogram_browser_tests::{Browser, Key, Options, Server, Session, in_browsers};
use serde_json::json;
use tempfile::TempDir;

const PAGE: &str = r#"<!doctype html><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css"><script type="module" src="page.js"></script><button>Press</button><p>Text</p>"#;

/// Records the events of the button, for the tests to read.
const SCRIPT: &str = r#"
globalThis.seen = [];
const button = document.querySelector("button");
for (const type of ["pointerenter", "pointerdown", "click", "keydown"]) {
  button.addEventListener(type, (event) => seen.push([type, event.pointerType ?? event.key]));
}
addEventListener("wheel", (event) => seen.push(["wheel", event.deltaY]));
"#;

const STYLE: &str = "body { margin: 0; height: 3000px } button { display: block; width: 100px; height: 50px }";

struct Site {
    server: Server,
    folder: TempDir,
}

fn site(extra: &[(&str, &str)]) -> Result<Site> {
    let folder = tempfile::tempdir()?;
    for (name, text) in [("index.html", PAGE), ("page.js", SCRIPT), ("page.css", STYLE)].iter().chain(extra) {
        fs::write(folder.path().join(name), text)?;
    }
    Ok(Site { server: Server::start(folder.path(), 0)?, folder })
}

in_browsers!(a_sound_page_has_a_title_and_no_errors);
async fn a_sound_page_has_a_title_and_no_errors(browser: Browser) -> Result<()> {
    let site = site(&[])?;
    let mut session = Session::open(browser, Options::default()).await?;
    session.goto(&site.server.url()).await?;
    assert_eq!(session.title().await?, "A page");
    assert_eq!(session.eval("return arguments[0] + arguments[1]", [json!(1), json!(2)]).await?, 3);
    assert_eq!(session.eval_async("return (await fetch('page.css')).status", []).await?, 200);
    let error = session.eval_async("throw new Error('no')", []).await.unwrap_err().to_string();
    assert!(error.contains("Error: no"), "{error}");
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(every_kind_of_error_is_seen);
async fn every_kind_of_error_is_seen(browser: Browser) -> Result<()> {
    let broken = r#"<!doctype html><title>B</title><link rel="icon" href="data:,"><style>p { color: red }</style>
        <script>document.title = "inline ran"</script><script type="module" src="broken.js"></script>"#;
    // Only on an event: the console of WebKit starts when the page has loaded.
    let script = r#"
        addEventListener("go", () => {
            console.error("said so");
            fetch("none.json");
            try { document.body.innerHTML = "<b>markup</b>" } catch {}
            setTimeout(() => Promise.reject(new Error("rejected")));
            setTimeout(() => { throw new Error("thrown") });
        });
    "#;
    let site = site(&[("broken.html", broken), ("broken.js", script)])?;
    let mut session = Session::open(browser, Options::default()).await?;
    session.goto(&format!("{}broken.html", site.server.url())).await?;
    assert_eq!(session.title().await?, "B", "the policy keeps inline scripts from running");
    session.eval("dispatchEvent(new Event('go'))", []).await?;
    let mut parts = vec!["said so", "rejected", "thrown"];
    match browser {
        Browser::Chromium => parts.extend(["404", "script-src", "style-src", "TrustedHTML"]),
        Browser::Firefox => parts.extend(["script-src", "style-src", "injection sink"]),
        Browser::WebKit => parts.extend(["require-trusted-types-for"]),
    }
    // Browsers write to their consoles with a delay.
    for left in (0..50).rev() {
        let errors = session.console_errors().await?;
        let missing = parts.iter().find(|part| !errors.iter().any(|error| error.text.contains(**part)));
        let Some(part) = missing else { break };
        assert!(left > 0, "{part} is missing: {errors:#?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(())
}

in_browsers!(the_reader_touches_the_page);
async fn the_reader_touches_the_page(browser: Browser) -> Result<()> {
    let site = site(&[])?;
    let session = Session::open(browser, Options::default()).await?;
    session.goto(&site.server.url()).await?;
    session.pointer_move(300.0, 300.0).await?;
    session.pointer_move(50.0, 25.0).await?;
    session.click(50.0, 25.0).await?;
    session.key('a').await?;
    session.key(Key::Escape).await?;
    let expected = json!([
        ["pointerenter", "mouse"],
        ["pointerdown", "mouse"],
        ["click", "mouse"],
        ["keydown", "a"],
        ["keydown", "Escape"]
    ]);
    assert_eq!(session.eval("return seen", []).await?, expected);
    session.wheel(300.0, 300.0, 200).await?;
    session.wait_until("return scrollY > 0 && seen.some(([type]) => type === 'wheel')").await?;
    Ok(())
}

in_browsers!(fingers_tap_and_scroll: Chromium);
async fn fingers_tap_and_scroll(browser: Browser) -> Result<()> {
    let site = site(&[])?;
    let session =
        Session::open(browser, Options { width: 360, height: 640, touch: true, ..Options::default() }).await?;
    session.goto(&site.server.url()).await?;
    session.tap(50.0, 25.0).await?;
    let seen = session.wait_until("return seen.some(([type]) => type === 'click') && seen").await?;
    assert_eq!(seen[0], json!(["pointerenter", "touch"]));
    assert_eq!(session.eval("return matchMedia('(hover: hover)').matches", []).await?, false);
    session.swipe((200.0, 500.0), (200.0, 200.0)).await?;
    session.wait_until("return scrollY > 100").await?;
    Ok(())
}

in_browsers!(the_device_is_as_asked_for);
async fn the_device_is_as_asked_for(browser: Browser) -> Result<()> {
    let site = site(&[])?;
    let options = Options { width: 320, height: 500, dpr: 2.0, dark: true, reduced_motion: true, ..Options::default() };
    let mut session = Session::open(browser, options).await?;
    session.goto(&site.server.url()).await?;
    let device = "return [innerWidth, innerHeight, devicePixelRatio, \
        document.documentElement.clientWidth, matchMedia('(prefers-color-scheme: dark)').matches, \
        matchMedia('(prefers-reduced-motion: reduce)').matches, matchMedia('(hover: hover)').matches]";
    assert_eq!(session.eval(device, []).await?, json!([320, 500, 2, 320, true, true, true]));
    session.resize(700, 400).await?;
    if browser == Browser::WebKit {
        assert_eq!(session.eval(device, []).await?, json!([700, 400, 2, 700, true, true, true]));
        return Ok(());
    }
    session.set_dpr(1.5).await?;
    session.set_dark(false).await?;
    assert_eq!(session.eval(device, []).await?, json!([700, 400, 1.5, 700, false, true, true]));
    Ok(())
}

in_browsers!(pictures_show_device_pixels);
async fn pictures_show_device_pixels(browser: Browser) -> Result<()> {
    let site = site(&[])?;
    let session = Session::open(browser, Options { width: 300, height: 200, dpr: 2.0, ..Options::default() }).await?;
    session.goto(&site.server.url()).await?;
    let folder = tempfile::tempdir()?;
    let (view, full) = (folder.path().join("view.png"), folder.path().join("full.png"));
    session.screenshot(&view).await?;
    session.full_screenshot(&full).await?;
    // Width and height are at fixed places in a PNG file.
    let size = |path| -> Result<[u32; 2]> {
        let bytes = fs::read(path)?;
        Ok([16, 20].map(|at| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])))
    };
    assert_eq!(size(view)?, [600, 400]);
    assert_eq!(size(full)?, [600, 6000]);
    Ok(())
}

in_browsers!(without_scripts_the_page_is_plain);
async fn without_scripts_the_page_is_plain(browser: Browser) -> Result<()> {
    let site = site(&[("s.html", "<!doctype html><title>none</title><script src='s.js'></script>")])?;
    fs::write(site.folder.path().join("s.js"), "document.title = 'ran'")?;
    let session = Session::open(browser, Options { scripts: false, ..Options::default() }).await?;
    session.goto(&format!("{}s.html", site.server.url())).await?;
    assert_eq!(session.title().await?, "none");
    Ok(())
}

fn main() -> std::process::ExitCode {
    heistogram_browser_tests::main()
}
