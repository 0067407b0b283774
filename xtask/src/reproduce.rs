//! Reproducible builds: builds a release twice from scratch, in folders of different names and depths.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{
    build::{dist::SUMS, files_in},
    npm::hash,
    project::{Project, cargo},
    step::{long_step, run},
};

/// Folders of the builds, below cargo's target folder.
const FOLDERS: [&str; 2] = ["one", "a folder/with-a-much-longer-name/two"];

/// Builds twice and compares; the results are kept for inspection.
pub fn reproduce(project: &Project) -> Result<()> {
    let folders = FOLDERS.map(|name| project.target.join("reproduce").join(name));
    // Both copies come first, so that edits during a build change neither.
    for folder in &folders {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        copy_sources(project, folder)?;
    }
    let built = folders.iter().map(|folder| build(folder)).collect::<Result<Vec<_>>>()?;
    let different = different(&built[0], &built[1]);
    ensure!(different.is_empty(), "these files differ between the builds: {}", different.join(", "));
    println!("{} files are identical; SHA-256 of {SUMS}: {}", sums(&built[0]).len(), hash(built[0].as_bytes()));
    Ok(())
}

/// Builds a release in a folder; returns its `SHA256SUMS`, and those of its archives.
fn build(folder: &Path) -> Result<String> {
    let target = folder.join("target");
    let mut build = Command::new(cargo());
    build.args(["run", "--quiet", "--package", "xtask", "--", "build", "--release"]);
    build.current_dir(folder).env("CARGO_TARGET_DIR", &target);
    long_step(&format!("building in {}", folder.display()), || run(&mut build))?;
    let archives = Project { root: folder.to_owned(), target: target.clone() }.archives();
    let lists = files_in(&archives)?.into_iter().filter(|(name, _)| name.ends_with(SUMS));
    let of_archives = lists.map(|(_, path)| fs::read_to_string(path)).collect::<std::io::Result<String>>()?;
    ensure!(!of_archives.is_empty(), "there are no archives");
    // Intermediate files take gigabytes and are not compared.
    fs::remove_dir_all(target)?;
    Ok(fs::read_to_string(folder.join("dist").join(SUMS))? + &of_archives)
}

/// Copies the repository without build output and hidden files.
fn copy_sources(project: &Project, to: &Path) -> Result<()> {
    for entry in fs::read_dir(&project.root)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let hidden = name.to_string_lossy().starts_with('.');
        if hidden || name == "target" || path == project.target || path == project.dist() {
            continue;
        }
        if path.is_dir() {
            for (below, file) in files_in(&path)? {
                copy(&file, &to.join(&name).join(below))?;
            }
        } else {
            copy(&path, &to.join(&name))?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

/// Hashes by path.
fn sums(text: &str) -> BTreeMap<&str, &str> {
    text.lines().filter_map(|line| line.split_once("  ")).map(|(hash, path)| (path, hash)).collect()
}

/// Paths that differ, or that only one of the builds has.
fn different<'a>(one: &'a str, two: &'a str) -> Vec<&'a str> {
    let (one, two) = (sums(one), sums(two));
    let paths: BTreeSet<&str> = one.keys().chain(two.keys()).copied().collect();
    paths.into_iter().filter(|path| one.get(path) != two.get(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_or_are_missing_are_named() {
        let one = "# rustc 1\nab  a.js\ncd  b c.js\nef  d.js\n";
        assert_eq!(different(one, one), [""; 0]);
        assert_eq!(different(one, "# rustc 1\nab  a.js\nce  b c.js\n01  e.js\n"), ["b c.js", "d.js", "e.js"]);
    }

    #[test]
    fn sources_are_copied_and_nothing_built() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("root");
        for path in ["Cargo.toml", "src/a/b.rs", ".git/HEAD", "dist/x", "target/y", "built/z"] {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        let to = folder.path().join("to");
        copy_sources(&Project { target: root.join("built"), root }, &to).unwrap();
        assert_eq!(files_in(&to).unwrap().into_keys().collect::<Vec<_>>(), ["Cargo.toml", "src/a/b.rs"]);
    }
}
