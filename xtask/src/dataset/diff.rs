//! Prints the entry that a change of figures needs in the list of changes.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use super::{
    changes::{self, Changes, Version},
    control::DATASET,
    figures::Figures,
    json::pretty,
};
use crate::{build::data, project::Project, step::run_quiet};

/// Prints the entry that is missing in the list of changes; if there is none, validates the list against the dataset.
///
/// The figures before the change are those of `from`, or of the last revision in the repository with the recorded
/// digest.
pub fn run(project: &Project, from: Option<PathBuf>) -> Result<()> {
    let dataset = data::dataset(&project.root.join(DATASET))?;
    let changes = Changes::read(&project.root)?;
    let figures = Figures::of(&dataset)?;
    let digest = figures.digest()?;
    let recorded = changes.versions.first();
    if recorded.is_some_and(|recorded| recorded.digest == digest && recorded.as_of == dataset.as_of) {
        let problems = changes.problems(&dataset)?;
        if !problems.is_empty() {
            bail!("{} does not explain the data:\n  {}", changes::FILE, problems.join("\n  "));
        }
        println!("no figure has changed since {}, and {} says how each came to be", dataset.as_of, changes::FILE);
        return Ok(());
    }
    let before = match (recorded, from) {
        (None, _) => figures.clone(),
        (Some(recorded), None) => in_history(project, &recorded.digest)?,
        (Some(recorded), Some(from)) => {
            let text = fs::read_to_string(&from).with_context(|| format!("cannot read {}", from.display()))?;
            let before = of_text(&text).with_context(|| format!("{} is not a valid dataset", from.display()))?;
            if before.digest()? != recorded.digest {
                bail!("{} does not have the figures recorded as of {}", from.display(), recorded.as_of);
            }
            before
        }
    };
    let entry =
        Version { as_of: dataset.as_of, digest, counted: figures.counted()?, changes: figures.changes_since(&before) };
    println!("{}", pretty(&entry)?);
    eprintln!(
        "Put this first in `versions` of {}, with `why` and `source` of each change; then run this again.",
        changes::FILE
    );
    if recorded.is_some_and(|recorded| recorded.as_of >= dataset.as_of) {
        eprintln!(
            "Give {DATASET} and the entry a later `as_of`: each version is published under a day of its own. \
             If that of {} is not published yet, its entry can take over `digest`, `counted` and the changes.",
            dataset.as_of
        );
    }
    Ok(())
}

/// The figures with a digest, from the latest revision of the dataset that has them.
fn in_history(project: &Project, digest: &str) -> Result<Figures> {
    let git = |args: &[&str]| run_quiet(Command::new("git").args(args).current_dir(&project.root));
    let revisions = git(&["log", "--format=%H", "--", DATASET])
        .context("the figures as they were are in the repository's history; without it, name a file with --from")?;
    for revision in revisions.lines() {
        let Ok(text) = git(&["show", &format!("{revision}:{DATASET}")]) else { continue };
        // An old revision may be in a format that is no longer supported.
        if let Ok(figures) = of_text(&text)
            && figures.digest()? == digest
        {
            return Ok(figures);
        }
    }
    bail!("no revision of {DATASET} has the recorded figures; name a file that has with --from")
}

fn of_text(text: &str) -> Result<Figures> {
    Figures::of(&data::parse(text)?)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_recorded_figures_are_found_in_history() {
        let folder = tempfile::tempdir().unwrap();
        let project = Project { root: folder.path().to_owned(), target: folder.path().join("target") };
        let git = |args: &[&str]| run_quiet(Command::new("git").args(args).current_dir(folder.path())).unwrap();
        let path = folder.path().join(DATASET);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        git(&["init", "-q"]);
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(DATASET)).unwrap();
        let corrected = text.replacen("\"best\": 18000000", "\"best\": 17000000", 1);
        for version in [&text, "no dataset", &corrected] {
            fs::write(&path, version).unwrap();
            git(&["add", "."]);
            git(&["-c", "user.name=a", "-c", "user.email=a@a.example", "commit", "-q", "-m", "a"]);
        }
        let (before, now) = (of_text(&text).unwrap(), of_text(&corrected).unwrap());
        assert_ne!(before, now);
        for figures in [before, now] {
            assert_eq!(in_history(&project, &figures.digest().unwrap()).unwrap(), figures);
        }
        assert!(in_history(&project, "").unwrap_err().to_string().starts_with("no revision of www/data/dataset.json"));
    }
}
