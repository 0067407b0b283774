//! A proxy between browser and site that fails on purpose.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::panics;

/// How a file fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not found.
    Missing,
    /// Only this number of tenths arrives.
    Truncated(usize),
    /// It arrives late.
    Slow(Duration),
    /// It has a wrong content type.
    WrongType,
    /// It is longer than the file that was hashed, and would work: a script then sets [`CHANGED`].
    Changed,
    /// The server reports an error of its own.
    Broken,
    /// The connection ends without a response.
    Reset,
    /// It is code, and the function of this number panics when it is called.
    Panics(usize),
}

/// The global variable that a changed script sets.
pub const CHANGED: &str = "changed";

/// A site of which one file fails; it ends with the tests.
pub struct Failing {
    addr: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Failing {
    /// Forwards every request to the server at `site`, except for the file at `path`.
    pub fn start(site: SocketAddr, path: &str, fault: Option<Fault>) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let addr = listener.local_addr()?;
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (path, seen) = (path.to_owned(), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (path, seen) = (path.clone(), Arc::clone(&seen));
                thread::spawn(move || {
                    let asked =
                        |asked: &str| seen.lock().map(|mut seen| seen.push(asked.to_owned())).is_ok() && asked == path;
                    // A browser may close the connection early.
                    let _ = answer(stream, site, fault, asked);
                });
            }
        });
        Ok(Self { addr, asked })
    }

    pub fn url(&self) -> String {
        format!("http://{}/", self.addr)
    }

    /// The paths of all requests.
    pub fn asked(&self) -> Result<Vec<String>> {
        Ok(self.asked.lock().ok().context("the server is gone")?.clone())
    }
}

fn answer(
    mut stream: TcpStream,
    site: SocketAddr,
    fault: Option<Fault>,
    fails: impl FnOnce(&str) -> bool,
) -> io::Result<()> {
    let mut head = vec![0; 8192];
    // Peeks, as closing a connection with unread bytes resets it.
    let length = loop {
        let length = stream.peek(&mut head)?;
        if length == 0 || head[..length].ends_with(b"\r\n\r\n") {
            break length;
        }
        thread::sleep(Duration::from_millis(1));
    };
    let request = String::from_utf8_lossy(&head[..length]).into_owned();
    let path = request.split(' ').nth(1).unwrap_or_default();
    let fails = fails(path);
    let fault = fault.filter(|_| fails);
    if fault == Some(Fault::Reset) {
        return Ok(());
    }
    stream.read_exact(&mut head[..length])?;
    let ask = |path: &str| fetch(site, &request, path);
    let whole = match fault {
        None => ask(path)?,
        Some(Fault::Slow(delay)) => {
            thread::sleep(delay);
            ask(path)?
        }
        Some(Fault::Missing) => ask("/nowhere")?,
        Some(Fault::Broken) => {
            b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec()
        }
        Some(Fault::Truncated(tenths)) => {
            let mut whole = ask(path)?;
            let body = body(&whole);
            whole.truncate(body + (whole.len() - body) * tenths / 10);
            whole
        }
        Some(Fault::WrongType) => replaced(&ask(path)?, "content-type: ", "application/octet-stream"),
        Some(Fault::Changed) => {
            let whole = ask(path)?;
            let more = more(path);
            let length = (whole.len() - body(&whole) + more.len()).to_string();
            let mut whole = replaced(&whole, "content-length: ", &length);
            whole.extend(more);
            whole
        }
        Some(Fault::Panics(function)) => {
            let mut whole = ask(path)?;
            let body = body(&whole);
            panics::put(&mut whole[body..], function).map_err(io::Error::other)?;
            whole
        }
        Some(Fault::Reset) => return Ok(()),
    };
    stream.write_all(&whole)
}

/// Bytes that can follow a file of a type and leave it valid.
fn more(path: &str) -> Vec<u8> {
    match path.rsplit('.').next() {
        Some("js") => ["\nglobalThis.", CHANGED, " = true"].concat().into_bytes(),
        // A custom section of two bytes: its name, which has one letter.
        Some("wasm") => vec![0, 2, 1, b'x'],
        _ => vec![b' '],
    }
}

/// The whole response to a request, with another path and without compression.
fn fetch(site: SocketAddr, request: &str, path: &str) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(site)?;
    let kept = |line: &&str| {
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        !["connection", "accept-encoding", "if-none-match", "if-modified-since"].contains(&&*name)
    };
    let headers: Vec<&str> = request.split("\r\n").skip(1).filter(kept).collect();
    write!(stream, "GET {path} HTTP/1.1\r\nConnection: close\r\n{}", headers.join("\r\n"))?;
    let mut whole = Vec::new();
    stream.read_to_end(&mut whole)?;
    Ok(whole)
}

/// Where the body of a response begins.
fn body(whole: &[u8]) -> usize {
    whole.windows(4).position(|four| four == b"\r\n\r\n").map_or(whole.len(), |end| end + 4)
}

/// A response with another value of a header.
fn replaced(whole: &[u8], name: &str, value: &str) -> Vec<u8> {
    let (head, body) = whole.split_at(body(whole));
    let head = String::from_utf8_lossy(head);
    let line = |line: &str| {
        if line.to_ascii_lowercase().starts_with(name) { format!("{name}{value}") } else { line.to_owned() }
    };
    let head: Vec<String> = head.split("\r\n").map(line).collect();
    [head.join("\r\n").as_bytes(), body].concat()
}
