//! PNG files are saved only if the browser returns pixels as they were drawn.

use anyhow::Result;
use heistogram::locale::ALL;
use heistogram_browser_tests::{Browser, Chart, Options, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::site;
use crate::taking::{open, save};

/// Runs a script, opens the menu of the first chart and presses “Download PNG”.
/// Returns the status message and the number of saved files.
async fn try_png(session: &Session, before: &str) -> Result<Value> {
    session.eval(before, []).await?;
    let press = "const names = [], click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
            if (this.href.startsWith('blob:')) names.push(this.download);
        };
        const menu = get('[part=menu]');
        if (menu.hidden) get('[part=take]').click();
        const pause = () => new Promise((done) => setTimeout(done, 20));
        const until = async (what) => { while (!what()) await pause(); return what() };
        const button = await until(() => [...menu.querySelectorAll('button')].find((one) => one.textContent === 'Download PNG'));
        const status = () => menu.querySelector('[role=status]').textContent;
        button.click();
        await until(() => names.length || status());
        HTMLAnchorElement.prototype.click = click;
        return [status(), names.length]";
    Chart::new(session, "attacks").eval_async(press, []).await
}

in_browsers!(noise_is_said_and_not_saved: Firefox);
async fn noise_is_said_and_not_saved(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, Options { resist_fingerprinting: true, ..Options::default() }).await?;
    let refused = ALL[0].messages().pixels_refused;
    assert_eq!(try_png(&session, "").await?, json!([refused, 0]));
    // SVG is not affected.
    assert!(save(&session, "attacks", "Download SVG").await?[1].contains("</svg>"));
    Ok(())
}

/// How extensions and browsers change pixels, and whether a reader would see it.
const FALSIFIERS: [(&str, &str, bool); 6] = [
    ("nothing", "", false),
    (
        "noise in files",
        "HTMLCanvasElement.prototype.toBlob = function (done) {
            const { width, height } = this, noise = new OffscreenCanvas(width, height), context = noise.getContext('2d');
            const { data } = context.getImageData(0, 0, 64, 64);
            crypto.getRandomValues(data);
            const drawn = new ImageData(data, 64, 64);
            for (let x = 0; x < width; x += 64) for (let y = 0; y < height; y += 64) context.putImageData(drawn, x, y);
            noise.convertToBlob().then(done);
        }",
        true,
    ),
    (
        "files all white",
        "HTMLCanvasElement.prototype.toBlob = function (done) {
            const white = new OffscreenCanvas(this.width, this.height), context = white.getContext('2d');
            context.fillStyle = '#fff';
            context.fillRect(0, 0, this.width, this.height);
            white.convertToBlob().then(done);
        }",
        true,
    ),
    (
        "noise where pixels are read",
        "const read = CanvasRenderingContext2D.prototype.getImageData;
        CanvasRenderingContext2D.prototype.getImageData = function (...place) {
            const pixels = read.apply(this, place);
            crypto.getRandomValues(pixels.data);
            return pixels;
        }",
        true,
    ),
    ("no file", "HTMLCanvasElement.prototype.toBlob = (done) => done(null)", true),
    (
        "the lowest bits",
        "const read = CanvasRenderingContext2D.prototype.getImageData;
        CanvasRenderingContext2D.prototype.getImageData = function (...place) {
            const pixels = read.apply(this, place);
            pixels.data.forEach((value, at) => { pixels.data[at] = value ^ (at % 4); });
            return pixels;
        }",
        false,
    ),
];

in_browsers!(false_pixels_are_told_from_slightly_changed_ones: Chromium);
async fn false_pixels_are_told_from_slightly_changed_ones(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site, Options::default()).await?;
    let refused = ALL[0].messages().pixels_refused;
    let native =
        "window.kept ??= [HTMLCanvasElement.prototype.toBlob, CanvasRenderingContext2D.prototype.getImageData];
        [HTMLCanvasElement.prototype.toBlob, CanvasRenderingContext2D.prototype.getImageData] = window.kept;";
    for (what, falsifier, is_false) in FALSIFIERS {
        let expected = if is_false { json!([refused, 0]) } else { json!(["", 1]) };
        assert_eq!(try_png(&session, &[native, falsifier].concat()).await?, expected, "{what}");
    }
    assert!(session.console_errors().await?.is_empty());
    Ok(())
}
