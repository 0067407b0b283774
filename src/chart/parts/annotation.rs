//! Annotations above a plot: a vertical line, and a note on what changes there.

use crate::aggregate::basis_changes;
use crate::chart::context::LayoutContext;
use crate::chart::labels::texts;
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scene::{Anchor, Scene, Shape};
use crate::text::{Weight, wrap};
use crate::theme::NOTE_SIZE;

/// Words beside the upper end of a vertical line.
pub(in crate::chart) struct Note {
    x: f64,
    anchor: Anchor,
    lines: Vec<String>,
    /// Right end of the span of time that the note is about.
    to: Option<f64>,
    /// Left and right end of the words, in CSS pixels.
    span: (f64, f64),
}

/// Line height, in CSS pixels.
const LINE: f64 = 15.0;
/// Distance from the words to their line, in CSS pixels.
const GAP: f64 = 5.0;
/// A note that needs more lines than this is left out.
const MAX_LINES: usize = 2;

/// Notes on changes in the basis of attribution, from top to bottom. `x` gives the position of a year's start, if it is
/// on the axis. There are none if the filter selects levels of evidence, or if the dataset has words of its own, as these
/// are for our names of the levels.
pub(in crate::chart) fn basis_notes(context: &LayoutContext, x: &dyn Fn(i32) -> Option<f64>) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    if !context.figure.filter.evidence.is_empty() || context.dataset.labels.are_given() {
        return notes;
    }
    // The strongest evidence first, because later notes are left out if there is no room.
    for (level, year) in basis_changes(context.dataset) {
        let Some(x) = x(year) else { continue };
        let year = context.locale.year(year);
        let words = fill(context.locale.messages().none_from[level as usize], &[("year", &year)]);
        let note = note(context, x, &words);
        if note.lines.len() > MAX_LINES {
            continue;
        }
        // The line of a note passes all notes below it.
        if notes.iter().all(|above| !note.is_struck_at(above.x)) {
            notes.push(note);
        } else if notes.iter().all(|below| !below.is_struck_at(x)) {
            notes.insert(0, note);
        }
    }
    notes
}

/// Notes with these `words` at `x`, each with the end of its span of time if it has one. Where no order keeps the line of
/// one clear of the words of another, the words are returned for a place below the plot.
pub(in crate::chart) fn notes_at(
    context: &LayoutContext,
    words: Vec<(f64, Option<f64>, String)>,
) -> (Vec<Note>, Vec<String>) {
    let (mut notes, mut others): (Vec<Note>, Vec<String>) = (Vec::new(), Vec::new());
    for (x, to, words) in words {
        let note = Note { to, ..note(context, x, &words) };
        let is_clear = |at: usize| {
            notes[..at].iter().all(|above| !note.is_struck_at(above.x))
                && notes[at..].iter().all(|below| !below.is_struck_at(x))
        };
        match (0..=notes.len()).find(|at| is_clear(*at)) {
            Some(at) => notes.insert(at, note),
            None => others.push(words),
        }
    }
    (notes, others)
}

/// A note on the left of its line if it fits, else on the right, else wrapped on the side with more room.
fn note(context: &LayoutContext, x: f64, words: &str) -> Note {
    let width = |words: &str| context.text.width(words, NOTE_SIZE, Weight::Regular);
    let (left, right) = (x - GAP, context.width - x - GAP);
    let is_left = width(words) <= left || width(words) > right && left > right;
    let room = if is_left { left } else { right };
    let lines = wrap(words, room, NOTE_SIZE, Weight::Regular, context.text);
    let widest = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
    match is_left {
        true => Note { x, anchor: Anchor::End, lines, to: None, span: (left - widest, left) },
        false => Note { x, anchor: Anchor::Start, lines, to: None, span: (x + GAP, x + GAP + widest) },
    }
}

impl Note {
    fn is_struck_at(&self, x: f64) -> bool {
        x > self.span.0 - GAP && x < self.span.1 + GAP
    }
}

/// Height of the notes above a plot, in CSS pixels.
pub(in crate::chart) fn height(notes: &[Note]) -> f64 {
    notes.iter().map(|note| note.lines.len() as f64 * LINE).sum()
}

/// Places the notes from `top` down, and their lines down to `bottom`, the lower edge of the plot.
pub(in crate::chart) fn place(scene: &mut Scene, context: &LayoutContext, notes: &[Note], mut top: f64, bottom: f64) {
    let color = context.theme.muted;
    let fine = color.mixed(context.theme.ground, 0.45);
    for note in notes {
        let mut baseline = top;
        // The label of the highest tick may cross a line near the left edge. The line is then interrupted.
        let passes = |words: &Rect| words.x < note.x && words.right() > note.x && words.y >= top && words.y < bottom;
        let label = texts(scene).map(|text| text.bounds().grown(2.0)).find(passes);
        let ends = label.map_or([(top, bottom), (bottom, bottom)], |label| [(top, label.y), (label.bottom(), bottom)]);
        for (from, to) in ends.into_iter().filter(|(from, to)| from < to) {
            let (from, to) = (Point::new(note.x, from), Point::new(note.x, to));
            scene.push(Shape::Line { from, to, color: fine, width: 1.0 });
        }
        for line in &note.lines {
            baseline += LINE;
            let at = Point::new(if note.anchor == Anchor::End { note.x - GAP } else { note.x + GAP }, baseline - 4.0);
            let text = context.text_of(line.clone(), at, note.anchor, NOTE_SIZE, Weight::Regular, color);
            scene.push(Shape::Text(text));
        }
        top = baseline;
        if let Some(to) = note.to {
            let ends = (Point::new(note.x, top), Point::new(to, top));
            scene.push(Shape::Line { from: ends.0, to: ends.1, color, width: 2.0 });
        }
    }
}
