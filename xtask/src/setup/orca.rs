//! Orca, the screen reader, and the desktop it needs: a screen, buses, a window manager and a keyboard.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{debian, on_path};
use crate::step::run_quiet;

/// Starts the bus on which programs and screen readers meet; it is on no `PATH`.
const LAUNCHERS: &[&str] =
    &["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher"];

/// Orca speaks through the client of Speech Dispatcher, for which `python3-speechd` is enough.
const PACKAGES: &[&str] =
    &["orca", "python3-speechd", "at-spi2-core", "xvfb", "dbus", "openbox", "xdotool", "procps", "fonts-dejavu-core"];

/// The programs of a desktop with a screen reader.
#[derive(Clone, Debug)]
pub struct Programs {
    /// The screen reader.
    pub orca: PathBuf,
    /// The screen.
    pub screen: PathBuf,
    /// The bus of a session.
    pub bus: PathBuf,
    /// What starts the bus of accessibility.
    pub launcher: PathBuf,
    /// The window manager, without which no window is the active one.
    pub windows: PathBuf,
    /// The keyboard.
    pub keys: PathBuf,
}

/// Finds them, installing them where the system allows that without asking.
pub fn ensure() -> Result<Programs> {
    if let Some(programs) = find() {
        return Ok(programs);
    }
    if !debian::can_install() {
        bail!("no screen reader can be heard here; on Debian, try: {}", debian::line_to_type(PACKAGES));
    }
    debian::install(PACKAGES).context("no screen reader can be heard here")?;
    find().context("no screen reader can be heard here: Orca's packages lack a program")
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

/// Which versions are heard, as their packages say.
pub fn versions() -> String {
    let packages = ["orca", "at-spi2-core", "firefox-esr", "chromium"];
    let version = |name: &&str| {
        let mut query = Command::new("dpkg-query");
        let version = run_quiet(query.args(["--show", "--showformat=${Version}", name]));
        version.ok().map(|version| format!("{name} {version}"))
    };
    packages.iter().filter_map(version).collect::<Vec<_>>().join(", ")
}
