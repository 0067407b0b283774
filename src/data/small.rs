//! Small replacements of functions of the standard library, for less code in the download.

use std::cmp::Ordering;

/// Concatenates texts. The standard library's `concat` has twelve times the code.
#[inline(never)]
pub fn concat(texts: &[&str]) -> String {
    let mut all = String::new();
    for text in texts {
        all.push_str(text);
    }
    all
}

/// Splits a text at the first occurrence of an ASCII character. The standard library's `split_once`, for any character,
/// has ten times the code.
#[inline(never)]
pub(crate) fn cut(text: &str, separator: u8) -> Option<(&str, &str)> {
    let index = text.bytes().position(|byte| byte == separator)?;
    Some((text.get(..index)?, text.get(index + 1..)?))
}

/// The text without trailing spaces.
pub(crate) fn trim_end(mut text: &str) -> &str {
    while let Some(shorter) = text.strip_suffix(' ') {
        text = shorter;
    }
    text
}

/// The indices `0..count` of a list, sorted by a comparison of its items; equal items keep their order. All lists share
/// this one sort, because each copy is code that readers download.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    order
}

/// A number in decimal, padded with zeros to at least `least` digits. The standard library's formatting has three times
/// the code.
///
/// ```
/// use heistogram::data::digits;
/// assert_eq!(digits(7, 2), "07");
/// assert_eq!(digits(1234, 2), "1234");
/// // Zero has no digit unless one is asked for.
/// assert_eq!((digits(0, 1), digits(0, 0)), ("0".into(), "".into()));
/// ```
#[inline(never)]
pub fn digits(number: u64, least: usize) -> String {
    let mut reversed = Vec::new();
    let mut rest = number;
    while rest > 0 || reversed.len() < least {
        reversed.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
    }
    reversed.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_does() {
        for number in [0, 7, 10, 1_234_567_890, u64::MAX] {
            assert_eq!(digits(number, 1), number.to_string());
            assert_eq!(digits(number, 4), format!("{number:04}"));
        }
    }
}
