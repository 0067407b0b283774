//! What only Firefox knows: its capabilities, and the privileged scripts behind its driver.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use fantoccini::{Client, wd::Capabilities};
use serde_json::{Value, json};
use xtask::setup::browser::Programs;

use crate::{
    command::{Get, Post},
    options::Options,
    session::ConsoleMessage,
};

/// Where the window keeps what pages wrote to their consoles. A frame script runs in the process of the page, where its
/// errors, its violations of the policy and its console are.
const RECORDER: &str = "
    window.consoleOfPages = [];
    Services.mm.addMessageListener('console', ({ data }) => window.consoleOfPages.push(data));
    const record = () => {
        // The browser's own scripts fail too, when a page is left at a bad moment.
        const isOwn = (file) => /^(chrome|resource):/.test(file);
        const say = (is_error, source, text) => sendAsyncMessage('console', { is_error, source, text });
        const messages = {
            observe(message) {
                if (!(message instanceof Ci.nsIScriptError) || message.isFromPrivilegedContext) return;
                const { category, flags, errorMessage, sourceName, lineNumber } = message;
                if (isOwn(sourceName)) return;
                const is_error = !(flags & Ci.nsIScriptError.warningFlag);
                say(is_error, category, `${sourceName}:${lineNumber} ${errorMessage}`);
            },
        };
        Services.console.registerListener(messages);
        const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
        const said = ({ level, arguments: [text], filename }) =>
            isOwn(filename) || say(level === 'error', 'console-api', `${filename} ${text}`);
        storage.addLogEventListener(said, Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal));
        addEventListener('unload', () => {
            Services.console.unregisterListener(messages);
            storage.removeLogEventListener(said);
        });
    };
    Services.mm.loadFrameScript(`data:application/javascript,${encodeURIComponent(`(${record})()`)}`, true);";

/// What its driver is started with.
pub fn prepare_driver(driver: &mut Command, profile: &Path) {
    driver.args(["--log=fatal", "--websocket-port=0", "--allow-system-access", "--profile-root"]).arg(profile);
}

/// The capabilities of a new session.
pub fn capabilities(programs: &Programs, options: &Options) -> Capabilities {
    // Bits: 2 fine, 4 hovers. A machine without a mouse would have none.
    let pointer = 6;
    let headless = options.desktop.is_empty();
    let args: &[&str] = if headless { &["-headless"] } else { &[] };
    let mut capabilities = Capabilities::new();
    capabilities.insert(
        "moz:firefoxOptions".into(),
        json!({
            "binary": programs.browser,
            "args": args,
            "prefs": {
                // Everything is told to a screen reader, or nothing.
                "accessibility.force_disabled": if headless { 0 } else { -1 },
                "app.normandy.enabled": false,
                // No processes for tabs that nobody opens.
                "dom.ipc.processPrelaunch.enabled": false,
                "intl.accept_languages": options.lang,
                "javascript.enabled": options.scripts,
                "privacy.resistFingerprinting": options.resist_fingerprinting,
                // Otherwise it ends four seconds after its last page.
                "toolkit.shutdown.fastShutdownStage": 3,
                "ui.allPointerCapabilities": pointer,
                "ui.primaryPointerCapabilities": pointer,
                "ui.useOverlayScrollbars": 1,
            },
        }),
    );
    capabilities
}

/// Starts to listen to the console.
pub async fn listen(client: &Client) -> Result<()> {
    privileged(client, RECORDER, []).await.map(drop)
}

/// Makes the viewport as the options ask: the page's part of the window has a size of its own, as no window may be as
/// small as a phone.
pub async fn apply(client: &Client, options: &Options) -> Result<()> {
    let script = "
        const [dpr, dark, reduced_motion] = arguments;
        Services.prefs.setStringPref('layout.css.devPixelsPerPx', String(dpr));
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
        Services.prefs.setIntPref('ui.prefersReducedMotion', Number(reduced_motion));";
    let Options { width, height, dpr, dark, reduced_motion, .. } = *options;
    privileged(client, script, [json!(dpr), json!(dark), json!(reduced_motion)]).await?;
    client.set_window_size(width.max(500) + 50, height + 250).await?;
    let script = "
        const { style } = gBrowser.selectedBrowser;
        const [width, height] = [...arguments].map((pixels) => `${pixels}px`);
        Object.assign(style, { width, minWidth: width, maxWidth: width });
        Object.assign(style, { height, minHeight: height, maxHeight: height });";
    privileged(client, script, [json!(width), json!(height)]).await.map(drop)
}

/// What pages wrote to their consoles since the last call: their messages, uncaught errors and violations of the
/// content security policy. Failed requests are not among them.
pub async fn console(client: &Client) -> Result<Vec<ConsoleMessage>> {
    let entries = privileged(client, "return window.consoleOfPages.splice(0)", []).await?;
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    Ok(entries
        .as_array()
        .context("the console is no list")?
        .iter()
        .map(|entry| ConsoleMessage {
            is_error: entry["is_error"] == true,
            source: text(entry, "source"),
            text: text(entry, "text"),
        })
        .collect())
}

/// The whole page as PNG, beyond the viewport.
pub async fn full_screenshot(client: &Client) -> Result<Vec<u8>> {
    let picture = client.issue_cmd(Get { path: "moz/screenshot/full".into() }).await?;
    Ok(STANDARD.decode(picture.as_str().context("no picture")?)?)
}

/// Runs the body of a function in the browser's own window instead of the page.
async fn privileged(client: &Client, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
    let context = |name| Post { path: "moz/context", body: json!({ "context": name }) };
    client.issue_cmd(context("chrome")).await?;
    let result = client.execute(body, args.into_iter().collect()).await;
    client.issue_cmd(context("content")).await?;
    Ok(result?)
}
