//! Work on the dataset.

pub mod control;
mod difference;
