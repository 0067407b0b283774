//! Packing of squares along an axis, in their order and without overlap.
//!
//! The front is the border between taken and free room. Each square goes where the front is furthest back; of equal
//! places, it takes the one nearest to the axis. Squares come in groups: each begins beyond the middles of all before, so
//! that most of a square is in the room of its group.

/// Distance between neighbours, in CSS pixels.
const GAP: f64 = 2.0;
/// Passes to find the largest scale. Each halves the range of scales left.
const PASSES: usize = 10;

/// Squares to pack, each given by its side for a scale of 1.
pub(in crate::chart) struct Squares<'a> {
    pub sides: &'a [f64],
    /// The number of the first square of each group.
    pub groups: &'a [usize],
    /// Room of a square on a scale, along the axis and across it, in CSS pixels: at least its side.
    pub room: &'a dyn Fn(usize, f64) -> (f64, f64),
}

/// Squares in their places, in CSS pixels.
#[derive(Debug, Default)]
pub(in crate::chart) struct Packing {
    /// Length of a side of 1.
    pub scale: f64,
    /// Position of each square: along the axis, and across it.
    pub places: Vec<(f64, f64)>,
    /// Start of each group along the axis.
    pub starts: Vec<f64>,
}

/// A part of the front: everything up to `reach` along the axis is taken, from one distance to another across it.
#[derive(Clone, Copy)]
struct Front {
    from: f64,
    to: f64,
    reach: f64,
}

impl Packing {
    /// Packs squares on the largest scale that fits a field. If none fits, because the field is too small for so many,
    /// the packing is longer than the field.
    pub fn fit(squares: &Squares, along: f64, across: f64) -> Packing {
        let area: f64 = squares.sides.iter().map(|side| side * side).sum();
        let mut best = None;
        if area > 0.0 {
            let (mut low, mut high) = (0.0, (along * across / area).sqrt());
            for _ in 0..PASSES {
                let scale = (low + high) / 2.0;
                match Packing::on(scale, squares, along, across) {
                    Some(packing) => (low, best) = (scale, Some(packing)),
                    None => high = scale,
                }
            }
        }
        best.or_else(|| Packing::on(0.0, squares, f64::INFINITY, f64::INFINITY)).unwrap_or_default()
    }

    /// Packs on a scale. `None` if the squares do not fit.
    fn on(scale: f64, squares: &Squares, along: f64, across: f64) -> Option<Packing> {
        let mut packing = Packing { scale, ..Packing::default() };
        let mut front = vec![Front { from: 0.0, to: across, reach: 0.0 }];
        let mut middle = 0.0_f64;
        for number in 0..squares.sides.len() {
            if squares.groups.contains(&number) {
                front.iter_mut().for_each(|part| part.reach = part.reach.max(middle));
                packing.starts.push(middle);
            }
            let (length, width) = (squares.room)(number, scale);
            // What is at the far edge needs no gap.
            let (first, reach) = place(&front, width + GAP, across + GAP)?;
            if reach + length > along {
                return None;
            }
            let from = front[first].from;
            packing.places.push((reach, from));
            middle = middle.max(reach + length / 2.0);
            advance(&mut front, first, Front { from, to: from + width + GAP, reach: reach + length + GAP });
        }
        Some(packing)
    }
}

/// The part of the front at which a square of this width begins, and its place along the axis.
fn place(front: &[Front], width: f64, across: f64) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64)> = None;
    for (index, part) in front.iter().enumerate() {
        let to = part.from + width;
        if to > across {
            break;
        }
        let limit = best.map_or(f64::INFINITY, |(_, reach)| reach);
        let mut reach = 0.0_f64;
        for other in &front[index..] {
            if other.from >= to || reach >= limit {
                break;
            }
            reach = reach.max(other.reach);
        }
        if reach < limit {
            best = Some((index, reach));
        }
    }
    best
}

/// Puts a new part in place of those from `first` on that it covers.
fn advance(front: &mut Vec<Front>, first: usize, new: Front) {
    let mut last = first;
    while last < front.len() && front[last].to <= new.to {
        last += 1;
    }
    if let Some(cut) = front.get_mut(last) {
        cut.from = new.to;
    }
    front.splice(first..last, [new]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(count: usize, spread: u32) -> Vec<f64> {
        let mut seed = 11_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 8) / f64::from(1 << 24)
        };
        (0..count).map(|_| 10_f64.powf(next() * f64::from(spread))).collect()
    }

    fn fit(sides: &[f64], groups: &[usize], along: f64, across: f64) -> Packing {
        let room = |number: usize, scale: f64| ((sides[number] * scale).max(1.0), (sides[number] * scale).max(1.0));
        Packing::fit(&Squares { sides, groups, room: &room }, along, across)
    }

    #[test]
    fn squares_lie_in_the_field_and_apart() {
        for (count, spread, along, across) in [(1, 0, 300.0, 200.0), (40, 1, 700.0, 300.0), (600, 6, 320.0, 400.0)] {
            let sides = sides(count, spread);
            let packing = fit(&sides, &[0], along, across);
            assert!(packing.scale > 0.0);
            let ends = |number: usize| {
                let ((u, v), side) = (packing.places[number], (sides[number] * packing.scale).max(1.0));
                (u, u + side, v, v + side)
            };
            for number in 0..count {
                let a = ends(number);
                assert!(a.0 >= 0.0 && a.1 <= along && a.2 >= 0.0 && a.3 <= across + 1e-9, "{a:?}");
                for other in 0..number {
                    let b = ends(other);
                    let gap = (a.0 - b.1).max(b.0 - a.1).max(a.2 - b.3).max(b.2 - a.3);
                    assert!(gap >= GAP - 1e-9, "{a:?} and {b:?}");
                }
            }
        }
    }

    #[test]
    fn each_group_begins_beyond_the_middles_of_those_before() {
        let sides = sides(300, 2);
        let packing = fit(&sides, &[0, 20, 21, 150], 700.0, 300.0);
        assert_eq!((packing.starts.len(), packing.starts[0]), (4, 0.0));
        for (number, (along, _)) in packing.places.iter().enumerate() {
            let group = [20, 21, 150].iter().filter(|start| number >= **start).count();
            assert!(*along >= packing.starts[group], "{number}");
            let middle = along + (sides[number] * packing.scale).max(1.0) / 2.0;
            assert!(packing.starts.get(group + 1).is_none_or(|next| middle <= *next), "{number}");
        }
    }

    #[test]
    fn the_field_is_used() {
        let sides = sides(200, 2);
        let packing = fit(&sides, &[0], 700.0, 300.0);
        let area: f64 = sides.iter().map(|side| (side * packing.scale).powi(2)).sum();
        assert!(area > 0.6 * 700.0 * 300.0, "{area}");
    }

    #[test]
    fn a_single_square_fills_the_shorter_side() {
        let packing = fit(&[5.0], &[0], 300.0, 200.0);
        assert!((195.0..=200.0).contains(&(5.0 * packing.scale)), "{packing:?}");
    }

    #[test]
    fn an_empty_field_and_no_squares_are_no_error() {
        assert!(fit(&[], &[], 300.0, 200.0).places.is_empty());
        assert_eq!(fit(&[3.0; 50], &[0], 0.0, 0.0).places.len(), 50);
        assert_eq!(fit(&[0.0; 50], &[0], 300.0, 200.0).places.len(), 50);
    }
}
