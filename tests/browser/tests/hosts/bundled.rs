//! The element in an application that a bundler builds, with a copy of `dist/` among its sources.

use std::path::Path;
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, Page, Session, in_browsers};
use xtask::setup::bundlers::{self, Bundlers};

use crate::host::{Article, Host, load};
use crate::site::{copy, site};

const MAIN: &str = "import './vendor/heistogram.js';
    document.querySelector('#own').data = DATASET;";

const INDEX: &str =
    "<!doctype html><html lang=en><title>An application</title><script type=module src=src/main.js></script>";

const WEBPACK: &str = "import webpack from 'PACKAGE/lib/index.js';
    const output = { path: process.cwd() + '/built/webpack', filename: 'main.js' };
    webpack({ mode: 'production', entry: './src/main.js', output }, (error, stats) => {
        if (!error && !stats.hasErrors() && !stats.hasWarnings()) return;
        console.error(String(error ?? stats.toString()));
        process.exitCode = 1;
    });";

const ROLLUP: &str = "import { rollup } from 'PACKAGE/dist/es/rollup.js';
    import { importMetaAssets } from 'ASSETS/index.mjs';
    const builds = [
        ['rollup', { plugins: [importMetaAssets()] }],
        ['rollup-alone', { external: /\\/vendor\\//, treeshake: false }],
    ];
    const onwarn = ({ message }) => { throw new Error(message); };
    for (const [name, options] of builds) {
        const bundle = await rollup({ input: 'src/main.js', onwarn, ...options });
        await bundle.write({ dir: `built/${name}`, format: 'es' });
    }";

/// An application in a folder of its own.
struct Application<'a> {
    folder: &'a Path,
    bundlers: Bundlers,
}

impl Application<'_> {
    fn node(&self, args: &[&str]) -> Result<()> {
        let output = Command::new("node").args(args).current_dir(self.folder).output().context("there is no node")?;
        let printed = [&output.stderr[..], &output.stdout].concat();
        ensure!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&printed));
        Ok(())
    }

    /// Runs a script in the folder of the application, with the folders of packages filled in.
    fn script(&self, name: &str, script: &str, packages: &[(&str, &Path)]) -> Result<()> {
        let script = packages
            .iter()
            .fold(script.to_owned(), |script, (word, folder)| script.replace(word, &folder.display().to_string()));
        fs::write(self.folder.join(name), script)?;
        self.node(&[name])
    }

    /// Builds it with every bundler; returns the scripts for the pages to load.
    fn build(&self) -> Result<Vec<(&'static str, String)>> {
        let Bundlers { esbuild, rollup, rollup_assets, vite, webpack } = &self.bundlers;
        let [vite, esbuild] =
            [vite.join("bin/vite.js"), esbuild.join("bin/esbuild")].map(|path| path.display().to_string());
        self.node(&[&vite, "build", "--base=./", "--outDir=built/vite", "--logLevel=error"])?;
        self.script("webpack.mjs", WEBPACK, &[("PACKAGE", webpack)])?;
        self.script("rollup.mjs", ROLLUP, &[("PACKAGE", rollup), ("ASSETS", rollup_assets)])?;
        self.node(&[
            &esbuild,
            "src/main.js",
            "--bundle",
            "--minify",
            "--format=esm",
            "--outdir=built/esbuild",
            "--external:./vendor/*",
            "--log-level=warning",
        ])?;
        // These bundlers leave the imports of the copy as they are, so their output needs it.
        for name in ["rollup-alone", "esbuild"] {
            copy(&self.folder.join("src/vendor"), &self.folder.join("built").join(name).join("vendor"))?;
        }
        let page = fs::read_to_string(self.folder.join("built/vite/index.html"))?;
        let (_, script) = page.split_once("src=\"./").context("Vite's page has no script")?;
        let script = script.split('"').next().unwrap_or_default();
        let others =
            ["webpack", "rollup", "rollup-alone", "esbuild"].map(|name| (name, format!("built/{name}/main.js")));
        Ok([("vite", format!("built/vite/{script}"))].into_iter().chain(others).collect())
    }
}

/// Copies what an application needs of a site: scripts, code and data. Vite would process pages as well.
fn vendor(site: &Path, to: &Path) -> Result<()> {
    copy(&site.join("data"), &to.join("data"))?;
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js" || extension == "wasm") {
            fs::copy(&path, to.join(path.file_name().context("a file without a name")?))?;
        }
    }
    Ok(())
}

/// Both charts are drawn and have tables, and one of them names the dataset of the application.
const LIVE: &str = "return all('heist-chart').every(({ id, shadowRoot }) =>
    shadowRoot?.querySelector('canvas').offsetHeight > 100 && rowsOf(shadowRoot) > 5
        && shadowRoot.textContent.includes(arguments[0]) === (id === 'own'))";

in_browsers!(bundlers_take_the_element_along: Chromium);
async fn bundlers_take_the_element_along(browser: Browser) -> Result<()> {
    let bundlers = match bundlers::ensure() {
        Ok(bundlers) => bundlers,
        Err(error) => {
            eprintln!("skipped, as npm is not available: {error:#}");
            return Ok(());
        }
    };
    let site = site()?;
    let folder = site.folder.path();
    let dataset: serde_json::Value = serde_json::from_str(include_str!("../../../fixtures/fixture.json"))?;
    let write = |name: &str, text: &str| -> io::Result<()> { fs::write(folder.join(name), text) };
    fs::create_dir(folder.join("src"))?;
    vendor(folder, &folder.join("src/vendor"))?;
    fs::remove_file(folder.join("index.html"))?;
    write("index.html", INDEX)?;
    write("src/main.js", &MAIN.replace("DATASET", &dataset.to_string()))?;
    write("package.json", "{ \"private\": true, \"type\": \"module\" }")?;
    let built = Application { folder, bundlers }.build()?;
    let mut session = Session::open(browser, Options { width: 900, height: 900, ..Options::default() }).await?;
    let charts = "<heist-chart chart=proceeds></heist-chart><heist-chart chart=attacks id=own></heist-chart>";
    for (name, script) in built {
        let host = Host::start(&site, &Article { embed: charts.into(), ..Article::default() })?;
        session.goto(&host.url()).await?;
        load(&session, &site, &script).await?;
        let page = Page::new(&session);
        page.eval("get('#own').scrollIntoView()", []).await?;
        page.wait_until(LIVE, ["Example Catalogue".into()]).await.with_context(|| format!("built by {name}"))?;
        assert_eq!(session.console_errors().await?, [], "{name}");
    }
    Ok(())
}
