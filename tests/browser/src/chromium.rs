//! Chromium: its capabilities, and the DevTools protocol behind its driver.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use fantoccini::{Client, wd::Capabilities};
use serde_json::{Value, json};
use xtask::setup::browser::Programs;

use crate::{command::Post, options::Options, session::ConsoleMessage};

/// Switches of every session: no background traffic, the same colours everywhere.
const SWITCHES: &[&str] = &[
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
];

/// Two internal pages for the address bar, which take half of the start-up time.
const DISABLED: &str = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup";

/// Arguments of the driver.
pub fn prepare_driver(driver: &mut Command) {
    driver.arg("--log-level=SEVERE");
}

/// The capabilities of a new session with its own profile folder.
pub fn capabilities(programs: &Programs, profile: &Path, options: &Options) -> Capabilities {
    let mut switches: Vec<String> = SWITCHES.iter().map(ToString::to_string).collect();
    if options.desktop.is_empty() {
        switches.push("--headless=new".into());
    } else {
        switches.push("--force-renderer-accessibility".into());
    }
    let isolation = if options.shares_processes { ",IsolateSandboxedIframes" } else { "" };
    switches.push(format!("{DISABLED}{isolation}"));
    switches.push(format!("--user-data-dir={}", profile.display()));
    switches.push(format!("--window-size={},{}", options.width, options.height));
    switches.push(format!("--lang={}", options.lang));
    if !options.touch {
        // Without a mouse, `(hover: hover)` would not match.
        switches.push(
            "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"
                .into(),
        );
    }
    if is_root() {
        // Chromium's sandbox does not work for root.
        switches.push("--no-sandbox".into());
    }
    let mut capabilities = Capabilities::new();
    capabilities.insert(
        "goog:chromeOptions".into(),
        json!({
            "binary": programs.browser,
            "args": switches,
            // It shows an info bar, which a screen reader would read.
            "excludeSwitches": ["enable-automation"],
            "prefs": { "intl.accept_languages": options.lang },
        }),
    );
    capabilities.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
    capabilities
}

/// Sets the viewport from the options, independent of the window's size.
pub async fn apply(client: &Client, options: &Options) -> Result<()> {
    devtools(
        client,
        "Emulation.setDeviceMetricsOverride",
        json!({
            "width": options.width,
            "height": options.height,
            "deviceScaleFactor": options.dpr,
            "mobile": false,
        }),
    )
    .await?;
    devtools(
        client,
        "Emulation.setEmulatedMedia",
        json!({
            "features": [
                { "name": "prefers-color-scheme", "value": if options.dark { "dark" } else { "light" } },
                {
                    "name": "prefers-reduced-motion",
                    "value": if options.reduced_motion { "reduce" } else { "no-preference" },
                },
                { "name": "prefers-contrast", "value": if options.more_contrast { "more" } else { "" } },
                { "name": "forced-colors", "value": if options.forced_colors { "active" } else { "" } },
            ],
        }),
    )
    .await?;
    let vision = options.vision.unwrap_or("none");
    devtools(client, "Emulation.setEmulatedVisionDeficiency", json!({ "type": vision })).await?;
    if options.touch {
        devtools(client, "Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    }
    devtools(client, "Emulation.setScriptExecutionDisabled", json!({ "value": !options.scripts })).await?;
    Ok(())
}

/// Console messages since the last call: messages of the page, uncaught errors, violations of the content security
/// policy and failed requests.
pub async fn console(client: &Client) -> Result<Vec<ConsoleMessage>> {
    let entries = client.issue_cmd(Post { path: "se/log", body: json!({ "type": "browser" }) }).await?;
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    Ok(entries
        .as_array()
        .context("the log is no list")?
        .iter()
        .map(|entry| ConsoleMessage {
            is_error: entry["level"] == "SEVERE",
            source: text(entry, "source"),
            text: text(entry, "message"),
        })
        .collect())
}

/// The whole page as PNG, beyond the viewport.
pub async fn full_screenshot(client: &Client) -> Result<Vec<u8>> {
    let metrics = devtools(client, "Page.getLayoutMetrics", json!({})).await?;
    let size = &metrics["cssContentSize"];
    let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
    let shot =
        devtools(client, "Page.captureScreenshot", json!({ "captureBeyondViewport": true, "clip": clip })).await?;
    Ok(STANDARD.decode(shot["data"].as_str().context("no picture")?)?)
}

/// Runs a command of the DevTools protocol.
pub async fn devtools(client: &Client, method: &str, params: Value) -> Result<Value> {
    let body = json!({ "cmd": method, "params": params });
    client.issue_cmd(Post { path: "goog/cdp/execute", body }).await.with_context(|| format!("{method} failed"))
}

fn is_root() -> bool {
    // The owner of our own entry in /proc; other systems have neither that folder nor this sandbox.
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata("/proc/self").is_ok_and(|entry| entry.uid() == 0)
    }
    #[cfg(not(target_os = "linux"))]
    false
}
