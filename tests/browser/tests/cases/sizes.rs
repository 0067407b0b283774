//! Sizes settle where scrollbars appear and disappear.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, in_browsers};
use serde_json::json;

use crate::reader::Reader;
use crate::server::{Habit, Newsroom};
use crate::site::site;

/// Sizes of a panel in which a chart is too high without a scrollbar and fits next to one.
const CRITICAL: &str = "
    const [selector] = arguments;
    const panel = document.querySelector('#panel');
    const node = document.querySelector(selector);
    const paint = () => new Promise(requestAnimationFrame);
    const rest = async () => { for (let same = 0, last = 0; same < 6; last = node.offsetHeight) {
        await paint();
        same = node.offsetHeight === last ? same + 1 : 0;
    } };
    Object.assign(panel.style, { width: '300px', height: '100px', overflow: 'scroll' });
    // Scrollbars that take no room here do so for other readers.
    const bar = panel.offsetWidth - panel.clientWidth || 15;
    Object.assign(panel.style, { height: 'auto', overflow: 'visible' });
    const heights = [];
    for (let width = 340; width < 940; width += bar) {
        panel.style.width = `${width}px`;
        await rest();
        heights.push([width, panel.offsetHeight]);
    }
    const jumps = heights.slice(1).map(([width, height], at) => [width, height, height - heights[at][1]]);
    return jumps.filter(([, , more]) => more > 4).sort((a, b) => b[2] - a[2]).slice(0, 3)
        .map(([width, height, more]) => [width, Math.round(height - more / 2)]);";

/// Gives the panel a size; returns how often the height changes after the first second, and the number of errors.
const WATCH: &str = "
    const [selector, width, height] = arguments;
    const errors = [];
    const note = ({ message }) => errors.push(message);
    addEventListener('error', note);
    Object.assign(document.querySelector('#panel').style, { width: `${width}px`, height: `${height}px`,
        overflow: 'auto' });
    const node = document.querySelector(selector);
    await changes(node, 60);
    const count = await changes(node, 30);
    removeEventListener('error', note);
    return [count, errors.filter((text) => text.includes('ResizeObserver')).length];";

in_browsers!(frames_and_elements_come_to_rest);
async fn frames_and_elements_come_to_rest(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::with(browser, Options { width: 1000, height: 1100, ..Options::default() }).await?;
    for (page, selector) in [
        ("scrollbar-oscillation", "iframe"),
        ("scrollbar-oscillation-flex", "iframe"),
        ("scrollbar-oscillation-element", "heist-chart"),
    ] {
        reader.open(&newsroom, page).await?;
        if selector == "iframe" {
            reader.live(0).await.context(page)?;
        } else {
            reader.sees("return live()", []).await.context(page)?;
        }
        let sizes = reader.watch(CRITICAL, [selector.into()]).await.context(page)?;
        for size in sizes.as_array().context("no sizes")? {
            let (width, height) = (&size[0], &size[1]);
            let seen = reader.watch(WATCH, [selector.into(), width.clone(), height.clone()]).await?;
            ensure!(seen == json!([0, 0]), "{page}, {width} × {height}: changes and errors are {seen}");
        }
    }
    Ok(())
}
