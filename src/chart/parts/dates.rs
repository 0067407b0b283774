//! An axis of dates: years, and months if they fit.

use crate::chart::context::LayoutContext;
use crate::chart::labels::push_apart;
use crate::data::{Date, PartialDate};
use crate::geometry::Point;
use crate::locale::{Locale, fill};
use crate::scale::LinearScale;
use crate::scene::{Anchor, DatumRef, Scene, Shape, Text};
use crate::theme::{LABEL_SIZE, NOTE_SIZE};

/// Maps days to positions from left to right.
pub(in crate::chart) struct Dates {
    /// From days since 1970-01-01 to CSS pixels.
    scale: LinearScale,
}

/// Length of a tick, in CSS pixels.
const TICK: f64 = 5.0;
/// Least distance between two labels in a row, in CSS pixels.
const GAP: f64 = 6.0;
/// Longest axis on which months are labelled, in days.
const MONTHS_UP_TO: f64 = 800.0;

impl Dates {
    /// An axis from the first to the last day of the period. An open end falls back to the start of the year `first` or
    /// the end of the year `last`. `range` is in CSS pixels.
    pub fn new(context: &LayoutContext, (first, last): (i32, i32), range: (f64, f64)) -> Dates {
        let period = context.figure.filter.period;
        let from = period.from.map_or_else(|| month_start(12 * first), |day| day.to_days() as f64);
        let to = period.to.map_or_else(|| month_start(12 * last + 12), |day| (day.to_days() + 1) as f64);
        Dates { scale: LinearScale { domain: (from, to), range } }
    }

    /// The x of the middle of a date.
    pub fn middle(&self, date: PartialDate) -> f64 {
        self.x(date.middle_days())
    }

    /// The x of the start and the end of a date, clamped to the axis.
    pub fn ends(&self, date: PartialDate) -> (f64, f64) {
        (self.x(date.start().to_days() as f64), self.x((date.end().to_days() + 1) as f64))
    }

    fn x(&self, days: f64) -> f64 {
        self.scale.map(days.clamp(self.scale.domain.0, self.scale.domain.1))
    }

    /// Places the line, its ticks and their labels below `top`. Returns the lower edge.
    pub fn place(&self, scene: &mut Scene, context: &LayoutContext, top: f64) -> f64 {
        let (from, to) = self.scale.domain;
        let color = context.theme.muted;
        let ends = (Point::new(self.scale.range.0, top), Point::new(self.scale.range.1, top));
        scene.push(Shape::Line { from: ends.0, to: ends.1, color, width: 1.0 });
        let mut bottom = top + TICK;
        let years = (Date::from_days(from as i64).year(), Date::from_days(to as i64 - 1).year());
        if to - from <= MONTHS_UP_TO {
            self.place_ticks(scene, context, top, (12 * years.0, 1));
            self.place_months(scene, context, years, bottom);
            bottom += LABEL_SIZE + 4.0;
            self.place_years(scene, context, years, bottom);
        } else {
            let every = self.place_years(scene, context, years, bottom);
            // Every labelled year has a tick, and so has every other year if the ticks stay apart.
            let every = if self.px(365.0) < 2.0 * TICK { every } else { 1 };
            self.place_ticks(scene, context, top, (12 * (years.0 + (years.1 - years.0) % every), 12 * every));
        }
        bottom += LABEL_SIZE + 4.0;
        let as_of = context.figure.series[0].as_of;
        let covered = as_of.to_days() as f64;
        if context.figure.series[0].part_year() == Some(years.1) && (from..to - 1.0).contains(&covered) {
            let words = fill(context.locale.messages().up_to, &[("day", &context.locale.day_of_year(as_of))]);
            if let Some((_, text)) = self.words_below(context, 12 * years.1, 12, words, bottom) {
                let width = context.text.width(&text.content, NOTE_SIZE, text.weight);
                let text = Text { size: NOTE_SIZE, color, width, ..text };
                scene.push(Shape::Text(context.inside(text)));
            }
        }
        // This line is reserved even if it is empty, so that no page jumps when a period is selected.
        bottom + NOTE_SIZE + 4.0 + 2.0
    }

    fn place_months(&self, scene: &mut Scene, context: &LayoutContext, (first, last): (i32, i32), top: f64) {
        let names = context.locale.messages().short_months;
        let mut widest = 0.0_f64;
        for name in names {
            widest = widest.max(context.label_width(name) + GAP);
        }
        let room = self.px(30.0);
        let every = [1, 2, 3, 6].into_iter().find(|every| widest <= room * f64::from(*every)).unwrap_or(12);
        let mut labels = Vec::new();
        for month in 12 * first..12 * (last + 1) {
            if month % every == 0 {
                labels.extend(self.words_below(context, month, 1, names[(month % 12) as usize].into(), top));
            }
        }
        push_apart(scene, labels, GAP);
    }

    /// Labels every n-th year, counted back from the last, and returns n.
    fn place_years(&self, scene: &mut Scene, context: &LayoutContext, (first, last): (i32, i32), top: f64) -> i32 {
        let locale = &context.locale;
        let room = self.px(365.0);
        let needed = |label: fn(&Locale, i32) -> String| context.label_width(&label(locale, last)) + GAP;
        let is_short = first < last && last - first < 100 && needed(Locale::year_on_axis) > room;
        let label = if is_short { Locale::short_year } else { Locale::year_on_axis };
        let every = (needed(label) / room).ceil().clamp(1.0, 1e3) as i32;
        let every = if first == last { 1 } else { every };
        // The last first, so that it keeps its label if it is short, and its neighbour loses its own.
        let mut labels = Vec::new();
        for year in (first..=last).rev() {
            if (last - year) % every == 0 {
                labels.extend(self.words_below(context, 12 * year, 12, label(locale, year), top));
            }
        }
        push_apart(scene, labels, GAP);
        every
    }

    /// Length of a number of days, in CSS pixels.
    fn px(&self, days: f64) -> f64 {
        self.scale.map(days) - self.scale.map(0.0)
    }

    /// Words centred below a span of months; `None` outside the axis.
    fn words_below(
        &self,
        context: &LayoutContext,
        month: i32,
        months: i32,
        words: String,
        top: f64,
    ) -> Option<(Option<DatumRef>, Text)> {
        let (from, to) = (month_start(month), month_start(month + months));
        let (first, last) = self.scale.domain;
        if to <= first || from >= last {
            return None;
        }
        let middle = Point::new((self.x(from) + self.x(to)) / 2.0, top + LABEL_SIZE);
        Some((None, context.inside(context.label(words, middle, Anchor::Middle))))
    }

    /// Places a tick at the start of every n-th month.
    fn place_ticks(&self, scene: &mut Scene, context: &LayoutContext, top: f64, (mut month, every): (i32, i32)) {
        let (from, to) = self.scale.domain;
        while month_start(month) < to {
            let start = month_start(month);
            if start >= from {
                let (from, to) = (Point::new(self.x(start), top), Point::new(self.x(start), top + TICK));
                scene.push(Shape::Line { from, to, color: context.theme.muted, width: 1.0 });
            }
            month += every;
        }
    }
}

/// The first day of a month, in days since 1970-01-01; months are counted from January of year 0.
fn month_start(month: i32) -> f64 {
    Date::new(month / 12, (month % 12) as u8 + 1, 1).map_or(Date::MAX.to_days() + 1, Date::to_days) as f64
}
