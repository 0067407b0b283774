//! The wasm boundary: the one door to the browser.
//!
//! The package is built in parts, since most of its code can wait. As it is, it draws charts from a dataset that was checked
//! before. With the feature `words` it says in words what they show, which loads after the first picture; with `reader` it
//! checks somebody's own dataset and writes what is taken away, which most pages never load. A page in a single file holds
//! `whole`: charts and words together, in less than both, and what writes files. All but `reader` are built once for each
//! language and have that one alone.

#[cfg(any(feature = "whole", not(any(feature = "words", feature = "reader"))))]
mod charts;
#[cfg(feature = "words")]
mod dto;
#[cfg(any(feature = "reader", feature = "whole"))]
mod export;
#[cfg(any(feature = "whole", not(any(feature = "words", feature = "reader"))))]
mod measure;
mod object;
#[cfg(feature = "reader")]
mod reader;
#[cfg(feature = "words")]
mod words;

/// Smaller than the one that comes with the standard library.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
