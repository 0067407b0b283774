//! A chart as a reader finds it.

use std::ops::Deref;

use anyhow::Result;
use serde_json::{Value, json};

use crate::{Scope, Session};

/// A chart of a page. Selectors search its shadow root.
#[derive(Clone, Debug)]
pub struct Chart<'a>(Scope<'a>);

impl<'a> Deref for Chart<'a> {
    type Target = Scope<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a> Chart<'a> {
    /// The chart of this kind, such as `proceeds`.
    pub fn new(session: &'a Session, kind: &str) -> Self {
        Self::at(session, &format!("heist-chart[chart={kind}]"))
    }

    /// The first or only one.
    pub fn first(session: &'a Session) -> Self {
        Self::at(session, "heist-chart")
    }

    /// The one that a selector finds.
    pub fn at(session: &'a Session, selector: &str) -> Self {
        Self(Scope { session, chart: Some(selector.to_owned()), frame: None })
    }

    /// The first in a frame of the page.
    pub fn in_frame(session: &'a Session, frame: u16) -> Self {
        Self(Scope { session, chart: Some("heist-chart".into()), frame: Some(frame) })
    }

    /// Whether it is drawn.
    pub async fn is_drawn(&self) -> Result<bool> {
        self.read("return canvas?.offsetHeight > 0", []).await
    }

    /// Waits until it is drawn.
    pub async fn wait_drawn(&self) -> Result<()> {
        self.wait_until("return canvas?.offsetHeight > 0", []).await.map(drop)
    }

    /// Waits until it takes keys.
    pub async fn wait_keys(&self) -> Result<()> {
        self.wait_until("return canvas?.tabIndex === 0", []).await.map(drop)
    }

    /// Waits until something is painted on its canvas.
    pub async fn wait_painted(&self) -> Result<()> {
        // The top is enough: the pixels of a large canvas take much memory.
        let body = "return canvas?.width && canvas.height && canvas.getContext('2d')
            .getImageData(0, 0, canvas.width, Math.min(canvas.height, 400)).data.some((value) => value > 0)";
        self.wait_until(body, []).await.map(drop)
    }

    /// Waits until its table has `count` rows, open or closed.
    pub async fn wait_rows(&self, count: usize) -> Result<()> {
        self.wait_until("return rowsOf(root) === arguments[0]", [json!(count)]).await.map(drop)
    }

    /// Waits until its table has rows, open or closed: all its words are there.
    pub async fn wait_told(&self) -> Result<()> {
        self.wait_until("return rowsOf(root) > 0", []).await.map(drop)
    }

    /// Opens its table, and waits until it is made: a closed one has a text in place of the rows from 50 on.
    pub async fn open_table(&self) -> Result<()> {
        self.wait_told().await?;
        self.open("[part=figures]").await?;
        self.wait_until("return find('[part=scroll] table') && !find('[part=scroll] pre')", []).await.map(drop)
    }

    /// Waits until an option is active, and returns its `id`.
    pub async fn wait_active(&self) -> Result<Value> {
        self.wait_until("return canvas.getAttribute('aria-activedescendant')", []).await
    }

    /// Waits until it is drawn in a theme, `light` or `dark`.
    pub async fn wait_theme(&self, theme: &str) -> Result<()> {
        self.wait_until("return find('.all')?.dataset.theme === arguments[0]", [json!(theme)]).await.map(drop)
    }

    /// Waits until its status message is a sentence.
    pub async fn wait_message(&self) -> Result<()> {
        self.wait_until("return find('[role=status]')?.textContent.length > 20", []).await.map(drop)
    }

    /// Scrolls to its top, as charts start when a reader comes near.
    pub async fn come_near(&self) -> Result<()> {
        self.eval("host.scrollIntoView({ behavior: 'instant' })", []).await.map(drop)
    }

    /// Sets an attribute of the element.
    pub async fn set_attribute(&self, name: &str, value: &str) -> Result<()> {
        self.eval("host.setAttribute(arguments[0], arguments[1])", [json!(name), json!(value)]).await.map(drop)
    }

    /// Removes an attribute of the element.
    pub async fn remove_attribute(&self, name: &str) -> Result<()> {
        self.eval("host.removeAttribute(arguments[0])", [json!(name)]).await.map(drop)
    }

    /// Sets its dataset.
    pub async fn set_data(&self, data: &Value) -> Result<()> {
        self.eval("host.data = arguments[0]", [data.clone()]).await.map(drop)
    }

    /// Title, sentence or source as a reader sees it: the page's own, or the chart's in its place.
    pub async fn words(&self, slot: &str) -> Result<String> {
        self.read("return words(arguments[0]).textContent", [json!(slot)]).await
    }

    /// Waits until title, sentence or source contains `part`.
    pub async fn wait_words(&self, slot: &str, part: &str) -> Result<()> {
        let body = "return words(arguments[0])?.textContent.includes(arguments[1])";
        self.wait_until(body, [json!(slot), json!(part)]).await.map(drop)
    }

    /// Text of its tooltip; empty if it is hidden.
    pub async fn tooltip(&self) -> Result<String> {
        self.text("[role=tooltip]").await
    }

    /// Scrolls a point of its canvas into the middle of the window and returns it in viewport coordinates.
    pub async fn bring(&self, x: f64, y: f64) -> Result<(f64, f64)> {
        let body = "const { top } = canvas.getBoundingClientRect();
            scrollTo({ top: scrollY + top + arguments[0] - innerHeight / 2, behavior: 'instant' });
            return place(canvas).slice(0, 2)";
        let [left, top]: [f64; 2] = self.read(body, [y.into()]).await?;
        self.session.next_paint().await?;
        Ok((left + x, top + y))
    }

    /// The picture of its canvas, as PNG. Some browsers scroll by whole pixels only, and a picture that begins between
    /// two is another, so the page is moved by the rest.
    pub async fn screenshot(&self) -> Result<Vec<u8>> {
        let canvas = self
            .eval("document.body.style.marginTop = `${-(canvas.getBoundingClientRect().top % 1)}px`; return canvas", [])
            .await?;
        self.session.screenshot_of_element(&canvas).await
    }
}
