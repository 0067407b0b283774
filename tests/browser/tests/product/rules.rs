//! axe-core checks every page, and what opens on it, for accessibility.

use std::sync::LazyLock;

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram::data::Incident;
use heistogram::locale::{self, Locale};
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::host::{Host, article, grown, snippet, visit};
use crate::site::{Site, dataset, read_all, site};
use crate::trying::CHOOSE;

/// Fetched once.
static AXE: LazyLock<Result<String, String>> =
    LazyLock::new(|| xtask::setup::axe::script().map_err(|error| format!("{error:#}")));

/// WCAG 2.2 A and AA, and axe-core's best practices.
const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const [context, contrast] = arguments;
    const rules = { 'color-contrast': { enabled: contrast } };
    const { violations } = await axe.run(context ?? document, { runOnly: tags, rules, resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) =>
        [`${id}: ${help}`, nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`)])";

/// Opens and lays out everything: axe-core measures boxes, and those of what is not near are placeholders. The font
/// is as tall as those of other scripts: space between links must not depend on the fonts of a machine.
const WHOLE: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { content-visibility: visible !important }
        @font-face { font-family: Tall; src: local('DejaVu Sans'); ascent-override: 115%; descent-override: 45% }
        :root { --sans: Tall, sans-serif; --serif: Tall, serif; --heist-font: Tall, sans-serif }`);
    document.adoptedStyleSheets.push(sheet);
    document.querySelectorAll('details').forEach((details) => (details.open = true))";

/// Violations in a page, or in the part of it that `context` selects. Contrast takes most of the time and is checked in
/// the first language only: the colours of the others are the same.
async fn broken(session: &Session, context: Option<&str>, what: &str, locale: Locale) -> Result<Vec<String>> {
    let axe = AXE.as_ref().map_err(|error| anyhow::anyhow!("{error}"))?;
    if session.eval("return !window.axe", []).await? == true {
        session.eval(axe, []).await?;
    }
    let found = session.eval_async(RUN, [json!(context), json!(locale == locale::ALL[0])]).await?;
    Ok(found.as_array().context("axe gives no list")?.iter().map(|rule| format!("{what}: {rule:#}")).collect())
}

/// A language has tests of its own, as one session for all of them takes minutes.
const _: () = assert!(locale::ALL.len() == 4, "every language has a test in each theme");

in_browsers!(light_pages_keep_the_rules: Chromium, Firefox);
async fn light_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, false, Locale::En).await
}

in_browsers!(dark_pages_keep_the_rules: Chromium, Firefox);
async fn dark_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, true, Locale::En).await
}

in_browsers!(light_korean_pages_keep_the_rules: Chromium, Firefox);
async fn light_korean_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, false, Locale::Ko).await
}

in_browsers!(dark_korean_pages_keep_the_rules: Chromium, Firefox);
async fn dark_korean_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, true, Locale::Ko).await
}

in_browsers!(light_japanese_pages_keep_the_rules: Chromium, Firefox);
async fn light_japanese_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, false, Locale::Ja).await
}

in_browsers!(dark_japanese_pages_keep_the_rules: Chromium, Firefox);
async fn dark_japanese_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, true, Locale::Ja).await
}

in_browsers!(light_italian_pages_keep_the_rules: Chromium, Firefox);
async fn light_italian_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, false, Locale::It).await
}

in_browsers!(dark_italian_pages_keep_the_rules: Chromium, Firefox);
async fn dark_italian_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, true, Locale::It).await
}

/// One session for everything in a theme and a language.
async fn check(browser: Browser, dark: bool, locale: Locale) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, Options { width: 1100, height: 900, dark, ..Options::default() }).await?;
    let mut found = page(&session, &site, locale).await?;
    for kind in ChartKind::ALL {
        let name = format!("embed/{}.{}.html", kind.id(), locale.tag());
        session.goto(&format!("{}{name}", site.server.url())).await?;
        let chart = Chart::first(&session);
        chart.open_table().await?;
        found.extend(broken(&session, None, &name, locale).await?);
    }
    found.extend(own_file(&session, &site, locale).await?);
    for name in pages_of_incidents(locale)? {
        session.goto(&format!("{}{name}", site.server.url())).await?;
        found.extend(broken(&session, None, &name, locale).await?);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// The page for a reader's own file: empty, with the errors of a file, and with the charts of one.
async fn own_file(session: &Session, site: &Site, locale: Locale) -> Result<Vec<String>> {
    let name = format!("{}try.html", folder(locale));
    session.goto(&format!("{}{name}", site.server.url())).await?;
    session.wait_until("return customElements.get('heist-chart') && document.readyState === 'complete'").await?;
    let mut found = broken(session, None, &name, locale).await?;
    let page = Page::new(session);
    session.eval(CHOOSE, [json!("wrong.csv"), json!("date,victim,amount\n2024,A,x")]).await?;
    page.wait_shown("#errors").await?;
    found.extend(broken(session, None, &format!("{name} with errors"), locale).await?);
    session.eval(CHOOSE, [json!("right.csv"), json!("date,victim,amount\n2024,A,1e6")]).await?;
    Chart::first(session).wait_keys().await?;
    found.extend(broken(session, None, &format!("{name} with charts"), locale).await?);
    Ok(found)
}

/// The pages of an incident with all there can be, of one without an amount, and of one that is disputed and left out.
fn pages_of_incidents(locale: Locale) -> Result<Vec<String>> {
    let incidents = dataset()?.incidents;
    let kinds: [fn(&&Incident) -> bool; 3] =
        [|one| one.id() == "bybit-2025-02", |one| one.stolen_usd.is_none(), |one| one.disputed && !one.counted];
    let found = kinds.iter().map(|kind| incidents.iter().find(kind).context("no such incident"));
    found.map(|one| Ok(format!("{}i/{}/", folder(locale), one?.id()))).collect()
}

/// The folder of a language's page.
fn folder(locale: Locale) -> String {
    if locale == locale::ALL[0] { String::new() } else { format!("{}/", locale.tag()) }
}

/// The page as it loads, with a selection, menu and card, and with the dialog. Always all of it: axe-core goes through
/// the whole page to check any part.
async fn page(session: &Session, site: &Site, locale: Locale) -> Result<Vec<String>> {
    let tag = locale.tag();
    session.goto(&format!("{}{}", site.server.url(), folder(locale))).await?;
    read_all(session).await?;
    let page = Page::new(session);
    page.wait_controls().await?;
    session.eval(WHOLE, []).await?;
    let mut found = broken(session, None, &format!("page {tag}"), locale).await?;

    page.choose("banks").await?;
    page.search("bank").await?;
    page.click_nth("#all-incidents th button", 1).await?;
    page.wait_shown("#selection").await?;
    let (attacks, proceeds) = (Chart::new(session, "attacks"), Chart::new(session, "proceeds"));
    attacks.wait_found(".other").await?;
    proceeds.click("[part=take]").await?;
    proceeds.open("[part=figures]").await?;
    proceeds.wait_until("return all('[part=menu] button').length > 4", []).await?;
    let (x, y) = attacks.bring(400.0, 150.0).await?;
    session.click(x, y).await?;
    attacks.wait_found("[role=dialog] a").await?;
    // There the line of contents covers nothing: axe-core takes what lies below it for a covered target.
    session.eval("scrollTo({ top: 0, behavior: 'instant' })", []).await?;
    session.next_paint().await?;
    found.extend(broken(session, None, &format!("selection, menu and card {tag}"), locale).await?);

    let embed = "all('[part=menu] button').find(({ textContent }) => textContent === arguments[0]).click()";
    proceeds.eval(embed, [json!(locale.messages().embed)]).await?;
    proceeds.wait_until("return find('dialog textarea')?.value", []).await?;
    found.extend(broken(session, None, &format!("dialog {tag}"), locale).await?);
    Ok(found)
}

in_browsers!(an_article_with_a_chart_keeps_the_rules: Chromium);
async fn an_article_with_a_chart_keeps_the_rules(browser: Browser) -> Result<()> {
    let site = site()?;
    let code = snippet(&site, "targets")?;
    let host = Host::start(&article(&format!("<main><h1>Article</h1>{code}</main>")), "")?;
    let session = visit(browser, &host, Options::default()).await?;
    grown(&session).await?;
    assert_eq!(broken(&session, Some(".heistogram"), "article", locale::ALL[0]).await?, [""; 0]);
    Ok(())
}
