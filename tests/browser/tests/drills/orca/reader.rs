//! Who uses keys and listens.

use std::fmt::Write;

use anyhow::{Context, Result, bail};
use heistogram_browser_tests::{Browser, Desktop, Options, Session};

/// From the address bar to the first link of a page.
const MOST_TABS: usize = 12;

/// Announcements of Orca's modes, which it sometimes cuts off; they are not noted.
const MODES: [&str; 2] = ["Focus mode", "Browse mode"];

/// A browser on a desktop with Orca, what has been pressed and heard, and what of it should have been otherwise.
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

    /// Opens a page, in a new window: Orca may still be with the page before. Lets it say what it says of the new one.
    pub async fn goto(&mut self, url: &str, ready: &str, first: &str) -> Result<()> {
        self.session = None;
        self.session = Some(Session::open(self.browser, self.options.clone()).await?);
        self.session()?.goto(url).await?;
        self.session()?.wait_until(ready).await?;
        self.desktop.listen_to_the_end();
        // On from the address bar to the page. Orca may have read the first link already, and says nothing of it.
        let there = format!("return document.hasFocus() && document.activeElement.matches({first:?})");
        for _ in 0..MOST_TABS {
            self.desktop.press("Tab")?;
            self.desktop.listen_to_the_end();
            if self.session()?.eval(&there, []).await? == true {
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

    /// Gives something the focus, and lets Orca say what it says of it.
    pub async fn focus(&mut self, node: &str) -> Result<()> {
        self.session()?.eval(&format!("{node}.focus()"), []).await?;
        self.desktop.listen_to_the_end();
        Ok(())
    }

    /// Presses a key and hears whatever comes.
    pub fn press(&mut self, key: &str) -> Result<Vec<String>> {
        self.desktop.press(key)?;
        let heard = self.desktop.listen_to_the_end();
        Ok(self.note(key, heard))
    }

    /// Presses a key and hears what comes, until the text is among it.
    pub fn press_for(&mut self, key: &str, text: &str) -> Result<Vec<String>> {
        self.begin(key)?;
        let heard = self.hear(key, text);
        Ok(self.note(key, heard))
    }

    /// Presses a key that leads back, and hears the text once. Orca may say the container first, which is not noted.
    pub fn press_back(&mut self, key: &str, text: &str) -> Result<()> {
        self.begin(key)?;
        let mut heard = self.hear(key, text);
        self.once(&heard, text);
        heard.retain(|heard| plain(heard).contains(&plain(text)));
        self.note(key, heard);
        Ok(())
    }

    /// Reads at most so many lines, until the text is heard. Line breaks depend on fonts, so nothing is noted.
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

    /// Reads on from the top of the page, without focus; none of the texts is to be heard twice.
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

    /// Presses a key, and only that text is to be heard.
    pub fn press_exactly(&mut self, key: &str, text: &str) -> Result<()> {
        self.begin(key)?;
        let heard = self.desktop.listen_for_any();
        let heard = self.note(key, heard);
        let said: Vec<String> = heard.iter().map(|heard| plain(heard)).collect();
        let text = plain(text);
        // Orca ends it with a stop of its own, where it has none.
        if said != [text.clone()] && said != [format!("{text}.")] {
            self.wrong.push(format!("after {key}: {heard:?} and not {text:?}"));
        }
        Ok(())
    }

    /// Presses a key; what comes is heard by [`Reader::end`].
    pub fn begin(&mut self, key: &str) -> Result<()> {
        self.desktop.press(key)
    }

    /// Hears a text, once; in the transcript it has a name in its place.
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

    /// Runs a script and hears whatever comes.
    pub async fn after(&mut self, what: &str, script: &str) -> Result<Vec<String>> {
        self.desktop.forget();
        self.session()?.eval(script, []).await?;
        let heard = self.desktop.listen_for_any();
        Ok(self.note(what, heard))
    }

    /// Notes it where a text is not heard, or more than once.
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

/// As it is compared: Orca takes every space for a plain one.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
