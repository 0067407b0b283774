//! Marks on their way from one scene to the next: a reader sees where each figure went.

use crate::aggregate::Key;
use crate::geometry::{Point, Rect};
use crate::scene::{Mark, Scene, Shape};

/// More marks than this are not followed: each is looked for among all the others.
const MOST: usize = 1500;

/// A scene that gives way to another, with the keys of its data.
pub struct Tween {
    /// What was shown before.
    pub scene: Scene,
    /// The key of each of its data.
    pub keys: Vec<Key>,
}

impl Tween {
    /// The marks of `after`, each `progress` of its way (from 0 to 1) from where it stood before; what was not there stands
    /// where it will. `keys` are those of its data.
    pub fn towards(&self, after: &Scene, keys: &[Key], progress: f64) -> Scene {
        let mut scene = after.clone();
        if self.scene.marks.len().max(scene.marks.len()) > MOST {
            return scene;
        }
        // The first mark of a datum comes from its first, the second from its second.
        let mut taken = vec![false; self.scene.marks.len()];
        for mark in &mut scene.marks {
            let Some(key) = key_of(mark, keys) else { continue };
            let alike = |(at, before): &(usize, &Mark)| {
                !taken[*at]
                    && key_of(before, &self.keys) == Some(key)
                    && std::mem::discriminant(&before.shape) == std::mem::discriminant(&mark.shape)
            };
            if let Some((at, before)) = self.scene.marks.iter().enumerate().find(alike) {
                taken[at] = true;
                approach(&mut mark.shape, &before.shape, progress);
            }
        }
        scene
    }
}

fn key_of(mark: &Mark, keys: &[Key]) -> Option<Key> {
    keys.get(mark.datum?.0 as usize).copied()
}

/// Sets a shape back to where it is on its way from another of its kind.
fn approach(shape: &mut Shape, before: &Shape, progress: f64) {
    let number = |from: f64, to: f64| from + (to - from) * progress;
    let point = |from: Point, to: Point| Point::new(number(from.x, to.x), number(from.y, to.y));
    match (shape, before) {
        (Shape::Rect { rect, .. }, Shape::Rect { rect: from, .. }) => {
            *rect = Rect::new(
                number(from.x, rect.x),
                number(from.y, rect.y),
                number(from.width, rect.width),
                number(from.height, rect.height),
            );
        }
        (Shape::Line { from: start, to: end, .. }, Shape::Line { from, to, .. }) => {
            (*start, *end) = (point(*from, *start), point(*to, *end));
        }
        (Shape::Dot { centre, .. }, Shape::Dot { centre: from, .. })
        | (Shape::Symbol { centre, .. }, Shape::Symbol { centre: from, .. }) => *centre = point(*from, *centre),
        (Shape::Text(text), Shape::Text(from)) => text.at = point(from.at, text.at),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::ChartKind;
    use crate::data::Group;
    use crate::scene::{DatumRef, Fill};
    use crate::theme::LIGHT;

    fn scene(rects: &[Rect]) -> Scene {
        let mut scene = Scene::new(ChartKind::Attacks, 100.0);
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
        let before = Tween { scene: scene(&[low, high]), keys: vec![banks, defi] };
        let after = scene(&[Rect::new(0.0, 0.0, 10.0, 60.0)]);
        let at = |keys: &[Key], progress| rects(&before.towards(&after, keys, progress));
        assert_eq!(at(&[defi], 0.0), [high]);
        assert_eq!(at(&[defi], 0.5), [Rect::new(10.0, 0.0, 10.0, 60.0)]);
        assert_eq!(at(&[defi], 1.0), rects(&after));
        assert_eq!(at(&[Key::Group(Group::Exchanges)], 0.0), rects(&after), "a new one stands where it will");
    }
}
