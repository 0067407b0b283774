//! All errors of a dataset, and their words.

use super::{check, check_value, lines, small, small_with, source, value, whole};
use heistogram::data::{DataError, Dataset, Value};
use serde_json::{Value as Json, json};

const BROKEN: &str = include_str!("../fixtures/broken.json");

#[test]
fn every_mistake_is_reported_at_once() {
    let broken: Value = serde_json::from_str(BROKEN).unwrap();
    let errors = Dataset::from_value(&broken).unwrap_err();
    assert!(errors.len() > 40, "{}", errors.len());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../fixtures");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("broken", lines(&errors).join("\n")));
}

#[test]
fn five_mistakes_in_one_object_are_five_errors() {
    let mut dataset = small();
    dataset["incidents"][0] = json!({
        "id": "bybit-2025",
        "date": "2025-13",
        "victim": "",
        "country": "XX",
        "sector": "casino",
        "stolen_usd": null,
        "evidence": "rumour",
        "sources": [{"source": "list"}],
    });
    let errors = whole(&dataset).unwrap_err();
    assert_eq!(errors.len(), 5);
    assert_eq!(
        errors[0],
        DataError {
            path: "incidents[0].date".into(),
            id: Some("bybit-2025".into()),
            problem: "month 13".into(),
            expected: "YYYY, YYYY-MM or YYYY-MM-DD".into(),
        }
    );
    assert_eq!(
        lines(&errors)[3],
        "incidents[0].sector (bybit-2025): \"casino\" is not a known sector; expected bank, exchange, defi-protocol, \
         bridge, wallet, payments, fund, gaming, individuals, other"
    );
}

#[test]
fn every_kind_of_mistake_is_named() {
    let long = "x".repeat(2_001);
    let cases: Vec<(&str, Json, &str, &str)> = vec![
        ("/schema", json!(2), "schema", "schema 2"),
        ("/schema", json!(1.5), "schema", "not a schema"),
        ("/schema", json!("1"), "schema", "the text \"1\""),
        ("/title", json!(null), "title", "null"),
        ("/as_of", json!("2021-10"), "as_of", "\"2021-10\" is not a full date"),
        ("/extra", json!(1), "", "unknown field \"extra\""),
        ("/incidents", json!({}), "incidents", "an object"),
        ("/incidents/0", json!([]), "incidents[0]", "a list"),
        ("/incidents/0/id", json!(""), "incidents[0].id", "empty"),
        ("/incidents/0/id", json!("a b"), "incidents[0].id", "\"a b\" has other characters"),
        ("/incidents/0/id", json!("é"), "incidents[0].id", "\"é\" has other characters"),
        ("/incidents/0/id", json!(7), "incidents[0].id", "the number 7"),
        ("/incidents/0/date", json!("2017-13"), "incidents[0].date", "month 13"),
        ("/incidents/0/date", json!("2017-02-29"), "incidents[0].date", "day 29 in a month of 28 days"),
        ("/incidents/0/date", json!("1899"), "incidents[0].date", "year 1899"),
        ("/incidents/0/date", json!("soon"), "incidents[0].date", "\"soon\" is not a date"),
        ("/incidents/0/date", json!(2017), "incidents[0].date", "the number 2017"),
        ("/incidents/0/date", json!("2021-10-16"), "incidents[0].date", "after as_of"),
        ("/incidents/0/date", json!("2021-11"), "incidents[0].date", "after as_of"),
        ("/incidents/0/date", json!("2022"), "incidents[0].date", "after as_of"),
        ("/incidents/0/victim", json!(" \t"), "incidents[0].victim", "empty"),
        ("/incidents/0/victim", json!(long), "incidents[0].victim", "2001 characters"),
        ("/incidents/0/country", json!("UK"), "incidents[0].country", "\"UK\" is not a known country"),
        ("/incidents/0/sector", json!("casino"), "incidents[0].sector", "\"casino\" is not a known sector"),
        ("/incidents/0/sector", json!(1), "incidents[0].sector", "the number 1"),
        (
            "/incidents/0/evidence",
            json!("rumour"),
            "incidents[0].evidence",
            "\"rumour\" is not a known kind of evidence",
        ),
        ("/incidents/0/method", json!("magic"), "incidents[0].method", "\"magic\" is not a known method"),
        ("/incidents/0/stolen_usd", json!(5), "incidents[0].stolen_usd", "the number 5"),
        ("/incidents/0/stolen_usd/low", json!(2.5), "incidents[0].stolen_usd", "low is above best"),
        ("/incidents/0/stolen_usd/high", json!(1.5), "incidents[0].stolen_usd", "best is above high"),
        ("/incidents/0/stolen_usd/low", json!(-1), "incidents[0].stolen_usd.low", "negative"),
        ("/incidents/0/stolen_usd/high", json!(1.1e15), "incidents[0].stolen_usd.high", "above 10^15"),
        ("/incidents/0/stolen_usd/mid", json!(1), "incidents[0].stolen_usd", "unknown field \"mid\""),
        ("/incidents/0/attempted_usd", json!(-0.5), "incidents[0].attempted_usd", "negative"),
        ("/incidents/0/recovered_usd", json!("2"), "incidents[0].recovered_usd", "the text \"2\""),
        ("/incidents/0/asset", json!(""), "incidents[0].asset", "empty"),
        ("/incidents/0/attribution", json!("FBI"), "incidents[0].attribution", "the text \"FBI\""),
        ("/incidents/0/attribution", json!(["FBI", ""]), "incidents[0].attribution[1]", "empty"),
        ("/incidents/0/disputed", json!("yes"), "incidents[0].disputed", "the text \"yes\""),
        ("/incidents/0/counted", json!(0), "incidents[0].counted", "the number 0"),
        ("/incidents/0/un2019", json!(true), "incidents[0].un2019", "true"),
        ("/incidents/0/sources", json!([]), "incidents[0].sources", "empty"),
        ("/incidents/0/sources", json!(null), "incidents[0].sources", "null"),
        (
            "/incidents/0/sources/0/source",
            json!("no"),
            "incidents[0].sources[0].source",
            "\"no\" is not among the sources",
        ),
        ("/incidents/0/sources/0/locator", json!(3), "incidents[0].sources[0].locator", "the number 3"),
        ("/incidents/0/text", json!(false), "incidents[0].text", "false"),
        ("/incidents/0/recovered", json!(5), "incidents[0].recovered", "the number 5"),
        ("/incidents/0/recovered", json!([7]), "incidents[0].recovered[0]", "the number 7"),
        ("/incidents/0/actor", json!("Lazarus"), "incidents[0].actor", "the text \"Lazarus\""),
        ("/incidents/0/actor", json!(["Lazarus"]), "incidents[0].actor[0]", "the text \"Lazarus\""),
        ("/incidents/0/attributed_on", json!("2021-06"), "incidents[0].attributed_on", "the text \"2021-06\""),
        ("/incidents/0/recovered_usd", json!(3.5), "incidents[0].recovered_usd", "more than was taken"),
        ("/events", json!({}), "events", "an object"),
        ("/events", json!(["2020"]), "events[0]", "the text \"2020\""),
        ("/estimates/0/world", json!(4), "estimates[0].world", "the number 4"),
        ("/sources/0/read", json!("skimmed"), "sources[0].read", "\"skimmed\" is not a known way to read a source"),
        ("/sources/0/read", json!(true), "sources[0].read", "true"),
        ("/sources", json!(null), "sources", "null"),
        ("/sources/1", source("list"), "sources[1].id", "\"list\" is the id of sources[0] already"),
        ("/sources/0/kind", json!("blog"), "sources[0].kind", "\"blog\" is not a known kind of source"),
        ("/sources/0/via", json!("copy"), "sources[0].via", "\"copy\" is not a link"),
        ("/estimates", json!(1.5), "estimates", "a number"),
        ("/estimates/0/estimator", json!(""), "estimates[0].estimator", "empty"),
        ("/estimates/0/kind", json!("day"), "estimates[0].kind", "\"day\" is not a known kind of estimate"),
        ("/estimates/0/period", json!("2020-05"), "estimates[0].period", "year with the period 2020-05"),
        ("/estimates/0/period", json!("2020-13..2021"), "estimates[0].period", "month 13"),
        ("/estimates/0/period", json!("2020-01.2020-02"), "estimates[0].period", "\"2020-01.2020-02\" is not a date"),
        ("/estimates/0/period", json!("2020.."), "estimates[0].period", "\"\" is not a date"),
        ("/estimates/0/period", json!("2020..2019"), "estimates[0].period", "ends before it begins"),
        ("/estimates/0/year", json!(2021), "estimates[0].year", "year 2021 with the period 2020"),
        ("/estimates/0/stolen_usd", json!(null), "estimates[0].stolen_usd", "null"),
        ("/estimates/0/incidents", json!(0.5), "estimates[0].incidents", "a number"),
        ("/estimates/0/incidents", json!(-1), "estimates[0].incidents", "the number -1"),
        ("/estimates/0/source", json!("no"), "estimates[0].source", "\"no\" is not among the sources"),
        ("/claims/1", small()["claims"][0].clone(), "claims[1].id", "\"claim\" is the id of claims[0] already"),
        ("/claims/0/value", json!(-1), "claims[0].value", "negative"),
        ("/claims/0/period", json!(["2020"]), "claims[0].period", "a list of 1"),
        ("/claims/0/period", json!(["2020", "2019-12"]), "claims[0].period", "ends before it begins"),
        ("/claims/0/sources", json!([]), "claims[0].sources", "empty"),
        ("/claims/0/sources/0", json!("no"), "claims[0].sources[0]", "\"no\" is not among the sources"),
        ("/claims/0/countries", json!(["XX"]), "claims[0].countries[0]", "\"XX\" is not a known country"),
        ("/claims/0/shown_in", json!({"chart": ""}), "claims[0].shown_in.chart", "empty"),
        ("/rejected/cases/0/why", json!(""), "rejected.cases[0].why", "empty"),
    ];
    check(&small(), &[]);
    for (pointer, value, path, problem) in cases {
        eprintln!("{pointer} = {value}");
        check(&small_with(pointer, value), &[(path, problem)]);
    }
}

#[test]
fn a_duplicate_incident_is_named_with_the_first() {
    let mut dataset = small();
    let again = dataset["incidents"][0].clone();
    dataset["incidents"].as_array_mut().unwrap().extend([again.clone(), again]);
    check(
        &dataset,
        &[
            ("incidents[1].id", "\"one\" is the id of incidents[0] already"),
            ("incidents[2].id", "\"one\" is the id of incidents[0] already"),
        ],
    );
}

#[test]
fn as_of_itself_and_what_began_before_it_are_not_after_it() {
    for date in ["2021-10-15", "2021-10", "2021"] {
        check(&small_with("/incidents/0/date", json!(date)), &[]);
    }
}

#[test]
fn links_lead_to_the_web_only() {
    let url = "sources[0].url";
    for link in ["https://example.org", "http://example.org/a?b=$c#d", "https://예시.한국/글", "https://a.example/@b"]
    {
        check(&small_with("/sources/0/url", json!(link)), &[]);
    }
    for link in [
        "https://news.example@evil.example/a",
        "http://user:password@example.org",
        "https://example.org/\u{202e}gpj.exe",
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "example.org",
        "HTTPS://example.org",
        " https://example.org",
        "https://",
        "https:///etc",
        "https://?q",
        "https://example.org/a b",
        "https://example.org/a\u{a0}b",
    ] {
        check(&small_with("/sources/0/url", json!(link)), &[(url, &format!("\"{link}\" is not a link"))]);
    }
    check(&small_with("/sources/0/url", json!("https://a\nb")), &[(url, "\"https://a\u{fffd}b\" is not a link")]);
}

#[test]
fn a_long_victim_is_fine_up_to_2000_characters() {
    check(&small_with("/incidents/0/victim", json!("x".repeat(400))), &[]);
    check(&small_with("/incidents/0/victim", json!("하".repeat(2_000))), &[]);
    check(&small_with("/incidents/0/victim", json!("하".repeat(2_001))), &[("incidents[0].victim", "2001 characters")]);
}

#[test]
fn a_quoted_text_is_cut() {
    let quoted = format!("\"{}…\" is not a known sector", "하".repeat(60));
    check(&small_with("/incidents/0/sector", json!("하".repeat(61))), &[("incidents[0].sector", &quoted)]);
}

#[test]
fn numbers_json_cannot_write_are_refused() {
    for (number, problem) in [(f64::NAN, "not a number"), (f64::INFINITY, "infinite"), (-f64::INFINITY, "infinite")] {
        let mut dataset = value(&small());
        let incident = at(&mut dataset, "incidents");
        let Value::List(items) = incident else { panic!("a list") };
        *at(at(&mut items[0], "stolen_usd"), "best") = Value::Number(number);
        check_value(&dataset, &[("incidents[0].stolen_usd.best", problem)]);
        let mut dataset = value(&small());
        *at(&mut dataset, "schema") = Value::Number(number);
        check_value(&dataset, &[("schema", "not a schema")]);
    }
}

fn at<'a>(value: &'a mut Value, name: &str) -> &'a mut Value {
    let Value::Object(fields) = value else { panic!("an object") };
    &mut fields.iter_mut().find(|(given, _)| given == name).unwrap().1
}

#[test]
fn a_field_given_twice_is_an_error() {
    let mut dataset = value(&small());
    let Value::Object(fields) = &mut dataset else { panic!("an object") };
    fields.push(("title".into(), Value::Text("Another".into())));
    check_value(&dataset, &[("title", "given more than once")]);
    let text = small().to_string().replacen("\"id\":\"one\"", "\"id\":\"one\",\"id\":\"two\"", 1);
    check_value(&serde_json::from_str(&text).unwrap(), &[("incidents[0].id", "given more than once")]);
}

#[test]
fn what_is_no_dataset_is_an_error() {
    for (json, problem) in [(json!(null), "null"), (json!([]), "a list"), (json!("x"), "the text \"x\"")] {
        check(&json, &[("", problem)]);
    }
}
