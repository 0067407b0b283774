//! A server between browser and site that fails on purpose.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::panics;

/// What becomes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is none of its name.
    Missing,
    /// So many tenths of it arrive.
    Truncated(usize),
    /// It comes late.
    Slow(Duration),
    /// It comes as what it is not.
    WrongType,
    /// It has more than its hash was made of, and would work: a script then leaves [`CHANGED`].
    Changed,
    /// The server has an error of its own.
    Broken,
    /// The connection ends without an answer.
    Reset,
    /// It is code whose function of this number panics when it is called.
    Panics(usize),
}

/// The global that shows that a changed script has run.
pub const CHANGED: &str = "changed";

/// A site of which one file fails; it ends with the tests.
pub struct Failing {
    addr: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Failing {
    /// Passes everything on to the server at `site`, but for the file at `path`.
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
                    // A browser that hangs up has lost interest.
                    let _ = answer(stream, site, fault, asked);
                });
            }
        });
        Ok(Self { addr, asked })
    }

    pub fn url(&self) -> String {
        format!("http://{}/", self.addr)
    }

    /// The paths of all that was asked for.
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
    // Looked at and not taken: a connection that ends with something left to read is reset.
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

/// What a file can have at its end and still be one of its type.
fn more(path: &str) -> Vec<u8> {
    match path.rsplit('.').next() {
        Some("js") => format!("\nglobalThis.{CHANGED} = true").into_bytes(),
        // A section of two bytes: its name, which has one letter.
        Some("wasm") => vec![0, 2, 1, b'x'],
        _ => vec![b' '],
    }
}

/// The whole answer to a request that asks for another path, as it is and not packed.
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

/// Where the body of an answer begins.
fn body(whole: &[u8]) -> usize {
    whole.windows(4).position(|four| four == b"\r\n\r\n").map_or(whole.len(), |end| end + 4)
}

/// An answer with another value of a header.
fn replaced(whole: &[u8], name: &str, value: &str) -> Vec<u8> {
    let (head, body) = whole.split_at(body(whole));
    let head = String::from_utf8_lossy(head);
    let line = |line: &str| {
        if line.to_ascii_lowercase().starts_with(name) { format!("{name}{value}") } else { line.to_owned() }
    };
    let head: Vec<String> = head.split("\r\n").map(line).collect();
    [head.join("\r\n").as_bytes(), body].concat()
}
