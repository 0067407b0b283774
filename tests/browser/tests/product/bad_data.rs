//! Other people's datasets: a valid one is drawn, an invalid one is rejected with a message, and none becomes markup.

use anyhow::Result;
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::{NOTE_FAILURES, Site, site};

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

async fn open(browser: Browser, site: &Site) -> Result<Session> {
    site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await
}

in_browsers!(every_error_is_said_and_the_page_stands);
async fn every_error_is_said_and_the_page_stands(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    session.eval(NOTE_FAILURES, []).await?;
    let broken: Value = serde_json::from_str(include_str!("../../../fixtures/broken.json"))?;
    let value: heistogram::data::Value = serde_json::from_value(broken.clone())?;
    let errors = heistogram::data::Dataset::from_value(&value).unwrap_err();
    assert!(errors.len() >= 40);
    let chart = Chart::new(&session, "attacks");
    chart.set_data(&broken).await?;
    session.wait_until("return failures.length > 0").await?;
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(session.eval("return failures[0].errors.map(({ text }) => text)", []).await?, json!(said));
    let status = chart.text("[role=status]").await?;
    assert!(status.contains(&errors.len().to_string()), "{status}");
    assert!(Page::new(&session).is_shown("heist-chart[chart=attacks] img").await?);
    assert!(Chart::new(&session, "proceeds").is_drawn().await?, "the other charts go on");
    assert_eq!(session.console_errors().await?, []);
    // A valid dataset is drawn again afterwards.
    let chart = Chart::new(&session, "attacks");
    chart.set_data(&dataset_of(&[incident("a", "A", &usd(5e6))])).await?;
    chart.wait_drawn().await?;
    assert_eq!(chart.text("[role=status]").await?, "");
    Ok(())
}

// Warnings are read from the console of Chromium only.
in_browsers!(each_mistake_is_logged_once: Chromium);
async fn each_mistake_is_logged_once(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let before = session.console().await?.len();
    for (chart, victim) in [("attacks", json!(1)), ("proceeds", json!(2)), ("incidents", json!(2))] {
        let mut wrong = incident("a", "V", &usd(1.0));
        wrong["victim"] = victim;
        let chart = Chart::new(&session, chart);
        chart.set_data(&dataset_of(&[wrong])).await?;
        chart.wait_shown("[part=errors]").await?;
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
    let chart = Chart::new(&session, "targets");
    let schema_2 = json!({"schema": 2, "title": "T", "as_of": "2024-01-01", "incidents": [], "sources": []});
    for data in [schema_2, json!(42), json!([]), json!({}), json!("text")] {
        chart.set_data(&data).await?;
        chart.wait_message().await?;
        chart.set_data(&dataset_of(&[])).await?;
        chart.wait_drawn().await?;
    }
    for src in ["unreadable.json", "nowhere.json"] {
        chart.eval("host.data = undefined; host.setAttribute('src', arguments[0])", [json!(src)]).await?;
        chart.wait_message().await?;
        assert!(Page::new(&session).is_shown("heist-chart[chart=targets] img").await?, "{src}");
        // Our dataset never takes the place of theirs: without an address the element waits.
        chart.remove_attribute("src").await?;
        let waits = "return get('[role=status]').textContent.startsWith('Waiting') && canvas.offsetHeight === 0";
        chart.wait_until(waits, []).await?;
    }
    Ok(())
}

in_browsers!(values_json_cannot_write_are_refused_in_words);
/// Values of JavaScript that JSON does not have, and an endless tree.
async fn values_json_cannot_write_are_refused_in_words(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site).await?;
    session.eval(NOTE_FAILURES, []).await?;
    let chart = Chart::new(&session, "targets");
    let give = "failures.length = 0;
        const endless = { schema: 1 };
        endless.title = [endless];
        const symbol = { schema: Symbol() }, collection = { schema: new Set() }, method = { schema() {} };
        host.data = { endless, symbol, collection, method }[arguments[0]]";
    let cases = [
        ("endless", "nested deeper than 32 levels"),
        ("symbol", "a symbol"),
        ("collection", "a collection"),
        ("method", "a function"),
    ];
    for (data, problem) in cases {
        chart.eval(give, [json!(data)]).await?;
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
    // Without any source, the dataset is named.
    let source = "return words('source')?.textContent.startsWith(arguments[0]) && canvas.offsetHeight > 20";
    let painted = "return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
        .filter((value, at) => at % 4 === 3 && value > 0).length > 50";
    for (name, data) in &datasets {
        let named = if *name == "nothing" { "Data: Somebody's list." } else { "Sources include P." };
        for kind in ["attacks", "targets", "proceeds"] {
            let chart = Chart::new(&session, kind);
            chart.set_data(data).await?;
            chart.wait_until(source, [json!(named)]).await?;
            assert_eq!(chart.eval(painted, []).await?, true, "{name}: {kind} is blank");
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
    let chart = Chart::new(&session, "proceeds");
    chart.set_data(&data).await?;
    chart.wait_rows(1).await?;
    let (x, y) = chart.bring(chart.rect("canvas").await?.width / 2.0, 250.0).await?;
    session.click(x, y).await?;
    chart.wait_count("[role=dialog] details", 2).await?;
    let names = "return all('[role=dialog] .name').map((name) => [name.textContent, name.dir])";
    assert_eq!(chart.eval(names, []).await?, json!([[markup, "auto"], ["בנק לאומי למשל", "auto"]]));
    assert_eq!(chart.count("img[src], script, b b").await?, 0);
    assert_eq!(session.eval("return ran", []).await?, 0);
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(a_list_about_another_thief_has_its_own_words: Chromium);
async fn a_list_about_another_thief_has_its_own_words(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site).await?;
    let mut data = dataset_of(&[
        incident("a", "A", &usd(5e6)),
        incident("b", "B", &usd(3e6)),
        json!({ "id": "c", "date": "2023", "victim": "C", "sector": "bank", "evidence": "government",
                "country": null, "stolen_usd": null, "attribution": [], "sources": [{ "source": "s" }] }),
    ]);
    data["labels"] = json!({ "subject": "The Locksmiths", "groups": { "exchanges": "Trading halls" },
                             "evidence": { "government": "court ruling", "firm": "insurer" } });
    let targets = Chart::new(&session, "targets");
    targets.set_data(&data).await?;
    targets.wait_words("title", "Trading halls").await?;
    let chart = Chart::new(&session, "attacks");
    chart.set_data(&data).await?;
    chart.wait_words("sentence", "(court ruling or UN panel) against The Locksmiths: 1.").await?;
    chart.wait_count("[part=legend] button[aria-label='Trading halls']", 1).await?;
    chart.open_table().await?;
    // A year, and below a heading its official attacks.
    chart.wait_rows(3).await?;
    assert!(chart.text("thead").await?.contains("Trading halls"));
    let (x, y) = chart.bring(chart.rect("canvas").await?.width / 2.0, 250.0).await?;
    session.pointer_move(x, y).await?;
    let shows = "return get('[role=tooltip]').innerText.includes('insurer')";
    chart.wait_until(shows, []).await?;
    assert!(chart.tooltip().await?.contains("Trading halls"));
    // Markup is refused, and the chart of before goes.
    data["labels"]["groups"]["exchanges"] = json!("<b>Trading halls</b>");
    chart.set_data(&data).await?;
    chart.wait_shown("[part=errors]").await?;
    let listed = "return all('[part=errors] li').map((item) => item.textContent)";
    let expected = "labels.groups.exchanges: \"<b>Trading halls</b>\" is not a label; \
                    expected one line of at most 60 characters, without < and >";
    assert_eq!(chart.eval(listed, []).await?, json!([expected]));
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
