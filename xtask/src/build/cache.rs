//! A cache of slow results that depend on nothing but their input, keyed by the hash of the input.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

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
        // Renamed once complete, so that an interrupted build leaves no partial file.
        let partial = path.with_extension(format!("{kind}.{}", std::process::id()));
        fs::write(&partial, &result)
            .and_then(|()| fs::rename(&partial, &path))
            .with_context(|| format!("cannot write to {}", self.0.display()))?;
        Ok(result)
    }
}

#[cfg(test)]
mod tests {
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
}
