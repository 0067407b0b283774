//! Texts of the dataset with their amounts and dates each in one line.

use super::Locale;

/// A text with no-break spaces and word joiners inside amounts and dates. The templates of each language have the same
/// for those that charts write.
///
/// ```
/// # use heistogram::locale::bound;
/// assert_eq!(bound("약 19억 6000만 달러, 10월 9일"), "약\u{a0}19억\u{a0}6000만\u{a0}달러, 10월\u{a0}9일");
/// assert_eq!(bound("10月9日に60億7000万ドル"), "10月\u{2060}9日に60億\u{2060}7000万ドル");
/// assert_eq!(bound("2,7 milioni di dollari il 14 gennaio"), "2,7\u{a0}milioni di\u{a0}dollari il 14\u{a0}gennaio");
/// assert_eq!(bound("약 2375만 2746 USDC"), "약\u{a0}2375만\u{a0}2746\u{a0}USDC");
/// ```
pub fn bound(text: &str) -> String {
    let mut bound = String::with_capacity(text.len());
    for (at, sign) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + sign.len_utf8()..]);
        bound.push(if sign == ' ' && is_inside(before, after) { '\u{a0}' } else { sign });
        let joins = match sign {
            '月' | '約' => after.starts_with(|next: char| next.is_ascii_digit()),
            '兆' | '億' | '万' => after.starts_with(|next: char| next.is_ascii_alphanumeric()),
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
    const UNITS: [&str; 5] = ["달러", "milion", "miliard", "dollari", "euro"];
    let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    // As of a currency, such as USDC.
    let is_code = after.chars().take(3).filter(char::is_ascii_uppercase).count() == 3;
    match before.chars().last() {
        Some('억' | '만' | '조') => after.starts_with(|next: char| next.is_ascii_digit() || next == '달') || is_code,
        Some('월' | '약') => after.starts_with(|next: char| next.is_ascii_digit()),
        Some('0'..='9' | 'º') => is_code || begins(&UNITS) || begins(Locale::It.messages().months),
        _ => before.ends_with(" di") && after.starts_with("dollari"),
    }
}
