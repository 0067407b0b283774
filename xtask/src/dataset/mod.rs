//! Maintenance of the dataset.

pub mod changes;
pub mod control;
pub mod diff;
mod difference;
pub mod figures;
pub mod format;
mod json;
pub mod texts;
