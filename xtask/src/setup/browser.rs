//! Browsers and their WebDriver servers, for the tests.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{debian, from_environment, on_path};

/// A browser the tests can drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome, driven by chromedriver.
    Chromium,
}

/// A browser and its driver as found on this machine.
#[derive(Clone, Debug)]
pub struct Programs {
    /// The browser.
    pub browser: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

impl Browser {
    /// Every browser the tests run in.
    pub const ALL: &[Self] = &[Self::Chromium];

    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
        }
    }

    /// Looks on the `PATH`; variables of the environment come first.
    pub fn find(self) -> Option<Programs> {
        match self {
            Self::Chromium => Some(Programs {
                browser: from_environment("CHROME")
                    .or_else(|| on_path(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]))
                    .or_else(|| chrome_on_mac().filter(|path| path.is_file()))?,
                driver: from_environment("CHROMEDRIVER").or_else(|| on_path(&["chromedriver"]))?,
            }),
        }
    }

    /// Finds the browser, installing it where the system allows that without asking.
    pub fn ensure(self) -> Result<Programs> {
        if let Some(programs) = self.find() {
            return Ok(programs);
        }
        let packages = self.debian_packages();
        if debian::can_install() {
            debian::install(packages)?;
            if let Some(programs) = self.find() {
                return Ok(programs);
            }
        }
        bail!("{} and its driver are missing; try: {}", self.name(), debian::line_to_type(packages));
    }

    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            // Without a font a bare machine draws no text at all.
            Self::Chromium => &["chromium", "chromium-driver", "fonts-dejavu-core"],
        }
    }
}

fn chrome_on_mac() -> Option<PathBuf> {
    cfg!(target_os = "macos").then(|| PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
}
