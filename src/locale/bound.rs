//! Texts of the dataset with their amounts and dates each in one line.

use super::Locale;

/// A text with no-break spaces and word joiners inside amounts and dates. The templates of each language have the same
/// for those that charts write.
///
/// ```
/// # use heistogram::locale::bound;
/// assert_eq!(bound("약 19억 6000만 달러, 10월 9일"), "약 19억\u{a0}6000만\u{a0}달러, 10월\u{a0}9일");
/// assert_eq!(bound("10月9日に60億7000万ドル"), "10月\u{2060}9日に60億\u{2060}7000万ドル");
/// assert_eq!(bound("2,7 milioni il 14 gennaio"), "2,7\u{a0}milioni il 14\u{a0}gennaio");
/// ```
pub fn bound(text: &str) -> String {
    let mut bound = String::with_capacity(text.len());
    for (at, sign) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + sign.len_utf8()..]);
        bound.push(if sign == ' ' && is_inside(before, after) { '\u{a0}' } else { sign });
        let joins = match sign {
            '兆' | '億' | '万' | '月' => after.starts_with(|next: char| next.is_ascii_digit()),
            '%' => after.starts_with(char::is_alphabetic),
            _ => false,
        };
        if joins {
            bound.push('\u{2060}');
        }
    }
    bound
}

/// Whether a space between two texts is inside an amount or a date.
fn is_inside(before: &str, after: &str) -> bool {
    const UNITS: [&str; 4] = ["milion", "miliard", "dollari", "euro"];
    let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    match before.chars().last() {
        Some('억' | '만' | '조' | '월') => after.starts_with(|next: char| next.is_ascii_digit() || next == '달'),
        Some('0'..='9' | 'º') => after.starts_with("달러") || begins(&UNITS) || begins(Locale::It.messages().months),
        _ => false,
    }
}
