//! Columns over years: grid, ticks and the positions of the columns.

use crate::chart::context::LayoutContext;
use crate::chart::labels::push_apart;
use crate::data::Date;
use crate::geometry::{Point, Rect};
use crate::locale::{Locale, fill};
use crate::scale::{BandScale, LinearScale, nice_ticks};
use crate::scene::{Anchor, Scene, Shape, Text};
use crate::text::Weight;
use crate::theme::{LABEL_SIZE, NOTE_SIZE};

/// The geometry of the columns of a chart.
pub(in crate::chart) struct ColumnLayout {
    /// The area between the highest tick and zero.
    pub plot: Rect,
    /// Lower edge of the labels below the plot.
    pub bottom: f64,
    bands: BandScale,
    values: LinearScale,
    first_year: i32,
    last_year: i32,
    /// Years that the data or the period covers only in part.
    part_years: Vec<i32>,
    /// Right edge of grid and labels.
    right: f64,
}

/// The ticks of a value axis.
pub(in crate::chart) struct ValueTicks {
    /// Values from zero to the highest.
    pub values: Vec<f64>,
    /// Label of each; only the highest has the unit.
    pub labels: Vec<String>,
}

/// Share of a band left empty.
const PADDING: f64 = 0.28;
const MAX_COLUMN_WIDTH: f64 = 72.0;
/// Width of the column of a part-year, as a share of the others.
const PART_YEAR_WIDTH: f64 = 0.6;
/// Least distance between two labels in a row, in CSS pixels.
const LABEL_GAP: f64 = 6.0;

impl ValueTicks {
    /// About `count` ticks for US dollars. All labels are in the unit of the highest, and only that one names it.
    pub fn usd(context: &LayoutContext, highest: f64, count: usize) -> ValueTicks {
        let values = nice_ticks(highest, count, 1.0);
        let last = values.len() - 1;
        let (unit, word) = context.locale.money_unit(values[last]);
        // As many digits as the values need, two at most: steps may be a quarter of a unit.
        let (mut digits, mut exact) = (0, unit);
        while digits < 2 && values.iter().any(|value| (value / exact).fract() != 0.0) {
            digits += 1;
            exact /= 10.0;
        }
        let label = |(index, value): (usize, &f64)| {
            let number = context.locale.decimal(value / unit, if *value > 0.0 { digits } else { 0 });
            if index == last { fill(word, &[("amount", &number)]) } else { number }
        };
        ValueTicks { labels: values.iter().enumerate().map(label).collect(), values }
    }
}

impl ValueTicks {
    /// A dollar amount in the unit of [`usd`](Self::usd), short and without its name.
    pub fn in_unit(&self, context: &LayoutContext, amount: f64) -> String {
        const LEAST: f64 = 0.1;
        let highest = self.values.last().copied().unwrap_or(1.0);
        let value = amount / context.locale.money_unit(highest).0;
        match value {
            // A figure that rounds to zero is not zero.
            _ if value > 0.0 && value < LEAST / 2.0 => {
                fill(context.locale.messages().below, &[("n", &context.locale.decimal(LEAST, 1))])
            }
            10.0.. => context.locale.decimal(value, 0),
            _ => context.locale.decimal(value, 1),
        }
    }
}

impl ColumnLayout {
    /// Computes the geometry as [`new`](Self::new) does, and draws grid, ticks and years.
    pub fn place(scene: &mut Scene, context: &LayoutContext, top: f64, right: f64, ticks: &ValueTicks) -> ColumnLayout {
        let mut columns = ColumnLayout::new(context, top, right, ticks);
        columns.draw(scene, context, ticks);
        columns
    }

    /// Computes the geometry from `top` down, with `right` CSS pixels left free on the right.
    pub fn new(context: &LayoutContext, top: f64, right: f64, ticks: &ValueTicks) -> ColumnLayout {
        let (first_year, last_year) = context.figure.axis_years();
        let width = context.width - right;
        // The highest label may reach over the columns, because they end below it.
        let below_top = ticks.labels.len().saturating_sub(1);
        let gutter = ticks.labels[..below_top].iter().map(|label| context.label_width(label)).fold(0.0, f64::max) + 8.0;
        let plot_top = top + LABEL_SIZE + 6.0;
        let plot_height = context.plot_height([190.0, 260.0, 320.0, 380.0]);
        let plot = Rect::new(gutter, plot_top, (width - gutter).max(1.0), plot_height);
        let highest = ticks.values.last().copied().unwrap_or(1.0);
        ColumnLayout {
            plot,
            bottom: plot.bottom(),
            bands: BandScale {
                count: (last_year - first_year + 1).max(1) as usize,
                range: (plot.x, plot.right()),
                padding: PADDING,
            },
            values: LinearScale { domain: (0.0, highest), range: (plot.bottom(), plot.y) },
            first_year,
            last_year,
            part_years: (first_year..=last_year).filter(|year| context.figure.part_of_year(*year).is_some()).collect(),
            right: width,
        }
    }

    /// Draws grid, ticks and years.
    pub fn draw(&mut self, scene: &mut Scene, context: &LayoutContext, ticks: &ValueTicks) {
        for (value, label) in ticks.values.iter().zip(&ticks.labels) {
            let y = self.y(*value);
            let color = if *value == 0.0 { context.theme.muted } else { context.theme.grid };
            scene.push(Shape::Line { from: Point::new(0.0, y), to: Point::new(self.right, y), color, width: 1.0 });
            let mut text = context.label(label.as_str(), Point::new(0.0, y - 4.0), Anchor::Start);
            text.color = context.theme.muted;
            scene.push(Shape::Text(text));
        }
        self.draw_years(scene, context);
    }

    fn draw_years(&mut self, scene: &mut Scene, context: &LayoutContext) {
        let last_year = self.last_year;
        let step = self.bands.step();
        let widest = |label: fn(&Locale, i32) -> String| {
            let widths = (self.first_year..=last_year).map(|year| context.label_width(&label(&context.locale, year)));
            widths.fold(0.0, f64::max) + LABEL_GAP
        };
        let label = if widest(Locale::year_on_axis) <= step { Locale::year_on_axis } else { Locale::short_year };
        let needed = widest(label);
        // If there is no room for every year, every second, third … is labelled, counted back from the last.
        let every = (needed / step).ceil().max(1.0) as i32;
        let baseline = self.plot.bottom() + LABEL_SIZE + 5.0;
        let (mut labels, mut others, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for year in (self.first_year..=last_year).rev() {
            let part = context.figure.part_of_year(year);
            let words = label(&context.locale, year);
            if let Some(part) = part {
                let words = context.locale.part_of_year(part);
                parts.push((None, self.note_below(context, words, year, baseline + NOTE_SIZE + 4.0)));
            }
            let text = self.below(context, words, year, baseline, self.right);
            // The note under a part-year needs the label of its year.
            match part {
                Some(_) => labels.push((None, text)),
                None if (last_year - year) % every == 0 => others.push((None, text)),
                None => {}
            }
        }
        labels.extend(others);
        // A label moved inwards may be nearer to its neighbour than the others.
        push_apart(scene, labels, LABEL_GAP / 2.0);
        push_apart(scene, parts, LABEL_GAP);
        // The line of part-years is reserved even if it is empty, so that no page jumps when a period is selected.
        self.bottom = baseline + 4.0 + NOTE_SIZE + 4.0;
    }

    fn note_below(&self, context: &LayoutContext, words: String, year: i32, baseline: f64) -> Text {
        let mut text = self.below(context, words, year, baseline, self.right);
        text.size = NOTE_SIZE;
        text.color = context.theme.muted;
        text
    }

    /// Places ticks below the axis at the boundaries of years; none if they would be closer than they are long.
    pub fn place_year_ticks(&self, scene: &mut Scene, context: &LayoutContext) {
        const LENGTH: f64 = 4.0;
        if self.step() < LENGTH {
            return;
        }
        for year in 0..=self.bands.count {
            let x = (self.plot.x + self.step() * year as f64).min(self.plot.right());
            let (from, to) = (Point::new(x, self.plot.bottom()), Point::new(x, self.plot.bottom() + LENGTH));
            scene.push(Shape::Line { from, to, color: context.theme.muted, width: 1.0 });
        }
    }

    /// A label centred under a column, moved inwards if it would leave `0..width`.
    pub fn below(&self, context: &LayoutContext, words: String, year: i32, baseline: f64, width: f64) -> Text {
        let text = context.label(words, Point::new(self.centre(year), baseline), Anchor::Middle);
        let bounds = text.bounds();
        if bounds.right() > width {
            return context.label(text.content, Point::new(width, baseline), Anchor::End);
        }
        if bounds.x < 0.0 {
            return context.label(text.content, Point::new(0.0, baseline), Anchor::Start);
        }
        text
    }

    /// The x where a year begins, or `None` for the first year and for years outside the axis.
    pub fn start(&self, year: i32) -> Option<f64> {
        let inside = year > self.first_year && year <= self.last_year;
        inside.then(|| self.centre(year) - self.step() / 2.0)
    }

    /// The x of a day, given in days since 1970-01-01. The band of a year runs from its first day to its last.
    pub fn x(&self, days: f64) -> f64 {
        let year = Date::from_days(days.floor() as i64).year();
        let first_day = |year| Date::new(year, 1, 1).map_or(0.0, |day| day.to_days() as f64);
        let share = (days - first_day(year)) / (first_day(year + 1) - first_day(year)).max(1.0);
        self.plot.x + self.step() * (f64::from(year - self.first_year) + share.clamp(0.0, 1.0))
    }

    /// The x of the middle of a year's column.
    pub fn centre(&self, year: i32) -> f64 {
        self.bands.centre(self.band(year))
    }

    /// Distance from one year to the next, in CSS pixels.
    pub fn step(&self) -> f64 {
        self.bands.step()
    }

    /// The y of a value.
    pub fn y(&self, value: f64) -> f64 {
        self.values.map(value)
    }

    /// CSS pixels per unit of the measure.
    pub fn px_per_unit(&self) -> f64 {
        self.y(0.0) - self.y(1.0)
    }

    /// The part of a year's column from one value to another. The column of a part-year is narrower.
    pub fn rect(&self, year: i32, from: f64, to: f64) -> Rect {
        let whole = self.bands.width().min(MAX_COLUMN_WIDTH);
        let width = if self.part_years.contains(&year) { whole * PART_YEAR_WIDTH } else { whole };
        let (top, bottom) = (self.y(to), self.y(from));
        Rect::new(self.centre(year) - width / 2.0, top, width, bottom - top)
    }

    /// A label above a year's column.
    pub fn above(&self, context: &LayoutContext, words: String, year: i32, value: f64) -> Text {
        let at = Point::new(self.centre(year), self.y(value) - 5.0);
        context.text_of(words, at, Anchor::Middle, NOTE_SIZE, Weight::Regular, context.theme.ink)
    }

    fn band(&self, year: i32) -> usize {
        (year - self.first_year).max(0) as usize
    }
}
