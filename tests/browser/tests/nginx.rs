//! The example for nginx in a real nginx: every response is the same as that of our own server.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use heistogram_browser_tests::{Browser, Options, Page, Server, Session, once};
use tempfile::TempDir;
use xtask::setup::nginx;

/// nginx with the published example, on a free port; it ends when dropped.
struct Nginx {
    addr: SocketAddr,
    process: Child,
    folder: TempDir,
}

impl Nginx {
    fn start(dist: &Path) -> Result<Self> {
        let program = nginx::ensure()?;
        let folder = tempfile::tempdir()?;
        let addr = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let example = fs::read_to_string(dist.join("nginx.conf.example"))?;
        let lines = [("listen 80;", format!("listen {addr};")), ("/srv/heistogram;", format!("{};", dist.display()))];
        let mut server = example;
        for (example, ours) in lines {
            ensure!(server.contains(example), "the example has no {example}");
            server = server.replace(example, &ours);
        }
        // One process in the foreground that writes only to its folder; root's nginx would read as user nobody.
        let at = folder.path().display();
        let user = if fs::metadata("/proc/self").is_ok_and(|entry| is_root(&entry)) { "user root;" } else { "" };
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {at}/{name};\n"))
            .concat();
        let config = format!(
            "daemon off;\nmaster_process off;\n{user}\npid {at}/pid;\nerror_log {at}/error.log;\nevents {{}}\n\
             http {{\naccess_log off;\n{temporary}{server}\n}}\n"
        );
        fs::write(folder.path().join("nginx.conf"), config)?;
        let process = Command::new(program)
            .args(["-p", &at.to_string(), "-e", &format!("{at}/error.log"), "-c", &format!("{at}/nginx.conf")])
            .stdin(Stdio::null())
            .spawn()
            .context("nginx does not start")?;
        let mut nginx = Self { addr, process, folder };
        nginx.wait_until_it_listens()?;
        Ok(nginx)
    }

    fn wait_until_it_listens(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(self.addr).is_err() {
            if self.process.try_wait()?.is_some() || start.elapsed() > Duration::from_secs(20) {
                let log = fs::read_to_string(self.folder.path().join("error.log")).unwrap_or_default();
                bail!("nginx does not listen: {log}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Both fail only if the process has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(unix)]
fn is_root(entry: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    entry.uid() == 0
}

#[cfg(not(unix))]
fn is_root(_: &fs::Metadata) -> bool {
    false
}

fn dist() -> Result<PathBuf> {
    fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"))
        .context("there is no dist/; `cargo xtask build` makes it")
}

/// Status, headers except those that name a server, a time or a length, and body.
type Answer = (String, BTreeMap<String, Vec<String>>, Vec<u8>);

fn get(addr: SocketAddr, path: &str, encoding: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(addr)?;
    // The host name is the same for both, as the policy of frames repeats it.
    write!(
        stream,
        "GET /{path} HTTP/1.1\r\nHost: a.example:81\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
    )?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").context("the answer has no end of its head")?;
    let head = String::from_utf8(bytes[..end].to_vec())?;
    let (status, lines) = head.split_once("\r\n").context("there are no headers")?;
    let mut headers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in lines.lines().filter_map(|line| line.split_once(": ")) {
        let name = name.to_lowercase();
        let passing = [
            "server",
            "date",
            "last-modified",
            "etag",
            "content-length",
            "accept-ranges",
            "connection",
            "transfer-encoding",
        ];
        if !passing.contains(&name.as_str()) {
            let value = if name == "vary" { value.to_lowercase() } else { value.to_owned() };
            headers.entry(name).or_default().push(value);
        }
    }
    Ok((status.to_owned(), headers, bytes[end + 4..].to_vec()))
}

/// Paths of the files that browsers request; servers choose their compressed copies.
fn paths(folder: &Path, prefix: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("the name is not UTF-8")?;
        let full = format!("{prefix}{name}");
        if path.is_dir() {
            found.extend(paths(&path, &format!("{full}/"))?);
        } else if !name.ends_with(".br") && !name.ends_with(".gz") && name.contains('.') {
            found.push(full);
        }
    }
    Ok(found)
}

once!(every_file_comes_as_our_own_server_sends_it);
async fn every_file_comes_as_our_own_server_sends_it() -> Result<()> {
    let dist = dist()?;
    let (nginx, ours) = (Nginx::start(&dist)?, Server::start(&dist, 0)?);
    let mut files = paths(&dist, "")?;
    assert!(files.len() > 100, "{} files", files.len());
    files.push(String::new());
    for path in &files {
        for encoding in ["gzip", "identity"] {
            let (theirs, our) = (get(nginx.addr, path, encoding)?, get(ours.addr, path, encoding)?);
            assert_eq!((&theirs.0, &theirs.1), (&our.0, &our.1), "{path} as {encoding}");
            assert!(theirs.2 == our.2, "{path} as {encoding} has another body");
            assert!(our.0.ends_with("200 OK"), "{path}: {}", our.0);
        }
    }
    Ok(())
}

once!(no_error_is_kept);
async fn no_error_is_kept() -> Result<()> {
    let nginx = Nginx::start(&dist()?)?;
    for path in ["nothing.ABCD2345.js", "v/2000-01-01/nothing.js"] {
        let (status, headers, _) = get(nginx.addr, path, "identity")?;
        assert!(status.ends_with("404 Not Found"), "{status}");
        assert_eq!(headers.get("cache-control"), None, "{path}");
    }
    Ok(())
}

once!(page_and_frame_draw_from_it);
async fn page_and_frame_draw_from_it() -> Result<()> {
    let nginx = Nginx::start(&dist()?)?;
    for path in ["", "embed/proceeds.en.html"] {
        let mut session = Session::open(Browser::Chromium, Options::default()).await?;
        session.goto(&format!("http://{}/{path}", nginx.addr)).await?;
        // Charts start when they are near the window.
        let live = "const charts = all('heist-chart');
            charts.find(({ shadowRoot }) => !shadowRoot?.querySelector('[data-theme]'))?.scrollIntoView();
            return charts.every(({ shadowRoot }) => shadowRoot?.querySelector('canvas').offsetHeight > 0)";
        Page::new(&session).wait_until(live, []).await?;
        assert_eq!(session.console_errors().await?, []);
    }
    Ok(())
}

fn main() -> std::process::ExitCode {
    heistogram_browser_tests::main()
}
