//! Third-party software that tests embed charts in, never shipped: sanitizers, frameworks, editors, feed readers.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{debian, on_path, pip, tools};
use crate::{
    npm,
    step::{run_quiet, step},
};

const NPM: &[&str] = &[
    "@hotwired/turbo@8.0.23",
    "@mdx-js/mdx@3.1.1",
    "@mozilla/readability@0.6.0",
    "@sveltejs/vite-plugin-svelte@5.1.0",
    "dompurify@3.5.0",
    "idiomorph@0.8.0",
    "iframe-resizer@4.4.5",
    "jsdom@26.1.0",
    "markdown-it@15.0.3",
    "pym.js@1.3.2",
    "react@19.3.1",
    "react-dom@19.3.1",
    "rehype-parse@9.0.1",
    "rehype-sanitize@6.0.0",
    "rehype-stringify@10.0.1",
    "sanitize-html@2.18.1",
    "svelte@5.57.3",
    "tinymce@8.9.2",
    "unified@11.0.5",
    "vite@6.4.6",
    "vue@3.5.45",
    "xss@1.0.17",
];
const BLEACH: &str = "bleach==6.4.0";
const PHP: &[&str] = &["php-cli"];

/// The `node_modules` with all npm packages.
pub fn packages() -> Result<PathBuf> {
    npm::together(&folder()?, "parts", NPM)
}

/// Folder with bleach, for `PYTHONPATH`.
pub fn bleach() -> Result<PathBuf> {
    pip::together(&folder()?, &BLEACH.replace("==", "-"), &[BLEACH])
}

/// Folder of WordPress, unpacked from its Debian package, without a database or a web server.
pub fn wordpress() -> Result<PathBuf> {
    let folder = folder()?.join("wordpress");
    let sources = folder.join("usr/share/wordpress");
    if on_path(&["php"]).is_none() {
        if !debian::can_install() {
            bail!("PHP is missing; try: {}", debian::line_to_type(PHP));
        }
        debian::install(PHP)?;
    }
    if !sources.join("wp-includes/kses.php").is_file() {
        step("fetching WordPress", || unpack(&folder))?;
    }
    Ok(sources)
}

fn unpack(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    run_quiet(Command::new("apt-get").args(["download", "--quiet", "wordpress"]).current_dir(folder))?;
    let mut files = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let package = files.find(|path| path.extension().is_some_and(|ending| ending == "deb")).context("no package")?;
    run_quiet(Command::new("dpkg-deb").arg("--extract").arg(package).arg(folder))?;
    Ok(())
}

fn folder() -> Result<PathBuf> {
    tools().context("this program lies outside cargo's target folder")
}
