//! Dots, moved apart so that each is visible and can be hit.

use crate::chart::context::LayoutContext;
use crate::geometry::{Point, Rect};
use crate::scene::{DatumRef, Fill, Mark, Scene, Shape};
use crate::theme::Color;

/// Positions already taken, in vertical strips, so that a search looks only at those nearby.
pub(in crate::chart) struct Taken {
    /// Least distance between two positions, and the width of a strip, in CSS pixels.
    apart: f64,
    strips: Vec<Vec<Point>>,
    count: usize,
}

/// Everything further right is in one strip.
const STRIPS: usize = 4096;

impl Taken {
    /// No positions taken; `apart` is the least distance between two, in CSS pixels.
    pub fn new(apart: f64) -> Self {
        Self { apart, strips: Vec::new(), count: 0 }
    }

    fn strip(&self, x: f64) -> usize {
        // A negative x saturates to the first strip.
        ((x / self.apart) as usize).min(STRIPS)
    }

    /// Marks a position as taken.
    pub fn add(&mut self, point: Point) {
        let strip = self.strip(point.x);
        while self.strips.len() <= strip {
            self.strips.push(Vec::new());
        }
        self.strips[strip].push(point);
        self.count += 1;
    }

    /// Whether a position is far enough from every one taken.
    pub fn is_free(&self, place: Point) -> bool {
        // A tolerance, so that rounding does not exclude neighbours exactly one step away.
        let least = self.apart * self.apart * 0.999;
        let strip = self.strip(place.x);
        for near in self.strips.iter().take(strip + 2).skip(strip.saturating_sub(1)) {
            for other in near {
                let (x, y) = (other.x - place.x, other.y - place.y);
                if x * x + y * y < least {
                    return false;
                }
            }
        }
        true
    }
}

/// The free position nearest to `at` within `field`. A row up or down costs as much as `steps_a_row` half steps aside.
/// `steps` is the cost reached, so that a search for another dot at the same position continues from there.
pub(in crate::chart) fn dodge(at: Point, taken: &Taken, field: &Rect, steps_a_row: usize, steps: &mut usize) -> Point {
    let step = taken.apart / 2.0;
    for cost in *steps..8 * (taken.count + 1) {
        *steps = cost;
        for row in 0..=cost / steps_a_row {
            let (x, y) = ((cost - row * steps_a_row) as f64 * step, row as f64 * taken.apart);
            for (dx, dy) in [(x, -y), (-x, -y), (x, y), (-x, y)] {
                let place = Point::new(at.x + dx, at.y + dy);
                if field.contains(place) && taken.is_free(place) {
                    return place;
                }
            }
        }
    }
    at
}

/// Places a dot. A stroke visible on both sides of it means that the attribution is disputed.
pub(in crate::chart) fn place(
    scene: &mut Scene,
    context: &LayoutContext,
    datum: Option<DatumRef>,
    (centre, radius, fill): (Point, f64, Fill),
    disputed: bool,
) {
    if disputed {
        let reach = radius * 0.71 + 2.5;
        let from = Point::new(centre.x - reach, centre.y + reach);
        let to = Point::new(centre.x + reach, centre.y - reach);
        scene.push(Shape::Line { from, to, color: context.theme.ink, width: 1.0 });
        // The stroke does not show inside the dot, even if that is hollow.
        scene.push(Shape::Dot { centre, radius, fill: Fill::Solid(context.theme.ground) });
    }
    scene.marks.push(Mark { shape: Shape::Dot { centre, radius, fill }, datum });
}

/// Places a level stroke in a hollow dot: an incident in no count.
pub(in crate::chart) fn leave_out(
    scene: &mut Scene,
    datum: Option<DatumRef>,
    (centre, radius, color): (Point, f64, Color),
) {
    let reach = radius * 0.7;
    let (from, to) = (Point::new(centre.x - reach, centre.y), Point::new(centre.x + reach, centre.y));
    scene.marks.push(Mark { shape: Shape::Line { from, to, color, width: 1.0 }, datum });
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Rect = Rect { x: 0.0, y: 0.0, width: 200.0, height: 400.0 };

    fn pile(count: usize, at: Point, steps_a_row: usize) -> Vec<Point> {
        let (mut taken, mut steps) = (Taken::new(9.0), 0);
        let place_one = |_| {
            let place = dodge(at, &taken, &FIELD, steps_a_row, &mut steps);
            assert_eq!(place, dodge(at, &taken, &FIELD, steps_a_row, &mut 0));
            taken.add(place);
            place
        };
        (0..count).map(place_one).collect()
    }

    #[test]
    fn what_is_near_is_found_across_strips_and_beyond_them() {
        for x in [-50.0, -0.1, 0.0, 8.9, 9.0, 100.0, 1e9, f64::INFINITY] {
            let mut taken = Taken::new(9.0);
            taken.add(Point::new(x, 10.0));
            assert!(taken.is_free(Point::new(x, 19.1)), "{x}");
            if x.is_finite() {
                assert!(!taken.is_free(Point::new(x + 8.0, 10.0)) && !taken.is_free(Point::new(x - 8.0, 10.0)), "{x}");
                assert!(taken.is_free(Point::new(x + 10.0, 10.0)) && taken.is_free(Point::new(x - 10.0, 10.0)), "{x}");
            }
        }
    }

    #[test]
    fn a_dot_alone_stays_and_a_second_moves_aside() {
        let at = Point::new(50.0, 50.0);
        assert_eq!(pile(2, at, 6), [at, Point::new(59.0, 50.0)]);
        assert_eq!(pile(2, Point::new(200.0, 50.0), 6)[1], Point::new(191.0, 50.0));
    }

    #[test]
    fn many_in_one_place_pile_up_apart() {
        for (steps_a_row, at) in [(1, Point::new(3.0, 0.0)), (6, Point::new(100.0, 200.0))] {
            let pile = pile(250, at, steps_a_row);
            for (number, dot) in pile.iter().enumerate() {
                assert!(FIELD.contains(*dot));
                let nearest = pile[..number].iter().map(|other| (other.x - dot.x).hypot(other.y - dot.y));
                assert!(nearest.fold(f64::INFINITY, f64::min) > 8.99, "{number}");
            }
        }
    }
}
