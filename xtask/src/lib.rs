//! The developer's commands of Heistogram as a library: browser tests use its server.
#![allow(clippy::print_stdout, reason = "printing is what commands do")]

#[cfg(feature = "commands")]
pub mod bench;
#[cfg(feature = "commands")]
pub mod build;
#[cfg(feature = "commands")]
pub mod cli;
#[cfg(feature = "commands")]
pub mod dataset;
pub mod headers;
#[cfg(feature = "commands")]
pub mod markup;
#[cfg(feature = "commands")]
pub mod metadata;
mod npm;
#[cfg(feature = "commands")]
pub mod package;
#[cfg(feature = "commands")]
pub mod project;
#[cfg(feature = "commands")]
pub mod reproduce;
#[cfg(feature = "commands")]
pub mod scripts;
pub mod serve;
pub mod setup;
#[cfg(feature = "commands")]
pub mod size;
pub mod step;
#[cfg(feature = "commands")]
pub mod test;
