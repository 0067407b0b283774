//! From a point to the datum it means.

use crate::geometry::{Point, Rect};
use crate::scene::{DatumRef, Panel, Reach, Scene};

/// The datum a point means, if it lies in a panel that has any.
///
/// Within a panel every point means something: a phone's reader need not find a column that is a pixel high.
pub fn hit_test(scene: &Scene, point: Point) -> Option<DatumRef> {
    let panel = scene.panels.iter().find(|panel| panel.area.contains(point))?;
    let mut nearest: Option<(DatumRef, (f64, f64))> = None;
    // From the top down, so that of two marks equally near the upper one wins.
    for mark in scene.marks.iter().rev() {
        let Some(datum) = mark.datum else { continue };
        let bounds = mark.shape.bounds();
        if !in_panel(panel, &bounds) {
            continue;
        }
        let distance = distance(panel.reach, &bounds, point);
        if nearest.is_none_or(|(_, least)| distance < least) {
            nearest = Some((datum, distance));
        }
    }
    nearest.map(|(datum, _)| datum)
}

fn in_panel(panel: &Panel, bounds: &Rect) -> bool {
    panel.area.contains(bounds.centre())
}

/// Compared first by the first part, then by the second.
fn distance(reach: Reach, bounds: &Rect, point: Point) -> (f64, f64) {
    let (x, y) = (bounds.distance_x(point), bounds.distance_y(point));
    match reach {
        Reach::Columns => (x, y),
        Reach::Rows => (y, x),
    }
}
