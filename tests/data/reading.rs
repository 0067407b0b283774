//! Reading valid datasets.

use super::{FIXTURE, check, parse, read, small, small_with, whole};
use heistogram::data::{Details, PartialDate};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

#[test]
fn incidents_are_in_order_with_their_own_details() {
    let mut written = parse(FIXTURE);
    written["incidents"].as_array_mut().unwrap().reverse();
    let dataset = whole(&written).unwrap();
    let order: Vec<(PartialDate, &str)> = dataset.incidents.iter().map(|one| (one.date, one.id())).collect();
    assert!(order.is_sorted(), "{order:?}");
    let texts: BTreeMap<&str, Option<&str>> = written["incidents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["id"].as_str().unwrap(), one["text"].as_str()))
        .collect();
    for (incident, details) in dataset.incidents.iter().zip(&dataset.details.as_ref().unwrap().incidents) {
        assert_eq!(details.text.as_deref(), texts[incident.id()], "{}", incident.id());
    }
    assert_eq!(dataset, read(FIXTURE));
}

#[test]
fn incidents_of_one_date_are_in_the_order_of_their_ids() {
    let mut dataset = small();
    let mut other = dataset["incidents"][0].clone();
    other["id"] = json!("a");
    dataset["incidents"].as_array_mut().unwrap().push(other);
    let ids: Vec<String> = whole(&dataset).unwrap().incidents.iter().map(|incident| incident.id().to_owned()).collect();
    assert_eq!(ids, ["a", "one"]);
}

#[test]
fn a_dataset_with_only_the_required_fields_gets_the_defaults() {
    let dataset = whole(&small()).unwrap();
    let incident = &dataset.incidents[0];
    assert_eq!((incident.country, incident.disputed, incident.counted), (None, false, true));
    assert_eq!(incident.un2019(), None);
    assert!(dataset.estimates[0].latest);
    let details = dataset.details.unwrap();
    assert_eq!(details.incidents[0].attribution, Vec::<String>::new());

    let bare = json!({"schema": 1, "title": "Empty", "as_of": "2021-10-15", "incidents": [], "sources": []});
    let details = whole(&bare).unwrap().details.unwrap();
    assert_eq!(details, Details::default());
}

#[test]
fn unknown_is_not_zero() {
    let unknown = whole(&small_with("/incidents/0/stolen_usd", Json::Null)).unwrap();
    assert_eq!(unknown.incidents[0].stolen_usd, None);
    let nothing = whole(&small_with("/incidents/0/stolen_usd", json!({"low": -0.0, "best": 0, "high": 0}))).unwrap();
    let usd = nothing.incidents[0].stolen_usd.unwrap();
    assert_eq!((usd.low, usd.low.is_sign_positive(), usd.high), (0.0, true, 0.0));
}

#[test]
fn a_period_may_end_in_the_month_it_begins_in() {
    for period in [["2019-05-10", "2019-05"], ["2019-05", "2019-05-10"], ["2019", "2019"], ["2019-05", "2019"]] {
        check(&small_with("/claims/0/period", json!(period)), &[]);
    }
}
