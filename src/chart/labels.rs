//! Words in a picture: where they go, and what makes room for them.

use super::context::LayoutContext;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, DatumRef, Mark, Scene, Shape, Text};
use crate::text::{Weight, wrap};
use crate::theme::{LABEL_SIZE, NOTE_SIZE};

/// Says that a figure has no data.
pub(super) fn place_notice(scene: &mut Scene, context: &LayoutContext) {
    const LINE: f64 = 20.0;
    const SPACE: f64 = 32.0;
    let words = context.figure.nothing(context.locale);
    let mut baseline = SPACE;
    for line in wrap(words, context.width, LABEL_SIZE, Weight::Regular, context.text) {
        let at = Point::new(context.width / 2.0, baseline);
        scene.push(Shape::Text(context.label(line, at, Anchor::Middle)));
        baseline += LINE;
    }
    scene.height = baseline + SPACE - LINE;
}

/// Distance from one line of a note to the next.
pub(super) const NOTE_LINE: f64 = 16.0;

/// Sets a note at the left edge, below `baseline`, on as many lines as it needs; returns the baseline of the last.
pub(super) fn place_note(scene: &mut Scene, context: &LayoutContext, words: &str, mut baseline: f64) -> f64 {
    for line in wrap(words, context.width, NOTE_SIZE, Weight::Regular, context.text) {
        baseline += NOTE_LINE;
        let at = Point::new(0.0, baseline);
        let color = context.theme.muted;
        let text = context.text_of(line, at, Anchor::Start, NOTE_SIZE, Weight::Regular, color);
        scene.push(Shape::Text(text));
    }
    baseline
}

/// Adds labels in a row if each has its room, or none: a figure here and there would read as a choice.
pub(super) fn push_if_all_fit(scene: &mut Scene, context: &LayoutContext, labels: Vec<Text>, room: f64) {
    const GAP: f64 = 2.0;
    if labels.iter().any(|label| label.width + GAP > room) {
        return;
    }
    let taken: Vec<Rect> = texts(scene).map(Text::bounds).collect();
    for mut label in labels {
        // Over a symbol a figure would be unread: it moves above all that are in its way.
        while let Some(y) = symbol_over(scene, &label.bounds()) {
            label.at.y = y - label.size / 2.0;
        }
        // A column as high as the axis would set its label into the axis' own.
        if !taken.iter().any(|bounds| bounds.overlaps(&label.bounds())) {
            open_grid(scene, context, label.bounds().grown(2.0));
            scene.push(Shape::Text(label));
        }
    }
}

/// Upper edge of a symbol that lies over a rectangle.
fn symbol_over(scene: &Scene, room: &Rect) -> Option<f64> {
    for mark in &scene.marks {
        let bounds = mark.shape.bounds();
        if matches!(mark.shape, Shape::Symbol { .. }) && bounds.overlaps(room) {
            return Some(bounds.y);
        }
    }
    None
}

/// Takes the grid lines out of a rectangle, so that none strikes a figure through. Covering them would show on any ground
/// but our own.
pub(super) fn open_grid(scene: &mut Scene, context: &LayoutContext, gap: Rect) {
    for at in 0..scene.marks.len() {
        let Shape::Line { from, to, color, width } = &mut scene.marks[at].shape else { continue };
        let inside = from.y == to.y && from.y > gap.y && from.y < gap.bottom() && from.x < gap.x && to.x > gap.right();
        if inside && *color == context.theme.grid {
            let rest = Shape::Line { from: Point::new(gap.right(), from.y), to: *to, color: *color, width: *width };
            to.x = gap.x;
            // In the place of its line: below the columns.
            scene.marks.insert(at, Mark { shape: rest, datum: None });
        }
    }
}

/// Adds labels one after the other, leaving out each that comes nearer than `gap` to one added before it.
pub(super) fn push_apart(scene: &mut Scene, labels: Vec<(Option<DatumRef>, Text)>, gap: f64) {
    let mut taken: Vec<Rect> = Vec::new();
    for (datum, label) in labels {
        let bounds = label.bounds();
        if !taken.iter().any(|other| other.grown(gap).overlaps(&bounds)) {
            taken.push(bounds);
            scene.marks.push(Mark { shape: Shape::Text(label), datum });
        }
    }
}

/// Every text of a scene.
pub(super) fn texts(scene: &Scene) -> impl Iterator<Item = &Text> {
    scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(text) => Some(text),
        _ => None,
    })
}
