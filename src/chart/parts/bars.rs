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
    area: Rect,
    label_width: f64,
    /// Placed below the bars, if the words beside them are shortened.
    note: Option<String>,
}

/// Height of a row in CSS pixels: enough for a finger.
pub(in crate::chart) const ROW: f64 = 24.0;
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
        let most = room.width * LABEL_SHARE;
        for bar in &mut bars {
            bar.label = fit(&bar.label, most, LABEL_SIZE, Weight::Regular, context.text);
        }
        let widest =
            |words: fn(&Bar) -> &str| bars.iter().map(|bar| context.label_width(words(bar))).fold(0.0, f64::max);
        let (label_width, words_width) = (widest(|bar| &bar.label), widest(|bar| &bar.words));
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
        let mut panel = Bars { heading, about, bars, area: room, label_width, note };
        let rows = ROW * panel.bars.len() as f64 + APART_GAP * gaps as f64;
        panel.area.height = panel.heading_height() + rows + below;
        panel
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

    /// The y of the upper edge of each row.
    pub fn tops(&self) -> Vec<f64> {
        let mut top = self.area.y + self.heading_height();
        let mut tops = Vec::new();
        for (index, bar) in self.bars.iter().enumerate() {
            if index > 0 && bar.stands_off(&self.bars[index - 1]) {
                top += APART_GAP;
            }
            tops.push(top);
            top += ROW;
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
        for (bar, top) in self.bars.iter().zip(self.tops()) {
            self.place_bar(scene, context, bar, top, px_per_unit);
        }
        if let Some(note) = &self.note {
            let at = Point::new(self.area.x, self.area.bottom() - 4.0);
            let color = context.theme.muted;
            let note = context.text_of(note.clone(), at, Anchor::Start, NOTE_SIZE, Weight::Regular, color);
            scene.push(Shape::Text(note));
        }
        scene.panels.push(Panel { area: self.area, reach: Reach::Rows });
    }

    fn place_bar(&self, scene: &mut Scene, context: &LayoutContext, bar: &Bar, top: f64, px_per_unit: f64) {
        let start = self.start();
        let px = |value: f64| if value > 0.0 { start + value * px_per_unit } else { start };
        let baseline = top + ROW / 2.0 + LABEL_SIZE * 0.35;
        let mut label = context.label(bar.label.as_str(), Point::new(start - GAP, baseline), Anchor::End);
        label.color = bar.label_color;
        scene.push(Shape::Text(label));
        let bar_top = top + (ROW - THICKNESS) / 2.0;
        let lengths = bar.parts.iter().map(|(length, _)| *length).chain([(bar.rest - bar.value()).max(0.0)]);
        let faded = (Fill::Solid(context.theme.faded), None);
        let looks = bar.parts.iter().map(|(_, fill)| (*fill, bar.number)).chain([faded]);
        for ((from, to), (fill, datum)) in
            stack::spans(&lengths.collect::<Vec<_>>(), px_per_unit).into_iter().zip(looks)
        {
            if to > from {
                let rect = Rect::new(px(from), bar_top, px(to) - px(from), THICKNESS);
                scene.marks.push(Mark { shape: Shape::Rect { rect, fill }, datum });
            }
        }
        self.place_name(scene, context, bar, Point::new(start, bar_top), px_per_unit);
        if let Some((low, high)) = bar.interval {
            let y = top + ROW / 2.0;
            let ends = (Point::new(px(low), y), Point::new(px(high), y));
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
