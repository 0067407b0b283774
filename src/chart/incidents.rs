//! `incidents`: every theft by date and amount on a logarithmic axis; below it, strips for unknown amounts and for
//! zero.

use super::context::{BREAKPOINTS, LayoutContext};
use super::crowd;
use super::kind::ChartKind;
use super::labels::place_note;
use super::parts::amounts::{Amounts, Lane, gutter, lane, place_grid, years};
use super::parts::dates::Dates;
use super::parts::dots;
use super::parts::legend::{self, Entry, Swatch};
use super::parts::names::{self, Name};
use super::recipe::Recipe;
use crate::aggregate::{Key, by_incident};
use crate::data::{Group, Incident, Precision, sorted};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scale::LogScale;
use crate::scene::{DatumRef, Fill, Panel, Reach, Scene, Shape, Symbol};
use crate::text::{Weight, fit, isolated};
use crate::theme::{Color, LABEL_SIZE, NOTE_SIZE};

pub(super) const RECIPE: Recipe = Recipe {
    layout: |scene, context| match context.figure.series[0].crowd.is_empty() {
        true => layout(scene, context),
        false => crowd::layout(scene, context),
    },
    ..FEW
};

/// The same without the code for crowds.
pub(super) const FEW: Recipe = Recipe {
    kind: ChartKind::Incidents,
    series: |dataset, filter, _| vec![by_incident(dataset, filter)],
    layout,
    summary: None,
};

/// From this width in CSS pixels, dots are larger.
const WIDE_FROM: f64 = BREAKPOINTS[1];
/// How many half steps a dot moves aside before it moves a row up or down. A row means another amount in the plot and
/// nothing in a strip.
const STEPS_A_ROW: usize = 6;
const STEPS_A_ROW_IN_STRIP: usize = 1;
const FADED_RADIUS: f64 = 2.0;

/// An incident with the position of its dot.
struct Theft<'a> {
    /// Its datum; `None` if it is not selected.
    number: Option<DatumRef>,
    incident: &'a Incident,
    lane: Lane,
    centre: Point,
}

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let radius = if context.width < WIDE_FROM { 3.5 } else { 4.5 };
    let mut thefts = thefts(context);
    let mut amounts = Amounts::default();
    thefts.iter().for_each(|theft| amounts.add(theft.incident));
    let mut values = amounts.scale();
    let in_plot = thefts.iter().any(|theft| theft.lane == Lane::Plot);
    let (gutter, labels) = gutter(context, &values, in_plot);
    // Dots at the ends are not cut off.
    let left = gutter + radius + 2.0;
    let right = (context.width - radius - 2.0).max(left + 1.0);
    let dates = Dates::new(context, years(context), (left, right));
    let mut top = legend::place_in_lines(scene, context, &groups(context, &thefts), 0.0);
    let left_out = left_out(context, &thefts);
    top += legend::place_in_lines(scene, context, &signs(context, &thefts, &dates, radius, &left_out), top) + 4.0;
    let panel_top = top;
    let mut plot = Rect::new(left, top, right - left, 0.0);
    if in_plot {
        top = place_note(scene, context, context.locale.messages().log_axis, top);
        plot.y = top + LABEL_SIZE + 10.0;
        plot.height = context.plot_height([300.0, 320.0, 380.0, 460.0]);
        values.range = (plot.bottom(), plot.y);
        place_grid(scene, context, &values, &labels);
        top = plot.bottom() + radius + 2.0;
        move_apart(&mut thefts, Lane::Plot, &dates, &values, &plot, radius);
    }
    let messages = context.locale.messages();
    for (lane, words) in [(Lane::Unknown, messages.unknown_strip), (Lane::Nothing, messages.nothing_strip)] {
        if !thefts.iter().any(|theft| theft.lane == lane) {
            continue;
        }
        top = place_note(scene, context, words, top + 2.0);
        let strip = Rect::new(left, top + radius + 6.0, right - left, f64::INFINITY);
        let last = move_apart(&mut thefts, lane, &dates, &values, &strip, radius);
        top = last + radius + 4.0;
    }
    let bottom = dates.place(scene, context, top + 4.0);
    place_marks(scene, context, &thefts, &dates, &values, radius);
    let field = Rect::new(0.0, plot.y - LABEL_SIZE, context.width, plot.height + LABEL_SIZE);
    place_names(scene, context, &thefts, &field, radius);
    scene
        .panels
        .push(Panel { area: Rect::new(0.0, panel_top, context.width, bottom - panel_top), reach: Reach::Points });
    scene.height = bottom;
}

/// Every incident of the period, the selected ones first.
fn thefts<'a>(context: &LayoutContext<'a>) -> Vec<Theft<'a>> {
    let mut thefts = Vec::new();
    let mut add = |number: Option<DatumRef>, key: Key| {
        if let Key::Incident(index) = key {
            let incident = &context.dataset.incidents[index];
            thefts.push(Theft { number, incident, lane: lane(incident), centre: Point::new(0.0, 0.0) });
        }
    };
    for (number, datum) in context.figure.data() {
        add(Some(number), datum.key);
    }
    for rest in &context.figure.rest {
        for datum in &rest.data {
            if context.figure.series[0].find(datum.key).is_none() {
                add(None, datum.key);
            }
        }
    }
    thefts
}

/// Positions the dots of a lane so that they stay apart. Returns the y of the lowest.
fn move_apart(thefts: &mut [Theft], lane: Lane, dates: &Dates, values: &LogScale, field: &Rect, radius: f64) -> f64 {
    let mut lowest = field.y;
    let (mut before, mut steps) = (Point::new(f64::NAN, 0.0), 0);
    let in_lane = thefts.iter().filter(|theft| theft.lane == lane).count();
    let (apart, steps_a_row) = match lane {
        // The distance shrinks when there are many dots, so that each finds a free position.
        Lane::Plot => {
            let room = field.width * field.height / (6.0 * in_lane as f64);
            ((radius + 1.5).min(room.sqrt()), STEPS_A_ROW)
        }
        _ => (2.0 * radius + 1.0, STEPS_A_ROW_IN_STRIP),
    };
    let mut taken = dots::Taken::new(apart);
    for theft in thefts {
        if theft.lane == lane {
            let y = theft.incident.stolen_usd.map_or(0.0, |usd| values.map(usd.best));
            let y = if lane == Lane::Plot { y } else { field.y };
            let at = Point::new(dates.middle(theft.incident.date), y);
            if at != before {
                (before, steps) = (at, 0);
            }
            theft.centre = dots::dodge(at, &taken, field, steps_a_row, &mut steps);
            taken.add(theft.centre);
            lowest = lowest.max(theft.centre.y);
        }
    }
    lowest
}

fn place_marks(
    scene: &mut Scene,
    context: &LayoutContext,
    thefts: &[Theft],
    dates: &Dates,
    values: &LogScale,
    radius: f64,
) {
    // Unselected dots are behind everything.
    for theft in thefts {
        if theft.number.is_none() {
            let fill = Fill::Solid(context.theme.faded);
            scene.push(Shape::Dot { centre: theft.centre, radius: FADED_RADIUS, fill });
        }
    }
    for theft in thefts {
        if theft.number.is_some() {
            place_reach(scene, context, theft, dates, values, radius);
        }
    }
    let mut below = dots::Taken::new(2.0 * radius);
    for theft in thefts {
        let Some(number) = theft.number else { continue };
        if !below.is_free(theft.centre) {
            let fill = Fill::Solid(context.theme.ground);
            scene.push(Shape::Dot { centre: theft.centre, radius: radius + 1.0, fill });
        }
        below.add(theft.centre);
        let color = context.theme.group(theft.incident.sector.group());
        let fill = match (theft.incident.counted && theft.lane != Lane::Nothing, theft.incident.evidence.is_official())
        {
            (false, _) => Fill::Hollow(color),
            (true, true) => Fill::Solid(color),
            (true, false) => ringed(context, color),
        };
        dots::place(scene, context, Some(number), (theft.centre, radius, fill), theft.incident.disputed);
        if !theft.incident.counted {
            dots::leave_out(scene, Some(number), (theft.centre, radius, color));
        }
    }
}

/// Places the lines through a dot: from the lowest to the highest estimate, and over the span of an uncertain date.
fn place_reach(
    scene: &mut Scene,
    context: &LayoutContext,
    theft: &Theft,
    dates: &Dates,
    values: &LogScale,
    radius: f64,
) {
    let color = context.theme.group(theft.incident.sector.group());
    let Point { x, y } = theft.centre;
    if let Some((from, to)) = whisker(theft.incident, dates, radius) {
        let color = color.mixed(context.theme.ground, 0.6);
        scene.push(Shape::Line { from: Point::new(from, y), to: Point::new(to, y), color, width: 1.0 });
    }
    let Some(usd) = theft.incident.stolen_usd.filter(|usd| theft.lane == Lane::Plot && usd.low < usd.high) else {
        return;
    };
    let (low, high) = (values.map(usd.low), values.map(usd.high));
    if low > y + radius || high < y - radius {
        scene.push(Shape::Line { from: Point::new(x, high), to: Point::new(x, low), color, width: 1.0 });
    }
    if usd.low == 0.0 {
        // A logarithmic axis does not reach 0: the arrow means that the line goes on.
        let centre = Point::new(x, low - 3.0);
        scene.push(Shape::Symbol { centre, radius: 3.0, symbol: Symbol::Down, color });
    }
}

/// Start and end of a date known to the month or year, in CSS pixels, if the line would be longer than its dot is wide.
fn whisker(incident: &Incident, dates: &Dates, radius: f64) -> Option<(f64, f64)> {
    let (from, to) = dates.ends(incident.date);
    (incident.date.precision() != Precision::Day && to - from > 2.0 * radius).then_some((from, to))
}

/// Names the largest thefts with their amounts, as many as there is room for.
fn place_names(scene: &mut Scene, context: &LayoutContext, thefts: &[Theft], field: &Rect, radius: f64) {
    /// Width of the chart for each name, in CSS pixels.
    const WIDTH_A_NAME: f64 = 48.0;
    let messages = context.locale.messages();
    let best = |index: usize| thefts[index].incident.stolen_usd.map_or(0.0, |usd| usd.best);
    let most = (context.width / WIDTH_A_NAME) as usize;
    let room = (field.width * 0.45).min(160.0);
    let mut named = Vec::new();
    for index in sorted(thefts.len(), &|a, b| best(b).total_cmp(&best(a))) {
        let Theft { number: Some(number), incident, centre, .. } = thefts[index] else { continue };
        if named.len() == most || best(index) == 0.0 {
            break;
        }
        let victim = fit(names::short_name(incident), room, NOTE_SIZE, Weight::Regular, context.text);
        if victim.is_empty() {
            continue;
        }
        let amount = context.locale.usd_short(best(index));
        let victim = isolated(&victim);
        let values = [("victim", victim.as_str()), ("amount", &amount)];
        // The amount gives way before the words that an incident is in no count.
        let templates: &[&str] = match incident.counted {
            true => &[messages.named_theft],
            false => &[messages.named_theft_left_out, messages.named_left_out],
        };
        named.push(Name {
            number,
            centre,
            radius,
            words: templates.iter().map(|words| fill(words, &values)).collect(),
        });
    }
    names::place(scene, context, &named, field);
}

/// The fill for evidence that is not official. Its tint is stronger than that of a column, because a small ring would
/// look hollow in the dark theme.
fn ringed(context: &LayoutContext, color: Color) -> Fill {
    Fill::Hatched { stripe: color, tint: color.mixed(context.theme.ground, 0.6) }
}

fn any(thefts: &[Theft], holds: &dyn Fn(&Incident) -> bool) -> bool {
    thefts.iter().any(|theft| theft.number.is_some() && holds(theft.incident))
}

/// Legend entries of the groups that occur in the period.
fn groups<'a>(context: &LayoutContext<'a>, thefts: &[Theft]) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for group in Group::ALL {
        if thefts.iter().any(|theft| theft.incident.sector.group() == group) {
            entries.push(Entry {
                swatch: Swatch::Dot(Fill::Solid(context.theme.group(group))),
                words: context.locale.group_of(context.dataset, group),
                choice: Some(("group", group.id())),
                faded: !any(thefts, &|incident| incident.sector.group() == group),
            });
        }
    }
    entries
}

/// How many incidents are in no count.
fn left_out(context: &LayoutContext, thefts: &[Theft]) -> String {
    let n = thefts.iter().filter(|theft| theft.number.is_some() && !theft.incident.counted).count();
    let messages = context.locale.messages();
    fill(messages.un_kind_sum, &[("kind", messages.left_out), ("amount", &context.locale.count(n as u32))])
}

/// Legend entries of the fills for evidence and of every other sign that occurs.
fn signs<'a>(
    context: &LayoutContext,
    thefts: &[Theft],
    dates: &Dates,
    radius: f64,
    left_out: &'a str,
) -> Vec<Entry<'a>> {
    let messages = context.locale.messages();
    let color = context.theme.plain;
    let mut entries = Vec::new();
    let mut add = |occurs: &dyn Fn(&Incident) -> bool, swatch, words: &'a str, choice| {
        if any(thefts, occurs) {
            entries.push(Entry { choice, ..Entry::plain(swatch, words) });
        }
    };
    // Attempts are outlines, whatever the evidence.
    let filled = |incident: &Incident| incident.counted && lane(incident) != Lane::Nothing;
    let official = |incident: &Incident| filled(incident) && incident.evidence.is_official();
    let other = |incident: &Incident| filled(incident) && !incident.evidence.is_official();
    let ranges = |incident: &Incident| incident.stolen_usd.is_some_and(|usd| usd.low < usd.high);
    let whiskers = |incident: &Incident| whisker(incident, dates, radius).is_some();
    add(&official, Swatch::Dot(Fill::Solid(color)), messages.official, Some(legend::OFFICIAL));
    add(&other, Swatch::Dot(ringed(context, color)), messages.other, Some(legend::OTHER));
    add(&|incident| !incident.counted, Swatch::LeftOut(color), left_out, None);
    add(&|incident| incident.disputed, Swatch::Struck(Fill::Solid(color)), messages.disputed_dot, None);
    add(&ranges, Swatch::Upright, messages.interval, None);
    add(&whiskers, Swatch::Level, messages.coarse_date, None);
    entries
}
