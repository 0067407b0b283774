//! Screenshots with colour-blind vision, forced colours and zoom, compared with those in `tests/browser/pictures`.
//! `UPDATE_PICTURES=1` replaces them; look at them then.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use heistogram::chart::ChartKind;
use heistogram_browser_tests::{Browser, Chart, Options, in_browsers};
use png::{ColorType, Decoder, Transformations};
use serde_json::json;

use crate::site::site;

/// Squares in a row. Pixels are averaged over each: fonts hardly change that, and marks do.
const SQUARES: usize = 40;
/// How much a channel of a square may differ, of 255.
const OFF: f64 = 20.0;
/// The share of squares that may differ more: labels move a little with a font.
const SHARE: f64 = 0.03;
/// How much the height may differ, as a share of it.
const HEIGHT: f64 = 0.02;

/// Means of red, green and blue over the squares of a picture, row by row.
struct Squares {
    rows: Vec<Vec<[f64; 3]>>,
}

impl Squares {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut decoder = Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info()?;
        let mut pixels = vec![0; reader.output_buffer_size().context("too large")?];
        let frame = reader.next_frame(&mut pixels)?;
        let channels = frame.color_type.samples();
        ensure!(matches!(frame.color_type, ColorType::Rgb | ColorType::Rgba), "it has no colours");
        let (width, height) = (frame.width as usize, frame.height as usize);
        let square = width / SQUARES;
        let mean = |left: usize, top: usize| {
            let mut sum = [0.0; 3];
            for (y, x) in (top..top + square).flat_map(|y| (left..left + square).map(move |x| (y, x))) {
                for (channel, sum) in sum.iter_mut().enumerate() {
                    *sum += f64::from(pixels[(y * width + x) * channels + channel]);
                }
            }
            sum.map(|sum| sum / (square * square) as f64)
        };
        let row = |top: usize| (0..SQUARES).map(|at| mean(at * square, top)).collect();
        Ok(Self { rows: (0..height / square).map(|at| row(at * square)).collect() })
    }

    /// The share of squares that differ; `None` if the sizes differ.
    fn difference(&self, other: &Self) -> Option<f64> {
        let (high, low) = (self.rows.len().max(other.rows.len()), self.rows.len().min(other.rows.len()));
        let alike = high - low <= (high as f64 * HEIGHT).ceil() as usize;
        let pairs = self.rows.iter().flatten().zip(other.rows.iter().flatten());
        let off = |(a, b): (&[f64; 3], &[f64; 3])| a.iter().zip(b).any(|(a, b)| (a - b).abs() > OFF);
        let (all, different) =
            pairs.fold((0.0, 0.0), |(all, off_so_far), pair| (all + 1.0, off_so_far + f64::from(u8::from(off(pair)))));
        alike.then_some(different / all)
    }
}

/// Compares a picture with the one of that name.
fn compare(name: &str, picture: &[u8]) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("pictures").join(format!("{name}.png"));
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        return Ok(fs::write(path, picture)?);
    }
    let kept = fs::read(&path).with_context(|| format!("there is no {}", path.display()))?;
    let share = Squares::of(&kept)?.difference(&Squares::of(picture)?);
    eprintln!("{name}: {share:?}");
    if share.is_none_or(|share| share > SHARE) {
        let now = std::env::temp_dir().join(format!("{name}.now.png"));
        fs::write(&now, picture)?;
        anyhow::bail!("{name} has changed ({share:?} of it): {} is now {}", path.display(), now.display());
    }
    Ok(())
}

in_browsers!(groups_are_told_apart_however_colours_are_seen: Chromium);
async fn groups_are_told_apart_however_colours_are_seen(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 560, height: 1000, ..Options::default() }).await?;
    for chart in ["attacks", "incidents"] {
        Chart::new(&session, chart).bring(0.0, 200.0).await?;
        for vision in ["protanopia", "deuteranopia", "tritanopia", "achromatopsia"] {
            session.set_vision(Some(vision)).await?;
            compare(&format!("{chart}-{vision}"), &Chart::new(&session, chart).screenshot().await?)?;
        }
    }
    Ok(())
}

in_browsers!(pictures_take_the_colours_of_the_system: Chromium);
async fn pictures_take_the_colours_of_the_system(browser: Browser) -> Result<()> {
    let site = site()?;
    for (name, dark) in [("day", false), ("night", true)] {
        let options = Options { width: 560, height: 1000, dark, forced_colors: true, ..Options::default() };
        let session = site.open(browser, options).await?;
        for kind in ["attacks", "proceeds"] {
            let chart = Chart::new(&session, kind);
            chart.bring(0.0, 200.0).await?;
            compare(&format!("{kind}-forced-{name}"), &chart.screenshot().await?)?;
        }
    }
    Ok(())
}

in_browsers!(static_pictures_have_a_ground_of_their_own);
/// Every pixel is opaque, so a dark article or feed reader behind it does not show.
async fn static_pictures_have_a_ground_of_their_own(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_early(browser, Options::default()).await?;
    let script = "const [file, size] = arguments, image = new Image();
        image.src = file;
        await image.decode();
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width: image.naturalWidth * size, height: image.naturalHeight * size });
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        return [data.slice(0, 3).join(), data.every((value, at) => at % 4 < 3 || value === 255)]";
    for kind in ChartKind::ALL {
        for (theme, ground) in [("light", "255,255,255"), ("dark", "20,22,26")] {
            for (width, size) in [(360, 1), (720, 2), (1200, 1)] {
                let file = format!("static/{}.en.{width}.{theme}.svg", kind.id());
                let seen = session.eval_async(script, [file.as_str().into(), size.into()]).await?;
                ensure!(seen == json!([ground, true]), "{file}: {seen}");
            }
        }
    }
    Ok(())
}

in_browsers!(a_chart_zoomed_to_400_percent_is_whole: Chromium, Firefox);
async fn a_chart_zoomed_to_400_percent_is_whole(browser: Browser) -> Result<()> {
    let site = site()?;
    // A window of 1280 pixels, high enough for the whole chart. Firefox sets its text in another way.
    let session = site.open(browser, Options { width: 320, height: 600, dpr: 4.0, ..Options::default() }).await?;
    let chart = Chart::new(&session, "attacks");
    chart.bring(0.0, 200.0).await?;
    compare("attacks-zoomed", &chart.screenshot().await?)
}
