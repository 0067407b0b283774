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
//! Another browser joins as a variant of [`Browser`]: where its programs are (in `xtask`), and in a module of its own how
//! its driver starts and what it answers to the questions WebDriver has no command for.
//!
//! What a browser cannot be told is an error: WebKit knows no fingers, and neither dark colours nor device pixels that
//! change under way; its console is what the page itself can hear. Failed requests are on Chromium's console alone.

mod chromium;
mod command;
mod desktop;
mod driver;
mod firefox;
mod heard;
mod input;
mod session;
mod synthesiser;
mod webkit;

use std::time::Duration;

use anyhow::Context;
pub use desktop::Desktop;
pub use fantoccini::key::Key;
pub use session::{ConsoleMessage, Options, Session, is_truthy};
pub use xtask::{serve::Server, setup::browser::Browser};

/// How long a test may take on a busy machine.
const LONGEST: Duration = Duration::from_secs(300);

/// Runs a test, and once more where it comes to no end: now and then a driver never answers.
pub async fn patiently<F: Future<Output = anyhow::Result<()>>>(test: impl Fn() -> F) -> anyhow::Result<()> {
    match tokio::time::timeout(LONGEST, test()).await {
        Ok(result) => result,
        Err(_) => tokio::time::timeout(LONGEST, test()).await.context("the test comes to no end")?,
    }
}

/// Makes a test of a function that takes a [`Browser`]: one for each browser, or for those after the colon.
///
/// The tests are called as the function and the browser: `cargo test Firefox` runs all of Firefox.
#[macro_export]
macro_rules! in_browsers {
    ($test:ident) => {
        $crate::in_browsers!($test: Chromium, Firefox, WebKit);
    };
    ($test:ident: $($browser:ident),+) => {
        mod $test {
            $(
                #[tokio::test]
                #[expect(non_snake_case, reason = "the name of the browser")]
                async fn $browser() -> ::anyhow::Result<()> {
                    $crate::patiently(|| super::$test($crate::Browser::$browser)).await
                }
            )+
        }
    };
}
