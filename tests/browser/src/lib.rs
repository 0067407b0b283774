//! Heistogram in real browsers, driven over WebDriver.
//!
//! A test opens a [`Session`] (a browser of its own with a new page), goes to a page, touches it as a reader would and
//! asks what became of it. The browser may have served an earlier test, which had another address:
//!
//! ```no_run
//! # use heistogram_browser_tests::{Browser, Options, Session};
//! # async fn example() -> anyhow::Result<()> {
//! let mut session = Session::open(Browser::Chromium, Options { width: 320, ..Options::default() }).await?;
//! session.goto("http://127.0.0.1:8080/").await?;
//! session.pointer_move(160.0, 200.0).await?;
//! let figure = session.eval("return document.querySelector('[role=tooltip]').textContent", []).await?;
//! assert_eq!(session.console_errors().await?, []);
//! # Ok(()) }
//! ```
//!
//! Another browser joins as a variant of [`Browser`]: where its programs are (in `xtask`), and in a module of its own how
//! its driver starts and what it answers to the questions WebDriver has no command for.
//!
//! What a browser cannot be told is an error: WebKit knows no fingers, and neither dark colours nor device pixels that
//! change under way; its console is what the page itself can hear. Failed requests are on Chromium's console alone.

mod chart;
mod chromium;
mod command;
mod desktop;
mod driver;
mod firefox;
mod heard;
mod input;
mod options;
mod page;
mod pool;
mod scope;
mod session;
mod suite;
mod synthesiser;
mod webkit;

pub use chart::Chart;
pub use desktop::Desktop;
pub use fantoccini::key::Key;
#[doc(hidden)]
pub use inventory;
pub use options::Options;
pub use page::Page;
pub use scope::Scope;
pub use session::{ConsoleMessage, Session, is_truthy};
pub use suite::{Test, main};
pub use xtask::{serve::Server, setup::browser::Browser};
