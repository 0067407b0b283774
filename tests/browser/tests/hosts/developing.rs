//! The npm package behind the development server of Vite, which bundles packages in its own way.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Chart, Options, Session, in_browsers};
use xtask::setup::{bundlers, examples};

use crate::host::wait_live;

const PAGE: &str = "<!doctype html><html lang=en><title>An article</title><link rel=icon href='data:,'>
    <heist-chart chart=proceeds></heist-chart><script type=module>import 'heistogram'</script>";

/// What versions before 8 need: they move scripts of packages, but not the files beside them.
const CONFIG: &str = "export default { optimizeDeps: { exclude: ['heistogram'] } };";

/// The time between two looks while waiting.
const PAUSE: Duration = Duration::from_millis(50);

/// A process that ends with its test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Opens the page behind Vite, and waits for the chart.
async fn draws(session: &mut Session, vite: &Path, config: &str) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    examples::install(folder)?;
    fs::write(folder.join("index.html"), PAGE)?;
    fs::write(folder.join("vite.config.mjs"), config)?;
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port().to_string();
    let mut node = Command::new("node");
    node.arg(vite.join("bin/vite.js")).args(["--host", "127.0.0.1", "--strictPort", "--port", &port]);
    let mut server = Running(node.current_dir(folder).stdout(Stdio::null()).spawn()?);
    while TcpStream::connect(format!("127.0.0.1:{port}")).is_err() {
        ensure!(server.0.try_wait()?.is_none(), "Vite does not start");
        tokio::time::sleep(PAUSE).await;
    }
    session.goto(&format!("http://127.0.0.1:{port}/")).await?;
    wait_live(&Chart::first(session)).await?;
    assert_eq!(session.console_errors().await?, []);
    // Leaves before the server ends: what the page loads when it is idle would fail.
    session.goto("about:blank").await
}

in_browsers!(the_development_server_of_vite_serves_the_package: Chromium);
async fn the_development_server_of_vite_serves_the_package(browser: Browser) -> Result<()> {
    let mut session = Session::open(browser, Options { width: 900, ..Options::default() }).await?;
    draws(&mut session, &examples::packages()?.join("vite"), "export default {};")
        .await
        .context("the version of the examples")?;
    draws(&mut session, &bundlers::ensure()?.vite, CONFIG).await.context("an older version")
}
