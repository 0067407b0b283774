//! Selections: from links, controls, legends and cards, across all charts, with steps to go back.

use anyhow::{Context, Result};
use heistogram::aggregate::{Filter, Key as DatumKey};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe;
use heistogram::locale;
use heistogram::state::State;
use heistogram::theme::LIGHT;
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::shown::{figure, scene};
use crate::site::{dataset, site};

fn filter(state: &str) -> Filter {
    State::read(state).0.filter
}

/// Waits until charts, selection and key figures have the words of a state.
async fn expect(session: &Session, dataset: &Dataset, state: &str) -> Result<()> {
    let filter = filter(state);
    let locale = locale::ALL[0];
    let is_empty = !dataset.incidents.iter().any(|incident| incident.counted && filter.accepts(incident));
    for kind in ChartKind::ALL {
        let figure = Figure::new(kind, dataset, &filter, kind.measures()[0]);
        // The page says once that nothing is selected.
        let is_silent = is_empty && figure.count() == 0;
        let sentence = if is_silent { String::new() } else { describe::sentence(&figure, dataset, locale) };
        let chart = Chart::new(session, kind.id());
        chart.wait_until("return words('sentence')?.textContent === arguments[0]", [json!(sentence)]).await?;
        let rows = describe::table(&figure, dataset, locale).rows.len();
        chart.wait_rows(rows).await?;
    }
    let words = describe::selection(&filter, dataset, locale);
    let page = Page::new(session);
    let scope = page.eval("const node = get('.scope'); return node.hidden ? '' : node.textContent", []).await?;
    assert_eq!(scope, words, "the key figures say what they are of");
    let words = if is_empty { format!("{} {words}", locale.page().filter_empty) } else { words };
    let selection = "const node = get('#selection'); return node.hidden ? '' : node.firstElementChild.textContent";
    assert_eq!(page.eval(selection, []).await?, words);
    let expected = describe::key_figures(dataset, &filter, locale).map(|figure| figure.value);
    assert_eq!(page.key_figures().await?, expected);
    Ok(())
}

async fn hash(session: &Session) -> Result<String> {
    let hash = session.eval("return decodeURIComponent(location.hash)", []).await?;
    Ok(hash.as_str().unwrap_or_default().to_owned())
}

fn wide() -> Options {
    Options { width: 1100, height: 800, ..Options::default() }
}

in_browsers!(a_link_shows_its_view);
async fn a_link_shows_its_view(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let mut session = site.open_view(browser, "", wide()).await?;
    for state in ["group=banks&period=2015-12..2019-05", "evidence=government,un-panel&country=KR", "set=un-2019"] {
        Page::new(&session).go(state).await?;
        expect(&session, &dataset, state).await?;
    }
    Page::new(&session).go("method").await?;
    expect(&session, &dataset, "set=un-2019").await?;
    Page::new(&session).go("").await?;
    expect(&session, &dataset, "").await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(choices_are_steps_to_go_back);
async fn choices_are_steps_to_go_back(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let session = site.open_view(browser, "", wide()).await?;
    let page = Page::new(&session);
    page.choose("banks").await?;
    expect(&session, &dataset, "group=banks").await?;
    page.choose("exchanges").await?;
    expect(&session, &dataset, "group=banks,exchanges").await?;
    assert_eq!(hash(&session).await?, "#group=banks,exchanges");
    session.eval("history.back()", []).await?;
    expect(&session, &dataset, "group=banks").await?;
    let ticked = "return all('#filters input:checked').map(({ value }) => value)";
    assert_eq!(page.eval(ticked, []).await?, json!(["banks"]));
    session.eval("history.forward()", []).await?;
    expect(&session, &dataset, "group=banks,exchanges").await?;
    page.clear().await?;
    expect(&session, &dataset, "").await?;
    assert_eq!(hash(&session).await?, "");
    Ok(())
}

in_browsers!(a_period_is_brushed_or_preset);
async fn a_period_is_brushed_or_preset(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let session = site.open_view(browser, "", wide()).await?;
    let page = Page::new(&session);
    page.scroll_to(".overview").await?;
    let overview = page.rect(".overview").await?;
    let y = overview.y + overview.height / 3.0;
    let months = f64::from((dataset.as_of.year() - 2015) * 12 + i32::from(dataset.as_of.month()));
    let month = |at: f64| overview.x + overview.width / months * (at + 0.5);
    // March 2017 to June 2018, dragged from the end.
    session.drag((month(41.0), y), (month(26.0), y)).await?;
    expect(&session, &dataset, "period=2017-03..2018-06").await?;
    // No width selects one month.
    session.drag((month(26.0), y), (month(26.0), y)).await?;
    expect(&session, &dataset, "period=2017-03..2017-03").await?;
    let handle = "const handle = get('#filters [name=to]');
        handle.value = 41;
        handle.dispatchEvent(new Event('change', { bubbles: true }))";
    page.eval(handle, []).await?;
    expect(&session, &dataset, "period=2017-03..2018-06").await?;
    page.click_nth("[data-preset]", 2).await?;
    expect(&session, &dataset, "set=un-2019").await?;
    page.click_nth("[data-preset]", 0).await?;
    expect(&session, &dataset, "").await?;
    Ok(())
}

in_browsers!(a_card_selects_and_escape_undoes);
async fn a_card_selects_and_escape_undoes(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let session = site.open_view(browser, "", wide()).await?;
    let figure = figure(ChartKind::Attacks, &dataset);
    let scene = scene(&session, &figure, &dataset, &LIGHT).await?;
    let key = DatumKey::YearGroup(2022, heistogram::data::Group::Defi);
    let (number, _) = figure.data().find(|(_, datum)| datum.key == key).context("no such datum")?;
    let centre = scene.bounds_of(number).context("it is not drawn")?.centre();
    let chart = Chart::new(&session, "attacks");
    let (x, y) = chart.bring(centre.x, centre.y).await?;
    session.click(x, y).await?;
    chart.click("[role=dialog] [part=action]").await?;
    expect(&session, &dataset, "period=2022..2022&group=defi").await?;
    session.key(Key::Escape).await?;
    expect(&session, &dataset, "").await?;
    Ok(())
}

in_browsers!(every_theft_is_a_link);
async fn every_theft_is_a_link(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let incident = dataset.incidents.iter().find(|incident| incident.victim() == "Bybit").context("no Bybit")?;
    let session = site.open_view(browser, &format!("incident={}", incident.id()), wide()).await?;
    let (page, chart) = (Page::new(&session), Chart::new(&session, "incidents"));
    chart.wait_found("[role=dialog] a").await?;
    assert!(chart.text("[role=dialog]").await?.contains("Bybit"));
    session.key(Key::Escape).await?;
    page.wait_fragment("").await?;
    page.go("incident=no-such-case").await?;
    chart.wait_content("[part=status]", "no-such-case").await?;
    Ok(())
}

in_browsers!(a_bad_value_falls_back_and_says_so);
async fn a_bad_value_falls_back_and_says_so(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let state = "period=2019-13..2020&group=banks&evidence=rumour&theme=sepia&utm_source=x";
    let session = site.open_view(browser, state, wide()).await?;
    expect(&session, &dataset, "group=banks").await?;
    let notes = Page::new(&session).content("#notes").await?;
    for bad in ["2019-13..2020", "rumour", "sepia"] {
        assert!(notes.contains(bad), "{notes}");
    }
    assert!(!notes.contains("utm"), "{notes}");
    Ok(())
}

in_browsers!(nothing_selected_is_said);
async fn nothing_selected_is_said(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let session = site.open_view(browser, "group=banks&period=2026", wide()).await?;
    expect(&session, &dataset, "group=banks").await?;
    Page::new(&session).go("group=banks&period=2026..").await?;
    expect(&session, &dataset, "group=banks&period=2026..").await?;
    Ok(())
}

in_browsers!(the_controls_say_whether_they_are_open);
async fn the_controls_say_whether_they_are_open(browser: Browser) -> Result<()> {
    let site = site()?;
    for (width, open) in [(1000, true), (480, false)] {
        let session = site.open_view(browser, "", Options { width, height: 900, ..Options::default() }).await?;
        let page = Page::new(&session);
        let state = "return [get('#filters-title button').ariaExpanded === 'true',
            get('#filters-body').getClientRects().length > 0]";
        assert_eq!(page.eval(state, []).await?, json!([open, open]), "{width}");
        page.focus("#filters-title button").await?;
        session.key(Key::Enter).await?;
        assert_eq!(page.eval(state, []).await?, json!([!open, !open]), "{width}");
    }
    Ok(())
}
