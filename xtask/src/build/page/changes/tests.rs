use std::path::Path;

use heistogram::{data::Dataset, locale};
use serde_json::json;

use super::*;
use crate::build::data;

fn dataset() -> Dataset {
    data::dataset(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/data/dataset.json")).unwrap()
}

/// Three versions: the first one, one with changes, one without.
fn changes(list: &Json) -> Changes {
    let version = |as_of: &str, changes: &Json| {
        json!({
            "as_of": as_of, "digest": "", "changes": changes,
            "counted": {"incidents": 170, "low": 7e9, "best": 7_501_051_000_u64, "high": 8e9},
        })
    };
    let none = json!([]);
    let versions = [version("2026-12-01", &none), version("2026-11-01", list), version("2026-10-08", &none)];
    serde_json::from_value(json!({ "versions": versions })).unwrap()
}

fn change(what: &str, [old, new]: &[Json; 2]) -> Json {
    json!({"what": what, "old": old, "new": new, "why": "A court has said so.", "source": "https://example.org/ruling"})
}

/// The page's text for a change, one line for each.
fn text_of(what: &str, change: &[Json; 2], locale: Locale) -> String {
    let versions = versions(&changes(&json!([self::change(what, change)])), &dataset(), locale);
    let change = &serde_json::to_value(&versions[1]).unwrap()["changes"][0];
    let lines = change["lines"].as_array().unwrap().iter().map(|line| line.as_str().unwrap());
    [change["name"].as_str().unwrap()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

#[test]
fn versions_say_when_and_what_they_came_to() {
    let list = json!([change("incidents/gone", &[json!({"counted": true}), json!(null)])]);
    let versions = serde_json::to_value(versions(&changes(&list), &dataset(), locale::ALL[0])).unwrap();
    assert_eq!(versions[0]["note"], "No figure changed.");
    assert_eq!(versions[1]["date"], "1 November 2026");
    assert_eq!(versions[1]["figures"], "170 attacks, $7,501,051,000 ($7,000,000,000–$8,000,000,000)");
    assert_eq!((&versions[1]["note"], &versions[1]["count"]), (&json!(null), &json!("1 change")));
    let change = &versions[1]["changes"][0];
    assert_eq!((&change["id"], &change["name"]), (&json!(null), &json!("incidents/gone")), "no link to what has gone");
    assert_eq!(change["source"], json!({"url": "https://example.org/ruling", "text": "https://example.org/ruling"}));
    assert!(versions[2]["note"].as_str().unwrap().starts_with("First edition"));
}

#[test]
fn figures_change_in_words() {
    let usd = |best: u32| json!({"low": 12_700_000, "best": best, "high": 19_000_000});
    let old = json!({"stolen_usd": usd(18_000_000), "date": "2016-05", "country": null, "evidence": "firm",
        "disputed": false, "counted": true, "attempted_usd": null, "recovered_usd": 5, "sector": "bank"});
    let new = json!({"stolen_usd": null, "date": "2016-05-15", "country": "ZA", "evidence": "un-panel",
        "disputed": true, "counted": false, "attempted_usd": 20_000_000, "recovered_usd": 6, "sector": "exchange"});
    let what = "incidents/standard-bank-japan-atm-2016";
    let change = [old, new];
    let text = text_of(what, &change, locale::ALL[0]);
    let lines = [
        "Standard Bank",
        "Amount: $18,000,000 ($12,700,000–$19,000,000) → not known",
        "Date: May 2016 → 15 May 2016",
        "Country or territory: Country unknown → South Africa",
        "Evidence: firm → UN panel",
        "Disputed: no → yes",
        "Counted: yes → no",
        "Attempted: not known → $20,000,000",
        "Recovered: $5 → $6",
        "Group: Banks → Exchanges",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), lines);
    let amount = ["금액: ", &Locale::Ko.usd(18_000_000.0)].concat();
    assert!(text_of(what, &change, Locale::Ko).contains(&amount));
}

#[test]
fn what_comes_and_goes_is_named() {
    let incident = json!({"date": "2026-10-20", "country": "KR", "evidence": "firm", "counted": true});
    let usd = json!({"low": 1, "best": 2, "high": 3});
    let added = text_of("incidents/new-one", &[json!(null), incident], locale::ALL[0]);
    assert_eq!(added, "incidents/new-one\nAdded: 20 October 2026, South Korea, firm, not known");
    let estimate = "estimates/chainalysis/2022-01-13/year/2021";
    let removed = text_of(estimate, &[json!({"stolen_usd": usd, "latest": true}), json!(null)], locale::ALL[0]);
    assert_eq!(removed, "Chainalysis, 2021, 13 January 2022\nRemoved: $2 ($1–$3)");
    let claim = text_of("claims/two-billion", &[json!({"value": 1}), json!({"value": 2})], locale::ALL[0]);
    assert_eq!(claim, "North Korea raised an estimated “up to $2bn” through cyber attacks\n1 → 2");
    let flag = text_of(estimate, &[json!({"latest": true}), json!({"latest": false})], locale::ALL[0]);
    assert_eq!(flag, "Chainalysis, 2021, 13 January 2022", "the reason tells it");
    let denial = text_of("claims/denial", &[json!(null), json!({"said_on": "2019-09-01"})], locale::ALL[0]);
    assert_eq!(denial, "North Korea denied the accusations and called them a fabrication\nAdded: 1 September 2019");
}
