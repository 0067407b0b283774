//! Sorting by position.

use std::cmp::Ordering;

/// The positions 0 to `count` in the order of what stands there, equals as they come. One sort serves every list: each
/// more is code that readers download.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    order
}
