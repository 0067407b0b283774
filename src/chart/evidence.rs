//! `evidence`: who says so, as shares of each year's dollars, and the days until a government first did.

use super::context::LayoutContext;
use super::kind::ChartKind;
use super::labels::{NOTE_LINE, place_note, push_apart};
use super::parts::columns::{ColumnLayout, ValueTicks};
use super::parts::dots::{self, Taken};
use super::parts::legend::{self, Entry, Swatch};
use super::parts::{annotation, annotation::Note, stack};
use super::recipe::Recipe;
use crate::aggregate::{
    Datum, Key, Measure, Series, attributed_one_by_one, attribution_lists, by_year_and_evidence,
    by_year_with_any_evidence, days_to_attribution, median_days,
};
use crate::data::{Date, Evidence};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scene::{Anchor, DatumRef, Fill, Mark, Panel, Reach, Scene, Shape};
use crate::text::{Weight, wrap};
use crate::theme::{HEADING_SIZE, NOTE_SIZE};

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Evidence,
    series: |dataset, filter, _| vec![by_year_and_evidence(dataset, filter), attributed_one_by_one(dataset, filter)],
    layout,
    summary: Some(shares_alone),
};

/// Indices of the two series in the figure.
const SHARES: usize = 0;
const DELAYS: usize = 1;
const HEADING_LINE: f64 = 18.0;

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let shares = Shares::new(scene, context);
    let delays = Delays::new(scene, context, shares.bottom + 24.0);
    shares.place(scene, context);
    scene.height = delays.place(scene, context);
}

/// Lays out the shares without the days.
fn shares_alone(context: &LayoutContext) -> Scene {
    let mut scene = Scene::new(context.width);
    let shares = Shares::new(&mut scene, context);
    shares.place(&mut scene, context);
    scene.height = shares.bottom;
    scene
}

/// The fill of a level of evidence: stripes for what is not official, and the paler colour for the weaker of two.
fn fill_of(level: Evidence, context: &LayoutContext) -> Fill {
    let theme = context.theme;
    let color = match level {
        Evidence::Government | Evidence::Firm => theme.plain.mixed(theme.ink, 0.7),
        Evidence::UnPanel | Evidence::SingleSource => theme.plain,
    };
    if level.is_official() { Fill::Solid(color) } else { context.hatched(color) }
}

/// The columns of shares, with everything below their data drawn.
struct Shares {
    top: f64,
    columns: ColumnLayout,
    /// Dollars of each year with any evidence.
    base: Series,
    /// Baseline of the first lane of data without dollars, and the levels that have a lane.
    lanes: (f64, Vec<Evidence>),
    bottom: f64,
}

/// Distance between two lanes, and the radius of their dots, in CSS pixels.
const LANE: f64 = 7.0;
const LANE_RADIUS: f64 = 2.5;

impl Shares {
    fn new(scene: &mut Scene, context: &LayoutContext) -> Shares {
        let (locale, messages) = (context.locale, context.locale.messages());
        let figure = context.figure;
        let mut entries = Vec::new();
        for level in Evidence::ALL {
            let occurs = |series: &Series| {
                series.data.iter().any(|datum| matches!(datum.key, Key::YearEvidence(_, other) if other == level))
            };
            if occurs(&figure.in_period()[SHARES]) {
                entries.push(Entry {
                    swatch: Swatch::Fill(fill_of(level, context)),
                    words: locale.level_of(context.dataset, level, messages.evidence_labels),
                    choice: Some(("evidence", level.id())),
                    faded: !occurs(&figure.series[SHARES]),
                });
            }
        }
        let top = legend::place_in_lines(scene, context, &entries, 0.0) + 6.0;
        let values = vec![0.0, 0.25, 0.5, 0.75, 1.0];
        let label = |share: &f64| if *share < 1.0 { locale.count((share * 100.0) as u32) } else { locale.percent(1.0) };
        let ticks = ValueTicks { labels: values.iter().map(label).collect(), values };
        let (notes, others) = notes(context, &ColumnLayout::new(context, top, 0.0, &ticks));
        let mut columns = ColumnLayout::new(context, top + annotation::height(&notes), 0.0, &ticks);
        columns.draw(scene, context, &ticks);
        annotation::place(scene, context, &notes, top, columns.plot.bottom());
        let mut bottom = columns.bottom;
        for words in others {
            bottom = place_note(scene, context, &words, bottom) + NOTE_SIZE / 2.0;
        }
        let without = |level: &Evidence| {
            let is_without = |key, usd| matches!(key, Key::YearEvidence(_, other) if other == *level) && usd == 0.0;
            figure.series[SHARES].data.iter().any(|datum| is_without(datum.key, datum.value(Measure::Usd)))
        };
        let levels: Vec<Evidence> = Evidence::ALL.into_iter().filter(without).collect();
        let mut first = bottom;
        if !levels.is_empty() {
            first = place_note(scene, context, messages.evidence_no_dollars, bottom + 4.0) + NOTE_LINE - LANE;
            bottom = first + LANE * levels.len() as f64;
        }
        let base = by_year_with_any_evidence(context.dataset, &figure.filter);
        Shares { top, columns, base, lanes: (first, levels), bottom }
    }

    fn place(&self, scene: &mut Scene, context: &LayoutContext) {
        let columns = &self.columns;
        let usd_of = |year| self.base.find(Key::Year(year)).map_or(0.0, |datum| datum.value(Measure::Usd));
        let (first, last) = context.figure.axis_years();
        let mut labels = Vec::new();
        for year in (first..=last).filter(|year| usd_of(*year) == 0.0) {
            let mut text = columns.above(context, context.locale.messages().no_figure.into(), year, 0.0);
            text.color = context.theme.muted;
            labels.push((None, text));
        }
        push_apart(scene, labels, 1.0);
        let of_years: Vec<_> = context.figure.data().filter(|(_, datum)| datum.key.year().is_some()).collect();
        for year in first..=last {
            self.place_stack(scene, context, &of_years, (year, usd_of(year)));
        }
        let area = Rect::new(columns.plot.x, self.top, columns.plot.width, self.bottom - self.top);
        scene.panels.push(Panel { area, reach: Reach::Columns });
    }

    /// Places the levels of a year on each other, and above them those that are not selected. A level without dollars is a
    /// dot in its lane.
    fn place_stack(
        &self,
        scene: &mut Scene,
        context: &LayoutContext,
        data: &[(DatumRef, &Datum)],
        (year, all): (i32, f64),
    ) {
        let (columns, figure) = (&self.columns, context.figure);
        let mut levels = Vec::new();
        for (number, datum) in data {
            let Key::YearEvidence(other, level) = datum.key else { continue };
            if other != year {
                continue;
            }
            let (usd, fill) = (datum.value(Measure::Usd), fill_of(level, context));
            if usd > 0.0 {
                levels.push((usd, fill, Some(*number)));
                continue;
            }
            let lane = self.lanes.1.iter().position(|other| *other == level).unwrap_or_default();
            let centre = Point::new(columns.centre(year), self.lanes.0 + LANE * lane as f64);
            scene.push_datum(*number, Shape::Dot { centre, radius: LANE_RADIUS, fill });
        }
        let chosen: f64 = levels.iter().map(|(usd, ..)| usd).sum();
        if !figure.filter.evidence.is_empty() && all > chosen {
            levels.push((all - chosen, Fill::Solid(context.theme.faded), None));
        }
        let shares: Vec<f64> = levels.iter().map(|(usd, ..)| usd / all).collect();
        for ((from, to), (_, fill, datum)) in stack::spans(&shares, columns.px_per_unit()).into_iter().zip(levels) {
            let rect = columns.rect(year, from, to);
            scene.marks.push(Mark { shape: Shape::Rect { rect, fill }, datum });
            if from > 0.0 && datum.is_some() {
                // A thin line of ground separates levels for readers who cannot tell their fills apart.
                let (from, to) = (Point::new(rect.x, rect.bottom()), Point::new(rect.right(), rect.bottom()));
                scene.push(Shape::Line { from, to, color: context.theme.ground, width: 1.0 });
            }
        }
    }
}

/// Notes on the marked events and on the lists of attributions that lie on the axis, and the words without room.
fn notes(context: &LayoutContext, columns: &ColumnLayout) -> (Vec<Note>, Vec<String>) {
    let locale = context.locale;
    let (first, last) = context.figure.axis_years();
    let x = |day: Date| (first..=last).contains(&day.year()).then(|| columns.x(day.to_days() as f64));
    let mut words = Vec::new();
    for event in &context.dataset.marked_events {
        words.extend(x(event.date.start()).map(|x| (x, None, event.mark.clone())));
    }
    for list in attribution_lists(context.dataset) {
        let (Some(from), Some(to)) = (x(list.first), x(list.last)) else { continue };
        let values = [("by", list.by), ("date", &*locale.day(list.day)), ("n", &locale.count(list.thefts))];
        words.push((from, Some(to), fill(locale.messages().evidence_list, &values)));
    }
    annotation::notes_at(context, words)
}

/// The plot of days to attribution, with everything below its data drawn.
struct Delays {
    columns: Option<ColumnLayout>,
    /// The y of the median.
    median: f64,
    bottom: f64,
}

/// Radius of a dot, and the least distance between two, in CSS pixels.
const RADIUS: f64 = 4.0;
const APART: f64 = 9.0;
/// More dots than this stay where they are, however near to each other.
const MOST_MOVED: usize = 500;

impl Delays {
    fn new(scene: &mut Scene, context: &LayoutContext, mut top: f64) -> Delays {
        let (locale, messages) = (context.locale, context.locale.messages());
        for line in wrap(messages.delays_heading, context.width, HEADING_SIZE, Weight::Bold, context.text) {
            let (at, ink) = (Point::new(0.0, top + HEADING_SIZE), context.theme.ink);
            scene.push(Shape::Text(context.text_of(line, at, Anchor::Start, HEADING_SIZE, Weight::Bold, ink)));
            top += HEADING_LINE;
        }
        let series = &context.figure.series[DELAYS];
        let Some(median) = median_days(series, context.dataset) else {
            let bottom = place_note(scene, context, messages.delays_none, top) + NOTE_SIZE / 2.0;
            return Delays { columns: None, median: 0.0, bottom };
        };
        let most = series.data.iter().map(|datum| days(context, datum.key)).max().unwrap_or(1);
        let mut powers = vec![1];
        let mut power = 1;
        while power < most {
            // The axis ends at two, five or ten times the last power, as soon as no dot is near its label.
            let end = [2, 5].into_iter().map(|times| times * power).find(|end| *end >= most + most / 2);
            power = end.unwrap_or(power * 10);
            powers.push(power);
        }
        let last = powers.len() - 1;
        let label = |(index, days): (usize, &u32)| match index == last {
            true => locale.counted(*days, messages.days),
            false => locale.count(*days),
        };
        let ticks = ValueTicks {
            labels: powers.iter().enumerate().map(label).collect(),
            values: powers.iter().map(|days| log(*days)).collect(),
        };
        let mut columns = ColumnLayout::new(context, top, 0.0, &ticks);
        columns.draw(scene, context, &ticks);
        let cases = locale.counted(series.totals.attacks, messages.attacks);
        let values = [("cases", &*cases), ("days", &locale.counted(median, messages.days))];
        let mut note = fill(messages.delays_note, &values);
        for list in attribution_lists(context.dataset) {
            let values = [("by", list.by), ("date", &*locale.day(list.day)), ("n", &locale.count(list.thefts))];
            note += &fill(messages.delays_listed, &values);
        }
        let bottom = place_note(scene, context, &note, columns.bottom) + NOTE_SIZE / 2.0;
        let median = columns.y(log(median));
        Delays { columns: Some(columns), median, bottom }
    }

    /// Places the dots. Returns the lower edge of everything.
    fn place(&self, scene: &mut Scene, context: &LayoutContext) -> f64 {
        let Some(columns) = &self.columns else { return self.bottom };
        let plot = columns.plot;
        let (from, to) = (Point::new(plot.x, self.median), Point::new(plot.right(), self.median));
        scene.push(Shape::Line { from, to, color: context.theme.ink, width: 1.0 });
        let field = Rect::new(RADIUS, plot.y, context.width - 2.0 * RADIUS, plot.height);
        let mut taken = Taken::new(APART);
        let is_moved = context.figure.series[DELAYS].data.len() <= MOST_MOVED;
        for (number, datum) in context.figure.data() {
            let Key::Attributed(index) = datum.key else { continue };
            let incident = &context.dataset.incidents[index];
            let at = Point::new(columns.x(incident.date.middle_days()), columns.y(log(days(context, datum.key))));
            let centre = if is_moved { dots::dodge(at, &taken, &field, 6, &mut 0) } else { at };
            taken.add(centre);
            let fill = Fill::Solid(context.theme.plain);
            dots::place(scene, context, Some(number), (centre, RADIUS, fill), false);
        }
        let top = plot.y - RADIUS;
        let area = Rect::new(0.0, top, context.width, plot.bottom() + RADIUS - top);
        scene.panels.push(Panel { area, reach: Reach::Points });
        self.bottom
    }
}

fn days(context: &LayoutContext, key: Key) -> u32 {
    match key {
        Key::Attributed(index) => days_to_attribution(&context.dataset.incidents[index]).unwrap_or_default().max(1),
        _ => 1,
    }
}

/// The position of a number of days on the axis: its common logarithm, 0 for a day or less.
fn log(days: u32) -> f64 {
    f64::from(days.max(1)).log10()
}
