//! The built site and a page opened from it.

use std::ffi::OsStr;
use std::path::Path;
use std::{fs, io};

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram::data::{Dataset, Value};
use heistogram_browser_tests::{Browser, Options, Server, Session};
use tempfile::TempDir;

/// A copy of `dist/` behind the real server, so that a test can add, change and remove files. Those it never touches
/// are the very files of `dist/`: hence nothing is written but through [`Site::write`].
pub struct Site {
    pub server: Server,
    pub folder: TempDir,
}

pub fn site() -> Result<Site> {
    let folder = tempfile::tempdir()?;
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    copy(&dist, folder.path()).context("there is no dist/; `cargo xtask build` makes it")?;
    Ok(Site { server: Server::start(folder.path(), 0)?, folder })
}

/// A copy of a folder; files are the very same where the file system allows that.
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

/// A new file: the one that stood there may be one of `dist/`.
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

    /// Goes to a page with the same charts, in a browser that is there already, and waits until they are live.
    pub async fn load(&self, session: &Session, path: &str) -> Result<()> {
        session.goto(&format!("{}{path}", self.server.url())).await?;
        read_all(session).await
    }

    /// Opens the frame of a chart and waits until it can be walked.
    pub async fn open_frame(&self, browser: Browser, chart: &str, options: Options) -> Result<Session> {
        let session = Session::open(browser, options).await?;
        session.goto(&format!("{}embed/{chart}.en.html", self.server.url())).await?;
        session.wait_until(&format!("{} return canvas?.tabIndex === 0", within(chart))).await?;
        Ok(session)
    }

    /// Opens a view of the page and waits until the charts it is about and the controls are live.
    pub async fn open_view(&self, browser: Browser, state: &str, options: Options) -> Result<Session> {
        let session = Session::open(browser, options).await?;
        session.goto(&format!("{}#{state}", self.server.url())).await?;
        if state.is_empty() {
            read_all(&session).await?;
        } else {
            session.wait_until(LIVE).await?;
        }
        session.wait_until("return !document.querySelector('#filters').inert").await?;
        session.next_paint().await?;
        Ok(session)
    }

    /// Opens the page, whatever becomes of its charts.
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

    /// Leaves the first half of every file whose name contains `part`, and none of its compressed copies.
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

/// Every chart that was asked for something draws it; the others wait for a reader.
const LIVE: &str = "const charts = [...document.querySelectorAll('heist-chart')];
    const asked = charts.filter((chart) => [...chart.attributes].some(({ name }) =>
      ['period', 'evidence', 'group', 'country', 'set', 'measure', 'incident', 'theme'].includes(name)));
    return asked.length > 0 && asked.every((chart) => chart.shadowRoot?.querySelector('canvas')?.offsetHeight > 0)";

/// Goes down the page and up again, as charts start when a reader comes near.
pub async fn read_all(session: &Session) -> Result<()> {
    for kind in ChartKind::ALL {
        let come = format!("{} host.scrollIntoView({{ behavior: 'instant' }})", within(kind.id()));
        session.eval(&come, []).await?;
        session.wait_until(&format!("{} return canvas.offsetHeight > 0", within(kind.id()))).await?;
    }
    session.eval("scrollTo({ top: 0, behavior: 'instant' })", []).await?;
    session.next_paint().await
}

/// A script that comes before ours: `memories` are those of all code that starts after it.
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

/// A script's start that names the shadow root of a chart `root` and its canvas `canvas`.
pub fn within(chart: &str) -> String {
    format!(
        "const host = document.querySelector('heist-chart[chart={chart}]'); const root = host.shadowRoot; \
         const canvas = root?.querySelector('canvas');"
    )
}

/// The element in which a reader finds a chart's title, sentence or source: the page's own, or the chart's in its place.
pub fn said(chart: &str, slot: &str) -> String {
    let host = format!("document.querySelector('heist-chart[chart={chart}]')");
    format!(
        "[...{host}.querySelectorAll('[slot={slot}]'), {host}.shadowRoot?.querySelector('[part={slot}]')]
            .find((node) => node?.checkVisibility())"
    )
}

/// Scrolls a point of a chart's canvas into the middle of the view and returns it in viewport coordinates.
pub async fn bring(session: &Session, chart: &str, x: f64, y: f64) -> Result<(f64, f64)> {
    let script = format!(
        "{} scrollTo({{ top: scrollY + canvas.getBoundingClientRect().top + arguments[0] - innerHeight / 2, \
         behavior: 'instant' }}); const {{ left, top }} = canvas.getBoundingClientRect(); return [left, top]",
        within(chart)
    );
    let corner = session.eval(&script, [y.into()]).await?;
    session.next_paint().await?;
    let at = |index: usize| corner[index].as_f64().context("the canvas has no place");
    Ok((at(0)? + x, at(1)? + y))
}

/// Text of what a selector finds inside a chart, empty where that is hidden.
pub async fn text(session: &Session, chart: &str, selector: &str) -> Result<String> {
    let script = format!(
        "{} const node = root.querySelector(arguments[0]); return node.checkVisibility() ? node.innerText : ''",
        within(chart)
    );
    let text = session.eval(&script, [selector.into()]).await?;
    text.as_str().map(str::to_owned).with_context(|| format!("{selector} is not there"))
}
