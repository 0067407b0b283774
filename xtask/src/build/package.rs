//! The npm package: the element as an ES module, with its types, code and data.
//!
//! Code and data are the files of `dist/`. The scripts are bundled again, without what needs a site around it. Every
//! address in them is relative, so a bundler, a copy on a server and a CDN all find the files.

use std::{collections::BTreeSet, fs};

use anyhow::{Context, Result};
use heistogram::locale::Locale;
use serde_json::{Value, json};

use super::{
    bundle::{self, Sources},
    dist::{Dist, files_in},
    esbuild::Esbuild,
    licenses,
    loads::Manifest,
};
use crate::project::Project;

/// Licences of the repository, for code, data and names of countries.
const LICENSES: [&str; 5] = ["LICENSE", "LICENSE-APACHE", "LICENSE-DATA", "LICENSE-MIT", "LICENSE-UNICODE"];

/// Its page in the documentation, which is also the README of the package.
const PAGE: &str = "docs/npm.md";

/// Collects the files of the package from those of the site.
pub fn files(
    project: &Project,
    esbuild: &Esbuild,
    sources: &Sources,
    locales: &[Locale],
    manifest: &Manifest,
    dist: &Dist,
) -> Result<Dist> {
    let mut package = Dist::default();
    bundle::add_element(esbuild, sources, &mut package)?;
    let mut of_site = BTreeSet::from([licenses::NAME.to_owned()]);
    for locale in locales {
        of_site.extend(manifest.fetched(*locale)?.into_iter().map(|(path, _)| path.to_owned()));
    }
    of_site.extend(files_in(&project.root.join("www/public"))?.into_keys());
    for path in of_site {
        package.add(&path, dist.get(&path).with_context(|| format!("the site has no {path}"))?)?;
    }
    let read = |name: &str| fs::read_to_string(project.root.join(name)).with_context(|| format!("cannot read {name}"));
    for name in LICENSES {
        package.add(name, read(name)?)?;
    }
    package.add("README.md", alone(&read(PAGE)?))?;
    package.add("package.json", serde_json::to_string_pretty(&description(&project.package()?))? + "\n")?;
    Ok(package)
}

/// `package.json`, from the Cargo package.
fn description(cargo: &Value) -> Value {
    let license = format!("({}) AND CC-BY-4.0 AND Unicode-3.0", cargo["license"].as_str().unwrap_or_default());
    let mut description = json!({
        "name": cargo["name"],
        "version": cargo["version"],
        "description": cargo["description"],
        "license": license,
        "author": cargo["authors"][0],
        "type": "module",
        "main": "./heistogram.js",
        "types": "./heistogram.d.ts",
        "exports": {
            ".": { "types": "./heistogram.d.ts", "default": "./heistogram.js" },
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        // To import it is to define the element.
        "sideEffects": true,
        "customElements": "./custom-elements.json",
    });
    if let Some(url) = cargo["repository"].as_str() {
        description["repository"] = json!({ "type": "git", "url": format!("git+{url}.git") });
    }
    description
}

/// A document without links to the documents beside it, which the package lacks.
fn alone(text: &str) -> String {
    let mut parts = text.split("](");
    let mut alone = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (target, rest) = part.split_once(')').unwrap_or((part, ""));
        match alone.rfind('[').filter(|_| !target.starts_with("https:") && !target.starts_with('#')) {
            Some(start) => {
                alone.remove(start);
                alone += rest;
            }
            None => alone += &format!("]({part}"),
        }
    }
    alone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_is_that_of_the_cargo_package() {
        let project = Project::find().unwrap();
        let package = description(&project.package().unwrap());
        assert_eq!(package["name"], "heistogram");
        assert_eq!(package["version"], project.version().unwrap());
        assert_eq!(package["license"], "(MIT OR Apache-2.0) AND CC-BY-4.0 AND Unicode-3.0");
        assert!(package.get("repository").is_none(), "Cargo.toml names none");
        let elsewhere = description(&json!({ "repository": "https://a.example/b" }));
        assert_eq!(elsewhere["repository"]["url"], "git+https://a.example/b.git");
    }

    #[test]
    fn links_to_other_documents_become_text() {
        let text =
            "See [the element](embedding.md#the-element), [below](#below), [npm](https://a.example/b) and `[x]`.";
        assert_eq!(alone(text), "See the element, [below](#below), [npm](https://a.example/b) and `[x]`.");
    }
}
