//! What else a reader reaches without a mouse, or with one that moves slowly: legends, filters, tooltips, swipes.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Key, Options, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::{Site, bring, site, text, within};

const TOOLTIP: &str = "[role=tooltip]";

async fn open(site: &Site, browser: Browser) -> Result<Session> {
    site.open_view(browser, "", Options { width: 1000, height: 700, ..Options::default() }).await
}

/// Notes every text that is said anywhere on the page.
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
    // One after the other, as a handle passes months: what is said is where it stops.
    let tick = "document.querySelector('#filters [value=banks]').click(); \
        document.querySelector('#filters [value=firm]').click()";
    session.eval(tick, []).await?;
    let said = session.eval_async(wait, []).await?;
    let figures = "return [...document.querySelectorAll('.key-figures .value')].map((node) => node.textContent)";
    let figures = session.eval(figures, []).await?;
    let expected = format!(
        "Selected: evidence: firm; Banks. Attacks: {}, estimated proceeds: {}.",
        figures[0].as_str().unwrap_or_default(),
        figures[1].as_str().unwrap_or_default()
    );
    assert_eq!(said, json!([expected]));

    // What goes hands the focus on, and that everything is back is said too.
    session.eval("document.querySelector('#selection button').focus()", []).await?;
    session.key(Key::Enter).await?;
    let said = session.eval_async(wait, []).await?;
    let said: Vec<String> = serde_json::from_value(said)?;
    assert!(said.len() == 1 && said[0].starts_with("Everything is shown. Attacks: "), "{said:?}");
    let focus = "return document.activeElement === document.querySelector('#filters button')";
    assert_eq!(session.eval(focus, []).await?, true);
    Ok(())
}

in_browsers!(a_legend_is_chosen_from_by_keys);
async fn a_legend_is_chosen_from_by_keys(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open_frame(browser, "attacks", Options::default()).await?;
    session.eval(LISTEN, []).await?;
    session.eval(&format!("{} canvas.focus()", within("attacks")), []).await?;
    let focused = format!(
        "{} const button = root.activeElement; return button.matches('[part=legend] button') \
         && [button.getAttribute('aria-label'), button.getAttribute('aria-pressed')]",
        within("attacks")
    );
    session.key(Key::Tab).await?;
    let at = session.wait_until(&focused).await?;
    let name = at[0].as_str().context("it has no name")?.to_owned();
    let (role, heard) = session.role_and_name(&format!("{} return root.activeElement", within("attacks"))).await?;
    assert_eq!((role.trim_start_matches("toggle").trim(), &heard), ("button", &name));
    session.key(Key::Enter).await?;
    session
        .wait_until(&format!(
            "{} return host.hasAttribute('evidence') || host.hasAttribute('group')",
            within("attacks")
        ))
        .await?;
    session.next_paint().await?;
    assert_eq!(session.wait_until(&focused).await?, json!([name, "true"]), "the focus stays");
    let said =
        session.eval_async("await new Promise((done) => setTimeout(done, 600)); return said.splice(0)", []).await?;
    let said: Vec<String> = serde_json::from_value(said)?;
    assert!(said.len() == 1 && said[0].starts_with("Selected: "), "{said:?}");
    assert_ne!(text(&session, "attacks", "[part=selected]").await?, "");
    session.key(' ').await?;
    session
        .wait_until(&format!(
            "{} return !host.hasAttribute('evidence') && !host.hasAttribute('group')",
            within("attacks")
        ))
        .await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

/// Where the tooltip is; empty where there is none.
async fn tooltip(session: &Session, chart: &str) -> Result<(String, [f64; 4])> {
    let script = format!(
        "{} const {{ left, top, width, height }} = root.querySelector('{TOOLTIP}').getBoundingClientRect(); \
         return [left, top, width, height]",
        within(chart)
    );
    let place = serde_json::from_value(session.eval(&script, []).await?)?;
    Ok((text(session, chart, TOOLTIP).await?, place))
}

in_browsers!(a_pointer_that_has_rested_can_go_onto_the_tooltip);
async fn a_pointer_that_has_rested_can_go_onto_the_tooltip(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(&site, browser).await?;
    let rest = "await new Promise((done) => setTimeout(done, 600))";
    let (x, y) = bring(&session, "proceeds", 400.0, 260.0).await?;
    session.pointer_move(x - 3.0, y).await?;
    session.pointer_move(x, y).await?;
    session.eval_async(rest, []).await?;
    let (words, [left, top, width, height]) = tooltip(&session, "proceeds").await?;
    assert_ne!(words, "");
    // Straight to its middle, over whatever lies between, and to stay there.
    let there = (left + width / 2.0, top + height / 2.0);
    session.glide(&[there]).await?;
    session.eval_async(rest, []).await?;
    assert_eq!(tooltip(&session, "proceeds").await?, (words.clone(), [left, top, width, height]), "it stays");
    // Gone without moving the pointer, and there again for the next mark.
    session.key(Key::Escape).await?;
    let said = |condition: &str| {
        format!(
            "{} const node = root.querySelector('{TOOLTIP}'); const now = node.checkVisibility() ? node.innerText : ''; \
                 return {condition}",
            within("proceeds")
        )
    };
    session.wait_until(&said("now === ''")).await?;

    // A pointer on its way reads what lies under the tooltip: the same way, without a rest. Time stands still for that, as
    // a busy machine would make a rest of any way.
    let restless = "const later = window.setTimeout; \
        window.setTimeout = (work, ms, ...rest) => later(work, ms === 400 ? 100_000 : ms, ...rest)";
    session.eval(restless, []).await?;
    session.glide(&[(4.0, 4.0), (x - 3.0, y), (x, y), there]).await?;
    let through = said(&format!("now !== '' && now !== {}", json!(words)));
    session.wait_until(&through).await.context("the tooltip is in the way")?;
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
    // Over charts and beside them alike, the browser keeps the first 15 pixels of some swipes to see what they are.
    assert!(lengths.iter().all(|length| *length > 280.0), "{lengths:?}");
    Ok(())
}

in_browsers!(a_swipe_elsewhere_closes_the_card: Chromium);
async fn a_swipe_elsewhere_closes_the_card(browser: Browser) -> Result<()> {
    let site = site()?;
    let options = Options { width: 360, height: 640, dpr: 2.0, touch: true, ..Options::default() };
    let session = site.open(browser, options).await?;
    let (x, y) = bring(&session, "attacks", 250.0, 220.0).await?;
    session.tap(x, y).await?;
    let open = format!("{} return !root.querySelector('[role=dialog]').hidden", within("attacks"));
    session.wait_until(&open).await?;
    // The sheet may have moved the page to show its mark; a swipe within it leaves it open.
    session.eval_async("await new Promise((done) => setTimeout(done, 500))", []).await?;
    session.swipe((180.0, 560.0), (180.0, 520.0)).await?;
    assert_eq!(session.eval(&open, []).await?, true);
    session.swipe((180.0, 60.0), (180.0, 160.0)).await?;
    session.wait_until(&format!("{} return root.querySelector('[role=dialog]').hidden", within("attacks"))).await?;
    Ok(())
}

in_browsers!(handles_are_as_large_as_fingers: Chromium, Firefox);
async fn handles_are_as_large_as_fingers(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_view(browser, "", Options { width: 1000, height: 800, ..Options::default() }).await?;
    session
        .eval("document.querySelector('.overview').scrollIntoView({ block: 'center', behavior: 'instant' })", [])
        .await?;
    let place = "const { left, top, height } = document.querySelector('.overview [name=from]').getBoundingClientRect(); \
        return [left + 22, top + height / 2]";
    let [x, y]: [f64; 2] = serde_json::from_value(session.eval(place, []).await?)?;
    // What lies 21 pixels from its middle is the handle, on every side; the track between takes nothing.
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
    let give = format!(
        "{} const incidents = Array.from({{ length: 5000 }}, (_, at) => ({{ id: `i${{at}}`, victim: `בורסה ${{at}} (א)`, \
           date: `20${{String(at % 24).padStart(2, '0')}}-05`, country: null, sector: 'exchange', \
           stolen_usd: {{ low: at, best: at, high: at }}, evidence: 'firm', sources: [{{ source: 's', locator: null }}] }})); \
         host.data = {{ schema: 1, title: 'T', as_of: '2024-06-30', incidents, sources: [{{ id: 's', title: 'S', \
           publisher: 'P', date: '2024', url: 'https://example.org/', kind: 'press', via: null }}] }}",
        within("incidents")
    );
    session.eval(&give, []).await?;
    let drawn = format!("{} return root.querySelectorAll('tbody tr').length > 190", within("incidents"));
    session.wait_until(&drawn).await?;
    let walk = format!(
        "{} const tooltip = root.querySelector('{TOOLTIP}'); canvas.focus(); \
         for (let at = 0; at < 40; at++) {{ \
           const before = tooltip.textContent; \
           canvas.dispatchEvent(new KeyboardEvent('keydown', {{ key: at % 2 ? 'ArrowUp' : 'ArrowRight', bubbles: true, cancelable: true }})); \
           do await new Promise((done) => setTimeout(done)); while (tooltip.hidden || tooltip.textContent === before); }} \
         const directions = ['{TOOLTIP} b', 'tbody th'].map((part) => getComputedStyle(root.querySelector(part)).direction); \
         const option = root.getElementById(canvas.getAttribute('aria-activedescendant')); \
         return [directions, option.dir, option.textContent.startsWith(root.querySelector('{TOOLTIP} b').innerText)]",
        within("incidents")
    );
    let walked = session.eval_async(&walk, []).await?;
    assert_eq!(walked, json!([["rtl", "rtl"], "auto", true]));
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(escape_on_a_closed_table_undoes_the_selection);
async fn escape_on_a_closed_table_undoes_the_selection(browser: Browser) -> Result<()> {
    let site = site()?;
    let options = Options { width: 1000, height: 700, ..Options::default() };
    let session = site.open_view(browser, "group=defi", options).await?;
    let chart = within("attacks");
    session.wait_until(&format!("{chart} return canvas.tabIndex === 0")).await?;
    session.eval(&format!("{chart} canvas.focus()"), []).await?;
    session.key(Key::Home).await?;
    session.wait_until(&format!("{chart} return canvas.getAttribute('aria-activedescendant')")).await?;
    session.eval(&format!("{chart} root.querySelector('summary').focus()"), []).await?;
    session.key(Key::Escape).await?;
    session.wait_until("return location.hash === ''").await?;
    Ok(())
}
