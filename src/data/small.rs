//! What the standard library does as well, in a fraction of the code that readers download.

/// A number in digits, with zeros in front up to `least` of them. One way for all: the standard library's formatting is
/// three times the code that readers download.
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
