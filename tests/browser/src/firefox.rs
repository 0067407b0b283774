//! Firefox: its capabilities, and the privileged scripts behind its driver.

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

/// Script that collects console messages of pages in the browser's window. Its frame script runs in the process of the
/// page, where errors, violations of the policy and the console are.
const RECORDER: &str = "
    window.consoleOfPages = [];
    Services.mm.addMessageListener('console', ({ data }) => window.consoleOfPages.push(data));
    const record = () => {
        // The browser's own scripts may also fail when a page is left early.
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
        const calls = ({ level, arguments: [text], filename }) =>
            isOwn(filename) || say(level === 'error', 'console-api', `${filename} ${text}`);
        storage.addLogEventListener(calls, Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal));
        addEventListener('unload', () => {
            Services.console.unregisterListener(messages);
            storage.removeLogEventListener(calls);
        });
    };
    Services.mm.loadFrameScript(`data:application/javascript,${encodeURIComponent(`(${record})()`)}`, true);";

/// Arguments of the driver.
pub fn prepare_driver(driver: &mut Command, profile: &Path) {
    driver.args(["--log=fatal", "--websocket-port=0", "--allow-system-access", "--profile-root"]).arg(profile);
}

/// The capabilities of a new session.
pub fn capabilities(programs: &Programs, options: &Options) -> Capabilities {
    // Bits: 2 fine, 4 hovers. Without a mouse there would be none.
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
                // On a desktop the accessibility service always runs.
                "accessibility.force_disabled": if headless { 0 } else { -1 },
                "app.normandy.enabled": false,
                // No processes for tabs that nobody opens.
                "dom.ipc.processPrelaunch.enabled": false,
                "intl.accept_languages": options.lang,
                "javascript.enabled": options.scripts,
                "privacy.resistFingerprinting": options.resist_fingerprinting,
                // Without this it ends four seconds after its last page.
                "toolkit.shutdown.fastShutdownStage": 3,
                "ui.allPointerCapabilities": pointer,
                "ui.primaryPointerCapabilities": pointer,
                "ui.useOverlayScrollbars": 1,
            },
        }),
    );
    capabilities
}

/// Starts collecting console messages.
pub async fn listen(client: &Client) -> Result<()> {
    privileged(client, RECORDER, []).await.map(drop)
}

/// Sets the viewport from the options: the content area gets its own size, as no window may be as small as a phone.
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

/// Console messages of pages since the last call: messages, uncaught errors and violations of the content security
/// policy, but not failed requests.
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
