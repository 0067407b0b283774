//! How wide text is. Layout asks through [`MeasureText`], so that one layout serves canvas, files and tests.

use crate::data::{cut, trim_end};

/// Weight of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Headings and values.
    Bold,
}

/// Gives the advance width of text in the font of the charts.
pub trait MeasureText {
    /// Width of one line of text in CSS pixels at a font size in CSS pixels.
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64;
}

/// Every character is equally wide: golden scenes hold on any machine.
pub struct FixedAdvance;

impl MeasureText for FixedAdvance {
    fn width(&self, text: &str, size: f64, _weight: Weight) -> f64 {
        text.chars().map(|c| if is_wide(c) { 1.0 } else { 0.55 }).sum::<f64>() * size
    }
}

/// Advance widths of Helvetica and its metric-compatible kin for ASCII, in thousandths of the font size
/// (Adobe Font Metrics, Helvetica), for pictures made where no font can be asked.
pub struct BuiltInMetrics;

impl MeasureText for BuiltInMetrics {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let thousandths: u32 = text.chars().map(BuiltInMetrics::advance).sum();
        f64::from(thousandths) / 1000.0 * size * BuiltInMetrics::slack(weight)
    }
}

impl BuiltInMetrics {
    /// What widths are multiplied by: system fonts run up to a sixth wider (DejaVu Sans, Verdana), bold wider still, and
    /// too much room never clips.
    pub fn slack(weight: Weight) -> f64 {
        match weight {
            Weight::Regular => 1.16,
            Weight::Bold => 1.32,
        }
    }

    /// Width of a character in thousandths of the font size.
    pub fn advance(c: char) -> u32 {
        advance(c)
    }
}

fn advance(c: char) -> u32 {
    const ASCII: [u16; 95] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584,
    ];
    match (c as usize).checked_sub(32).and_then(|i| ASCII.get(i)) {
        Some(width) => u32::from(*width),
        None if is_wide(c) => 1000,
        None => 556,
    }
}

/// Hangul, kana, Han and full-width forms fill a square.
fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x20000..=0x3fffd)
}

/// The text itself, or as much of its start as fits with an ellipsis; empty where not even that fits.
pub fn fit(text: &str, max_width: f64, size: f64, weight: Weight, measure: &dyn MeasureText) -> String {
    if measure.width(text, size, weight) <= max_width {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let shortened = |end: usize| [trim_end(&text[..end]), "…"].concat();
    // By halving: measuring is slow, and names can be long.
    let fitting = ends.partition_point(|end| measure.width(&shortened(*end), size, weight) <= max_width);
    // The first end is that of nothing.
    if fitting > 1 { shortened(ends[fitting - 1]) } else { String::new() }
}

/// A name set so that its direction stays its own: what stands beside it, such as an amount, keeps its place and reads as it
/// should, whatever the name is written in or brings along (Unicode Standard Annex 9, explicit directional isolates).
pub fn isolated(name: &str) -> String {
    if name.is_ascii() {
        return name.into();
    }
    let mut text = String::from('\u{2068}');
    // Marks of its own could end the isolation.
    for sign in name.chars() {
        if !matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            text.push(sign);
        }
    }
    text.push('\u{2069}');
    text
}

/// The text in lines none of which is wider than `max_width`, broken at spaces; a word that is wider is shortened.
pub fn wrap(text: &str, max_width: f64, size: f64, weight: Weight, measure: &dyn MeasureText) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (word, behind) = cut(rest, b' ').unwrap_or((rest, ""));
        rest = behind;
        if word.is_empty() {
            continue;
        }
        if let Some(line) = lines.last_mut() {
            let longer = [line.as_str(), " ", word].concat();
            if measure.width(&longer, size, weight) <= max_width {
                *line = longer;
                continue;
            }
        }
        lines.push(fit(word, max_width, size, weight, measure));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fitting_keeps_what_has_room() {
        let fit = |text, width| fit(text, width, 10.0, Weight::Regular, &FixedAdvance);
        assert_eq!(fit("Seychelles", 55.0), "Seychelles");
        assert_eq!(fit("Seychelles", 54.0), "Seychell…");
        assert_eq!(fit("New Zealand", 27.5), "New…");
        assert_eq!(fit("대한민국", 30.0), "대한…");
        assert_eq!(fit("Seychelles", 5.0), "");
    }

    #[test]
    fn names_bring_no_direction_along() {
        assert_eq!(isolated("Bybit"), "Bybit");
        assert_eq!(isolated("\u{5d0}\u{5d1}"), "\u{2068}\u{5d0}\u{5d1}\u{2069}");
        assert_eq!(isolated("\u{202e}a\u{2069}b"), "\u{2068}ab\u{2069}");
    }

    #[test]
    fn wrapping_breaks_at_spaces() {
        let wrap = |text, width| wrap(text, width, 10.0, Weight::Regular, &FixedAdvance);
        assert_eq!(wrap("No attack meets this", 55.0), ["No attack", "meets this"]);
        assert_eq!(wrap("unbreakable", 33.0), ["unbre…"]);
        assert!(wrap("", 50.0).is_empty());
    }

    #[test]
    fn built_in_metrics_know_narrow_from_wide() {
        let width = |text| BuiltInMetrics.width(text, 10.0, Weight::Regular);
        assert!(width("iii") < width("nnn") && width("nnn") < width("mmm"));
        assert!((width("0") - 5.56 * 1.16).abs() < 1e-9);
        assert!(width("\u{0}").is_finite());
    }
}
