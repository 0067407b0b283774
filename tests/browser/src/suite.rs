//! The tests of a target: each takes a browser that an earlier one has left, and the last browsers end with the suite.

use std::{future::Future, pin::Pin, process::ExitCode, time::Duration};

use anyhow::{Context, Result};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime;
use xtask::setup::browser::Browser;

use crate::pool;

/// How long a test may take on a busy machine.
const LONGEST: Duration = Duration::from_secs(300);

/// What a test runs; it need not move between threads.
pub type Run = Pin<Box<dyn Future<Output = Result<()>>>>;

/// A test as [`in_browsers!`](crate::in_browsers), [`once!`](crate::once) and [`drill!`](crate::drill) register it.
#[derive(Debug)]
pub struct Test {
    /// Path of its module, the crate first.
    pub module: &'static str,
    /// Name within the module.
    pub name: &'static str,
    /// The one browser it runs in, if there is one.
    pub browser: Option<Browser>,
    /// It runs only when asked for, as it takes long.
    pub is_drill: bool,
    /// Starts it.
    pub run: fn() -> Run,
}

inventory::collect!(Test);

impl Test {
    /// As `cargo test` filters by it.
    fn name(&self) -> String {
        let module = self.module.split_once("::").map(|(_, module)| module);
        let browser = self.browser.map(Browser::name);
        module.into_iter().chain([self.name]).chain(browser).collect::<Vec<_>>().join("::")
    }

    fn run(&self) -> Result<(), Failed> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(self.patiently()).map_err(|error| format!("{error:?}").into())
    }

    /// Runs it, and once more if it does not end: now and then a driver never answers.
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

/// Runs the tests of the target as `cargo test` asks: names, `--test-threads`, `--ignored`, `--list`.
pub fn main() -> ExitCode {
    let mut tests: Vec<&'static Test> = inventory::iter::<Test>().collect();
    // Those of one browser follow each other, so that few browsers wait for their next test.
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

/// Makes a test of a function that takes a [`Browser`]: one for each browser, or for those after the colon.
///
/// The tests are called as the function and the browser: `cargo test Firefox` runs all of Firefox.
#[macro_export]
macro_rules! in_browsers {
    ($test:ident) => {
        $crate::in_browsers!($test: Chromium, Firefox, WebKit);
    };
    ($test:ident: $($browser:ident),+) => {
        $($crate::register!($test, Some($crate::Browser::$browser), false, $test($crate::Browser::$browser));)+
    };
}

/// Makes a test of an async function without arguments.
#[macro_export]
macro_rules! once {
    ($test:ident) => {
        $crate::register!($test, None, false, $test());
    };
}

/// Makes a drill of an async function without arguments: a test that runs only when asked for.
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
