//! The content security policy applies everywhere, and nothing of ours violates it.

use anyhow::Result;
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::host::{Host, article, grown, snippet, visit};
use crate::site::site;

/// Violations since the page was opened, as the browser reports them.
const REFUSED: &str = "const refused = [];
    new ReportingObserver((reports) => refused.push(...reports.map(({ body }) => JSON.stringify(body))),
        { types: ['csp-violation'], buffered: true }).observe();
    await new Promise((done) => setTimeout(done, 200));
    return refused";

in_browsers!(nothing_is_refused_on_pages_and_frames: Chromium);
async fn nothing_is_refused_on_pages_and_frames(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    check(session).await?;
    for path in ["embed/targets.en.html", "embed/incidents.en.html?group=banks&theme=dark"] {
        let session = Session::open(browser, Options::default()).await?;
        session.goto(&format!("{}{path}", site.server.url())).await?;
        Chart::first(&session).wait_told().await?;
        check(session).await?;
    }
    Ok(())
}

async fn check(mut session: Session) -> Result<()> {
    assert_eq!(session.eval_async(REFUSED, []).await?, json!([]));
    assert_eq!(session.console_errors().await?, []);
    // Control: an inline style is blocked and reported.
    session.eval("document.body.append(document.createElement('style'))", []).await?;
    session.eval("document.querySelector('style').textContent = 'p { color: red }'", []).await?;
    assert_ne!(session.eval_async(REFUSED, []).await?, json!([]));
    Ok(())
}

in_browsers!(a_sandboxed_frame_breaks_no_rule: Chromium);
async fn a_sandboxed_frame_breaks_no_rule(browser: Browser) -> Result<()> {
    let site = site()?;
    // The least that a page must allow.
    let ours = site.server.url();
    let policy = format!(
        "Content-Security-Policy: default-src 'none'; script-src {ours}host.js; style-src 'unsafe-inline'; img-src {ours}; frame-src {ours}\r\n"
    );
    let host = Host::start(&article(&snippet(&site, "targets")?), &policy)?;
    let mut session = visit(browser, &host, Options { width: 480, ..Options::default() }).await?;
    grown(&session).await?;
    let pinned = "const { left, top } = canvas.getBoundingClientRect();
        for (const type of ['pointerdown', 'pointerup', 'click']) canvas.dispatchEvent(new PointerEvent(type,
            { bubbles: true, composed: true, clientX: left + 150, clientY: top + 100 }));
        return !!find('[role=dialog]:not([hidden])')";
    Chart::in_frame(&session, 0).wait_until(pinned, []).await?;
    Page::in_frame(&session, 0).wait_until("return origin === 'null'", []).await?;
    assert_eq!(session.eval_async(REFUSED, []).await?, json!([]));
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

// The console of WebKit cannot be read.
in_browsers!(only_frames_may_be_framed: Chromium, Firefox);
async fn only_frames_may_be_framed(browser: Browser) -> Result<()> {
    let site = site()?;
    let page = format!("<!doctype html><title>x</title><iframe src='{}'></iframe>", site.server.url());
    let mut session = visit(browser, &Host::start(&page, "")?, Options::default()).await?;
    let errors = session.console_errors().await?;
    assert!(errors.iter().any(|error| error.text.contains("frame-ancestors")), "{errors:?}");
    Ok(())
}
