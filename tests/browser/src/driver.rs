//! The WebDriver server of a session.
//!
//! Those of Firefox and WebKit accept one session at a time, so every session has its own.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use xtask::setup::browser::{Browser, Programs};

use crate::{chromium, firefox, options::Options, webkit};

const START_TIME: Duration = Duration::from_secs(60);
const CLOSE_TIME: Duration = Duration::from_secs(10);

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    pub programs: Programs,
    addr: SocketAddr,
    process: Process,
    /// Its X server; dropped after the browser.
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts the driver of a browser; `profile` is the folder of the browser's profile.
    pub fn start(browser: Browser, profile: &Path, options: &Options) -> Result<Self> {
        let programs = browser.ensure()?;
        let addr = free_address()?;
        let mut command = Command::new(&programs.driver);
        command.arg(format!("--port={}", addr.port()));
        let screen = programs.screen.as_ref().map(|program| Screen::start(program)).transpose()?;
        match browser {
            Browser::Chromium => chromium::prepare_driver(&mut command),
            Browser::Firefox => firefox::prepare_driver(&mut command, profile),
            Browser::WebKit => webkit::prepare_driver(&mut command, profile, options)?,
        }
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.display);
        }
        command.envs(options.desktop.iter().cloned());
        // Output of browsers there does not concern the page.
        let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = Process::start(silent)?;
        let mut driver = Self { programs, addr, process, _screen: screen };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    fn wait_until_it_listens(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(self.addr).is_err() {
            if let Some(status) = self.process.0.try_wait()? {
                bail!("{} ended at once ({status})", self.programs.driver.display());
            }
            if start.elapsed() > START_TIME {
                bail!("{} does not listen", self.programs.driver.display());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// The address for new sessions.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Ends a session without an async runtime, so that a test that panicked leaves no browser running.
    pub fn close_session(&self, id: &str) -> Result<()> {
        let mut stream = TcpStream::connect(self.addr)?;
        stream.set_read_timeout(Some(CLOSE_TIME))?;
        write!(stream, "DELETE /session/{id} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.addr)?;
        // The response arrives when the browser has ended.
        let mut answer = [0; 16];
        let _ = stream.read(&mut answer)?;
        Ok(())
    }
}

/// An X server without a screen, for browsers without a headless mode.
#[derive(Debug)]
pub struct Screen {
    pub display: String,
    _process: Process,
}

impl Screen {
    pub fn start(program: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        // It chooses a free display number and writes it when it is ready.
        command.args(["-displayfd", "1", "-screen", "0", "2400x2400x24", "-nolisten", "tcp"]);
        let mut process = Process::start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let output = process.0.stdout.take().context("its output is not here")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        anyhow::ensure!(!number.is_empty(), "{} ended at once", program.display());
        Ok(Self { display: format!(":{}", number.trim()), _process: process })
    }
}

/// A child process that is killed when dropped.
#[derive(Debug)]
pub struct Process(pub Child);

impl Process {
    pub fn start(command: &mut Command) -> Result<Self> {
        let child = command.spawn().with_context(|| format!("cannot start {:?}", command.get_program()))?;
        Ok(Self(child))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only if it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A free address. Another process could take it before the driver does; the driver then exits with an error.
fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
    Ok(listener.local_addr()?)
}
