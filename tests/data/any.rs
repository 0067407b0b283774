//! Arbitrary input gives a dataset or errors.

use super::{small, value};
use heistogram::data::{Dataset, Value};
use proptest::prelude::*;

/// Arbitrary values, with the words of the format among their texts and fields.
fn any_value() -> impl Strategy<Value = Value> {
    let words = || {
        prop_oneof![
            prop::sample::select(vec![
                "schema",
                "title",
                "as_of",
                "incidents",
                "sources",
                "estimates",
                "claims",
                "rejected",
                "id",
                "date",
                "victim",
                "stolen_usd",
                "low",
                "best",
                "high",
                "source",
                "un2019",
                "kind",
                "period",
                "cases",
                "recovered",
                "actor",
                "attributed_on",
                "events",
                "line",
                "world",
                "share_pct",
                "read",
                "returned",
                "original",
                "2017-05",
                "2021-01..2021-06",
                "bank",
                "government",
                "KR",
                "https://example.org",
            ])
            .prop_map(String::from),
            any::<String>(),
        ]
    };
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        words().prop_map(Value::Text),
    ];
    leaf.prop_recursive(5, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            prop::collection::vec((words(), inner), 0..8).prop_map(Value::Object),
        ]
    })
}

/// Replaces the `n`th value of the tree, counted from its root.
fn replace(tree: &mut Value, n: &mut usize, with: &Value) {
    if *n == 0 {
        *tree = with.clone();
    }
    *n = n.wrapping_sub(1);
    match tree {
        Value::List(items) => items.iter_mut().for_each(|item| replace(item, n, with)),
        Value::Object(fields) => fields.iter_mut().for_each(|(_, value)| replace(value, n, with)),
        _ => {}
    }
}

proptest! {
    #[test]
    fn any_value_is_read_or_refused_with_reasons(value in any_value()) {
        prop_assert!(!Dataset::from_value(&value).unwrap_err().is_empty());
    }

    #[test]
    fn any_change_is_read_or_refused_with_reasons(mut n in 0_usize..200, with in any_value()) {
        let mut changed = value(&small());
        replace(&mut changed, &mut n, &with);
        if let Err(errors) = Dataset::from_value(&changed) {
            prop_assert!(!errors.is_empty());
        }
    }
}
