//! The WebAssembly module that draws charts. The build splits it into parts that load one after the other. Each part
//! has a file here; `dto` and `measure` are shared.

mod charts;
mod choosing;
mod columns;
mod crowd;
mod dto;
mod measure;
mod more;
mod words;

/// Separator of several texts that cross as one argument; it occurs in no text of a dataset. Each further string
/// argument would add code to the bindings. Measured: 0.15 kB of the first view and 0.2 kB of the words (English,
/// brotli), see `data::small`.
const BETWEEN: u8 = 0x1f;

/// Splits texts that crossed as one argument, or returns `None` if there are fewer than `N`.
fn split<const N: usize>(texts: &str) -> Option<[&str; N]> {
    let mut all = [""; N];
    let (mut rest, last) = (texts, all.len() - 1);
    for text in &mut all[..last] {
        (*text, rest) = crate::data::cut(rest, BETWEEN)?;
    }
    all[last] = rest;
    Some(all)
}
