//! `raids`: every theft as a square whose area is the amount taken, packed by date; below it, strips for unknown
//! amounts and for zero. The largest are named.

use super::context::{BREAKPOINTS, LayoutContext};
use super::kind::ChartKind;
use super::labels::{place_note, push_apart};
use super::parts::amounts::{Lane, lane};
use super::parts::legend::{self, Entry, Swatch};
use super::parts::names::{self, Name};
use super::parts::packing::{self, Packing};
use super::recipe::Recipe;
use crate::aggregate::{Filter, Key, by_theft, drawn_thefts, largest_thefts};
use crate::data::Incident;
use crate::geometry::{Point, Rect};
use crate::locale::{Locale, fill};
use crate::scene::{Anchor, DatumRef, Fill, Mark, Panel, Reach, Scene, Shape, Text};
use crate::text::{Weight, brief, fit, isolated, wrap};
use crate::theme::{LABEL_SIZE, LEAD_SIZE, NOTE_SIZE, TITLE_SIZE};

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Raids,
    series: |dataset, filter, _| vec![by_theft(dataset, filter)],
    layout,
    summary: None,
};

/// From this width in CSS pixels, dates run from left to right instead of from top to bottom.
const ACROSS_FROM: f64 = BREAKPOINTS[0];
/// Height in CSS pixels of the plot.
const HEIGHTS: [f64; 4] = [480.0, 320.0, 360.0, 400.0];
/// Length of the tick at the start of a year, in CSS pixels.
const TICK: f64 = 5.0;
/// Distance from an edge of a square to the words in it, in CSS pixels.
const PADDING: f64 = 4.0;
/// Least room for a square, in CSS pixels.
const LEAST: f64 = 1.0;
/// Widest name in a line beside a square, and widest line of a name that has room of its own, in CSS pixels.
const WIDEST_NAME: f64 = 160.0;
const WIDEST_BESIDE: f64 = 78.0;

/// A theft with its mark.
struct Theft<'a> {
    /// Its datum; `None` if it is not selected.
    number: Option<DatumRef>,
    incident: &'a Incident,
    lane: Lane,
    /// Whether it is among the largest of the selection.
    large: bool,
    /// Whether it is among the largest of all, which have room for their names.
    named: bool,
}

/// The squares in their field, and the years.
struct Squares<'a> {
    thefts: Vec<&'a Theft<'a>>,
    /// Lengths of their sides, for a scale of 1.
    sides: Vec<f64>,
    packing: Packing,
    /// The label of each year.
    years: Vec<String>,
    /// Position and size of the field.
    area: Rect,
    /// Whether dates run from top to bottom.
    down: bool,
}

impl<'a> Squares<'a> {
    /// Packs the squares, with room beside those of the largest that cannot hold their words. The field begins at the top
    /// of the scene.
    fn new(context: &LayoutContext, thefts: Vec<&'a Theft<'a>>) -> Squares<'a> {
        let (mut years, mut groups) = (Vec::new(), Vec::new());
        let (mut last, mut gutter) = (i32::MIN, 0.0_f64);
        for (number, theft) in thefts.iter().enumerate() {
            let year = theft.incident.date.year();
            if year > last {
                let label = context.locale.year_on_axis(year);
                gutter = gutter.max(context.label_width(&label) + TICK + 4.0);
                years.push(label);
                groups.push(number);
                last = year;
            }
        }
        let down = context.width < ACROSS_FROM;
        let left = if down { gutter } else { 0.0 };
        let area = Rect::new(left, 0.0, (context.width - left).max(1.0), context.plot_height(HEIGHTS));
        let (along, across) = if down { (area.height, area.width) } else { (area.width, area.height) };
        let sides: Vec<f64> = thefts.iter().map(|theft| best(theft).sqrt()).collect();
        let room = |number: usize, scale: f64| {
            let side = (sides[number] * scale).max(LEAST);
            if !thefts[number].named || words_in(context, thefts[number], side, &TYPES[2..]).is_some() {
                return (side, side);
            }
            let (width, height) = size_of(&words_beside(context, thefts[number]));
            let (width, height) = (side + PADDING + width, side.max(height));
            if down { (height, width) } else { (width, height) }
        };
        let packing = Packing::fit(&packing::Squares { sides: &sides, groups: &groups, room: &room }, along, across);
        Squares { thefts, sides, packing, years, area, down }
    }

    /// A square, `side` CSS pixels long, at a place along the dates and across them: from the left edge or from the lower
    /// one. Room beyond the square is on its right and below it.
    fn square(&self, (along, across): (f64, f64), side: f64) -> Rect {
        match self.down {
            true => Rect::new(self.area.x + across, self.area.y + along, side, side),
            false => Rect::new(self.area.x + along, self.area.bottom() - across - side, side, side),
        }
    }

    /// The words above the squares: what their areas mean, which are dark, and how many are too small.
    fn note(&self, context: &LayoutContext) -> String {
        let (locale, messages) = (context.locale, context.locale.messages());
        let half = match largest_thefts(&context.figure.series[0]) {
            (largest, true) => locale.counted(largest.len() as u32, messages.raids_half),
            _ => String::new(),
        };
        let small = match self.sides.iter().filter(|side| *side * self.packing.scale < LEAST).count() {
            0 => String::new(),
            n => locale.counted(n as u32, messages.raids_small),
        };
        [messages.raids_area, &half, &small].concat()
    }

    /// Places the squares, names and years. Returns the lower edge.
    fn place(&self, scene: &mut Scene, context: &LayoutContext) -> f64 {
        let mut named = Vec::new();
        for (number, theft) in self.thefts.iter().enumerate() {
            let rect = self.square(self.packing.places[number], self.sides[number] * self.packing.scale);
            let fill = fill_of(context, theft);
            let Some(datum) = theft.number else {
                scene.push(Shape::Rect { rect, fill });
                continue;
            };
            scene.push_datum(datum, Shape::Rect { rect, fill });
            if theft.large {
                if matches!(fill, Fill::Hollow(_)) && rect.width > 4.0 {
                    // A large outline is two pixels wide.
                    scene.push(Shape::Rect { rect: rect.grown(-1.0), fill });
                }
                named.push((datum, *theft, rect));
            }
        }
        let left_over = place_names(scene, context, named, &self.area);
        let bottom = self.place_years(scene, context);
        if left_over.is_empty() {
            return bottom;
        }
        let messages = context.locale.messages();
        let names: Vec<&str> = left_over.iter().map(String::as_str).collect();
        let names = names.join(messages.list_separator);
        place_note(scene, context, &fill(messages.raids_also, &[("names", &names)]), bottom - 4.0) + 6.0
    }

    /// Places the years: a square is in the year in which its middle lies. Returns the lower edge.
    fn place_years(&self, scene: &mut Scene, context: &LayoutContext) -> f64 {
        let (color, bottom) = (context.theme.muted, self.area.bottom());
        let mut labels = Vec::new();
        for (year, start) in self.years.iter().zip(&self.packing.starts) {
            let (from, to, at) = if self.down {
                let (x, y) = (self.area.x - 2.0, self.area.y + start);
                (Point::new(x - TICK, y), Point::new(x, y), Point::new(0.0, y + 0.8 * LABEL_SIZE))
            } else {
                let (x, y) = (self.area.x + start, bottom + 2.0);
                (Point::new(x, y), Point::new(x, y + TICK), Point::new(x, y + TICK + LABEL_SIZE))
            };
            scene.push(Shape::Line { from, to, color, width: 1.0 });
            let text = context.inside(context.label(year.as_str(), at, Anchor::Start));
            labels.push((None, Text { color, ..text }));
        }
        // After the first, the last come first, as there is less room for early years.
        let later = labels.split_off(1.min(labels.len()));
        labels.extend(later.into_iter().rev());
        push_apart(scene, labels, 2.0);
        if self.down { bottom + 8.0 } else { bottom + TICK + LABEL_SIZE + 10.0 }
    }
}

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let thefts = thefts(context);
    let messages = context.locale.messages();
    let in_lane = |lane: Lane| thefts.iter().filter(|theft| theft.lane == lane).collect::<Vec<_>>();
    let mut top = legend::place_in_lines(scene, context, &signs(context, &thefts), 0.0);
    let panel_top = top;
    let count = context.dataset.incidents.iter().filter(|incident| incident.counted).count();
    if count > thefts.len() {
        let [n, all] = [thefts.len(), count].map(|count| context.locale.count(count as u32));
        top = place_note(scene, context, &fill(messages.raids_drawn, &[("n", &n), ("all", &all)]), top - 4.0) + 4.0;
    }
    let squares = in_lane(Lane::Plot);
    if !squares.is_empty() {
        let mut squares = Squares::new(context, squares);
        squares.area.y = place_note(scene, context, &squares.note(context), top - 4.0) + 10.0;
        top = squares.place(scene, context);
    }
    for (lane, words) in [(Lane::Unknown, messages.unknown_strip), (Lane::Nothing, messages.nothing_strip)] {
        let strip = in_lane(lane);
        if !strip.is_empty() {
            top = place_strip(scene, context, &strip, words, top);
        }
    }
    let area = Rect::new(0.0, panel_top, context.width, top - panel_top);
    scene.panels.push(Panel { area, reach: Reach::Areas });
    scene.height = top;
}

/// Every theft by date, selected or not, so that each keeps its place when a reader selects.
fn thefts<'a>(context: &LayoutContext<'a>) -> Vec<Theft<'a>> {
    let series = &context.figure.series[0];
    let (largest, _) = largest_thefts(series);
    let all = by_theft(context.dataset, &Filter::default());
    let (named, _) = largest_thefts(&all);
    let is_named = |index: usize| named.iter().any(|position| all.data[*position].key == Key::Incident(index));
    let mut data = series.data.iter().enumerate().peekable();
    let mut thefts = Vec::new();
    for index in drawn_thefts(context.dataset) {
        let incident = &context.dataset.incidents[index];
        let position = data.next_if(|(_, datum)| datum.key == Key::Incident(index)).map(|(position, _)| position);
        thefts.push(Theft {
            number: position.map(|position| DatumRef(position as u32)),
            incident,
            lane: lane(incident),
            large: position.is_some_and(|position| largest.contains(&position)),
            named: is_named(index),
        });
    }
    thefts
}

fn best(theft: &Theft) -> f64 {
    theft.incident.stolen_usd.map_or(0.0, |usd| usd.best)
}

/// The fill of a theft: an outline if the evidence is not official.
fn fill_of(context: &LayoutContext, theft: &Theft) -> Fill {
    let theme = context.theme;
    let color = if theft.large { theme.plain.mixed(theme.ink, 0.5) } else { theme.pale };
    match theft.number {
        None => Fill::Solid(theme.faded),
        Some(_) if theft.incident.evidence.is_official() => Fill::Solid(color),
        Some(_) => Fill::Hollow(color),
    }
}

/// Legend entries of the fills that occur.
fn signs(context: &LayoutContext, thefts: &[Theft]) -> Vec<Entry<'static>> {
    let messages = context.locale.messages();
    let color = context.theme.pale;
    let mut entries = Vec::new();
    for (official, fill, words, choice) in [
        (true, Fill::Solid(color), messages.official, legend::OFFICIAL),
        (false, Fill::Hollow(color), messages.other, legend::OTHER),
    ] {
        let mut of_kind = thefts.iter().filter(|theft| theft.incident.evidence.is_official() == official).peekable();
        if of_kind.peek().is_some() {
            let faded = of_kind.all(|theft| theft.number.is_none());
            entries.push(Entry { swatch: Swatch::Fill(fill), words, choice: Some(choice), faded });
        }
    }
    if thefts.iter().any(|theft| theft.number.is_none()) {
        entries.push(Entry::plain(Swatch::Fill(Fill::Solid(context.theme.faded)), messages.not_chosen));
    }
    entries
}

/// Names the largest thefts: in their squares or else beside them. Returns those for which there is no room.
fn place_names(
    scene: &mut Scene,
    context: &LayoutContext,
    named: Vec<(DatumRef, &Theft, Rect)>,
    field: &Rect,
) -> Vec<String> {
    let (locale, messages, theme) = (context.locale, context.locale.messages(), context.theme);
    let mut beside = Vec::new();
    for (number, theft, rect) in named {
        let (words, left, color) = match words_in(context, theft, rect.width, &TYPES) {
            Some(words) if theft.incident.evidence.is_official() => (words, rect.x + PADDING, theme.ground),
            Some(words) => (words, rect.x + PADDING, theme.ink),
            None if theft.named => (words_beside(context, theft), rect.right() + PADDING, theme.ink),
            None => {
                let (name, amount) = name_and_amount(locale, theft);
                let name = isolated(&fit(&name, WIDEST_NAME, NOTE_SIZE, Weight::Regular, context.text));
                let words = fill(messages.named_theft, &[("victim", &name), ("amount", &amount)]);
                let (centre, radius) = (rect.centre(), rect.width / 2.0);
                beside.push(Name { number, centre, radius, words: vec![words] });
                continue;
            }
        };
        let top = if left < rect.right() { rect.y + PADDING } else { rect.y };
        for text in words {
            let at = Point::new(left, top + text.at.y);
            scene.push_datum(number, Shape::Text(Text { at, color, ..text }));
        }
    }
    names::place(scene, context, &beside, field);
    let is_text = |name: &Name, mark: &Mark| mark.datum == Some(name.number) && matches!(mark.shape, Shape::Text(_));
    beside.retain(|name| !scene.marks.iter().any(|mark| is_text(name, mark)));
    beside.into_iter().flat_map(|name| name.words).collect()
}

/// Name without what explains it in brackets, as the tooltip has room for that; and the amount.
fn name_and_amount(locale: Locale, theft: &Theft) -> (String, String) {
    (brief(&locale.called(theft.incident)).into(), locale.usd_short(best(theft)))
}

/// Lines of the name and the amount, the first at 0.
fn lines(context: &LayoutContext, theft: &Theft, room: f64, size: f64, weight: Weight) -> Vec<Text> {
    let (name, amount) = name_and_amount(context.locale, theft);
    let (mut texts, mut at) = (Vec::new(), Point::new(0.0, 0.8 * size));
    let mut add = |words, weight| {
        texts.push(context.text_of(words, at, Anchor::Start, size, weight, context.theme.ink));
        at.y += line_height(size);
    };
    for line in wrap(&name, room, size, weight, context.text) {
        add(line, weight);
    }
    add(amount, Weight::Regular);
    texts
}

fn line_height(size: f64) -> f64 {
    (size * 1.2).ceil()
}

/// Width and height of lines, in CSS pixels.
fn size_of(lines: &[Text]) -> (f64, f64) {
    let width = lines.iter().map(|line| line.width).fold(0.0, f64::max);
    (width, lines.iter().map(|line| line_height(line.size)).sum())
}

/// Type of the words in squares: size, most of the height that they take, and weight of the name; the largest first.
const TYPES: [(f64, f64, Weight); 3] =
    [(TITLE_SIZE, 0.5, Weight::Bold), (LEAD_SIZE, 0.7, Weight::Bold), (LABEL_SIZE, 1.0, Weight::Regular)];

/// Name and amount in a square, in the first of these types that fits. `None` if none does.
fn words_in(context: &LayoutContext, theft: &Theft, side: f64, types: &[(f64, f64, Weight)]) -> Option<Vec<Text>> {
    let room = side - 2.0 * PADDING;
    types.iter().find_map(|(size, share, weight)| {
        let lines = lines(context, theft, room, *size, *weight);
        let (width, height) = size_of(&lines);
        // No name that is shortened, or cut so that one wide character is left over.
        let is_cut = |words: &str| words.ends_with('…') || words.len() > 1 && words.chars().nth(1).is_none();
        (!lines.iter().any(|line| is_cut(&line.content)) && width <= room && height <= room * share).then_some(lines)
    })
}

/// Name and amount beside a square.
fn words_beside(context: &LayoutContext, theft: &Theft) -> Vec<Text> {
    lines(context, theft, WIDEST_BESIDE, LABEL_SIZE, Weight::Regular)
}

/// Places thefts without an area as dots beside words, in as many rows as they need. Returns the lower edge.
fn place_strip(scene: &mut Scene, context: &LayoutContext, strip: &[&Theft], words: &str, top: f64) -> f64 {
    /// Height in CSS pixels that the dots take at most, unless they are very many.
    const MOST: f64 = 60.0;
    const LINE: f64 = 20.0;
    let messages = context.locale.messages();
    // The dots of both strips begin at one place.
    let widest = context.label_width(messages.unknown_strip).max(context.label_width(messages.nothing_strip));
    let mut left = widest + 10.0;
    let mut label = context.label(words, Point::new(0.0, top + 0.7 * LINE), Anchor::Start);
    label.color = context.theme.muted;
    let mut centre = top + LINE / 2.0;
    if left > context.width / 2.0 {
        (left, centre) = (0.0, centre + LINE);
        place_note(scene, context, words, top);
    } else {
        scene.push(Shape::Text(label));
    }
    let room = (context.width - left).max(1.0);
    let pitch = (room * MOST / strip.len() as f64).sqrt().clamp(1.0, 12.0);
    let columns = (room / pitch).max(1.0) as usize;
    for (index, theft) in strip.iter().enumerate() {
        let at = Point::new(
            left + (index % columns) as f64 * pitch + pitch / 2.0,
            centre + (index / columns) as f64 * pitch,
        );
        let shape = Shape::Dot { centre: at, radius: pitch * 0.36, fill: fill_of(context, theft) };
        match theft.number {
            Some(number) => scene.push_datum(number, shape),
            None => scene.push(shape),
        }
    }
    centre + ((strip.len() - 1) / columns) as f64 * pitch + LINE / 2.0
}
