//! Charts by keys, and by ear: every datum, in the words of its tooltip and its table.

use anyhow::{Context, Result};
use heistogram::aggregate::Filter;
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe;
use heistogram::locale::{self, Locale};
use heistogram::scene::DatumRef;
use heistogram::theme::Color;
use heistogram::walk::{Step, Walk};
use heistogram_browser_tests::{Browser, Key, Options, Session, in_browsers};
use serde_json::json;

use crate::shown::figure;
use crate::site::{dataset, said, site, text, within};
use crate::tour::tour;

const TOOLTIP: &str = "[role=tooltip]";

fn wide() -> Options {
    Options { width: 1000, height: 800, ..Options::default() }
}

/// Title and lines of a tooltip, as the DOM has them.
fn words(figure: &Figure, number: DatumRef, dataset: &Dataset, locale: Locale) -> Vec<String> {
    let tooltip = describe::tooltip(figure, number, dataset, locale);
    std::iter::once(tooltip.title).chain(tooltip.lines).collect()
}

/// What the tooltip shows, line by line.
async fn shown(session: &Session, chart: &str) -> Result<Vec<String>> {
    let shown = text(session, chart, TOOLTIP).await?;
    Ok(shown.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// Waits until the tooltip shows a datum.
async fn expect(session: &Session, figure: &Figure, number: u32, dataset: &Dataset) -> Result<()> {
    let words = words(figure, DatumRef(number), dataset, locale::ALL[0]);
    let script = format!(
        "{} const tooltip = root.querySelector('{TOOLTIP}'); return !tooltip.hidden && tooltip.textContent === {}",
        within(figure.kind.id()),
        json!(words.concat())
    );
    session.wait_until(&script).await.with_context(|| format!("{words:?} is not shown"))?;
    assert_eq!(shown(session, figure.kind.id()).await?, words);
    Ok(())
}

/// The focus lies on what a selector finds in the shadow of a chart.
async fn expect_focus(session: &Session, chart: &str, selector: &str) -> Result<()> {
    let script = format!("{} return root.activeElement?.matches('{selector}') === true", within(chart));
    session.wait_until(&script).await.with_context(|| format!("{selector} has no focus"))?;
    Ok(())
}

in_browsers!(what_keys_have_reached_is_not_said_over_a_failure);
async fn what_keys_have_reached_is_not_said_over_a_failure(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_view(browser, "", wide()).await?;
    session.wait_until(&format!("{} return canvas.tabIndex === 0", within("attacks"))).await?;
    let fail = format!(
        "{} const pause = (ms) => new Promise((done) => setTimeout(done, ms));
        canvas.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'ArrowRight', bubbles: true }}));
        while (root.querySelector('{TOOLTIP}')?.hidden ?? true) await pause(5);
        host.setAttribute('chart', 'nothing');
        const status = root.querySelector('[role=status]');
        while (!status.textContent) await pause(5);
        return status.textContent.includes('nothing')",
        within("attacks")
    );
    assert_eq!(session.eval_async(&fail, []).await?, true);
    Ok(())
}

in_browsers!(a_chart_is_read_by_keys);
async fn a_chart_is_read_by_keys(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let mut session = site.open_view(browser, "", wide()).await?;
    let figure = figure(ChartKind::Attacks, &dataset);
    let before = "const select = document.querySelector('#filters select'); select.focus(); \
        return document.activeElement === select";
    session.wait_until(before).await?;
    let ready = format!("{} return canvas.getAttribute('role') === 'listbox'", within("attacks"));
    session.wait_until(&ready).await?;
    session.key(Key::Tab).await?;
    expect_focus(&session, "attacks", "canvas").await?;
    let seen = format!(
        "{} const keys = root.querySelector('#keys'); \
         return [getComputedStyle(canvas).outlineStyle, getComputedStyle(keys).clipPath]",
        within("attacks")
    );
    // A window of WebKit that no window manager has made the active one shows no focus.
    if session.eval(&format!("{} return canvas.matches(':focus')", within("attacks")), []).await? == true {
        assert_eq!(session.eval(&seen, []).await?, json!(["solid", "none"]), "focus and keys are in sight");
    }

    let (role, name) = session.role_and_name(&format!("{} return canvas", within("attacks"))).await?;
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
        expect(&session, &figure, number, &dataset).await?;
    }
    let heard = format!("{} return {ACTIVE}.textContent", within("attacks"));
    let spoken = describe::tooltip(&figure, DatumRef(number), &dataset, locale::ALL[0]).spoken(locale::ALL[0]);
    assert_eq!(session.eval(&heard, []).await?, json!(spoken));
    let (role, name) = session.role_and_name(&format!("{} return {ACTIVE}", within("attacks"))).await?;
    assert_eq!((role.as_str(), name), ("option", spoken));

    session.key(Key::Enter).await?;
    expect_focus(&session, "attacks", "[role=dialog] > h3").await?;
    let title = words(&figure, DatumRef(number), &dataset, locale::ALL[0]).remove(0);
    assert_eq!(text(&session, "attacks", "[role=dialog] h3").await?, title);
    session.key(Key::Escape).await?;
    expect_focus(&session, "attacks", "canvas").await?;
    expect(&session, &figure, number, &dataset).await?;
    // Closes the tooltip alone; the reader is still there.
    session.key(Key::Escape).await?;
    assert_eq!(text(&session, "attacks", TOOLTIP).await?, "");
    session.key(' ').await?;
    expect_focus(&session, "attacks", "[role=dialog] > h3").await?;
    session.key(Key::Escape).await?;
    expect_focus(&session, "attacks", "canvas").await?;

    session.key('t').await?;
    expect_focus(&session, "attacks", "[part=scroll]").await?;
    assert_eq!(text(&session, "attacks", TOOLTIP).await?, "", "what has no focus shows nothing");
    assert!(text(&session, "attacks", "[part=scroll]").await?.contains("Exchanges"));
    session.key(Key::Escape).await?;
    expect_focus(&session, "attacks", "canvas").await?;
    expect(&session, &figure, number, &dataset).await?;

    // Keys with others are the browser's.
    let modified = format!(
        "{} return ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'].map((held) => canvas.dispatchEvent(\
         new KeyboardEvent('keydown', {{ key: 'ArrowRight', [held]: true, bubbles: true, cancelable: true }})))",
        within("attacks")
    );
    assert_eq!(session.eval(&modified, []).await?, json!([true, true, true, true]));
    expect(&session, &figure, number, &dataset).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

/// The option that a screen reader speaks.
const ACTIVE: &str = "canvas.querySelector(`#${canvas.getAttribute('aria-activedescendant')}`)";

/// Presses keys and notes what is shown, what is spoken, and how often the active option changed for it.
const PRESS: &str =
    "const [tooltip, status] = ['[role=tooltip]', '[part=status]'].map((part) => root.querySelector(part));
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
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent));
    return [noted, rows]";

in_browsers!(every_datum_is_walked_shown_said_and_in_the_table: Chromium);
async fn every_datum_is_walked_shown_said_and_in_the_table(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let mut session = Session::open(browser, wide()).await?;
    for locale in locale::ALL.iter().copied() {
        let folder = if locale == locale::ALL[0] { String::new() } else { format!("{}/", locale.tag()) };
        session.goto(&format!("{}{folder}", site.server.url())).await?;
        let mut told = dataset.clone();
        locale.translations().apply(&mut told);
        for kind in ChartKind::ALL {
            for measure in kind.measures() {
                walk_through(&session, &Figure::new(kind, &told, &Filter::default(), *measure), &told, locale).await?;
            }
        }
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

/// Leads through all data of a chart. That what tooltip and table say is the same, and what the plain numbers say, is
/// looked at in `tests/values.rs`.
async fn walk_through(session: &Session, figure: &Figure, dataset: &Dataset, locale: Locale) -> Result<()> {
    let chart = within(figure.kind.id());
    let choose = format!(
        "{chart} host.scrollIntoView({{ behavior: 'instant' }}); host.setAttribute('measure', '{}')",
        figure.measure.id()
    );
    session.eval(&choose, []).await?;
    let said = format!(
        "{chart} return {}?.textContent === {} && canvas.tabIndex === 0",
        said(figure.kind.id(), "sentence"),
        json!(describe::sentence(figure, dataset, locale))
    );
    session.wait_until(&said).await?;
    let tour = tour(figure, dataset);
    let keys: Vec<&str> = tour.iter().map(|(key, _)| *key).collect();
    let noted = session.eval_async(&format!("{chart} {PRESS}"), [json!(keys)]).await?;
    let mut seen: Vec<DatumRef> = Vec::new();
    for (at, (key, number)) in tour.iter().enumerate() {
        let words = words(figure, *number, dataset, locale);
        assert_eq!(noted[0][at][0], json!(words), "{:?}: shown after {key}", figure.kind);
        let spoken = describe::tooltip(figure, *number, dataset, locale).spoken(locale);
        let [place, all] = [number.0 + 1, figure.count()].map(|count| count.to_string());
        assert_eq!(noted[0][at][1], json!([spoken, place, all, "", 1]), "{:?}: spoken after {key}", figure.kind);
        seen.push(*number);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), figure.data().count(), "{:?}", figure.kind);
    let rows = describe::table(figure, dataset, locale).rows.into_iter();
    let rows: Vec<Vec<String>> =
        rows.map(|row| [row.header].into_iter().chain(row.cells.into_iter().map(|cell| cell.text)).collect()).collect();
    assert_eq!(noted[1], json!(rows), "{:?}", figure.kind);
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
        session.eval(&format!("{} canvas.focus()", within("attacks")), []).await?;
        session.key(Key::End).await?;
        // Its line lies between two of the ground: whatever it is laid over, they touch.
        let ring = format!(
            "{} const ring = root.querySelector('[part=ring]');
            if (ring.hidden) return null;
            const {{ borderTopColor, borderTopWidth, outlineColor, outlineStyle, outlineWidth }} = getComputedStyle(ring);
            const channels = (color) => color.match(/\\d+/g).map(Number);
            return [channels(borderTopColor), channels(outlineColor), outlineStyle, parseFloat(borderTopWidth) >= 2 && parseFloat(outlineWidth) >= 1]",
            within("attacks")
        );
        let ring = session.wait_until(&ring).await.context("no ring")?;
        let [line, ground] = [0, 1].map(|at| {
            let channel = |of: usize| ring[at][of].as_u64().and_then(|value| u8::try_from(value).ok()).unwrap_or(1);
            Color(channel(0), channel(1), channel(2))
        });
        assert!(line.contrast(ground) >= 3.0, "{line:?} beside {ground:?}");
        assert_eq!((&ring[2], &ring[3]), (&json!("solid"), &json!(true)));
    }
    Ok(())
}
