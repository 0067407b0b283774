//! Charts by ear: what the screen reader Orca says when its keys are used, compared with the words of tooltips. The
//! whole transcript is compared with a golden file.
//!
//! A transcript leaves out the name of the key itself, which Orca says before some, and what Orca cuts off. Text that
//! depends on the published data is replaced by `⟨selection⟩`, after it has been compared with `describe`.

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
use heistogram_browser_tests::{Browser, Chart, Page, drill, told};
use xtask::setup::orca;

use crate::site::{Site, site};
use crate::tour::tour;
use reader::Reader;

const FIXTURE: &str = include_str!("../../../../fixtures/fixture.json");

/// Names that are hard to say, in place of the fixture's.
const CHANGED_NAMES: [(&str, &str); 2] =
    [("Alder Exchange", "“Alder” & <Sons> \"Exchange\""), ("Elm Exchange", "בורסת בוקיצה")];

/// This many thefts are walked one by one.
const FIRST: usize = 15;

/// From the top of the page to the legend of its chart.
const LINES: usize = 6;

drill!(chromium_in_english);
async fn chromium_in_english() -> Result<()> {
    hear(Browser::Chromium, "en").await
}

drill!(chromium_in_korean);
async fn chromium_in_korean() -> Result<()> {
    hear(Browser::Chromium, "ko").await
}

drill!(firefox_in_english);
async fn firefox_in_english() -> Result<()> {
    hear(Browser::Firefox, "en").await
}

drill!(firefox_in_korean);
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
    changing_under_way(&mut reader, &site, locale).await?;
    failing_under_way(&mut reader, &site, locale).await?;
    filters(&mut reader, &site, locale).await?;
    menu(&mut reader, &site, locale).await?;
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
        kinds.iter().map(|kind| format!("<heist-chart chart={} src=invented.json></heist-chart>", kind.id())).collect();
    site.write("fixture.json", FIXTURE)?;
    site.write("invented.json", invented()?)?;
    let page = format!(
        "<!doctype html><html lang={tag}><head><meta charset=utf-8><title>By ear</title><link rel=icon href='data:,'>
        <script type=module src=heistogram.js></script></head>
        <body><p><a href=#before id=before>Before</a></p>{}<p><a href=#after>After</a></p></body></html>",
        charts.concat()
    );
    site.write("ear.html", page)?;
    reader.goto(&format!("{}ear.html", site.server.url())).await?;
    let ready = "return all('heist-chart').every(({ shadowRoot }) =>
        shadowRoot?.querySelector('canvas[role=listbox]') && shadowRoot.querySelector('[part=scroll]').firstChild)";
    Page::new(reader.session()?).wait_until(ready, []).await?;
    reader.reach("#before").await
}

/// The fixture with the changed names.
fn invented() -> Result<String> {
    let mut data = FIXTURE.to_owned();
    for (before, after) in CHANGED_NAMES {
        let before = format!("\"{before}\"");
        ensure!(data.contains(&before), "no {before}");
        data = data.replace(&before, &serde_json::to_string(after)?);
    }
    Ok(data)
}

fn read(data: &str) -> Result<Dataset> {
    let value: Value = serde_json::from_str(data)?;
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

/// The first three charts: into each, through it, into a card and the table and back, and on to its legend.
async fn walk_all(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    let dataset = read(&invented()?)?;
    for kind in [ChartKind::Attacks, ChartKind::Proceeds, ChartKind::Incidents] {
        open(reader, site, locale, &[kind]).await?;
        reader.head(kind.id());
        let title = describe::title(kind, locale);
        let figure = Figure::new(kind, &dataset, &Filter::default(), kind.measures()[0]);
        let sentence = describe::sentence(&figure, &dataset, locale);
        reader.read_page(LINES, &[&sentence, locale.messages().chart_keys])?;
        reader.focus("#before").await?;
        let heard = reader.press_for("Tab", locale.messages().chart_keys)?;
        reader.once(&heard, title);
        reader.once(&heard, locale.messages().chart_keys);
        let tour = if kind == ChartKind::Incidents { some(&figure, &dataset) } else { tour(&figure, &dataset) };
        for (key, number) in &tour {
            reader.press_exactly(key_of(key), &spoken(&figure, *number, &dataset, locale))?;
        }
        let last = tour.last().context("there are data")?.1;
        let there = spoken(&figure, last, &dataset, locale);
        let words = describe::tooltip(&figure, last, &dataset, locale);
        let heard = reader.press_for("Return", &words.title)?;
        ensure!(heard.iter().any(|heard| heard.ends_with("dialog")), "Return opens no dialog: {heard:?}");
        reader.read_down(LINES, Some(&words.lines[0]))?;
        reader.press_back("Escape", &there)?;
        reader.press_for("t", title)?;
        reader.press_back("Escape", &there)?;
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

/// Two charts of a page: each has its own words.
async fn two_in_turn(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    let dataset = read(&invented()?)?;
    let kinds = [ChartKind::Attacks, ChartKind::Proceeds];
    open(reader, site, locale, &kinds).await?;
    reader.head("two charts in turn");
    for kind in [kinds[0], kinds[1], kinds[0]] {
        reader.focus_in(kind.id(), "canvas").await?;
        let figure = Figure::new(kind, &dataset, &Filter::default(), kind.measures()[0]);
        reader.press_exactly("Home", &spoken(&figure, DatumRef(0), &dataset, locale))?;
        reader.press("End")?;
    }
    Ok(())
}

/// A change while the focus is in a chart is heard once, and the keys go on from there.
async fn changing_under_way(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    let kind = ChartKind::Proceeds;
    open(reader, site, locale, &[kind]).await?;
    reader.head("changes under way");
    reader.press_for("Tab", locale.messages().chart_keys)?;
    reader.press("Right")?;
    let other = invented()?.replace("81000000", "80500000");
    site.write("other.json", &other)?;
    for (what, attribute, value) in [
        ("no figure is left", "period", "1999..1999"),
        ("one figure is left", "period", "2016..2016"),
        ("two years are left", "period", "2016..2017"),
        ("other data come", "src", "other.json"),
    ] {
        let heard = reader.set_attribute(what, kind.id(), attribute, value).await?;
        if attribute == "period" {
            let chart = Chart::new(reader.session()?, kind.id());
            let status = chart.wait_until("return get('[part=status]').textContent", []).await?;
            reader.once(&heard, status.as_str().unwrap_or_default());
        }
    }
    let dataset = read(&other)?;
    let figure = Figure::new(kind, &dataset, &State::read("period=2016..2017").0.filter, kind.measures()[0]);
    for (key, number) in tour(&figure, &dataset) {
        reader.press_exactly(key_of(key), &spoken(&figure, number, &dataset, locale))?;
    }
    Ok(())
}

/// The message of a chart that fails while it is walked is heard once.
async fn failing_under_way(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    open(reader, site, locale, &[ChartKind::Attacks]).await?;
    reader.head("a chart that fails under way");
    reader.press_for("Tab", locale.messages().chart_keys)?;
    reader.press("Right")?;
    let heard = reader.set_attribute("the chart becomes one there is not", "attacks", "chart", "nothing").await?;
    reader.once(&heard, "nothing");
    Ok(())
}

/// Each change of the page's selection is heard once.
async fn filters(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    let dataset = told(crate::site::dataset()?, locale);
    let folder = if locale == locale::ALL[0] { String::new() } else { format!("{}/", locale.tag()) };
    reader.goto(&format!("{}{folder}", site.server.url())).await?;
    Page::new(reader.session()?).wait_controls().await?;
    reader.reach(".skip").await?;
    reader.head("filters of the page");
    for (control, key) in [
        ("input[name=group]", "space"),
        ("input[name=evidence]", "space"),
        ("input[name=from]", "Right"),
        ("input[name=evidence]", "space"),
        ("input[name=group]", "space"),
        ("input[name=to]", "Left"),
        ("[data-preset]", "space"),
    ] {
        reader.focus(&format!("#filters {control}")).await?;
        let before = Page::new(reader.session()?).content("#said").await?;
        reader.begin(key)?;
        let changed = "const text = get('#said').textContent; return text !== arguments[0] && text";
        let text = Page::new(reader.session()?).wait_until(changed, [before.into()]).await?;
        let text = text.as_str().unwrap_or_default();
        reader.end(&format!("{key} on {control}"), text, "⟨selection⟩")?;
        let filter = reader.session()?.eval("return location.hash.slice(1)", []).await?;
        let (state, _) = State::read(filter.as_str().unwrap_or_default());
        let view = describe::selection(&state.filter, &dataset, locale);
        ensure!(view.is_empty() || text.contains(&view), "{text:?} does not contain {view:?}");
    }
    Ok(())
}

/// The menu of a chart, heard button by button and back; closing the dialog with the code returns the focus.
async fn menu(reader: &mut Reader, site: &Site, locale: Locale) -> Result<()> {
    let folder = if locale == locale::ALL[0] { String::new() } else { format!("{}/", locale.tag()) };
    reader.goto(&format!("{}{folder}", site.server.url())).await?;
    let chart = Chart::new(reader.session()?, "attacks");
    chart.wait_until("return find('[part=take]')?.textContent", []).await?;
    let name = chart.attribute("[part=take]", "aria-label").await?.context("the menu has no name")?;
    reader.reach(".skip").await?;
    reader.head("menu and dialog");
    reader.focus_in("attacks", "[part=take]").await?;
    reader.press("space")?;
    let buttons = menu_buttons(reader).await?;
    for button in &buttons {
        let heard = reader.press_for("Tab", button)?;
        reader.once(&heard, button);
    }
    reader.press_back("Escape", &name)?;

    // The modal dialog makes the page inert, and Orca 43 ignores events while a page changes: only the focus is checked.
    reader.begin("space")?;
    menu_buttons(reader).await?;
    reader.focus_in("attacks", EMBED).await?;
    reader.begin("Return")?;
    Chart::new(reader.session()?, "attacks").wait_until("return find('dialog')?.open", []).await?;
    reader.begin("Escape")?;
    let chart = Chart::new(reader.session()?, "attacks");
    chart.wait_gone("dialog").await?;
    chart.wait_focused(EMBED).await
}

/// The button of the menu that opens the dialog with the code to paste.
const EMBED: &str = "[part=menu] button:nth-last-of-type(3)";

/// Waits until the menu is open, and returns the names of its buttons.
async fn menu_buttons(reader: &Reader) -> Result<Vec<String>> {
    let names = "const names = all('[part=menu] button').map(({ textContent }) => textContent);
        return !get('[part=menu]').hidden && names.length && names";
    let names = Chart::new(reader.session()?, "attacks").wait_until(names, []).await?;
    Ok(serde_json::from_value(names)?)
}
