//! Tapes: encoded datasets decode unchanged, and arbitrary input gives a dataset or `None`.

use super::{DATASET, FIXTURE, read, small, whole};
use heistogram::data::{Dataset, Tape, UsdRange};
use proptest::prelude::*;
use std::sync::LazyLock;

fn read_back(dataset: &Dataset) -> Option<Dataset> {
    let [core, details] = dataset.clone().into_tapes();
    let mut copy = Dataset::from_tape(&core.numbers, &core.text)?;
    assert_eq!(copy, Dataset { details: None, ..dataset.clone() });
    copy.add_details_from_tape(&details.numbers, &details.text).then_some(copy)
}

/// Parts that only the page shows are not on the tapes.
fn without_page(dataset: &Dataset) -> Dataset {
    let mut dataset = dataset.clone();
    if let Some(details) = &mut dataset.details {
        (details.claims, details.rejected, details.events) = (Vec::new(), None, Vec::new());
    }
    dataset
}

#[test]
fn a_dataset_is_read_back_from_its_tapes() {
    let mut changed = read(FIXTURE);
    // Values that the shipped dataset lacks: fractions, the limits of amounts, other scripts.
    changed.incidents[0].stolen_usd = Some(UsdRange { low: 0.0, best: 0.1 + 0.2, high: 1e15 });
    changed.incidents[1].names.as_mut().unwrap().victim = "은행 é 🏦".into();
    for dataset in [read(DATASET), read(FIXTURE), whole(&small()).unwrap(), changed] {
        assert_eq!(read_back(&dataset), Some(without_page(&dataset)));
    }
}

#[test]
fn details_of_another_dataset_are_refused() {
    let (mut dataset, [_, other]) = (whole(&small()).unwrap(), read(FIXTURE).into_tapes());
    let before = dataset.clone();
    assert!(!dataset.add_details_from_tape(&other.numbers, &other.text));
    assert_eq!(dataset, before, "refused details change nothing");
}

static TAPES: LazyLock<[Tape; 2]> = LazyLock::new(|| read(FIXTURE).into_tapes());

/// Decodes a tape as both parts; no list of the result is longer than the tape.
fn read_any(numbers: &[f64], text: &str) -> usize {
    let mut dataset = read(FIXTURE);
    let details = dataset.add_details_from_tape(numbers, text);
    let core = Dataset::from_tape(numbers, text);
    if let Some(core) = &core {
        assert!(core.incidents.len() + core.estimates.len() + core.press_countries.len() <= numbers.len());
    }
    usize::from(core.is_some()) + usize::from(details)
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        (-3..400_i32).prop_map(f64::from),
        prop::sample::select(vec![0.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 1e15, 4_294_967_296.0, 1e300]),
    ]
}

proptest! {
    #[test]
    fn a_tape_that_is_cut_is_none(part in 0..2_usize, at in any::<prop::sample::Index>()) {
        let Tape { numbers, text } = &TAPES[part];
        prop_assert_eq!(read_any(&numbers[..at.index(numbers.len())], text), 0);
        let end = text.floor_char_boundary(at.index(text.len()));
        prop_assert_eq!(read_any(numbers, &text[..end]), 0);
        prop_assert_eq!(read_any(numbers, &[text, "x"].concat()), 0);
        prop_assert_eq!(read_any(&[numbers, &[0.0][..]].concat(), text), 0);
    }

    #[test]
    fn whatever_stands_on_a_tape_is_read_or_refused(
        part in 0..2_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any_number()), 1..4),
    ) {
        let Tape { mut numbers, text } = TAPES[part].clone();
        for (at, number) in changes {
            let at = at.index(numbers.len());
            numbers[at] = number;
        }
        read_any(&numbers, &text);
        // A text of the same length without an end.
        read_any(&numbers, &"é".repeat(text.len() / 2));
    }

    #[test]
    fn any_numbers_are_read_or_refused(numbers in prop::collection::vec(any_number(), 0..60), text in any::<String>()) {
        read_any(&numbers, &text);
    }
}
