//! Charts by ear: what Orca says to a reader who uses its keys, held against the words of tooltips, and kept whole.
//!
//! Left out of a transcript are the name of the key itself, which Orca says before some, and what Orca cuts off. What
//! depends on the published data stands there as `⟨selection⟩`, once it has been held against `describe`.

mod reader;

use std::path::Path;

use anyhow::{Context, Result, ensure};
use heistogram::aggregate::Filter;
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Dataset, Value};
use heistogram::describe;
use heistogram::locale::{self, Locale};
use heistogram::scene::DatumRef;
use heistogram::state::State;
use heistogram::walk::{Step, Walk};
use heistogram_browser_tests::Browser;
use xtask::setup::orca;

use crate::site::{Site, site, within};
use crate::tour::tour;
use reader::Reader;

const FIXTURE: &str = include_str!("../../../../fixtures/fixture.json");

/// So many thefts are walked one by one.
const FIRST: usize = 15;

#[tokio::test]
#[ignore = "a drill"]
async fn chromium_in_english() -> Result<()> {
    hear(Browser::Chromium, "en").await
}

#[tokio::test]
#[ignore = "a drill"]
async fn chromium_in_korean() -> Result<()> {
    hear(Browser::Chromium, "ko").await
}

#[tokio::test]
#[ignore = "a drill"]
async fn firefox_in_english() -> Result<()> {
    hear(Browser::Firefox, "en").await
}

#[tokio::test]
#[ignore = "a drill"]
async fn firefox_in_korean() -> Result<()> {
    hear(Browser::Firefox, "ko").await
}

async fn hear(browser: Browser, tag: &str) -> Result<()> {
    println!("{} in {tag}: heard with {}", browser.name(), orca::versions());
    let locale = Locale::of(tag).context("no such language")?;
    let site = site()?;
    let mut reader = Reader::start(browser, tag)?;
    walk_all(&mut reader, &site, locale).await?;
    two_in_turn(&mut reader, &site, locale).await?;
    failing_under_way(&mut reader, &site, locale).await?;
    filters(&mut reader, &site, locale).await?;
    println!("{}", reader.transcript);
    ensure!(reader.wrong.is_empty(), "heard otherwise than written:\n{}", reader.wrong.join("\n"));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("../golden/orca"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let name = format!("{}-{tag}", browser.name().to_lowercase());
    settings.bind(|| insta::assert_snapshot!(name, reader.transcript));
    Ok(())
}

/// A page with charts of the fixture and a link before and after.
async fn open(reader: &mut Reader, site: &Site, locale: Locale, kinds: &[ChartKind]) -> Result<()> {
    let tag = locale.tag();
    let charts: Vec<String> =
        kinds.iter().map(|kind| format!("<heist-chart chart={} src=fixture.json></heist-chart>", kind.id())).collect();
    site.write("fixture.json", FIXTURE)?;
    let page = format!(
        "<!doctype html><html lang={tag}><head><meta charset=utf-8><title>By ear</title><link rel=icon href='data:,'>
        <script type=module src=heistogram.js></script></head>
        <body><p><a href=#before id=before>Before</a></p>{}<p><a href=#after>After</a></p></body></html>",
        charts.concat()
    );
    site.write("ear.html", page)?;
    let ready = "return [...document.querySelectorAll('heist-chart')].every(({ shadowRoot }) =>
        shadowRoot?.querySelector('canvas[role=listbox]') && shadowRoot.querySelector('tbody tr'))";
    reader.goto(&format!("{}ear.html", site.server.url()), ready, "#before").await
}

fn fixture() -> Result<Dataset> {
    let value: Value = serde_json::from_str(FIXTURE)?;
    Dataset::from_value(&value).map_err(|errors| anyhow::anyhow!("{errors:?}"))
}

fn spoken(figure: &Figure, number: DatumRef, dataset: &Dataset, locale: Locale) -> String {
    describe::tooltip(figure, number, dataset, locale).spoken(locale)
}

fn key_of(key: &str) -> &str {
    match key {
        "PageUp" => "Prior",
        "PageDown" => "Next",
        key => key.trim_start_matches("Arrow"),
    }
}

/// Every chart of the first ones: into it, through it, into a card and the table and back, and on to its legend.
async fn walk_all(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    let dataset = fixture()?;
    for kind in [ChartKind::Attacks, ChartKind::Proceeds, ChartKind::Incidents] {
        open(reader, site, locale, &[kind]).await?;
        reader.head(kind.id());
        let title = describe::title(kind, locale);
        let heard = reader.press_for("Tab", "Focus mode")?;
        reader.once(&heard, title);
        reader.once(&heard, locale.messages().chart_keys);
        let figure = Figure::new(kind, &dataset, &Filter::default(), kind.measures()[0]);
        let tour = if kind == ChartKind::Incidents { some(&figure, &dataset) } else { tour(&figure, &dataset) };
        for (key, number) in &tour {
            reader.press_exactly(key_of(key), &spoken(&figure, *number, &dataset, locale))?;
        }
        let last = tour.last().context("there are data")?.1;
        let there = spoken(&figure, last, &dataset, locale);
        reader.press_for("Return", &describe::tooltip(&figure, last, &dataset, locale).title)?;
        let heard = reader.press_for("Escape", &there)?;
        reader.once(&heard, &there);
        reader.press_for("t", title)?;
        let heard = reader.press_for("Escape", &there)?;
        reader.once(&heard, &there);
        reader.press("Tab")?;
    }
    Ok(())
}

/// The first thefts, and the last.
fn some(figure: &Figure, dataset: &Dataset) -> Vec<(&'static str, DatumRef)> {
    let mut walk = Walk::default();
    let keys = std::iter::once(("Home", Step::Home)).chain((1..FIRST).map(|_| ("ArrowRight", Step::Right)));
    let steps = keys.chain(std::iter::once(("End", Step::End)));
    steps.filter_map(|(key, step)| Some((key, walk.step(step, figure, dataset)?))).collect()
}

/// Two charts of a page: each says its own.
async fn two_in_turn(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    let dataset = fixture()?;
    let kinds = [ChartKind::Attacks, ChartKind::Proceeds];
    open(reader, site, locale, &kinds).await?;
    reader.head("two charts in turn");
    for kind in [kinds[0], kinds[1], kinds[0]] {
        reader.focus(&format!("(() => {{ {} return canvas }})()", within(kind.id()))).await?;
        let figure = Figure::new(kind, &dataset, &Filter::default(), kind.measures()[0]);
        reader.press_exactly("Home", &spoken(&figure, DatumRef(0), &dataset, locale))?;
        reader.press("End")?;
    }
    Ok(())
}

/// A chart that fails while it is walked says so, once.
async fn failing_under_way(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    open(reader, site, locale, &[ChartKind::Attacks]).await?;
    reader.head("a chart that fails under way");
    reader.press_for("Tab", "Focus mode")?;
    reader.press("Right")?;
    let fail = format!("{} host.setAttribute('chart', 'nothing'); return true", within("attacks"));
    let heard = reader.after("the chart becomes one there is not", &fail).await?;
    reader.once(&heard, "nothing");
    Ok(())
}

/// Each change of the page's selection is said once.
async fn filters(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    let mut dataset = crate::site::dataset()?;
    locale.tell(&mut dataset);
    let folder = if locale == locale::ALL[0] { String::new() } else { format!("{}/", locale.tag()) };
    let ready = "return !document.querySelector('#filters').inert";
    reader.goto(&format!("{}{folder}", site.server.url()), ready, ".skip").await?;
    reader.head("filters of the page");
    let said = "return document.querySelector('#said').textContent";
    for (control, key) in [
        ("input[name=group]", "space"),
        ("input[name=evidence]", "space"),
        ("input[name=from]", "Right"),
        ("input[name=evidence]", "space"),
        ("input[name=group]", "space"),
    ] {
        reader.focus(&format!("document.querySelector('#filters {control}')")).await?;
        let before = reader.session()?.eval(said, []).await?;
        reader.begin(key)?;
        let changed =
            format!("const said = document.querySelector('#said').textContent; return said !== {before} && said");
        let text = reader.session()?.wait_until(&changed).await?;
        let text = text.as_str().unwrap_or_default();
        reader.end(&format!("{key} on {control}"), text, "⟨selection⟩")?;
        let filter = reader.session()?.eval("return location.hash.slice(1)", []).await?;
        let (state, _) = State::read(filter.as_str().unwrap_or_default());
        let view = describe::selection(&state.filter, &dataset, locale);
        ensure!(view.is_empty() || text.contains(&view), "{text:?} does not say {view:?}");
    }
    Ok(())
}
