//! `www/data/changes.json`: the versions of the data, newest first, and every figure that changed from one to the next.
//!
//! A version has the digest of its figures. Undoing the changes of the newest version on the present figures must give
//! the digest of the version before, and so on. So no figure changes without an entry that records the old one.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use heistogram::data::{Dataset, Date};
use serde::{Deserialize, Serialize};
use url::Url;

use super::figures::{Change, Figures, Sums};

/// Path of the file.
pub const FILE: &str = "www/data/changes.json";

/// Content of the file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// Newest first.
    pub versions: Vec<Version>,
}

/// A state of the data that was published.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The last day of the data.
    #[serde(with = "day")]
    pub as_of: Date,
    /// The [`Figures::digest`] of the version.
    pub digest: String,
    /// Its totals.
    pub counted: Sums,
    /// Differences from the version before, oldest first.
    pub changes: Vec<Change>,
}

impl Changes {
    /// Reads the file.
    pub fn read(root: &Path) -> Result<Self> {
        let text = fs::read_to_string(root.join(FILE)).with_context(|| format!("cannot read {FILE}"))?;
        serde_json::from_str(&text).with_context(|| format!("{FILE} is no list of changes"))
    }

    /// Errors of the list for a dataset: digests that do not match, missing or invalid entries.
    pub fn problems(&self, dataset: &Dataset) -> Result<Vec<String>> {
        let mut figures = Figures::of(dataset)?;
        let mut problems = Vec::new();
        let Some(newest) = self.versions.first() else { return Ok(vec!["there is no version".to_owned()]) };
        if newest.as_of != dataset.as_of {
            problems.push(format!("the newest version is of {}, the dataset of {}", newest.as_of, dataset.as_of));
        }
        for (index, version) in self.versions.iter().enumerate() {
            let mut problem = |text: String| problems.push(format!("{}: {text}", version.as_of));
            if figures.digest()? != version.digest {
                problem(match index {
                    0 => "a figure has changed since: `cargo xtask dataset diff` prints what to add".to_owned(),
                    _ => "the changes since, taken back, do not lead to its figures".to_owned(),
                });
                // Earlier versions cannot match either.
                break;
            }
            if figures.counted()? != version.counted {
                problem("`counted` is not the sum of what counts".to_owned());
            }
            match self.versions.get(index + 1) {
                None if !version.changes.is_empty() => problem("the first version has none to differ from".to_owned()),
                Some(older) if older.as_of >= version.as_of => {
                    problem("it is not of a later day than the version before".to_owned());
                }
                _ => {}
            }
            for change in &version.changes {
                if change.why.trim().is_empty() {
                    problem(format!("{}: `why` says nothing", change.what));
                }
                if !is_link(&change.source) {
                    problem(format!("{}: `source` is no link to a page: {:?}", change.what, change.source));
                }
            }
            for change in version.changes.iter().rev() {
                if let Err(error) = figures.undo(change) {
                    problem(format!("{error:#}"));
                }
            }
        }
        Ok(problems)
    }
}

/// Whether a text is an HTTP address.
pub fn is_link(text: &str) -> bool {
    let plain = !text.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    let host = |url: Url| {
        let web = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
        web && url.domain().is_some_and(|domain| domain.contains('.'))
    };
    plain && Url::parse(text).is_ok_and(host)
}

/// A date as serialised in the dataset.
mod day {
    use heistogram::data::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(date)
    }

    pub fn deserialize<'a, D: Deserializer<'a>>(deserializer: D) -> Result<Date, D::Error> {
        Date::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests;
