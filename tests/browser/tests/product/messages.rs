//! What frames and pages say to one another, forged: nothing changes.

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Options, Session, once};
use serde_json::{Value, json};

use crate::host::{Host, article, grown, snippet, visit, within};
use crate::site::site;

/// Defines `forged(seed)`, a message that is wrong in at least one way, from a small generator of its own: the same seed
/// gives the same message. `TYPES` and `VALUES` are what would be right.
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

/// How many messages of each sort.
const MANY: usize = 400;

/// The page as it is: markup with styles and states, names of the window, and what every object has.
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

        // Right in every way but the sender; and, as no stranger could, the right sender with something wrong.
        let send = format!(
            "{FORGER}
            const right = {{ type: 'heistogram:height', version: 1, height: 777 }};
            const [frame, stranger] = ['iframe', '#stranger'].map((one) => document.querySelector(one).contentWindow);
            const hear = (data, source) => dispatchEvent(new MessageEvent('message', {{ data, source }}));
            for (const source of [null, window, stranger]) hear(right, source);
            postMessage(right, '*');
            const [port] = [new MessageChannel().port1];
            hear(right, port);
            const forged = forger(arguments[0], ['heistogram:height'], [600, 777]);
            for (let n = 0; n < {MANY}; n++) hear(forged(), frame);
            await new Promise((done) => setTimeout(done, 300));"
        );
        for seed in [1, 20_261_122] {
            session.eval_async(&send, [json!(seed)]).await?;
            assert_eq!(session.eval(SNAPSHOT, []).await?, before, "{}: seed {seed}", browser.name());
        }
        // The way is open: the same message from the right sender is heard.
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
        session.wait_until("return document.querySelector('heist-chart').shadowRoot.querySelector('table')").await?;
        forge(&session, "parent").await.with_context(|| browser.name())?;
        session.client.enter_parent_frame().await?;

        // From the page around, as it really travels.
        let send = format!(
            "{FORGER}
            const frame = document.querySelector('iframe').contentWindow;
            const forged = forger(7, ['heistogram:theme', 'heistogram:lang'], ['dark', 'en']);
            for (let n = 0; n < {MANY}; n++) frame.postMessage(forged(), '*');
            await new Promise((done) => setTimeout(done, 300));"
        );
        let state = "const chart = document.querySelector('heist-chart');
            return [...chart.attributes].map(({ name, value }) => `${name}=${value}`).join() || 'none'";
        let before = within(&session, state).await?;
        session.eval_async(&send, []).await?;
        assert_eq!(within(&session, state).await?, before, "{}", browser.name());
        let right = "document.querySelector('iframe').contentWindow.postMessage(
            { type: 'heistogram:theme', version: 1, value: 'dark' }, '*')";
        session.eval(right, []).await?;
        within(&session, "return document.querySelector('heist-chart').getAttribute('theme') === 'dark'").await?;
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
        let last = "const chart = document.querySelector('heist-chart');
            return chart.shadowRoot.querySelector('.all').dataset.theme === 'dark' && chart.shadowRoot.querySelector('canvas').offsetHeight > 100";
        within(&session, last).await.with_context(|| browser.name())?;
    }
    Ok(())
}

once!(a_frame_that_stands_alone_believes_nobody);
async fn a_frame_that_stands_alone_believes_nobody() -> Result<()> {
    for browser in Browser::ALL {
        let site = site()?;
        let session = Session::open(*browser, Options::default()).await?;
        session.goto(&format!("{}embed/proceeds.en.html", site.server.url())).await?;
        session.wait_until("return document.querySelector('heist-chart').shadowRoot?.querySelector('table')").await?;
        let before = session.eval(SNAPSHOT, []).await?;
        let own = "postMessage({ type: 'heistogram:theme', version: 1, value: 'dark' }, '*');
            await new Promise((done) => setTimeout(done, 200))";
        session.eval_async(own, []).await?;
        assert_eq!(session.eval(SNAPSHOT, []).await?, before, "{}", browser.name());
        forge(&session, "null").await.with_context(|| browser.name())?;
    }
    Ok(())
}

/// Sends a frame right messages from wrong senders, and wrong ones from `sender`.
async fn forge(session: &Session, sender: &str) -> Result<()> {
    let before = session.eval(SNAPSHOT, []).await?;
    let send = format!(
        "{FORGER}
        const hear = (data, source) => dispatchEvent(new MessageEvent('message', {{ data, source }}));
        for (const [name, value] of [['theme', 'dark'], ['theme', 'light'], ['lang', 'en']]) {{
            const right = {{ type: `heistogram:${{name}}`, version: 1, value }};
            for (const source of [null, window, new MessageChannel().port1]) hear(right, source);
        }}
        const forged = forger(arguments[0], ['heistogram:theme', 'heistogram:lang'], ['dark', 'light', 'en']);
        for (let n = 0; n < {MANY}; n++) hear(forged(), {sender});
        await new Promise((done) => setTimeout(done, 300));"
    );
    for seed in [1, 20_261_122] {
        session.eval_async(&send, [json!(seed)]).await?;
        let after: Value = session.eval(SNAPSHOT, []).await?;
        assert_eq!(after, before, "seed {seed}");
    }
    Ok(())
}
