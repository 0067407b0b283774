//! The WebDriver server: one process for all sessions that are open at the same time.

use std::{
    collections::HashMap,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError, Weak},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use xtask::setup::browser::{Browser, Programs};

const START_TIME: Duration = Duration::from_secs(20);
const CLOSE_TIME: Duration = Duration::from_secs(10);

/// A running driver; it ends with the last session that uses it.
#[derive(Debug)]
pub struct Driver {
    pub programs: Programs,
    addr: SocketAddr,
    process: Child,
}

impl Driver {
    /// The driver of a browser, started when no session has one open.
    pub fn of(browser: Browser) -> Result<Arc<Self>> {
        static RUNNING: Mutex<Option<HashMap<&'static str, Weak<Driver>>>> = Mutex::new(None);
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let running = running.get_or_insert_default();
        if let Some(driver) = running.get(browser.name()).and_then(Weak::upgrade) {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start(browser)?);
        running.insert(browser.name(), Arc::downgrade(&driver));
        Ok(driver)
    }

    fn start(browser: Browser) -> Result<Self> {
        let programs = browser.ensure()?;
        let addr = free_address()?;
        let mut command = match browser {
            Browser::Chromium => {
                let mut command = Command::new(&programs.driver);
                command.arg(format!("--port={}", addr.port())).arg("--log-level=SEVERE");
                command
            }
        };
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", programs.driver.display()))?;
        let mut driver = Self { programs, addr, process };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    fn wait_until_it_listens(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(self.addr).is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("{} ended at once ({status})", self.programs.driver.display());
            }
            if start.elapsed() > START_TIME {
                bail!("{} does not listen", self.programs.driver.display());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Where sessions are made.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Ends a session without an async runtime, so that a test that panicked leaves no browser behind.
    pub fn close_session(&self, id: &str) -> Result<()> {
        let mut stream = TcpStream::connect(self.addr)?;
        stream.set_read_timeout(Some(CLOSE_TIME))?;
        write!(stream, "DELETE /session/{id} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.addr)?;
        // The answer comes when the browser has ended.
        let mut answer = [0; 16];
        let _ = stream.read(&mut answer)?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An address nobody listens on. Another process could take it before the driver does; the driver then ends at once
/// and says so.
fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
    Ok(listener.local_addr()?)
}
