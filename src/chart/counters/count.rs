//! One figure of a year: its words, the lane with room for both, and its marks.

use crate::aggregate::{Datum, Key, revised};
use crate::chart::context::{BREAKPOINTS, LayoutContext};
use crate::chart::parts::{arrow, estimates, interval};
use crate::data::{Estimate, UsdRange};
use crate::geometry::Point;
use crate::locale::fill;
use crate::scale::LinearScale;
use crate::scene::{Anchor, DatumRef, Fill, Scene, Shape, Symbol, Text};
use crate::text::{Weight, fit};
use crate::theme::LABEL_SIZE;

/// Height of a lane, in CSS pixels.
pub(super) const LANE: f64 = 17.0;
/// Least distance between two figures in a lane, in CSS pixels.
pub(super) const GAP: f64 = 8.0;
/// Distance from a figure to its words, in CSS pixels.
const ASIDE: f64 = 4.0;
/// Radius of the dot for the dataset's own sum, in CSS pixels.
pub(super) const DOT: f64 = 5.0;
/// From this width in CSS pixels, names have their amounts beside them, and the own sum its range.
const AMOUNTS_FROM: f64 = BREAKPOINTS[1];

/// A figure of a year, with its place.
pub(super) struct Count<'a> {
    pub number: DatumRef,
    pub datum: &'a Datum,
    /// What others published; `None` for the dataset's own sum.
    pub estimate: Option<&'a Estimate>,
    pub lane: usize,
    /// Position of the best figure, of the lowest and highest, and of those that were revised, in CSS pixels.
    pub x: f64,
    range: (f64, f64),
    revised: Vec<f64>,
    words: Option<Text>,
}

impl<'a> Count<'a> {
    /// A figure without words, in the first lane.
    pub fn new(
        context: &LayoutContext<'a>,
        (number, datum): (DatumRef, &'a Datum),
        estimate: Option<&'a Estimate>,
        values: &LinearScale,
    ) -> Count<'a> {
        let (x, range, revised, words) = (0.0, (0.0, 0.0), Vec::new(), None);
        let mut count = Count { number, datum, estimate, lane: 0, x, range, revised, words };
        count.measure(values, context);
        count
    }

    fn measure(&mut self, values: &LinearScale, context: &LayoutContext) {
        let UsdRange { low, best, high } = self.datum.totals.usd;
        (self.x, self.range) = (values.map(best), (values.map(low), values.map(high)));
        self.revised.clear();
        for one in self.estimate.map_or(Vec::new(), |one| revised(one, context.dataset)) {
            self.revised.push(values.map(one.stolen_usd.best));
        }
    }

    /// Moves marks and words to a wider scale. Distances grow, and words keep their length and side.
    pub fn spread(&mut self, values: &LinearScale, context: &LayoutContext) {
        let before = self.ends();
        self.measure(values, context);
        let after = self.ends();
        if let Some(words) = &mut self.words {
            words.at.x += if words.anchor == Anchor::Start { after.1 - before.1 } else { after.0 - before.0 };
        }
    }

    /// The x of the leftmost and the rightmost mark, in CSS pixels.
    fn ends(&self) -> (f64, f64) {
        let mut ends = (self.range.0.min(self.x - DOT), self.range.1.max(self.x + DOT));
        for x in &self.revised {
            ends = (ends.0.min(*x), ends.1.max(*x));
        }
        ends
    }

    /// Finds words and lane: from the lane `first` on, the first with room on either side of the figure. Words begin right
    /// of `left`, or, if they are too long for that, below the `labels` of the year.
    pub fn settle(
        &mut self,
        context: &LayoutContext,
        left: f64,
        mut first: usize,
        labels: usize,
        taken: &mut Vec<Vec<(f64, f64)>>,
    ) {
        let ends = self.ends();
        let mut spots = self.spots(context, ends, left);
        if spots.is_empty() {
            (spots, first) = (self.spots(context, ends, 0.0), first.max(labels));
        }
        if spots.is_empty() {
            spots.extend(self.shortened(context, ends));
        }
        let reach = |spot: Option<&Text>| {
            let words = spot.map_or(ends, |text| (text.bounds().x, text.bounds().right()));
            (ends.0.min(words.0), ends.1.max(words.1))
        };
        while taken.len() < first {
            taken.push(Vec::new());
        }
        let is_free = |lane: usize, spot: Option<&Text>| {
            let (from, to) = reach(spot);
            taken[lane].iter().all(|(start, end)| from > end + GAP || to < start - GAP)
        };
        let spots: Vec<Option<&Text>> = if spots.is_empty() { vec![None] } else { spots.iter().map(Some).collect() };
        let place = (first..taken.len()).find_map(|lane| {
            let spot = spots.iter().find(|spot| is_free(lane, **spot))?;
            Some((lane, *spot))
        });
        let (lane, spot) = place.unwrap_or((taken.len(), spots[0]));
        if lane == taken.len() {
            taken.push(Vec::new());
        }
        taken[lane].push(reach(spot));
        (self.lane, self.words) = (lane, spot.cloned());
    }

    fn text(&self, context: &LayoutContext, words: &str, x: f64, anchor: Anchor) -> Text {
        let at = Point::new(x, 0.0);
        context.text_of(words.into(), at, anchor, LABEL_SIZE, self.weight(), context.theme.ink)
    }

    fn weight(&self) -> Weight {
        if self.estimate.is_none() { Weight::Bold } else { Weight::Regular }
    }

    /// Words beside the figure that begin right of `left`, the preferred side first. Empty if there is no room.
    fn spots(&self, context: &LayoutContext, (start, end): (f64, f64), left: f64) -> Vec<Text> {
        for words in self.candidates(context) {
            let mut spots = vec![
                self.text(context, &words, end + ASIDE, Anchor::Start),
                self.text(context, &words, start - ASIDE, Anchor::End),
            ];
            // Words are beside the symbol, not beside what it was revised from.
            if end > self.x + DOT {
                spots.reverse();
            }
            spots.retain(|text| text.bounds().x >= left && text.bounds().right() <= context.width);
            if !spots.is_empty() {
                return spots;
            }
        }
        Vec::new()
    }

    /// The shortest words, shortened for the wider side; `None` if not even a character fits. A figure of a part of a year
    /// shows that part and no name, as the symbol stands for the name.
    fn shortened(&self, context: &LayoutContext, (start, end): (f64, f64)) -> Option<Text> {
        let (left, right) = (start - ASIDE, context.width - end - ASIDE);
        let part = self.estimate.and_then(|estimate| context.locale.part_covered(estimate));
        let words = part.or_else(|| self.candidates(context).pop())?;
        let words = fit(&words, left.max(right), LABEL_SIZE, self.weight(), context.text);
        let (x, anchor) = if right > left { (end + ASIDE, Anchor::Start) } else { (start - ASIDE, Anchor::End) };
        (!words.is_empty()).then(|| self.text(context, &words, x, anchor))
    }

    /// Words for the figure, the preferred ones first.
    fn candidates(&self, context: &LayoutContext) -> Vec<String> {
        let (locale, messages) = (context.locale, context.locale.messages());
        let UsdRange { low, best, high } = self.datum.totals.usd;
        let [low_words, best_words, high_words] = [low, best, high].map(|amount| locale.usd_short(amount));
        let Some(estimate) = self.estimate else {
            if self.datum.totals.known == 0 {
                return vec![messages.not_known.into(), messages.no_figure.into()];
            }
            let values = [("best", &*best_words), ("low", &low_words), ("high", &high_words)];
            let whole = fill(messages.running_end, &values);
            let has_room = context.width >= AMOUNTS_FROM && low < high;
            return if has_room { vec![whole, best_words] } else { vec![best_words] };
        };
        let amount = match &estimate.qualifier {
            Some(qualifier) => locale.qualified(qualifier, &best_words),
            None => best_words,
        };
        let mut words = vec![locale.named(estimate, None), locale.named_briefly(estimate)];
        if context.width >= AMOUNTS_FROM {
            words.insert(0, locale.named(estimate, Some(&amount)));
        }
        words
    }

    /// The words in a lane with its middle at `y`.
    pub fn words_at(&self, y: f64) -> Option<Text> {
        let words = self.words.clone()?;
        Some(Text { at: Point::new(words.at.x, y + LABEL_SIZE * 0.35), ..words })
    }

    /// Places words and marks in a lane with its middle at `y`.
    pub fn place(&self, scene: &mut Scene, context: &LayoutContext, y: f64) {
        let centre = Point::new(self.x, y);
        self.place_revision(scene, context, centre);
        if self.range.0 < self.range.1 && self.datum.totals.known > 0 {
            let ends = (Point::new(self.range.0, y), Point::new(self.range.1, y));
            interval::place(scene, context, Some(self.number), ends, LANE);
        }
        if let Key::Estimate(index) = self.datum.key {
            let (symbol, radius, color) = (estimates::symbol(context, index), Symbol::RADIUS, context.theme.ink);
            scene.push_datum(self.number, Shape::Symbol { centre, radius, symbol, color });
        } else if self.datum.totals.known > 0 {
            let fill = Fill::Solid(context.theme.plain);
            scene.push_datum(self.number, Shape::Dot { centre, radius: DOT, fill });
        }
        if let Some(words) = self.words_at(y) {
            scene.push_datum(self.number, Shape::Text(words));
        }
    }

    /// Places an arrow from the first figure to the latest, with a tick at each before that.
    fn place_revision(&self, scene: &mut Scene, context: &LayoutContext, centre: Point) {
        const HALF_TICK: f64 = 3.0;
        let tip = |from: f64| centre.x + (Symbol::RADIUS + 2.0) * (from - centre.x).signum();
        let is_apart = |x: &&f64| (**x - centre.x).abs() > Symbol::RADIUS + 2.0 + arrow::LEAST;
        for x in self.revised.iter().filter(is_apart) {
            let (from, to) = (Point::new(*x, centre.y - HALF_TICK), Point::new(*x, centre.y + HALF_TICK));
            scene.push_datum(self.number, Shape::Line { from, to, color: context.theme.ink, width: 1.0 });
        }
        if let Some(from) = self.revised.iter().find(is_apart) {
            let ends = (Point::new(*from, centre.y), Point::new(tip(*from), centre.y));
            arrow::place(scene, context, Some(self.number), ends);
        }
    }
}
