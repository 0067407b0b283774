//! The dialog that hands out the code of a chart.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::host::{Host, article, grown, visit};
use crate::site::{dataset, site};

/// Opens the dialog of a chart.
async fn open(session: &Session, chart: &str) -> Result<()> {
    let chart = Chart::new(session, chart);
    chart.wait_told().await?;
    chart.click("[part=take]").await?;
    let embed = "const button = all('[part=menu] button').find(({ textContent }) => textContent === 'Embed…');
        button?.click();
        return !!button";
    chart.wait_until(embed, []).await?;
    chart.wait_until("return find('dialog textarea')?.value", []).await.map(drop)
}

async fn code(session: &Session, chart: &str) -> Result<String> {
    let code = Chart::new(session, chart).eval("return get('dialog textarea').value", []).await?;
    Ok(code.as_str().context("there is no code")?.to_owned())
}

/// Makes a choice in the dialog and waits until the code contains `part`.
async fn choose(session: &Session, chart: &str, value: &str, part: &str) -> Result<()> {
    let chart = Chart::new(session, chart);
    chart.click(&format!("dialog input[value={value}]")).await?;
    chart.wait_until("return get('dialog textarea').value.includes(arguments[0])", [part.into()]).await?;
    Ok(())
}

in_browsers!(the_code_is_ready_to_paste);
async fn the_code_is_ready_to_paste(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&session, "proceeds").await?;
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
    let selected = "return !get('[part=selection]').hidden && get('[part=sentence]').textContent";
    let sentence = Chart::new(&session, "targets").wait_until(selected, []).await?;
    open(&session, "targets").await?;
    choose(&session, "targets", "dark", "data-theme=\"dark\"").await?;
    let frozen = format!("{}v/{}/", site.server.url(), dataset()?.as_of);
    choose(&session, "targets", "frozen", &frozen).await?;
    let code = code(&session, "targets").await?;
    let query = "?period=2015..2019&#38;group=banks&#38;measure=usd&#38;theme=dark\"";
    assert!(code.contains(&format!("src=\"{frozen}embed/targets.en.html{query}")), "{code}");
    assert!(code.contains(&format!("src=\"{frozen}host.js\" integrity=\"sha384-")), "{code}");
    assert!(!code.contains("<picture>") && !code.contains("srcset"), "the picture shows everything: {code}");
    assert_eq!(
        Chart::new(&session, "targets").eval("return get('dialog a').href", []).await?,
        format!("{frozen}embed/targets.en.html{}", query.replace("&#38;", "&").trim_end_matches('"'))
    );

    // Snippet and frame have the same table and sentence.
    let session = visit(browser, &Host::start(&article(&code), "")?, Options::default()).await?;
    grown(&session).await?;
    let (page, chart) = (Page::new(&session), Chart::in_frame(&session, 0));
    chart.open_table().await?;
    assert_eq!(page.rows(".heistogram-static tr").await?, chart.rows("tr").await?);
    let still = page.contents(".heistogram-static p").await?.swap_remove(2);
    assert_eq!(still, chart.content("[part=sentence]").await?);
    assert_eq!(still, sentence);
    Ok(())
}

in_browsers!(escape_closes_the_dialog_and_nothing_else);
async fn escape_closes_the_dialog_and_nothing_else(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_view(browser, "group=banks", Options { width: 1000, ..Options::default() }).await?;
    Page::new(&session).focus("#filters-title button").await?;
    open(&session, "attacks").await?;
    let chart = Chart::new(&session, "attacks");
    assert!(chart.is_focused("dialog:modal *").await?);
    session.key(Key::Escape).await?;
    chart.wait_gone("dialog").await?;
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
    open(&session, "attacks").await?;
    let copy = "const writeText = () => Promise.reject(new Error());
        Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
        get('dialog button').click();
        await new Promise((done) => setTimeout(done, 50));
        const area = get('dialog textarea');
        return [area.selectionEnd - area.selectionStart === area.value.length,
            get('dialog [role=status]').textContent.length > 10]";
    assert_eq!(Chart::new(&session, "attacks").eval_async(copy, []).await?, json!([true, true]));
    Ok(())
}

in_browsers!(keys_reach_all_of_the_dialog);
async fn keys_reach_all_of_the_dialog(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&session, "attacks").await?;
    let chart = Chart::new(&session, "attacks");
    let there = "const { localName, name, value } = root.activeElement; return [localName, name && value]";
    for (number, stop) in ["input", "input", "textarea", "button", "a", "button"].iter().enumerate() {
        if number > 0 {
            session.key(Key::Tab).await?;
        }
        let now = chart.eval(there, []).await?;
        assert_eq!(now[0], json!(stop), "stop {number}: {now}");
    }
    chart.focus("dialog input").await?;
    session.key(Key::Down).await?;
    assert_eq!(chart.eval(there, []).await?, json!(["input", "frozen"]));
    Ok(())
}
