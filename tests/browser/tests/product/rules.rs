//! Every page, and what opens on it, before axe-core: the rules of accessibility that a program can check.

use std::sync::LazyLock;

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram::locale::{self, Locale};
use heistogram_browser_tests::{Browser, Options, Session, in_browsers};
use serde_json::json;

use crate::host::{Host, article, grown, snippet, visit};
use crate::site::{Site, bring, read_all, site, within};

/// Fetched by the first that asks, once.
static AXE: LazyLock<Result<String, String>> =
    LazyLock::new(|| xtask::setup::axe::script().map_err(|error| format!("{error:#}")));

/// WCAG 2.2 A and AA, and what its makers advise besides.
const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const [context, contrast] = arguments;
    const rules = { 'color-contrast': { enabled: contrast } };
    const { violations } = await axe.run(context ?? document, { runOnly: tags, rules, resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) =>
        [`${id}: ${help}`, nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`)])";

/// What breaks rules in a page, or in the part of it that `context` selects. Contrast takes most of the time and is looked
/// at in the first language alone: the colours of the others are the same.
async fn broken(session: &Session, context: Option<&str>, what: &str, locale: Locale) -> Result<Vec<String>> {
    let axe = AXE.as_ref().map_err(|error| anyhow::anyhow!("{error}"))?;
    if session.eval("return !window.axe", []).await? == true {
        session.eval(axe, []).await?;
    }
    let found = session.eval_async(RUN, [json!(context), json!(locale == locale::ALL[0])]).await?;
    Ok(found.as_array().context("axe gives no list")?.iter().map(|rule| format!("{what}: {rule:#}")).collect())
}

in_browsers!(light_pages_keep_the_rules: Chromium, Firefox);
async fn light_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, false, &locale::ALL[..1]).await
}

in_browsers!(dark_pages_keep_the_rules: Chromium, Firefox);
async fn dark_pages_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, true, &locale::ALL[..1]).await
}

in_browsers!(light_translations_keep_the_rules: Chromium, Firefox);
async fn light_translations_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, false, &locale::ALL[1..]).await
}

in_browsers!(dark_translations_keep_the_rules: Chromium, Firefox);
async fn dark_translations_keep_the_rules(browser: Browser) -> Result<()> {
    check(browser, true, &locale::ALL[1..]).await
}

/// One session for everything in a theme.
async fn check(browser: Browser, dark: bool, locales: &[Locale]) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, Options { width: 1100, height: 900, dark, ..Options::default() }).await?;
    let mut found = Vec::new();
    for locale in locales {
        found.extend(page(&session, &site, *locale).await?);
        for kind in ChartKind::ALL {
            let name = format!("embed/{}.{}.html", kind.id(), locale.tag());
            session.goto(&format!("{}{name}", site.server.url())).await?;
            session.wait_until(&format!("{} return root?.querySelector('table')", within(kind.id()))).await?;
            session.eval(&format!("{} root.querySelector('details').open = true", within(kind.id())), []).await?;
            found.extend(broken(&session, None, &name, *locale).await?);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// The page as it comes, with a selection and everything open that goes together, and with the dialog. Each time all of
/// it: axe-core goes through the whole page to look at any part.
async fn page(session: &Session, site: &Site, locale: Locale) -> Result<Vec<String>> {
    let tag = locale.tag();
    let folder = if locale == locale::ALL[0] { String::new() } else { format!("{tag}/") };
    session.goto(&format!("{}{folder}", site.server.url())).await?;
    read_all(session).await?;
    session.wait_until("return !document.querySelector('#filters').inert").await?;
    session.eval("document.querySelectorAll('details').forEach((details) => (details.open = true))", []).await?;
    let mut found = broken(session, None, &format!("page {tag}"), locale).await?;

    let select = "document.querySelector('#filters [value=banks]').click();
        const input = document.querySelector('#all-incidents input'); input.value = 'bank';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        document.querySelectorAll('#all-incidents th button')[1].click()";
    session.eval(select, []).await?;
    session.wait_until("return !document.querySelector('#selection').hidden").await?;
    session.wait_until(&format!("{} return root.querySelector('.other') !== null", within("attacks"))).await?;
    let menu = format!(
        "{} root.querySelector('[part=take]').click(); root.querySelector('[part=figures]').open = true",
        within("proceeds")
    );
    session.eval(&menu, []).await?;
    let filled = format!("{} return root.querySelectorAll('[part=menu] button').length > 4", within("proceeds"));
    session.wait_until(&filled).await.context("no menu")?;
    let (x, y) = bring(session, "attacks", 400.0, 150.0).await?;
    session.click(x, y).await?;
    let card = format!("{} return root.querySelector('[role=dialog] a')", within("attacks"));
    session.wait_until(&card).await.context("no card")?;
    found.extend(broken(session, None, &format!("selection, menu and card {tag}"), locale).await?);

    let embed = format!("{} root.querySelectorAll('[part=menu] button')[5].click()", within("proceeds"));
    session.eval(&embed, []).await?;
    let dialog = format!("{} return root.querySelector('dialog textarea')?.value", within("proceeds"));
    session.wait_until(&dialog).await.context("no dialog")?;
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
