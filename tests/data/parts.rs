//! Reading datasets that are valid, in one part and in two.

use super::{DATASET, FIXTURE, check, lines, parse, read, small, small_with, value, whole};
use heistogram::data::{Dataset, PartialDate};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

const CORE_FIELDS: &[&str] =
    &["id", "date", "victim", "country", "sector", "stolen_usd", "evidence", "disputed", "counted", "un2019"];

/// The object with these fields only, or with all but these.
fn fields(object: &Json, names: &[&str], keep: bool) -> Json {
    let object = object.as_object().unwrap();
    object
        .iter()
        .filter(|(name, _)| names.contains(&name.as_str()) == keep)
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect()
}

/// The two parts of a dataset as they are published apart.
fn split(dataset: &Json) -> (Json, Json) {
    let mut core = fields(dataset, &["schema", "title", "as_of", "incidents"], true);
    let mut details = fields(dataset, &["title", "as_of"], false);
    for incident in core["incidents"].as_array_mut().unwrap() {
        *incident = fields(incident, CORE_FIELDS, true);
    }
    for incident in details["incidents"].as_array_mut().unwrap() {
        *incident = fields(incident, &CORE_FIELDS[1..], false);
    }
    (core, details)
}

#[test]
fn incidents_are_in_order_with_their_own_details() {
    let mut written = parse(FIXTURE);
    written["incidents"].as_array_mut().unwrap().reverse();
    let dataset = whole(&written).unwrap();
    let order: Vec<(PartialDate, &str)> = dataset.incidents.iter().map(|one| (one.date, one.id.as_str())).collect();
    assert!(order.is_sorted(), "{order:?}");
    let texts: BTreeMap<&str, Option<&str>> = written["incidents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["id"].as_str().unwrap(), one["text"].as_str()))
        .collect();
    for (incident, details) in dataset.incidents.iter().zip(&dataset.details.as_ref().unwrap().incidents) {
        assert_eq!(details.text.as_deref(), texts[incident.id.as_str()], "{}", incident.id);
    }
    assert_eq!(dataset, read(FIXTURE));
}

#[test]
fn incidents_of_one_date_are_in_the_order_of_their_ids() {
    let mut dataset = small();
    let mut other = dataset["incidents"][0].clone();
    other["id"] = json!("a");
    dataset["incidents"].as_array_mut().unwrap().push(other);
    let ids: Vec<String> = whole(&dataset).unwrap().incidents.into_iter().map(|incident| incident.id).collect();
    assert_eq!(ids, ["a", "one"]);
}

#[test]
fn two_parts_give_the_same_as_the_whole() {
    for text in [DATASET, FIXTURE] {
        let written = parse(text);
        let (core, mut details) = split(&written);
        details["incidents"].as_array_mut().unwrap().reverse();
        let mut dataset = Dataset::core_from_value(&value(&core)).unwrap();
        assert_eq!(dataset.details, None);
        dataset.add_details(&value(&details)).unwrap();
        assert_eq!(dataset, read(text));

        let mut dataset = Dataset::core_from_value(&value(&written)).unwrap();
        assert_eq!(dataset.details, None);
        dataset.add_details(&value(&written)).unwrap();
        assert_eq!(dataset, read(text));
    }
}

#[test]
fn details_of_another_dataset_are_refused() {
    let (core, mut details) = split(&parse(FIXTURE));
    let core = Dataset::core_from_value(&value(&core)).unwrap();
    details["incidents"][0]["id"] = json!("someone-else");
    details["incidents"][1]["id"] = json!("someone-else");
    let mut dataset = core.clone();
    let errors = dataset.add_details(&value(&details)).unwrap_err();
    assert_eq!(
        lines(&errors),
        [
            "incidents[1].id (someone-else): \"someone-else\" is the id of incidents[0] already; expected an id of its own",
            "incidents[0].id (someone-else): \"someone-else\" is not an incident of this dataset; expected the id of one of \
             its incidents",
            "incidents[1].id (someone-else): \"someone-else\" is not an incident of this dataset; expected the id of one of \
             its incidents",
            "incidents: \"birch-bank-2016\" has no details; expected details for each incident of the dataset",
            "incidents: \"cedar-bank-2016\" has no details; expected details for each incident of the dataset",
        ]
        .map(String::from)
        .to_vec()
    );
    assert_eq!(dataset, core, "a refused part changes nothing");
}

#[test]
fn details_without_an_id_are_named() {
    let (core, mut details) = split(&small());
    let mut dataset = Dataset::core_from_value(&value(&core)).unwrap();
    details["incidents"][0].as_object_mut().unwrap().remove("id");
    let errors = dataset.add_details(&value(&details)).unwrap_err();
    let found: Vec<_> = errors.iter().map(|error| (error.path.as_str(), error.problem.as_str())).collect();
    assert_eq!(found, [("incidents", "\"one\" has no details"), ("incidents[0].id", "missing")]);
}

#[test]
fn a_part_that_is_missing_is_named() {
    let mut dataset = Dataset::core_from_value(&value(&small())).unwrap();
    let errors = dataset.add_details(&value(&json!({}))).unwrap_err();
    let found: Vec<_> = errors.iter().map(|error| (error.path.as_str(), error.problem.as_str())).collect();
    assert_eq!(found, [("schema", "missing"), ("incidents", "missing")]);
    let errors = Dataset::core_from_value(&value(&json!({}))).unwrap_err();
    let found: Vec<_> = errors.iter().map(|error| error.path.as_str()).collect();
    assert_eq!(found, ["schema", "title", "as_of", "incidents"]);
}

#[test]
fn a_dataset_with_only_the_required_fields_gets_the_defaults() {
    let dataset = whole(&small()).unwrap();
    let incident = &dataset.incidents[0];
    assert_eq!((incident.country, incident.disputed, incident.counted), (None, false, true));
    assert_eq!(incident.un2019, None);
    assert!(dataset.estimates[0].latest);
    let details = dataset.details.unwrap();
    assert_eq!(details.incidents[0].attribution, Vec::<String>::new());

    let bare = json!({"schema": 1, "title": "Empty", "as_of": "2021-10-15", "incidents": [], "sources": []});
    let details = whole(&bare).unwrap().details.unwrap();
    assert_eq!(details, Default::default());
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
