//! The developer's commands of Heistogram, as a library: the browser tests serve pages through it.
#![allow(clippy::print_stdout, reason = "printing is what commands do")]

pub mod build;
pub mod cli;
pub mod dataset;
pub mod headers;
pub mod project;
pub mod serve;
pub mod setup;
pub mod size;
pub mod step;
pub mod test;
