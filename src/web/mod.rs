//! The WebAssembly interface, the only module that uses the browser.
//!
//! The package is built as two WebAssembly modules. `drawing` draws charts from a validated dataset and puts them into
//! words; it is built once for each language. With the feature `validator`, the other one validates a dataset of the
//! embedder. Most pages never load that.

#[cfg(not(feature = "validator"))]
mod drawing;
mod object;
#[cfg(feature = "validator")]
mod validator;

/// Smaller than the allocator of the standard library. Measured: 1.7 kB of the first view (English, brotli).
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
