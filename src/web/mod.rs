//! The wasm boundary: the one door to the browser.
//!
//! The package is built twice. As it is, it draws charts from a dataset that was checked before; with the feature
//! `reader` it is a module of its own that checks somebody's dataset, which most pages never load.

#[cfg(not(feature = "reader"))]
mod canvas;
#[cfg(not(feature = "reader"))]
mod charts;
#[cfg(not(feature = "reader"))]
mod dto;
#[cfg(not(feature = "reader"))]
mod measure;
mod object;
#[cfg(feature = "reader")]
mod reader;

/// Smaller than the one that comes with the standard library.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
