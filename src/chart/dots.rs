//! Dots: where they go so that each can be seen and reached.

use super::LayoutContext;
use crate::geometry::{Point, Rect};
use crate::scene::{DatumRef, Fill, Mark, Scene, Shape};

/// The place nearest to `at` within `field` that is at least `apart` from every one taken. A row up or down is gone
/// only where so many half steps aside do not find one. `steps` says how many were taken: for one more at the same place
/// the search goes on from there.
pub(super) fn dodge(
    at: Point,
    taken: &[Point],
    apart: f64,
    field: &Rect,
    steps_a_row: usize,
    steps: &mut usize,
) -> Point {
    let step = apart / 2.0;
    for cost in *steps..8 * (taken.len() + 1) {
        *steps = cost;
        for row in 0..=cost / steps_a_row {
            let (x, y) = ((cost - row * steps_a_row) as f64 * step, row as f64 * apart);
            for (dx, dy) in [(x, -y), (-x, -y), (x, y), (-x, y)] {
                let place = Point::new(at.x + dx, at.y + dy);
                if field.contains(place) && is_free(place, taken, apart) {
                    return place;
                }
            }
        }
    }
    at
}

fn is_free(place: Point, taken: &[Point], apart: f64) -> bool {
    // A hair less, or rounding would let no neighbour stand exactly one step away.
    let least = apart * apart * 0.999;
    for other in taken {
        let (x, y) = (other.x - place.x, other.y - place.y);
        if x * x + y * y < least {
            return false;
        }
    }
    true
}

/// A dot; a stroke that shows on either side of it says that its attribution is disputed.
pub(super) fn place(
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
        let (mut taken, mut steps) = (Vec::new(), 0);
        for _ in 0..count {
            let place = dodge(at, &taken, 9.0, &FIELD, steps_a_row, &mut steps);
            assert_eq!(place, dodge(at, &taken, 9.0, &FIELD, steps_a_row, &mut 0));
            taken.push(place);
        }
        taken
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
                assert!(is_free(*dot, &pile[..number], 8.99), "{number}");
            }
        }
    }
}
