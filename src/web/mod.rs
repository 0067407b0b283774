//! The WebAssembly interface, the only module that uses the browser.
//!
//! The package is built as two WebAssembly modules. `drawing` draws charts from a validated dataset and puts them into
//! words; it is built once for each language. With the feature `reader`, the other one validates a dataset of the
//! embedder. Most pages never load that.

#[cfg(not(feature = "reader"))]
mod drawing;
mod object;
#[cfg(feature = "reader")]
mod reader;

/// Smaller than the allocator of the standard library.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
