//! The module that draws charts, cut by the build into parts that load one after the other: a file for each part, and
//! `dto` and `measure` for several.

mod charts;
mod choosing;
mod columns;
mod crowd;
mod dto;
mod measure;
mod more;
mod words;
