//! Keeps local folders out of published files, so that builds on different machines are identical.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::files_in;
use crate::{project::Project, setup::rustc};

/// Local folders that a compiler would write into code, with the name that replaces each. A folder comes after its
/// parents.
fn local_folders(project: &Project) -> Result<[(PathBuf, &'static str); 4]> {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("this machine has no home folder")?;
    Ok([
        (cargo, "cargo"),
        (rustc(&["--print", "sysroot"])?.into(), "rust"),
        (project.root.clone(), "heistogram"),
        (project.target.clone(), "target"),
    ])
}

/// The compiler's flags that replace the names.
pub fn remapped(project: &Project) -> Result<Vec<String>> {
    let flag = |(folder, name): (PathBuf, &str)| format!("--remap-path-prefix={}={name}", folder.display());
    Ok(local_folders(project)?.map(flag).into())
}

/// Fails if code or scripts in `dist/` contain the name of a local folder.
pub fn check(project: &Project) -> Result<()> {
    let folders = local_folders(project)?.map(|(folder, _)| folder);
    let named = named(&project.dist(), &folders)?;
    ensure!(named.is_empty(), "these files contain the path of a local folder: {}", named.join(", "));
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
