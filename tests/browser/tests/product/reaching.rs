//! What readers reach without a mouse, or with a slow one: legends, filters, tooltips, swipes.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::{Site, site};

const TOOLTIP: &str = "[role=tooltip]";

async fn open(site: &Site, browser: Browser) -> Result<Session> {
    site.open_view(browser, "", Options { width: 1000, height: 700, ..Options::default() }).await
}

/// Records every status message on the page.
const LISTEN: &str = "window.said = [];
    const roots = [document, ...[...document.querySelectorAll('heist-chart')].map(({ shadowRoot }) => shadowRoot)];
    for (const root of roots) for (const status of root.querySelectorAll('[role=status]')) {
      new MutationObserver(() => {
        if (status.textContent && status.getAttribute('aria-live') !== 'off') said.push(status.textContent);
      }).observe(status, { childList: true, characterData: true, subtree: true });
    }";

in_browsers!(a_change_of_filter_is_said_once);
async fn a_change_of_filter_is_said_once(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(&site, browser).await?;
    session.eval(LISTEN, []).await?;
    let wait = "await new Promise((done) => setTimeout(done, 900)); return said.splice(0)";
    // Two changes in a row, as when a handle is dragged: only the last is announced.
    let tick = "document.querySelector('#filters [value=exchanges]').click(); \
        document.querySelector('#filters [value=firm]').click()";
    session.eval(tick, []).await?;
    let said = session.eval_async(wait, []).await?;
    let page = Page::new(&session);
    let figures = page.key_figures().await?;
    let expected = format!("Showing: evidence: firm; Exchanges. Attacks: {}, stolen: {}.", figures[0], figures[1]);
    assert_eq!(said, json!([expected]));

    // The button that disappears passes on the focus, and the empty selection is announced.
    page.focus("#selection button").await?;
    session.key(Key::Enter).await?;
    let said = session.eval_async(wait, []).await?;
    let said: Vec<String> = serde_json::from_value(said)?;
    assert!(said.len() == 1 && said[0].starts_with("No filter. Attacks: "), "{said:?}");
    let focus = "return document.activeElement === document.querySelector('#filters button')";
    assert_eq!(session.eval(focus, []).await?, true);
    Ok(())
}

in_browsers!(a_legend_is_chosen_from_by_keys);
async fn a_legend_is_chosen_from_by_keys(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open_frame(browser, "attacks", Options::default()).await?;
    session.eval(LISTEN, []).await?;
    let chart = Chart::first(&session);
    chart.focus("canvas").await?;
    let focused = "const button = root.activeElement;
        return button?.matches('[part=legend] button')
          && [button.getAttribute('aria-label'), button.getAttribute('aria-pressed')]";
    session.key(Key::Tab).await?;
    let at = chart.wait_until(focused, []).await?;
    let name = at[0].as_str().context("it has no name")?.to_owned();
    let (role, heard) = chart.role_and_name(&format!("[part=legend] button[aria-label={name:?}]")).await?;
    assert_eq!((role.trim_start_matches("toggle").trim(), &heard), ("button", &name));
    session.key(Key::Enter).await?;
    chart.wait_until("return host.hasAttribute('evidence') || host.hasAttribute('group')", []).await?;
    session.next_paint().await?;
    assert_eq!(chart.wait_until(focused, []).await?, json!([name, "true"]), "the focus stays");
    let said =
        session.eval_async("await new Promise((done) => setTimeout(done, 600)); return said.splice(0)", []).await?;
    let said: Vec<String> = serde_json::from_value(said)?;
    assert!(said.len() == 1 && said[0].starts_with("Showing: "), "{said:?}");
    assert_ne!(chart.text("[part=selected]").await?, "");
    session.key(' ').await?;
    chart.wait_until("return !host.hasAttribute('evidence') && !host.hasAttribute('group')", []).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(a_pointer_that_has_rested_can_go_onto_the_tooltip);
async fn a_pointer_that_has_rested_can_go_onto_the_tooltip(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(&site, browser).await?;
    let rest = "await new Promise((done) => setTimeout(done, 600))";
    let chart = Chart::new(&session, "proceeds");
    let (x, y) = chart.bring(400.0, 260.0).await?;
    session.pointer_move(x - 3.0, y).await?;
    session.pointer_move(x, y).await?;
    session.eval_async(rest, []).await?;
    let (words, rect) = (chart.tooltip().await?, chart.rect(TOOLTIP).await?);
    assert_ne!(words, "");
    // Straight to its middle, over other marks.
    let there = (rect.centre().x, rect.centre().y);
    session.glide(&[there]).await?;
    session.eval_async(rest, []).await?;
    assert_eq!((chart.tooltip().await?, chart.rect(TOOLTIP).await?), (words.clone(), rect), "it stays");
    // Escape hides it without a move of the pointer; the next mark shows it again.
    session.key(Key::Escape).await?;
    chart.wait_hidden(TOOLTIP).await?;

    // The same way without a rest shows the mark under the tooltip. Its timer is slowed down, since on a busy machine
    // any move may take as long as a rest.
    let restless = "const later = window.setTimeout; \
        window.setTimeout = (work, ms, ...rest) => later(work, ms === 400 ? 100_000 : ms, ...rest)";
    session.eval(restless, []).await?;
    session.glide(&[(4.0, 4.0), (x - 3.0, y), (x, y), there]).await?;
    let through = "const [tooltip, words] = arguments, node = get(tooltip);
        return node.checkVisibility() && ![words, ''].includes(node.innerText)";
    chart.wait_until(through, [json!(TOOLTIP), json!(words)]).await.context("the tooltip is in the way")?;
    Ok(())
}

in_browsers!(a_swipe_over_a_chart_scrolls_as_one_beside_it: Chromium);
async fn a_swipe_over_a_chart_scrolls_as_one_beside_it(browser: Browser) -> Result<()> {
    let site = site()?;
    let options = Options { width: 360, height: 640, dpr: 2.0, touch: true, ..Options::default() };
    let session = site.open(browser, options).await?;
    let mut lengths = Vec::new();
    for selector in ["#claims p", "heist-chart[chart=attacks]", "heist-chart[chart=incidents]", ".overview"] {
        let middle = "const node = document.querySelector(arguments[0]); \
            node.scrollIntoView({ block: 'center', behavior: 'instant' }); \
            const { left, top, width, height } = (node.shadowRoot?.querySelector('canvas') ?? node).getBoundingClientRect(); \
            return [left + width / 2, Math.min(Math.max(top + height / 2, 330), 600), scrollY]";
        let [x, y, from]: [f64; 3] = serde_json::from_value(session.eval(middle, [selector.into()]).await?)?;
        session.next_paint().await?;
        session.swipe((x, y), (x, y - 300.0)).await?;
        session.eval_async("await new Promise((done) => setTimeout(done, 300))", []).await?;
        let to = session.eval("return scrollY", []).await?.as_f64().context("no place")?;
        lengths.push(to - from);
    }
    // The browser needs the first 15 pixels of some swipes to recognize them, over charts and beside them.
    assert!(lengths.iter().all(|length| *length > 280.0), "{lengths:?}");
    Ok(())
}

in_browsers!(a_swipe_elsewhere_closes_the_card: Chromium);
async fn a_swipe_elsewhere_closes_the_card(browser: Browser) -> Result<()> {
    let site = site()?;
    let options = Options { width: 360, height: 640, dpr: 2.0, touch: true, ..Options::default() };
    let session = site.open(browser, options).await?;
    let chart = Chart::new(&session, "attacks");
    let (x, y) = chart.bring(250.0, 220.0).await?;
    session.tap(x, y).await?;
    chart.wait_shown("[role=dialog]").await?;
    // The card may have scrolled the page to show its mark; a swipe within the card leaves it open.
    session.eval_async("await new Promise((done) => setTimeout(done, 500))", []).await?;
    session.swipe((180.0, 560.0), (180.0, 520.0)).await?;
    assert!(chart.is_shown("[role=dialog]").await?);
    session.swipe((180.0, 60.0), (180.0, 160.0)).await?;
    chart.wait_hidden("[role=dialog]").await?;
    Ok(())
}

in_browsers!(handles_are_as_large_as_fingers: Chromium, Firefox);
async fn handles_are_as_large_as_fingers(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_view(browser, "", Options { width: 1000, height: 800, ..Options::default() }).await?;
    let page = Page::new(&session);
    page.scroll_to(".overview").await?;
    let from = page.rect(".overview [name=from]").await?;
    let (x, y) = (from.x + 22.0, from.centre().y);
    // The handle reaches 20 pixels from its middle on every side; the track beside it takes no clicks.
    let hit = "return arguments[0].map(([x, y]) => document.elementFromPoint(x, y)?.name ?? null)";
    let around = [[x, y], [x - 20.0, y], [x + 20.0, y], [x, y - 20.0], [x, y + 20.0], [x + 60.0, y - 30.0]];
    let found: Vec<Value> = serde_json::from_value(session.eval(hit, [json!(around)]).await?)?;
    assert!(found[..5].iter().all(|name| name == "from"), "{found:?}");
    assert_eq!(found[5], Value::Null);
    Ok(())
}

in_browsers!(names_from_right_to_left_and_much_data_walk_as_well: Chromium);
async fn names_from_right_to_left_and_much_data_walk_as_well(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(&site, browser).await?;
    let give = "const incidents = Array.from({ length: 5000 }, (_, at) => ({ id: `i${at}`, victim: `בורסה ${at} (א)`,
            date: `20${String(at % 24).padStart(2, '0')}-05`, country: null, sector: 'exchange',
            stolen_usd: { low: at, best: at, high: at }, evidence: 'firm',
            sources: [{ source: 's', locator: null }] }));
        host.data = { schema: 1, title: 'T', as_of: '2024-06-30', incidents, sources: [{ id: 's', title: 'S',
            publisher: 'P', date: '2024', url: 'https://example.org/', kind: 'press', via: null }] }";
    let chart = Chart::new(&session, "incidents");
    chart.eval(give, []).await?;
    chart.wait_until("return rowsOf(root) > 190", []).await?;
    chart.open_table().await?;
    let walk = "const tooltip = get('[role=tooltip]');
        canvas.focus();
        for (let at = 0; at < 40; at++) {
            const before = tooltip.textContent;
            const key = at % 2 ? 'ArrowUp' : 'ArrowRight';
            canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            do await new Promise((done) => setTimeout(done)); while (tooltip.hidden || tooltip.textContent === before);
        }
        const directions = ['[role=tooltip] b', 'tbody th'].map((part) => getComputedStyle(get(part)).direction);
        const option = root.getElementById(canvas.getAttribute('aria-activedescendant'));
        return [directions, option.dir, option.textContent.startsWith(tooltip.querySelector('b').innerText)]";
    let walked = chart.eval_async(walk, []).await?;
    assert_eq!(walked, json!([["rtl", "rtl"], "auto", true]));
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(escape_on_a_closed_table_undoes_the_selection);
async fn escape_on_a_closed_table_undoes_the_selection(browser: Browser) -> Result<()> {
    let site = site()?;
    let options = Options { width: 1000, height: 700, ..Options::default() };
    let session = site.open_view(browser, "group=defi", options).await?;
    let chart = Chart::new(&session, "attacks");
    chart.wait_keys().await?;
    chart.focus("canvas").await?;
    session.key(Key::Home).await?;
    chart.wait_active().await?;
    chart.focus("summary").await?;
    session.key(Key::Escape).await?;
    Page::new(&session).wait_fragment("").await?;
    Ok(())
}
