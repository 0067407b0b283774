//! An axis of dates: months where they have room, and years.

use crate::chart::context::LayoutContext;
use crate::chart::labels::push_apart;
use crate::data::{Date, PartialDate};
use crate::geometry::Point;
use crate::locale::{Locale, fill};
use crate::scale::LinearScale;
use crate::scene::{Anchor, DatumRef, Scene, Shape, Text};
use crate::theme::{LABEL_SIZE, NOTE_SIZE};

/// Places of days from left to right.
pub(in crate::chart) struct Dates {
    /// From days since 1970-01-01.
    scale: LinearScale,
}

/// Length of a tick.
const TICK: f64 = 5.0;
/// Least room between two labels in a row.
const GAP: f64 = 6.0;
/// Months are named where the axis is no longer than this, in days.
const MONTHS_UP_TO: f64 = 800.0;

impl Dates {
    /// From the first to the last day of the period; where that is open, from the `first` year to the end of the `last`.
    pub fn new(context: &LayoutContext, (first, last): (i32, i32), range: (f64, f64)) -> Dates {
        let period = context.figure.filter.period;
        let from = period.from.map_or_else(|| month_start(12 * first), |day| day.to_days() as f64);
        let to = period.to.map_or_else(|| month_start(12 * last + 12), |day| (day.to_days() + 1) as f64);
        Dates { scale: LinearScale { domain: (from, to), range } }
    }

    /// Where the middle of a date lies.
    pub fn middle(&self, date: PartialDate) -> f64 {
        self.x(date.middle_days())
    }

    /// Where a date begins and ends, as far as the axis reaches.
    pub fn ends(&self, date: PartialDate) -> (f64, f64) {
        (self.x(date.start().to_days() as f64), self.x((date.end().to_days() + 1) as f64))
    }

    fn x(&self, days: f64) -> f64 {
        self.scale.map(days.clamp(self.scale.domain.0, self.scale.domain.1))
    }

    /// Draws the line, its ticks and their words below `top`; returns the lower edge.
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
            // Each year named has its tick, and each other one as long as they stay apart.
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
        // This line is kept where it is empty: no page jumps while a period is chosen.
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

    /// Every so many years are named, counted back from the last, for which the number is returned.
    fn place_years(&self, scene: &mut Scene, context: &LayoutContext, (first, last): (i32, i32), top: f64) -> i32 {
        let locale = &context.locale;
        let room = self.px(365.0);
        let needed = |label: fn(&Locale, i32) -> String| context.label_width(&label(locale, last)) + GAP;
        let is_short = first < last && last - first < 100 && needed(Locale::year_on_axis) > room;
        let label = if is_short { Locale::short_year } else { Locale::year_on_axis };
        let every = (needed(label) / room).ceil().clamp(1.0, 1e3) as i32;
        let every = if first == last { 1 } else { every };
        // The last first: where the stretch of a year at an end is short, its neighbour gives way.
        let mut labels = Vec::new();
        for year in (first..=last).rev() {
            if (last - year) % every == 0 {
                labels.extend(self.words_below(context, 12 * year, 12, label(locale, year), top));
            }
        }
        push_apart(scene, labels, GAP);
        every
    }

    /// Length of so many days.
    fn px(&self, days: f64) -> f64 {
        self.scale.map(days) - self.scale.map(0.0)
    }

    /// Words in the middle below so many months; none outside of the axis.
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

    /// A tick where every so many months begin.
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
