//! Another site's page with our charts: another origin, and none of our headers.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread;

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session};

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
                // The browser may have closed the connection.
                let _ = stream.read(&mut [0; 4096]);
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        Ok(Self { addr })
    }

    pub fn url(&self) -> String {
        // Another site, not only another port.
        format!("http://localhost:{}/", self.addr.port())
    }
}

/// The snippet of a chart that an editor pastes.
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

/// Opens such a page in a browser.
pub async fn visit(browser: Browser, host: &Host, options: Options) -> Result<Session> {
    let session = Session::open(browser, options).await?;
    session.goto(&host.url()).await?;
    Ok(session)
}

/// Waits until the first frame of the page has been given its height, and gives that in CSS pixels.
pub async fn grown(session: &Session) -> Result<f64> {
    let page = Page::new(session);
    page.wait_until("return get('iframe').inert === false", []).await?;
    wait_live(session).await?;
    session.next_paint().await?;
    // The frame may still be about to send its last message.
    let inner = "return document.documentElement.getBoundingClientRect().height";
    let inner = Page::in_frame(session, 0).wait_until(inner, []).await?;
    let inner = inner.as_f64().context("the frame has no height")?.ceil();
    page.wait_until("return get('iframe').offsetHeight === arguments[0]", [inner.into()]).await?;
    Ok(inner)
}

/// Waits until the chart in the first frame is drawn and has its words.
pub async fn wait_live(session: &Session) -> Result<()> {
    let live = "return canvas?.offsetHeight > 0 && get('[part=take]').textContent !== ''";
    Chart::in_frame(session, 0).wait_until(live, []).await.map(drop)
}
