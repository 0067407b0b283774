//! The pinned card: attributions, and links to the sources of the dataset.

use anyhow::{Context, Result};
use heistogram::aggregate::Key as DatumKey;
use heistogram::chart::ChartKind;
use heistogram::data::{Incident, IncidentDetails};
use heistogram::locale::Locale;
use heistogram::theme::LIGHT;
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Session, in_browsers, told};
use serde_json::{Value, json};

use crate::shown::{figure, scene};
use crate::site::{dataset, site};

/// Links of each incident as the dataset has them, cited sources first, then that to its page.
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
            let page = Some(json!(format!("i/{id}/")));
            Ok(json!([id, works.into_iter().map(url).chain([page]).collect::<Vec<_>>()]))
        })
        .collect()
}

async fn pin(session: &Session, kind: ChartKind, key: DatumKey) -> Result<Vec<String>> {
    let dataset = dataset()?;
    let figure = figure(kind, &dataset);
    let scene = scene(session, &figure, &dataset, &LIGHT).await?;
    let (number, datum) = figure.data().find(|(_, datum)| datum.key == key).context("no such datum")?;
    let centre = scene.bounds_of(number).context("it is not drawn")?.centre();
    let chart = Chart::new(session, kind.id());
    let (x, y) = chart.bring(centre.x, centre.y).await?;
    session.click(x, y).await?;
    chart.wait_found("[role=dialog]:not([hidden]) a").await?;
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
        let chart = Chart::new(&session, kind.id());
        let links = "return all('[role=dialog] details').map((incident) => [incident.dataset.id,
            [...incident.querySelectorAll('a')].map((link) => link.getAttribute('href'))])";
        let shown = chart.eval(links, []).await?;
        let mut shown = shown.as_array().cloned().unwrap_or_default();
        let id = |entry: &Value| entry[0].as_str().unwrap_or_default().to_owned();
        expected.sort_by_key(id);
        shown.sort_by_key(id);
        assert_eq!(shown, expected, "{key:?}");
        let unsafe_links = "[role=dialog] a[href^=http]:not([rel~=noopener][target=_blank])";
        assert_eq!(chart.count(unsafe_links).await?, 0);
        session.key(Key::Escape).await?;
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

/// Card and anchor in the window, and apart from each other: by a selector of the page, or the ring of the mark.
const APART: &str = "const card = place(get('[role=dialog]:not([hidden])'));
    const anchor = arguments[0] ? document.querySelector(arguments[0]).getBoundingClientRect()
        : get('[part=ring]:not([hidden])').getBoundingClientRect();
    const [left, top, width, height] = card;
    const inside = left >= 0 && top >= 0 && left + width <= innerWidth + 1 && top + height <= innerHeight + 1;
    const shown = anchor.bottom > 0 && anchor.top < innerHeight;
    // The line of a ring is around its mark.
    const line = arguments[0] ? 0 : 4;
    const apart = anchor.right <= left + line || anchor.left >= left + width || anchor.bottom <= top || anchor.top >= top + height;
    return inside && shown && apart";

in_browsers!(the_card_opens_where_the_reader_is);
/// Beside the link in the table, and beside the mark that an address names.
async fn the_card_opens_where_the_reader_is(browser: Browser) -> Result<()> {
    let site = site()?;
    for width in [1000, 390] {
        let session = site.open(browser, Options { width, height: 800, ..Options::default() }).await?;
        let (page, chart) = (Page::new(&session), Chart::new(&session, "incidents"));
        page.wait_until("return !get('#all-incidents form').hidden", []).await?;
        let link = "#all-incidents tbody tr:nth-child(9) a";
        page.scroll_to(link).await?;
        page.focus(link).await?;
        session.key(Key::Enter).await?;
        chart.wait_found("[role=dialog]:not([hidden]) a").await?;
        chart.wait_until(APART, [json!(link)]).await.with_context(|| format!("{width} px, in the table"))?;
        session.key(Key::Escape).await?;
        chart.wait_hidden("[role=dialog]").await?;
        page.wait_until("return document.activeElement === get(arguments[0])", [json!(link)]).await?;
        page.wait_fragment("").await?;

        page.go("incident=ronin-2022-03").await?;
        chart.wait_found("[role=dialog]:not([hidden]) a").await?;
        chart.wait_until(APART, [json!("")]).await.with_context(|| format!("{width} px, in the chart"))?;
    }
    Ok(())
}

in_browsers!(escape_close_and_elsewhere_close_the_card);
async fn escape_close_and_elsewhere_close_the_card(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    let chart = Chart::new(&session, "proceeds");
    for how in ["escape", "close", "elsewhere"] {
        pin(&session, ChartKind::Proceeds, DatumKey::Year(2022)).await?;
        assert!(chart.is_shown("[role=dialog]").await?, "before {how}");
        match how {
            "escape" => session.key(Key::Escape).await?,
            "close" => chart.click("[role=dialog] button").await?,
            _ => session.click(4.0, 350.0).await?,
        }
        chart.wait_hidden("[role=dialog]").await?;
    }
    Ok(())
}

in_browsers!(what_a_card_does_not_translate_is_marked: Chromium);
async fn what_a_card_does_not_translate_is_marked(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, Options { width: 1000, height: 900, ..Options::default() }).await?;
    let korean = told(dataset()?, Locale::Ko);
    let details = korean.details.as_ref().context("details")?;
    let first = |is_as_written| {
        let mut all = korean.incidents.iter().zip(&details.incidents);
        let is_one = |(incident, more): &(&Incident, &IncidentDetails)| {
            incident.counted
                && incident.is_as_written() == is_as_written
                && more.sources.iter().any(|one| one.locator.is_some())
        };
        all.find(is_one).context("there is one")
    };
    let marked = "const card = document.querySelector('heist-chart[chart=incidents]')?.shadowRoot?.querySelector('[part=card]');
        const links = card ? [...card.querySelectorAll('.sources a')].map(({ lang, textContent }) => [lang, textContent]) : [];
        const name = card?.querySelector('.name');
        return links.length && card.querySelector('details').dataset.id === arguments[0]
            ? { name: [name.lang, name.textContent], links } : null";
    for (is_as_written, lang) in [(true, "en"), (false, "")] {
        let (incident, more) = first(is_as_written)?;
        session.goto("about:blank").await?;
        session.goto(&format!("{}ko/#incident={}", site.server.url(), incident.id())).await?;
        let shown = Page::new(&session).wait_until(marked, [json!(incident.id())]).await?;
        assert_eq!(shown["name"], json!([lang, Locale::Ko.called_in_full(incident)]));
        let one = more.sources.iter().find(|one| one.locator.is_some()).context("a locator")?;
        let locator = one.locator.as_deref().context("a locator")?;
        let title = &details.sources[one.source].title;
        let links = shown["links"].as_array().context("links")?;
        assert!(links.contains(&json!(["en", format!("{title}, {locator}")])), "{links:?}");
    }
    Ok(())
}
