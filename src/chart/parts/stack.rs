//! Parts that lie on each other in a column, or one after the other in a bar.

/// Least length of a part in CSS pixels: two edges, and between them a pixel of tint that tells hatching from a solid part.
const LEAST: f64 = 3.0;

/// Start and end of each part in units of the measure. Its neighbours would cover a part that is too short to be seen, so
/// it is as long as it must be, at the expense of the longest.
pub(in crate::chart) fn spans(parts: &[f64], px_per_unit: f64) -> Vec<(f64, f64)> {
    let least = LEAST / px_per_unit;
    let is_short = |part: f64| part > 0.0 && part < least;
    let missing: f64 = parts.iter().filter(|part| is_short(**part)).map(|part| least - part).sum();
    let longest = parts.iter().copied().fold(0.0, f64::max);
    let has_room = longest - missing >= least;
    let (mut spans, mut from, mut is_taken) = (Vec::new(), 0.0, false);
    for part in parts {
        let mut length = *part;
        if has_room && is_short(length) {
            length = least;
        } else if has_room && length == longest && !is_taken {
            length -= missing;
            is_taken = true;
        }
        spans.push((from, from + length));
        from += length;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_part_is_long_enough_at_the_expense_of_the_longest() {
        assert_eq!(spans(&[1.0, 0.0, 99.0, 99.0], 1.0), [(0.0, 3.0), (3.0, 3.0), (3.0, 100.0), (100.0, 199.0)]);
        assert_eq!(spans(&[0.25, 0.75], 100.0), [(0.0, 0.25), (0.25, 1.0)]);
    }

    #[test]
    fn parts_without_room_stay_as_they_are() {
        assert_eq!(spans(&[1.0, 4.5], 1.0), [(0.0, 1.0), (1.0, 5.5)]);
        assert_eq!(spans(&[0.5], 1.0), [(0.0, 0.5)]);
        assert_eq!(spans(&[], 1.0), []);
    }
}
