//! Rules for single texts and numbers.

pub(super) const MAX_CHARS: usize = 2_000;
const MAX_AMOUNT: f64 = 1e15;

/// Number of characters of a text that has more than `most`; `None` for other texts.
pub(super) fn too_long(text: &str, most: usize) -> Option<usize> {
    // No text is longer in characters than it is in bytes.
    if text.len() <= most {
        return None;
    }
    let chars = text.bytes().filter(|&byte| !is_continuation(byte)).count();
    (chars > most).then_some(chars)
}

/// Whether a byte of UTF-8 continues a character.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// Whether a text can be part of a link as an identifier.
pub(super) fn is_id(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}

/// Whether a text is a link to the web that shows its real host. It has no user information (`bank.example@…`), and no
/// characters that hide or reorder others.
pub(super) fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let host = &rest.as_bytes()[..end];
    !host.is_empty() && !host.contains(&b'@') && !text.chars().any(hides)
}

/// Whether a text can stand in a legend and in a sentence.
pub(super) fn is_label(text: &str) -> bool {
    too_long(text, 60).is_none() && is_line(text) && !text.bytes().any(|byte| matches!(byte, b'<' | b'>'))
}

/// Whether a text has no line breaks and no other control characters.
pub(super) fn is_line(text: &str) -> bool {
    !text.chars().any(|sign| sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}'))
}

/// Spaces, control characters and marks of direction.
fn hides(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The problem of an amount; `None` if it is valid.
pub(super) fn amount_problem(number: f64) -> Option<&'static str> {
    match number {
        0.0..=MAX_AMOUNT => None,
        f64::INFINITY | f64::NEG_INFINITY => Some("infinite"),
        ..0.0 => Some("negative"),
        MAX_AMOUNT.. => Some("above 10^15"),
        _ => Some("not a number"),
    }
}

/// A whole number from 0 to the largest `u32`.
pub(super) fn count(number: f64) -> Option<u32> {
    u32::try_from(whole(number)?).ok()
}

/// The number as an integer, if it is whole and small enough for `f64` to be exact.
pub(super) fn whole(number: f64) -> Option<i64> {
    (number.trunc() == number && number.abs() < 9e15).then_some(number as i64)
}

/// First and last date of a period such as `2021` or `2016-01..2022-12`.
pub(super) fn ends(period: &str) -> (&str, &str) {
    match period.split_once('.') {
        Some((from, rest)) => rest.strip_prefix('.').map_or((period, period), |to| (from, to)),
        None => (period, period),
    }
}
