//! Replacements of the standard library in less code.
//!
//! Measured in kB of brotli, English: `digits` 0.7 and `cut` 0.3 of the first view, `sorted` 0.2 of the charts further down
//! and the words. None is worth it alone. Together with FNV-1a, packed texts and errors without words they are 4 kB of each
//! single file, which in some languages has less than 1 kB left of its 250.

use std::cmp::Ordering;

/// The text before and after the first occurrence of an ASCII character.
pub(crate) fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The indices 0 to `count`, sorted stably by what they refer to. One sort serves every list.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    order
}

/// A number in decimal digits, padded with zeros to at least `least` digits.
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
