//! Preferences of a reader's system: its own colours, more contrast, less motion.

use anyhow::Result;
use heistogram::chart::ChartKind;
use heistogram_browser_tests::{Browser, Chart, Options, in_browsers};
use serde_json::json;

use crate::site::site;

/// Defines `of`, which counts the opaque pixels of a colour on a canvas.
const OF: &str = "const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const count = (test) => { let sum = 0; for (let at = 0; at < data.length; at += 4) sum += test(at) ? 1 : 0; return sum };
    const of = (...rgb) => count((at) => data[at + 3] === 255 && rgb.every((one, i) => data[at + i] === one));";

in_browsers!(more_contrast_is_given: Chromium);
async fn more_contrast_is_given(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session =
        site.open(browser, Options { width: 700, height: 700, more_contrast: true, ..Options::default() }).await?;
    // Words are black, and nothing is set in the usual grey.
    let words = [OF, "return [of(0, 0, 0) > 500, of(93, 95, 102)]"].concat();
    assert_eq!(Chart::new(&session, "attacks").eval(&words, []).await?, json!([true, 0]));
    let sentence = "return getComputedStyle(document.querySelector('.sentence')).color";
    assert_eq!(session.eval(sentence, []).await?, "rgb(0, 0, 0)");
    session.set_dark(true).await?;
    let words = [OF, "return of(255, 255, 255) > 500"].concat();
    Chart::new(&session, "attacks").wait_until(&words, []).await?;
    assert_eq!(session.eval(sentence, []).await?, "rgb(255, 255, 255)");
    Ok(())
}

in_browsers!(the_systems_colours_are_taken: Chromium);
async fn the_systems_colours_are_taken(browser: Browser) -> Result<()> {
    let site = site()?;
    let options = Options { width: 1100, height: 700, dark: true, forced_colors: true, ..Options::default() };
    let session = site.open_view(browser, "group=banks&theme=light", options).await?;
    // Whatever theme a link asks for.
    for kind in ChartKind::ALL {
        let white = match kind {
            // Shares are worldwide: of a selection there is a dash, too small for an opaque pixel.
            ChartKind::Share => "count((at) => data[at + 3] > 0 && [0, 1, 2].every((i) => data[at + i] === 255)) > 0",
            _ => "of(255, 255, 255) > 300",
        };
        let style = "const { color, backgroundColor } = getComputedStyle(canvas); return [color, backgroundColor, ";
        let drawn = Chart::new(&session, kind.id()).eval(&[OF, style, white, "]"].concat(), []).await?;
        assert_eq!(drawn, json!(["rgb(255, 255, 255)", "rgb(0, 0, 0)", true]), "{kind:?}");
    }
    // Pressed and focused buttons look different from others.
    let told = "const [chosen, other] = document.querySelectorAll('#filters [data-preset]');
        const look = (node) => getComputedStyle(node).backgroundColor;
        other.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(other);
        return [look(chosen) !== look(other), outlineStyle, outlineWidth, outlineColor !== look(document.body)]";
    assert_eq!(session.eval(told, []).await?, json!([true, "solid", "2px", true]));
    Ok(())
}

in_browsers!(nothing_moves_where_less_motion_is_asked_for);
async fn nothing_moves_where_less_motion_is_asked_for(browser: Browser) -> Result<()> {
    let site = site()?;
    let session =
        site.open(browser, Options { width: 700, height: 700, reduced_motion: true, ..Options::default() }).await?;
    let painted = "let painted = 0;
        const context = canvas.getContext('2d');
        const { clearRect } = context;
        context.clearRect = (...area) => { painted++; clearRect.apply(context, area) };
        host.setAttribute('group', 'banks');
        await new Promise((done) => setTimeout(done, 400));
        return painted";
    assert_eq!(Chart::new(&session, "attacks").eval_async(painted, []).await?, 1);
    let running = "return document.getAnimations().length";
    assert_eq!(session.eval(running, []).await?, 0);
    Ok(())
}

in_browsers!(every_menu_has_a_name_of_its_own: Chromium);
async fn every_menu_has_a_name_of_its_own(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1100, height: 700, ..Options::default() }).await?;
    let names = "const takes = [...document.querySelectorAll('heist-chart')].map((host) => host.shadowRoot.querySelector('[part=take]'));
        return takes.every((take) => take.textContent && take.getAttribute('aria-label')?.startsWith(take.textContent))
            && new Set(takes.map((take) => take.getAttribute('aria-label'))).size === takes.length";
    session.wait_until(names).await?;
    Ok(())
}
