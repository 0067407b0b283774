//! `counters`: the total of each year as others count it, each named, beside the dataset's own sum.
//!
//! A year is a block of lanes, the last year on top. Each figure and its words take the first lane with room for them;
//! on phones each has a lane of its own.

mod count;

use super::context::{BREAKPOINTS, LayoutContext};
use super::kind::ChartKind;
use super::labels::{place_note, push_apart};
use super::parts::columns::ValueTicks;
use super::parts::estimates;
use super::parts::legend::{self, Entry, Swatch};
use super::recipe::Recipe;
use crate::aggregate::{Datum, Key, counts_by_year, revised};
use crate::data::{Estimate, Group, sorted};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scale::LinearScale;
use crate::scene::{Anchor, Fill, Panel, Reach, Scene, Shape};
use crate::text::Weight;
use crate::theme::{Color, LABEL_SIZE, NOTE_SIZE};
use count::{Count, DOT, GAP, LANE};

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Counters,
    series: |dataset, filter, _| counts_by_year(dataset, filter).into(),
    layout,
    summary: Some(latest),
};

/// Distance between two years, in CSS pixels.
const SPACE: f64 = 13.0;
/// Lanes are those of the next narrower multiple of this width, in CSS pixels. So heights change in steps, for which a
/// page reserves room; what has room there has room in a wider chart.
const BAND: f64 = 10.0;
/// From this width in CSS pixels, figures share lanes. Narrower, a page could not tell from the width how high the chart
/// will be.
const SHARED_FROM: f64 = BREAKPOINTS[0];
/// Number of years in a picture of fixed height.
const LATEST: usize = 4;

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let bottom = place(scene, context, &years(context));
    scene.height = place_scopes(scene, context, bottom + 6.0);
}

/// Lays out the latest years alone.
fn latest(context: &LayoutContext) -> Scene {
    let mut scene = Scene::new(context.width);
    let mut years = years(context);
    let all = years.len();
    years.truncate(LATEST);
    scene.height = place(&mut scene, context, &years);
    if let (true, Some(last)) = (years.len() < all, years.last()) {
        let words = fill(context.locale.messages().counters_since, &[("year", &context.locale.year(*last))]);
        let bottom = scene.height;
        scene.height = place_note(&mut scene, context, &words, bottom) + 6.0;
    }
    scene
}

/// The years that have a figure, the last first.
fn years(context: &LayoutContext) -> Vec<i32> {
    let (first, last) = context.figure.axis_years();
    let mut years = Vec::new();
    for year in (first..=last).rev() {
        if context.figure.data().any(|(_, datum)| year_of(context, datum) == Some(year)) {
            years.push(year);
        }
    }
    years
}

fn estimate<'a>(context: &LayoutContext<'a>, datum: &Datum) -> Option<&'a Estimate> {
    match datum.key {
        Key::Estimate(index) => context.dataset.estimates.get(index),
        _ => None,
    }
}

fn year_of(context: &LayoutContext, datum: &Datum) -> Option<i32> {
    datum.key.year().or_else(|| estimate(context, datum)?.year())
}

/// Places legend, axis and years. Returns the lower edge.
fn place(scene: &mut Scene, context: &LayoutContext, years: &[i32]) -> f64 {
    let legend = legend::place_in_lines(scene, context, &entries(context), 0.0);
    let gutter = years.iter().map(|year| label_width(context, *year)).fold(0.0, f64::max) + GAP;
    let ticks = ValueTicks::usd(context, highest(context), 5);
    // The label of the highest tick, with the unit, is centred on its line as the others are.
    let beyond = ticks.labels.last().map_or(0.0, |label| context.label_width(label) / 2.0).max(DOT);
    let scale = |width: f64| LinearScale {
        domain: (0.0, ticks.values[ticks.values.len() - 1]),
        range: (gutter, (width - beyond).max(gutter + 1.0)),
    };
    let narrower = LayoutContext { width: (context.width / BAND).floor() * BAND, ..*context };
    let (values, narrow) = (scale(context.width), scale(narrower.width));
    let top = legend + LABEL_SIZE + 12.0;
    let (mut blocks, mut bottom) = (Vec::new(), top);
    for year in years {
        let mut block = Block::new(&narrower, *year, &narrow, bottom);
        for count in &mut block.counts {
            count.spread(&values, context);
        }
        bottom = block.bottom() + SPACE;
        blocks.push(block);
    }
    place_axis(scene, context, &ticks, &values, &blocks);
    for block in &blocks {
        block.place(scene, context);
    }
    let area = Rect::new(0.0, top, context.width, bottom - top);
    scene.panels.push(Panel { area, reach: Reach::Rows });
    bottom
}

/// The highest figure of the period in US dollars, selected or not, with those that were revised.
fn highest(context: &LayoutContext) -> f64 {
    let series = context.figure.series.iter().chain(&context.figure.rest);
    let mut highest = 0.0_f64;
    for datum in series.flat_map(|series| &series.data) {
        highest = highest.max(datum.totals.usd.high);
        for earlier in estimate(context, datum).map_or(Vec::new(), |one| revised(one, context.dataset)) {
            highest = highest.max(earlier.stolen_usd.best);
        }
    }
    highest
}

/// Width of the label of a year and of the words on its part, in CSS pixels.
fn label_width(context: &LayoutContext, year: i32) -> f64 {
    let label = context.text.width(&context.locale.year_on_axis(year), LABEL_SIZE, Weight::Bold);
    label.max(part(context, year).map_or(0.0, |words| context.text.width(&words, NOTE_SIZE, Weight::Regular)))
}

/// The part of a year that is selected and covered by the data, in words; `None` if that is the whole year.
fn part(context: &LayoutContext, year: i32) -> Option<String> {
    context.figure.part_of_year(year).map(|part| context.locale.part_of_year(part))
}

fn entries<'a>(context: &LayoutContext<'a>) -> Vec<Entry<'a>> {
    let messages = context.locale.messages();
    let data = || context.figure.data().map(|(_, datum)| datum);
    let has_banks = context.dataset.incidents.iter().any(|incident| {
        incident.counted && context.figure.filter.accepts(incident) && incident.sector.group() == Group::Banks
    });
    let own = Swatch::Dot(Fill::Solid(context.theme.plain));
    let mut entries = vec![Entry::plain(own, messages.counters_own[usize::from(has_banks)])];
    let published = || data().filter_map(|datum| estimate(context, datum));
    if published().next().is_some() {
        entries.push(Entry::plain(Swatch::Fill(context.band()), messages.counters_span));
    }
    if published().any(|one| !revised(one, context.dataset).is_empty()) {
        entries.push(Entry::plain(Swatch::Arrow, messages.counters_revised));
    }
    entries
}

/// Places what each estimator counts, if that is known. Returns the lower edge.
fn place_scopes(scene: &mut Scene, context: &LayoutContext, top: f64) -> f64 {
    let mut scopes = Vec::new();
    for (symbol, id) in estimates::shown(context) {
        if let Some(scope) = context.locale.scope(id) {
            let values = [("name", context.locale.estimator(id)), ("scope", scope)];
            scopes.push((symbol, fill(context.locale.messages().counters_scope, &values)));
        }
    }
    if scopes.is_empty() {
        return top;
    }
    let mut entries = Vec::new();
    for (symbol, words) in &scopes {
        entries.push(Entry::plain(Swatch::Symbol(*symbol), words));
    }
    top + legend::place_in_lines(scene, context, &entries, top)
}

/// Places ticks and upright grid lines. They are interrupted where words are.
fn place_axis(scene: &mut Scene, context: &LayoutContext, ticks: &ValueTicks, values: &LinearScale, blocks: &[Block]) {
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return };
    let mut words = Vec::new();
    for block in blocks {
        words.extend(block.words());
    }
    let mut labels = Vec::new();
    for (value, label) in ticks.values.iter().zip(&ticks.labels) {
        let x = values.map(*value);
        let color = if *value == 0.0 { context.theme.muted } else { context.theme.grid };
        place_upright(scene, x, (first.top - 4.0, last.bottom() + 4.0), (color, 1.0), &words);
        let mut text = context.label(label.as_str(), Point::new(x, first.top - 9.0), Anchor::Middle);
        text.color = context.theme.muted;
        labels.push((None, context.inside(text)));
    }
    // The last first, because it has the unit.
    labels.reverse();
    push_apart(scene, labels, GAP);
}

/// Places an upright line, interrupted where `words` are; these come from top to bottom.
fn place_upright(scene: &mut Scene, x: f64, (mut from, to): (f64, f64), (color, width): (Color, f64), words: &[Rect]) {
    /// Between two lanes of words there is no line.
    const LEAST: f64 = 5.0;
    let mut line = |from: f64, to: f64| {
        if to - from > LEAST {
            scene.push(Shape::Line { from: Point::new(x, from), to: Point::new(x, to), color, width });
        }
    };
    for room in words.iter().filter(|room| room.x < x && room.right() > x) {
        line(from, room.y.min(to));
        from = from.max(room.bottom());
    }
    line(from, to);
}

/// A year with its figures in lanes.
struct Block<'a> {
    year: i32,
    top: f64,
    lanes: usize,
    counts: Vec<Count<'a>>,
}

impl<'a> Block<'a> {
    fn new(context: &LayoutContext<'a>, year: i32, values: &LinearScale, top: f64) -> Block<'a> {
        let data: Vec<_> = context.figure.data().filter(|(_, datum)| year_of(context, datum) == Some(year)).collect();
        let best = |index: usize| data[index].1.totals.usd.best;
        let is_published = |index: usize| estimate(context, data[index].1).is_some();
        // The own sum first, then from right to left, so that names descend beside their symbols.
        let order = sorted(data.len(), &|a, b| is_published(a).cmp(&is_published(b)).then(best(b).total_cmp(&best(a))));
        let (mut counts, mut taken) = (Vec::new(), Vec::new());
        let labels = if part(context, year).is_some() { 2 } else { 1 };
        for index in order {
            let mut count = Count::new(context, data[index], estimate(context, data[index].1), values);
            let first = if context.width < SHARED_FROM { taken.len() } else { 0 };
            count.settle(context, values.range.0, first, labels, &mut taken);
            counts.push(count);
        }
        Block { year, top, lanes: taken.len().max(labels), counts }
    }

    fn bottom(&self) -> f64 {
        self.top + self.lanes as f64 * LANE
    }

    fn y(&self, count: &Count) -> f64 {
        self.top + (count.lane as f64 + 0.5) * LANE
    }

    /// The room of all words, from top to bottom.
    fn words(&self) -> Vec<Rect> {
        let mut words = Vec::new();
        for count in &self.counts {
            words.extend(count.words_at(self.y(count)).map(|text| text.bounds().grown(2.0)));
        }
        sorted(words.len(), &|a, b| words[a].y.total_cmp(&words[b].y)).into_iter().map(|index| words[index]).collect()
    }

    fn place(&self, scene: &mut Scene, context: &LayoutContext) {
        let theme = context.theme;
        let year = context.locale.year_on_axis(self.year);
        let at = Point::new(0.0, self.top + LANE / 2.0 + LABEL_SIZE * 0.35);
        scene.push(Shape::Text(context.text_of(year, at, Anchor::Start, LABEL_SIZE, Weight::Bold, theme.ink)));
        if let Some(words) = part(context, self.year) {
            let at = Point::new(0.0, at.y + LANE);
            scene.push(Shape::Text(context.text_of(words, at, Anchor::Start, NOTE_SIZE, Weight::Regular, theme.muted)));
        }
        let published = || self.counts.iter().filter(|count| count.estimate.is_some());
        let lowest = published().map(|count| count.x).fold(f64::INFINITY, f64::min);
        let highest = published().map(|count| count.x).fold(0.0, f64::max);
        if lowest < highest {
            let rect = Rect::new(lowest, self.top, highest - lowest, self.bottom() - self.top);
            scene.push(Shape::Rect { rect, fill: context.band() });
        }
        for own in self.counts.iter().filter(|count| count.estimate.is_none() && count.datum.totals.known > 0) {
            place_upright(scene, own.x, (self.top, self.bottom()), (theme.plain, 2.0), &self.words());
        }
        for count in &self.counts {
            count.place(scene, context, self.y(count));
        }
    }
}
