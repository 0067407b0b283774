//! Charts: one file each, from a [`Figure`] to a [`Scene`]. They know no canvas, no DOM and no events.

mod amounts;
mod annotation;
mod attacks;
mod bars;
mod behind;
mod columns;
#[cfg(feature = "crowd")]
mod crowd;
mod dates;
mod dots;
mod estimates;
mod incidents;
mod interval;
mod legend;
mod names;
mod poster;
mod proceeds;
mod running_total;
mod targets;
mod un_2019;
mod years;

pub use poster::{PosterWords, poster};

use crate::aggregate::{
    Datum, Filter, Measure, Series, by_country, by_group, by_incident, by_un_row, by_year, by_year_and_group,
    published_by_year, published_totals, running_total,
};
use crate::data::Dataset;
use crate::geometry::{Point, Rect};
use crate::locale::Locale;
use crate::scene::{Anchor, DatumRef, Fill, Mark, Scene, Shape, Text};
use crate::text::{MeasureText, Weight, wrap};
use crate::theme::{Color, LABEL_SIZE, NOTE_SIZE, Theme};

/// The charts, in the order a page shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Attacks a year by group of victims.
    Attacks,
    /// Who was hit: by country and by group.
    Targets,
    /// Estimated proceeds a year.
    Proceeds,
    /// Every theft by date and amount.
    Incidents,
    /// Everything taken so far.
    RunningTotal,
    /// The rows of the United Nations report of 2019.
    Un2019,
}

impl ChartKind {
    /// Every chart.
    pub const ALL: [ChartKind; 6] = [
        ChartKind::Attacks,
        ChartKind::Targets,
        ChartKind::Proceeds,
        ChartKind::Incidents,
        ChartKind::RunningTotal,
        ChartKind::Un2019,
    ];

    /// The name of the chart in attributes and file names.
    pub fn id(self) -> &'static str {
        match self {
            ChartKind::Attacks => "attacks",
            ChartKind::Targets => "targets",
            ChartKind::Proceeds => "proceeds",
            ChartKind::Incidents => "incidents",
            ChartKind::RunningTotal => "running-total",
            ChartKind::Un2019 => "un-2019",
        }
    }

    /// The chart of this name.
    pub fn from_id(id: &str) -> Option<ChartKind> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether the dataset has anything the chart could ever show.
    pub fn has_data(self, dataset: &Dataset) -> bool {
        self != ChartKind::Un2019 || dataset.incidents.iter().any(|incident| incident.un2019().is_some())
    }

    /// The measures a reader can choose from, the default first.
    pub fn measures(self) -> &'static [Measure] {
        match self {
            ChartKind::Attacks => &[Measure::Attacks],
            ChartKind::Targets => &[Measure::Attacks, Measure::Usd],
            _ => &[Measure::Usd],
        }
    }
}

/// A chart before it has a size: its figures, and nothing of how they are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which chart it is.
    pub kind: ChartKind,
    /// What its lengths stand for.
    pub measure: Measure,
    /// Which incidents are chosen.
    pub filter: Filter,
    /// Its figures, one series for each arrangement of the incidents.
    pub series: Vec<Series>,
    /// The same series of everything in the period, where more than a period is chosen: what fades. Empty otherwise.
    pub rest: Vec<Series>,
}

impl Figure {
    /// The figures of a chart for the incidents a filter accepts. A measure the chart does not offer gives its default.
    pub fn new(kind: ChartKind, dataset: &Dataset, filter: &Filter, measure: Measure) -> Figure {
        let offered = kind.measures();
        let measure = if offered.contains(&measure) { measure } else { offered[0] };
        let series = series(kind, dataset, filter, measure);
        let rest = match filter.is_worldwide() {
            true => Vec::new(),
            false => self::series(kind, dataset, &filter.period_only(), measure),
        };
        Figure { kind, measure, filter: filter.clone(), series, rest }
    }

    /// The words for a figure without data.
    pub(crate) fn nothing(&self, locale: Locale) -> &'static str {
        let messages = locale.messages();
        let words = if self.kind == ChartKind::Un2019 { messages.un_nothing } else { messages.nothing };
        words[usize::from(self.filter != Filter::default())]
    }

    /// Every datum with its number, in the order of table and keyboard; of a crowd there are none.
    pub fn data(&self) -> Data<'_> {
        Data { series: &self.series, at: 0, number: 0 }
    }
}

/// The data of a figure with their numbers. A type of its own, so that its steps are compiled once and not where they are
/// taken.
#[derive(Clone)]
pub struct Data<'a> {
    series: &'a [Series],
    /// Position in the first of `series`.
    at: usize,
    number: u32,
}

impl<'a> Iterator for Data<'a> {
    type Item = (DatumRef, &'a Datum);

    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (series, rest) = self.series.split_first()?;
            if let Some(datum) = series.data.get(self.at) {
                self.at += 1;
                self.number += 1;
                return Some((DatumRef(self.number - 1), datum));
            }
            (self.series, self.at) = (rest, 0);
        }
    }
}

fn series(kind: ChartKind, dataset: &Dataset, filter: &Filter, measure: Measure) -> Vec<Series> {
    match kind {
        ChartKind::Attacks => vec![by_year_and_group(dataset, filter)],
        ChartKind::Targets => vec![by_country(dataset, filter, measure), by_group(dataset, filter, measure)],
        ChartKind::Proceeds => {
            let own = by_year(dataset, filter);
            let published = published_by_year(dataset, filter, own.years);
            vec![own, published]
        }
        ChartKind::Incidents => vec![by_incident(dataset, filter)],
        ChartKind::RunningTotal => {
            let own = running_total(dataset, filter);
            let published = published_totals(dataset, filter, own.years);
            vec![own, published]
        }
        ChartKind::Un2019 => vec![by_un_row(dataset, filter)],
    }
}

/// Widths in CSS pixels from which charts have more room. From one to the next a plot is equally high, so that a page can
/// keep a place for a chart that is as wide as the reader's screen happens to be.
pub const STEPS: [f64; 3] = [480.0, 680.0, 880.0];

/// All that laying out a chart needs.
#[derive(Clone, Copy)]
pub struct LayoutContext<'a> {
    /// The figures to draw.
    pub figure: &'a Figure,
    /// What they were taken from.
    pub dataset: &'a Dataset,
    /// Room from left to right in CSS pixels; the height follows from it.
    pub width: f64,
    /// How high a plot is in CSS pixels where its picture has a height of its own.
    pub plot_height: Option<f64>,
    /// Colours.
    pub theme: &'a Theme,
    /// Words.
    pub locale: Locale,
    /// How wide text is.
    pub text: &'a dyn MeasureText,
}

/// Lays a chart out. Every figure gives a scene; one without data says so in words.
pub fn layout(context: &LayoutContext) -> Scene {
    let mut scene = Scene::new(context.figure.kind, context.width);
    if context.figure.count() == 0 {
        place_notice(&mut scene, context);
        return scene;
    }
    match context.figure.kind {
        ChartKind::Attacks => attacks::layout(&mut scene, context),
        ChartKind::Targets => targets::layout(&mut scene, context),
        ChartKind::Proceeds => proceeds::layout(&mut scene, context),
        ChartKind::Incidents => incidents::layout(&mut scene, context),
        ChartKind::RunningTotal => running_total::layout(&mut scene, context),
        ChartKind::Un2019 => un_2019::layout(&mut scene, context),
    }
    scene
}

fn place_notice(scene: &mut Scene, context: &LayoutContext) {
    const LINE: f64 = 20.0;
    const SPACE: f64 = 32.0;
    let words = context.figure.nothing(context.locale);
    let mut baseline = SPACE;
    for line in wrap(words, context.width, LABEL_SIZE, Weight::Regular, context.text) {
        let at = Point::new(context.width / 2.0, baseline);
        scene.push(Shape::Text(context.label(line, at, Anchor::Middle)));
        baseline += LINE;
    }
    scene.height = baseline + SPACE - LINE;
}

/// Distance from one line of a note to the next.
const NOTE_LINE: f64 = 16.0;

/// Sets a note at the left edge, below `baseline`, on as many lines as it needs; returns the baseline of the last.
fn place_note(scene: &mut Scene, context: &LayoutContext, words: &str, mut baseline: f64) -> f64 {
    for line in wrap(words, context.width, NOTE_SIZE, Weight::Regular, context.text) {
        baseline += NOTE_LINE;
        let at = Point::new(0.0, baseline);
        let color = context.theme.muted;
        let text = context.text_of(line, at, Anchor::Start, NOTE_SIZE, Weight::Regular, color);
        scene.push(Shape::Text(text));
    }
    baseline
}

/// Adds labels in a row if each has its room, or none: a figure here and there would read as a choice.
fn push_if_all_fit(scene: &mut Scene, context: &LayoutContext, labels: Vec<Text>, room: f64) {
    const GAP: f64 = 2.0;
    if labels.iter().any(|label| label.width + GAP > room) {
        return;
    }
    let taken: Vec<Rect> = texts(scene).map(Text::bounds).collect();
    for mut label in labels {
        // Over a symbol a figure would be unread: it moves above all that are in its way.
        while let Some(y) = symbol_over(scene, &label.bounds()) {
            label.at.y = y - label.size / 2.0;
        }
        // A column as high as the axis would set its label into the axis' own.
        if !taken.iter().any(|bounds| bounds.overlaps(&label.bounds())) {
            open_grid(scene, context, label.bounds().grown(2.0));
            scene.push(Shape::Text(label));
        }
    }
}

/// Upper edge of a symbol that lies over a rectangle.
fn symbol_over(scene: &Scene, room: &Rect) -> Option<f64> {
    for mark in &scene.marks {
        let bounds = mark.shape.bounds();
        if matches!(mark.shape, Shape::Symbol { .. }) && bounds.overlaps(room) {
            return Some(bounds.y);
        }
    }
    None
}

/// Takes the grid lines out of a rectangle, so that none strikes a figure through. Covering them would show on any ground
/// but our own.
fn open_grid(scene: &mut Scene, context: &LayoutContext, gap: Rect) {
    for at in 0..scene.marks.len() {
        let Shape::Line { from, to, color, width } = &mut scene.marks[at].shape else { continue };
        let inside = from.y == to.y && from.y > gap.y && from.y < gap.bottom() && from.x < gap.x && to.x > gap.right();
        if inside && *color == context.theme.grid {
            let rest = Shape::Line { from: Point::new(gap.right(), from.y), to: *to, color: *color, width: *width };
            to.x = gap.x;
            // In the place of its line: below the columns.
            scene.marks.insert(at, Mark { shape: rest, datum: None });
        }
    }
}

/// Adds labels one after the other, leaving out each that comes nearer than `gap` to one added before it.
fn push_apart(scene: &mut Scene, labels: Vec<(Option<DatumRef>, Text)>, gap: f64) {
    let mut taken: Vec<Rect> = Vec::new();
    for (datum, label) in labels {
        let bounds = label.bounds();
        if !taken.iter().any(|other| other.grown(gap).overlaps(&bounds)) {
            taken.push(bounds);
            scene.marks.push(Mark { shape: Shape::Text(label), datum });
        }
    }
}

fn texts(scene: &Scene) -> impl Iterator<Item = &Text> {
    scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(text) => Some(text),
        _ => None,
    })
}

impl LayoutContext<'_> {
    /// A line of text as most labels are set.
    fn label(&self, content: impl Into<String>, at: Point, anchor: Anchor) -> Text {
        self.text_of(content.into(), at, anchor, LABEL_SIZE, Weight::Regular, self.theme.ink)
    }

    fn text_of(&self, content: String, at: Point, anchor: Anchor, size: f64, weight: Weight, color: Color) -> Text {
        let width = self.text.width(&content, size, weight);
        Text { content, at, anchor, size, weight, color, width }
    }

    /// The text, moved inwards where it would leave the chart.
    fn inside(&self, text: Text) -> Text {
        let bounds = text.bounds();
        let x = bounds.x.min(self.width - bounds.width).max(0.0);
        Text { at: Point::new(text.at.x + x - bounds.x, text.at.y), ..text }
    }

    /// How high a plot is, by the step of the chart's width.
    fn plot_height(&self, heights: [f64; 4]) -> f64 {
        let steps = STEPS.iter().filter(|from| self.width >= **from).count();
        self.plot_height.unwrap_or(heights[steps])
    }

    /// Width of a label in CSS pixels.
    fn label_width(&self, content: &str) -> f64 {
        self.text.width(content, LABEL_SIZE, Weight::Regular)
    }

    /// Stripes for evidence that is not official.
    fn hatched(&self, color: Color) -> Fill {
        Fill::Hatched { stripe: color, tint: color.mixed(self.theme.ground, 0.9) }
    }
}
