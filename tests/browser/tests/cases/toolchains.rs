//! Isolated articles, compilers of articles, saved pages, spreadsheets.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use heistogram::{chart::ChartKind, locale::TAGS};
use heistogram_browser_tests::{Browser, in_browsers, once};
use serde_json::json;
use xtask::setup;

use crate::parts;
use crate::reader::{Reader, words};
use crate::server::{self, Habit, Newsroom};
use crate::site::site;

in_browsers!(charts_come_in_isolated_articles: Chromium);
async fn charts_come_in_isolated_articles(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for page in ["", "-credentialless", "-no-script", "-element"] {
        reader.open(&newsroom, &format!("cross-origin-isolated{page}")).await?;
        ensure!(reader.look("return crossOriginIsolated", []).await? == true, "{page}: the page is not isolated");
        match page {
            "-element" => drop(reader.sees("return live()", []).await.context(page)?),
            // No script receives the messages of the frame, so the plain part stays.
            "-no-script" => reader.plain_part("#out", &words("proceeds.en")?).await?,
            _ => reader.good_chart(0, &words("proceeds.en")?).await.with_context(|| format!("isolated{page}"))?,
        }
    }
    Ok(())
}

/// Compiles each code on stdin as MDX between two paragraphs; prints what is wrong.
const MDX: &str = "
    import { text } from 'node:stream/consumers';
    import { compile } from 'NODE_MODULES/@mdx-js/mdx/index.js';
    const faults = [];
    for (const code of JSON.parse(await text(process.stdin)))
        await compile(`Before.\\n\\n${code}\\n\\nAfter.\\n`).catch(({ message }) => faults.push(message));
    process.stdout.write(faults.join('\\n'));";

once!(the_code_is_good_mdx);
async fn the_code_is_good_mdx() -> Result<()> {
    let mut codes = Vec::new();
    for kind in ChartKind::ALL {
        for lang in TAGS {
            codes.push(server::snippet(&format!("{}.{lang}", kind.id()), "https://charts.example/")?);
        }
    }
    let packages = setup::parts::packages()?;
    let script = MDX.replace("NODE_MODULES", &packages.to_string_lossy());
    let faults =
        parts::run(Command::new("node").args(["--input-type=module", "--eval", &script]), &json!(codes).to_string())?;
    ensure!(faults.is_empty(), "{faults}");
    Ok(())
}

in_browsers!(the_code_is_good_xml: Chromium);
/// Feeds and e-books are XML.
async fn the_code_is_good_xml(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    reader.open(&newsroom, "saved-page").await?;
    for chart in [
        "attacks.en",
        "targets.ko",
        "proceeds.ja",
        "incidents.it",
        "running-total.en",
        "counters.ko",
        "share.ja",
        "un-2019.en",
    ] {
        let code = server::snippet(chart, "https://charts.example/")?;
        let parse = r#"const text = `<div xmlns="http://www.w3.org/1999/xhtml">${arguments[0]}</div>`;
            const parsed = new DOMParser().parseFromString(text, 'application/xhtml+xml');
            return parsed.querySelector('parsererror')?.textContent ?? ''"#;
        let fault = reader.look(parse, [code.into()]).await?;
        ensure!(fault == "", "{chart}: {fault}");
    }
    Ok(())
}

in_browsers!(a_saved_page_keeps_its_picture: Chromium);
async fn a_saved_page_keeps_its_picture(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let folder = tempfile::tempdir()?;
    for page in ["plain", "saved-page", "saved-page-chosen"] {
        reader.open(&newsroom, page).await?;
        if page == "plain" {
            reader.live(0).await?;
        } else {
            // The chart makes its picture once it is at rest.
            let pictured = "return live() && document.querySelector('heist-chart').shadowRoot.querySelector('picture')";
            reader.sees(pictured, []).await?;
        }
        let saved = reader.session.devtools("Page.captureSnapshot", json!({ "format": "mhtml" })).await?;
        let file = folder.path().join(format!("{page}.mhtml"));
        std::fs::write(&file, saved["data"].as_str().context("nothing is saved")?)?;
        reader.session.goto(&format!("file://{}", file.display())).await?;
        let picture = "const large = (node) => node.getBoundingClientRect().width > 150
            && node.getBoundingClientRect().height > 100;
            return images().some(large)";
        let outside = reader.look(picture, []).await? == true;
        let frame = reader.look("return all('iframe').length", []).await?.as_u64() > Some(0);
        let inside = if frame {
            reader.session.client.enter_frame(0).await?;
            let seen = reader.look(picture, []).await? == true;
            reader.session.client.enter_parent_frame().await?;
            seen
        } else {
            false
        };
        ensure!(outside || inside, "{page}: no picture in the saved page");
    }
    Ok(())
}
