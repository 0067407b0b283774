//! A page as a reader finds it: its controls, and the table of all incidents.

use std::ops::Deref;

use anyhow::Result;
use serde_json::{Value, json};

use crate::{Scope, Session};

/// A page, or the page in a frame of it. Selectors search its document.
#[derive(Clone, Debug)]
pub struct Page<'a>(Scope<'a>);

impl<'a> Deref for Page<'a> {
    type Target = Scope<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a> Page<'a> {
    /// The page that the browser shows.
    pub fn new(session: &'a Session) -> Self {
        Self(Scope { session, chart: None, frame: None })
    }

    /// The page in a frame of it.
    pub fn in_frame(session: &'a Session, frame: u16) -> Self {
        Self(Scope { session, chart: None, frame: Some(frame) })
    }

    /// Waits until its controls can be used.
    pub async fn wait_controls(&self) -> Result<()> {
        self.wait_until("return find('#filters')?.inert === false", []).await.map(drop)
    }

    /// Ticks or unticks a choice of the controls, such as `banks`.
    pub async fn choose(&self, value: &str) -> Result<()> {
        self.click(&format!("#filters [value={value}]")).await
    }

    /// Clears the selection.
    pub async fn clear(&self) -> Result<()> {
        self.click("#selection button").await
    }

    /// Searches the table of all incidents.
    pub async fn search(&self, words: &str) -> Result<()> {
        let body = "const input = get('#all-incidents input');
            input.value = arguments[0];
            input.dispatchEvent(new Event('input', { bubbles: true }))";
        self.eval(body, [json!(words)]).await.map(drop)
    }

    /// The key figures at the top.
    pub async fn key_figures(&self) -> Result<Vec<String>> {
        self.contents(".key-figures .value").await
    }

    /// The width of its content in CSS pixels.
    pub async fn width(&self) -> Result<Value> {
        self.eval("return document.documentElement.scrollWidth", []).await
    }

    /// Goes to another fragment of its address.
    pub async fn go(&self, fragment: &str) -> Result<()> {
        self.eval("location.hash = arguments[0]", [json!(fragment)]).await.map(drop)
    }

    /// Waits until its address has this fragment, with its `#`; empty for none.
    pub async fn wait_fragment(&self, fragment: &str) -> Result<()> {
        self.wait_until("return location.hash === arguments[0]", [json!(fragment)]).await.map(drop)
    }

    /// Waits until the document is in a language.
    pub async fn wait_language(&self, tag: &str) -> Result<()> {
        self.wait_until("return document.documentElement?.lang === arguments[0]", [json!(tag)]).await.map(drop)
    }
}
