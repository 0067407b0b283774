//! The test harness: each test reuses a browser of an earlier one, and the last browsers end with the suite.

use std::{future::Future, pin::Pin, process::ExitCode, time::Duration};

use anyhow::{Context, Result};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime;
use xtask::setup::browser::Browser;

use crate::pool;

/// Time limit of a test on a busy machine.
const LONGEST: Duration = Duration::from_secs(300);

/// The future of a test; it need not be `Send`.
pub type Run = Pin<Box<dyn Future<Output = Result<()>>>>;

/// A test as [`in_browsers!`](crate::in_browsers), [`once!`](crate::once) and [`drill!`](crate::drill) register it.
#[derive(Debug)]
pub struct Test {
    /// Path of its module, the crate first.
    pub module: &'static str,
    /// Name within the module.
    pub name: &'static str,
    /// The browser it runs in, if it is for one browser only.
    pub browser: Option<Browser>,
    /// Whether it is a drill, which runs only on demand, as it takes long.
    pub is_drill: bool,
    /// Starts it.
    pub run: fn() -> Run,
}

inventory::collect!(Test);

impl Test {
    /// The name by which `cargo test` filters.
    fn name(&self) -> String {
        let module = self.module.split_once("::").map(|(_, module)| module);
        let browser = self.browser.map(Browser::name);
        module.into_iter().chain([self.name]).chain(browser).collect::<Vec<_>>().join("::")
    }

    fn run(&self) -> Result<(), Failed> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(self.patiently()).map_err(|error| format!("{error:?}").into())
    }

    /// Runs it, and once more after a timeout: now and then a driver never answers.
    async fn patiently(&self) -> Result<()> {
        if self.is_drill {
            return (self.run)().await;
        }
        match tokio::time::timeout(LONGEST, (self.run)()).await {
            Ok(result) => result,
            Err(_) => tokio::time::timeout(LONGEST, (self.run)()).await.context("the test does not end")?,
        }
    }
}

/// Runs the tests with the arguments of `cargo test`: names, `--test-threads`, `--ignored`, `--list`.
pub fn main() -> ExitCode {
    let mut tests: Vec<&'static Test> = inventory::iter::<Test>().collect();
    // Grouped by browser, so that few browsers wait for their next test.
    tests.sort_by_cached_key(|test| (test.browser.map(Browser::name), test.name()));
    let trials = tests.into_iter().map(|test| {
        let trial = Trial::test(test.name(), || test.run());
        trial.with_ignored_flag(test.is_drill)
    });
    let arguments = Arguments::from_args();
    let pool = pool::open();
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    drop(pool);
    conclusion.exit_code()
}

/// Defines a test from a function that takes a [`Browser`]: for each browser, or for those after the colon.
///
/// Names of tests end in the browser: `cargo test Firefox` runs all of Firefox.
#[macro_export]
macro_rules! in_browsers {
    ($test:ident) => {
        $crate::in_browsers!($test: Chromium, Firefox, WebKit);
    };
    ($test:ident: $($browser:ident),+) => {
        $($crate::register!($test, Some($crate::Browser::$browser), false, $test($crate::Browser::$browser));)+
    };
}

/// Defines a test from an async function without arguments.
#[macro_export]
macro_rules! once {
    ($test:ident) => {
        $crate::register!($test, None, false, $test());
    };
}

/// Defines a drill from an async function without arguments: a test that runs only on demand.
#[macro_export]
macro_rules! drill {
    ($test:ident) => {
        $crate::register!($test, None, true, $test());
    };
}

/// Registers a test with the suite.
#[doc(hidden)]
#[macro_export]
macro_rules! register {
    ($test:ident, $browser:expr, $is_drill:expr, $run:expr) => {
        $crate::inventory::submit! {
            $crate::Test {
                module: module_path!(),
                name: stringify!($test),
                browser: $browser,
                is_drill: $is_drill,
                run: || Box::pin($run),
            }
        }
    };
}
