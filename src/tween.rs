//! Movement of marks from one scene to the next, so that a reader can follow each datum.

use crate::aggregate::Key;
use crate::geometry::{Point, Rect};
use crate::scene::{Mark, Scene, Shape};

/// Scenes with more marks do not move, because matching takes quadratic time.
const MAX_MARKS: usize = 1500;

/// The movement of every mark whose datum is in both scenes.
pub struct Tween {
    moves: Vec<Move>,
    /// A pointer, as [`FindWay`] is.
    set: fn(&mut Shape, [f64; 4]),
}

/// Type of [`Tween::new`]. As a pointer, it lets that code load together with the code that changes the state.
pub type FindWay = fn(&Scene, &[Key], &Scene, &[Key]) -> Tween;

/// The movement of one mark: the numbers of its shape before and after.
struct Move {
    /// Index of the mark in the later scene.
    mark: usize,
    from: [f64; 4],
    to: [f64; 4],
}

impl Tween {
    /// The movement from one scene to another; `before_keys` and `after_keys` are the keys of their data, by number. It
    /// is empty if the widths differ or there are too many marks.
    pub fn new(before: &Scene, before_keys: &[Key], after: &Scene, after_keys: &[Key]) -> Tween {
        let mut tween = Tween { moves: Vec::new(), set: set_numbers };
        if before.width != after.width || before.marks.len().max(after.marks.len()) > MAX_MARKS {
            return tween;
        }
        // Marks of one datum are matched in order: the first with the first, the second with the second.
        let mut taken = vec![false; before.marks.len()];
        for (index, mark) in after.marks.iter().enumerate() {
            let Some(key) = key_of(mark, after_keys) else { continue };
            for (other_index, other) in before.marks.iter().enumerate() {
                let alike = std::mem::discriminant(&other.shape) == std::mem::discriminant(&mark.shape);
                if alike && !taken[other_index] && key_of(other, before_keys) == Some(key) {
                    taken[other_index] = true;
                    tween.moves.push(Move { mark: index, from: numbers(&other.shape), to: numbers(&mark.shape) });
                    break;
                }
            }
        }
        tween
    }

    /// Whether any mark moves.
    pub fn moves(&self) -> bool {
        !self.moves.is_empty()
    }

    /// Moves the marks of the later scene to their position at `progress`, from 0 for the start to 1 for the end.
    pub fn apply(&self, scene: &mut Scene, progress: f64) {
        for Move { mark, from, to } in &self.moves {
            let mut now = [0.0; 4];
            for index in 0..4 {
                now[index] = from[index] + (to[index] - from[index]) * progress;
            }
            (self.set)(&mut scene.marks[*mark].shape, now);
        }
    }
}

fn key_of(mark: &Mark, keys: &[Key]) -> Option<Key> {
    keys.get(mark.datum?.0 as usize).copied()
}

/// Position and size of a shape as numbers, the inverse of `set_numbers`.
fn numbers(shape: &Shape) -> [f64; 4] {
    match shape {
        Shape::Rect { rect, .. } => [rect.x, rect.y, rect.width, rect.height],
        Shape::Line { from, to, .. } => [from.x, from.y, to.x, to.y],
        Shape::Dot { centre, radius, .. } | Shape::Symbol { centre, radius, .. } => [centre.x, centre.y, *radius, 0.0],
        Shape::Text(text) => [text.at.x, text.at.y, 0.0, 0.0],
        // A density has no datum, so it does not move.
        Shape::Density(_) => [0.0; 4],
    }
}

fn set_numbers(shape: &mut Shape, [a, b, c, d]: [f64; 4]) {
    match shape {
        Shape::Rect { rect, .. } => *rect = Rect::new(a, b, c, d),
        Shape::Line { from, to, .. } => (*from, *to) = (Point::new(a, b), Point::new(c, d)),
        Shape::Dot { centre, radius, .. } | Shape::Symbol { centre, radius, .. } => {
            (*centre, *radius) = (Point::new(a, b), c);
        }
        Shape::Text(text) => text.at = Point::new(a, b),
        Shape::Density(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Group;
    use crate::scene::{DatumRef, Fill};
    use crate::theme::LIGHT;

    fn scene(rects: &[Rect]) -> Scene {
        let mut scene = Scene::new(100.0);
        for (number, rect) in rects.iter().enumerate() {
            scene.push_datum(DatumRef(number as u32), Shape::Rect { rect: *rect, fill: Fill::Solid(LIGHT.plain) });
        }
        scene
    }

    fn rects(scene: &Scene) -> Vec<Rect> {
        scene.marks.iter().map(|mark| mark.shape.bounds()).collect()
    }

    #[test]
    fn marks_come_from_where_their_datum_stood() {
        let (banks, defi) = (Key::Group(Group::Banks), Key::Group(Group::Defi));
        let (low, high) = (Rect::new(0.0, 50.0, 10.0, 10.0), Rect::new(20.0, 0.0, 10.0, 60.0));
        let before = scene(&[low, high]);
        let after = scene(&[Rect::new(0.0, 0.0, 10.0, 60.0)]);
        let at = |keys: &[Key], progress| {
            let mut scene = after.clone();
            Tween::new(&before, &[banks, defi], &after, keys).apply(&mut scene, progress);
            rects(&scene)
        };
        assert_eq!(at(&[defi], 0.0), [high]);
        assert_eq!(at(&[defi], 0.5), [Rect::new(10.0, 0.0, 10.0, 60.0)]);
        assert_eq!(at(&[defi], 1.0), rects(&after));
        assert_eq!(at(&[Key::Group(Group::Exchanges)], 0.0), rects(&after), "a new one stands where it will");
    }
}
