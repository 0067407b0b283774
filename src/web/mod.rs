//! The wasm boundary: the one door to the browser.
//!
//! The package is built as two modules. One, `drawing`, draws charts from a dataset that was checked before and says
//! what they show. It is built once for each language and has that one alone. With the feature `reader` the other
//! checks somebody's own dataset, which most pages never load.

#[cfg(not(feature = "reader"))]
mod drawing;
mod object;
#[cfg(feature = "reader")]
mod reader;

/// Smaller than the one that comes with the standard library. Measured: 1.7 kB of the first view (English, brotli).
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
