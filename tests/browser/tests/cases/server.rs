//! The site of a newsroom with the pages of `cases/`, and our charts on hosts that differ in what they do.
//!
//! In a page, `{{SITE}}` is the address of the charts and `{{SNIPPET proceeds.en}}` the code to paste. `{{SNIPPET
//! proceeds.en | kses}}` is what a tool leaves of it (`QUERY`: the tool named by the query), and `{{OLD}}` the code of
//! November 2026. Lines `<!--header NAME: VALUE-->` are sent as headers. `/_npm/` holds packages.

use std::fs;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};
use xtask::setup;

use crate::parts;
use crate::site::Site;

/// What the host of the charts does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// Sends the headers of `_headers`.
    Usual,
    /// Redirects to addresses without `.html`, as Cloudflare Pages does.
    Clean,
    /// Sends no headers.
    Bare,
    /// Answers every request with a redirect to the usual host.
    Moved,
}

/// A running site; it ends with the tests.
pub struct Newsroom {
    addr: SocketAddr,
}

impl Newsroom {
    pub fn start(site: &Site, habit: Habit) -> Result<Self> {
        let charts = charts(site, habit)?;
        let built = Arc::new(site.folder.path().join("built"));
        let addr = listen(move |_, path| page(path, &charts, &built))?;
        Ok(Self { addr })
    }

    /// The address of a page.
    pub fn url(&self, page: &str) -> String {
        // Another site than the charts' as well, not only another port.
        let (name, query) =
            page.split_once('?').map_or((page, String::new()), |(name, query)| (name, format!("?{query}")));
        format!("http://localhost:{}/{name}.html{query}", self.addr.port())
    }
}

/// Answers every request with what `answer` returns for its head and path.
fn listen(answer: impl Fn(&str, &str) -> Result<Vec<u8>> + Send + Sync + 'static) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let addr = listener.local_addr()?;
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            thread::spawn(move || {
                let mut head = [0; 8192];
                let length = stream.read(&mut head).unwrap_or_default();
                let head = String::from_utf8_lossy(&head[..length]);
                let path = head.split(' ').nth(1).unwrap_or_default();
                let reply = answer(&head, path).unwrap_or_else(|error| {
                    message("500 Internal Server Error", "text/plain", "", format!("{error:#}").as_bytes())
                });
                // A browser may close the connection early.
                let _ = stream.write_all(&reply);
            });
        }
    });
    Ok(addr)
}

fn message(status: &str, kind: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// The address of the charts on a host with a habit.
fn charts(site: &Site, habit: Habit) -> Result<String> {
    let usual = site.server.url();
    let upstream: SocketAddr = usual.trim_start_matches("http://").trim_end_matches('/').parse()?;
    let folder = site.folder.path().to_owned();
    let addr = match habit {
        Habit::Usual => return Ok(usual),
        Habit::Moved => listen(move |_, path| {
            let headers =
                format!("Location: {}{}\r\nAccess-Control-Allow-Origin: *\r\n", usual, path.trim_start_matches('/'));
            Ok(message("301 Moved Permanently", "text/plain", &headers, b""))
        })?,
        Habit::Bare => listen(move |_, path| {
            let file = folder.join(path.trim_start_matches('/').split('?').next().unwrap_or_default());
            Ok(fs::read(&file).map_or_else(|_| not_found(), |body| message("200 OK", kind(&file), "", &body)))
        })?,
        Habit::Clean => listen(move |head, path| {
            let (name, query) = path.split_once('?').map_or((path, String::new()), |(n, q)| (n, format!("?{q}")));
            if let Some(name) = name.strip_suffix(".html") {
                let headers = format!("Location: {}{query}\r\nAccess-Control-Allow-Origin: *\r\n", name);
                return Ok(message("308 Permanent Redirect", "text/plain", &headers, b""));
            }
            let page = folder.join(format!("{}.html", name.trim_start_matches('/'))).is_file();
            let there = if page { format!("{name}.html{query}") } else { path.to_owned() };
            Ok(forward(upstream, head, &there)?)
        })?,
    };
    Ok(format!("http://{addr}/"))
}

/// Forwards a request to another server, with another path.
fn forward(upstream: SocketAddr, head: &str, path: &str) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(upstream)?;
    let kept = head.lines().skip(1).take_while(|line| !line.is_empty());
    let kept: String =
        kept.filter(|line| !line.to_lowercase().starts_with("connection")).map(|line| format!("{line}\r\n")).collect();
    write!(stream, "GET {path} HTTP/1.1\r\n{kept}Connection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

fn not_found() -> Vec<u8> {
    message("404 Not Found", "text/plain", "", b"not found")
}

/// A page of the newsroom, or a file next to it.
fn page(path: &str, site: &str, built: &Path) -> Result<Vec<u8>> {
    let (name, query) = path.split_once('?').unwrap_or((path, ""));
    let name = name.trim_start_matches('/');
    let file = match (name.strip_prefix("_npm/"), name.strip_prefix("built/")) {
        (Some(name), _) => setup::parts::packages()?.join(name),
        (_, Some(name)) => built.join(name),
        _ => parts::folder().join(name),
    };
    let Ok(body) = fs::read(&file) else { return Ok(not_found()) };
    if !name.ends_with(".html") {
        return Ok(message("200 OK", kind(&file), "Cache-Control: no-store\r\n", &body));
    }
    let filled = fill(&String::from_utf8(body)?.replace("| QUERY", &format!("| {query}")), site)?;
    let (headers, rest): (Vec<_>, Vec<_>) = filled.lines().partition(|line| line.starts_with("<!--header "));
    let header = |line: &&str| line.trim_start_matches("<!--header ").trim_end_matches("-->").to_owned() + "\r\n";
    let headers: String = headers.iter().map(header).collect();
    Ok(message("200 OK", kind(&file), &headers, rest.join("\n").as_bytes()))
}

fn fill(page: &str, site: &str) -> Result<String> {
    let mut filled = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("{{") {
        let (what, after) = after.split_once("}}").context("a placeholder has no end")?;
        filled += before;
        filled += &match what.strip_prefix("SNIPPET ").map(|what| what.split_once(" | ").unwrap_or((what, ""))) {
            Some((name, "")) => snippet(name, site)?,
            Some((_, tool)) => parts::cleaned(tool, site)?.unwrap_or_default(),
            None if what == "SITE" => site.to_owned(),
            None if what == "OLD" => absolute(&fs::read_to_string(parts::folder().join("snippet-2026-11.html"))?, site),
            None => anyhow::bail!("there is no {what}"),
        };
        rest = after;
    }
    Ok(filled + rest)
}

/// The code to paste for a chart and a language, such as `proceeds.en`.
pub fn snippet(name: &str, site: &str) -> Result<String> {
    let path = dist().join(format!("snippet/{name}.html"));
    let code = fs::read_to_string(&path).with_context(|| format!("there is no {}", path.display()))?;
    Ok(absolute(&code, site))
}

fn absolute(code: &str, site: &str) -> String {
    // The code of a build without base-url starts with a comment.
    let code = code.split_once("-->").map_or(code, |(_, code)| code).trim_start();
    ["src", "srcset", "href"]
        .iter()
        .fold(code.to_owned(), |code, name| code.replace(&format!(" {name}=\""), &format!(" {name}=\"{site}")))
}

pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist")
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
