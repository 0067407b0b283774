//! `proceeds`: a column a year for the best estimate, with the interval from the lowest to the highest.

use super::context::LayoutContext;
use super::kind::ChartKind;
use super::labels::{NOTE_LINE, place_note, push_apart, push_if_all_fit};
use super::parts::columns::{ColumnLayout, ValueTicks};
use super::parts::legend::{self, Entry, Swatch};
use super::parts::{interval, stack};
use super::recipe::Recipe;
use crate::aggregate::{Datum, Key, Measure, by_year};
use crate::geometry::{Point, Rect};
use crate::scene::{DatumRef, Fill, Panel, Reach, Scene, Shape};

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Proceeds,
    series: |dataset, filter, _| vec![by_year(dataset, filter)],
    layout,
    summary: None,
};

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let mut entries = legend::evidence_entries(context);
    entries.push(Entry::plain(Swatch::Interval, context.locale.messages().interval));
    let top = legend::place_in_lines(scene, context, &entries, 0.0) + 6.0;
    let ticks = ValueTicks::usd(context, highest(context), 5);
    let columns = ColumnLayout::place(scene, context, top, 0.0, &ticks);
    place_faded(scene, context, &columns);
    for (number, datum) in context.figure.data() {
        if let Key::Year(year) = datum.key {
            place_column(scene, context, &columns, number, datum, year);
        }
    }
    place_values(scene, context, &columns, &ticks);
    let bottom = place_unknown_row(scene, context, &columns);
    let area = Rect::new(columns.plot.x, top, columns.plot.width, bottom - top);
    scene.panels.push(Panel { area, reach: Reach::Columns });
    scene.height = bottom;
}

/// The highest figure of the period in US dollars, selected or not, so that the axis stays when a reader selects.
fn highest(context: &LayoutContext) -> f64 {
    let rest = context.figure.rest.iter().flat_map(|series| &series.data);
    let all = context.figure.data().map(|(_, datum)| datum).chain(rest);
    all.map(|datum| datum.totals.usd.high).fold(0.0, f64::max)
}

/// Places the unselected amounts behind all other marks: from the selected amount of each year to that of all attacks.
fn place_faded(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout) {
    for datum in context.figure.rest.first().map_or(&[][..], |rest| &rest.data) {
        let Key::Year(year) = datum.key else { continue };
        let selected = context.figure.series[0].find(datum.key).map_or(0.0, |selected| selected.value(Measure::Usd));
        let all = datum.value(Measure::Usd);
        if all > selected {
            let fill = Fill::Solid(context.theme.faded);
            scene.push(Shape::Rect { rect: columns.rect(year, selected, all), fill });
        }
    }
}

fn place_column(
    scene: &mut Scene,
    context: &LayoutContext,
    columns: &ColumnLayout,
    number: DatumRef,
    datum: &Datum,
    year: i32,
) {
    let color = context.theme.plain;
    let (official, best) = (datum.official_value(Measure::Usd), datum.value(Measure::Usd));
    let spans = stack::spans(&[official, best - official], columns.px_per_unit());
    for ((from, to), fill) in spans.into_iter().zip([Fill::Solid(color), context.hatched(color)]) {
        if to == from {
            continue;
        }
        scene.push_datum(number, Shape::Rect { rect: columns.rect(year, from, to), fill });
    }
    let usd = datum.totals.usd;
    if usd.low < usd.high {
        let x = columns.centre(year);
        let ends = (Point::new(x, columns.y(usd.high)), Point::new(x, columns.y(usd.low)));
        interval::place(scene, context, Some(number), ends, columns.step());
    }
    if usd.high == 0.0 {
        // Words replace the missing column: zero is a known figure, and an unknown amount is not zero.
        let messages = context.locale.messages();
        let nothing = context.locale.usd_short(0.0);
        let words = if datum.totals.known > 0 { &nothing } else { messages.not_known };
        let text = columns.above(context, words.into(), year, 0.0);
        let too_wide = text.width > columns.step() - 4.0;
        let text = if too_wide { columns.above(context, messages.no_figure.into(), year, 0.0) } else { text };
        scene.push_datum(number, Shape::Text(text));
    }
}

/// Places the amounts above the columns. If they do not fit, they are in the unit of the axis, without its name.
fn place_values(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout, ticks: &ValueTicks) {
    for in_unit in [false, true] {
        let mut labels = Vec::new();
        for (_, datum) in context.figure.data() {
            let (Key::Year(year), usd) = (datum.key, datum.totals.usd) else { continue };
            if usd.high > 0.0 {
                let best = usd.best;
                let words = if in_unit { ticks.in_unit(context, best) } else { context.locale.usd_short(best) };
                labels.push(columns.above(context, words, year, usd.high));
            }
        }
        if push_if_all_fit(scene, context, labels) {
            return;
        }
    }
}

/// Places, below the years, the number of attacks of each that have no known amount. Returns the lower edge.
fn place_unknown_row(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout) -> f64 {
    if context.figure.series[0].totals.unknown == 0 {
        return columns.bottom;
    }
    let baseline = place_note(scene, context, context.locale.messages().unknown_row, columns.bottom + 4.0) + NOTE_LINE;
    let counts = context.figure.data().filter_map(|(number, datum)| match (datum.key, datum.totals.unknown) {
        (Key::Year(year), unknown @ 1..) => {
            let words = context.locale.count(unknown);
            Some((Some(number), columns.below(context, words, year, baseline, context.width)))
        }
        _ => None,
    });
    push_apart(scene, counts.collect(), 2.0);
    baseline + 6.0
}
