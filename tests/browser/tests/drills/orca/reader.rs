//! A person who uses keys and a screen reader.

use std::fmt::Write;

use anyhow::{Context, Result, bail};
use heistogram_browser_tests::{Browser, Chart, Desktop, Options, Page, Session};

/// From the address bar to the first link of a page.
const MOST_TABS: usize = 12;

/// Announcements of Orca's modes, which it sometimes cuts off; they are not recorded.
const MODES: [&str; 2] = ["Focus mode", "Browse mode"];

/// A browser on a desktop with Orca, the transcript of keys and speech, and what was wrong.
pub struct Reader {
    browser: Browser,
    options: Options,
    session: Option<Session>,
    pub transcript: String,
    pub wrong: Vec<String>,
    desktop: Desktop,
}

impl Reader {
    pub fn start(browser: Browser, language: &str) -> Result<Self> {
        let desktop = Desktop::start(&format!("{}-{language}", browser.name()))?;
        let options = Options { desktop: desktop.environment(), lang: language.into(), ..Options::default() };
        Ok(Self { browser, options, session: None, transcript: String::new(), wrong: Vec::new(), desktop })
    }

    /// Opens a page, in a new window: Orca may still read the page before.
    pub async fn goto(&mut self, url: &str) -> Result<()> {
        self.session = None;
        self.session = Some(Session::open(self.browser, self.options.clone()).await?);
        self.session()?.goto(url).await
    }

    /// Lets Orca finish, and goes from the address bar to the first link of the page. Orca may have read that already.
    pub async fn reach(&mut self, first: &str) -> Result<()> {
        self.desktop.listen_to_the_end();
        for _ in 0..MOST_TABS {
            self.desktop.press("Tab")?;
            self.desktop.listen_to_the_end();
            let session = self.session()?;
            let has_focus = session.eval("return document.hasFocus()", []).await? == true;
            if has_focus && Page::new(session).is_focused(first).await? {
                return Ok(());
            }
        }
        bail!("{first} is not reached by keys");
    }

    /// The browser of the page that is open.
    pub fn session(&self) -> Result<&Session> {
        self.session.as_ref().context("no page is open")
    }

    pub fn head(&mut self, text: &str) {
        let _ = writeln!(self.transcript, "\n# {text}\n");
    }

    /// Focuses an element of the page, and lets Orca finish.
    pub async fn focus(&mut self, selector: &str) -> Result<()> {
        Page::new(self.session()?).focus(selector).await?;
        self.desktop.listen_to_the_end();
        Ok(())
    }

    /// Focuses a part of a chart, and lets Orca finish.
    pub async fn focus_in(&mut self, chart: &str, selector: &str) -> Result<()> {
        Chart::new(self.session()?, chart).focus(selector).await?;
        self.desktop.listen_to_the_end();
        Ok(())
    }

    /// Presses a key and hears everything after it.
    pub fn press(&mut self, key: &str) -> Result<Vec<String>> {
        self.desktop.press(key)?;
        let heard = self.desktop.listen_to_the_end();
        Ok(self.note(key, heard))
    }

    /// Presses a key and listens until a text is heard.
    pub fn press_for(&mut self, key: &str, text: &str) -> Result<Vec<String>> {
        self.begin(key)?;
        let heard = self.hear(key, text);
        Ok(self.note(key, heard))
    }

    /// Presses a key that leads back, and hears a text once. Orca may say the container first, which is not recorded.
    pub fn press_back(&mut self, key: &str, text: &str) -> Result<()> {
        self.begin(key)?;
        let mut heard = self.hear(key, text);
        self.once(&heard, text);
        heard.retain(|heard| plain(heard).contains(&plain(text)));
        self.note(key, heard);
        Ok(())
    }

    /// Reads at most a number of lines, until the text is heard. Line breaks depend on fonts, so nothing is recorded.
    pub fn read_down(&mut self, lines: usize, text: Option<&str>) -> Result<String> {
        let mut read = String::new();
        for _ in 0..lines {
            self.desktop.press("Down")?;
            read = format!("{read} {}", self.desktop.listen_to_the_end().join(" "));
            if text.is_some_and(|text| plain(&read).contains(&plain(text))) {
                return Ok(read);
            }
        }
        self.wrong.extend(text.map(|text| format!("{text:?} is not in {read:?}")));
        Ok(read)
    }

    /// Reads on from the top of the page, without focus; no text may be heard twice.
    pub fn read_page(&mut self, lines: usize, texts: &[&str]) -> Result<()> {
        self.desktop.press("ctrl+Home")?;
        let mut read = self.desktop.listen_to_the_end().join(" ");
        read.push_str(&self.read_down(lines, None)?);
        let read = plain(&read);
        for text in texts {
            let times = read.matches(&plain(text)).count();
            if times > 1 {
                self.wrong.push(format!("{text:?} {times} times in {read:?}"));
            }
        }
        Ok(())
    }

    /// Presses a key; only this text may be heard.
    pub fn press_exactly(&mut self, key: &str, text: &str) -> Result<()> {
        self.begin(key)?;
        let heard = self.desktop.listen_for_any();
        let heard = self.note(key, heard);
        let texts: Vec<String> = heard.iter().map(|heard| plain(heard)).collect();
        let text = plain(text);
        // Orca adds a full stop to a text without one.
        if texts != [text.clone()] && texts != [format!("{text}.")] {
            self.wrong.push(format!("after {key}: {heard:?} and not {text:?}"));
        }
        Ok(())
    }

    /// Presses a key; [`Reader::end`] listens.
    pub fn begin(&mut self, key: &str) -> Result<()> {
        self.desktop.press(key)
    }

    /// Hears a text once; the transcript has a name in its place.
    pub fn end(&mut self, key: &str, text: &str, name: &str) -> Result<()> {
        let heard = self.hear(key, text);
        self.once(&heard, text);
        self.note(key, heard.iter().map(|heard| plain(heard).replace(&plain(text), name)).collect());
        Ok(())
    }

    fn hear(&mut self, key: &str, text: &str) -> Vec<String> {
        let holds = |heard: &[String]| heard.iter().any(|heard| plain(heard).contains(&plain(text)));
        self.desktop.listen(text, holds).unwrap_or_else(|error| {
            self.wrong.push(format!("after {key}: {error:#}"));
            self.desktop.listen_to_the_end()
        })
    }

    /// Sets an attribute of a chart and hears everything after it; the transcript names it `what`.
    pub async fn set_attribute(&mut self, what: &str, chart: &str, name: &str, value: &str) -> Result<Vec<String>> {
        self.desktop.forget();
        Chart::new(self.session()?, chart).set_attribute(name, value).await?;
        let heard = self.desktop.listen_for_any();
        Ok(self.note(what, heard))
    }

    /// Records an error where a text is not heard, or more than once.
    pub fn once(&mut self, heard: &[String], text: &str) {
        let text = plain(text);
        let times: usize = heard.iter().map(|heard| plain(heard).matches(&text).count()).sum();
        if times != 1 {
            self.wrong.push(format!("{text:?} {times} times in {heard:?}"));
        }
    }

    fn note(&mut self, key: &str, mut heard: Vec<String>) -> Vec<String> {
        // Orca names some keys before it says what they do.
        if heard.first().is_some_and(|first| first.eq_ignore_ascii_case(key)) {
            heard.remove(0);
        }
        let _ = writeln!(self.transcript, "{key}");
        for text in heard.iter().filter(|text| !MODES.contains(&text.as_str())) {
            let _ = writeln!(self.transcript, "    {text}");
        }
        heard
    }
}

/// The text for comparisons: Orca replaces every kind of space by a plain one.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
