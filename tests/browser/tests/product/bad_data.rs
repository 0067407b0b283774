//! Somebody's dataset: drawn if it is right, refused in words if it is not, and never markup in the page.

use anyhow::Result;
use heistogram_browser_tests::{Browser, Options, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::{Site, bring, said, site, text, within};

fn dataset_of(incidents: &[Value]) -> Value {
    json!({
        "schema": 1, "title": "Somebody's list", "as_of": "2024-06-30", "incidents": incidents,
        "sources": [{"id": "s", "title": "<b>Source</b>", "publisher": "P", "date": "2024", "url": "https://example.org/a",
                     "kind": "press", "via": null}],
    })
}

fn incident(id: &str, victim: &str, stolen: &Value) -> Value {
    json!({
        "id": id, "date": "2023-05", "victim": victim, "country": "NL", "sector": "exchange", "stolen_usd": stolen,
        "evidence": "firm", "attribution": [victim], "sources": [{"source": "s", "locator": null}],
    })
}

fn usd(amount: f64) -> Value {
    json!({"low": amount, "best": amount, "high": amount})
}

async fn give(session: &Session, chart: &str, data: &Value) -> Result<()> {
    let script = format!("{} host.data = arguments[0]", within(chart));
    session.eval(&script, [data.clone()]).await?;
    Ok(())
}

async fn open(browser: Browser, site: &Site) -> Result<Session> {
    site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await
}

in_browsers!(every_error_is_said_and_the_page_stands);
async fn every_error_is_said_and_the_page_stands(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let listen = "window.failures = []; addEventListener('heist-error', ({ detail }) => failures.push(detail))";
    session.eval(listen, []).await?;
    let broken: Value = serde_json::from_str(include_str!("../../../fixtures/broken.json"))?;
    let value: heistogram::data::Value = serde_json::from_value(broken.clone())?;
    let errors = heistogram::data::Dataset::from_value(&value).unwrap_err();
    assert!(errors.len() >= 40);
    give(&session, "attacks", &broken).await?;
    session.wait_until("return failures.length > 0").await?;
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(session.eval("return failures[0].errors.map(({ text }) => text)", []).await?, json!(said));
    let status = text(&session, "attacks", "[role=status]").await?;
    assert!(status.contains(&errors.len().to_string()), "{status}");
    let standing = "return document.querySelector('heist-chart[chart=attacks] img').checkVisibility()";
    assert_eq!(session.eval(standing, []).await?, true);
    let other = format!("{} return canvas.offsetHeight > 0", within("proceeds"));
    assert_eq!(session.eval(&other, []).await?, true, "the other charts go on");
    assert_eq!(session.console_errors().await?, []);
    // A right dataset afterwards is drawn again.
    give(&session, "attacks", &dataset_of(&[incident("a", "A", &usd(5e6))])).await?;
    session.wait_until(&format!("{} return canvas.offsetHeight > 0", within("attacks"))).await?;
    assert_eq!(text(&session, "attacks", "[role=status]").await?, "");
    Ok(())
}

// Of the other browsers' consoles warnings are not read.
in_browsers!(each_mistake_is_logged_once: Chromium);
async fn each_mistake_is_logged_once(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let before = session.console().await?.len();
    for (chart, victim) in [("attacks", json!(1)), ("proceeds", json!(2)), ("incidents", json!(2))] {
        let mut wrong = incident("a", "V", &usd(1.0));
        wrong["victim"] = victim;
        give(&session, chart, &dataset_of(&[wrong])).await?;
        session.wait_until(&format!("{} return !root.querySelector('[part=errors]').hidden", within(chart))).await?;
    }
    let lines = session.console().await?[before..].iter().filter(|message| message.text.contains("heist-chart:"));
    assert_eq!(lines.count(), 2);
    Ok(())
}

in_browsers!(whatever_is_no_dataset_is_refused_in_words);
async fn whatever_is_no_dataset_is_refused_in_words(browser: Browser) -> Result<()> {
    let site = site()?;
    site.write("unreadable.json", "{ \"schema\": 1, ")?;
    let session = open(browser, &site).await?;
    let schema_2 = json!({"schema": 2, "title": "T", "as_of": "2024-01-01", "incidents": [], "sources": []});
    for data in [schema_2, json!(42), json!([]), json!({}), json!("text")] {
        give(&session, "targets", &data).await?;
        let said = format!("{} return root.querySelector('[role=status]').textContent.length > 20", within("targets"));
        session.wait_until(&said).await?;
        give(&session, "targets", &dataset_of(&[])).await?;
        session.wait_until(&format!("{} return canvas.offsetHeight > 0", within("targets"))).await?;
    }
    for src in ["unreadable.json", "nowhere.json"] {
        let ask = format!("{} host.data = undefined; host.setAttribute('src', arguments[0])", within("targets"));
        session.eval(&ask, [json!(src)]).await?;
        let said = format!("{} return root.querySelector('[role=status]').textContent.length > 20", within("targets"));
        session.wait_until(&said).await?;
        let standing = "return document.querySelector('heist-chart[chart=targets] img').checkVisibility()";
        assert_eq!(session.eval(standing, []).await?, true, "{src}");
        // Ours never stands for theirs: without an address the element waits.
        session.eval(&format!("{} host.removeAttribute('src')", within("targets")), []).await?;
        let waits =
            "root.querySelector('[role=status]').textContent.startsWith('Waiting') && canvas.offsetHeight === 0";
        session.wait_until(&format!("{} return {waits}", within("targets"))).await?;
    }
    Ok(())
}

in_browsers!(values_json_cannot_write_are_refused_in_words);
/// What JavaScript has and JSON has not, and a tree without an end.
async fn values_json_cannot_write_are_refused_in_words(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    let listen = "window.failures = []; addEventListener('heist-error', ({ detail }) => failures.push(detail))";
    session.eval(listen, []).await?;
    let endless = "const data = {schema: 1}; data.title = [data];";
    let cases = [
        (endless, "nested deeper than 32 levels"),
        ("const data = {schema: Symbol()};", "a symbol"),
        ("const data = {schema: new Set()};", "a collection"),
        ("const data = {schema: () => 1};", "a function"),
    ];
    for (data, problem) in cases {
        session.eval(&format!("failures.length = 0; {} {data} host.data = data", within("targets")), []).await?;
        session.wait_until("return failures.length > 0").await?;
        let said = session.eval("return failures[0].errors.map(({ text }) => text)", []).await?;
        assert!(said.to_string().contains(problem), "{said}");
    }
    assert_eq!(session.eval("return failures[0].errors.length", []).await?, 1);
    Ok(())
}

in_browsers!(unusual_datasets_are_drawn);
async fn unusual_datasets_are_drawn(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let long = "V".repeat(400);
    let datasets = [
        ("nothing", dataset_of(&[])),
        ("one incident", dataset_of(&[incident("a", "A", &usd(5e6))])),
        ("nothing taken", dataset_of(&[incident("a", "A", &usd(0.0))])),
        ("not known", dataset_of(&[incident("a", &long, &Value::Null)])),
    ];
    for (name, data) in &datasets {
        for chart in ["attacks", "targets", "proceeds"] {
            give(&session, chart, data).await?;
            let source = format!(
                "{} return {}?.textContent.includes(\"Somebody's list\") && canvas.offsetHeight > 20",
                within(chart),
                said(chart, "source")
            );
            session.wait_until(&source).await?;
            let inked = format!(
                "{} return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data\
                 .filter((value, at) => at % 4 === 3 && value > 0).length > 50",
                within(chart)
            );
            assert_eq!(session.eval(&inked, []).await?, true, "{name}: {chart} is blank");
        }
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(names_are_text_and_nothing_else);
async fn names_are_text_and_nothing_else(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    session.eval("window.ran = 0", []).await?;
    let markup = "<img src=x onerror='ran = 1'><script>ran = 1</script>";
    let data = dataset_of(&[incident("a", markup, &usd(5e6)), incident("b", "בנק לאומי למשל", &usd(3e6))]);
    give(&session, "proceeds", &data).await?;
    let only = format!("{} return root.querySelectorAll('tbody tr').length === 1", within("proceeds"));
    session.wait_until(&only).await?;
    let width = session.eval(&format!("{} return canvas.offsetWidth", within("proceeds")), []).await?;
    let (x, y) = bring(&session, "proceeds", width.as_f64().unwrap_or_default() / 2.0, 250.0).await?;
    session.click(x, y).await?;
    let pinned = format!("{} return root.querySelectorAll('[role=dialog] details').length === 2", within("proceeds"));
    session.wait_until(&pinned).await?;
    let names = format!(
        "{} return [...root.querySelectorAll('[role=dialog] .name')].map((name) => [name.textContent, name.dir])",
        within("proceeds")
    );
    assert_eq!(session.eval(&names, []).await?, json!([[markup, "auto"], ["בנק לאומי למשל", "auto"]]));
    let elements = format!("{} return root.querySelectorAll('img[src], script, b b').length", within("proceeds"));
    assert_eq!(session.eval(&elements, []).await?, 0);
    assert_eq!(session.eval("return ran", []).await?, 0);
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
