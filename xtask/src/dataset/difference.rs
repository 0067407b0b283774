//! Differences of two JSON values.

use serde_json::Value;

/// One line for each difference, such as `counted.best: recorded 1, dataset 2`.
pub fn differences(recorded: &Value, dataset: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    compare("", recorded, dataset, &mut lines);
    lines
}

fn compare(path: &str, recorded: &Value, dataset: &Value, lines: &mut Vec<String>) {
    let (Value::Object(old), Value::Object(new)) = (recorded, dataset) else {
        if recorded != dataset {
            lines.push(format!("{path}: recorded {recorded}, dataset {dataset}"));
        }
        return;
    };
    let place = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    for (key, value) in old {
        match new.get(key) {
            Some(other) => compare(&place(key), value, other, lines),
            None => lines.push(format!("{}: recorded, not in the dataset", place(key))),
        }
    }
    for key in new.keys().filter(|key| !old.contains_key(*key)) {
        lines.push(format!("{}: in the dataset, not recorded", place(key)));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_place_is_named() {
        let recorded = json!({ "a": { "b": 1, "c": 2 }, "gone": 0, "same": [1] });
        let dataset = json!({ "same": [1], "a": { "c": 3, "b": 1 }, "new": {} });
        assert_eq!(
            differences(&recorded, &dataset),
            ["a.c: recorded 2, dataset 3", "gone: recorded, not in the dataset", "new: in the dataset, not recorded"]
        );
        assert!(differences(&recorded, &recorded).is_empty());
    }
}
