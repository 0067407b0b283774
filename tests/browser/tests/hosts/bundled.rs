//! The npm package in an application that a bundler builds.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, Page, Session, in_browsers};
use xtask::setup::bundlers::{self, Bundlers};
use xtask::setup::examples;

use crate::host::{Article, Host, load};
use crate::site::{copy, site};

const MAIN: &str = "import 'heistogram';
    document.querySelector('#own').data = DATASET;";

/// The address of a copy of the package, for bundlers that do not take its files along.
const COPY: &str = "./heistogram/heistogram.js";

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
    import { nodeResolve } from 'RESOLVE/dist/es/index.js';
    const builds = [
        ['rollup', 'src/main.js', { plugins: [nodeResolve(), importMetaAssets()] }],
        ['rollup-alone', 'src/copied.js', { external: /\\/heistogram\\//, makeAbsoluteExternalsRelative: false }],
    ];
    const onwarn = ({ message }) => { throw new Error(message); };
    for (const [name, input, options] of builds) {
        const bundle = await rollup({ input, onwarn, ...options });
        await bundle.write({ dir: `built/${name}`, format: 'es', entryFileNames: 'main.js' });
    }";

/// An application in a folder of its own.
struct Application<'a> {
    folder: &'a Path,
    package: PathBuf,
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
        let Bundlers { esbuild, rollup, rollup_assets, rollup_resolve, vite, webpack } = &self.bundlers;
        let [vite, esbuild] =
            [vite.join("bin/vite.js"), esbuild.join("bin/esbuild")].map(|path| path.display().to_string());
        self.node(&[&vite, "build", "--base=./", "--outDir=built/vite", "--logLevel=error"])?;
        self.script("webpack.mjs", WEBPACK, &[("PACKAGE", webpack)])?;
        let packages: [(&str, &Path); 3] =
            [("PACKAGE", rollup), ("ASSETS", rollup_assets), ("RESOLVE", rollup_resolve)];
        self.script("rollup.mjs", ROLLUP, &packages)?;
        self.node(&[
            &esbuild,
            "src/copied.js",
            "--bundle",
            "--minify",
            "--format=esm",
            "--outfile=built/esbuild/main.js",
            "--external:./heistogram/*",
            "--log-level=warning",
        ])?;
        // These bundlers leave the import of the copy as it is.
        for name in ["rollup-alone", "esbuild"] {
            copy(&self.package, &self.folder.join("built").join(name).join("heistogram"))?;
        }
        let page = fs::read_to_string(self.folder.join("built/vite/index.html"))?;
        let (_, script) = page.split_once("src=\"./").context("Vite's page has no script")?;
        let script = script.split('"').next().unwrap_or_default();
        let others =
            ["webpack", "rollup", "rollup-alone", "esbuild"].map(|name| (name, format!("built/{name}/main.js")));
        Ok([("vite", format!("built/vite/{script}"))].into_iter().chain(others).collect())
    }
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
    let package = examples::install(folder)?;
    fs::remove_file(folder.join("index.html"))?;
    write("index.html", INDEX)?;
    let main = MAIN.replace("DATASET", &dataset.to_string());
    write("src/main.js", &main)?;
    write("src/copied.js", &main.replace("'heistogram'", &format!("'{COPY}'")))?;
    write("package.json", "{ \"private\": true, \"type\": \"module\" }")?;
    let built = Application { folder, package, bundlers }.build()?;
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
