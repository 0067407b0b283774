//! Rebuilding when a source changes.

use std::{
    path::Path,
    process::Command,
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use anyhow::{Context, Result};
use notify::{Event, RecursiveMode, Watcher};

use crate::project::{Project, cargo};

/// Folders watched recursively.
const FOLDERS: &[&str] = &["src", "vendor", "www", "xtask/templates"];
/// Files watched in the repository's root.
const FILES: &[&str] = &["index.html", "Cargo.toml"];
/// Saving a file often causes several events.
const QUIET_TIME: Duration = Duration::from_millis(150);

/// Rebuilds at every change of a source, for ever. A failed build reports why and leaves `dist/` unchanged.
///
/// A new process builds, because this program contains the package, which renders pages and static pictures.
pub fn rebuild_on_change(project: &Project) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let root = project.root.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| is_change(&root, &event)) {
            // Fails only when the receiver is gone.
            let _ = sender.send(());
        }
    })
    .context("cannot watch for changes")?;
    for folder in FOLDERS {
        let path = project.root.join(folder);
        watcher.watch(&path, RecursiveMode::Recursive).with_context(|| format!("cannot watch {folder}"))?;
    }
    // Watches the folder, not the files: editors replace files, which would end a watch on one.
    watcher.watch(&project.root, RecursiveMode::NonRecursive).context("cannot watch the repository")?;
    eprintln!("watching {} and {}", FOLDERS.join(", "), FILES.join(", "));
    while next_change(&changes) {
        eprintln!("a source changed; rebuilding");
        let mut build = Command::new(cargo());
        build.args(["run", "--quiet", "--package", "xtask", "--", "build"]).current_dir(&project.root);
        match build.status() {
            Ok(status) if status.success() => eprintln!("rebuilt"),
            Ok(_) => eprintln!("build failed; waiting for the next change"),
            Err(error) => eprintln!("cannot start cargo: {error}"),
        }
    }
    Ok(())
}

/// Waits for a change, and until no more follow.
fn next_change(changes: &Receiver<()>) -> bool {
    let changed = changes.recv().is_ok();
    while changes.recv_timeout(QUIET_TIME).is_ok() {}
    changed
}

/// Whether an event is a change of a source. Reading causes events too, and a build reads all sources.
fn is_change(root: &Path, event: &Event) -> bool {
    !event.kind.is_access() && event.paths.iter().any(|path| is_source(root, path))
}

fn is_source(root: &Path, path: &Path) -> bool {
    path.strip_prefix(root).is_ok_and(|path| {
        FOLDERS.iter().any(|folder| path.starts_with(folder)) || FILES.iter().any(|file| path == Path::new(file))
    })
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, EventKind, ModifyKind};

    use super::*;

    #[test]
    fn reading_a_source_is_no_change() {
        let root = Path::new("/project");
        let event = |kind| Event::new(kind).add_path(root.join("src/lib.rs"));
        assert!(is_change(root, &event(EventKind::Modify(ModifyKind::Any))));
        assert!(!is_change(root, &event(EventKind::Access(AccessKind::Any))));
    }

    #[test]
    fn only_sources_count() {
        let root = Path::new("/project");
        for path in ["src/chart/mod.rs", "xtask/templates/embed.html", "www/style/page.css", "index.html", "Cargo.toml"]
        {
            assert!(is_source(root, &root.join(path)), "{path}");
        }
        for path in ["dist/index.html", "target/debug/xtask", "README.md", "Cargo.lock"] {
            assert!(!is_source(root, &root.join(path)), "{path}");
        }
    }
}
