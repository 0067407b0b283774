//! Authors and licences of the code that readers download: a notice published with every copy.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{project::cargo, setup::wasm_target::TARGET, step::run_quiet};

/// Its path in `dist/`.
pub const NAME: &str = "licenses.txt";

/// Start of the part of the MIT licence that is the same for everyone.
const GRANT: &str = "Permission is hereby granted";

/// Licence of packages with tables of the Unicode Character Database.
const UNICODE: &str = " AND Unicode-3.0";

/// The notice: the packages compiled into what readers download, and their licences.
pub fn text(root: &Path) -> Result<String> {
    let mut metadata = Command::new(cargo());
    // This feature depends on every package that any module has.
    metadata.args(["metadata", "--format-version", "1", "--features", "reader", "--filter-platform", TARGET]);
    let metadata = serde_json::from_str(&run_quiet(metadata.current_dir(root))?)?;
    let read = |name: &str| fs::read_to_string(root.join(name)).with_context(|| format!("cannot read {name}"));
    let (mit, unicode) = (read("LICENSE-MIT")?, read("LICENSE-UNICODE")?);
    let (our_name, grant) = mit.split_once(GRANT).context("LICENSE-MIT is not the MIT licence")?;
    let our_name = our_name.lines().find(|line| line.starts_with("Copyright")).unwrap_or_default();
    let grant = format!("{GRANT}{grant}");

    let mut by_owner: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in shipped(&metadata)? {
        let name = format!("{} {}", text_of(package, "name")?, text_of(package, "version")?);
        let owners = owners_of(package, &grant).with_context(|| format!("the licence of {name}"))?;
        let changed = if package["source"].is_null() { ", changed" } else { "" };
        by_owner.entry(owners).or_default().push(format!("{name}{changed}"));
    }
    by_owner.insert("Copyright (c) The Rust Project Contributors".into(), vec!["Rust's standard library".into()]);
    let others = by_owner.iter().map(|(owners, names)| format!("{owners}\n  {}\n", names.join("; ")));
    let text = format!(
        "Heistogram: code MIT OR Apache-2.0, data CC BY 4.0\n{our_name}\n\n\
         In it is code of others, under the MIT License:\n\n{}\n\
         and names of countries from the Unicode CLDR, under the Unicode License.\n\nMIT License\n\n{grant}\n{unicode}",
        others.collect::<String>()
    );
    // ASCII reads the same in every encoding.
    Ok(text.replace('©', "(c)").replace(['“', '”'], "\""))
}

fn text_of<'a>(package: &'a Value, key: &str) -> Result<&'a str> {
    package[key].as_str().with_context(|| format!("a package has no {key}"))
}

/// The dependencies in the compiled code, by name: neither our own package nor what only runs at compile time.
fn shipped(metadata: &Value) -> Result<Vec<&Value>> {
    let packages = by_id(&metadata["packages"]);
    let needs = by_id(&metadata["resolve"]["nodes"]);
    let root = metadata["resolve"]["root"].as_str().context("cargo metadata names no package")?;
    let mut seen = BTreeMap::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        for need in items(&needs.get(id).context("cargo metadata lacks a package")?["deps"]) {
            let id = text_of(need, "pkg")?;
            let package = *packages.get(id).context("cargo metadata lacks a package")?;
            let compiled_in = items(&need["dep_kinds"]).any(|need| need["kind"].is_null());
            let runs_before = items(&package["targets"]).any(|target| target["kind"][0] == "proc-macro");
            if compiled_in && !runs_before && seen.insert(id, package).is_none() {
                open.push(id);
            }
        }
    }
    let mut shipped: Vec<&Value> = seen.into_values().collect();
    shipped.sort_by_key(|package| package["name"].as_str());
    Ok(shipped)
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn by_id(list: &Value) -> BTreeMap<&str, &Value> {
    items(list).filter_map(|item| Some((item["id"].as_str()?, item))).collect()
}

/// Copyright holders: from the licence in the package, or its list of authors.
fn owners_of(package: &Value, grant: &str) -> Result<String> {
    let license = text_of(package, "license")?;
    let (code, tables) = license.split_once(UNICODE).map_or((license, false), |(code, _)| (code, true));
    let mut choices = code.trim_matches(['(', ')']).split([' ', '/']);
    ensure!(choices.any(|name| name == "MIT") && !code.contains("AND"), "it is {license}; only MIT is supported");
    let folder = Path::new(text_of(package, "manifest_path")?).with_file_name("");
    let files = ["LICENSE-MIT", "LICENSE"].map(|name| fs::read_to_string(folder.join(name)));
    let text = files.into_iter().find_map(Result::ok).unwrap_or_default();
    if let Some((_, theirs)) = text.split_once(GRANT) {
        let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        ensure!(words(&format!("{GRANT}{theirs}")) == words(grant), "it differs from LICENSE-MIT");
    }
    let mut owners: Vec<String> =
        text.lines().map(str::trim).filter(|line| line.starts_with("Copyright")).map(str::to_owned).collect();
    if owners.is_empty() {
        let authors = items(&package["authors"]).filter_map(Value::as_str);
        owners.extend(authors.map(|author| format!("Copyright (c) {}", author.split(" <").next().unwrap_or(author))));
    }
    if owners.is_empty() {
        owners.push(format!("Copyright (c) the authors of {}", text_of(package, "name")?));
    }
    if tables {
        owners.push("Copyright © 1991-2023 Unicode, Inc. (tables, under the Unicode License)".into());
    }
    Ok(owners.join("; "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::project::Project;

    #[test]
    fn every_package_in_the_code_is_named_with_its_owner() {
        let text = text(&Project::find().unwrap().root).unwrap();
        for (owner, name) in [
            ("Hao Hou", "plotters 0"),
            ("Hao Hou <haohou302@gmail.com>", "plotters-canvas 0.3.1, changed\n"),
            ("yvt", "rlsf"),
            (
                "David Tolnay; Copyright (c) 1991-2023 Unicode, Inc. (tables, under the Unicode License)",
                "unicode-ident",
            ),
            ("2019 Cloudflare, Inc.", "serde-wasm-bindgen"),
            ("2014 Alex Crichton", "wasm-bindgen 0.2"),
        ] {
            let line = text.lines().skip_while(|line| !line.ends_with(owner)).nth(1).unwrap_or_default();
            assert!(format!("{line}\n").contains(name), "{owner}: {line}\n{text}");
        }
        for name in ["serde_derive", "plotters-svg", "clap", "heistogram"] {
            assert!(!text.contains(&format!(" {name} ")), "{name} does not ship");
        }
        assert!(text.contains("(c) 2004-2025 Unicode, Inc.") && text.is_ascii());
    }

    fn package(license: &str, folder: &Path) -> Value {
        json!({ "license": license, "manifest_path": folder.join("Cargo.toml"), "authors": ["A B <a@b.example>", "C"] })
    }

    #[test]
    fn who_says_nothing_else_is_named_as_the_author() {
        let folder = tempfile::tempdir().unwrap();
        let owners = |license: &str| owners_of(&package(license, folder.path()), "Permission is hereby granted, x");
        assert_eq!(owners("MIT/Apache-2.0").unwrap(), "Copyright (c) A B; Copyright (c) C");
        fs::write(folder.path().join("LICENSE"), "MIT\n\nCopyright (c) 2020 D\n\nPermission is hereby granted,\n  x\n")
            .unwrap();
        assert_eq!(owners("MIT").unwrap(), "Copyright (c) 2020 D");
    }

    #[test]
    fn another_licence_is_no_licence_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        let refused = |license: &str| owners_of(&package(license, folder.path()), GRANT).unwrap_err().to_string();
        for license in ["GPL-3.0", "MIT AND Zlib", "(Zlib OR Apache-2.0) AND Unicode-3.0"] {
            assert_eq!(refused(license), format!("it is {license}; only MIT is supported"));
        }
        fs::write(folder.path().join("LICENSE-MIT"), format!("{GRANT} to no one")).unwrap();
        assert_eq!(refused("MIT"), "it differs from LICENSE-MIT");
    }
}
