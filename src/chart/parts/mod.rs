//! Parts that charts share: axes, legends, columns, bars, dots and their labels.

pub(super) mod amounts;
pub(super) mod annotation;
pub(super) mod arrow;
pub(super) mod bars;
pub(super) mod columns;
pub(super) mod dates;
pub(super) mod dots;
pub(super) mod estimates;
pub(super) mod interval;
pub(super) mod legend;
pub(super) mod names;
pub(super) mod packing;
pub(super) mod stack;
pub(super) mod totals;
