//! Names beside dots and squares, as many as there is room for.

use crate::chart::context::LayoutContext;
use crate::chart::labels::open_grid;
use crate::data::Incident;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, DatumRef, Fill, Scene, Shape, Text};
use crate::text::{Weight, brief};
use crate::theme::NOTE_SIZE;

/// The name of a victim without a text in brackets, which explains it: the tooltip has room for that.
pub(in crate::chart) fn short_name(incident: &Incident) -> &str {
    brief(incident.name())
}

/// A dot or square, and its possible labels.
pub(in crate::chart) struct Name {
    pub number: DatumRef,
    pub centre: Point,
    /// Radius of the dot, or half a side of the square, in CSS pixels.
    pub radius: f64,
    /// The words, the preferred ones first.
    pub words: Vec<String>,
}

/// A candidate position of a name. A name that is not next to its dot has a leader line, given by its ends.
#[derive(Clone)]
struct Place {
    number: DatumRef,
    text: Text,
    line: Option<(Point, Point)>,
}

/// A position of words relative to the centre of their dot, in CSS pixels.
struct Spot {
    anchor: Anchor,
    x: f64,
    y: f64,
    is_tied: bool,
}

/// Distance from the middle of the letters to their baseline.
const MIDDLE: f64 = 0.35 * NOTE_SIZE;

impl Place {
    fn move_to(&mut self, spot: &Spot, centre: Point, radius: f64) {
        self.text.anchor = spot.anchor;
        self.text.at = Point::new(centre.x + spot.x, centre.y + spot.y);
        let (x, y) = (spot.x, spot.y - MIDDLE);
        let on_line = |share: f64| Point::new(centre.x + x * share, centre.y + y * share);
        // From just outside the dot's bounds to just before the words.
        let start = (radius + 0.6) / x.abs().max(y.abs());
        self.line = spot.is_tied.then(|| (on_line(start), on_line(0.9)));
    }

    fn is_clear_of(&self, taken: &Rect) -> bool {
        !taken.overlaps(&self.text.bounds().grown(1.5)) && !self.line_bounds().is_some_and(|line| taken.overlaps(&line))
    }

    fn is_clear_of_all(&self, chosen: &[Place]) -> bool {
        chosen.iter().all(|other| {
            self.is_clear_of(&other.text.bounds()) && other.line_bounds().is_none_or(|line| self.is_clear_of(&line))
        })
    }

    fn line_bounds(&self) -> Option<Rect> {
        self.line.map(|(from, to)| Rect::between(from, to))
    }
}

/// The search tries to name all of these first names.
const FIRST: usize = 5;
/// Most candidate positions tried by the search.
const TRIES: u32 = 2_000;

/// Places names within `field`, in order of priority. The words overlap no mark but the grid and, if need be, faded
/// marks.
pub(in crate::chart) fn place(scene: &mut Scene, context: &LayoutContext, names: &[Name], field: &Rect) {
    let (taken, faded) = taken(scene, context);
    let mut free = Vec::new();
    for name in names {
        let (mut places, mut over_faded) = (Vec::new(), Vec::new());
        let spots = spots(name.radius);
        for words in &name.words {
            let (weight, ink) = (Weight::Regular, context.theme.ink);
            let text = context.text_of(words.clone(), name.centre, Anchor::Start, NOTE_SIZE, weight, ink);
            let mut place = Place { number: name.number, text, line: None };
            for spot in &spots {
                place.move_to(spot, name.centre, name.radius);
                if holds(field, &place.text.bounds()) && taken.iter().all(|taken| place.is_clear_of(taken)) {
                    let clear = faded.iter().all(|faded| place.is_clear_of(faded));
                    if clear { &mut places } else { &mut over_faded }.push(place.clone());
                }
            }
        }
        places.append(&mut over_faded);
        // A dot among many others may have no candidate; the next one is named instead.
        if !places.is_empty() {
            free.push(places);
        }
    }
    let mut chosen = Vec::new();
    let mut first = FIRST.min(free.len());
    while !settle(&free[..first], &mut chosen, &mut TRIES.clone()) {
        first -= 1;
    }
    for places in &free[first..] {
        chosen.extend(places.iter().find(|place| place.is_clear_of_all(&chosen)).cloned());
    }
    for place in chosen {
        if let Some((from, to)) = place.line {
            scene.push(Shape::Line { from, to, color: context.theme.muted, width: 1.0 });
        }
        open_grid(scene, context, place.text.bounds().grown(2.0));
        scene.push_datum(place.number, Shape::Text(place.text));
    }
}

/// Chooses a position for each name by backtracking, so that no two overlap. Returns whether it found one.
fn settle(free: &[Vec<Place>], chosen: &mut Vec<Place>, tries: &mut u32) -> bool {
    let Some((first, rest)) = free.split_first() else { return true };
    for place in first {
        if *tries == 0 {
            return false;
        }
        *tries -= 1;
        if place.is_clear_of_all(chosen) {
            chosen.push(place.clone());
            if settle(rest, chosen, tries) {
                return true;
            }
            chosen.pop();
        }
    }
    false
}

/// Candidate spots, the best first: next to the dot, then further away with a leader line.
fn spots(radius: f64) -> Vec<Spot> {
    let aside = radius + 4.0;
    let (up, down) = (-radius - 3.0, radius + 2.0 + 0.78 * NOTE_SIZE);
    let near = radius * 0.7 + 2.0;
    let mut spots = Vec::new();
    for (anchor, x, y) in [
        (Anchor::Start, aside, MIDDLE),
        (Anchor::End, -aside, MIDDLE),
        (Anchor::Middle, 0.0, up),
        (Anchor::Middle, 0.0, down),
        (Anchor::Start, near, up + 1.0),
        (Anchor::End, -near, up + 1.0),
        (Anchor::Start, near, down - 1.0),
        (Anchor::End, -near, down - 1.0),
    ] {
        spots.push(Spot { anchor, x, y, is_tied: false });
    }
    for far in [14.0, 24.0, 34.0, 44.0] {
        for aside in [8.0, 16.0, 32.0] {
            for (anchor, x, y) in [
                (Anchor::Start, aside, -far),
                (Anchor::End, -aside, -far),
                (Anchor::Start, aside, far),
                (Anchor::End, -aside, far),
            ] {
                spots.push(Spot { anchor, x, y: y + MIDDLE, is_tied: true });
            }
        }
    }
    spots
}

fn holds(field: &Rect, bounds: &Rect) -> bool {
    field.contains(Point::new(bounds.x, bounds.y)) && field.contains(Point::new(bounds.right(), bounds.bottom()))
}

/// The bounds of all marks that words must not overlap, which are all but the grid; and, separately, those of faded
/// marks, which words should avoid.
fn taken(scene: &Scene, context: &LayoutContext) -> (Vec<Rect>, Vec<Rect>) {
    let (mut taken, mut faded) = (Vec::new(), Vec::new());
    for mark in &scene.marks {
        match &mark.shape {
            Shape::Line { color, .. } if *color == context.theme.grid => {}
            Shape::Line { .. } => taken.push(mark.shape.bounds().grown(0.5)),
            Shape::Dot { fill: Fill::Solid(color), .. } | Shape::Rect { fill: Fill::Solid(color), .. }
                if *color == context.theme.faded =>
            {
                faded.push(mark.shape.bounds());
            }
            shape => taken.push(shape.bounds()),
        }
    }
    (taken, faded)
}
