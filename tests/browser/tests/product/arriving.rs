//! The page while its markup arrives, on a slow network or a busy phone.

use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Condvar, Mutex},
    thread,
};

use anyhow::Result;
use heistogram_browser_tests::{Browser, Options, Session, in_browsers};
use serde_json::json;

use crate::site::site;

/// Ends of first pieces: in the languages, the first lines, the key figures, the periods and the levels of evidence.
const CUTS: [&str; 5] = [
    "hreflang=\"ko\">",
    "class=\"dateline\">",
    "</dt>",
    "data-period=\"2015-12..2019-05\" aria-pressed=\"false\">",
    "value=\"un-panel\">",
];

/// Starts a server in front of ours that sends the page `/` in two pieces, the second when `/rest` is asked for.
fn in_pieces(ours: SocketAddr, cut: &'static str) -> Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let url = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || {
        let (asked, comes) = (&Mutex::new(false), &Condvar::new());
        thread::scope(|scope| {
            for stream in listener.incoming().flatten() {
                // A browser may close a connection early.
                scope.spawn(move || pass(stream, ours, cut, asked, comes));
            }
        });
    });
    Ok(url)
}

/// Passes a request on to our server, and its answer back.
fn pass(mut browser: TcpStream, ours: SocketAddr, cut: &str, asked: &Mutex<bool>, comes: &Condvar) -> io::Result<()> {
    let mut request = [0; 8192];
    let length = browser.read(&mut request)?;
    let request = String::from_utf8_lossy(&request[..length]);
    let path = request.split(' ').nth(1).unwrap_or_default();
    if path == "/rest" {
        *asked.lock().unwrap_or_else(|broken| broken.into_inner()) = true;
        comes.notify_all();
    }
    let mut server = TcpStream::connect(ours)?;
    write!(server, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", browser.local_addr()?)?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer)?;
    let end = answer.windows(cut.len()).position(|part| part == cut.as_bytes()).filter(|_| path == "/");
    let (first, rest) = answer.split_at(end.map_or(0, |start| start + cut.len()));
    if !first.is_empty() {
        browser.write_all(first)?;
        let waiting = asked.lock().unwrap_or_else(|broken| broken.into_inner());
        drop(comes.wait_while(waiting, |asked| !*asked));
    }
    browser.write_all(rest)
}

in_browsers!(nothing_moves_while_the_markup_arrives: Chromium);
async fn nothing_moves_while_the_markup_arrives(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, Options { width: 800, height: 1000, ..Options::default() }).await?;
    for cut in CUTS {
        // The page is in a frame of a text, as a driver waits for a window until its page is whole.
        session.goto(&format!("{}licenses.txt", in_pieces(site.server.addr, cut)?)).await?;
        let script = "const frame = document.createElement('iframe');
            [frame.width, frame.height, frame.src] = [768, 900, '/'];
            const loaded = new Promise((done) => frame.addEventListener('load', done));
            const next = () => new Promise((done) => requestAnimationFrame(done));
            document.body.replaceChildren(frame);
            while (!frame.contentDocument?.querySelector('.languages [lang=ko]')) await next();
            for (let i = 0; i < 3; i++) await next();
            const state = frame.contentDocument.readyState;
            await fetch('/rest');
            await loaded;
            await next();
            const { PerformanceObserver } = frame.contentWindow;
            const moved = await new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()))
                .observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => done([]), 500));
            const nodes = moved.flatMap(({ sources }) => sources.map(({ node }) => node));
            return [state, ...nodes.map((node) => `${node?.nodeName} ${node?.textContent}`)]";
        assert_eq!(session.eval_async(script, []).await?, json!(["loading"]), "{cut}");
    }
    Ok(())
}
