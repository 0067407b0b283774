//! The shipped dataset, and the errors of invalid ones.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod any;
mod context;
mod documented;
mod mistakes;
mod reading;
mod schema;
mod sheet;
mod shipped;
mod tape;

use heistogram::data::{DataError, Dataset, Value};
use serde_json::{Value as Json, json};

const DATASET: &str = include_str!("../../www/data/dataset.json");
const FIXTURE: &str = include_str!("../fixtures/fixture.json");

fn parse(text: &str) -> Json {
    serde_json::from_str(text).expect("the file is JSON")
}

fn value(json: &Json) -> Value {
    serde_json::from_value(json.clone()).expect("JSON is a value")
}

fn whole(json: &Json) -> Result<Dataset, Vec<DataError>> {
    Dataset::from_value(&value(json))
}

fn lines(errors: &[DataError]) -> Vec<String> {
    errors.iter().map(ToString::to_string).collect()
}

fn read(text: &str) -> Dataset {
    whole(&parse(text)).map_err(|errors| lines(&errors).join("\n")).expect("the dataset is valid")
}

/// Validates an invalid dataset and expects exactly these errors, in any order.
#[track_caller]
fn check(json: &Json, expected: &[(&str, &str)]) {
    check_value(&value(json), expected);
}

#[track_caller]
fn check_value(value: &Value, expected: &[(&str, &str)]) {
    let errors = Dataset::from_value(value).err().unwrap_or_default();
    let mut found: Vec<(&str, &str)> =
        errors.iter().map(|error| (error.path.as_str(), error.problem.as_str())).collect();
    let mut expected = expected.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(errors.iter().all(|error| !error.expected.is_empty()), "{errors:?}");
}

/// A minimal valid dataset.
fn small() -> Json {
    json!({
        "schema": 1,
        "title": "Small",
        "as_of": "2021-10-15",
        "incidents": [{
            "id": "one",
            "date": "2021-05",
            "victim": "Alder Exchange",
            "sector": "exchange",
            "stolen_usd": {"low": 1, "best": 2, "high": 3},
            "evidence": "firm",
            "sources": [{"source": "list"}],
        }],
        "sources": [source("list")],
        "estimates": [{
            "estimator": "panel",
            "report_date": "2021",
            "kind": "year",
            "period": "2020",
            "stolen_usd": {"low": 1, "best": 2, "high": 3},
            "source": "list",
        }],
        "claims": [{"id": "claim", "what": "A claim", "said_by": "Someone", "said_on": "2020", "sources": ["list"]}],
        "rejected": {"rule": "A rule", "cases": [{"what": "A case", "why": "A reason"}]},
    })
}

fn source(id: &str) -> Json {
    json!({
        "id": id,
        "title": "A list",
        "publisher": "Alder News",
        "date": "2021",
        "url": "https://example.org/list",
        "kind": "catalogue",
    })
}

/// The minimal dataset with another value at a path.
fn small_with(pointer: &str, value: Json) -> Json {
    let mut dataset = small();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match dataset.pointer_mut(parent).unwrap() {
        Json::Object(fields) => {
            fields.insert(name.into(), value);
        }
        Json::Array(items) => match items.get_mut(name.parse::<usize>().unwrap()) {
            Some(item) => *item = value,
            None => items.push(value),
        },
        other => panic!("{pointer} is inside {other}"),
    }
    dataset
}
