//! The examples for front-end developers, each built with the npm package as its own folder says, and opened.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, in_browsers};
use serde_json::Value;
use tempfile::TempDir;
use xtask::setup::examples;

use crate::parts;
use crate::reader::Reader;
use crate::server::{Habit, Newsroom};
use crate::site::{copy, site};

/// Examples that `npm run build` builds.
const BUILT: [&str; 4] = ["react", "vue", "svelte", "observable"];

/// The element as a server writes it.
const SERVED: &str = "<heist-chart chart=\"proceeds\">\
    <p>Shown until the chart is drawn, and whenever it cannot be drawn.</p></heist-chart>";

/// What a module adds to the globals of Node.
const IMPORT: &str = "
    const before = Object.getOwnPropertyNames(globalThis);
    const exported = Object.keys(await import('heistogram'));
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
    console.log(JSON.stringify([exported, added, typeof customElements]));";

const LIVE: &str = "return live(document.querySelector('heist-chart'))";

/// Presses the button of an example; the chart shows the selection.
const CHOOSE: &str = "
    const button = document.querySelector('[aria-pressed]');
    if (button.getAttribute('aria-pressed') === 'false') button.click();
    const chart = document.querySelector('heist-chart');
    return chart.getAttribute('group') === 'banks'
        && chart.shadowRoot.querySelector('[part=selected]').checkVisibility()";

/// Opens the menu, and returns the words of its buttons once they are there.
const MENU: &str = "
    const part = (name) => document.querySelector('heist-chart').shadowRoot.querySelector(`[part=${name}]`);
    if (part('take').getAttribute('aria-expanded') !== 'true') part('take').click();
    const words = [...part('menu').querySelectorAll('button')].map((button) => button.textContent);
    return words.length > 4 && words";

/// Copies the examples to where they find their packages, with ours beside them, as projects have it.
fn projects() -> Result<(TempDir, PathBuf)> {
    let packages = examples::packages()?;
    let folder = tempfile::tempdir_in(packages.parent().context("packages are in a folder")?)?;
    let projects = folder.path().join("projects");
    copy_sources(&examples::folder(), &projects)?;
    examples::install(folder.path())?;
    Ok((folder, projects))
}

/// Copies files, but neither packages nor output: a developer may have built an example in place.
fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if ["node_modules", "dist", "package-lock.json"].iter().any(|made| name == *made) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_sources(&entry.path(), &to.join(name))?;
        } else {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}

in_browsers!(examples_with_the_package_draw: Chromium);
async fn examples_with_the_package_draw(browser: Browser) -> Result<()> {
    let site = site()?;
    let (_folder, projects) = projects()?;
    let built = site.folder.path().join("built");
    for name in BUILT {
        parts::run(Command::new("npm").args(["run", "build"]).current_dir(projects.join(name)), "").context(name)?;
        copy(&projects.join(name).join("dist"), &built.join(name))?;
    }
    let package = examples::install(&projects.join("html"))?;
    copy(&projects.join("html"), &built.join("html"))?;
    // Where a CDN has the package.
    copy(&package, &site.folder.path().join("npm/heistogram"))?;
    let html = fs::read_to_string(projects.join("html/index.html"))?;
    fs::create_dir(built.join("cdn"))?;
    let cdn = html.replace("node_modules/heistogram/", "{{SITE}}npm/heistogram/");
    ensure!(cdn != html, "the example does not name the package");
    fs::write(built.join("cdn/index.html"), cdn)?;

    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let mut reader = Reader::start(browser).await?;
    for name in BUILT.iter().chain(&["html", "cdn"]) {
        reader.open(&newsroom, &format!("built/{name}/index")).await?;
        reader.sees(LIVE, []).await.with_context(|| format!("the example {name}"))?;
        reader.sees(CHOOSE, []).await.with_context(|| format!("the button of {name}"))?;
        let menu = reader.sees(MENU, []).await.with_context(|| format!("the menu of {name}"))?.to_string();
        ensure!(menu.contains("CSV") && !menu.contains("Embed"), "{name}: the menu offers {menu}");
    }
    let errors = reader.session.console_errors().await?;
    let errors: Vec<_> = errors.iter().filter(|error| !error.text.contains("favicon")).collect();
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}

in_browsers!(a_server_renders_the_examples: Chromium);
/// Chromium then shows the words of the page without any script.
async fn a_server_renders_the_examples(browser: Browser) -> Result<()> {
    let site = site()?;
    let (folder, projects) = projects()?;
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", IMPORT]).current_dir(folder.path());
    ensure!(parts::run(&mut node, "")?.trim() == r#"[[],[],"undefined"]"#, "an import changes Node");
    let render = parts::folder().join("examples/render.mjs");
    let pages = parts::run(Command::new("node").arg(render).arg(examples::packages()?).arg(&projects), "")?;
    let pages: Value = serde_json::from_str(&pages)?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for name in ["react", "vue", "svelte"] {
        let html = pages[name].as_str().with_context(|| format!("{name} renders nothing"))?;
        ensure!(html.contains(SERVED), "{name} renders {html}");
        let page = site.folder.path().join("built").join(format!("{name}.html"));
        fs::create_dir_all(page.with_file_name(""))?;
        fs::write(page, format!("<!doctype html><html lang=en><title>Article</title>{html}"))?;
        reader.open(&newsroom, &format!("built/{name}")).await?;
        reader.sees("return seen(document.querySelector('heist-chart p'))", []).await.context(name)?;
    }
    Ok(())
}
