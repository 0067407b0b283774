//! The wasm boundary: the one door to the browser.
//!
//! The package is built as two modules. One draws charts from a dataset that was checked before and says what they show; the
//! build cuts it into parts that load one after the other: `charts` is there first, `more` and `words` follow. It is built
//! once for each language and has that one alone. With the feature `reader` the other checks somebody's own dataset, which
//! most pages never load.

#[cfg(not(feature = "reader"))]
mod charts;
#[cfg(not(feature = "reader"))]
mod choosing;
#[cfg(not(feature = "reader"))]
mod columns;
#[cfg(not(feature = "reader"))]
mod crowd;
#[cfg(not(feature = "reader"))]
mod dto;
#[cfg(not(feature = "reader"))]
mod measure;
#[cfg(not(feature = "reader"))]
mod more;
mod object;
#[cfg(feature = "reader")]
mod reader;
#[cfg(not(feature = "reader"))]
mod words;

/// Smaller than the one that comes with the standard library.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What several texts that cross as one have between them; no text of a person does. For each that crosses alone, the
/// bindings have code of their own.
#[cfg(not(feature = "reader"))]
const BETWEEN: u8 = 0x1f;

/// Several texts that crossed as one, if they are as many.
#[cfg(not(feature = "reader"))]
#[inline(never)]
fn split<const N: usize>(texts: &str) -> Option<[&str; N]> {
    let mut all = [""; N];
    let (mut rest, last) = (texts, all.len() - 1);
    for text in &mut all[..last] {
        (*text, rest) = crate::data::cut(rest, BETWEEN)?;
    }
    all[last] = rest;
    Some(all)
}
