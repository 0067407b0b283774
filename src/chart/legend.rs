//! Legends: swatches with their words.

use super::{LayoutContext, dots, interval};
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Choice, Fill, Scene, Shape};
use crate::theme::LABEL_SIZE;

/// What stands before the words.
pub(super) enum Swatch {
    /// A small filled square.
    Fill(Fill),
    /// A dot.
    Dot(Fill),
    /// A dot of a disputed attribution.
    Struck(Fill),
    /// An upright and a level line.
    Upright,
    Level,
    /// The line of an interval.
    Interval,
}

/// A swatch and what it means.
pub(super) struct Entry {
    pub swatch: Swatch,
    pub words: &'static str,
    /// Key and value of the state that choosing it sets.
    pub choice: Option<(&'static str, &'static str)>,
}

const SWATCH: f64 = 12.0;
/// Radius of a dot.
const DOT: f64 = 4.5;
const SWATCH_GAP: f64 = 6.0;
const ENTRY_GAP: f64 = 16.0;
/// Distance from one line of a legend to the next.
pub(super) const LINE: f64 = 20.0;

/// What official evidence is in links and attributes, and what all other.
pub(super) const OFFICIAL: (&str, &str) = ("evidence", "government,un-panel");
pub(super) const OTHER: (&str, &str) = ("evidence", "firm,single-source");

/// Width of the widest entry.
pub(super) fn width(entries: &[Entry], context: &LayoutContext) -> f64 {
    entries.iter().map(|entry| entry_width(entry, context)).fold(0.0, f64::max)
}

fn entry_width(entry: &Entry, context: &LayoutContext) -> f64 {
    SWATCH + SWATCH_GAP + context.label_width(entry.words)
}

/// Sets the entries side by side, on as many lines as the width needs; returns the height used.
pub(super) fn place_in_lines(scene: &mut Scene, context: &LayoutContext, entries: &[Entry], top: f64) -> f64 {
    let mut at = Point::new(0.0, top);
    for entry in entries {
        let entry_width = entry_width(entry, context);
        if at.x > 0.0 && at.x + entry_width > context.width {
            at = Point::new(0.0, at.y + LINE);
        }
        place_entry(scene, context, entry, at);
        at.x += entry_width + ENTRY_GAP;
    }
    at.y + LINE - top
}

/// Sets the entries below each other.
pub(super) fn place_in_column(scene: &mut Scene, context: &LayoutContext, entries: &[Entry], mut at: Point) {
    for entry in entries {
        place_entry(scene, context, entry, at);
        at.y += LINE;
    }
}

fn place_entry(scene: &mut Scene, context: &LayoutContext, entry: &Entry, at: Point) {
    let box_top = at.y + (LINE - SWATCH) / 2.0;
    let swatch = Rect::new(at.x, box_top, SWATCH, SWATCH);
    match entry.swatch {
        Swatch::Fill(fill) => scene.push(Shape::Rect { rect: swatch, fill }),
        Swatch::Interval => {
            let x = swatch.centre().x;
            let ends = (Point::new(x, swatch.y), Point::new(x, swatch.bottom()));
            interval::place(scene, context, None, ends, SWATCH);
        }
        Swatch::Dot(fill) => dots::place(scene, context, None, (swatch.centre(), DOT, fill), false),
        Swatch::Struck(fill) => dots::place(scene, context, None, (swatch.centre(), DOT, fill), true),
        Swatch::Upright => {
            let x = swatch.centre().x;
            place_line(scene, context, Point::new(x, swatch.y), Point::new(x, swatch.bottom()));
        }
        Swatch::Level => {
            let y = swatch.centre().y;
            place_line(scene, context, Point::new(swatch.x, y), Point::new(swatch.right(), y));
        }
    }
    if let Some((key, value)) = entry.choice {
        let area = Rect::new(at.x, at.y, entry_width(entry, context), LINE);
        scene.choices.push(Choice { area, key, value });
    }
    let baseline = at.y + LINE / 2.0 + LABEL_SIZE * 0.35;
    let words_at = Point::new(swatch.right() + SWATCH_GAP, baseline);
    scene.push(Shape::Text(context.label(entry.words, words_at, Anchor::Start)));
}

fn place_line(scene: &mut Scene, context: &LayoutContext, from: Point, to: Point) {
    scene.push(Shape::Line { from, to, color: context.theme.muted, width: 1.0 });
}

/// The two fills every chart tells evidence apart by.
pub(super) fn evidence_entries(context: &LayoutContext) -> Vec<Entry> {
    let color = context.theme.plain;
    vec![
        Entry {
            swatch: Swatch::Fill(Fill::Solid(color)),
            words: context.locale.messages.official,
            choice: Some(OFFICIAL),
        },
        Entry {
            swatch: Swatch::Fill(context.hatched(color)),
            words: context.locale.messages.other,
            choice: Some(OTHER),
        },
    ]
}
