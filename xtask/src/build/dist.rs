//! The files of `dist/`, collected in memory and written together at the end.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::npm::hash;

/// Name of the file with the hashes of all files of a release.
pub const SUMS: &str = "SHA256SUMS";

/// Paths with forward slashes and their contents.
#[derive(Debug, Default)]
pub struct Dist(BTreeMap<String, Vec<u8>>);

impl Dist {
    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Result<()> {
        if self.0.insert(path.to_owned(), bytes.into()).is_some() {
            bail!("two files have the path {path}");
        }
        Ok(())
    }

    /// Adds all files of a folder below `path`.
    pub fn add_folder(&mut self, path: &str, folder: &Path) -> Result<()> {
        for (name, file) in files_in(folder)? {
            let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            self.add(&format!("{path}{name}"), bytes)?;
        }
        Ok(())
    }

    /// The content of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// All paths in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The hashes of all files in the format of `sha256sum -c`, after a comment that names the compiler.
    pub fn sums(&self, compiler: &str) -> String {
        let lines = self.0.iter().map(|(path, bytes)| format!("{}  {path}\n", hash(bytes)));
        std::iter::once(format!("# {compiler}\n")).chain(lines).collect()
    }

    /// Writes the files to a folder beside `target`, then replaces `target` by it.
    pub fn replace(&self, target: &Path) -> Result<()> {
        let beside = |name: &str| target.with_file_name(format!(".dist-{name}-{}", std::process::id()));
        let (new, old) = (beside("new"), beside("old"));
        let result = self.write(&new).and_then(|()| {
            if target.exists() {
                fs::rename(target, &old)?;
            }
            fs::rename(&new, target).inspect_err(|_| {
                // Restores the old folder; if that fails too, the first error explains why.
                let _ = fs::rename(&old, target);
            })
        });
        for leftover in [new, old] {
            // Usually there is none.
            let _ = fs::remove_dir_all(leftover);
        }
        result.with_context(|| format!("cannot write to {}", target.display()))
    }

    fn write(&self, folder: &Path) -> std::io::Result<()> {
        for (path, bytes) in &self.0 {
            let path = folder.join(path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(path, bytes)?;
        }
        Ok(())
    }
}

/// Every file below a folder, by its relative path with forward slashes; empty if the folder is missing.
pub fn files_in(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    let mut open = vec![(String::new(), folder.to_owned())];
    while let Some((prefix, folder)) = open.pop() {
        if !folder.is_dir() {
            continue;
        }
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                bail!("{}: the name is not UTF-8", path.display());
            };
            if name.starts_with('.') {
                continue;
            }
            let full = format!("{prefix}{name}");
            if path.is_dir() {
                open.push((format!("{full}/"), path));
            } else {
                found.insert(full, path);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_folder_takes_the_place_of_the_old() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("dist");
        let mut first = Dist::default();
        first.add("old.txt", "old").unwrap();
        first.replace(&target).unwrap();
        let mut second = Dist::default();
        second.add("a/new.txt", "new").unwrap();
        second.replace(&target).unwrap();
        assert_eq!(files_in(folder.path()).unwrap().into_keys().collect::<Vec<_>>(), ["dist/a/new.txt"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_name_is_given_once() {
        let mut dist = Dist::default();
        dist.add("a", "1").unwrap();
        assert_eq!(dist.add("a", "2").unwrap_err().to_string(), "two files have the path a");
    }

    #[test]
    fn sums_are_those_of_sha256sum() {
        let mut dist = Dist::default();
        dist.add("b", "").unwrap();
        dist.add("a/c.txt", "abc").unwrap();
        assert_eq!(
            dist.sums("rustc 1"),
            "# rustc 1\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/c.txt\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
        );
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let mut dist = Dist::default();
        dist.add("a", "1").unwrap();
        let error = format!("{:#}", dist.replace(&file.join("dist")).unwrap_err());
        assert!(error.starts_with(&format!("cannot write to {}", file.join("dist").display())), "{error}");
    }
}
