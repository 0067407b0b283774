//! Browsers and their WebDriver servers, for the tests.

use std::{
    fs,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use anyhow::{Context, Result};

use super::{debian, from_environment, geckodriver, on_path};

/// A browser the tests can drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, driven by `WebKitWebDriver`; it has no headless mode.
    WebKit,
}

/// Paths of a browser and its driver.
#[derive(Clone, Debug)]
pub struct Programs {
    /// The browser.
    pub browser: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
    /// `Xvfb`, for a browser without a headless mode.
    pub screen: Option<PathBuf>,
}

impl Browser {
    /// All browsers of the tests.
    pub const ALL: &[Self] = &[Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// Searches environment variables first, then the `PATH`.
    pub fn find(self) -> Option<Programs> {
        Some(Programs { browser: self.find_browser()?, driver: self.find_driver()?, screen: self.find_screen()? })
    }

    fn find_browser(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => from_environment("CHROME")
                .or_else(|| on_path(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]))
                .or_else(|| on_mac("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")),
            Self::Firefox => from_environment("FIREFOX")
                .or_else(|| on_path(&["firefox-esr", "firefox"]))
                .or_else(|| on_mac("/Applications/Firefox.app/Contents/MacOS/firefox")),
            Self::WebKit => from_environment("MINIBROWSER").or_else(mini_browser),
        }
    }

    fn find_driver(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => from_environment("CHROMEDRIVER").or_else(|| on_path(&["chromedriver"])),
            Self::Firefox => {
                from_environment("GECKODRIVER").or_else(|| on_path(&["geckodriver"])).or_else(geckodriver::find)
            }
            Self::WebKit => from_environment("WEBKITWEBDRIVER").or_else(|| on_path(&["WebKitWebDriver"])),
        }
    }

    /// `None` if it is missing, `Some(None)` if the browser needs none.
    #[expect(clippy::option_option, reason = "both cases exist")]
    fn find_screen(self) -> Option<Option<PathBuf>> {
        match self {
            Self::Chromium | Self::Firefox => Some(None),
            Self::WebKit => on_path(&["Xvfb"]).map(Some),
        }
    }

    /// Finds the browser; installs it if that needs no password.
    pub fn ensure(self) -> Result<Programs> {
        // Tests call this in parallel, but only one may install.
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(programs) = self.find() {
            return Ok(programs);
        }
        let packages = self.debian_packages();
        // Firefox may be installed without its driver, which no package contains.
        let only_driver = self == Self::Firefox && self.find_browser().is_some();
        if !only_driver && debian::can_install() {
            debian::install(packages)?;
        }
        if self == Self::Firefox && self.find_browser().is_some() && self.find_driver().is_none() {
            geckodriver::install()?;
        }
        self.find().with_context(|| {
            format!("{} and its driver are missing; try: {}", self.name(), debian::line_to_type(packages))
        })
    }

    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            // Without fonts no text is drawn.
            Self::Chromium => &["chromium", "chromium-driver", "fonts-dejavu-core"],
            // No package contains its driver.
            Self::Firefox => &["firefox-esr", "fonts-dejavu-core"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "fonts-dejavu-core"],
        }
    }
}

/// Its path contains the architecture and the version of the library.
fn mini_browser() -> Option<PathBuf> {
    let folders = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    folders("/usr/lib".into())
        .filter(|folder| folder.is_dir())
        .flat_map(folders)
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-")))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|program| program.is_file())
}

fn on_mac(program: &str) -> Option<PathBuf> {
    cfg!(target_os = "macos").then(|| PathBuf::from(program)).filter(|path| path.is_file())
}
