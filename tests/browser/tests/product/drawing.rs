//! Pixels: the canvas shows the scene, crisp, at every device pixel ratio, width and theme.

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram::geometry::Point;
use heistogram::scene::{Fill, Scene, Shape};
use heistogram::theme::{Color, DARK, LIGHT, Theme};
use heistogram_browser_tests::{Browser, Chart, Options, Session, in_browsers};
use serde_json::json;

use crate::shown::{figure, scene};
use crate::site::{dataset, site};

/// Points of marks that no later mark covers, with the fill to see there; `None` is nothing. Of an outline, these are a
/// point on its left edge and its middle, of other marks the middle.
fn points_to_see(scene: &Scene) -> Vec<(Point, Option<Fill>)> {
    let mut points = Vec::new();
    for (at, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| mark.datum.is_some()) {
        let (bounds, fill) = match mark.shape {
            Shape::Rect { rect, fill } if rect.width >= 4.0 && rect.height >= 4.0 => (rect, fill),
            // A ring is too thin for this.
            Shape::Dot { fill, .. } if !matches!(fill, Fill::Hollow(_)) => (mark.shape.bounds(), fill),
            Shape::Symbol { color, .. } => (mark.shape.bounds(), Fill::Solid(color)),
            _ => continue,
        };
        let centre = bounds.centre();
        let seen = match fill {
            Fill::Hollow(_) => vec![(Point::new(bounds.x + 0.5, centre.y), Some(fill)), (centre, None)],
            _ => vec![(centre, Some(fill))],
        };
        let later = &scene.marks[at + 1..];
        let covered = |point| later.iter().any(|later| later.shape.bounds().grown(3.0).contains(point));
        points.extend(seen.into_iter().filter(|(point, _)| !covered(*point)));
    }
    points
}

fn matches(fill: Fill, [r, g, b]: [u8; 3]) -> bool {
    let between = |a: u8, b: u8, seen: u8| seen >= a.min(b).saturating_sub(2) && seen <= a.max(b).saturating_add(2);
    let (Color(r1, g1, b1), Color(r2, g2, b2)) = match fill {
        Fill::Solid(color) => (color, color),
        Fill::Hatched { stripe, tint } => (stripe, tint),
        Fill::Hollow(color) => (color, color),
    };
    between(r1, r2, r) && between(g1, g2, g) && between(b1, b2, b)
}

/// Compares the canvas of every chart with its scene.
async fn check_drawing(session: &Session, dpr: f64, theme: &Theme) -> Result<()> {
    let dataset = dataset()?;
    for kind in ChartKind::ALL {
        let scene = scene(session, &figure(kind, &dataset), &dataset, theme).await?;
        let chart = Chart::new(session, kind.id());
        let pixels = (scene.height * dpr).round();
        let expected = json!([(scene.width * dpr).round(), pixels, (pixels / dpr).round()]);
        assert_eq!(
            chart.eval("return [canvas.width, canvas.height, canvas.offsetHeight]", []).await?,
            json!(expected.as_array().map(|all| {
                all.iter().map(|number| number.as_f64().unwrap_or_default() as u64).collect::<Vec<_>>()
            })),
            "{kind:?}"
        );
        let looked_at = points_to_see(&scene);
        assert!(looked_at.len() >= 4, "{kind:?}: {} points to look at", looked_at.len());
        let points: Vec<[f64; 2]> =
            looked_at.iter().map(|(point, _)| [(point.x * dpr).floor(), (point.y * dpr).floor()]).collect();
        let colours = "const context = canvas.getContext('2d');
            return arguments[0].map(([x, y]) => [...context.getImageData(x, y, 1, 1).data])";
        let pixels = chart.eval(colours, [json!(points)]).await?;
        for ((point, fill), pixel) in looked_at.iter().zip(pixels.as_array().context("no pixels")?) {
            let channel = |index: usize| pixel[index].as_u64().unwrap_or_default() as u8;
            let seen = [channel(0), channel(1), channel(2)];
            let as_drawn = match fill {
                Some(fill) => channel(3) == 255 && matches(*fill, seen),
                None => channel(3) == 0,
            };
            assert!(as_drawn, "{kind:?} at {point:?}, ratio {dpr}: {seen:?} is not {fill:?}");
        }
    }
    Ok(())
}

in_browsers!(marks_have_their_colours_at_every_device_pixel_ratio);
async fn marks_have_their_colours_at_every_device_pixel_ratio(browser: Browser) -> Result<()> {
    let site = site()?;
    for dpr in [1.0, 2.0] {
        let session = site.open(browser, Options { width: 1000, height: 700, dpr, ..Options::default() }).await?;
        check_drawing(&session, dpr, &LIGHT).await?;
    }
    Ok(())
}

in_browsers!(marks_follow_width_ratio_and_theme);
async fn marks_follow_width_ratio_and_theme(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = site.open(browser, Options { width: 1000, height: 700, ..Options::default() }).await?;
    session.resize(360, 700).await?;
    session.next_paint().await?;
    check_drawing(&session, 1.0, &LIGHT).await?;
    if browser == Browser::WebKit {
        // It cannot change ratio and colours while it runs; other tests start it with them.
        return Ok(());
    }
    session.set_dpr(1.5).await?;
    session.next_paint().await?;
    check_drawing(&session, 1.5, &LIGHT).await?;
    session.set_dark(true).await?;
    session.next_paint().await?;
    session.next_paint().await?;
    check_drawing(&session, 1.5, &DARK).await?;
    Ok(())
}

in_browsers!(lines_are_crisp);
/// Grid lines are one device pixel high, not blurred over two.
async fn lines_are_crisp(browser: Browser) -> Result<()> {
    let site = site()?;
    let dataset = dataset()?;
    for dpr in [1.0, 2.0] {
        let session = site.open(browser, Options { width: 1000, height: 700, dpr, ..Options::default() }).await?;
        let scene = scene(&session, &figure(ChartKind::Proceeds, &dataset), &dataset, &LIGHT).await?;
        let grid = scene.marks.iter().find_map(|mark| match mark.shape {
            Shape::Line { from, to, color, .. } if from.y == to.y && color == LIGHT.grid => Some(from),
            _ => None,
        });
        let y = grid.context("there is no grid")?.y;
        let painted = "const column = canvas.getContext('2d').getImageData(canvas.width - 1, arguments[0], 1, 9).data;
            return [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((row) => column[row * 4 + 3] > 0).length";
        let rows = Chart::new(&session, "proceeds").eval(painted, [json!((y * dpr).round() - 4.0)]).await?;
        assert_eq!(rows, json!(dpr as u32), "ratio {dpr}");
    }
    Ok(())
}
