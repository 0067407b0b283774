//! An axis of dates: months where they have room, and years.

use super::{LayoutContext, push_apart};
use crate::aggregate::Series;
use crate::data::{Date, PartialDate};
use crate::geometry::Point;
use crate::locale::{Locale, fill};
use crate::scale::LinearScale;
use crate::scene::{Anchor, DatumRef, Scene, Shape, Text};
use crate::theme::{LABEL_SIZE, NOTE_SIZE};

/// Places of days from left to right.
pub(super) struct Dates {
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
    /// From the first to the last day of the period; where that is open, of the years that `shown` begins and ends in.
    pub fn new(context: &LayoutContext, shown: &Series, range: (f64, f64)) -> Dates {
        let period = context.figure.filter.period;
        let year = |at: Option<usize>| {
            let datum = at.and_then(|at| shown.data.get(at));
            datum.map_or(0, |datum| context.dataset.incidents[datum.incidents[0]].date.year())
        };
        let (first, last) = (year(Some(0)), year(shown.data.len().checked_sub(1)));
        let from = period.from.map_or_else(|| month_start(first, 0), |day| day.to_days() as f64);
        let to = period.to.map_or_else(|| month_start(last, 12), |day| (day.to_days() + 1) as f64);
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
        let (first, last) = (Date::from_days(from as i64).year(), Date::from_days(to as i64 - 1).year());
        let with_months = to - from <= MONTHS_UP_TO;
        self.place_ticks(scene, context, top, first, if with_months { 1 } else { 12 });
        if with_months {
            let months = 12 * (last - first + 1);
            let mut widest = 0.0_f64;
            for month in context.locale.messages.short_months {
                widest = widest.max(context.label_width(month) + GAP);
            }
            let room = self.scale.map(30.0) - self.scale.map(0.0);
            let step = [1, 2, 3, 6].into_iter().find(|step| widest <= room * f64::from(*step)).unwrap_or(12);
            let mut labels = Vec::new();
            for month in 0..months {
                let words = context.locale.messages.short_months[(month % 12) as usize];
                if month % step == 0 {
                    labels.extend(self.words_below(context, (first, month, month + 1), words.into(), bottom));
                }
            }
            bottom += LABEL_SIZE + 4.0;
            push_apart(scene, labels, GAP);
        }
        self.place_years(scene, context, (first, last), bottom)
    }

    fn place_years(
        &self,
        scene: &mut Scene,
        context: &LayoutContext,
        (first, last): (i32, i32),
        mut bottom: f64,
    ) -> f64 {
        let locale = &context.locale;
        let room = self.scale.map(365.0) - self.scale.map(0.0);
        let widest = |label: fn(&Locale, i32) -> String| {
            let widths = (first..=last).map(|year| context.label_width(&label(locale, year)));
            widths.fold(0.0, f64::max) + GAP
        };
        let label = if first == last || widest(Locale::year) <= room { Locale::year } else { Locale::short_year };
        let every = if first == last { 1 } else { (widest(label) / room).ceil().max(1.0) as i32 };
        // The last year first: where a stretch at an end is short, its neighbour gives way.
        let mut labels = Vec::new();
        for year in (first..=last).rev() {
            if (last - year) % every == 0 {
                labels.extend(self.words_below(context, (year, 0, 12), label(locale, year), bottom));
            }
        }
        push_apart(scene, labels, GAP);
        bottom += LABEL_SIZE + 4.0;
        let as_of = context.figure.series[0].as_of;
        let (from, to) = self.scale.domain;
        let covered = as_of.to_days() as f64;
        if context.figure.series[0].part_year() == Some(last) && (from..to - 1.0).contains(&covered) {
            let words = fill(locale.messages.up_to, &[("day", &locale.day_of_year(as_of))]);
            if let Some((_, mut text)) = self.words_below(context, (last, 0, 12), words, bottom) {
                text = context.inside(Text { size: NOTE_SIZE, color: context.theme.muted, ..text });
                scene.push(Shape::Text(text));
                bottom += NOTE_SIZE + 4.0;
            }
        }
        bottom + 2.0
    }

    /// Words in the middle below a stretch of months of a year; none outside of the axis.
    fn words_below(
        &self,
        context: &LayoutContext,
        (year, from_month, to_month): (i32, i32, i32),
        words: String,
        top: f64,
    ) -> Option<(Option<DatumRef>, Text)> {
        let (from, to) = (month_start(year, from_month), month_start(year, to_month));
        let (first, last) = self.scale.domain;
        if to <= first || from >= last {
            return None;
        }
        let middle = Point::new((self.x(from) + self.x(to)) / 2.0, top + LABEL_SIZE);
        Some((None, context.inside(context.label(words, middle, Anchor::Middle))))
    }

    /// A tick where each of so many months begins.
    fn place_ticks(&self, scene: &mut Scene, context: &LayoutContext, top: f64, first_year: i32, step: i32) {
        let (from, to) = self.scale.domain;
        let mut month = 0;
        while month_start(first_year, month) < to {
            let start = month_start(first_year, month);
            if start >= from {
                let (from, to) = (Point::new(self.x(start), top), Point::new(self.x(start), top + TICK));
                scene.push(Shape::Line { from, to, color: context.theme.muted, width: 1.0 });
            }
            month += step;
        }
    }
}

/// The first day of a month, counted from 0 for January of a year, in days since 1970-01-01.
fn month_start(year: i32, month: i32) -> f64 {
    let (year, month) = (year + month / 12, (month % 12) as u8 + 1);
    Date::new(year, month, 1).map_or(Date::MAX.to_days() + 1, Date::to_days) as f64
}
