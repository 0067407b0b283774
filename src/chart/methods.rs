//! `methods`: how it was done, as bars by method with a strip of years beside each, and what came back.

use super::context::{BREAKPOINTS, LayoutContext};
use super::kind::ChartKind;
use super::labels::place_note;
use super::parts::bars::{Bar, Bars, THICKNESS};
use super::parts::legend::{self, Entry, Swatch};
use super::parts::totals::{self, Label};
use super::recipe::Recipe;
use crate::aggregate::{Datum, Key, Measure, by_method, not_chosen, recovered};
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, DatumRef, Fill, Scene, Shape};
use crate::theme::{HEADING_SIZE, NOTE_SIZE};

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Methods,
    series: |dataset, filter, measure| vec![by_method(dataset, filter, measure), recovered(dataset, filter)],
    layout,
    summary: None,
};

/// Indices of the two series in the figure.
const METHODS: usize = 0;
const RECOVERED: usize = 1;
/// From this width in CSS pixels, what came back is beside the methods.
const SIDE_BY_SIDE_FROM: f64 = BREAKPOINTS[2];
const GAP: f64 = 40.0;
/// Share of the width for methods, which have a strip of years beside their bars.
const METHODS_SHARE: f64 = 0.64;
/// Share of a panel for the strips of years, their least and largest width, and the distance from the bars.
const STRIP_SHARE: f64 = 0.2;
const STRIP: (f64, f64) = (52.0, 132.0);
const STRIP_GAP: f64 = 12.0;

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let mut entries = legend::evidence_entries(context);
    if context.figure.measure == Measure::Usd {
        entries.push(Entry::plain(Swatch::Interval, context.locale.messages().interval));
    }
    let top = legend::place_in_lines(scene, context, &entries, 0.0) + 8.0;
    let side_by_side = context.width >= SIDE_BY_SIDE_FROM;
    let wide = if side_by_side { (context.width - GAP) * METHODS_SHARE } else { context.width };
    let bottom = place_methods(scene, context, Rect::new(0.0, top, wide, 0.0));
    let room = if side_by_side {
        Rect::new(wide + GAP, top, context.width - wide - GAP, 0.0)
    } else {
        Rect::new(0.0, bottom + 20.0, context.width, 0.0)
    };
    let bottom = place_recovered(scene, context, room).max(bottom);
    scene.height = place_note(scene, context, context.locale.messages().methods_gross, bottom + 4.0) + NOTE_SIZE / 2.0;
}

/// Places the bars of methods with their strips. Returns the lower edge.
fn place_methods(scene: &mut Scene, context: &LayoutContext, room: Rect) -> f64 {
    let figure = context.figure;
    let messages = context.locale.messages();
    let strip = (room.width * STRIP_SHARE).clamp(STRIP.0, STRIP.1);
    let numbers = figure.data().filter(|(_, datum)| matches!(datum.key, Key::Method(_)));
    let mut bars: Vec<Bar> = numbers
        .map(|(number, datum)| totals::chosen(context, METHODS, number, datum, label(context, datum.key)))
        .collect();
    if let Some(rest) = figure.rest.get(METHODS) {
        bars.extend(
            not_chosen(&figure.series[METHODS], rest)
                .iter()
                .map(|datum| totals::rest(context, datum, label(context, datum.key))),
        );
    }
    let note = totals::unknown_note(context, &figure.series[METHODS].totals);
    let of_bars = Rect { width: room.width - strip - STRIP_GAP, ..room };
    let bars = Bars::new(context, [messages.by_method_of_theft, ""], bars, note, of_bars);
    bars.place(scene, context, bars.px_per_unit(context));
    if let Some(panel) = scene.panels.last_mut() {
        // A strip has no datum of its own: a point in it hits the bar beside it.
        panel.area.width = room.width;
    }
    let strip = Rect::new(room.right() - strip, room.y, strip, 0.0);
    place_years(scene, context, &strip);
    for (datum, top) in figure.series[METHODS].data.iter().zip(bars.tops()) {
        place_strip(scene, context, datum, Rect::new(strip.x, top, strip.width, THICKNESS));
    }
    bars.area().bottom()
}

/// Places the first and the last year above the strips, beside the first line of the heading.
fn place_years(scene: &mut Scene, context: &LayoutContext, strip: &Rect) {
    let (first, last) = context.figure.axis_years();
    let baseline = strip.y + HEADING_SIZE;
    let mut ends = vec![(first, Point::new(strip.x, baseline), Anchor::Start)];
    if first < last {
        ends.push((last, Point::new(strip.right(), baseline), Anchor::End));
    }
    for (year, at, anchor) in ends {
        let mut label = context.label(context.locale.short_year(year), at, anchor);
        label.color = context.theme.muted;
        scene.push(Shape::Text(label));
    }
}

/// Places a column for each year of a method. Each strip has its own scale, because the bar compares the methods.
fn place_strip(scene: &mut Scene, context: &LayoutContext, datum: &Datum, area: Rect) {
    const LINE: f64 = 1.0;
    const RADIUS: f64 = 1.5;
    let (theme, measure) = (context.theme, context.figure.measure);
    let (first, last) = context.figure.axis_years();
    let years = context.figure.by_year(datum.key, context.dataset);
    let most = years.iter().map(|(_, totals)| totals.value(measure)).fold(0.0, f64::max);
    let step = area.width / f64::from(last - first + 1);
    let gap = (step * 0.2).min(2.0);
    let floor = area.bottom() - LINE;
    let line = Rect::new(area.x, floor, area.width, LINE);
    scene.push(Shape::Rect { rect: line, fill: Fill::Solid(theme.faded) });
    for (year, totals) in years {
        let x = area.x + step * f64::from(year - first);
        let height = (area.height - LINE) * totals.value(measure) / most.max(1.0);
        if height > 0.0 {
            let rect = Rect::new(x + gap / 2.0, floor - height, step - gap, height);
            scene.push(Shape::Rect { rect, fill: Fill::Solid(theme.muted) });
        } else {
            // Attacks without a known amount: a ring has no length.
            let centre = Point::new((x + step / 2.0).clamp(RADIUS, context.width - RADIUS), floor - 2.0 * RADIUS);
            scene.push(Shape::Dot { centre, radius: RADIUS, fill: Fill::Hollow(theme.muted) });
        }
    }
}

fn label(context: &LayoutContext, key: Key) -> Label {
    let words = match key {
        Key::Method(method) => context.locale.method_label(method).into(),
        Key::Recovered(kind) => context.locale.messages().recovery_kinds[kind as usize].into(),
        _ => String::new(),
    };
    Label { words, color: context.theme.plain, apart: key == Key::Method(None) }
}

/// Places what came back on the scale of what was taken, in dollars whatever the measure. Returns the lower edge.
fn place_recovered(scene: &mut Scene, context: &LayoutContext, room: Rect) -> f64 {
    let (locale, theme) = (context.locale, context.theme);
    let messages = locale.messages();
    let taken = context.figure.series[METHODS].totals;
    let bar = |number: Option<DatumRef>, label: String, usd: f64, fill: Fill| {
        let words = locale.usd_short(usd);
        let (label_color, short_words) = (if number.is_some() { theme.ink } else { theme.muted }, words.clone());
        let (parts, rest, interval) = (vec![(usd, fill)], 0.0, None);
        Bar { number, label, named: None, label_color, apart: false, parts, rest, interval, words, short_words }
    };
    let mut bars = Vec::new();
    if taken.known > 0 {
        bars.push(bar(None, messages.recovered_of.into(), taken.usd.best, Fill::Solid(theme.faded)));
    }
    let first = context.figure.series[METHODS].data.len() as u32;
    for (datum, number) in context.figure.series[RECOVERED].data.iter().zip(first..) {
        let usd = datum.totals.usd.best;
        bars.push(bar(Some(DatumRef(number)), label(context, datum.key).words, usd, Fill::Solid(theme.plain)));
    }
    let heading = if context.figure.series[RECOVERED].data.is_empty() {
        messages.recovered_nothing
    } else {
        messages.recovered_heading
    };
    let bars = Bars::new(context, [heading, ""], bars, None, room);
    let px_per_unit = bars.px_per_unit(context);
    bars.place(scene, context, if px_per_unit.is_finite() { px_per_unit } else { 1.0 });
    bars.area().bottom()
}
