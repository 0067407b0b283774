//! Folders of this machine, of which nothing that is published may tell: then it is the same wherever it is built.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::files_in;
use crate::{project::Project, setup::rustc};

/// Folders whose names a compiler would write into code, and what stands for each. Where one lies in another, it comes later.
fn places(project: &Project) -> Result<[(PathBuf, &'static str); 4]> {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("this machine has no home folder")?;
    Ok([
        (cargo, "cargo"),
        (rustc(&["--print", "sysroot"])?.into(), "rust"),
        (project.root.clone(), "heistogram"),
        (project.target.clone(), "target"),
    ])
}

/// What tells the compiler to write other names.
pub fn remapped(project: &Project) -> Result<Vec<String>> {
    let flag = |(folder, name): (PathBuf, &str)| format!("--remap-path-prefix={}={name}", folder.display());
    Ok(places(project)?.map(flag).into())
}

/// Fails when code or scripts in `dist/` name a folder of this machine.
pub fn check(project: &Project) -> Result<()> {
    let folders = places(project)?.map(|(folder, _)| folder);
    let named = named(&project.dist(), &folders)?;
    ensure!(named.is_empty(), "these files say where they were built: {}", named.join(", "));
    Ok(())
}

fn named(dist: &Path, folders: &[PathBuf]) -> Result<Vec<String>> {
    let mut named = Vec::new();
    for (name, path) in files_in(dist)? {
        if name.ends_with(".wasm") || name.ends_with(".js") {
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let names = |folder: &&PathBuf| {
                let text = format!("{}/", folder.display());
                bytes.windows(text.len()).any(|window| window == text.as_bytes())
            };
            named.extend(folders.iter().find(names).map(|folder| format!("{name} ({})", folder.display())));
        }
    }
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_names_a_folder_is_named() {
        let dist = tempfile::tempdir().unwrap();
        fs::create_dir(dist.path().join("v")).unwrap();
        for (name, text) in [
            ("a.wasm", "\0asm panicked at /home/somebody/project/src/lib.rs"),
            ("b.js", "import '/home/somebody/projects/x.js'"),
            ("v/c.js", "'/home/somebody/.cargo/registry'"),
            ("d.html", "/home/somebody/project/"),
        ] {
            fs::write(dist.path().join(name), text).unwrap();
        }
        let folders = ["/home/somebody/project", "/home/somebody/.cargo"].map(PathBuf::from);
        assert_eq!(
            named(dist.path(), &folders).unwrap(),
            ["a.wasm (/home/somebody/project)", "v/c.js (/home/somebody/.cargo)"]
        );
    }
}
