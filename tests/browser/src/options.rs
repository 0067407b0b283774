//! The device of a reader.

use xtask::setup::browser::Browser;

/// Properties of the reader's device.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Width of the viewport in CSS pixels.
    pub width: u32,
    /// Height of the viewport in CSS pixels.
    pub height: u32,
    /// Device pixels to a CSS pixel.
    pub dpr: f64,
    /// The system prefers dark colours.
    pub dark: bool,
    /// The system prefers less motion.
    pub reduced_motion: bool,
    /// The system asks for more contrast; only in Chromium.
    pub more_contrast: bool,
    /// The system has forced colours; only in Chromium.
    pub forced_colors: bool,
    /// A vision deficiency, such as `deuteranopia`; only in Chromium.
    pub vision: Option<&'static str>,
    /// There is a touch screen; only in Chromium.
    pub touch: bool,
    /// A sandboxed frame shares the process of its page, as on most phones; only in Chromium.
    pub shares_processes: bool,
    /// The browser resists fingerprinting, so canvases return noise; only in Firefox.
    pub resist_fingerprinting: bool,
    /// Scripts run.
    pub scripts: bool,
    /// Preferred language.
    pub lang: String,
    /// The environment of a [`Desktop`](crate::Desktop), where the browser opens a window and exposes its accessibility
    /// tree; without one it is headless.
    pub desktop: Vec<(String, String)>,
}

impl Options {
    /// The options that a browser needs at its start; the others can change later.
    pub(crate) fn fixed(&self, browser: Browser) -> Self {
        let Self { lang, desktop, .. } = self.clone();
        let fixed = Self { lang, desktop, ..Self::default() };
        match browser {
            Browser::Chromium => Self { touch: self.touch, shares_processes: self.shares_processes, ..fixed },
            Browser::Firefox => {
                Self { resist_fingerprinting: self.resist_fingerprinting, scripts: self.scripts, ..fixed }
            }
            Browser::WebKit => Self {
                dpr: self.dpr,
                dark: self.dark,
                reduced_motion: self.reduced_motion,
                scripts: self.scripts,
                ..fixed
            },
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 1200,
            height: 900,
            dpr: 1.0,
            dark: false,
            reduced_motion: false,
            more_contrast: false,
            forced_colors: false,
            vision: None,
            touch: false,
            shares_processes: false,
            resist_fingerprinting: false,
            scripts: true,
            lang: "en-US".into(),
            desktop: Vec::new(),
        }
    }
}
