//! The screen reader Orca and the desktop it needs: an X server, buses, a window manager and a keyboard.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{debian, on_path};
use crate::step::run_quiet;

/// Program that starts the accessibility bus; it is not on the `PATH`.
const LAUNCHERS: &[&str] =
    &["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher"];

/// `python3-speechd` contains the client of Speech Dispatcher, which is all that Orca needs of it.
const PACKAGES: &[&str] =
    &["orca", "python3-speechd", "at-spi2-core", "xvfb", "dbus", "openbox", "xdotool", "procps", "fonts-dejavu-core"];

/// The programs of a desktop with a screen reader.
#[derive(Clone, Debug)]
pub struct Programs {
    /// The screen reader.
    pub orca: PathBuf,
    /// The screen.
    pub screen: PathBuf,
    /// Runner of a session bus.
    pub bus: PathBuf,
    /// Launcher of the accessibility bus.
    pub launcher: PathBuf,
    /// The window manager, without which no window becomes active.
    pub windows: PathBuf,
    /// Sends key events.
    pub keys: PathBuf,
}

/// Finds the programs; installs them if that needs no password.
pub fn ensure() -> Result<Programs> {
    if let Some(programs) = find() {
        return Ok(programs);
    }
    if !debian::can_install() {
        bail!("no screen reader can be run here; on Debian, try: {}", debian::line_to_type(PACKAGES));
    }
    debian::install(PACKAGES).context("no screen reader can be run here")?;
    find().context("no screen reader can be run here: Orca's packages lack a program")
}

fn find() -> Option<Programs> {
    Some(Programs {
        orca: on_path(&["orca"])?,
        screen: on_path(&["Xvfb"])?,
        bus: on_path(&["dbus-daemon"])?,
        launcher: LAUNCHERS.iter().map(PathBuf::from).find(|path| Path::is_file(path))?,
        windows: on_path(&["openbox"])?,
        keys: on_path(&["xdotool"])?,
    })
}

/// Versions of the screen reader and its libraries, from their packages.
pub fn versions() -> String {
    let packages = ["orca", "at-spi2-core", "firefox-esr", "chromium"];
    let version = |name: &&str| {
        let mut query = Command::new("dpkg-query");
        let version = run_quiet(query.args(["--show", "--showformat=${Version}", name]));
        version.ok().map(|version| format!("{name} {version}"))
    };
    packages.iter().filter_map(version).collect::<Vec<_>>().join(", ")
}
