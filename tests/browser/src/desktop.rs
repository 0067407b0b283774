//! A desktop for tests with a screen reader: an X server, buses, a window manager, and Orca, whose speech is recorded.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;
use xtask::setup::orca;

use crate::{
    driver::{Process, Screen},
    synthesiser::Synthesiser,
};

/// Longest wait for speech, as a machine may be busy.
const PATIENCE: Duration = Duration::from_secs(8);
/// Speech that follows within this time belongs to the same output.
const REST: Duration = Duration::from_millis(700);
/// Silence after which speech has ended.
const SILENCE: Duration = Duration::from_millis(1500);

/// The desktop; its programs end when it is dropped, the X server last.
#[derive(Debug)]
pub struct Desktop {
    programs: orca::Programs,
    environment: Vec<(String, String)>,
    synthesiser: Synthesiser,
    /// Dropped in this order: each program ends before those it needs.
    _orca: Process,
    launcher: Process,
    _windows: Process,
    _bus: Process,
    _screen: Screen,
    _folder: TempDir,
}

impl Desktop {
    /// Starts the desktop and waits until Orca has announced itself. If `ORCA_LOG` names a folder, Orca writes its
    /// debug log there.
    pub fn start(name: &str) -> Result<Self> {
        let programs = orca::ensure()?;
        let folder = tempfile::tempdir().context("no folder for a desktop")?;
        let screen = Screen::start(&programs.screen)?;
        let (synthesiser, voice) = Synthesiser::start()?;
        let mut environment = environment(folder.path(), &screen.display, voice)?;
        let (bus, address) = start_bus(&programs.bus, &environment)?;
        environment.push(("DBUS_SESSION_BUS_ADDRESS".into(), address));
        let start = |program: &Path, args: &[String], more: &[(String, String)]| {
            let mut command = Command::new(program);
            command.args(args).envs(environment.iter().cloned()).envs(more.iter().cloned());
            Process::start(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()))
        };
        let windows = start(&programs.windows, &[], &[])?;
        let launch = ["--launch-immediately", "--a11y=1", "--screen-reader=1"].map(String::from);
        let launcher = start(&programs.launcher, &launch, &[])?;
        let log = std::env::var("ORCA_LOG").map(|folder| format!("--debug-file={folder}/{name}.log")).ok();
        // Orca refuses to start beside another instance of the same user on any screen, which it finds with `pgrep`.
        let tools = folder.path().join("tools");
        fs::create_dir(&tools)?;
        fs::copy("/bin/false", tools.join("pgrep"))?;
        let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap_or_default());
        let orca = start(&programs.orca, log.as_slice(), &[("PATH".into(), path)])?;
        let desktop = Self {
            programs,
            environment,
            synthesiser,
            _orca: orca,
            launcher,
            _windows: windows,
            _bus: bus,
            _screen: screen,
            _folder: folder,
        };
        desktop.listen("its first words", |heard| !heard.is_empty())?;
        Ok(desktop)
    }

    /// Environment of a program that opens a window here.
    pub fn environment(&self) -> Vec<(String, String)> {
        self.environment.clone()
    }

    /// Presses a key by its `xdotool` name; discards earlier speech.
    pub fn press(&self, key: &str) -> Result<()> {
        self.synthesiser.take();
        let mut command = Command::new(&self.programs.keys);
        let status = command.args(["key", key]).envs(self.environment.iter().cloned()).status()?;
        ensure!(status.success(), "{key} cannot be pressed");
        Ok(())
    }

    /// The speech since the last key, once the condition holds and no more follows.
    pub fn listen(&self, what: &str, condition: impl Fn(&[String]) -> bool) -> Result<Vec<String>> {
        let start = Instant::now();
        loop {
            let heard = self.synthesiser.heard();
            let holds = condition(&heard);
            if holds && self.synthesiser.silent_for() > REST && start.elapsed() > REST {
                return Ok(heard);
            }
            if !holds && start.elapsed() > PATIENCE {
                bail!("waited {} s without success for {what}; heard {heard:?}", PATIENCE.as_secs());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Discards earlier speech.
    pub fn forget(&self) {
        self.synthesiser.take();
    }

    /// The speech up to the next pause; empty if there is none.
    pub fn listen_for_any(&self) -> Vec<String> {
        self.listen("anything", |heard| !heard.is_empty()).unwrap_or_default()
    }

    /// The speech until it pauses, whatever it is.
    pub fn listen_to_the_end(&self) -> Vec<String> {
        let start = Instant::now();
        while self.synthesiser.silent_for() < SILENCE || start.elapsed() < SILENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
        self.synthesiser.heard()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // Terminated instead of killed, so that it stops the bus that it has started.
        if Command::new("kill").arg(self.launcher.0.id().to_string()).status().is_ok_and(|status| status.success()) {
            let _ = self.launcher.0.wait();
        }
    }
}

/// An empty home folder, and no environment of the outer desktop.
fn environment(folder: &Path, display: &str, voice: SocketAddr) -> Result<Vec<(String, String)>> {
    let home = folder.join("home");
    fs::create_dir(&home)?;
    let path = |path: &Path| path.display().to_string();
    Ok([
        ("DISPLAY", display.to_owned()),
        ("HOME", path(&home)),
        ("XDG_RUNTIME_DIR", path(folder)),
        ("XDG_CONFIG_HOME", path(&home.join("config"))),
        ("XDG_DATA_HOME", path(&home.join("data"))),
        ("XDG_CACHE_HOME", path(&home.join("cache"))),
        ("XDG_CURRENT_DESKTOP", "GNOME".into()),
        ("XDG_SESSION_TYPE", "x11".into()),
        ("WAYLAND_DISPLAY", String::new()),
        ("GSETTINGS_BACKEND", "memory".into()),
        ("GNOME_ACCESSIBILITY", "1".into()),
        ("NO_AT_BRIDGE", "0".into()),
        // Orca's own messages are in English.
        ("LC_ALL", "C.UTF-8".into()),
        ("SPEECHD_ADDRESS", format!("inet_socket:{}:{}", voice.ip(), voice.port())),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec())
}

/// A private bus, and its address.
fn start_bus(program: &Path, environment: &[(String, String)]) -> Result<(Process, String)> {
    let mut command = Command::new(program);
    command.args(["--session", "--nofork", "--print-address=1"]).envs(environment.iter().cloned());
    let mut process = Process::start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let output = process.0.stdout.take().context("its output is not here")?;
    let mut address = String::new();
    BufReader::new(output).read_line(&mut address)?;
    ensure!(!address.is_empty(), "{} ended at once", program.display());
    Ok((process, address.trim().to_owned()))
}
