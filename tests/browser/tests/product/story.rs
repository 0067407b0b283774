//! The story: its steps select in the first chart as they pass, and for the whole page when a reader presses them.

use anyhow::Result;
use heistogram_browser_tests::{Browser, Key, Options, Page, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::{Site, site};

const CHART: &str = ".story heist-chart";

/// Selection of the chart of the story and of another chart, the current step, and the fragment of the address.
const STATE: &str = "const of = (chart) => ['group', 'period'].map((name) => chart.getAttribute(name) ?? '').join('');
    return [of(get('.story heist-chart')), of(get('heist-chart[chart=attacks]')),
        find('.steps [aria-current]')?.hash ?? '', location.hash]";

/// Opens the page and waits until the steps are told.
async fn open(site: &Site, browser: Browser, state: &str, options: Options) -> Result<Session> {
    let session = site.open_view(browser, state, options).await?;
    Page::new(&session).wait_until("return get('.story heist-chart').style.getPropertyValue('--top')", []).await?;
    Ok(session)
}

/// Scrolls until a step, counted from 0, is in the middle of the window.
async fn scroll(page: &Page<'_>, step: i32) -> Result<()> {
    let to = "const step = all('.steps li')[arguments[0]];
        const { top, height } = step.getBoundingClientRect();
        scrollTo(0, top + height / 2 + scrollY - innerHeight / 2)";
    page.eval(to, [json!(step)]).await.map(drop)
}

async fn expect(page: &Page<'_>, state: Value) -> Result<()> {
    let is_so =
        ["const state = () => {", STATE, "}; return JSON.stringify(state()) === JSON.stringify(arguments[0])"].concat();
    page.wait_until(&is_so, [state]).await.map(drop)
}

fn wide() -> Options {
    Options { width: 1200, height: 900, ..Options::default() }
}

in_browsers!(a_step_that_passes_selects_in_its_chart_alone);
async fn a_step_that_passes_selects_in_its_chart_alone(browser: Browser) -> Result<()> {
    let site = site()?;
    for (width, reduced_motion) in [(1200, false), (390, true)] {
        let options = Options { width, height: 844, reduced_motion, ..Options::default() };
        let mut session = open(&site, browser, "", options).await?;
        let page = Page::new(&session);
        let before = session.eval("return history.length", []).await?;
        let title = page.content(&format!("{CHART} [slot=title]")).await?;
        for (step, state) in [(0, "banks"), (1, "exchanges,defi"), (3, "2026..2026"), (0, "banks")] {
            scroll(&page, step).await?;
            let name = if step == 3 { "period" } else { "group" };
            expect(&page, json!([state, "", format!("#{name}={state}"), ""])).await?;
            // Scrolling goes where the reader scrolls to, and the picture stays in view.
            let seen = "const { top, bottom: end } = all('.steps li a')[arguments[0]].getBoundingClientRect();
                const { bottom } = find('.story heist-chart').shadowRoot.querySelector('canvas').getBoundingClientRect();
                return Math.abs((top + end - innerHeight) / 2) < 50 && bottom > 200 && bottom < innerHeight + 50";
            page.wait_until(seen, [json!(step)]).await?;
            // The chart keeps its words, so that nothing moves.
            assert!(page.is_shown(&format!("{CHART} [slot=title]")).await?);
            assert_eq!(page.content(&format!("{CHART} [slot=title]")).await?, title);
        }
        // Beyond the story, on either side, the chart is as before.
        for place in ["#attacks", ".top"] {
            page.eval("get(arguments[0]).scrollIntoView()", [json!(place)]).await?;
            expect(&page, json!(["", "", "", ""])).await?;
            scroll(&page, 2).await?;
            expect(&page, json!(["2025-02..2025-02", "", "#period=2025-02..2025-02", ""])).await?;
        }
        assert_eq!(session.eval("return history.length", []).await?, before);
        assert_eq!(session.console_errors().await?, []);
    }
    Ok(())
}

in_browsers!(a_pressed_step_selects_for_the_page_and_ends_the_story);
async fn a_pressed_step_selects_for_the_page_and_ends_the_story(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(&site, browser, "", wide()).await?;
    let page = Page::new(&session);
    scroll(&page, 1).await?;
    let crypto = "#group=exchanges,defi";
    expect(&page, json!(["exchanges,defi", "", crypto, ""])).await?;
    page.click(".steps li:nth-child(2) a").await?;
    expect(&page, json!(["exchanges,defi", "exchanges,defi", crypto, crypto])).await?;
    scroll(&page, 0).await?;
    session.next_paint().await?;
    expect(&page, json!(["exchanges,defi", "exchanges,defi", crypto, crypto])).await?;
    // By keys, one after the other, and back.
    page.focus(".steps li:nth-child(2) a").await?;
    session.key(Key::Left).await?;
    expect(&page, json!(["banks", "banks", "#group=banks", "#group=banks"])).await?;
    session.key(Key::Right).await?;
    expect(&page, json!(["exchanges,defi", "exchanges,defi", crypto, crypto])).await?;
    session.eval("history.back()", []).await?;
    expect(&page, json!(["banks", "banks", "#group=banks", "#group=banks"])).await?;
    // Without it, the story goes on.
    page.clear().await?;
    scroll(&page, 3).await?;
    expect(&page, json!(["2026..2026", "", "#period=2026..2026", ""])).await?;
    Ok(())
}

in_browsers!(steps_leave_a_selection_of_the_reader_alone);
async fn steps_leave_a_selection_of_the_reader_alone(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(&site, browser, "group=companies", wide()).await?;
    let page = Page::new(&session);
    for step in [0, 1, 3] {
        scroll(&page, step).await?;
        session.next_paint().await?;
        expect(&page, json!(["companies", "companies", "", "#group=companies"])).await?;
    }
    Ok(())
}

in_browsers!(without_scripts_steps_are_captions: Chromium, Firefox);
async fn without_scripts_steps_are_captions(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_early(browser, Options { scripts: false, ..wide() }).await?;
    let page = Page::new(&session);
    assert_eq!(page.count(".steps a").await?, 4);
    let height = page.rect(".steps").await?.height;
    assert!(height < 700.0, "{height}");
    Ok(())
}
