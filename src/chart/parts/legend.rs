//! Legends: swatches with their words.

use super::{arrow, dots, interval};
use crate::chart::context::LayoutContext;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Choice, Fill, Scene, Shape, Symbol};
use crate::text::{Weight, fit, wrap};
use crate::theme::{Color, LABEL_SIZE, NOTE_SIZE};

/// The sample before the words of an entry.
pub(in crate::chart) enum Swatch {
    /// A small filled square.
    Fill(Fill),
    /// A dot.
    Dot(Fill),
    /// A dot of a disputed attribution.
    Struck(Fill),
    /// A dot of an incident in no count.
    LeftOut(Color),
    /// A vertical and a horizontal line.
    Upright,
    Level,
    /// An interval with its end caps.
    Interval,
    /// An arrow from left to right.
    Arrow,
    /// A horizontal line in the style of a line chart.
    Line(Color),
    /// The symbol of an estimator.
    Symbol(Symbol),
}

/// A swatch and its meaning.
pub(in crate::chart) struct Entry<'a> {
    pub swatch: Swatch,
    pub words: &'a str,
    /// Key and value of the state that the entry selects.
    pub choice: Option<(&'static str, &'static str)>,
    /// Whether nothing of it is selected.
    pub faded: bool,
}

impl<'a> Entry<'a> {
    /// An entry that selects nothing.
    pub fn plain(swatch: Swatch, words: &'a str) -> Entry<'a> {
        Entry { swatch, words, choice: None, faded: false }
    }
}

const SWATCH: f64 = 12.0;
/// Radius of a dot, in CSS pixels.
const DOT: f64 = 4.5;
const SWATCH_GAP: f64 = 6.0;
const ENTRY_GAP: f64 = 16.0;
/// Line height of a legend, in CSS pixels: enough for a finger.
pub(in crate::chart) const LINE: f64 = 24.0;

/// Line height of a legend whose entries select nothing.
const CLOSE_LINE: f64 = 18.0;

/// Key and value of official and of other evidence in links and attributes.
pub(in crate::chart) const OFFICIAL: (&str, &str) = ("evidence", "government,un-panel");
pub(in crate::chart) const OTHER: (&str, &str) = ("evidence", "firm,single-source");

/// Width of the widest entry, in CSS pixels.
pub(in crate::chart) fn width(entries: &[Entry], context: &LayoutContext) -> f64 {
    entries.iter().map(|entry| entry_width(entry, context)).fold(0.0, f64::max)
}

pub(in crate::chart) fn entry_width(entry: &Entry, context: &LayoutContext) -> f64 {
    SWATCH + SWATCH_GAP + context.label_width(entry.words)
}

/// Places the entries side by side, on as many lines as they need. Returns the height used.
pub(in crate::chart) fn place_in_lines(scene: &mut Scene, context: &LayoutContext, entries: &[Entry], top: f64) -> f64 {
    let mut at = Point::new(0.0, top);
    let line = if entries.iter().any(|entry| entry.choice.is_some()) { LINE } else { CLOSE_LINE };
    for entry in entries {
        let entry_width = entry_width(entry, context);
        if at.x > 0.0 && at.x + entry_width > context.width {
            at = Point::new(0.0, at.y + line);
        }
        // An entry wider than the chart wraps onto more lines.
        at.y += place_entry(scene, context, entry, at);
        at.x += entry_width + ENTRY_GAP;
    }
    at.y + LINE - top
}

/// Places the entries below each other.
pub(in crate::chart) fn place_in_column(scene: &mut Scene, context: &LayoutContext, entries: &[Entry], mut at: Point) {
    for entry in entries {
        place_entry(scene, context, entry, at);
        at.y += LINE;
    }
}

/// Places an entry, its words on as many lines as they need. Returns the height used beyond the first.
fn place_entry(scene: &mut Scene, context: &LayoutContext, entry: &Entry, at: Point) -> f64 {
    const NEXT_LINE: f64 = 15.0;
    place_swatch(scene, context, entry, at);
    let mut words_at = Point::new(at.x + SWATCH + SWATCH_GAP, at.y + LINE / 2.0 + LABEL_SIZE * 0.35);
    // A tolerance, so that rounding does not wrap words whose room is their own width.
    let room = context.width - words_at.x + 0.01;
    let mut area = Rect::new(at.x, at.y, 0.0, LINE - NEXT_LINE);
    for line in wrap(entry.words, room, LABEL_SIZE, Weight::Regular, context.text) {
        let mut text = context.label(line, words_at, Anchor::Start);
        if entry.faded {
            text.color = context.theme.muted;
        }
        area.width = area.width.max(words_at.x + text.width - at.x);
        area.height += NEXT_LINE;
        words_at.y += NEXT_LINE;
        scene.push(Shape::Text(text));
    }
    if let Some((key, value)) = entry.choice {
        scene.choices.push(Choice { area, key, value, words: entry.words.into() });
    }
    area.height - LINE
}

/// Places a muted line under the words of an entry. Returns the height used.
pub(in crate::chart) fn place_note(scene: &mut Scene, context: &LayoutContext, words: &str, at: Point) -> f64 {
    let at = Point::new(at.x + SWATCH + SWATCH_GAP, at.y + NOTE_SIZE - 1.0);
    let room = context.width - at.x;
    let words = fit(words, room, NOTE_SIZE, Weight::Regular, context.text);
    if !words.is_empty() {
        let text = context.text_of(words, at, Anchor::Start, NOTE_SIZE, Weight::Regular, context.theme.muted);
        scene.push(Shape::Text(text));
    }
    NOTE_SIZE + 9.0
}

fn place_swatch(scene: &mut Scene, context: &LayoutContext, entry: &Entry, at: Point) {
    let swatch = Rect::new(at.x, at.y + (LINE - SWATCH) / 2.0, SWATCH, SWATCH);
    let centre = swatch.centre();
    match entry.swatch {
        Swatch::Fill(fill) => scene.push(Shape::Rect { rect: swatch, fill: faded_fill(entry, fill, context) }),
        Swatch::Interval => {
            let ends = (Point::new(centre.x, swatch.y), Point::new(centre.x, swatch.bottom()));
            interval::place(scene, context, None, ends, SWATCH);
        }
        Swatch::Dot(fill) => dots::place(scene, context, None, (centre, DOT, faded_fill(entry, fill, context)), false),
        Swatch::Struck(fill) => dots::place(scene, context, None, (centre, DOT, fill), true),
        Swatch::LeftOut(color) => {
            dots::place(scene, context, None, (centre, DOT, Fill::Hollow(color)), false);
            dots::leave_out(scene, None, (centre, DOT, color));
        }
        Swatch::Upright => {
            place_line(scene, context, Point::new(centre.x, swatch.y), Point::new(centre.x, swatch.bottom()));
        }
        Swatch::Level => {
            place_line(scene, context, Point::new(swatch.x, centre.y), Point::new(swatch.right(), centre.y));
        }
        Swatch::Arrow => {
            let ends = (Point::new(swatch.x, centre.y), Point::new(swatch.right(), centre.y));
            arrow::place(scene, context, None, ends);
        }
        Swatch::Line(color) => {
            let (from, to) = (Point::new(swatch.x, centre.y), Point::new(swatch.right(), centre.y));
            scene.push(Shape::Line { from, to, color, width: 2.0 });
        }
        Swatch::Symbol(symbol) => {
            scene.push(Shape::Symbol { centre, radius: Symbol::RADIUS, symbol, color: context.theme.ink });
        }
    }
}

fn faded_fill(entry: &Entry, fill: Fill, context: &LayoutContext) -> Fill {
    if entry.faded { Fill::Solid(context.theme.faded) } else { fill }
}

fn place_line(scene: &mut Scene, context: &LayoutContext, from: Point, to: Point) {
    scene.push(Shape::Line { from, to, color: context.theme.muted, width: 1.0 });
}

/// Legend entries of the fills for official and other evidence and, if anything is faded, of the faded colour.
pub(in crate::chart) fn evidence_entries(context: &LayoutContext) -> Vec<Entry<'static>> {
    let color = context.theme.plain;
    let messages = context.locale.messages();
    let chosen = &context.figure.filter.evidence;
    let entry = |fill, words: &'static str, official, choice| Entry {
        swatch: Swatch::Fill(fill),
        words,
        choice: Some(choice),
        faded: !chosen.is_empty() && chosen.iter().all(|level| level.is_official() != official),
    };
    let mut entries = vec![
        entry(Fill::Solid(color), messages.official, true, OFFICIAL),
        entry(context.hatched(color), messages.other, false, OTHER),
    ];
    if !context.figure.rest.is_empty() {
        entries.push(Entry::plain(Swatch::Fill(Fill::Solid(context.theme.faded)), messages.not_chosen));
    }
    entries
}
