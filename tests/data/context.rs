//! Errors of recoveries, actors, attributions, events and world totals.

use super::{check, small_with};
use serde_json::{Value as Json, json};

/// A valid object, with one invalid field at a time.
fn check_fields(pointer: &str, path: &str, right: &Json, cases: &[(&str, Json, &str)]) {
    let wrapped = |object: Json| if pointer.ends_with("/0") { json!([object]) } else { object };
    let place = pointer.trim_end_matches("/0");
    check(&small_with(place, wrapped(right.clone())), &[]);
    for (field, value, problem) in cases {
        eprintln!("{pointer}/{field} = {value}");
        let mut wrong = right.clone();
        if value == "missing" {
            wrong.as_object_mut().unwrap().remove(*field);
        } else {
            wrong[*field] = value.clone();
        }
        let path = if problem.starts_with("unknown field") { path.into() } else { format!("{path}.{field}") };
        check(&small_with(place, wrapped(wrong)), &[(&path, problem)]);
    }
}

#[test]
fn what_is_wrong_with_a_recovery_is_named() {
    let right = json!({"usd": 1.5, "kind": "returned", "source": "list", "date": "2021-05-02"});
    let cases = [
        ("usd", json!("missing"), "missing"),
        ("usd", json!(null), "null"),
        ("usd", json!("1m"), "the text \"1m\""),
        ("usd", json!(-1), "negative"),
        ("usd", json!(2e15), "above 10^15"),
        ("usd", json!(3.1), "more than was taken"),
        ("kind", json!("missing"), "missing"),
        ("kind", json!("found"), "\"found\" is not a known kind of recovery"),
        ("kind", json!("forfeiture sought"), "\"forfeiture sought\" is not a known kind of recovery"),
        ("kind", json!(2), "the number 2"),
        ("source", json!("missing"), "missing"),
        ("source", json!("no"), "\"no\" is not among the sources"),
        ("source", json!(null), "null"),
        ("date", json!("missing"), "missing"),
        ("date", json!("soon"), "\"soon\" is not a date"),
        ("date", json!("2021-02-30"), "day 30 in a month of 28 days"),
        ("date", json!("2021-04-30"), "before the theft"),
        ("date", json!("2020"), "before the theft"),
        ("date", json!("2021-11"), "after as_of"),
        ("amount", json!(1), "unknown field \"amount\""),
    ];
    check_fields("/incidents/0/recovered/0", "incidents[0].recovered[0]", &right, &cases);
}

#[test]
fn no_kind_of_recovery_adds_up_to_more_than_was_taken() {
    let part = |usd: f64, kind: &str| json!({"usd": usd, "kind": kind, "source": "list", "date": "2021"});
    let recovered = |parts: Json| small_with("/incidents/0/recovered", parts);
    // A frozen part may have been seized later, and returned.
    check(&recovered(json!([part(3.0, "frozen"), part(3.0, "seized"), part(3.0, "returned")])), &[]);
    check(&recovered(json!([part(1.0, "frozen"), part(2.0, "frozen")])), &[]);
    let problem = "frozen adds up to more than was taken";
    let too_much = recovered(json!([part(1.5, "frozen"), part(3.0, "seized"), part(2.0, "frozen")]));
    check(&too_much, &[("incidents[0].recovered", problem)]);
    // Without a known stolen amount, no recovery is too large.
    let mut unknown = too_much.clone();
    unknown["incidents"][0]["stolen_usd"] = json!(null);
    check(&unknown, &[]);
    let mut nothing = recovered(json!([part(0.0, "returned"), part(1.0, "seized")]));
    nothing["incidents"][0]["stolen_usd"] = json!({"low": 0, "best": 0, "high": 0});
    check(&nothing, &[("incidents[0].recovered[1].usd", "more than was taken")]);
}

#[test]
fn what_is_wrong_with_a_name_of_a_group_is_named() {
    let right = json!({"name": "TraderTraitor", "by": "FBI", "source": "list"});
    let mut cases = vec![
        ("source", json!("missing"), "missing"),
        ("source", json!("no"), "\"no\" is not among the sources"),
        ("date", json!("2021"), "unknown field \"date\""),
    ];
    for field in ["name", "by"] {
        cases.push((field, json!("missing"), "missing"));
        cases.push((field, json!(null), "null"));
        cases.push((field, json!(" "), "empty"));
        cases.push((field, json!(7), "the number 7"));
        cases.push((field, json!(["FBI"]), "a list"));
        cases.push((field, json!("x".repeat(2_001)), "2001 characters"));
    }
    check_fields("/incidents/0/actor/0", "incidents[0].actor[0]", &right, &cases);
}

#[test]
fn what_is_wrong_with_an_attribution_is_named() {
    let right = json!({"date": "2021-05", "by": "FBI", "source": "list"});
    let cases = [
        ("date", json!("missing"), "missing"),
        ("date", json!(null), "null"),
        ("date", json!("May"), "\"May\" is not a date"),
        ("date", json!("2021-13"), "month 13"),
        ("date", json!("2021-04-30"), "before the theft"),
        ("date", json!("1899"), "year 1899"),
        ("date", json!("2021-10-16"), "after as_of"),
        ("by", json!("missing"), "missing"),
        ("by", json!(""), "empty"),
        ("source", json!("missing"), "missing"),
        ("source", json!("no"), "\"no\" is not among the sources"),
        ("note", json!("x"), "unknown field \"note\""),
    ];
    check_fields("/incidents/0/attributed_on", "incidents[0].attributed_on", &right, &cases);
    // A coarse date may include the day of the theft.
    check(&small_with("/incidents/0/attributed_on", json!({"date": "2021", "by": "FBI", "source": "list"})), &[]);
}

#[test]
fn what_is_wrong_with_an_event_is_named() {
    let right = json!({"date": "2020-03", "line": "A panel is set up.", "source": "list"});
    let cases = [
        ("date", json!("missing"), "missing"),
        ("date", json!("2020-3"), "\"2020-3\" is not a date"),
        ("date", json!("2022"), "after as_of"),
        ("line", json!("missing"), "missing"),
        ("line", json!(""), "empty"),
        ("line", json!("One line.\nAnother."), "\"One line.\u{fffd}Another.\" is not one line"),
        ("line", json!("One line.\u{2028}Another."), "\"One line.\u{2028}Another.\" is not one line"),
        ("mark", json!(5), "the number 5"),
        ("mark", json!(""), "empty"),
        ("source", json!("missing"), "missing"),
        ("source", json!("no"), "\"no\" is not among the sources"),
        ("text", json!("x"), "unknown field \"text\""),
    ];
    check_fields("/events/0", "events[0]", &right, &cases);
}

#[test]
fn what_is_wrong_with_a_world_total_is_named() {
    let range = |usd: f64| json!({"low": usd, "best": usd, "high": usd});
    let right = json!({"total_usd": range(9.0), "qualifier": "more than", "share_pct": 22.5,
        "share_qualifier": "about", "source": "list"});
    let cases = [
        ("total_usd", json!(9), "the number 9"),
        ("total_usd", range(1.0), "below stolen_usd"),
        ("qualifier", json!(""), "empty"),
        ("share_pct", json!(-1), "negative"),
        ("share_pct", json!(100.5), "above 100"),
        ("share_pct", json!("half"), "the text \"half\""),
        ("share_qualifier", json!(1), "the number 1"),
        ("source", json!("missing"), "missing"),
        ("source", json!("no"), "\"no\" is not among the sources"),
        ("share", json!(1), "unknown field \"share\""),
    ];
    check_fields("/estimates/0/world", "estimates[0].world", &right, &cases);
    let world = |world: Json| small_with("/estimates/0/world", world);
    check(&world(json!({"total_usd": range(2.0), "source": "list"})), &[]);
    check(&world(json!({"share_pct": 100, "source": "list"})), &[]);
    check(&world(json!({"source": "list"})), &[("estimates[0].world", "neither total_usd nor share_pct")]);
    let crooked = json!({"total_usd": {"low": 9, "best": 8, "high": 7}, "source": "list"});
    let problems = ["low is above best", "best is above high"];
    check(&world(crooked), &problems.map(|problem| ("estimates[0].world.total_usd", problem)));
}

#[test]
fn what_was_read_through_a_copy_is_no_original() {
    for (read, problem) in [("original", Some("original, though via names a copy")), ("copy", None), ("quoted", None)] {
        let mut dataset = small_with("/sources/0/read", json!(read));
        check(&dataset, &[]);
        dataset["sources"][0]["via"] = json!("https://example.org/copy");
        let expected: Vec<_> = problem.map(|problem| ("sources[0].read", problem)).into_iter().collect();
        check(&dataset, &expected);
    }
}
