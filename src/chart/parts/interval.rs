//! Intervals: a line with end caps, from the lowest to the highest estimate.

use crate::chart::context::LayoutContext;
use crate::geometry::Point;
use crate::scene::{DatumRef, Mark, Scene, Shape};

/// Half the length of an end cap in CSS pixels: the most, and the least for short intervals.
const HALF_END: f64 = 4.0;
const HALF_END_OF_SHORT: f64 = 1.5;

/// Places a vertical or horizontal interval, legible on columns and on the ground. Its end caps are at most `room` CSS
/// pixels long.
pub(in crate::chart) fn place(
    scene: &mut Scene,
    context: &LayoutContext,
    datum: Option<DatumRef>,
    (from, to): (Point, Point),
    room: f64,
) {
    let length = (to.x - from.x).abs().max((to.y - from.y).abs());
    let half = (length / 2.0).clamp(HALF_END_OF_SHORT, HALF_END).min(room / 2.0);
    let (dx, dy) = if from.x == to.x { (half, 0.0) } else { (0.0, half) };
    let end = |at: Point| (Point::new(at.x - dx, at.y - dy), Point::new(at.x + dx, at.y + dy));
    let strokes = [(from, to), end(from), end(to)];
    for (color, width) in [(context.theme.ground, 3.0), (context.theme.ink, 1.0)] {
        for (from, to) in strokes {
            scene.marks.push(Mark { shape: Shape::Line { from, to, color, width }, datum });
        }
    }
}
