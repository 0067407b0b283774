//! Forged messages between frames and pages change nothing.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Chart, Options, Session, once};
use serde_json::{Value, json};

use crate::host::{Host, article, grown, snippet, visit};
use crate::site::site;

/// Defines `forger(seed, types, right)`. It returns a function that returns messages, each invalid in at least one way.
/// The same seed gives the same messages; `types` and `right` are valid types and values.
const FORGER: &str = "
    function forger(seed, types, right) {
        const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648, Math.floor(seed / 65536) % below);
        const pick = (list) => list[random(list.length)];
        const wrong = [NaN, Infinity, -Infinity, -1, 0, 49, 30001, 1e308, -0, '600', '600px', [600], null, undefined, true,
            { valueOf: 600 }, { height: 600 }, 600n, new Date(), new Map([['height', 600]]), '', 'Dark', 'dark ', ['dark'], 'xx',
            'constructor', '__proto__', '<img src=x onerror=alert(1)>', 'x'.repeat(100000)];
        const near = (type) => pick([type.toUpperCase(), type + ' ', [type], 'heistogram', 'heistogram:', 'heistogram:constructor',
            'heistogram:__proto__', 'heistogram:toString', { toString: type }, null, undefined, 1]);
        const version = () => pick([0, 2, '1', [1], true, null, undefined, NaN, 1.5, 1n]);
        return () => {
            const type = pick(types), value = pick(right);
            const whole = { type, version: 1, value, height: value };
            const made = [
                () => ({ ...whole, type: near(type) }),
                () => ({ ...whole, version: version() }),
                () => { const bad = pick(wrong); return { ...whole, value: bad, height: bad } },
                () => ({ type, version: 1 }),
                () => JSON.stringify(whole),
                () => [type, 1, value],
                () => JSON.parse(`{\"__proto__\": ${JSON.stringify(whole)}}`),
                () => JSON.parse(`{\"constructor\": {\"prototype\": ${JSON.stringify(whole)}}}`),
                () => ({ data: whole, detail: whole }),
                () => pick(wrong),
            ];
            return pick(made)();
        };
    }";

/// Sends forged messages to a page with a frame.
const FORGE_TO_PAGE: &str = "
    const [seed, many] = arguments;
    const right = { type: 'heistogram:height', version: 1, height: 777 };
    const [frame, stranger] = ['iframe', '#stranger'].map((one) => document.querySelector(one).contentWindow);
    const hear = (data, source) => dispatchEvent(new MessageEvent('message', { data, source }));
    // Valid messages from wrong senders; then, as no other site could, invalid ones from the right sender.
    for (const source of [null, window, stranger]) hear(right, source);
    postMessage(right, '*');
    const [port] = [new MessageChannel().port1];
    hear(right, port);
    const forged = forger(seed, ['heistogram:height'], [600, 777]);
    for (let n = 0; n < many; n++) hear(forged(), frame);
    await new Promise((done) => setTimeout(done, 300));";

/// Posts forged messages to a frame from the page around it.
const POST_TO_FRAME: &str = "
    const [seed, many] = arguments;
    const frame = document.querySelector('iframe').contentWindow;
    const forged = forger(seed, ['heistogram:theme', 'heistogram:lang'], ['dark', 'en']);
    for (let n = 0; n < many; n++) frame.postMessage(forged(), '*');
    await new Promise((done) => setTimeout(done, 300));";

/// Sends a frame valid messages from wrong senders, and invalid ones from its parent, or from nobody if it has none.
const FORGE_TO_FRAME: &str = "
    const [seed, many] = arguments;
    const hear = (data, source) => dispatchEvent(new MessageEvent('message', { data, source }));
    for (const [name, value] of [['theme', 'dark'], ['theme', 'light'], ['lang', 'en']]) {
        const right = { type: `heistogram:${name}`, version: 1, value };
        for (const source of [null, window, new MessageChannel().port1]) hear(right, source);
    }
    const forged = forger(seed, ['heistogram:theme', 'heistogram:lang'], ['dark', 'light', 'en']);
    for (let n = 0; n < many; n++) hear(forged(), parent === window ? null : parent);
    await new Promise((done) => setTimeout(done, 300));";

/// How many messages of each sort.
const MANY: usize = 400;

/// The state of the page: markup with styles, names in the window, and properties of every object.
const SNAPSHOT: &str = "return JSON.stringify([document.documentElement.outerHTML, Object.keys(window).filter((name) =>
    name !== 'ret_nodes'), Object.getOwnPropertyNames(Object.prototype), scrollY])";

once!(a_page_believes_its_own_frames_alone);
async fn a_page_believes_its_own_frames_alone() -> Result<()> {
    for browser in Browser::ALL {
        let site = site()?;
        let code = snippet(&site, "proceeds")? + "<iframe id=stranger title=Stranger></iframe>";
        let host = Host::start(&article(&code), "")?;
        let session = visit(*browser, &host, Options { width: 480, height: 900, ..Options::default() }).await?;
        grown(&session).await?;
        let before = session.eval(SNAPSHOT, []).await?;

        for seed in [1, 20_261_122] {
            session.eval_async(&[FORGER, FORGE_TO_PAGE].concat(), [json!(seed), json!(MANY)]).await?;
            assert_eq!(session.eval(SNAPSHOT, []).await?, before, "{}: seed {seed}", browser.name());
        }
        // Control: the same message from the right sender has an effect.
        let heard =
            "dispatchEvent(new MessageEvent('message', { source: document.querySelector('iframe').contentWindow,
            data: { type: 'heistogram:height', version: 1, height: 777 } }));
            return document.querySelector('iframe').style.height";
        assert_eq!(session.eval(heard, []).await?, "777px");
    }
    Ok(())
}

once!(a_frame_believes_its_parent_alone);
async fn a_frame_believes_its_parent_alone() -> Result<()> {
    for browser in Browser::ALL {
        let site = site()?;
        let host = Host::start(&article(&snippet(&site, "proceeds")?), "")?;
        let session = visit(*browser, &host, Options { width: 480, height: 900, ..Options::default() }).await?;
        grown(&session).await?;
        session.client.enter_frame(0).await?;
        Chart::first(&session).wait_told().await?;
        forge(&session).await.with_context(|| browser.name())?;
        session.client.enter_parent_frame().await?;

        let chart = Chart::in_frame(&session, 0);
        let state = "return [...host.attributes].map(({ name, value }) => `${name}=${value}`).join() || 'none'";
        let before = chart.wait_until(state, []).await?;
        session.eval_async(&[FORGER, POST_TO_FRAME].concat(), [json!(7), json!(MANY)]).await?;
        assert_eq!(chart.wait_until(state, []).await?, before, "{}", browser.name());
        let right = "document.querySelector('iframe').contentWindow.postMessage(
            { type: 'heistogram:theme', version: 1, value: 'dark' }, '*')";
        session.eval(right, []).await?;
        chart.wait_until("return host.getAttribute('theme') === 'dark'", []).await?;
    }
    Ok(())
}

once!(a_frame_keeps_up_with_a_flood);
async fn a_frame_keeps_up_with_a_flood() -> Result<()> {
    for browser in Browser::ALL {
        let site = site()?;
        let host = Host::start(&article(&snippet(&site, "proceeds")?), "")?;
        let session = visit(*browser, &host, Options { width: 480, height: 900, ..Options::default() }).await?;
        grown(&session).await?;
        let flood = "const frame = document.querySelector('iframe').contentWindow;
            for (let n = 0; n < 20000; n++) {
                frame.postMessage({ type: 'heistogram:theme', version: 1, value: n % 2 ? 'dark' : 'light' }, '*');
                frame.postMessage({ type: 'heistogram:height', version: 1, height: n }, '*');
            }";
        session.eval(flood, []).await?;
        let last = "return get('.all').dataset.theme === 'dark' && canvas.offsetHeight > 100";
        Chart::in_frame(&session, 0).wait_until(last, []).await.with_context(|| browser.name())?;
    }
    Ok(())
}

once!(a_frame_that_stands_alone_believes_nobody);
async fn a_frame_that_stands_alone_believes_nobody() -> Result<()> {
    for browser in Browser::ALL {
        let site = site()?;
        let session = Session::open(*browser, Options::default()).await?;
        session.goto(&format!("{}embed/proceeds.en.html", site.server.url())).await?;
        Chart::first(&session).wait_told().await?;
        let before = session.eval(SNAPSHOT, []).await?;
        let own = "postMessage({ type: 'heistogram:theme', version: 1, value: 'dark' }, '*');
            await new Promise((done) => setTimeout(done, 200))";
        session.eval_async(own, []).await?;
        assert_eq!(session.eval(SNAPSHOT, []).await?, before, "{}", browser.name());
        forge(&session).await.with_context(|| browser.name())?;
    }
    Ok(())
}

/// Sends a frame forged messages, which change nothing.
async fn forge(session: &Session) -> Result<()> {
    let before = session.eval(SNAPSHOT, []).await?;
    for seed in [1, 20_261_122] {
        session.eval_async(&[FORGER, FORGE_TO_FRAME].concat(), [json!(seed), json!(MANY)]).await?;
        let after: Value = session.eval(SNAPSHOT, []).await?;
        assert_eq!(after, before, "seed {seed}");
    }
    Ok(())
}
