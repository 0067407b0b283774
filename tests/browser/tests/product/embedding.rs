//! The dialog that hands out the code of a chart.

use std::fs;

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Key, Options, Session, in_browsers};
use serde_json::json;

use crate::host::{Host, article, grown, visit, within};
use crate::site::{Site, dataset, site};

/// Opens the dialog of a chart, as its button does.
async fn open(site: &Site, session: &Session, chart: &str) -> Result<()> {
    let names = fs::read_dir(site.folder.path())?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let module = names
        .into_iter()
        .find(|name| name.starts_with("embed_dialog.") && name.ends_with(".js"))
        .context("there is no dialog")?;
    let open = "const { open } = await import(arguments[0]);
        await open(document.querySelector(`heist-chart[chart=${arguments[1]}]`))";
    session.eval_async(open, [format!("{}{module}", site.server.url()).into(), chart.into()]).await?;
    Ok(())
}

/// A script's start that names the dialog of a chart `dialog`.
fn dialog(chart: &str) -> String {
    format!(
        "const chart = document.querySelector('heist-chart[chart={chart}]');
        const dialog = chart.shadowRoot.querySelector('dialog');"
    )
}

async fn code(session: &Session, chart: &str) -> Result<String> {
    let code = session.eval(&format!("{} return dialog.querySelector('textarea').value", dialog(chart)), []).await?;
    Ok(code.as_str().context("there is no code")?.to_owned())
}

async fn choose(session: &Session, chart: &str, value: &str, until: &str) -> Result<()> {
    let script = format!("{} dialog.querySelector('input[value={value}]').click()", dialog(chart));
    session.eval(&script, []).await?;
    let shown = format!("{} return dialog.querySelector('textarea').value.includes({until:?})", dialog(chart));
    session.wait_until(&shown).await?;
    Ok(())
}

in_browsers!(the_code_is_ready_to_paste);
async fn the_code_is_ready_to_paste(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&site, &session, "proceeds").await?;
    let code = code(&session, "proceeds").await?;
    let url = site.server.url();
    assert!(code.starts_with("<figure class=\"heistogram heistogram-proceeds\""), "{code}");
    for part in [
        format!("src=\"{url}embed/proceeds.en.html\""),
        format!("src=\"{url}host.js\""),
        format!("src=\"{url}static/proceeds.en.360.light.svg\""),
        format!("href=\"{url}#proceeds\""),
        "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads\"".into(),
    ] {
        assert!(code.contains(&part), "{part} is missing: {code}");
    }
    let session = visit(browser, &Host::start(&article(&code), "")?, Options::default()).await?;
    grown(&session).await?;
    Ok(())
}

in_browsers!(choices_and_selection_travel_with_the_code);
async fn choices_and_selection_travel_with_the_code(browser: Browser) -> Result<()> {
    let site = site()?;
    let state = "group=banks&measure=usd&period=2015..2019";
    let session = site.open_view(browser, state, Options { width: 1000, ..Options::default() }).await?;
    let told = "const chart = document.querySelector('heist-chart[chart=targets]');
        return !chart.shadowRoot.querySelector('[part=selection]').hidden && chart.shadowRoot.querySelector('[part=sentence]').textContent";
    let sentence = session.wait_until(told).await?;
    open(&site, &session, "targets").await?;
    choose(&session, "targets", "dark", "data-theme=\"dark\"").await?;
    let frozen = format!("{}v/{}/", site.server.url(), dataset()?.as_of);
    choose(&session, "targets", "frozen", &frozen).await?;
    let code = code(&session, "targets").await?;
    let query = "?period=2015..2019&#38;group=banks&#38;measure=usd&#38;theme=dark\"";
    assert!(code.contains(&format!("src=\"{frozen}embed/targets.en.html{query}")), "{code}");
    assert!(code.contains(&format!("src=\"{frozen}host.js\" integrity=\"sha384-")), "{code}");
    assert!(!code.contains("<picture>") && !code.contains("srcset"), "the picture shows everything: {code}");
    let preview = format!("{} return dialog.querySelector('a').href", dialog("targets"));
    assert_eq!(
        session.eval(&preview, []).await?,
        format!("{frozen}embed/targets.en.html{}", query.replace("&#38;", "&").trim_end_matches('"'))
    );

    // What stands in the snippet is what its frame says.
    let session = visit(browser, &Host::start(&article(&code), "")?, Options::default()).await?;
    grown(&session).await?;
    within(&session, "return document.querySelector('heist-chart').shadowRoot.querySelector('table')").await?;
    let rows = "[...ROOT.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.textContent))";
    let still = rows.replace("ROOT", "document.querySelector('.heistogram-static')");
    let said = format!("return [document.querySelectorAll('.heistogram-static p')[2].textContent, {still}]");
    let said = session.eval(&said, []).await?;
    let frame = rows.replace("ROOT", "document.querySelector('heist-chart').shadowRoot");
    let frame = format!(
        "return [document.querySelector('heist-chart').shadowRoot.querySelector('[part=sentence]').textContent, {frame}]"
    );
    assert_eq!(said, within(&session, &frame).await?);
    assert_eq!(said[0], sentence);
    Ok(())
}

in_browsers!(escape_closes_the_dialog_and_nothing_else);
async fn escape_closes_the_dialog_and_nothing_else(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_view(browser, "group=banks", Options { width: 1000, ..Options::default() }).await?;
    session.eval("document.querySelector('#filters-title button').focus()", []).await?;
    open(&site, &session, "attacks").await?;
    let focused = format!(
        "{} return dialog.matches(':modal') && dialog.contains(chart.shadowRoot.activeElement)",
        dialog("attacks")
    );
    assert_eq!(session.eval(&focused, []).await?, true);
    session.key(Key::Escape).await?;
    session.wait_until(&format!("{} return dialog === null", dialog("attacks"))).await?;
    assert_eq!(
        session.eval("return [location.hash, document.activeElement.tagName]", []).await?,
        json!(["#group=banks", "BUTTON"])
    );
    Ok(())
}

in_browsers!(what_cannot_be_copied_is_selected);
async fn what_cannot_be_copied_is_selected(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&site, &session, "attacks").await?;
    let copy = format!(
        "{} Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText: () => Promise.reject(new Error()) }} }});
        dialog.querySelector('button').click(); await new Promise((done) => setTimeout(done, 50));
        const area = dialog.querySelector('textarea');
        return [area.selectionEnd - area.selectionStart === area.value.length, dialog.querySelector('[role=status]').textContent.length > 10]",
        dialog("attacks")
    );
    assert_eq!(session.eval_async(&copy, []).await?, json!([true, true]));
    Ok(())
}

in_browsers!(keys_reach_all_of_the_dialog);
async fn keys_reach_all_of_the_dialog(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&site, &session, "attacks").await?;
    let there = format!(
        "{} const {{ localName, name, value }} = chart.shadowRoot.activeElement; return [localName, name && value]",
        dialog("attacks")
    );
    for (number, stop) in ["input", "input", "textarea", "button", "a", "button"].iter().enumerate() {
        if number > 0 {
            session.key(Key::Tab).await?;
        }
        let now = session.eval(&there, []).await?;
        assert_eq!(now[0], json!(stop), "stop {number}: {now}");
    }
    session.eval(&format!("{} dialog.querySelector('input').focus()", dialog("attacks")), []).await?;
    session.key(Key::Down).await?;
    assert_eq!(session.eval(&there, []).await?, json!(["input", "frozen"]));
    Ok(())
}
