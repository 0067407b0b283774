//! `proceeds`: a column a year for the best estimate, with the interval from the lowest to the highest.

use super::columns::{Columns, ValueTicks};
use super::legend::{self, Entry, Swatch};
use super::{LayoutContext, interval};
use crate::aggregate::{Datum, Key, Measure};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scale::nice_ticks;
use crate::scene::{Anchor, DatumRef, Fill, Panel, Reach, Scene, Shape};
use crate::text::{Weight, wrap};
use crate::theme::NOTE_SIZE;

pub(super) fn layout(scene: &mut Scene, context: &LayoutContext) {
    let mut entries = legend::evidence_entries(context);
    entries.push(Entry { swatch: Swatch::Interval, words: context.locale.messages.interval, choice: None });
    let top = legend::place_in_lines(scene, context, &entries, 0.0) + 6.0;
    let columns = Columns::place(scene, context, top, 0.0, &ticks(context));
    for (number, datum) in context.figure.data() {
        if let Key::Year(year) = datum.key {
            place_column(scene, context, &columns, number, datum, year);
        }
    }
    place_values(scene, context, &columns);
    let bottom = place_unknown_row(scene, context, &columns);
    let area = Rect::new(columns.plot.x, top, columns.plot.width, bottom - top);
    scene.panels.push(Panel { area, reach: Reach::Columns });
    scene.height = bottom;
}

fn ticks(context: &LayoutContext) -> ValueTicks {
    let highest = context.figure.data().map(|(_, datum)| datum.totals.usd.high).fold(0.0, f64::max);
    let values = nice_ticks(highest, 4, 1.0);
    let last = values.len() - 1;
    // All labels count in the unit of the highest, which alone names it.
    let (unit, word) = context.locale.money_unit(values[last]);
    let whole = values.iter().all(|value| (value / unit).fract() == 0.0);
    let label = |(at, value): (usize, &f64)| {
        let number = context.locale.decimal(value / unit, usize::from(!whole && *value > 0.0));
        if at == last { fill(word, &[("amount", &number)]) } else { number }
    };
    ValueTicks { labels: values.iter().enumerate().map(label).collect(), values }
}

fn place_column(
    scene: &mut Scene,
    context: &LayoutContext,
    columns: &Columns,
    number: DatumRef,
    datum: &Datum,
    year: i32,
) {
    let color = context.theme.plain;
    let (official, best) = (datum.official_value(Measure::Usd), datum.value(Measure::Usd));
    let steps = [(0.0, official, Fill::Solid(color)), (official, best, context.hatched(color))];
    for (from, to, fill) in steps.into_iter().filter(|(from, to, _)| to > from) {
        scene.push_datum(number, Shape::Rect { rect: columns.rect(year, from, to), fill });
    }
    let usd = datum.totals.usd;
    if usd.low < usd.high {
        let x = columns.centre(year);
        let ends = (Point::new(x, columns.y(usd.high)), Point::new(x, columns.y(usd.low)));
        interval::place(scene, context, Some(number), ends, columns.step());
    }
    if usd.high == 0.0 {
        // No column, yet something to say: nothing taken is a figure, not known is none.
        let messages = context.locale.messages;
        let nothing = context.locale.usd_short(0.0);
        let words = if datum.totals.known > 0 { &nothing } else { messages.not_known };
        let text = columns.above(context, words.into(), year, 0.0);
        let too_wide = text.width > columns.step() - 4.0;
        let text = if too_wide { columns.above(context, messages.no_figure.into(), year, 0.0) } else { text };
        scene.push_datum(number, Shape::Text(text));
    }
}

fn place_values(scene: &mut Scene, context: &LayoutContext, columns: &Columns) {
    let labels: Vec<_> = context
        .figure
        .data()
        .filter_map(|(_, datum)| match datum.key {
            Key::Year(year) if datum.totals.usd.high > 0.0 => {
                let usd = datum.totals.usd;
                Some(columns.above(context, context.locale.usd_short(usd.best), year, usd.high))
            }
            _ => None,
        })
        .collect();
    super::push_if_all_fit(scene, context, labels, columns.step());
}

/// Below the years: how many attacks of each have no known amount. Returns the lower edge.
fn place_unknown_row(scene: &mut Scene, context: &LayoutContext, columns: &Columns) -> f64 {
    const LINE: f64 = 16.0;
    if context.figure.series[0].totals.unknown == 0 {
        return columns.bottom;
    }
    let mut baseline = columns.bottom + 4.0;
    let words = context.locale.messages.unknown_row;
    for line in wrap(words, context.width, NOTE_SIZE, Weight::Regular, context.text) {
        baseline += LINE;
        let at = Point::new(0.0, baseline);
        let color = context.theme.muted;
        let text = context.text_of(line, at, Anchor::Start, NOTE_SIZE, Weight::Regular, color);
        scene.push(Shape::Text(text));
    }
    baseline += LINE;
    let counts = context.figure.data().filter_map(|(number, datum)| match (datum.key, datum.totals.unknown) {
        (Key::Year(year), unknown @ 1..) => {
            let words = context.locale.count(unknown);
            Some((Some(number), columns.below(context, words, year, baseline, context.width)))
        }
        _ => None,
    });
    super::push_apart(scene, counts.collect(), 2.0);
    baseline + 6.0
}
