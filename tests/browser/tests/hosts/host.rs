//! The page of another site than that of the charts, with a server that can be slow or close the connection early.

use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use heistogram_browser_tests::{Chart, Page, Session};
use serde_json::{Value, json};

use crate::site::Site;

/// What a page is like.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Attributes of the root element.
    pub root: &'static str,
    /// Styles in addition to its own.
    pub style: &'static str,
    /// The script it runs before any of ours.
    pub script: &'static str,
    /// Its policy, with `SITE` for the origin of the charts.
    pub policy: &'static str,
    /// The HTML between its own paragraphs.
    pub embed: String,
    /// How its `dataset.json` arrives.
    pub dataset: Dataset,
}

/// How a dataset arrives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dataset {
    #[default]
    Missing,
    Slow,
    Truncated,
}

/// How long a slow answer takes.
const SLOW: Duration = Duration::from_secs(2);

/// The part in the middle has a fixed size, so that a chart cannot move the rest.
const STYLE: &str = "body { margin: 20px; font: 16px/1.5 serif; color: #222 } .place { width: 600px; height: 800px; \
    overflow: auto; contain: layout } table { border-collapse: collapse } td { border: 1px solid; padding: 4px }";

/// A server of one page; it ends with the tests.
pub struct Host {
    addr: SocketAddr,
}

impl Host {
    pub fn start(site: &Site, page: &Article) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let addr = listener.local_addr()?;
        let origin = site.server.url();
        let Article { root, style, script, policy, embed, dataset } = page.clone();
        let policy = policy.replace("SITE", origin.trim_end_matches('/'));
        let html = format!(
            "<!doctype html><html lang=en {root}><head><meta charset=utf-8><title>The Paper</title>\
             <link rel=icon href='data:,'><link rel=stylesheet href=host.css><script>{script}</script></head><body>\
             <header data-own>The Paper</header><h1 data-own>A headline of somebody else</h1>\
             <p data-own>Before <b data-own>the graphic</b>.</p><div class=place>{embed}</div>\
             <p data-own>After it.</p><table data-own><tr><td data-own>1<td data-own>2</table></body></html>"
        );
        let css = format!("{STYLE} {style}");
        let whole = std::fs::read_to_string(site.folder.path().join("data/dataset.json"))?;
        let answer = move |path: &str, stream: &mut TcpStream| match path {
            "/" => send(stream, "text/html; charset=utf-8", &policy, &html, html.len()),
            "/host.css" => send(stream, "text/css", "", &css, css.len()),
            "/dataset.json" if dataset == Dataset::Slow => {
                thread::sleep(SLOW);
                send(stream, "application/json", "", &whole, whole.len())
            }
            "/dataset.json" if dataset == Dataset::Truncated => {
                send(stream, "application/json", "", &whole[..whole.len() / 2], whole.len())
            }
            _ => stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        };
        let answer = Arc::new(answer);
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let answer = Arc::clone(&answer);
                thread::spawn(move || {
                    let mut head = [0; 4096];
                    let length = stream.read(&mut head).unwrap_or_default();
                    let head = String::from_utf8_lossy(&head[..length]);
                    // A browser may close the connection early.
                    let _ = answer(head.split(' ').nth(1).unwrap_or_default(), &mut stream);
                });
            }
        });
        Ok(Self { addr })
    }

    pub fn url(&self) -> String {
        format!("http://localhost:{}/", self.addr.port())
    }
}

fn send(stream: &mut TcpStream, kind: &str, policy: &str, body: &str, length: usize) -> io::Result<()> {
    let mut head =
        format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n");
    if !policy.is_empty() {
        let _ = write!(head, "Content-Security-Policy: {policy}\r\n");
    }
    write!(stream, "{head}\r\n{body}")
}

/// The state of the page itself: places and styles of its own nodes, names of its globals, sizes of prototypes, style
/// sheets and attributes.
pub async fn own_state(session: &Session) -> Result<Value> {
    // Numbers are frames; drivers add the other names.
    let script = "
        const own = [...document.querySelectorAll('[data-own]')].map((node) => {
            const { x, y, width, height } = node.getBoundingClientRect();
            const { font, color, letterSpacing, direction, display } = getComputedStyle(node);
            const place = [x + scrollX, y + scrollY, width, height];
            return [node.tagName, ...place, font, color, letterSpacing, direction, display];
        });
        const named = Object.getOwnPropertyNames(window)
            .filter((name) => !/^(\\d+|ret_nodes|cdc_.*)$/.test(name)).sort();
        const sizes = [Object, Array, Function, String, Promise, Element, Document, Event]
            .map(({ prototype }) => Object.getOwnPropertyNames(prototype).length);
        const attributes = [document.documentElement, document.body]
            .map((node) => [...node.attributes].map(({ name, value }) => [name, value]));
        return [own, named, sizes, attributes, document.styleSheets.length, document.adoptedStyleSheets.length,
            document.body.children.length, document.title, document.cookie, scrollX, scrollY]";
    session.eval(script, []).await
}

/// Waits until a chart is drawn and has its table.
pub async fn wait_live(chart: &Chart<'_>) -> Result<()> {
    chart.wait_until("return canvas?.offsetHeight > 100 && rowsOf(root) > 5", []).await.map(drop)
}

/// Waits until all charts of a page are drawn and have their tables.
pub async fn wait_all_live(page: &Page<'_>) -> Result<()> {
    let live = "return all('heist-chart').every(({ shadowRoot }) =>
        shadowRoot?.querySelector('canvas').offsetHeight > 100
            && rowsOf(shadowRoot) > 5)";
    page.wait_until(live, []).await.map(drop)
}

/// Loads a script of ours into the page.
pub async fn load(session: &Session, site: &Site, script: &str) -> Result<()> {
    let add = "const script = document.createElement('script'); script.type = 'module'; script.src = arguments[0];
        document.head.append(script)";
    session.eval(add, [json!(format!("{}{script}", site.server.url()))]).await.map(drop)
}

/// A chart with its static content as in our own page, with `attributes` added.
pub fn element(site: &Site, chart: &str, attributes: &str) -> Result<String> {
    let page = std::fs::read_to_string(site.folder.path().join("index.html"))?;
    let start = page.find(&format!("<heist-chart chart=\"{chart}\"")).context("the page has no such chart")?;
    let end = start + page[start..].find("</heist-chart>").context("it has no end")?;
    let element = page[start..end].replacen("<heist-chart", &format!("<heist-chart {attributes}"), 1);
    // Paths are relative to our own page.
    let ours = site.server.url();
    let element = element.replace("&#x2f;", "/").replace("static/", &format!("{ours}static/"));
    Ok(format!("{element}</heist-chart>"))
}
