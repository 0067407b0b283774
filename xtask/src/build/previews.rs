//! Link previews of the incidents: victim, amount, date and who says so, above all thefts by date and amount.

use std::{sync::Mutex, thread};

use anyhow::Result;
use heistogram::{
    data::{Dataset, Date, Incident},
    geometry::{Point, Rect},
    locale::{Locale, fill},
    paint,
    scene::{Anchor, Fill, Mark, Scene, Shape, Symbol, Text},
    text::{BuiltInMetrics, MeasureText, Weight, wrap},
    theme::{Color, LIGHT},
};

use super::{
    dist::Dist,
    joined,
    page::incident::standing,
    posters::{Press, SIZE},
};

/// Width of the scene in CSS pixels; the file is larger.
const WIDTH: f64 = 800.0;
const HEIGHT: f64 = WIDTH * SIZE.1 as f64 / SIZE.0 as f64;
const MARGIN: f64 = 40.0;
/// Height of the bars below the words.
const BARS: f64 = 96.0;
/// The colour of what stands out, as on the page.
const ACCENT: Color = Color(0xb3, 0x26, 0x1e);

/// Path of an incident's preview in `dist/`.
pub fn path(incident: &Incident, locale: Locale) -> String {
    format!("{FOLDER}{}.{}.png", incident.id(), locale.tag())
}

/// The folder of these previews. Snapshots leave it out.
pub const FOLDER: &str = "static/i/";

/// Draws the preview of every incident in a language, on all cores.
pub fn add(press: &Press, dataset: &Dataset, locale: Locale, dist: &mut Dist) -> Result<()> {
    let next = Mutex::new(dataset.incidents.iter().enumerate());
    let draw = || {
        let mut drawn = Vec::new();
        // The lock is held for a step of the iterator only.
        while let Some((index, incident)) = next.lock().ok().and_then(|mut next| next.next()) {
            let svg = paint::enlarged_svg(&scene(index, dataset, locale), f64::from(SIZE.0) / WIDTH);
            drawn.push((path(incident, locale), press.png(&svg)?));
        }
        Ok(drawn)
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let shares: Result<Vec<Vec<_>>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(draw)).collect();
        threads.into_iter().map(joined).collect()
    });
    for (path, png) in shares?.into_iter().flatten() {
        dist.add(&path, png)?;
    }
    Ok(())
}

/// Words above, and below them every theft as a bar at its date, this one in colour.
fn scene(index: usize, dataset: &Dataset, locale: Locale) -> Scene {
    let (incident, words, messages) = (&dataset.incidents[index], locale.page(), locale.messages());
    let mut page = Page { scene: Scene::new(WIDTH), top: MARGIN };
    page.scene.height = HEIGHT;
    let ground = Rect::new(0.0, 0.0, WIDTH, HEIGHT);
    page.scene.marks.push(Mark { shape: Shape::Rect { rect: ground, fill: Fill::Solid(LIGHT.ground) }, datum: None });
    page.write(words.incident_kicker, 1, 18.0, Weight::Bold, ACCENT);
    page.top += 4.0;
    page.write(&locale.called_in_full(incident), 2, 32.0, Weight::Bold, LIGHT.ink);
    page.top += 4.0;
    let (amount, range) = amount(incident, locale);
    page.write(&amount, 1, 48.0, Weight::Bold, LIGHT.ink);
    let when = locale.date(incident.date);
    let line = range.iter().map(String::as_str).chain([&*when]).collect::<Vec<_>>().join(messages.list_separator);
    page.write(&line, 1, 18.0, Weight::Regular, LIGHT.ink);
    page.write(&standing(incident, locale).join(messages.stop), 2, 18.0, Weight::Regular, LIGHT.ink);
    bars(&mut page.scene, index, dataset);
    page.top = HEIGHT - MARGIN - 10.0;
    page.write(words.credit, 1, 13.0, Weight::Regular, LIGHT.muted);
    page.scene
}

/// The amount, short, and its range if it has one.
fn amount(incident: &Incident, locale: Locale) -> (String, Option<String>) {
    let messages = locale.messages();
    match &incident.stolen_usd {
        None => (messages.amount_not_known.to_owned(), None),
        Some(usd) if usd.high == 0.0 => (messages.nothing_taken.to_owned(), None),
        Some(usd) => {
            let (low, high) = (locale.usd_short(usd.low), locale.usd_short(usd.high));
            let range = (low != high).then(|| fill(messages.key_range, &[("low", &low), ("high", &high)]));
            (locale.usd_short(usd.best), range)
        }
    }
}

/// A scene that fills from the top.
struct Page {
    scene: Scene,
    top: f64,
}

impl Page {
    /// Writes a text on a number of lines; one that is longer ends in an ellipsis.
    fn write(&mut self, text: &str, lines: usize, size: f64, weight: Weight, color: Color) {
        let room = WIDTH - 2.0 * MARGIN;
        let mut wrapped = wrap(text, room, size, weight, &BuiltInMetrics);
        if wrapped.len() > lines {
            wrapped.truncate(lines);
            if let Some(last) = wrapped.last_mut() {
                last.push('…');
            }
        }
        for content in wrapped {
            let width = BuiltInMetrics.width(&content, size, weight);
            let at = Point::new(MARGIN, self.top + size);
            let text = Text { content, at, anchor: Anchor::Start, size, weight, color, width };
            self.scene.push(Shape::Text(text));
            self.top += (size * 1.3).round();
        }
    }
}

/// Bars in proportion to the best estimates. What has no amount has no bar; a triangle points at the incident itself.
fn bars(scene: &mut Scene, index: usize, dataset: &Dataset) {
    let counted = || dataset.incidents.iter().filter(|incident| incident.counted);
    let own = &dataset.incidents[index];
    let best = |incident: &Incident| incident.stolen_usd.map_or(0.0, |usd| usd.best);
    let largest = counted().map(best).fold(best(own), f64::max).max(1.0);
    let first = dataset.incidents.iter().map(|incident| incident.date.year()).min().unwrap_or_default();
    let start = Date::new(first, 1, 1).map_or(0.0, |day| day.to_days() as f64);
    let days = (dataset.as_of.to_days() as f64 - start).max(1.0);
    let base = HEIGHT - MARGIN - 24.0;
    let mut bar = |incident: &Incident, width: f64, color: Color| {
        let x = MARGIN + (incident.date.middle_days() - start) / days * (WIDTH - 2.0 * MARGIN);
        let height = (best(incident) / largest * BARS).max(if best(incident) > 0.0 { 1.0 } else { 0.0 });
        let rect = Rect::new(x - width / 2.0, base - height, width, height);
        if height > 0.0 {
            scene.push(Shape::Rect { rect, fill: Fill::Solid(color) });
        }
        Point::new(x, base - height)
    };
    for incident in counted() {
        bar(incident, 3.0, LIGHT.faded);
    }
    let tip = bar(own, 4.0, ACCENT);
    let centre = Point::new(tip.x, tip.y - 9.0);
    scene.push(Shape::Symbol { centre, radius: 6.0, symbol: Symbol::Down, color: ACCENT });
    let (from, to) = (Point::new(MARGIN, base), Point::new(WIDTH - MARGIN, base));
    scene.push(Shape::Line { from, to, color: LIGHT.muted, width: 1.0 });
}

#[cfg(test)]
mod tests {
    use heistogram::locale;

    use super::*;
    use crate::build::data;

    /// In every language, for every incident of the data that ships.
    #[test]
    fn words_and_bars_of_a_preview_do_not_meet() {
        let dataset = data::parse(include_str!("../../../www/data/dataset.json")).unwrap();
        for locale in locale::ALL {
            for (index, incident) in dataset.incidents.iter().enumerate() {
                let scene = scene(index, &dataset, *locale);
                let texts = scene.marks.iter().filter_map(|mark| match &mark.shape {
                    Shape::Text(text) => Some(text.bounds()),
                    _ => None,
                });
                let texts: Vec<Rect> = texts.collect();
                let tip = scene.marks.iter().find_map(|mark| match mark.shape {
                    Shape::Symbol { centre, radius, .. } => Some((centre.x, centre.y - radius)),
                    _ => None,
                });
                let (x, tip) = tip.unwrap();
                let what = format!("{} {}", incident.id(), locale.tag());
                assert!((MARGIN..=WIDTH - MARGIN).contains(&x), "{what}: {x}");
                for text in &texts[..texts.len() - 1] {
                    assert!(text.bottom() <= tip || text.right() < x - 6.0 || text.x > x + 6.0, "{what}: {text:?}");
                    assert!(text.right() <= WIDTH, "{what}: {text:?}");
                }
                assert!(texts.last().unwrap().bottom() < HEIGHT, "{what}");
            }
        }
    }
}
