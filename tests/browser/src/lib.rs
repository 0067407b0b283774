//! Heistogram in real browsers, driven over WebDriver.
//!
//! A test opens a [`Session`] (a browser of its own with a new page), opens a page, acts as a reader would and checks
//! the result. The browser may have served an earlier test, which had another origin:
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
//! To add a browser, add a variant of [`Browser`] with the paths of its programs (in `xtask`), and a module that starts
//! its driver and implements what WebDriver has no command for.
//!
//! Unsupported features are errors: WebKit has no touch input, and cannot change dark colours or device pixels after
//! its start; its console is recorded by the page itself. Only Chromium's console has failed requests.

mod chromium;
mod command;
mod desktop;
mod driver;
mod firefox;
mod heard;
mod input;
mod options;
mod pool;
mod session;
mod suite;
mod synthesiser;
mod webkit;

pub use desktop::Desktop;
pub use fantoccini::key::Key;
#[doc(hidden)]
pub use inventory;
pub use options::Options;
pub use session::{ConsoleMessage, Session, is_truthy};
pub use suite::{Test, main};
pub use xtask::{serve::Server, setup::browser::Browser};
