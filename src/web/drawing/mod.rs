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

/// What several texts that cross as one have between them; no text of a person does. For each that crosses alone, the
/// bindings have code of their own. Measured: 0.15 kB of the first view and 0.2 kB of the words (English, brotli), see
/// `data::small`.
const BETWEEN: u8 = 0x1f;

/// Several texts that crossed as one, if they are as many.
fn split<const N: usize>(texts: &str) -> Option<[&str; N]> {
    let mut all = [""; N];
    let (mut rest, last) = (texts, all.len() - 1);
    for text in &mut all[..last] {
        (*text, rest) = crate::data::cut(rest, BETWEEN)?;
    }
    all[last] = rest;
    Some(all)
}
