//! Heistogram in real browsers, driven over WebDriver.
//!
//! A test opens a [`Session`] (a browser of its own with a fresh profile), goes to a page, touches it as a reader
//! would and asks what became of it:
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
//! Another browser joins as a variant of [`Browser`]: where its programs are (in `xtask`), how its driver starts
//! (`driver`), and what it answers to the questions WebDriver has no command for (`session`).

mod chromium;
mod command;
mod driver;
mod input;
mod session;

pub use fantoccini::key::Key;
pub use session::{ConsoleMessage, Options, Session};
pub use xtask::{serve::Server, setup::browser::Browser};
