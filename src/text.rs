//! Width, shortening and wrapping of text. Layout measures through [`MeasureText`], so it works for canvas, files and
//! tests alike.

use crate::data::cut;

/// Joins two characters between which a line must not end, such as 億 and the digit after it; not seen itself.
const JOINER: char = '\u{2060}';

/// Weight of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Headings and values.
    Bold,
}

/// Measures the advance width of text in the font of the charts.
pub trait MeasureText {
    /// Width of one line of text in CSS pixels at a font size in CSS pixels.
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64;
}

/// All characters have the same width, so that golden scenes are the same on any machine.
pub struct FixedAdvance;

impl MeasureText for FixedAdvance {
    fn width(&self, text: &str, size: f64, _weight: Weight) -> f64 {
        let seen = text.chars().filter(|c| *c != JOINER);
        seen.map(|c| if is_wide(c) { 1.0 } else { 0.55 }).sum::<f64>() * size
    }
}

/// Advance widths of Noto Sans, with room for wider fonts: for files, which are laid out without a font.
pub struct BuiltInMetrics;

impl MeasureText for BuiltInMetrics {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        // DejaVu Sans, the widest of the usual system fonts, is an eighth wider, and its bold more than that.
        let room = match weight {
            Weight::Regular => 1.12,
            Weight::Bold => 1.3,
        };
        let sum: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
        f64::from(sum) / 250.0 * size * room
    }
}

/// Advance width in 250ths of the font size, rounded up. The build compares the table with the font.
fn advance(c: char) -> u8 {
    const ASCII: [u8; 95] = [
        65, 68, 102, 162, 143, 208, 183, 57, 75, 75, 138, 143, 67, 81, 67, 93, 143, 143, 143, 143, 143, 143, 143, 143,
        143, 143, 67, 67, 143, 143, 143, 109, 225, 160, 163, 158, 183, 139, 130, 182, 186, 85, 69, 155, 131, 227, 190,
        196, 152, 196, 156, 138, 139, 183, 150, 233, 147, 142, 143, 83, 93, 83, 143, 111, 71, 141, 154, 120, 154, 141,
        86, 154, 155, 65, 65, 134, 65, 234, 155, 152, 154, 154, 104, 120, 91, 155, 127, 197, 133, 128, 118, 95, 138,
        95, 143,
    ];
    const ELLIPSIS: u8 = 198;
    /// With the room added for wider fonts, the advance is a square, which no font exceeds.
    const WIDE: u8 = 224;
    /// Letters with diacritics, and all others.
    const OTHER: u8 = 160;
    match (c as usize).checked_sub(32).and_then(|i| ASCII.get(i)) {
        Some(width) => *width,
        None if is_wide(c) => WIDE,
        None if c == '…' => ELLIPSIS,
        None if c == JOINER => 0,
        None => OTHER,
    }
}

/// Whether a character is as wide as high: Hangul, kana, Han and full-width forms.
fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x20000..=0x3fffd)
}

/// The text if it is at most `max_width` CSS pixels wide, otherwise as much of its start as fits with an ellipsis.
/// Empty if not even one character fits.
pub fn fit(text: &str, max_width: f64, size: f64, weight: Weight, measure: &dyn MeasureText) -> String {
    if measure.width(text, size, weight) <= max_width {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(end, _)| end).collect();
    let shortened = |end: usize| [text[..end].trim_end_matches(' '), "…"].concat();
    // Binary search, because measuring is slow and names can be long.
    let fitting = ends.partition_point(|end| measure.width(&shortened(*end), size, weight) <= max_width);
    // The first end is that of the empty text.
    if fitting > 1 { shortened(ends[fitting - 1]) } else { String::new() }
}

/// A name without what explains it in brackets.
pub fn brief(name: &str) -> &str {
    let brief = cut(name, b'(').map_or(name, |(brief, _)| brief).trim_end_matches(' ');
    if brief.is_empty() { name } else { brief }
}

/// Isolates a name that is written from right to left, so that it does not move the text around it, such as an amount
/// (Unicode Standard Annex 9, explicit directional isolates).
pub fn isolated(name: &str) -> String {
    let is_control = |sign: char| matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Around the blocks of scripts from right to left; that they hold other signs too does no harm.
    let turns =
        |sign: char| matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{feff}' | '\u{10800}'..='\u{1efff}');
    if !name.chars().any(|sign| turns(sign) || is_control(sign)) {
        return name.into();
    }
    let mut text = String::from('\u{2068}');
    // Directional controls in the name could end the isolation.
    for sign in name.chars() {
        if !is_control(sign) {
            text.push(sign);
        }
    }
    text.push('\u{2069}');
    text
}

/// The text in lines at most `max_width` CSS pixels wide, broken at spaces; a wider word is shortened. Scripts without
/// spaces break between phrases, and between characters if a phrase is too wide.
///
/// ```
/// # use heistogram::text::{FixedAdvance, Weight, wrap};
/// let wrap = |text, width| wrap(text, width, 10.0, Weight::Regular, &FixedAdvance);
/// assert_eq!(wrap("an unbreakable word", 40.0), ["an", "unbrea…", "word"]);
/// assert_eq!(wrap("攻撃22件", 35.0), ["攻撃", "22件"], "a number stays with its counter");
/// assert!(wrap("", 40.0).is_empty());
/// ```
pub fn wrap(text: &str, max_width: f64, size: f64, weight: Weight, measure: &dyn MeasureText) -> Vec<String> {
    let fits = |text: &str| measure.width(text, size, weight) <= max_width;
    let mut lines: Vec<String> = Vec::new();
    let (mut rest, mut gap) = (text, "");
    while !rest.is_empty() {
        let mut end = next_break(rest);
        let mut word = rest[..end].trim_end_matches(' ');
        let longer = lines.last().map(|line| [line, gap, word].concat());
        if let (Some(line), Some(longer)) = (lines.last_mut(), longer.filter(|longer| fits(longer))) {
            *line = longer;
        } else if !word.is_empty() {
            if UNSPACED && !fits(word) {
                let last = |may_break| breaks(&rest[..end], may_break).take_while(|end| fits(&rest[..*end])).last();
                end = last(may_break).or_else(|| last(splits)).unwrap_or(end);
                word = rest[..end].trim_end_matches(' ');
            }
            lines.push(fit(word, max_width, size, weight, measure));
        }
        gap = if word.len() < end { " " } else { "" };
        rest = &rest[end..];
    }
    lines
}

/// WebAssembly modules of other languages break at spaces alone, and so leave out this code for Japanese.
const UNSPACED: bool = cfg!(any(not(target_arch = "wasm32"), feature = "ja"));

/// End of the first phrase of a text, in bytes.
fn next_break(text: &str) -> usize {
    let space = || cut(text, b' ').map(|(word, _)| word.len() + 1);
    let end = if UNSPACED { breaks(text, ends_phrase).next() } else { space() };
    end.unwrap_or(text.len())
}

/// Byte positions at which a text can be broken, by a predicate on the two characters around them.
fn breaks(text: &str, may_break: fn(char, char) -> bool) -> impl Iterator<Item = usize> {
    let pairs = text.chars().zip(text.char_indices().skip(1));
    pairs.filter(move |(before, (_, after))| may_break(*before, *after)).map(|(_, (end, _))| end)
}

/// Replaces the search of the standard library. Measured: 1.0 kB of the first view (Japanese, brotli).
fn is_in(sign: char, signs: &str) -> bool {
    signs.chars().any(|other| other == sign)
}

/// Whether a line may end between two characters, but not inside a word in katakana, such as a name.
fn may_break(before: char, after: char) -> bool {
    let is_katakana = |sign: char| matches!(sign, 'ァ'..='ヺ' | 'ー');
    splits(before, after) && !(is_katakana(before) && is_katakana(after))
}

/// Whether a line can end between two characters: after a space, or beside kana or Han. By JIS X 4051, it may not end
/// before closing punctuation or small kana, nor after opening punctuation; nor after a number, which stays with its
/// counter; nor beside a joiner.
fn splits(before: char, after: char) -> bool {
    let opens = is_in(before, "（「『“‘\u{2060}");
    let closes = is_in(after, "、。・：？！）」』”’〜ー…％%々ぁぃぅぇぉっゃゅょァィゥェォッャュョ\u{2060}");
    let unspaced = (is_unspaced(before) || is_unspaced(after)) && after != ' ';
    before == ' ' || unspaced && !opens && !closes && !before.is_ascii_digit()
}

/// Whether a phrase ends between two characters: a run of hiragana, in which particles are written, ends a phrase.
fn ends_phrase(before: char, after: char) -> bool {
    let is_hiragana = |c: char| matches!(c, 'ぁ'..='ゟ');
    let ends =
        is_hiragana(before) && !is_hiragana(after) || is_in(before, "、。・：；／）」〜") || is_in(after, "（「");
    may_break(before, after) && (before == ' ' || ends)
}

/// Kana, Han and their punctuation, which are written without spaces; Korean is written with spaces.
fn is_unspaced(c: char) -> bool {
    is_wide(c) && !matches!(c, '\u{1100}'..='\u{115f}' | '\u{3130}'..='\u{318f}' | '가'..='\u{d7a3}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
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
        assert_eq!(isolated("바이비트"), "바이비트");
        assert_eq!(isolated("\u{5d0}\u{5d1}"), "\u{2068}\u{5d0}\u{5d1}\u{2069}");
        assert_eq!(isolated("\u{202e}a\u{2069}b"), "\u{2068}ab\u{2069}");
        assert_eq!(isolated("Alder\u{200f}"), "\u{2068}Alder\u{2069}");
    }

    #[test]
    fn a_name_is_brief_without_its_brackets() {
        assert_eq!(brief("Bangladesh Bank (central bank)"), "Bangladesh Bank");
        assert_eq!((brief("Bybit"), brief("(unnamed)"), brief("")), ("Bybit", "(unnamed)", ""));
    }

    #[test]
    fn no_line_ends_beside_a_joiner() {
        let wrap = |text, width| wrap(text, width, 10.0, Weight::Regular, &FixedAdvance);
        assert_eq!(wrap("奪われた60億\u{2060}7000万ドル", 90.0), ["奪われた", "60億\u{2060}7000万ドル"]);
        assert_eq!(
            FixedAdvance.width("億\u{2060}7", 10.0, Weight::Regular),
            FixedAdvance.width("億7", 10.0, Weight::Regular)
        );
    }

    #[test]
    fn wrapping_breaks_at_spaces() {
        let wrap = |text, width| wrap(text, width, 10.0, Weight::Regular, &FixedAdvance);
        assert_eq!(wrap("No attack meets this", 55.0), ["No attack", "meets this"]);
        assert_eq!(wrap("unbreakable", 33.0), ["unbre…"]);
        assert!(wrap("", 50.0).is_empty());
    }

    #[test]
    fn korean_breaks_at_spaces_alone() {
        let wrap = |text, width| wrap(text, width, 10.0, Weight::Regular, &FixedAdvance);
        assert_eq!(wrap("다른 기관이 발표한 연간 합계", 75.0), ["다른 기관이", "발표한 연간", "합계"]);
        assert_eq!(wrap("국가·지역별", 40.0), ["국가·…"]);
    }

    #[test]
    fn japanese_breaks_between_phrases_and_else_between_characters() {
        let wrap = |text, width| wrap(text, width, 10.0, Weight::Regular, &FixedAdvance);
        assert_eq!(wrap("他の機関が公表した年間合計", 80.0), ["他の機関が", "公表した年間合計"]);
        assert_eq!(wrap("多国間制裁監視チーム（MSMT）", 55.0), ["多国間制裁", "監視チーム", "（MSMT）"]);
        assert_eq!(wrap("攻撃22件", 35.0), ["攻撃", "22件"]);
        assert_eq!(wrap("DMMビットコイン", 70.0), ["DMM", "ビットコイン"]);
        assert_eq!(wrap("ビットゲット", 50.0), ["ビットゲッ", "ト"], "wider than a line");
    }

    #[test]
    fn no_line_begins_with_what_closes_or_ends_with_what_opens() {
        let text = "帯（下限）の合計から「上限」の合計まで、キャッシュ化・データ：100%〜。信頼区間ではない";
        for width in (20..400).step_by(3) {
            let lines = wrap(text, f64::from(width), 10.0, Weight::Regular, &FixedAdvance);
            for line in &lines {
                let (first, last) = (line.chars().next().unwrap(), line.chars().last().unwrap());
                assert!(!"、。）」・：〜ッャ".contains(first) && !"（「".contains(last), "{width}: {lines:?}");
            }
            assert!(width < 60 || lines.concat() == text, "{width}: {lines:?}");
        }
    }

    #[test]
    fn built_in_metrics_know_narrow_from_wide() {
        let width = |text| BuiltInMetrics.width(text, 10.0, Weight::Regular);
        assert!(width("iii") < width("nnn") && width("nnn") < width("mmm"));
        assert!((width("0") - 5.72 * 1.12).abs() < 1e-9);
        assert!(width("\u{0}").is_finite());
        assert!((width("대한民国（ア") - 60.0).abs() < 0.3);
    }
}
