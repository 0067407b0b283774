//! Placement of text in a chart: notices, notes and labels that do not overlap.

use super::context::LayoutContext;
use crate::aggregate::Filter;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, DatumRef, Mark, Scene, Shape, Text};
use crate::text::{Weight, wrap};
use crate::theme::{LABEL_SIZE, NOTE_SIZE};

/// Places the notice that a figure has no data. For a selection it is a dash: the sentence of the chart, or of the page
/// around it, says so in words.
pub(super) fn place_notice(scene: &mut Scene, context: &LayoutContext) {
    const LINE: f64 = 20.0;
    const SPACE: f64 = 32.0;
    let words = match context.figure.filter == Filter::default() {
        true => context.figure.nothing(context.locale),
        false => context.locale.messages().no_figure,
    };
    let mut baseline = SPACE;
    for line in wrap(words, context.width, LABEL_SIZE, Weight::Regular, context.text) {
        let at = Point::new(context.width / 2.0, baseline);
        scene.push(Shape::Text(context.label(line, at, Anchor::Middle)));
        baseline += LINE;
    }
    scene.height = baseline + SPACE - LINE;
}

/// Line height of a note, in CSS pixels.
pub(super) const NOTE_LINE: f64 = 16.0;

/// Places a note at the left edge, below `baseline`, on as many lines as it needs. Returns the baseline of the last.
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

/// Adds labels in a row, given from left to right, if they fit side by side, or none of them: some alone would look like
/// a selection. Labels give way to their neighbour on the right. Returns whether they fit.
pub(super) fn push_if_all_fit(scene: &mut Scene, context: &LayoutContext, mut labels: Vec<Text>) -> bool {
    const GAP: f64 = 2.0;
    const FURTHEST: f64 = 4.0;
    let mut end = context.width;
    for label in labels.iter_mut().rev() {
        let over = (label.bounds().right() - end).max(0.0);
        label.at.x -= over;
        if over > FURTHEST || label.bounds().x < 0.0 {
            return false;
        }
        end = label.bounds().x - GAP;
    }
    let taken: Vec<Rect> = texts(scene).map(Text::bounds).collect();
    for label in labels {
        // The label of a column as high as the axis could overlap a label of the axis.
        if !taken.iter().any(|bounds| bounds.overlaps(&label.bounds())) {
            open_grid(scene, context, label.bounds().grown(2.0));
            scene.push(Shape::Text(label));
        }
    }
    true
}

/// Cuts the grid lines at a rectangle, so that none strikes a figure through. A cover in the theme's ground would show
/// on pages with another background.
pub(super) fn open_grid(scene: &mut Scene, context: &LayoutContext, gap: Rect) {
    for index in 0..scene.marks.len() {
        let Shape::Line { from, to, color, width } = &mut scene.marks[index].shape else { continue };
        let inside = from.y == to.y && from.y > gap.y && from.y < gap.bottom() && from.x < gap.x && to.x > gap.right();
        if inside && *color == context.theme.grid {
            let rest = Shape::Line { from: Point::new(gap.right(), from.y), to: *to, color: *color, width: *width };
            to.x = gap.x;
            // Next to its other half in painting order, so below the columns.
            scene.marks.insert(index, Mark { shape: rest, datum: None });
        }
    }
}

/// Adds labels in order and leaves out each that is nearer than `gap` CSS pixels to one added before it.
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
