//! Reuse of browsers between tests: starting a browser takes seconds, opening a page does not.

use std::{
    env,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tempfile::TempDir;
use xtask::setup::browser::Browser;

use crate::{driver::Driver, options::Options};

/// Browsers that wait for later tests. More than the four tests that run at a time on two cores, as tests start browsers
/// with different options; not many more, as each browser takes memory.
const MOST_WAITING: usize = 6;

static POOL: Mutex<Option<Vec<Running>>> = Mutex::new(None);

/// A browser with a session.
#[derive(Debug)]
pub struct Running {
    pub browser: Browser,
    /// The options it was started with, which cannot change.
    pub fixed: Options,
    pub id: String,
    pub driver: Driver,
    /// Removed after the browser has ended.
    pub profile: TempDir,
}

impl Drop for Running {
    fn drop(&mut self) {
        // Fails if the browser has ended already; its driver ends with its last session in any case.
        let _ = self.driver.close_session(&self.id);
    }
}

/// Enables the reuse of browsers until it is dropped.
#[derive(Debug)]
pub struct Pool(());

impl Drop for Pool {
    fn drop(&mut self) {
        let browsers = pool().take();
        drop(browsers);
    }
}

/// Enables the reuse of browsers; without it, each ends with its test. `HEIST_FRESH_BROWSERS` disables it.
pub fn open() -> Pool {
    if env::var_os("HEIST_FRESH_BROWSERS").is_none() {
        *pool() = Some(Vec::new());
    }
    Pool(())
}

/// A browser that was started with the same options, if one is waiting.
pub fn take(browser: Browser, fixed: &Options) -> Option<Running> {
    let mut pool = pool();
    let waiting = pool.as_mut()?;
    let index = waiting.iter().rposition(|running| running.browser == browser && running.fixed == *fixed)?;
    Some(waiting.remove(index))
}

/// Returns a browser for the next test, or ends it.
pub fn give_back(running: Running) {
    let mut pool = pool();
    let Some(waiting) = pool.as_mut() else { return };
    waiting.push(running);
    let surplus = (waiting.len() > MOST_WAITING).then(|| waiting.remove(0));
    // Ending takes time, so it comes after the lock is released.
    drop(pool);
    drop(surplus);
}

fn pool() -> MutexGuard<'static, Option<Vec<Running>>> {
    POOL.lock().unwrap_or_else(PoisonError::into_inner)
}
