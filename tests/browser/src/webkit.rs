//! WebKit: most settings of `MiniBrowser` come from its environment when it starts.

use std::{fs, path::Path, process::Command, time::Instant};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::{Client, wd::Capabilities};
use serde_json::{Value, json};
use xtask::setup::browser::Programs;

use crate::{
    options::Options,
    session::{ConsoleMessage, PATIENCE},
};

/// Its toolbar would make the window wider than a phone.
const STYLE: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0 }";

/// Records errors in the page, as the console cannot be read; returns whether the page has loaded.
const RECORDER: &str = "
    const key = Symbol.for('console');
    if (document[key] === 'left') return false;
    if (!document[key]) {
        const errors = (document[key] = []);
        const say = (source, ...text) => errors.push({ source, text: text.join(' ') });
        // In the capture phase, this includes errors of files that fail to load.
        addEventListener('error', ({ target, filename, message }) =>
            target === window ? say('javascript', filename, message) : say('network', target.src ?? target.href), true);
        addEventListener('unhandledrejection', ({ reason }) => say('javascript', reason));
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
            say('security', effectiveDirective, blockedURI, sample));
        const { error } = console;
        console.error = (...words) => (say('console-api', ...words), error.apply(console, words));
    }
    return document.readyState === 'complete'";

/// Environment of the driver, which the browser inherits.
pub fn prepare_driver(driver: &mut Command, profile: &Path, options: &Options) -> Result<()> {
    ensure!(options.dpr.fract() == 0.0, "WebKitGTK takes whole device pixel ratios");
    let folder = profile.join("gtk-3.0");
    fs::create_dir(&folder)?;
    fs::write(folder.join("gtk.css"), STYLE)?;
    fs::write(folder.join("settings.ini"), format!("[Settings]\ngtk-enable-animations={}\n", !options.reduced_motion))?;
    driver
        .env("XDG_CONFIG_HOME", profile)
        .env("XDG_DATA_HOME", profile)
        .env("XDG_CACHE_HOME", profile)
        .env("GDK_SCALE", options.dpr.to_string())
        .env("LC_ALL", format!("{}.UTF-8", options.lang.replace('-', "_")));
    Ok(())
}

/// The capabilities of a new session.
pub fn capabilities(programs: &Programs, options: &Options) -> Capabilities {
    let mut args = vec!["--automation", "--full-screen"];
    if options.dark {
        args.push("--dark-mode");
    }
    if !options.scripts {
        args.push("--enable-javascript=false");
    }
    let mut capabilities = Capabilities::new();
    capabilities.insert("webkitgtk:browserOptions".into(), json!({ "binary": programs.browser, "args": args }));
    // Runs the recorder before the page's own scripts. Without this, a script of ours that meets a navigation is never
    // answered.
    capabilities.insert("pageLoadStrategy".into(), json!(if options.scripts { "none" } else { "normal" }));
    capabilities
}

/// Sets the viewport from the options. A toolbar, if there is one, is added to it.
pub async fn apply(client: &Client, options: &Options) -> Result<()> {
    Ok(client.set_window_rect(0, 0, options.width, options.height).await?)
}

/// Opens a page and waits until it has loaded.
pub async fn goto(client: &Client, url: &str) -> Result<()> {
    client.execute("document[Symbol.for('console')] = 'left'", vec![]).await?;
    client.goto(url).await?;
    let start = Instant::now();
    loop {
        match client.execute(RECORDER, vec![]).await {
            Ok(Value::Bool(true)) => return Ok(()),
            // The script met the navigation, or the page is still loading.
            Ok(_) | Err(_) if start.elapsed() < PATIENCE => {}
            Ok(_) => bail!("it takes longer than {} s", PATIENCE.as_secs()),
            Err(error) => return Err(error.into()),
        }
    }
}

/// Errors of the page since the last call: errors on its console, uncaught ones, violations of the content security
/// policy, and elements whose file failed to load. Errors before the first script is parsed may be missing.
pub async fn console(client: &Client) -> Result<Vec<ConsoleMessage>> {
    let entries = client.execute("return document[Symbol.for('console')]?.splice?.(0) ?? []", vec![]).await?;
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    Ok(entries
        .as_array()
        .context("the console is no list")?
        .iter()
        .map(|entry| ConsoleMessage { is_error: true, source: text(entry, "source"), text: text(entry, "text") })
        .collect())
}

/// The whole page as PNG: the window grows to the page's height for a moment.
pub async fn full_screenshot(client: &Client, options: &Options) -> Result<Vec<u8>> {
    let height = client.execute("return document.documentElement.scrollHeight", vec![]).await?;
    let height = height.as_u64().and_then(|height| u32::try_from(height).ok()).context("the page has no height")?;
    apply(client, &Options { height, ..options.clone() }).await?;
    let picture = client.screenshot().await;
    apply(client, options).await?;
    Ok(picture?)
}
