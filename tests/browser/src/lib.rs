//! Heistogram in real browsers, driven over WebDriver.
//!
//! A test opens a [`Session`] (a browser window with a new page), goes to a page, uses it as a reader would and checks
//! the result. [`Page`] and [`Chart`] find and click things by selectors; [`Session::eval`] runs any other script.
//! Scripts are constants, and values cross as their arguments:
//!
//! ```no_run
//! # use heistogram_browser_tests::{Browser, Chart, Options, Session};
//! # async fn example() -> anyhow::Result<()> {
//! let mut session = Session::open(Browser::Chromium, Options { width: 320, ..Options::default() }).await?;
//! session.goto("http://127.0.0.1:8080/").await?;
//! let chart = Chart::new(&session, "attacks");
//! let (x, y) = chart.bring(160.0, 200.0).await?;
//! session.pointer_move(x, y).await?;
//! chart.wait_shown("[role=tooltip]").await?;
//! assert!(chart.tooltip().await?.contains("2019"));
//! assert_eq!(session.console_errors().await?, []);
//! # Ok(()) }
//! ```
//!
//! To add a browser, add a variant of [`Browser`] with its programs (in `xtask`) and a module here: how its driver
//! starts, and what WebDriver has no command for.
//!
//! An option that a browser does not support is an error. WebKit has no touch screen, and cannot change its colours or
//! device pixel ratio while it runs; its console is recorded by the page. Only Chromium logs failed requests.

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
#[path = "../../common/told.rs"]
mod told;
mod webkit;

pub use chart::Chart;
pub use desktop::Desktop;
pub use fantoccini::key::Key;
#[doc(hidden)]
pub use inventory;
pub use options::Options;
pub use page::Page;
pub use scope::Scope;
pub use session::{ConsoleMessage, PATIENCE, Session, is_truthy};
pub use suite::{Test, main};
pub use told::told;
pub use xtask::{serve::Server, setup::browser::Browser};
