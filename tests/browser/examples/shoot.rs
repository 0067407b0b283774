//! Takes a picture of a page, for people who look at it:
//! `cargo run -p heistogram-browser-tests --example shoot -- URL OUT.png --width 320 --dark --dpr 2`.
#![allow(clippy::print_stdout, reason = "it prints what it saw")]

use std::{path::PathBuf, time::Duration};

use anyhow::{Context, Result};
use clap::Parser;
use heistogram_browser_tests::{Browser, Options, Session};

/// Takes a picture of a page and prints its console.
#[derive(Debug, Parser)]
struct Args {
    /// Page to open.
    url: String,
    /// PNG file to write.
    out: PathBuf,
    /// Browser: chromium, firefox or webkit.
    #[arg(long, default_value = "chromium", value_parser = browser)]
    browser: Browser,
    /// Width of the viewport in CSS pixels.
    #[arg(long, default_value_t = 1200)]
    width: u32,
    /// Height of the viewport in CSS pixels.
    #[arg(long, default_value_t = 900)]
    height: u32,
    /// Device pixels to a CSS pixel.
    #[arg(long, default_value_t = 1.0)]
    dpr: f64,
    /// Dark colours.
    #[arg(long)]
    dark: bool,
    /// More contrast.
    #[arg(long)]
    more_contrast: bool,
    /// The system's own colours.
    #[arg(long)]
    forced_colors: bool,
    /// How colours are seen: protanopia, deuteranopia, tritanopia, achromatopsia.
    #[arg(long)]
    vision: Option<String>,
    /// A touch screen instead of a mouse; `--hover` taps.
    #[arg(long)]
    touch: bool,
    /// No scripts.
    #[arg(long)]
    no_script: bool,
    /// Preferred language.
    #[arg(long, default_value = "en-US")]
    lang: String,
    /// The whole page and not the viewport alone.
    #[arg(long)]
    full: bool,
    /// Scroll the first element of this selector into the middle before anything else.
    #[arg(long)]
    scroll_to: Option<String>,
    /// Move the mouse to x,y of the viewport.
    #[arg(long, value_parser = place)]
    hover: Option<(f64, f64)>,
    /// Click at x,y of the viewport.
    #[arg(long, value_parser = place)]
    click: Option<(f64, f64)>,
    /// Body of a function to run in the page before the picture; what it returns is printed.
    #[arg(long)]
    eval: Option<String>,
    /// Milliseconds to wait after loading, and again after touching the page.
    #[arg(long, default_value_t = 400)]
    wait: u64,
}

fn browser(name: &str) -> Result<Browser> {
    let found = Browser::ALL.iter().find(|browser| browser.name().eq_ignore_ascii_case(name));
    found.copied().context("no such browser")
}

fn place(text: &str) -> Result<(f64, f64)> {
    let (x, y) = text.split_once(',').context("x,y is expected")?;
    Ok((x.trim().parse()?, y.trim().parse()?))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let args = Args::parse();
    let options = Options {
        width: args.width,
        height: args.height,
        dpr: args.dpr,
        dark: args.dark,
        more_contrast: args.more_contrast,
        forced_colors: args.forced_colors,
        vision: args.vision.map(|vision| &*vision.leak()),
        touch: args.touch,
        scripts: !args.no_script,
        lang: args.lang,
        ..Options::default()
    };
    let mut session = Session::open(args.browser, options).await?;
    let pause = || tokio::time::sleep(Duration::from_millis(args.wait));
    session.goto(&args.url).await?;
    pause().await;
    if let Some(selector) = args.scroll_to {
        let script = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })";
        session.eval(script, [selector.into()]).await?;
        pause().await;
    }
    if let Some((x, y)) = args.hover {
        if args.touch {
            session.tap(x, y).await?;
        } else {
            session.pointer_move(x, y).await?;
        }
        pause().await;
    }
    if let Some((x, y)) = args.click {
        session.click(x, y).await?;
        pause().await;
    }
    if let Some(script) = args.eval {
        println!("{:#}", session.eval(&script, []).await?);
        pause().await;
    }
    if args.full {
        session.full_screenshot(&args.out).await?;
    } else {
        session.screenshot(&args.out).await?;
    }
    for message in session.console().await? {
        println!("{}{}: {}", if message.is_error { "ERROR " } else { "" }, message.source, message.text);
    }
    Ok(())
}
