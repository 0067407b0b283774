//! The pinned card: who attributes what, and links to the very sources of the dataset.

use anyhow::{Context, Result};
use heistogram::aggregate::Key as DatumKey;
use heistogram::chart::ChartKind;
use heistogram::theme::LIGHT;
use heistogram_browser_tests::{Browser, Key, Options, Session, in_browsers};
use serde_json::{Value, json};

use crate::shown::{figure, scene};
use crate::site::{bring, dataset, site, within};

/// Links of each incident on the card as the dataset has them, those it cites first, read without the code under test.
fn links_in_dataset(ids: &[String]) -> Result<Vec<Value>> {
    let dataset: Value = serde_json::from_str(include_str!("../../../../www/data/dataset.json"))?;
    let list = |name: &str| dataset[name].as_array().cloned().unwrap_or_default();
    let url =
        |id: &Value| list("sources").iter().find(|source| source["id"] == *id).map(|source| source["url"].clone());
    let incidents = list("incidents");
    ids.iter()
        .map(|id| {
            let incident = incidents.iter().find(|incident| incident["id"] == json!(id)).context("no such incident")?;
            let list = |name: &str| incident[name].as_array().map_or(&[][..], |list| list);
            let mut works: Vec<&Value> = list("sources").iter().map(|citation| &citation["source"]).collect();
            for further in list("recovered").iter().chain(list("actor")).chain([&incident["attributed_on"]]) {
                let source = &further["source"];
                if !source.is_null() && !works.contains(&source) {
                    works.push(source);
                }
            }
            Ok(json!([id, works.into_iter().map(url).collect::<Vec<_>>()]))
        })
        .collect()
}

async fn pin(session: &Session, kind: ChartKind, key: DatumKey) -> Result<Vec<String>> {
    let dataset = dataset()?;
    let figure = figure(kind, &dataset);
    let scene = scene(session, &figure, &dataset, &LIGHT).await?;
    let (number, datum) = figure.data().find(|(_, datum)| datum.key == key).context("no such datum")?;
    let centre = scene.bounds_of(number).context("it is not drawn")?.centre();
    let (x, y) = bring(session, kind.id(), centre.x, centre.y).await?;
    session.click(x, y).await?;
    let filled = format!(
        "{} const card = root.querySelector('[role=dialog]'); return card && !card.hidden && card.querySelector('a') !== null",
        within(kind.id())
    );
    session.wait_until(&filled).await?;
    let behind = figure.incidents(datum.key, &dataset);
    Ok(behind.iter().map(|index| dataset.incidents[*index].id().to_owned()).collect())
}

in_browsers!(links_are_those_of_the_incidents);
async fn links_are_those_of_the_incidents(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let places = [
        (ChartKind::Proceeds, DatumKey::Year(2015)),
        (ChartKind::Proceeds, DatumKey::Year(2024)),
        (ChartKind::Targets, DatumKey::Country(heistogram::data::Country::parse("KR"))),
    ];
    for (kind, key) in places {
        let mut expected = links_in_dataset(&pin(&session, kind, key).await?)?;
        let script = format!(
            "{} return [...root.querySelectorAll('[role=dialog] details')].map((incident) => [incident.dataset.id, \
             [...incident.querySelectorAll('a')].map((link) => link.getAttribute('href'))])",
            within(kind.id())
        );
        let shown = session.eval(&script, []).await?;
        let mut shown = shown.as_array().cloned().unwrap_or_default();
        let id = |entry: &Value| entry[0].as_str().unwrap_or_default().to_owned();
        expected.sort_by_key(id);
        shown.sort_by_key(id);
        assert_eq!(shown, expected, "{key:?}");
        let safe = format!(
            "{} return [...root.querySelectorAll('[role=dialog] a')].every(({{ rel, target }}) => \
             rel.includes('noopener') && target === '_blank')",
            within(kind.id())
        );
        assert_eq!(session.eval(&safe, []).await?, true);
        session.key(Key::Escape).await?;
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(escape_close_and_elsewhere_close_the_card);
async fn escape_close_and_elsewhere_close_the_card(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let hidden = format!("{} return root.querySelector('[role=dialog]').hidden", within("proceeds"));
    for how in ["escape", "close", "elsewhere"] {
        pin(&session, ChartKind::Proceeds, DatumKey::Year(2022)).await?;
        assert_eq!(session.eval(&hidden, []).await?, false, "before {how}");
        match how {
            "escape" => session.key(Key::Escape).await?,
            "close" => {
                let press = format!("{} root.querySelector('[role=dialog] button').click()", within("proceeds"));
                session.eval(&press, []).await?;
            }
            _ => session.click(4.0, 350.0).await?,
        }
        session.wait_until(&hidden).await?;
    }
    Ok(())
}
