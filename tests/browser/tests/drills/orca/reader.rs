//! Who uses keys and listens.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Desktop, Options, Session};

/// A browser on a desktop with Orca, and what has been pressed and heard.
pub struct Reader {
    pub session: Session,
    pub transcript: String,
    desktop: Desktop,
}

impl Reader {
    pub async fn start(browser: Browser, language: &str) -> Result<Self> {
        let desktop = Desktop::start(&format!("{}-{language}", browser.name()))?;
        let options = Options { desktop: desktop.environment(), lang: language.into(), ..Options::default() };
        let session = Session::open(browser, options).await?;
        Ok(Self { session, transcript: String::new(), desktop })
    }

    /// Opens a page and lets Orca say what it says of it.
    pub async fn goto(&mut self, url: &str, ready: &str) -> Result<()> {
        self.session.goto(url).await?;
        self.session.wait_until(ready).await?;
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
        self.desktop.press(key)?;
        let heard = self
            .desktop
            .listen(text, |heard| heard.iter().any(|heard| heard.contains(text)))
            .with_context(|| format!("after {key}"))?;
        Ok(self.note(key, heard))
    }

    fn note(&mut self, key: &str, mut heard: Vec<String>) -> Vec<String> {
        // Orca names some keys before it says what they do.
        if heard.first().is_some_and(|first| first.eq_ignore_ascii_case(key)) {
            heard.remove(0);
        }
        self.transcript.push_str(&format!("{key}\n"));
        for text in &heard {
            self.transcript.push_str(&format!("    {text}\n"));
        }
        heard
    }
}
