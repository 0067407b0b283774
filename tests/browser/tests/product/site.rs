//! The built site and a page opened from it.

use std::ffi::OsStr;
use std::path::Path;
use std::{fs, io};

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram::data::{Dataset, Value};
use heistogram_browser_tests::{Browser, Chart, Options, Page, Server, Session};
use tempfile::TempDir;

/// A copy of `dist/` behind the real server, so that a test can add, change and remove files. The others
/// are hard links to `dist/`, so write through [`Site::write`] only.
pub struct Site {
    pub server: Server,
    pub folder: TempDir,
}

/// Ends the name of a file that is taken away.
const AWAY: &str = "away";

pub fn site() -> Result<Site> {
    let folder = tempfile::tempdir()?;
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    copy(&dist, folder.path()).context("there is no dist/; `cargo xtask build` makes it")?;
    Ok(Site { server: Server::start(folder.path(), 0)?, folder })
}

/// Copies a folder, with hard links where the file system has them.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else if fs::hard_link(entry.path(), &target).is_err() {
            // On another file system.
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Writes a new file, since the old one may be a hard link to `dist/`.
fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    if path.exists() {
        fs::remove_file(path)?;
    }
    fs::write(path, content)
}

impl Site {
    /// Opens the page and waits until its charts are live.
    pub async fn open(&self, browser: Browser, options: Options) -> Result<Session> {
        let session = self.open_early(browser, options).await?;
        read_all(&session).await?;
        Ok(session)
    }

    /// Goes to a page with the same charts in an open session, and waits until they are live.
    pub async fn load(&self, session: &Session, path: &str) -> Result<()> {
        session.goto(&format!("{}{path}", self.server.url())).await?;
        read_all(session).await
    }

    /// Opens the frame of a chart and waits until it takes keys.
    pub async fn open_frame(&self, browser: Browser, chart: &str, options: Options) -> Result<Session> {
        let session = Session::open(browser, options).await?;
        session.goto(&format!("{}embed/{chart}.en.html", self.server.url())).await?;
        Chart::first(&session).wait_keys().await?;
        Ok(session)
    }

    /// Opens the page in a state and waits until the charts that have it and the controls are live.
    pub async fn open_view(&self, browser: Browser, state: &str, options: Options) -> Result<Session> {
        let session = Session::open(browser, options).await?;
        session.goto(&format!("{}#{state}", self.server.url())).await?;
        if state.is_empty() {
            read_all(&session).await?;
        } else {
            session.wait_until(LIVE).await?;
        }
        Page::new(&session).wait_controls().await?;
        session.next_paint().await?;
        Ok(session)
    }

    /// Opens the page and does not wait for its charts.
    pub async fn open_early(&self, browser: Browser, options: Options) -> Result<Session> {
        let session = Session::open(browser, options).await?;
        session.goto(&self.server.url()).await?;
        Ok(session)
    }

    /// Writes a file, in place of the one of its name.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        write(&self.folder.path().join(name), content.as_ref()).with_context(|| format!("cannot write {name}"))
    }

    /// Removes every file whose name contains `part`, with its compressed copies.
    pub fn remove(&self, part: &str) -> Result<()> {
        self.each(part, |path| fs::remove_file(path))
    }

    /// Takes away every file whose name contains `part` until [`Site::give_back`].
    pub fn take_away(&self, part: &str) -> Result<()> {
        self.each(part, |path| fs::rename(path, path.with_added_extension(AWAY)))
    }

    /// Puts back what [`Site::take_away`] took.
    pub fn give_back(&self, part: &str) -> Result<()> {
        self.each(part, |path| match path.extension() == Some(OsStr::new(AWAY)) {
            true => fs::rename(path, path.with_extension("")),
            false => Ok(()),
        })
    }

    /// Truncates every file whose name contains `part` to its first half, and removes its compressed copies.
    pub fn halve(&self, part: &str) -> Result<()> {
        self.each(part, |path| match path.extension().and_then(OsStr::to_str) {
            Some("br" | "gz") => fs::remove_file(path),
            _ => fs::read(path).and_then(|bytes| write(path, &bytes[..bytes.len() / 2])),
        })
    }

    fn each(&self, part: &str, work: impl Fn(&Path) -> io::Result<()>) -> Result<()> {
        let mut found = 0;
        for folder in [self.folder.path().to_owned(), self.folder.path().join("data")] {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if entry.file_name().to_string_lossy().contains(part) {
                    work(&entry.path())?;
                    found += 1;
                }
            }
        }
        anyhow::ensure!(found > 0, "no file is called {part}");
        Ok(())
    }
}

/// Every chart with a state is drawn; the others start when a reader comes near.
const LIVE: &str = "const charts = [...document.querySelectorAll('heist-chart')];
    const asked = charts.filter((chart) => [...chart.attributes].some(({ name }) =>
      ['period', 'evidence', 'group', 'country', 'set', 'measure', 'incident', 'theme'].includes(name)));
    return asked.length > 0 && asked.every((chart) => chart.shadowRoot?.querySelector('canvas')?.offsetHeight > 0)";

/// Goes down the page and up again, as charts start when a reader comes near.
pub async fn read_all(session: &Session) -> Result<()> {
    for kind in ChartKind::ALL {
        let chart = Chart::new(session, kind.id());
        chart.come_near().await?;
        chart.wait_drawn().await?;
    }
    for kind in ChartKind::ALL {
        Chart::new(session, kind.id()).wait_keys().await?; // the texts come last
    }
    session.eval("scrollTo({ top: 0, behavior: 'instant' })", []).await?;
    session.next_paint().await
}

/// A script to run before ours: `memories` holds the memory of every WebAssembly module that starts later.
pub const MEMORIES: &str = "
    window.memories = new Set();
    const start = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...code) => {
        const started = await start.apply(WebAssembly, code);
        const { memory } = started.instance.exports;
        if (memory) memories.add(memory);
        return started;
    }";

/// The dataset the site shows.
pub fn dataset() -> Result<Dataset> {
    let value: Value = serde_json::from_str(include_str!("../../../../www/data/dataset.json"))?;
    Dataset::from_value(&value).map_err(|errors| anyhow::anyhow!("{errors:?}"))
}

/// Notes the details of every `heist-error` in `failures`.
pub const NOTE_FAILURES: &str =
    "window.failures = []; addEventListener('heist-error', ({ detail }) => failures.push(detail))";
