//! Somebody's page with our charts in it: another origin, and none of our headers.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread;

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Options, PATIENCE, Session};

use crate::site::Site;

/// A server of one page, which answers every request with it; it ends with the tests.
pub struct Host {
    addr: SocketAddr,
}

impl Host {
    /// Serves a page with more headers, such as `Content-Security-Policy: …`.
    pub fn start(page: &str, headers: &str) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let addr = listener.local_addr()?;
        let length = page.len();
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\n\
             Connection: close\r\n{headers}\r\n{page}"
        );
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let mut stream = stream;
                // A browser that hangs up has lost interest.
                let _ = stream.read(&mut [0; 4096]);
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        Ok(Self { addr })
    }

    pub fn url(&self) -> String {
        // Another site than the charts' as well, not only another port.
        format!("http://localhost:{}/", self.addr.port())
    }
}

/// What an editor pastes for a chart, as the dialog hands it out.
pub fn snippet(site: &Site, chart: &str) -> Result<String> {
    let path = site.folder.path().join(format!("snippet/{chart}.en.html"));
    let mut code = fs::read_to_string(&path).with_context(|| format!("there is no {}", path.display()))?;
    let (_, rest) = code.split_once("-->").context("a build without base-url says so")?;
    code = rest.to_owned();
    for attribute in ["src", "srcset", "href"] {
        code = code.replace(&format!(" {attribute}=\""), &format!(" {attribute}=\"{}", site.server.url()));
    }
    Ok(code)
}

/// An article around some code.
pub fn article(code: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Article</title>\
         <meta name=viewport content='width=device-width'><style>body {{ margin: 0; font: 1rem/1.5 serif }}</style>\
         <p>Before.</p>{code}<p id=after>After.</p>"
    )
}

/// Opens a page of somebody's in a browser.
pub async fn visit(browser: Browser, host: &Host, options: Options) -> Result<Session> {
    let session = Session::open(browser, options).await?;
    session.goto(&host.url()).await?;
    Ok(session)
}

/// Waits until the first frame of the page has been given its height, and gives that in CSS pixels.
pub async fn grown(session: &Session) -> Result<f64> {
    session.wait_until("return !document.querySelector('iframe').inert").await?;
    within(session, LIVE).await?;
    session.next_paint().await?;
    // What the frame says last changes its height once more.
    let follow = async {
        loop {
            let inner =
                within(session, "return Math.ceil(document.documentElement.getBoundingClientRect().height)").await?;
            if session.eval("return document.querySelector('iframe').offsetHeight", []).await? == inner {
                return inner.as_f64().context("the frame has no height");
            }
            session.next_paint().await?;
        }
    };
    tokio::time::timeout(PATIENCE, follow).await.context("the frame does not get the height of its page")?
}

/// The chart is drawn and has its words.
pub const LIVE: &str = "const root = document.querySelector('heist-chart')?.shadowRoot;
    return root?.querySelector('canvas').offsetHeight > 0 && root.querySelector('[part=take]').textContent !== ''";

/// Waits until the body of a function returns something truthy inside the first frame, and gives that.
pub async fn within(session: &Session, body: &str) -> Result<serde_json::Value> {
    session.wait_in_frame(0, body).await
}
