//! One browser window.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::{Client, ClientBuilder, elements::Element, wd::PrintConfiguration};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use xtask::setup::browser::Browser;

use crate::{
    Options, chromium,
    driver::Driver,
    firefox,
    pool::{self, Running},
    webkit,
};

/// How long to wait for a page. A busy machine may serve a file half a minute late.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// How long a running browser may take to open a new page.
const RENEWAL: Duration = Duration::from_secs(60);

/// Whether JavaScript would treat a value as true.
pub fn is_truthy(value: &Value) -> bool {
    !matches!(value, Value::Null | Value::Bool(false)) && value != "" && value != 0
}

/// A line of the browser's console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleMessage {
    /// Whether it is an error: uncaught, logged as such, a failed request or a violation of the content security
    /// policy.
    pub is_error: bool,
    /// Its source, such as `javascript`, `security` or `network`.
    pub source: String,
    /// The message with its file and line.
    pub text: String,
}

/// A browser window that no other test uses. Dropping it closes the browser or returns it to the pool.
#[derive(Debug)]
pub struct Session {
    /// The WebDriver client, for commands without a method here.
    pub client: Client,
    browser: Browser,
    options: Options,
    console: Vec<ConsoleMessage>,
    /// `None` only while it is dropped.
    running: Option<Running>,
    /// The browser has answered, so another test may use it.
    has_answered: bool,
}

impl Session {
    /// Starts a browser with a blank page.
    pub async fn open(browser: Browser, options: Options) -> Result<Self> {
        let special = options.touch
            || options.more_contrast
            || options.forced_colors
            || options.vision.is_some()
            || options.shares_processes;
        let resists = options.resist_fingerprinting && browser != Browser::Firefox;
        let can = !resists && (!special || browser == Browser::Chromium);
        ensure!(can, "{} does not have one of these options", browser.name());
        let fixed = options.fixed(browser);
        while let Some(running) = pool::take(browser, &fixed) {
            // An earlier test has broken a browser that does not answer.
            if let Ok(Ok(session)) = tokio::time::timeout(RENEWAL, Self::renew(running, options.clone())).await {
                return Ok(session);
            }
        }
        Self::start(browser, fixed, options).await
    }

    async fn start(browser: Browser, fixed: Options, options: Options) -> Result<Self> {
        let profile = tempfile::tempdir().context("no folder for a profile")?;
        let driver = Driver::start(browser, profile.path(), &options)?;
        let mut capabilities = match browser {
            Browser::Chromium => chromium::capabilities(&driver.programs, profile.path(), &options),
            Browser::Firefox => firefox::capabilities(&driver.programs, &options),
            Browser::WebKit => webkit::capabilities(&driver.programs, &options),
        };
        let patience = PATIENCE.as_secs() * 1000;
        capabilities.insert("timeouts".into(), json!({ "script": patience, "pageLoad": patience }));
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.url())
            .await
            .with_context(|| format!("{} does not start", browser.name()))?;
        client.persist().await?;
        let id = client.session_id().await?.context("the session has no id")?;
        let running = Some(Running { browser, fixed, id, driver, profile });
        let mut session = Self { client, browser, options, console: Vec::new(), running, has_answered: false };
        if browser == Browser::Firefox {
            firefox::listen(&session.client).await?;
        }
        session.settle().await?;
        session.has_answered = true;
        Ok(session)
    }

    /// Opens a new page in a browser that another test has used, and closes its old pages.
    async fn renew(running: Running, options: Options) -> Result<Self> {
        let client = Client::with_existing_session(&running.driver.url(), &running.id, HttpConnector::new()).await?;
        let browser = running.browser;
        let running = Some(running);
        let mut session = Self { client, browser, options, console: Vec::new(), running, has_answered: false };
        let client = &session.client;
        client.persist().await?;
        if browser == Browser::WebKit {
            client.goto("about:blank").await?;
        } else {
            let old = client.windows().await?;
            let new = client.new_window(true).await?.handle;
            for window in old {
                client.switch_to_window(window).await?;
                client.close_window().await?;
            }
            client.switch_to_window(new).await?;
            if browser == Browser::Chromium {
                // Otherwise it has no focus and draws no focus ring.
                chromium::devtools(client, "Page.bringToFront", json!({})).await?;
            }
        }
        session.settle().await?;
        session.console().await?;
        session.console.clear();
        session.has_answered = true;
        Ok(session)
    }

    /// Which browser it is.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// Opens a page and waits for its `load` event.
    pub async fn goto(&self, url: &str) -> Result<()> {
        let loaded = match self.browser {
            Browser::Chromium | Browser::Firefox => self.client.goto(url).await.map_err(Into::into),
            Browser::WebKit => webkit::goto(&self.client, url).await,
        };
        loaded.with_context(|| format!("{url} does not load"))
    }

    /// Title of the page.
    pub async fn title(&self) -> Result<String> {
        Ok(self.client.title().await?)
    }

    /// Runs the body of a function in the page and returns its result; `arguments` holds `args`.
    pub async fn eval(&self, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        Ok(self.client.execute(body, args.into_iter().collect()).await?)
    }

    /// Runs the body of an async function in the page, waits for it and returns its result.
    pub async fn eval_async(&self, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        // Errors are returned as values: otherwise a rejected promise would end as a timeout.
        let script = [
            "const done = arguments[arguments.length - 1];\n(async function () {",
            body,
            "\n}).apply(null, Array.prototype.slice.call(arguments, 0, -1))
             .then((value) => done({ value }), (error) => done({ error: `${error} ${error?.stack ?? ''}` }));",
        ]
        .concat();
        let mut answer = self.client.execute_async(&script, args.into_iter().collect()).await?;
        if let Some(error) = answer.get("error") {
            bail!("the script failed: {}", error.as_str().unwrap_or_default());
        }
        Ok(answer["value"].take())
    }

    /// Waits until the body of a function returns something truthy, and returns that.
    pub async fn wait_until(&self, body: &str) -> Result<Value> {
        ask_until(body, async || self.eval(body, []).await, Self::has_unloaded).await
    }
    /// Runs the body of a function in a frame of the page. It enters the frame each time.
    pub(crate) async fn eval_in_frame(&self, frame: u16, body: &str, args: Vec<Value>) -> Result<Value> {
        let answer = async {
            self.client.enter_frame(frame).await?;
            self.eval(body, args).await
        }
        .await;
        self.client.enter_parent_frame().await?;
        answer
    }

    /// Whether a script failed because its page was unloaded. The next page may meet the condition.
    pub(crate) fn has_unloaded(error: &anyhow::Error) -> bool {
        format!("{error:#}").contains("unload")
    }

    /// Waits until the page has painted every change so far.
    pub async fn next_paint(&self) -> Result<()> {
        self.eval_async("await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", [])
            .await?;
        Ok(())
    }

    /// Everything on the console so far.
    pub async fn console(&mut self) -> Result<&[ConsoleMessage]> {
        let new = match self.browser {
            Browser::Chromium => chromium::console(&self.client).await?,
            Browser::Firefox => firefox::console(&self.client).await?,
            Browser::WebKit => webkit::console(&self.client).await?,
        };
        self.console.extend(new);
        Ok(&self.console)
    }

    /// The errors on the console so far: uncaught, logged, failed requests and violations of the policy.
    pub async fn console_errors(&mut self) -> Result<Vec<ConsoleMessage>> {
        Ok(self.console().await?.iter().filter(|message| message.is_error).cloned().collect())
    }

    /// Changes the size of the viewport.
    pub async fn resize(&mut self, width: u32, height: u32) -> Result<()> {
        (self.options.width, self.options.height) = (width, height);
        self.change().await
    }

    /// Changes the device pixel ratio, as zooming or moving the window to another screen does.
    pub async fn set_dpr(&mut self, dpr: f64) -> Result<()> {
        ensure!(self.browser != Browser::WebKit, "WebKit takes its device pixel ratio only at its start");
        self.options.dpr = dpr;
        self.change().await
    }

    /// Switches the system's colour scheme.
    pub async fn set_dark(&mut self, dark: bool) -> Result<()> {
        ensure!(self.browser != Browser::WebKit, "WebKit takes its colours only at its start");
        self.options.dark = dark;
        self.change().await
    }

    /// Applies the options and waits until the page has them: a browser answers before it has updated its pages.
    async fn change(&self) -> Result<()> {
        self.settle().await?;
        self.next_paint().await
    }

    async fn settle(&self) -> Result<()> {
        self.apply().await?;
        let Options { width, height, dpr, dark, resist_fingerprinting, .. } = self.options;
        if resist_fingerprinting {
            return Ok(()); // pages get other values
        }
        let is_so = "const [width, height, dpr, dark] = arguments;
            return innerWidth === width && innerHeight === height && Math.abs(devicePixelRatio - dpr) < 0.001
                && matchMedia('(prefers-color-scheme: dark)').matches === dark";
        let args = [json!(width), json!(height), json!(dpr), json!(dark)];
        let what = format!("{width} by {height} pixels, ratio {dpr}, dark: {dark}");
        ask_until(&what, async || self.eval(is_so, args.clone()).await, Self::has_unloaded).await.map(drop)
    }

    async fn apply(&self) -> Result<()> {
        match self.browser {
            Browser::Chromium => chromium::apply(&self.client, &self.options).await,
            Browser::Firefox => firefox::apply(&self.client, &self.options).await,
            Browser::WebKit => webkit::apply(&self.client, &self.options).await,
        }
    }

    /// Runs a command of the DevTools protocol; only in Chromium.
    pub async fn devtools(&self, method: &str, params: Value) -> Result<Value> {
        ensure!(self.browser == Browser::Chromium, "only Chromium can do this, not {}", self.browser.name());
        chromium::devtools(&self.client, method, params).await
    }

    /// The profile folder of the browser.
    pub fn profile(&self) -> &Path {
        // A session has its browser until it is dropped.
        self.running.as_ref().map_or(Path::new(""), |running| running.profile.path())
    }

    /// Simulates a vision deficiency; only in Chromium.
    pub async fn set_vision(&mut self, vision: Option<&'static str>) -> Result<()> {
        ensure!(self.browser == Browser::Chromium, "only Chromium can do this, not {}", self.browser.name());
        self.options.vision = vision;
        self.change().await
    }

    /// A screenshot, as PNG, of the element that the body of a function returns.
    pub async fn screenshot_of(&self, body: &str) -> Result<Vec<u8>> {
        let element = self.eval(body, []).await?;
        self.screenshot_of_element(&element).await
    }

    /// The same for an element that a script has returned.
    pub(crate) async fn screenshot_of_element(&self, element: &Value) -> Result<Vec<u8>> {
        let id = element.as_object().and_then(|keys| keys.values().next()?.as_str()).context("it is no element")?;
        Ok(Element::from_element_id(self.client.clone(), id.to_owned().into()).screenshot().await?)
    }

    /// Writes the viewport to a PNG file.
    pub async fn screenshot(&self, path: impl AsRef<Path>) -> Result<()> {
        write(path.as_ref(), &self.client.screenshot().await?)
    }

    /// The page on A4 paper, as PDF.
    pub async fn print(&self) -> Result<Vec<u8>> {
        Ok(self.client.print(PrintConfiguration::default()).await?)
    }

    /// Writes the whole page to a PNG file.
    pub async fn full_screenshot(&self, path: impl AsRef<Path>) -> Result<()> {
        let picture = match self.browser {
            Browser::Chromium => chromium::full_screenshot(&self.client).await?,
            Browser::Firefox => firefox::full_screenshot(&self.client).await?,
            Browser::WebKit => webkit::full_screenshot(&self.client, &self.options).await?,
        };
        write(path.as_ref(), &picture)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Browsers on a `Desktop` are not shared.
        let can_serve_again = self.has_answered && !thread::panicking() && self.options.desktop.is_empty();
        if let Some(running) = self.running.take().filter(|_| can_serve_again) {
            pool::give_back(running);
        }
    }
}

/// Asks until the answer is truthy, and returns it. Errors for which `may_pass` holds are retried.
pub(crate) async fn ask_until(
    what: &str,
    ask: impl AsyncFn() -> Result<Value>,
    may_pass: impl Fn(&anyhow::Error) -> bool,
) -> Result<Value> {
    let start = Instant::now();
    loop {
        match ask().await {
            Ok(value) if is_truthy(&value) => return Ok(value),
            Err(error) if !may_pass(&error) => return Err(error),
            answer if start.elapsed() > PATIENCE => {
                bail!("waited {} s without success for: {what}: {answer:?}", PATIENCE.as_secs());
            }
            _ => tokio::time::sleep(Duration::from_millis(30)).await,
        }
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
