//! Dots: where they go so that each can be seen and reached.

use crate::chart::context::LayoutContext;
use crate::geometry::{Point, Rect};
use crate::scene::{DatumRef, Fill, Mark, Scene, Shape};

/// Points that have been given away, in upright strips, so that only those near a place are looked at.
pub(in crate::chart) struct Taken {
    /// How far from one another points must be, which is also the width of a strip, in CSS pixels.
    apart: f64,
    strips: Vec<Vec<Point>>,
    count: usize,
}

/// Further right is all one strip.
const STRIPS: usize = 4096;

impl Taken {
    /// None yet.
    pub fn new(apart: f64) -> Self {
        Self { apart, strips: Vec::new(), count: 0 }
    }

    fn strip(&self, x: f64) -> usize {
        // What is left of the first strip saturates to it.
        ((x / self.apart) as usize).min(STRIPS)
    }

    /// Gives a point away.
    pub fn add(&mut self, point: Point) {
        let strip = self.strip(point.x);
        while self.strips.len() <= strip {
            self.strips.push(Vec::new());
        }
        self.strips[strip].push(point);
        self.count += 1;
    }

    /// Whether a place is far enough from every one.
    pub fn is_free(&self, place: Point) -> bool {
        // A hair less, or rounding would let no neighbour stand exactly one step away.
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

/// The place nearest to `at` within `field` that is free. A row up or down is gone only where so many half steps aside do
/// not find one. `steps` says how many were taken: for one more at the same place the search goes on from there.
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

/// A dot; a stroke that shows on either side of it says that its attribution is disputed.
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
        // Between the ends of the stroke the dot is whole, also where it is hollow.
        scene.push(Shape::Dot { centre, radius, fill: Fill::Solid(context.theme.ground) });
    }
    scene.marks.push(Mark { shape: Shape::Dot { centre, radius, fill }, datum });
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
