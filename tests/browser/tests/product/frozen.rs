//! The snapshot: it is complete, and a changed file is rejected.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers, once};

use crate::site::{Site, dataset, site};

async fn open(browser: Browser, site: &Site, path: &str) -> Result<Session> {
    let session = Session::open(browser, Options { width: 800, ..Options::default() }).await?;
    session.goto(&format!("{}v/{}/{path}", site.server.url(), dataset()?.as_of)).await?;
    Ok(session)
}

in_browsers!(it_draws_and_its_hashes_hold);
async fn it_draws_and_its_hashes_hold(browser: Browser) -> Result<()> {
    let site = site()?;
    for (path, charts) in [("", ChartKind::ALL.len()), ("embed/proceeds.en.html", 1)] {
        let mut session = open(browser, &site, path).await?;
        let live = "const charts = all('heist-chart');
            charts.find(({ shadowRoot }) => !rowsOf(shadowRoot))?.scrollIntoView();
            return charts.length === arguments[0]
                && charts.every(({ shadowRoot }) => rowsOf(shadowRoot))";
        Page::new(&session).wait_until(live, [charts.into()]).await?;
        assert_eq!(session.console_errors().await?, []);
        let bare = "return all('script[src], [rel=stylesheet], [rel=modulepreload], [rel=preload]')
            .filter(({ integrity, crossOrigin }) => !integrity.startsWith('sha384-') || crossOrigin === null).length";
        assert_eq!(Page::new(&session).eval(bare, []).await?, 0);
        // Files that load later.
        let chart = Chart::first(&session);
        chart.click("[part=take]").await?;
        chart
            .eval("canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))", [])
            .await?;
        chart.wait_found("[part=menu] button").await?;
        let unnamed =
            "const named = new Set([...document.querySelectorAll('[integrity]')].map((node) => node.src || node.href));
            return performance.getEntriesByType('resource').map(({ name }) => name)
                .filter((name) => /\\.(js|css|wasm|json)$/.test(name) && !named.has(name))";
        assert_eq!(session.eval(unnamed, []).await?, serde_json::json!([]));
    }
    Ok(())
}

once!(every_file_has_its_hash);
async fn every_file_has_its_hash() -> Result<()> {
    let site = site()?;
    let folder = site.folder.path().join(format!("v/{}", dataset()?.as_of));
    let hashes: BTreeMap<String, String> = serde_json::from_slice(&fs::read(folder.join("integrity.json"))?)?;
    for path in
        ["index.html", "host.js", "data/dataset.json", "embed/proceeds.en.html", "static/proceeds.en.720.dark.svg"]
    {
        assert!(hashes.contains_key(path), "{path}");
    }
    for path in hashes.keys() {
        assert!(folder.join(path).is_file(), "{path}");
    }
    Ok(())
}

in_browsers!(a_changed_script_is_refused_and_the_picture_stands);
async fn a_changed_script_is_refused_and_the_picture_stands(browser: Browser) -> Result<()> {
    let site = site()?;
    let folder = site.folder.path().join(format!("v/{}", dataset()?.as_of));
    // The script of the frame: the first with its name.
    let name = |path: PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let names = fs::read_dir(&folder)?.map(|entry| Ok(name(entry?.path()))).collect::<Result<Vec<_>>>()?;
    let is_script = |name: &String| name.starts_with("frame.") && name.ends_with(".js");
    let script = names.into_iter().flatten().find(is_script).context("the copy has a script")?;
    for ending in ["", ".br", ".gz"] {
        fs::remove_file(folder.join(format!("{script}{ending}")))?;
    }
    fs::write(folder.join(script), "document.title = 'changed'")?;
    let mut session = open(browser, &site, "embed/proceeds.en.html").await?;
    let picture =
        "const image = document.querySelector('picture img'); return image.complete && image.naturalWidth > 0";
    session.wait_until(picture).await?;
    assert_ne!(session.title().await?, "changed");
    // The console of WebKit cannot be read.
    if browser != Browser::WebKit {
        assert!(session.console_errors().await?.iter().any(|error| error.text.contains("integrity")));
    }
    Ok(())
}
