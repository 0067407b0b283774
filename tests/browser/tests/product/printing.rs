//! The page on A4 paper: few pages, every chart whole on one of them, and no word broken.

use anyhow::{Context, Result, ensure};
use heistogram::locale;
use heistogram_browser_tests::{Browser, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::site::{Site, site};

/// What fits between the margins of `print.css`, in CSS pixels: 182 by 273 mm.
const WIDTH: u32 = 688;
const HEIGHT: u32 = 1031;

/// Opens the page in a language, with its controls ready and its closed parts folded.
async fn open(site: &Site, session: &Session, tag: &str) -> Result<()> {
    let folder = if tag == "en" { String::new() } else { format!("{tag}/") };
    session.goto(&format!("{}{folder}", site.server.url())).await?;
    let page = Page::new(session);
    page.wait_controls().await?;
    page.wait_until("return find('#sources details > pre')", []).await?;
    Ok(())
}

/// The number of pages of a PDF whose objects are not compressed, as those of Chromium.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let types = text.split("/Type").skip(1).filter_map(|rest| rest.trim_start().strip_prefix("/Page"));
    types.filter(|rest| !rest.starts_with(char::is_alphabetic)).count()
}

in_browsers!(the_page_is_printed_on_few_pages: Chromium);
async fn the_page_is_printed_on_few_pages(browser: Browser) -> Result<()> {
    let site = site()?;
    for locale in locale::ALL {
        let session = Session::open(browser, Options::default()).await?;
        open(&site, &session, locale.tag()).await?;
        let count = pages(&session.print().await?);
        ensure!((8..20).contains(&count), "{}: {count} pages", locale.tag());
    }
    Ok(())
}

/// Charts that do not fit on a page, and words on two lines. Addresses are no text of the document.
const MISFITS: &str = "
    const high = all('.chart').filter((chart) => chart.getBoundingClientRect().height > arguments[0]);
    const range = document.createRange();
    const broken = [];
    const texts = document.createTreeWalker(get('main'), NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
        if (!text.parentElement.checkVisibility()) continue;
        for (const { 0: word, index } of text.data.matchAll(/\\p{Script=Latin}{2,}/gu)) {
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const { height } = range.getBoundingClientRect();
            if (height > 1.9 * range.getClientRects()[0]?.height) broken.push(word);
        }
    }
    return [high.map(({ id }) => id), broken, document.documentElement.scrollWidth]";

in_browsers!(charts_and_words_are_whole_on_paper: Chromium);
async fn charts_and_words_are_whole_on_paper(browser: Browser) -> Result<()> {
    let site = site()?;
    for locale in locale::ALL {
        let options = Options { width: WIDTH, height: HEIGHT, ..Options::default() };
        let session = Session::open(browser, options).await?;
        open(&site, &session, locale.tag()).await?;
        session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let page = Page::new(&session);
        page.eval("dispatchEvent(new Event('beforeprint'))", []).await?;
        page.wait_shown(".works a").await.context("the lists are closed")?;
        let misfits = page.eval(MISFITS, [json!(HEIGHT)]).await;
        session.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        assert_eq!(misfits?, json!([[], [], WIDTH]), "{}", locale.tag());
    }
    Ok(())
}
