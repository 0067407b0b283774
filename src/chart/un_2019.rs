//! `un-2019`: the two billion dollars of the United Nations report of 2019, row by row.

use super::context::{BREAKPOINTS, LayoutContext};
use super::kind::ChartKind;
use super::parts::bars::{Bar, Bars, LABEL_SHARE};
use super::parts::legend::{self, Entry, Swatch};
use super::parts::stack;
use super::recipe::Recipe;
use crate::aggregate::{Datum, Key, UnReport, by_un_row};
use crate::data::{Country, UnKind, sorted};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scene::{Anchor, Fill, Scene, Shape};
use crate::text::{Weight, fit, wrap};
use crate::theme::{Color, HEADING_SIZE, LABEL_SIZE, NOTE_SIZE};

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Un2019,
    series: |dataset, filter, _| vec![by_un_row(dataset, filter)],
    layout,
    summary: Some(sums),
};

/// From this width in CSS pixels, attempts are beside money taken, and lists of countries beside their labels.
const SIDE_BY_SIDE_FROM: f64 = BREAKPOINTS[2];
const GAP: f64 = 40.0;
/// Distance between parts, in CSS pixels.
const SPACE: f64 = 20.0;
const LINE: f64 = 18.0;
const SUMS: f64 = 24.0;

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let report = UnReport::of(&context.figure.series[0], context.dataset);
    let mut bottom = place_sums(scene, context, &report);
    bottom = place_rows(scene, context, &report, bottom + SPACE);
    if !context.dataset.press_countries.is_empty() {
        bottom = place_countries(scene, context, &report, bottom + SPACE);
    }
    scene.height = bottom;
}

/// Lays out the sums of the report without its rows.
fn sums(context: &LayoutContext) -> Scene {
    let mut scene = Scene::new(context.width);
    let report = UnReport::of(&context.figure.series[0], context.dataset);
    scene.height = place_sums(&mut scene, context, &report);
    scene
}

/// The fill of a kind of row: an outline for attempts.
fn fill_of(kind: UnKind, context: &LayoutContext) -> Fill {
    match kind {
        UnKind::Attempted => Fill::Hollow(context.theme.plain),
        _ => Fill::Solid(context.theme.plain),
    }
}

/// Places a text on as many lines as it needs. Returns the top of the line after it.
fn place_lines(
    scene: &mut Scene,
    context: &LayoutContext,
    words: &str,
    at: Point,
    (size, weight, color): (f64, Weight, Color),
) -> f64 {
    let mut top = at.y;
    for line in wrap(words, context.width - at.x, size, weight, context.text) {
        let at = Point::new(at.x, top + size);
        scene.push(Shape::Text(context.text_of(line, at, Anchor::Start, size, weight, color)));
        top += LINE;
    }
    top
}

/// Places a heading, both sums as one bar with a mark for the published total, the legend and notes. Returns the
/// bottom.
fn place_sums(scene: &mut Scene, context: &LayoutContext, report: &UnReport) -> f64 {
    let (locale, messages, theme) = (context.locale, context.locale.messages(), context.theme);
    let sum = report.sum();
    let rows = locale.counted(report.all_rows(), messages.un_rows);
    let cases = locale.counted(report.cases(), messages.un_cases);
    let amount = if sum > 0.0 { locale.usd_part(sum, sum) } else { messages.un_no_amount.into() };
    let heading = fill(messages.un_heading, &[("amount", &amount), ("cases", &cases), ("rows", &rows)]);
    let mut top = place_lines(scene, context, &heading, Point::default(), (HEADING_SIZE, Weight::Bold, theme.ink));
    if sum > 0.0 {
        top = place_bar(scene, context, report, top + 4.0) + 4.0;
        let mut words = Vec::new();
        for kind in [UnKind::Attempted, UnKind::Taken] {
            let amount = locale.usd_part(report.printed[kind as usize], sum);
            let values = [("kind", messages.un_kinds[kind as usize]), ("amount", &amount)];
            words.push((kind, fill(messages.un_kind_sum, &values)));
        }
        let mut entries = Vec::new();
        for (kind, words) in &words {
            entries.push(Entry::plain(Swatch::Fill(fill_of(*kind, context)), words));
        }
        top += legend::place_in_lines(scene, context, &entries, top);
    }
    for (n, plural) in [(report.repeated, messages.un_repeated), (report.without_amount, messages.un_without_amount)] {
        if n > 0 && sum > 0.0 {
            let words = locale.counted(n, plural);
            top = place_lines(scene, context, &words, Point::new(0.0, top), (NOTE_SIZE, Weight::Regular, theme.muted));
        }
    }
    top
}

fn place_bar(scene: &mut Scene, context: &LayoutContext, report: &UnReport, mut top: f64) -> f64 {
    let theme = context.theme;
    let rest = context.figure.rest.first().map_or(0.0, |rest| UnReport::of(rest, context.dataset).sum());
    let headline = report.headline.map(|index| &context.dataset.estimates[index]);
    let total = headline.map_or(0.0, |estimate| estimate.stolen_usd.best);
    let px_per_unit = context.width / report.sum().max(rest).max(total).max(1.0);
    let mark = headline.and_then(|estimate| estimate.mark.as_ref());
    let words = mark.map_or("", |mark| mark);
    for line in wrap(words, context.width, NOTE_SIZE, Weight::Regular, context.text) {
        let at = Point::new(total * px_per_unit, top + NOTE_SIZE);
        let mut label = context.text_of(line, at, Anchor::End, NOTE_SIZE, Weight::Regular, theme.ink);
        label.at.x = label.at.x.max(label.width);
        scene.push(Shape::Text(label));
        top += LINE;
    }
    let [attempted, taken, _] = report.printed.map(|usd| usd * px_per_unit);
    let fills = [fill_of(UnKind::Attempted, context), fill_of(UnKind::Taken, context)];
    let mut parts = vec![((0.0, rest * px_per_unit), Fill::Solid(theme.faded))];
    parts.extend(stack::spans(&[attempted, taken], 1.0).into_iter().zip(fills));
    for ((from, to), fill) in parts {
        if to > from {
            scene.push(Shape::Rect { rect: Rect::new(from, top, to - from, SUMS), fill });
        }
    }
    if mark.is_some() {
        let x = total * px_per_unit;
        for (color, width) in [(theme.ground, 4.0), (theme.ink, 2.0)] {
            let (from, to) = (Point::new(x, top - 4.0), Point::new(x, top + SUMS));
            scene.push(Shape::Line { from, to, color, width });
        }
    }
    top + SUMS
}

/// Places the rows of each kind, all on one scale. Unselected rows are faded and keep their position.
fn place_rows(scene: &mut Scene, context: &LayoutContext, report: &UnReport, top: f64) -> f64 {
    let (figure, messages) = (context.figure, context.locale.messages());
    let rows = figure.rest.first().unwrap_or(&figure.series[0]);
    let side_by_side = context.width >= SIDE_BY_SIDE_FROM;
    let width = if side_by_side { (context.width - GAP) / 2.0 } else { context.width };
    let mut bars: [Vec<Bar>; UnKind::ALL.len()] = Default::default();
    for datum in &rows.data {
        if let Some((kind, bar)) = bar(context, datum, width) {
            bars[kind as usize].push(bar);
        }
    }
    let mut bottoms = [top, if side_by_side { top } else { f64::INFINITY }];
    let mut panels = Vec::new();
    for (kind, bars) in bars.into_iter().enumerate() {
        if bars.is_empty() {
            continue;
        }
        let n = context.locale.counted(report.rows[kind], messages.un_rows);
        let heading = fill(messages.un_kind_sum, &[("kind", messages.un_kinds[kind]), ("amount", &n)]);
        let column = usize::from(bottoms[1] < bottoms[0]);
        let room = Rect::new(column as f64 * (width + GAP), bottoms[column], width, 0.0);
        let panel = Bars::new(context, [&heading, ""], bars, None, room);
        bottoms[column] = panel.area().bottom() + SPACE;
        panels.push(panel);
    }
    let px_per_unit = panels.iter().map(|panel| panel.px_per_unit(context)).fold(f64::INFINITY, f64::min);
    let mut bottom = top;
    for panel in panels {
        panel.place(scene, context, px_per_unit);
        bottom = bottom.max(panel.area().bottom());
    }
    bottom
}

fn bar(context: &LayoutContext, datum: &Datum, width: f64) -> Option<(UnKind, Bar)> {
    let (locale, messages, theme) = (context.locale, context.locale.messages(), context.theme);
    let Key::UnRow(index) = datum.key else { return None };
    let incident = context.dataset.incidents.get(index)?;
    let row = incident.un2019()?;
    let number = context.figure.data().find(|(_, chosen)| chosen.key == datum.key).map(|(number, _)| number);
    let fill_of_bar = if number.is_some() { fill_of(row.kind, context) } else { Fill::Solid(theme.faded) };
    // A theft printed twice has its bar once, so that lengths add up to the sum. Its other row states it in words.
    let length = row.printed().filter(|_| row.counts).unwrap_or(0.0);
    // An amount is never wider than a label. Only the words beside it can be, on the narrowest screens.
    let room = width * (1.0 - LABEL_SHARE) - GAP / 2.0;
    let amount = row.printed().map_or(messages.un_no_amount.into(), |usd| locale.usd_short(usd));
    let twin = fill(messages.un_twin, &[("amount", &amount)]);
    let is_twin = !row.counts && row.printed().is_some();
    let beside = is_twin && context.label_width(&twin) <= room;
    let words = fit(if beside { &twin } else { &amount }, room, LABEL_SIZE, Weight::Regular, context.text);
    // Without room beside the bar, the label says why there is none.
    let label = match is_twin && !beside {
        true => fill(messages.un_twin, &[("amount", incident.name())]),
        false => incident.name().into(),
    };
    let bar = Bar {
        number,
        label,
        named: None,
        label_color: if number.is_some() { theme.ink } else { theme.muted },
        apart: false,
        parts: vec![(length, fill_of_bar)],
        rest: 0.0,
        interval: None,
        short_words: words.clone(),
        words,
    };
    Some((row.kind, bar))
}

/// Places the comparison of the countries in the rows with those in the press list. Returns the bottom.
fn place_countries(scene: &mut Scene, context: &LayoutContext, report: &UnReport, top: f64) -> f64 {
    let (locale, messages, theme) = (context.locale, context.locale.messages(), context.theme);
    let of_rows = (report.in_both.len() + report.in_rows_only.len()) as u32;
    let listed = locale.count(context.dataset.press_countries.len() as u32);
    let template = if report.whole { messages.un_countries } else { messages.un_selected_countries };
    let heading = fill(&locale.counted(of_rows, template), &[("listed", &listed)]);
    let mut top = place_lines(scene, context, &heading, Point::new(0.0, top), (HEADING_SIZE, Weight::Bold, theme.ink));
    top += 4.0;
    let label = |template, countries: &[Country]| fill(template, &[("n", &locale.count(countries.len() as u32))]);
    let lists = [
        (label(messages.un_in_both, &report.in_both), &report.in_both),
        (label(messages.un_in_rows_only, &report.in_rows_only), &report.in_rows_only),
        (label(messages.un_in_press_only, &report.in_press_only), &report.in_press_only),
    ];
    let widest = lists.iter().map(|(label, _)| context.label_width(label)).fold(0.0, f64::max);
    let indent = if context.width >= SIDE_BY_SIDE_FROM { widest + GAP / 2.0 } else { 0.0 };
    for (label, countries) in &lists {
        if countries.is_empty() {
            continue;
        }
        let below =
            place_lines(scene, context, label, Point::new(0.0, top), (LABEL_SIZE, Weight::Regular, theme.muted));
        let at = Point::new(indent, if indent > 0.0 { top } else { below });
        let names = names(context, countries);
        top = place_lines(scene, context, &names, at, (LABEL_SIZE, Weight::Regular, theme.ink)) + 4.0;
    }
    top
}

/// The names of countries as a list, sorted by name.
fn names(context: &LayoutContext, countries: &[Country]) -> String {
    let locale = context.locale;
    let name = |index: usize| locale.country(Some(countries[index]));
    let order = sorted(countries.len(), &|a, b| name(a).cmp(name(b)));
    let names: Vec<&str> = order.into_iter().map(name).collect();
    names.join(locale.messages().list_comma)
}
