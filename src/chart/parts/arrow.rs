//! Thin arrows along a line of a chart.

use crate::chart::context::LayoutContext;
use crate::geometry::Point;
use crate::scene::{DatumRef, Mark, Scene, Shape};

/// Length and half the width of the head, in CSS pixels.
const HEAD: f64 = 4.0;
const HALF_HEAD: f64 = 3.0;
/// Least length of an arrow, in CSS pixels.
pub(in crate::chart) const LEAST: f64 = 6.0;

/// Places a horizontal arrow. Its head is at `to`.
pub(in crate::chart) fn place(
    scene: &mut Scene,
    context: &LayoutContext,
    datum: Option<DatumRef>,
    (from, to): (Point, Point),
) {
    let back = to.x + HEAD * (from.x - to.x).signum();
    let head = [-HALF_HEAD, HALF_HEAD].map(|rise| (Point::new(back, to.y + rise), to));
    for (from, to) in [(from, to), head[0], head[1]] {
        let shape = Shape::Line { from, to, color: context.theme.ink, width: 1.0 };
        scene.marks.push(Mark { shape, datum });
    }
}
