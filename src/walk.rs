//! Keyboard navigation from one datum to the next.
//!
//! Left and right follow the axis, and up and down move within a column; among rows, every arrow leads to the next.
//! Every datum can be reached from every other, and a step back leads to the datum before.

use crate::aggregate::{Key, days_to_attribution, estimator_rank, estimators};
use crate::chart::{Arrangement, Figure};
use crate::data::{Dataset, Evidence};
use crate::scene::DatumRef;

/// A key that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the previous datum along the axis.
    Left,
    /// To the next datum along the axis.
    Right,
    /// To the next higher part of a stack, line, or amount; to the row above.
    Up,
    /// To the next lower part of a stack, line, or amount; to the row below.
    Down,
    /// To the start of the axis, or to the first row.
    Home,
    /// To the end of the axis, or to the last row.
    End,
    /// To the previous year or part of the chart.
    PageUp,
    /// To the next year or part of the chart.
    PageDown,
}

impl Step {
    /// Every key, numbered as `www/element/keys.js` does.
    pub const ALL: [Step; 8] =
        [Step::Left, Step::Right, Step::Up, Step::Down, Step::Home, Step::End, Step::PageUp, Step::PageDown];
}

/// The position of a reader. It is the key of a datum and not its number, so it survives a change of selection.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    at: Option<Key>,
    /// The datum last reached by a step within a column. Other columns are entered as near to its level as possible.
    level: Option<Key>,
}

/// The coordinates of a datum: its column (or line), its position within that, and its page (year or part of the
/// chart). The next datum in a direction is the one with the least larger coordinate.
type Place = [i64; 3];

const COLUMN: usize = 0;
const WITHIN: usize = 1;
const PAGE: usize = 2;

impl Walk {
    /// The datum the reader is at, or `None` if the selection no longer includes it.
    pub fn at(&self, figure: &Figure) -> Option<DatumRef> {
        figure.find(self.at?)
    }

    /// Takes a step and returns the datum it leads to. Without a current datum, that is the first one; at an end, it
    /// stays the current one. `None` if the figure has no data.
    pub fn step(&mut self, step: Step, figure: &Figure, dataset: &Dataset) -> Option<DatumRef> {
        let Some(at) = self.at(figure) else {
            let first = DatumRef(0);
            self.at = Some(figure.datum(first, dataset)?.key);
            self.level = self.at;
            return Some(first);
        };
        let level_at = self.level.and_then(|key| figure.find(key)).unwrap_or(at);
        let estimators = estimators(dataset);
        let place = |number| place(figure, number, dataset, &estimators);
        let (from, level) = (place(at), place(level_at));
        let arrangement = figure.kind.arrangement();
        let (axis, forward, to_end) = direction(step, arrangement);
        let sign = if forward { 1 } else { -1 };
        let mut best = (at, [i64::MAX; 2]);
        for number in (0..figure.count()).map(DatumRef) {
            let place = place(number);
            let along = sign * (place[axis] - from[axis]);
            let same_column = axis == COLUMN || arrangement == Arrangement::Points || place[COLUMN] == from[COLUMN];
            if !same_column || (!to_end && along <= 0) {
                continue;
            }
            let beside = if axis == COLUMN { (place[WITHIN] - level[WITHIN]).abs() } else { place[WITHIN] };
            // The datum furthest along the axis is the end.
            let order = [if to_end { -along } else { along }, beside];
            if order < best.1 {
                best = (number, order);
            }
        }
        let key = |number| figure.datum(number, dataset).map(|datum| datum.key);
        self.at = key(best.0);
        self.level = key(if axis == COLUMN { level_at } else { best.0 });
        Some(best.0)
    }
}

/// The coordinate that a key follows, whether it goes forward, and whether it goes to the end.
fn direction(step: Step, arrangement: Arrangement) -> (usize, bool, bool) {
    let (level, upright, page) = match arrangement {
        Arrangement::Columns => (COLUMN, WITHIN, COLUMN),
        Arrangement::Points | Arrangement::Lines => (WITHIN, COLUMN, PAGE),
        Arrangement::Rows => (WITHIN, WITHIN, PAGE),
    };
    // Later rows are further down.
    let down = level == upright;
    match step {
        Step::Left => (level, false, false),
        Step::Right => (level, true, false),
        Step::Up => (upright, !down, false),
        Step::Down => (upright, down, false),
        Step::Home => (level, false, true),
        Step::End => (level, true, true),
        Step::PageUp => (page, false, false),
        Step::PageDown => (page, true, false),
    }
}

fn place(figure: &Figure, number: DatumRef, dataset: &Dataset, estimators: &[&str]) -> Place {
    let Some(datum) = figure.datum(number, dataset) else { return [0; 3] };
    let is_rows = figure.kind.arrangement() == Arrangement::Rows;
    let month = |year: i32, month: u8| i64::from(year) * 12 + i64::from(month);
    // The number makes the coordinates of every datum distinct.
    let [column, within, page] = match datum.key {
        // The last year is the first row.
        Key::Year(year) if is_rows => [0, -i64::from(year) << 8, -i64::from(year)],
        Key::Year(year) => [i64::from(year), 0, 0],
        Key::YearGroup(year, group) => [i64::from(year), group as i64, 0],
        Key::Share(_) => [0, 0, 0],
        Key::YearEvidence(year, level) => [i64::from(year), level as i64, 0],
        // Above the columns of evidence, the slowest attribution on top.
        Key::Attributed(index) => {
            let incident = &dataset.incidents[index];
            let days = days_to_attribution(incident).unwrap_or_default();
            [i64::from(incident.date.year()), Evidence::SingleSource as i64 + 1 + i64::from(days), 0]
        }
        Key::Estimate(index) => {
            let estimate = &dataset.estimates[index];
            match figure.kind.arrangement() {
                Arrangement::Lines => {
                    let day = estimate.report_date.start();
                    [1, month(day.year(), day.month()), i64::from(day.year())]
                }
                Arrangement::Columns | Arrangement::Points | Arrangement::Rows => {
                    let year = -i64::from(estimate.period.from.year());
                    [0, (year << 8) + 1 + estimator_rank(estimators, estimate).cast_signed() as i64, year]
                }
            }
        }
        Key::UpTo(year, of_year) => [0, month(year, of_year), i64::from(year)],
        Key::Incident(index) => {
            let incident = &dataset.incidents[index];
            // Unknown amounts are below zero.
            let amount = incident.stolen_usd.map_or(-1, |usd| usd.best as i64);
            [amount, 0, i64::from(incident.date.year())]
        }
        Key::UnRow(index) => [0, 0, dataset.incidents[index].un2019().map_or(0, |row| row.kind as i64)],
        Key::Group(_) | Key::Method(_) => [0, 0, 0],
        Key::Country(_) | Key::MoreCountries(_) | Key::Recovered(_) => [0, 0, 1],
    };
    [column, (within << 32) + i64::from(number.0), page]
}
