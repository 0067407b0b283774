//! A cache of slow results that depend on nothing but their input, keyed by the hash of the input.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use tempfile::NamedTempFile;

use crate::npm::hash;

/// A folder of cached results.
#[derive(Debug)]
pub struct Cache(PathBuf);

impl Cache {
    /// Opens or creates the folder.
    pub fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot write to {}", folder.display()))?;
        Ok(Self(folder.to_owned()))
    }

    /// The cached result of `work` on `input`; computes it if it is missing. `kind` identifies the work and its
    /// settings.
    pub fn get_or(&self, kind: &str, input: &[u8], work: impl FnOnce(&[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
        let path = self.0.join(format!("{}.{kind}", hash(input)));
        if let Ok(known) = fs::read(&path) {
            return Ok(known);
        }
        let result = work(input)?;
        // Renamed once complete, so that an interrupted build leaves no partial file. Each call has a file of its own, as
        // another thread may work on the same input.
        let write = || -> io::Result<()> {
            let mut partial = NamedTempFile::new_in(&self.0)?;
            partial.write_all(&result)?;
            partial.persist(&path)?;
            Ok(())
        };
        write().with_context(|| format!("cannot write to {}", self.0.display()))?;
        Ok(result)
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::Barrier, thread};

    use super::*;

    #[test]
    fn work_is_done_once_for_an_input() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path()).unwrap();
        let double = |input: &[u8]| Ok(input.repeat(2));
        assert_eq!(cache.get_or("twice", b"ab", double).unwrap(), b"abab");
        assert_eq!(cache.get_or("twice", b"ab", |_| anyhow::bail!("again")).unwrap(), b"abab");
        assert_eq!(cache.get_or("twice", b"cd", double).unwrap(), b"cdcd");
        assert!(cache.get_or("other", b"ab", |_| anyhow::bail!("first time")).is_err());
    }

    /// A snapshot has the same files as the site, and they are compressed in several threads.
    #[test]
    fn threads_may_work_on_the_same_input() {
        const THREADS: usize = 8;
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path()).unwrap();
        let input = vec![b'a'; 10_000];
        for round in 0..20 {
            let together = Barrier::new(THREADS);
            let work = |input: &[u8]| {
                together.wait();
                Ok(input.to_vec())
            };
            let kind = round.to_string();
            thread::scope(|scope| {
                let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(|| cache.get_or(&kind, &input, work))).collect();
                for thread in threads {
                    assert_eq!(thread.join().unwrap().unwrap(), input);
                }
            });
        }
    }
}
