//! Figures published by others, as symbols: one for each estimator, never joined by a line.

use crate::aggregate::{Key, estimator_rank, estimators};
use crate::chart::context::LayoutContext;
use crate::geometry::{Point, Rect};
use crate::scene::{DatumRef, Scene, Shape, Symbol};

/// Width of the ground around a symbol in CSS pixels, so that it stands out on columns and lines.
const HALO: f64 = 1.5;
/// How far the bounds of two symbols may overlap, in CSS pixels: most symbols leave their corners empty.
const OVERLAP: f64 = 0.5;

/// In the order of estimators. If there are more estimators than symbols, symbols repeat.
const SYMBOLS: [Symbol; 7] =
    [Symbol::Diamond, Symbol::Up, Symbol::Down, Symbol::Square, Symbol::Plus, Symbol::Bar, Symbol::Cross];

/// The symbol for the estimate at `index` of the dataset.
pub(in crate::chart) fn symbol(context: &LayoutContext, index: usize) -> Symbol {
    let estimators = estimators(context.dataset);
    SYMBOLS[estimator_rank(&estimators, &context.dataset.estimates[index]) % SYMBOLS.len()]
}

/// Symbol and id of each estimator that has a figure in the chart.
pub(in crate::chart) fn shown<'a>(context: &LayoutContext<'a>) -> Vec<(Symbol, &'a str)> {
    let mut shown = Vec::new();
    for (rank, id) in estimators(context.dataset).into_iter().enumerate() {
        let is_shown = context.figure.data().any(|(_, datum)| match datum.key {
            Key::Estimate(index) => context.dataset.estimates[index].estimator.id() == id,
            _ => false,
        });
        if is_shown {
            shown.push((SYMBOLS[rank % SYMBOLS.len()], id));
        }
    }
    shown
}

/// Places the symbol of an estimate at the first of the `spots` where it hides no other. Returns its centre, or `None`
/// if no spot is free.
pub(in crate::chart) fn place(
    scene: &mut Scene,
    context: &LayoutContext,
    number: DatumRef,
    (symbol, radius): (Symbol, f64),
    spots: &[Point],
) -> Option<Point> {
    // If a year is narrower than a symbol, the symbol of the last year would leave the chart.
    let edge = radius + HALO;
    for spot in spots {
        let centre = Point::new(spot.x.min(context.width - edge).max(edge), spot.y);
        let room = Rect::new(centre.x, centre.y, 0.0, 0.0).grown(radius - OVERLAP);
        let hides_another = scene.marks.iter().any(|mark| {
            let symbol = mark.datum.is_some() && matches!(mark.shape, Shape::Symbol { .. });
            symbol && mark.shape.bounds().grown(-OVERLAP).overlaps(&room)
        });
        if !hides_another {
            let (color, ground) = (context.theme.ink, context.theme.ground);
            scene.push(Shape::Symbol { centre, radius: radius + HALO, symbol, color: ground });
            scene.push_datum(number, Shape::Symbol { centre, radius, symbol, color });
            return Some(centre);
        }
    }
    None
}
