//! The schema and the validator agree.

use super::{FIXTURE, parse, whole};
use heistogram::data::{Country, EstimateKind, Evidence, Method, Read, RecoveryKind, Sector, SourceKind, UnKind};
use serde_json::{Map, Value as Json, json};

const SCHEMA: &str = include_str!("../../www/schema/dataset.schema.json");

#[test]
fn lists_of_the_schema_are_those_of_the_validator() {
    fn ids<const N: usize, T>(all: [T; N], id: impl Fn(T) -> &'static str) -> Vec<&'static str> {
        all.into_iter().map(id).collect()
    }
    let schema = parse(SCHEMA);
    for (name, ids) in [
        ("sector", ids(Sector::ALL, Sector::id)),
        ("method", ids(Method::ALL, Method::id)),
        ("evidence", ids(Evidence::ALL, Evidence::id)),
        ("unKind", ids(UnKind::ALL, UnKind::id)),
        ("sourceKind", ids(SourceKind::ALL, SourceKind::id)),
        ("estimateKind", ids(EstimateKind::ALL, EstimateKind::id)),
        ("read", ids(Read::ALL, Read::id)),
        ("recoveryKind", ids(RecoveryKind::ALL, RecoveryKind::id)),
        ("country", Country::all().map(Country::code).collect()),
    ] {
        assert_eq!(schema["$defs"][name]["enum"], json!(ids), "{name}");
    }
}

/// Removes each field of each kind of object, sets it to null, and adds an unknown one: the validator must agree with
/// the schema.
#[test]
fn fields_of_the_schema_are_those_of_the_validator() {
    let schema = parse(SCHEMA);
    let defs = &schema["$defs"];
    let mut full = parse(FIXTURE);
    full["labels"] = json!({
        "subject": "A", "groups": { "banks": "A", "exchanges": "B", "defi": "C", "companies": "D", "individuals": "E" },
        "evidence": { "government": "A", "un-panel": "B", "firm": "C", "single-source": "D" },
    });
    for (pointer, object) in [
        ("", &schema),
        ("/labels", &defs["labels"]),
        ("/labels/groups", &defs["groupLabels"]),
        ("/labels/evidence", &defs["evidenceLabels"]),
        ("/incidents/0", &defs["incident"]),
        ("/incidents/0/stolen_usd", &defs["range"]),
        ("/incidents/0/un2019", &defs["unRow"]),
        ("/incidents/0/recovered/0", &defs["recovery"]),
        ("/incidents/0/actor/0", &defs["actor"]),
        ("/incidents/0/attributed_on", &defs["attributed"]),
        ("/incidents/0/sources/0", &defs["citation"]),
        ("/sources/0", &defs["source"]),
        ("/estimates/5", &defs["estimate"]),
        ("/estimates/5/world", &defs["world"]),
        ("/events/0", &defs["event"]),
        ("/claims/0", &defs["claim"]),
        ("/claims/0/shown_in", &defs["shownIn"]),
        ("/rejected", &defs["rejected"]),
        ("/rejected/cases/0", &defs["rejectedCase"]),
    ] {
        assert_eq!(object["additionalProperties"], json!(false), "{pointer}");
        let required: Vec<&str> =
            object["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        let mut properties: Vec<&String> = object["properties"].as_object().unwrap().keys().collect();
        let mut written: Vec<&String> = full.pointer(pointer).unwrap().as_object().unwrap().keys().collect();
        properties.sort();
        written.sort();
        assert_eq!(properties, written, "{pointer}");
        for name in properties {
            let without = edited(&full, pointer, |fields| drop(fields.remove(name)));
            let null = edited(&full, pointer, |fields| drop(fields.insert(name.clone(), Json::Null)));
            assert_eq!(complains(&without, "missing"), required.contains(&name.as_str()), "{pointer}/{name} missing");
            assert_eq!(complains(&null, "null"), !may_be_null(&object["properties"][name]), "{pointer}/{name} null");
        }
        let more = edited(&full, pointer, |fields| drop(fields.insert("more".into(), Json::Null)));
        assert!(complains(&more, "unknown field \"more\""), "{pointer}");
    }
    let objects = defs.as_object().unwrap().values().filter(|def| def["type"] == "object").count();
    assert_eq!(objects, 18, "an object this test does not know");
}

fn edited(dataset: &Json, pointer: &str, edit: impl Fn(&mut Map<String, Json>)) -> Json {
    let mut dataset = dataset.clone();
    edit(dataset.pointer_mut(pointer).unwrap().as_object_mut().unwrap());
    dataset
}

/// Whether this is the first problem of the dataset. A dataset without it must have none.
fn complains(dataset: &Json, problem: &str) -> bool {
    match whole(dataset) {
        Ok(_) => false,
        Err(errors) => {
            assert!(errors.iter().any(|error| error.problem == problem), "{errors:?}");
            true
        }
    }
}

fn may_be_null(property: &Json) -> bool {
    let null = json!("null");
    property["type"].as_array().is_some_and(|types| types.contains(&null))
        || property["anyOf"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["type"] == null))
}
