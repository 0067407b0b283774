//! `running-total`: everything taken so far as a step line with a band, beside totals published by others.

use super::context::LayoutContext;
use super::kind::ChartKind;
use super::labels::open_grid;
use super::parts::columns::{ColumnLayout, ValueTicks};
use super::parts::estimates;
use super::parts::legend::{self, Entry, Swatch};
use super::recipe::Recipe;
use crate::aggregate::{Datum, Key, Measure, published_totals, running_total};
use crate::data::Date;
use crate::geometry::{Point, Rect};
use crate::locale::{Locale, fill};
use crate::scene::{Anchor, DatumRef, Fill, Panel, Reach, Scene, Shape, Symbol};
use crate::text::Weight;
use crate::theme::{LABEL_SIZE, NOTE_SIZE};

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::RunningTotal,
    series: |dataset, filter, _| {
        let own = running_total(dataset, filter);
        let published = published_totals(dataset, filter, own.years);
        vec![own, published]
    },
    layout,
    summary: None,
};

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let top = place_legend(scene, context) + 6.0;
    let highest = context.figure.data().map(|(_, datum)| datum.totals.usd.high).fold(0.0, f64::max);
    let columns = ColumnLayout::place(scene, context, top, 0.0, &ValueTicks::usd(context, highest, 5));
    columns.place_year_ticks(scene, context);
    let steps = steps(context, &columns);
    place_band(scene, context, &columns, &steps);
    place_line(scene, context, &columns, &steps);
    let points = place_points(scene, context, &columns);
    place_end(scene, context, &columns, &steps);
    for (number, point) in points.iter().enumerate() {
        place_number(scene, context, number + 1, point.centre);
    }
    let plot = columns.plot;
    scene.panels.push(Panel { area: Rect::new(plot.x, top, plot.width, columns.bottom - top), reach: Reach::Columns });
    scene.height = place_list(scene, context, &columns, &points);
}

fn place_legend(scene: &mut Scene, context: &LayoutContext) -> f64 {
    let messages = context.locale.messages();
    let color = context.theme.plain;
    let line = Entry::plain(Swatch::Line(color), messages.running_line);
    let band = Entry::plain(Swatch::Fill(context.band()), messages.running_band);
    let has_band = context.figure.series[0].totals.usd.low < context.figure.series[0].totals.usd.high;
    let entries: Vec<Entry> = [Some(line), has_band.then_some(band)].into_iter().flatten().collect();
    legend::place_in_lines(scene, context, &entries, 0.0)
}

/// A month with an incident, and the level part of the line after it.
struct RunStep<'a> {
    number: DatumRef,
    datum: &'a Datum,
    from_x: f64,
    to_x: f64,
}

fn steps<'a>(context: &LayoutContext<'a>, columns: &ColumnLayout) -> Vec<RunStep<'a>> {
    let mut steps: Vec<RunStep> = Vec::new();
    let mut end = 0.0;
    for (number, datum) in context.figure.data() {
        let Key::UpTo(year, month) = datum.key else { continue };
        let month_starts = Date::new(year, month, 1).map_or(0, Date::to_days) as f64;
        let from_x = columns.x(month_starts);
        if let Some(before) = steps.last_mut() {
            before.to_x = from_x;
        }
        end = month_starts + 1.0;
        steps.push(RunStep { number, datum, from_x, to_x: columns.x(end) });
    }
    let as_of = context.dataset.as_of;
    let last_day = context.figure.filter.period.to.map_or(as_of, |to| to.min(as_of)).to_days() as f64;
    if let Some(last) = steps.last_mut() {
        last.to_x = columns.x((last_day + 1.0).max(end));
    }
    steps
}

fn place_band(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout, steps: &[RunStep]) {
    for step in steps {
        let usd = step.datum.totals.usd;
        if usd.low < usd.high {
            let rect =
                Rect::between(Point::new(step.from_x, columns.y(usd.high)), Point::new(step.to_x, columns.y(usd.low)));
            scene.push_datum(step.number, Shape::Rect { rect, fill: context.band() });
        }
    }
}

fn place_line(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout, steps: &[RunStep]) {
    const WIDTH: f64 = 2.0;
    const UNKNOWN_RADIUS: f64 = 3.0;
    let color = context.theme.plain;
    let mut before = columns.y(0.0);
    for step in steps {
        let y = columns.y(step.datum.value(Measure::Usd));
        let (from, to) = (Point::new(step.from_x, y), Point::new(step.to_x, y));
        if step.datum.totals.known == 0 {
            // Attacks without any known amount: a line on the axis would mean that nothing was taken.
            let centre = Point::new((from.x + to.x) / 2.0, y);
            let (radius, fill) = (UNKNOWN_RADIUS, Fill::Hollow(context.theme.muted));
            scene.push_datum(step.number, Shape::Dot { centre, radius, fill });
            continue;
        }
        if y < before {
            let from = Point::new(from.x, before);
            scene.push_datum(step.number, Shape::Line { from, to: Point::new(from.x, y), color, width: WIDTH });
        }
        scene.push_datum(step.number, Shape::Line { from, to, color, width: WIDTH });
        before = y;
    }
}

/// Places the total in words above the end of the line.
fn place_end(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout, steps: &[RunStep]) {
    let Some(last) = steps.last().filter(|last| last.datum.totals.known > 0) else { return };
    let usd = last.datum.totals.usd;
    let short = |amount| context.locale.usd_short(amount);
    let (best, low, high) = (short(usd.best), short(usd.low), short(usd.high));
    let whole = fill(context.locale.messages().running_end, &[("best", &best), ("low", &low), ("high", &high)]);
    let at = Point::new(last.to_x, columns.y(usd.high) - 6.0);
    for words in [if usd.low < usd.high { &whole } else { &best }, &best] {
        let width = context.text.width(words, LABEL_SIZE, Weight::Bold);
        let (at, anchor) = if width > at.x { (Point::new(0.0, at.y), Anchor::Start) } else { (at, Anchor::End) };
        let text = context.text_of(words.clone(), at, anchor, LABEL_SIZE, Weight::Bold, context.theme.ink);
        if text.bounds().right() <= context.width && is_free(scene, &text.bounds(), true) {
            open_grid(scene, context, text.bounds().grown(2.0));
            scene.push(Shape::Text(text));
            return;
        }
    }
}

/// A published total with its symbol and position.
struct Published<'a> {
    symbol: Symbol,
    mark: &'a str,
    period: String,
    centre: Point,
}

fn place_points<'a>(scene: &mut Scene, context: &LayoutContext<'a>, columns: &ColumnLayout) -> Vec<Published<'a>> {
    let mut points = Vec::new();
    for (number, datum) in context.figure.data() {
        let Key::Estimate(index) = datum.key else { continue };
        let estimate = &context.dataset.estimates[index];
        let symbol = estimates::symbol(context, index);
        let at = Point::new(columns.x(estimate.report_date.middle_days()), columns.y(estimate.stolen_usd.best));
        // Totals of the same day and amount move side by side.
        let mut spots = Vec::new();
        for aside in [0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0, -4.0, 4.0] {
            spots.push(Point::new(at.x + aside * 2.0 * Symbol::RADIUS, at.y));
        }
        if let Some(centre) = estimates::place(scene, context, number, (symbol, Symbol::RADIUS), &spots) {
            let mark = estimate.mark.as_deref().unwrap_or_default();
            points.push(Published {
                symbol,
                mark,
                period: context.locale.span(estimate.period, Locale::short_date),
                centre,
            });
        }
    }
    points
}

/// Places the number that a published total has in the list. It goes beside the symbol where there is room, preferably
/// clear of the line.
fn place_number(scene: &mut Scene, context: &LayoutContext, number: usize, centre: Point) {
    const GAP: f64 = 3.0;
    let words = context.locale.count(number as u32);
    let aside = Symbol::RADIUS + GAP;
    let rise = NOTE_SIZE * 0.36;
    let spots = [
        (Point::new(centre.x + aside, centre.y + rise), Anchor::Start),
        (Point::new(centre.x - aside, centre.y + rise), Anchor::End),
        (Point::new(centre.x, centre.y + aside + 2.0 * rise), Anchor::Middle),
        (Point::new(centre.x, centre.y - aside), Anchor::Middle),
    ];
    for clear_of_line in [true, false] {
        for (at, anchor) in spots {
            let text = context.text_of(words.clone(), at, anchor, NOTE_SIZE, Weight::Bold, context.theme.ink);
            let bounds = text.bounds();
            let inside = bounds.x >= 0.0 && bounds.right() <= context.width;
            if inside && is_free(scene, &bounds, clear_of_line) {
                open_grid(scene, context, bounds.grown(2.0));
                scene.push(Shape::Text(text));
                return;
            }
        }
    }
}

/// Whether `room` overlaps no text and no symbol of a datum and, if `clear_of_line`, no line of one.
fn is_free(scene: &Scene, room: &Rect, clear_of_line: bool) -> bool {
    !scene.marks.iter().any(|mark| {
        let in_the_way = match mark.shape {
            Shape::Text(_) => true,
            Shape::Symbol { .. } => mark.datum.is_some(),
            Shape::Line { .. } => clear_of_line && mark.datum.is_some(),
            _ => false,
        };
        in_the_way && mark.shape.bounds().grown(1.0).overlaps(room)
    })
}

/// Places the numbered list of published totals: in the upper left corner of the plot if that is free, otherwise below
/// the chart. Returns the lower edge of everything.
fn place_list(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout, points: &[Published]) -> f64 {
    const MARGIN: f64 = 8.0;
    if points.is_empty() {
        return columns.bottom;
    }
    let messages = context.locale.messages();
    let (mut numbered, mut whole) = (Vec::new(), Vec::new());
    for (index, point) in points.iter().enumerate() {
        let number = context.locale.count(index as u32 + 1);
        let words = fill(messages.published_numbered, &[("number", &number), ("mark", point.mark)]);
        whole.push(fill(messages.published_in_line, &[("words", &words), ("period", &point.period)]));
        numbered.push(words);
    }
    let mut entries = Vec::new();
    for (point, words) in points.iter().zip(&whole) {
        entries.push(Entry::plain(Swatch::Symbol(point.symbol), words));
    }
    let corner = Point::new(columns.plot.x + MARGIN, columns.plot.y + MARGIN);
    let height = entries.len() as f64 * legend::LINE;
    let inside = Rect::new(corner.x, corner.y, legend::width(&entries, context), height);
    let taken = scene.marks.iter().any(|mark| {
        let own = mark.datum.is_some() || matches!(mark.shape, Shape::Text(_));
        own && mark.shape.bounds().grown(MARGIN).overlaps(&inside)
    });
    if !taken && inside.right() <= context.width && inside.bottom() <= columns.plot.bottom() {
        open_grid(scene, context, inside.grown(2.0));
        legend::place_in_column(scene, context, &entries, corner);
        return columns.bottom;
    }
    let mut top = columns.bottom + MARGIN;
    for (index, mut entry) in entries.into_iter().enumerate() {
        let fits = legend::entry_width(&entry, context) <= context.width;
        if !fits {
            entry.words = &numbered[index];
        }
        top += legend::place_in_lines(scene, context, &[entry], top);
        if !fits {
            // A line of its own, so that the period is not broken.
            top += legend::place_note(scene, context, &points[index].period, Point::new(0.0, top));
        }
    }
    top
}
