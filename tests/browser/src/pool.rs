//! Browsers between two tests: a browser takes seconds to start, a new page does not.

use std::{
    env,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tempfile::TempDir;
use xtask::setup::browser::Browser;

use crate::{driver::Driver, options::Options};

/// As many browsers wait as tests run at a time; more would only take memory.
const LONGEST: usize = 6;

static POOL: Mutex<Option<Vec<Running>>> = Mutex::new(None);

/// A browser with a session.
#[derive(Debug)]
pub struct Running {
    pub browser: Browser,
    /// What it was started with and cannot change.
    pub fixed: Options,
    pub id: String,
    pub driver: Driver,
    /// Removed after the browser has ended.
    pub profile: TempDir,
}

impl Drop for Running {
    fn drop(&mut self) {
        // Fails when the browser has ended already; its driver ends with its last session in any case.
        let _ = self.driver.close_session(&self.id);
    }
}

/// Browsers are kept until this is dropped.
#[derive(Debug)]
pub struct Pool(());

impl Drop for Pool {
    fn drop(&mut self) {
        let browsers = pool().take();
        drop(browsers);
    }
}

/// Keeps the browsers that tests have done with; without it, each ends with its test. `HEIST_FRESH_BROWSERS` keeps none.
pub fn open() -> Pool {
    if env::var_os("HEIST_FRESH_BROWSERS").is_none() {
        *pool() = Some(Vec::new());
    }
    Pool(())
}

/// A browser that was started in the same way, if one waits.
pub fn take(browser: Browser, fixed: &Options) -> Option<Running> {
    let mut pool = pool();
    let waiting = pool.as_mut()?;
    let index = waiting.iter().rposition(|running| running.browser == browser && running.fixed == *fixed)?;
    Some(waiting.remove(index))
}

/// Keeps a browser for the next test, or ends it.
pub fn give_back(running: Running) {
    let mut pool = pool();
    let Some(waiting) = pool.as_mut() else { return };
    waiting.push(running);
    let surplus = (waiting.len() > LONGEST).then(|| waiting.remove(0));
    // It takes its time to end.
    drop(pool);
    drop(surplus);
}

fn pool() -> MutexGuard<'static, Option<Vec<Running>>> {
    POOL.lock().unwrap_or_else(PoisonError::into_inner)
}
