//! What pages and charts have in common: methods that find elements by selectors.

use std::fmt;

use anyhow::{Context, Result};
use heistogram::geometry::Rect;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{Session, session::ask_until};

/// Defines `host`, `root`, `canvas`, `find`, `get`, `all`, `allShown`, `rowsOf`, `place` and `words` for every script.
const START: &str = include_str!("page.js");

/// A tree of elements: a document, or the shadow root of a chart. Only methods called `wait_…` wait.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    pub(crate) session: &'a Session,
    /// Selects the chart; the page itself without.
    pub(crate) chart: Option<String>,
    /// Number of the frame it is in.
    pub(crate) frame: Option<u16>,
}

impl fmt::Display for Scope<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.chart.as_deref().unwrap_or("the page"))?;
        self.frame.map_or(Ok(()), |frame| write!(f, " in frame {frame}"))
    }
}

impl Scope<'_> {
    /// Runs the body of a function after `page.js` and returns its result; `arguments` begins with `args`.
    pub async fn eval(&self, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        let (script, args) = self.script(body, args);
        match self.frame {
            Some(frame) => self.session.eval_in_frame(frame, &script, args).await,
            None => self.session.eval(&script, args).await,
        }
        .with_context(|| format!("in {self}"))
    }

    /// The same, of an async function; not in frames.
    pub async fn eval_async(&self, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        let (script, args) = self.script(body, args);
        self.session.eval_async(&script, args).await.with_context(|| format!("in {self}"))
    }

    fn script(&self, body: &str, args: impl IntoIterator<Item = Value>) -> (String, Vec<Value>) {
        let args = args.into_iter().chain([json!(self.chart)]).collect();
        // A block of its own: it may use the names of `page.js` for something else.
        ([START, "{", body, "\n}"].concat(), args)
    }

    /// Deserializes the result of a script.
    pub(crate) async fn read<T: DeserializeOwned>(
        &self,
        body: &str,
        args: impl IntoIterator<Item = Value>,
    ) -> Result<T> {
        let value = self.eval(body, args).await?;
        serde_json::from_value(value).with_context(|| format!("{body} in {self}"))
    }

    /// Waits until the body of a function returns something truthy, and returns that.
    pub async fn wait_until(&self, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        let args: Vec<Value> = args.into_iter().collect();
        let what = format!("{body} with {} in {self}", json!(args));
        // A frame that is still loading replaces its document.
        let may_pass = |error: &anyhow::Error| self.frame.is_some() || Session::has_unloaded(error);
        ask_until(&what, async || self.eval(body, args.clone()).await, may_pass).await
    }

    /// The visible text, with its line breaks; empty if the element is hidden.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let body = "const node = get(arguments[0]); return node.checkVisibility() ? node.innerText : ''";
        self.read(body, [json!(selector)]).await
    }

    /// The text in the document, visible or not.
    pub async fn content(&self, selector: &str) -> Result<String> {
        self.read("return get(arguments[0]).textContent", [json!(selector)]).await
    }

    /// The text of every match, visible or not.
    pub async fn contents(&self, selector: &str) -> Result<Vec<String>> {
        self.read("return all(arguments[0]).map(({ textContent }) => textContent)", [json!(selector)]).await
    }

    /// Waits until the text in the document contains `part`.
    pub async fn wait_content(&self, selector: &str, part: &str) -> Result<()> {
        let body = "return find(arguments[0])?.textContent.includes(arguments[1])";
        self.wait_until(body, [json!(selector), json!(part)]).await.map(drop)
    }

    /// Cells of table rows, as text.
    pub async fn rows(&self, selector: &str) -> Result<Vec<Vec<String>>> {
        let body = "return all(arguments[0]).map(({ cells }) => [...cells].map(({ textContent }) => textContent))";
        self.read(body, [json!(selector)]).await
    }

    /// Waits until there are `count` matches.
    pub async fn wait_count(&self, selector: &str, count: usize) -> Result<()> {
        let body = "return root && all(arguments[0]).length === arguments[1]";
        self.wait_until(body, [json!(selector), json!(count)]).await.map(drop)
    }

    /// Whether it is visible, perhaps after scrolling.
    pub async fn is_shown(&self, selector: &str) -> Result<bool> {
        self.read("return find(arguments[0])?.checkVisibility() ?? false", [json!(selector)]).await
    }

    /// Waits until it is visible, perhaps after scrolling.
    pub async fn wait_shown(&self, selector: &str) -> Result<()> {
        self.wait_until("return find(arguments[0])?.checkVisibility()", [json!(selector)]).await.map(drop)
    }

    /// Waits until it is in the document and hidden.
    pub async fn wait_hidden(&self, selector: &str) -> Result<()> {
        self.wait_until("return find(arguments[0])?.checkVisibility() === false", [json!(selector)]).await.map(drop)
    }

    /// Waits until there is a match, visible or not.
    pub async fn wait_found(&self, selector: &str) -> Result<()> {
        self.wait_until("return !!find(arguments[0])", [json!(selector)]).await.map(drop)
    }

    /// Waits until there is no match.
    pub async fn wait_gone(&self, selector: &str) -> Result<()> {
        self.wait_until("return root && !find(arguments[0])", [json!(selector)]).await.map(drop)
    }

    /// The number of matches.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        self.read("return all(arguments[0]).length", [json!(selector)]).await
    }

    /// The value of an attribute, if it has one.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>> {
        self.read("return get(arguments[0]).getAttribute(arguments[1])", [json!(selector), json!(name)]).await
    }

    /// Where it is in the viewport.
    pub async fn rect(&self, selector: &str) -> Result<Rect> {
        let [x, y, width, height] = self.read("return place(get(arguments[0]))", [json!(selector)]).await?;
        Ok(Rect::new(x, y, width, height))
    }

    /// Clicks it, in the window or not.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.eval("get(arguments[0]).click()", [json!(selector)]).await.map(drop)
    }

    /// Clicks one of the matches, counted from 0.
    pub async fn click_nth(&self, selector: &str, index: usize) -> Result<()> {
        self.eval("all(arguments[0])[arguments[1]].click()", [json!(selector), json!(index)]).await.map(drop)
    }

    /// Moves the focus to it.
    pub async fn focus(&self, selector: &str) -> Result<()> {
        self.eval("get(arguments[0]).focus()", [json!(selector)]).await.map(drop)
    }

    /// Whether it has the focus.
    pub async fn is_focused(&self, selector: &str) -> Result<bool> {
        self.read("return root.activeElement?.matches(arguments[0]) === true", [json!(selector)]).await
    }

    /// Waits until it has the focus.
    pub async fn wait_focused(&self, selector: &str) -> Result<()> {
        self.wait_until("return root?.activeElement?.matches(arguments[0])", [json!(selector)]).await.map(drop)
    }

    /// Opens a `<details>`.
    pub async fn open(&self, selector: &str) -> Result<()> {
        self.eval("get(arguments[0]).open = true", [json!(selector)]).await.map(drop)
    }

    /// Scrolls it to the middle of the window at once.
    pub async fn scroll_to(&self, selector: &str) -> Result<()> {
        let body = "get(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.eval(body, [json!(selector)]).await.map(drop)
    }

    /// Role and name for screen readers.
    pub async fn role_and_name(&self, selector: &str) -> Result<(String, String)> {
        let element = self.eval("return get(arguments[0])", [json!(selector)]).await?;
        self.session.role_and_name_of(&element).await
    }
}
