//! Charts by keys: every datum, in the words of its tooltip and its table.

use anyhow::{Context, Result};
use heistogram::aggregate::Filter;
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe;
use heistogram::locale::{self, Locale};
use heistogram::scene::DatumRef;
use heistogram::theme::Color;
use heistogram::walk::{Step, Walk};
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Session, in_browsers, told};
use serde_json::json;

use crate::shown::figure;
use crate::site::{dataset, site};
use crate::tour::tour;

fn wide() -> Options {
    Options { width: 1000, height: 800, ..Options::default() }
}

/// Title and lines of a tooltip, as the DOM has them.
fn words(figure: &Figure, number: DatumRef, dataset: &Dataset, locale: Locale) -> Vec<String> {
    let tooltip = describe::tooltip(figure, number, dataset, locale);
    std::iter::once(tooltip.title).chain(tooltip.lines).collect()
}

/// Waits until the tooltip shows a datum.
async fn expect(chart: &Chart<'_>, figure: &Figure, number: u32, dataset: &Dataset) -> Result<()> {
    let words = words(figure, DatumRef(number), dataset, locale::ALL[0]);
    let shows = "const tooltip = get('[role=tooltip]');
        return !tooltip.hidden && tooltip.textContent === arguments[0]";
    chart.wait_until(shows, [json!(words.concat())]).await?;
    let shown = chart.tooltip().await?;
    assert_eq!(shown.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(), words);
    Ok(())
}

in_browsers!(what_keys_have_reached_is_not_said_over_a_failure);
async fn what_keys_have_reached_is_not_said_over_a_failure(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_view(browser, "", wide()).await?;
    let chart = Chart::new(&session, "attacks");
    chart.wait_keys().await?;
    let fail = "const pause = (ms) => new Promise((done) => setTimeout(done, ms));
        canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
        while (find('[role=tooltip]')?.hidden ?? true) await pause(5);
        host.setAttribute('chart', 'nothing');
        const status = get('[role=status]');
        while (!status.textContent) await pause(5);
        return status.textContent.includes('nothing')";
    assert_eq!(chart.eval_async(fail, []).await?, true);
    Ok(())
}

in_browsers!(a_chart_is_read_by_keys);
async fn a_chart_is_read_by_keys(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let mut session = site.open_view(browser, "", wide()).await?;
    let figure = figure(ChartKind::Attacks, &dataset);
    let chart = Chart::new(&session, "attacks");
    let before = "const link = get('.steps li:last-child a'); link.focus(); return document.activeElement === link";
    Page::new(&session).wait_until(before, []).await?;
    chart.wait_found("canvas[role=listbox]").await?;
    session.key(Key::Tab).await?;
    chart.wait_focused("canvas").await?;
    let seen = "return [getComputedStyle(canvas).outlineStyle, getComputedStyle(get('#keys')).clipPath]";
    // Without a window manager, the window of WebKit is not active and shows no focus.
    if chart.count("canvas:focus").await? == 1 {
        assert_eq!(chart.eval(seen, []).await?, json!(["solid", "none"]), "focus and keys are in sight");
    }

    let (role, name) = chart.role_and_name("canvas").await?;
    assert_eq!((role.as_str(), name.as_str()), ("listbox", describe::title(ChartKind::Attacks, locale::ALL[0])));

    // To the first, along the years and back, up and down the stack.
    let mut walk = Walk::default();
    let steps = [
        (Key::Right, Step::Right),
        (Key::Right, Step::Right),
        (Key::Up, Step::Up),
        (Key::End, Step::End),
        (Key::Left, Step::Left),
        (Key::PageUp, Step::PageUp),
        (Key::Down, Step::Down),
        (Key::Home, Step::Home),
        (Key::PageDown, Step::PageDown),
    ];
    let mut number = 0;
    for (key, step) in steps {
        session.key(key).await?;
        number = walk.step(step, &figure, &dataset).context("there are data")?.0;
        expect(&chart, &figure, number, &dataset).await?;
    }
    let spoken = describe::tooltip(&figure, DatumRef(number), &dataset, locale::ALL[0]).spoken(locale::ALL[0]);
    // The option that a screen reader reads.
    let active = chart.attribute("canvas", "aria-activedescendant").await?.context("no option is active")?;
    let active = format!("canvas #{active}");
    assert_eq!(chart.content(&active).await?, spoken);
    let (role, name) = chart.role_and_name(&active).await?;
    assert_eq!((role.as_str(), name), ("option", spoken));

    session.key(Key::Enter).await?;
    chart.wait_focused("[role=dialog] > h3").await?;
    let title = words(&figure, DatumRef(number), &dataset, locale::ALL[0]).remove(0);
    assert_eq!(chart.text("[role=dialog] h3").await?, title);
    session.key(Key::Escape).await?;
    chart.wait_focused("canvas").await?;
    expect(&chart, &figure, number, &dataset).await?;
    // Closes only the tooltip; the focus stays.
    session.key(Key::Escape).await?;
    assert_eq!(chart.tooltip().await?, "");
    session.key(' ').await?;
    chart.wait_focused("[role=dialog] > h3").await?;
    session.key(Key::Escape).await?;
    chart.wait_focused("canvas").await?;

    session.key('t').await?;
    chart.wait_focused("[part=scroll]").await?;
    assert_eq!(chart.tooltip().await?, "", "what has no focus shows nothing");
    assert!(chart.text("[part=scroll]").await?.contains("Exchanges"));
    session.key(Key::Escape).await?;
    chart.wait_focused("canvas").await?;
    expect(&chart, &figure, number, &dataset).await?;

    // Keys with modifiers are left to the browser.
    let modified = "return ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'].map((held) => canvas.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', [held]: true, bubbles: true, cancelable: true })))";
    assert_eq!(chart.eval(modified, []).await?, json!([true, true, true, true]));
    expect(&chart, &figure, number, &dataset).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

/// Presses keys and records the tooltip, the active option, and how often that changed.
const PRESS: &str = "const [tooltip, status] = ['[role=tooltip]', '[part=status]'].map(get);
    const soon = () => new Promise((done) => setTimeout(done));
    const active = () => canvas.querySelector(`#${canvas.getAttribute('aria-activedescendant')}`);
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(canvas, { attributeFilter: ['aria-activedescendant'] });
    canvas.focus();
    const noted = [];
    for (const key of arguments[0]) {
      const before = tooltip.textContent;
      changes = 0;
      canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      while (tooltip.hidden || tooltip.textContent === before) await soon();
      const { textContent, ariaPosInSet, ariaSetSize } = active();
      const option = [textContent, ariaPosInSet, ariaSetSize, status.textContent, changes];
      noted.push([tooltip.innerText.split('\\n').filter(Boolean), option]);
    }
    observer.disconnect();
    return noted";

in_browsers!(every_datum_is_walked_shown_said_and_in_the_table: Chromium);
async fn every_datum_is_walked_shown_said_and_in_the_table(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let mut session = Session::open(browser, wide()).await?;
    for locale in locale::ALL.iter().copied() {
        let folder = if locale == locale::ALL[0] { String::new() } else { format!("{}/", locale.tag()) };
        session.goto(&format!("{}{folder}", site.server.url())).await?;
        let told = told(dataset.clone(), locale);
        for kind in ChartKind::ALL {
            for measure in kind.measures() {
                walk_through(&session, &Figure::new(kind, &told, &Filter::default(), *measure), &told, locale).await?;
            }
        }
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

/// Visits every datum of a chart. `tests/values.rs` checks that tooltip, table and plain numbers agree.
async fn walk_through(session: &Session, figure: &Figure, dataset: &Dataset, locale: Locale) -> Result<()> {
    let chart = Chart::new(session, figure.kind.id());
    chart.come_near().await?;
    chart.set_attribute("measure", figure.measure.id()).await?;
    let ready = "return words('sentence')?.textContent === arguments[0] && canvas.tabIndex === 0";
    chart.wait_until(ready, [json!(describe::sentence(figure, dataset, locale))]).await?;
    let tour = tour(figure, dataset);
    let keys: Vec<&str> = tour.iter().map(|(key, _)| *key).collect();
    let noted = chart.eval_async(PRESS, [json!(keys)]).await?;
    let mut seen: Vec<DatumRef> = Vec::new();
    for (at, (key, number)) in tour.iter().enumerate() {
        let words = words(figure, *number, dataset, locale);
        assert_eq!(noted[at][0], json!(words), "{:?}: shown after {key}", figure.kind);
        let spoken = describe::tooltip(figure, *number, dataset, locale).spoken(locale);
        let [place, all] = [number.0 + 1, figure.count()].map(|count| count.to_string());
        assert_eq!(noted[at][1], json!([spoken, place, all, "", 1]), "{:?}: spoken after {key}", figure.kind);
        seen.push(*number);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), figure.data().count(), "{:?}", figure.kind);
    let rows = describe::table(figure, dataset, locale).rows.into_iter();
    let rows: Vec<Vec<String>> =
        rows.map(|row| [row.header].into_iter().chain(row.cells.into_iter().map(|cell| cell.text)).collect()).collect();
    chart.open_table().await?;
    assert_eq!(chart.rows("tbody tr").await?, rows, "{:?}", figure.kind);
    Ok(())
}

in_browsers!(the_ring_stands_out_in_every_theme: Chromium);
async fn the_ring_stands_out_in_every_theme(browser: Browser) -> Result<()> {
    let site = site()?;
    for options in [
        wide(),
        Options { dark: true, ..wide() },
        Options { more_contrast: true, ..wide() },
        Options { forced_colors: true, dark: true, ..wide() },
    ] {
        let session = site.open_frame(browser, "attacks", options).await?;
        let chart = Chart::first(&session);
        chart.focus("canvas").await?;
        session.key(Key::End).await?;
        // Its line lies between two lines of the background colour, so it contrasts with any mark below.
        let ring = r"const ring = get('[part=ring]');
            if (ring.hidden) return null;
            const { borderTopColor, borderTopWidth, outlineColor, outlineStyle, outlineWidth } = getComputedStyle(ring);
            const channels = (color) => color.match(/\d+/g).map(Number);
            return [channels(borderTopColor), channels(outlineColor), outlineStyle,
                parseFloat(borderTopWidth) >= 2 && parseFloat(outlineWidth) >= 1]";
        let ring = chart.wait_until(ring, []).await.context("no ring")?;
        let [line, ground] = [0, 1].map(|at| {
            let channel = |of: usize| ring[at][of].as_u64().and_then(|value| u8::try_from(value).ok()).unwrap_or(1);
            Color(channel(0), channel(1), channel(2))
        });
        assert!(line.contrast(ground) >= 3.0, "{line:?} beside {ground:?}");
        assert_eq!((&ring[2], &ring[3]), (&json!("solid"), &json!(true)));
    }
    Ok(())
}
