//! Hit tests: from a point to a datum.

use crate::geometry::{Point, Rect};
use crate::scene::{DatumRef, Panel, Reach, Scene, Shape};

/// Margin around a symbol among columns within which it is hit, in CSS pixels.
const TOUCH: f64 = 3.0;

/// Least height in CSS pixels at which a segment of a column is hit, so that a pointer finds it between its neighbours.
const LOWEST: f64 = 4.0;

/// The data of a crowd sorted into squares, so that a search for the nearest does not visit all of them.
pub struct CrowdIndex {
    columns: usize,
    rows: usize,
    /// Start and length of each square's range in `numbers`.
    squares: Vec<(u32, u32)>,
    /// Numbers of data, by square. Of consecutive data at the same position, only the last is kept.
    numbers: Vec<u32>,
}

/// Side of a square, in CSS pixels.
const SQUARE: f64 = 4.0;

impl CrowdIndex {
    /// Builds the index of a scene's crowd by counting sort.
    pub fn new(scene: &Scene) -> CrowdIndex {
        let side = |length: f64| (length / SQUARE) as usize + 1;
        let (columns, rows) = (side(scene.width), side(scene.height));
        let square = |(x, y): (f32, f32)| {
            let index = |px: f32, count: usize| ((f64::from(px) / SQUARE) as usize).min(count - 1);
            index(y, rows) * columns + index(x, columns)
        };
        let mut squares = vec![(0, 0); columns * rows];
        for position in &scene.crowd {
            squares[square(*position)].1 += 1;
        }
        let mut start = 0;
        for (begin, count) in &mut squares {
            *begin = start;
            start += *count;
            *count = 0;
        }
        let mut numbers = vec![0; scene.crowd.len()];
        for (number, position) in scene.crowd.iter().enumerate() {
            let (begin, count) = &mut squares[square(*position)];
            let next = (*begin + *count) as usize;
            // A datum hides the one before at the same position.
            if *count > 0 && scene.crowd[numbers[next - 1] as usize] == *position {
                numbers[next - 1] = number as u32;
            } else {
                numbers[next] = number as u32;
                *count += 1;
            }
        }
        CrowdIndex { columns, rows, squares, numbers }
    }

    /// The datum nearest to a point; of two equally near, the later one, which is on top.
    fn nearest(&self, point: Point, crowd: &[(f32, f32)]) -> Option<DatumRef> {
        let (x, y) = ((point.x / SQUARE) as usize, (point.y / SQUARE) as usize);
        let mut best: Option<(u32, f64)> = None;
        for ring in 0..self.columns.max(self.rows) {
            // Everything in this ring is at least as far away as the ring before is wide.
            let nearer = (ring as f64 - 1.0).max(0.0) * SQUARE;
            if best.is_some_and(|(_, least)| least < nearer * nearer) {
                break;
            }
            for row in y.saturating_sub(ring)..(y + ring + 1).min(self.rows) {
                let whole = row + ring == y || row == y + ring;
                let step = if whole || ring == 0 { 1 } else { 2 * ring };
                for column in (0..=2 * ring).step_by(step) {
                    let Some(column) = (x + column).checked_sub(ring).filter(|column| *column < self.columns) else {
                        continue;
                    };
                    let (begin, count) = self.squares[row * self.columns + column];
                    for number in &self.numbers[begin as usize..(begin + count) as usize] {
                        let (x, y) = crowd[*number as usize];
                        let (x, y) = (f64::from(x) - point.x, f64::from(y) - point.y);
                        let distance = x * x + y * y;
                        let is_nearer =
                            best.is_none_or(|(other, least)| distance < least || distance == least && *number > other);
                        if is_nearer {
                            best = Some((*number, distance));
                        }
                    }
                }
            }
        }
        best.map(|(number, _)| DatumRef(number))
    }

    /// The datum at a point in CSS pixels, or `None` outside of panels.
    pub fn hit(&self, scene: &Scene, point: Point) -> Option<DatumRef> {
        scene.panels.iter().find(|panel| panel.area.contains(point))?;
        self.nearest(point, &scene.crowd)
    }
}

/// The datum at a point in CSS pixels, or `None` outside of panels.
///
/// Within a panel every point hits a datum, so that a reader on a phone can hit a column one pixel high.
pub fn hit_test(scene: &Scene, point: Point) -> Option<DatumRef> {
    let panel = scene.panels.iter().find(|panel| panel.area.contains(point))?;
    let mut nearest: Option<(DatumRef, (f64, f64))> = None;
    // In reverse painting order, so that of two marks equally near, the one on top wins.
    for mark in scene.marks.iter().rev() {
        let Some(datum) = mark.datum else { continue };
        let bounds = mark.shape.bounds();
        if !in_panel(panel, &bounds) {
            continue;
        }
        let distance = match mark.shape {
            // A symbol among columns is hit only directly.
            Shape::Symbol { centre, .. } if panel.reach == Reach::Columns => {
                if !bounds.grown(TOUCH).contains(point) {
                    continue;
                }
                let (x, y) = (centre.x - point.x, centre.y - point.y);
                (-1.0, x * x + y * y)
            }
            // Less than 0 near the middle of a low segment, which thus wins over the higher ones around it. At its ends
            // are the steps of a running total.
            Shape::Rect { .. } if panel.reach == Reach::Columns && is_beside_middle(&bounds, point) => {
                (bounds.distance_x(point), bounds.distance_y(point) - (LOWEST - bounds.height).max(0.0) / 2.0)
            }
            _ => distance(panel.reach, &bounds, point),
        };
        if nearest.is_none_or(|(_, least)| distance < least) {
            nearest = Some((datum, distance));
        }
    }
    nearest.map(|(datum, _)| datum)
}

fn in_panel(panel: &Panel, bounds: &Rect) -> bool {
    panel.area.contains(bounds.centre())
}

/// Whether a point is above, in or below a mark, and not at its ends.
fn is_beside_middle(bounds: &Rect, point: Point) -> bool {
    point.x > bounds.x + 1.0 && point.x < bounds.right() - 1.0
}

/// Distance by the rule of the panel, compared lexicographically.
fn distance(reach: Reach, bounds: &Rect, point: Point) -> (f64, f64) {
    let (x, y) = (bounds.distance_x(point), bounds.distance_y(point));
    match reach {
        Reach::Columns => (x, y),
        Reach::Rows => (y, x),
        Reach::Points => {
            let centre = bounds.centre();
            let (x, y) = (centre.x - point.x, centre.y - point.y);
            // Squares have the same order as distances.
            (x * x + y * y, 0.0)
        }
        Reach::Areas => (x * x + y * y, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Fill, Symbol};
    use crate::theme::LIGHT;

    /// A low mark on the left and a high one on the right, both far from the corners of the panel.
    fn scene(reach: Reach) -> Scene {
        let mut scene = Scene::new(100.0);
        scene.panels.push(Panel { area: Rect::new(0.0, 0.0, 100.0, 100.0), reach });
        for (number, rect) in [Rect::new(10.0, 70.0, 20.0, 20.0), Rect::new(60.0, 10.0, 20.0, 20.0)].iter().enumerate()
        {
            let shape = Shape::Rect { rect: *rect, fill: Fill::Solid(LIGHT.plain) };
            scene.push_datum(DatumRef(number as u32), shape);
        }
        scene
    }

    #[test]
    fn columns_are_found_from_far_above_and_rows_from_far_aside() {
        let hit = |reach, x, y| hit_test(&scene(reach), Point::new(x, y)).map(|DatumRef(number)| number);
        assert_eq!(hit(Reach::Columns, 40.0, 15.0), Some(0));
        assert_eq!(hit(Reach::Rows, 40.0, 15.0), Some(1));
        assert_eq!(hit(Reach::Columns, 55.0, 85.0), Some(1));
        assert_eq!(hit(Reach::Rows, 55.0, 85.0), Some(0));
    }

    #[test]
    fn symbols_win_over_columns_where_they_are_and_nowhere_else() {
        let mut scene = scene(Reach::Columns);
        let (centre, radius, symbol) = (Point::new(20.0, 80.0), 4.0, Symbol::Plus);
        scene.push_datum(DatumRef(2), Shape::Symbol { centre, radius, symbol, color: LIGHT.ink });
        // A column that is drawn over it afterwards does not hide it from the pointer.
        let rect = Rect::new(10.0, 70.0, 20.0, 20.0);
        scene.push_datum(DatumRef(3), Shape::Rect { rect, fill: Fill::Solid(LIGHT.plain) });
        let hit = |x, y| hit_test(&scene, Point::new(x, y)).map(|DatumRef(number)| number);
        assert_eq!(hit(20.0, 80.0), Some(2));
        assert_eq!(hit(26.5, 80.0), Some(2));
        assert_eq!(hit(20.0, 72.0), Some(3));
        assert_eq!(hit(20.0, 5.0), Some(3));
    }

    #[test]
    fn low_segments_of_a_column_are_hit_between_high_ones() {
        let mut scene = Scene::new(100.0);
        scene.panels.push(Panel { area: Rect::new(0.0, 0.0, 100.0, 100.0), reach: Reach::Columns });
        let fill = Fill::Solid(LIGHT.plain);
        for (number, (y, height)) in [(60.3, 39.7), (60.0, 0.3), (10.0, 50.0), (9.8, 0.2)].into_iter().enumerate() {
            let rect = Rect::new(10.0, y, 20.0, height);
            scene.push_datum(DatumRef(number as u32), Shape::Rect { rect, fill });
        }
        let hit = |y| hit_test(&scene, Point::new(20.0, y)).map(|DatumRef(number)| number);
        let expected = [(63.0, 0), (61.5, 1), (60.1, 1), (59.0, 1), (57.0, 2), (12.0, 2), (11.0, 3), (2.0, 3)];
        assert_eq!(expected.map(|(y, _)| hit(y)), expected.map(|(_, number)| Some(number)));
    }

    #[test]
    fn of_areas_the_nearest_edge_counts() {
        let mut scene = scene(Reach::Areas);
        let large = Shape::Rect { rect: Rect::new(0.0, 0.0, 50.0, 60.0), fill: Fill::Solid(LIGHT.plain) };
        scene.push_datum(DatumRef(2), large);
        let hit = |x, y| hit_test(&scene, Point::new(x, y)).map(|DatumRef(number)| number);
        // Nearer to the centre of the small one, but within the large one.
        assert_eq!(hit(49.0, 20.0), Some(2));
        assert_eq!(hit(57.0, 20.0), Some(1));
        assert_eq!(hit(20.0, 66.0), Some(0));
    }

    #[test]
    fn outside_of_panels_there_is_nothing() {
        assert_eq!(hit_test(&scene(Reach::Columns), Point::new(20.0, 101.0)), None);
    }
}
