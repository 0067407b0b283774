//! Horizontal bars under a heading: names on the left, values after the bars.

use super::{interval, stack};
use crate::chart::context::LayoutContext;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, DatumRef, Fill, Mark, Panel, Reach, Scene, Shape};
use crate::text::{Weight, fit, wrap};
use crate::theme::{Color, HEADING_SIZE, LABEL_SIZE, NOTE_SIZE};

/// One bar before layout.
pub(in crate::chart) struct Bar {
    /// Its datum; `None` if it is not selected.
    pub number: Option<DatumRef>,
    pub label: String,
    /// The words of its first segment up to a length in units of the measure, shown in the bar if they fit.
    pub named: Option<(String, f64)>,
    pub label_color: Color,
    /// Set apart from the ranking above it: a remainder, not a competitor.
    pub apart: bool,
    /// Its segments from left to right: length in units of the measure, and fill.
    pub parts: Vec<(f64, Fill)>,
    /// Value of everything in the period, in units of the measure. The length beyond the segments is faded and has no
    /// datum.
    pub rest: f64,
    /// Lowest and highest estimate.
    pub interval: Option<(f64, f64)>,
    /// The value with its additions, and the value alone for narrow panels.
    pub words: String,
    pub short_words: String,
}

impl Bar {
    fn value(&self) -> f64 {
        self.parts.iter().map(|(length, _)| length).sum()
    }

    fn reach(&self) -> f64 {
        let value = self.value().max(self.rest);
        self.interval.map_or(value, |(_, high)| high.max(value))
    }

    /// Whether a gap separates it from the bar before: a remainder from the ranking, or the unselected from the
    /// selected.
    fn stands_off(&self, before: &Bar) -> bool {
        self.apart && !before.apart || self.parts.is_empty() && !before.parts.is_empty()
    }
}

/// A panel of bars with its area.
pub(in crate::chart) struct Bars {
    heading: Vec<String>,
    /// What the heading means, below it.
    about: Vec<String>,
    bars: Vec<Bar>,
    /// The lines of the label of each bar.
    labels: Vec<Vec<String>>,
    area: Rect,
    label_width: f64,
    /// Placed below the bars, if the words beside them are shortened.
    note: Option<String>,
}

/// Height of a row in CSS pixels: enough for a finger. Each further line of its label adds to it.
const ROW: f64 = 24.0;
const LABEL_LINE: f64 = 14.0;
/// Most lines of a label.
const LABEL_LINES: usize = 3;
/// Height of a bar in CSS pixels.
pub(in crate::chart) const THICKNESS: f64 = 16.0;
/// Line height of a heading, and the distance from the last line to the bars, in CSS pixels.
const HEADING_LINE: f64 = 18.0;
const HEADING_GAP: f64 = 8.0;
const APART_GAP: f64 = 10.0;
const GAP: f64 = 8.0;
/// Largest share of a panel's width for labels, for values, and for values that include the unselected amount.
pub(in crate::chart) const LABEL_SHARE: f64 = 0.5;
const WORDS_SHARE: f64 = 0.3;
const WORDS_OF_REST_SHARE: f64 = 0.4;
const NOTE: f64 = 20.0;
const ABOUT_LINE: f64 = 16.0;
/// Distance of a name in a bar from both ends of its segment, in CSS pixels.
const NAME_GAP: f64 = 5.0;
/// Least contrast of a name in a bar, that of WCAG 2.2 for text.
const LEGIBLE: f64 = 4.5;

impl Bars {
    /// Measures labels and values. `room` gives position and width; the height follows. What the heading means is below
    /// it; may be empty. `note` is placed below the bars if their values are shortened or include the unselected amount.
    pub fn new(
        context: &LayoutContext,
        [heading, about]: [&str; 2],
        mut bars: Vec<Bar>,
        note: Option<String>,
        room: Rect,
    ) -> Bars {
        let (mut labels, mut label_width, mut words_width) = (Vec::new(), 0.0_f64, 0.0_f64);
        for bar in &bars {
            let lines = lines_of(context, &bar.label, room.width * LABEL_SHARE);
            for line in &lines {
                label_width = label_width.max(context.label_width(line));
            }
            labels.push(lines);
            words_width = words_width.max(context.label_width(&bar.words));
        }
        let fades = bars.iter().any(|bar| bar.rest > 0.0);
        let cut = words_width > room.width * if fades { WORDS_OF_REST_SHARE } else { WORDS_SHARE };
        if cut {
            bars.iter_mut().for_each(|bar| bar.words = std::mem::take(&mut bar.short_words));
        }
        let note =
            note.filter(|_| cut || fades).map(|note| fit(&note, room.width, NOTE_SIZE, Weight::Regular, context.text));
        let gaps = bars.windows(2).filter(|pair| pair[1].stands_off(&pair[0])).count();
        let below = if note.is_some() { NOTE } else { 0.0 };
        let heading = wrap(heading, room.width, HEADING_SIZE, Weight::Bold, context.text);
        let about = match about {
            "" => Vec::new(),
            about => wrap(about, room.width, NOTE_SIZE, Weight::Regular, context.text),
        };
        let mut panel = Bars { heading, about, bars, labels, area: room, label_width, note };
        let rows: f64 = (0..panel.bars.len()).map(|index| panel.row_height(index)).sum();
        panel.area.height = panel.heading_height() + rows + APART_GAP * gaps as f64 + below;
        panel
    }

    fn row_height(&self, index: usize) -> f64 {
        ROW + self.labels[index].len().saturating_sub(1) as f64 * LABEL_LINE
    }

    fn heading_height(&self) -> f64 {
        self.heading.len() as f64 * HEADING_LINE + self.about.len() as f64 * ABOUT_LINE + HEADING_GAP
    }

    /// The area of the panel.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// The largest scale at which every bar and its words fit, in CSS pixels per unit of the measure.
    pub fn px_per_unit(&self, context: &LayoutContext) -> f64 {
        let room = self.area.right() - self.start() - GAP;
        let longest = |bar: &Bar| match bar.reach() {
            0.0 => f64::INFINITY,
            // At least one unit: a fraction of a cent would result in an enormous scale.
            reach => (room - context.label_width(&bar.words)).max(1.0) / reach.max(1.0),
        };
        self.bars.iter().map(longest).fold(f64::INFINITY, f64::min)
    }

    fn start(&self) -> f64 {
        self.area.x + self.label_width + GAP
    }

    /// The y of the upper edge of each bar.
    pub fn tops(&self) -> Vec<f64> {
        let mut top = self.area.y + self.heading_height();
        let mut tops = Vec::new();
        for (index, bar) in self.bars.iter().enumerate() {
            if index > 0 && bar.stands_off(&self.bars[index - 1]) {
                top += APART_GAP;
            }
            let height = self.row_height(index);
            tops.push(top + (height - THICKNESS) / 2.0);
            top += height;
        }
        tops
    }

    /// Places heading, labels, bars and values.
    pub fn place(&self, scene: &mut Scene, context: &LayoutContext, px_per_unit: f64) {
        let mut at = Point::new(self.area.x, self.area.y + HEADING_SIZE);
        for line in &self.heading {
            let (weight, ink) = (Weight::Bold, context.theme.ink);
            let line = context.text_of(line.clone(), at, Anchor::Start, HEADING_SIZE, weight, ink);
            scene.push(Shape::Text(line));
            at.y += HEADING_LINE;
        }
        for line in &self.about {
            let (weight, muted) = (Weight::Regular, context.theme.muted);
            let line = context.text_of(line.clone(), at, Anchor::Start, NOTE_SIZE, weight, muted);
            scene.push(Shape::Text(line));
            at.y += ABOUT_LINE;
        }
        for (index, top) in self.tops().into_iter().enumerate() {
            self.place_bar(scene, context, index, top, px_per_unit);
        }
        if let Some(note) = &self.note {
            let at = Point::new(self.area.x, self.area.bottom() - 4.0);
            let color = context.theme.muted;
            let note = context.text_of(note.clone(), at, Anchor::Start, NOTE_SIZE, Weight::Regular, color);
            scene.push(Shape::Text(note));
        }
        scene.panels.push(Panel { area: self.area, reach: Reach::Rows });
    }

    fn place_bar(&self, scene: &mut Scene, context: &LayoutContext, index: usize, top: f64, px_per_unit: f64) {
        let (bar, lines) = (&self.bars[index], &self.labels[index]);
        let start = self.start();
        let px = |value: f64| if value > 0.0 { start + value * px_per_unit } else { start };
        let middle = top + THICKNESS / 2.0;
        let baseline = middle + LABEL_SIZE * 0.35;
        let mut at = Point::new(start - GAP, baseline - lines.len().saturating_sub(1) as f64 * LABEL_LINE / 2.0);
        for line in lines {
            let mut label = context.label(line.as_str(), at, Anchor::End);
            label.color = bar.label_color;
            scene.push(Shape::Text(label));
            at.y += LABEL_LINE;
        }
        let lengths = bar.parts.iter().map(|(length, _)| *length).chain([(bar.rest - bar.value()).max(0.0)]);
        let faded = (Fill::Solid(context.theme.faded), None);
        let looks = bar.parts.iter().map(|(_, fill)| (*fill, bar.number)).chain([faded]);
        for ((from, to), (fill, datum)) in
            stack::spans(&lengths.collect::<Vec<_>>(), px_per_unit).into_iter().zip(looks)
        {
            if to > from {
                let rect = Rect::new(px(from), top, px(to) - px(from), THICKNESS);
                scene.marks.push(Mark { shape: Shape::Rect { rect, fill }, datum });
            }
        }
        self.place_name(scene, context, bar, Point::new(start, top), px_per_unit);
        if let Some((low, high)) = bar.interval {
            let ends = (Point::new(px(low), middle), Point::new(px(high), middle));
            interval::place(scene, context, bar.number, ends, THICKNESS);
        }
        if !bar.words.is_empty() {
            let at = Point::new(px(bar.reach()) + GAP, baseline);
            let mut words = context.label(bar.words.as_str(), at, Anchor::Start);
            words.color = if bar.number.is_some() { words.color } else { context.theme.muted };
            scene.marks.push(Mark { shape: Shape::Text(words), datum: bar.number });
        }
    }

    /// Places the words of the first segment in the bar, if they fit, and a line at the end of the segment. The upper left
    /// corner of the bar is at `at`.
    fn place_name(&self, scene: &mut Scene, context: &LayoutContext, bar: &Bar, at: Point, px_per_unit: f64) {
        let (Some((words, length)), Some((part, Fill::Solid(color)))) = (&bar.named, bar.parts.first()) else { return };
        let theme = context.theme;
        let baseline = Point::new(at.x + NAME_GAP, at.y + THICKNESS / 2.0 + NOTE_SIZE * 0.35);
        let mut text = context.label(words.as_str(), baseline, Anchor::Start);
        text.color = if color.contrast(theme.ground) > color.contrast(theme.ink) { theme.ground } else { theme.ink };
        // In the colours of some systems, neither is legible on every group.
        let room = bar.interval.map_or(*length, |(low, _)| low.min(*length)) * px_per_unit;
        if text.width + 2.0 * NAME_GAP > room || text.color.contrast(*color) < LEGIBLE {
            return;
        }
        if length < part {
            let x = at.x + length * px_per_unit;
            let (from, to) = (Point::new(x, at.y), Point::new(x, at.y + THICKNESS));
            scene.push(Shape::Line { from, to, color: theme.ground, width: 1.0 });
        }
        scene.marks.push(Mark { shape: Shape::Text(text), datum: bar.number });
    }
}

/// The lines of a label, shortened in the last.
fn lines_of(context: &LayoutContext, label: &str, room: f64) -> Vec<String> {
    let mut lines = wrap(label, room, LABEL_SIZE, Weight::Regular, context.text);
    if lines.len() > LABEL_LINES {
        lines.truncate(LABEL_LINES);
        if let Some(last) = lines.last_mut() {
            *last = fit(&[last, "…"].concat(), room, LABEL_SIZE, Weight::Regular, context.text);
        }
    }
    lines
}
