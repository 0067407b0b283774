//! The page in a single file, opened from a disk.

use anyhow::Result;
use heistogram::chart::ChartKind;
use heistogram::{describe, locale};
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::shown::figure;
use crate::site::{Site, dataset, site};

async fn open(browser: Browser, site: &Site, scripts: bool) -> Result<Session> {
    let session = Session::open(browser, Options { width: 800, height: 700, scripts, ..Options::default() }).await?;
    // Alone in a folder, so that it can load nothing else of the site.
    let alone = site.folder.path().join("alone");
    std::fs::create_dir_all(&alone)?;
    std::fs::copy(site.folder.path().join("heistogram.en.html"), alone.join("page.html"))?;
    session.goto(&format!("file://{}", alone.join("page.html").display())).await?;
    Ok(session)
}

in_browsers!(it_draws_selects_and_names_its_sources_from_a_disk);
async fn it_draws_selects_and_names_its_sources_from_a_disk(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site, true).await?;
    let page = Page::new(&session);
    page.wait_controls().await?;
    for kind in ChartKind::ALL {
        let chart = Chart::new(&session, kind.id());
        chart.come_near().await?;
        chart.wait_until("return rowsOf(root) && canvas.offsetHeight > 0", []).await?;
    }
    page.choose("banks").await?;
    page.wait_content("#selection span", "Banks").await?;
    page.clear().await?;
    session.eval("location.hash = 'incident=bybit-2025-02'", []).await?;
    let chart = Chart::new(&session, "incidents");
    chart.wait_found("[role=dialog] a").await?;
    let loaded = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).protocol)\
                  .filter((protocol) => protocol !== 'blob:' && protocol !== 'data:')";
    assert_eq!(session.eval(loaded, []).await?, json!([]));
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(without_scripts_words_and_first_pictures_stand);
/// As many pictures as the limit of the file leaves room for, in the order of the page.
async fn without_scripts_words_and_first_pictures_stand(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, false).await?;
    let page = Page::new(&session);
    let widths =
        "return all('heist-chart').map((chart) => chart.querySelector('svg')?.getBoundingClientRect().width ?? 0)";
    let widths: Vec<f64> = serde_json::from_value(page.eval(widths, []).await?)?;
    assert_eq!(widths.len(), ChartKind::ALL.len());
    let (kept, others) = widths.split_at(widths.iter().take_while(|width| **width > 0.0).count());
    assert!(kept.len() >= 3 && kept.iter().all(|width| *width == 480.0), "{widths:?}");
    assert!(others.iter().all(|width| *width == 0.0), "{widths:?}");
    let dataset = dataset()?;
    for kind in ChartKind::ALL {
        let chart = format!("heist-chart[chart={}]", kind.id());
        assert!(!page.text(&format!("{chart} h2")).await?.is_empty(), "{kind:?}");
        let sentence = describe::sentence(&figure(kind, &dataset), &dataset, locale::ALL[0]);
        assert_eq!(page.text(&format!("{chart} .sentence")).await?, sentence, "{kind:?}");
    }
    Ok(())
}
