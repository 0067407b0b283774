//! Texts, amounts and dates made to break the output: nothing panics, and every text stays text.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::everything::everything;
use heistogram::data::{Dataset, Sheet, Value};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::json;

/// Markup, ends of quotes and sections, formulas, marks of direction, placeholders of messages, empty and long texts.
const TEXTS: [&str; 18] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "]]><svg onload=alert(1)>",
    "</text></svg><script>",
    "&lt;b&gt; &amp; &#x3c;",
    "'; --",
    "=HYPERLINK(\"http://a.example\")",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "a\u{202e}gpj.exe",
    "{amount} {n} {{victim}}",
    "line\r\nbreak, \"quoted\";",
    "\u{1f}\u{0}\u{7f}\u{feff}",
    "𝒳\u{301}\u{301}\u{200d}👩‍👩‍👧",
    "}, title={x}, url={javascript:alert(1)}",
    "%0a%0d\\n\\",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(&TEXTS[..]).prop_map(String::from),
        1 => any::<String>().prop_filter("something to read", |text| !text.trim().is_empty()),
        1 => Just("W".repeat(2000)),
    ]
}

fn amount() -> impl Strategy<Value = serde_json::Value> {
    let usd = prop_oneof![Just(0.0), Just(1.0), Just(1e15), 0.01..1e12, 1e-9..1.0, Just(5e-324)];
    let range = (usd.clone(), usd.clone(), usd).prop_map(|(a, b, c)| {
        let mut all = [a, b, c];
        all.sort_by(f64::total_cmp);
        json!({"low": all[0], "best": all[1], "high": all[2]})
    });
    prop_oneof![3 => range, 1 => Just(serde_json::Value::Null)]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        (1900_i32..2200).prop_map(|year| year.to_string()),
        (1900..2200, 1..13).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (1900..2200, 1..13, 1..29).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
    ]
}

fn incident() -> impl Strategy<Value = serde_json::Value> {
    let codes = (
        prop::sample::select(vec![Some("KR"), Some("GS"), Some("US"), None]),
        prop::sample::select(vec!["bank", "exchange", "bridge", "individuals"]),
        prop::sample::select(vec!["government", "un-panel", "firm", "single-source"]),
    );
    let flags = (any::<bool>(), any::<bool>());
    (date(), text(), amount(), codes, text(), flags).prop_map(
        |(date, victim, stolen_usd, (country, sector, evidence), words, (counted, disputed))| {
            json!({
                "date": date, "victim": victim, "country": country, "sector": sector, "stolen_usd": stolen_usd,
                "evidence": evidence, "attribution": [words], "text": words, "counted": counted, "disputed": disputed,
                "recovered": [{"usd": 0, "kind": "frozen", "source": "s", "date": "2199-12-31"}],
                "actor": [{"name": words, "by": victim, "source": "s"}],
                "attributed_on": {"date": "2199-12-31", "by": words, "source": "s"},
                "asset": words, "sources": [{"source": "s", "locator": words}],
            })
        },
    )
}

fn dataset() -> impl Strategy<Value = serde_json::Value> {
    (prop::collection::vec(incident(), 0..12), text(), text()).prop_map(|(mut incidents, title, words)| {
        for (index, incident) in incidents.iter_mut().enumerate() {
            incident["id"] = format!("i{index}").into();
        }
        json!({
            "schema": 1, "title": title, "as_of": "2199-12-31", "incidents": incidents,
            "sources": [{"id": "s", "title": words, "publisher": words, "date": "2024", "url": "https://example.org/\"'><b>",
                         "kind": "press", "via": null, "read": "quoted"}],
        })
    })
}

fn query() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("group=banks&evidence=government,firm".to_owned()),
        (date(), date()).prop_map(|(from, to)| format!("period={from}..{to}")),
        any::<String>(),
        text().prop_map(|text| format!("country={text}&period={text}&measure={text}")),
    ]
}

/// The elements of the pictures.
const DRAWN: [&str; 12] =
    ["svg", "g", "defs", "clipPath", "rect", "line", "path", "circle", "text", "tspan", "polyline", "polygon"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]
    #[test]
    fn whatever_is_written_stays_text(json in dataset(), query in query(), width in 1.0..2000.0) {
        let value: Value = serde_json::from_value(json.clone()).unwrap();
        let Ok(dataset) = Dataset::from_value(&value) else { return Ok(()) };
        let files = everything(&dataset, &query, width);
        for svg in &files.svg {
            let tree = roxmltree::Document::parse(svg).map_err(|error| TestCaseError::fail(format!("{error}: {svg}")))?;
            for node in tree.descendants().filter(roxmltree::Node::is_element) {
                prop_assert!(DRAWN.contains(&node.tag_name().name()), "{:?}", node.tag_name());
                prop_assert!(node.attributes().all(|one| !one.name().starts_with("on") && !one.name().ends_with("href")));
            }
        }
        for csv in &files.csv {
            let text = csv.strip_prefix('\u{feff}').unwrap();
            for record in csv::Reader::from_reader(text.as_bytes()).records() {
                let record = record.map_err(|error| TestCaseError::fail(format!("{error}: {csv}")))?;
                // No cell is a formula for a spreadsheet. No amount is negative either, so a minus is a formula too.
                prop_assert!(!record.iter().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{record:?}");
            }
        }
        for json in &files.json {
            let read: serde_json::Value = serde_json::from_str(json).map_err(|error| TestCaseError::fail(format!("{error}: {json}")))?;
            prop_assert!(read["incidents"].is_array());
        }
    }
}

#[test]
fn hostile_datasets_are_mostly_right() {
    // Otherwise the test above would find nothing.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let right = (0..100).filter(|_| {
        let json = dataset().new_tree(&mut runner).unwrap().current();
        Dataset::from_value(&serde_json::from_value::<Value>(json).unwrap()).is_ok()
    });
    assert!(right.count() > 60);
}

/// Inputs with which the fuzzer `dataset` reached new code.
#[test]
fn what_fuzzers_kept_still_does_no_harm() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/dataset");
    let mut drawn = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let Ok(input) = std::fs::read_to_string(file.unwrap().path()) else { continue };
        let Some((query, json)) = input.split_once('\n') else { continue };
        let Ok(value) = serde_json::from_str::<Value>(json) else { continue };
        if let Ok(dataset) = Dataset::from_value(&value) {
            everything(&dataset, query, 700.0);
            drawn += 1;
        }
    }
    assert!(drawn > 2, "{drawn} are datasets");
}

/// Sheets with which the fuzzer `sheet` begins.
#[test]
fn sheets_do_no_harm() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/sheet");
    let mut drawn = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let input = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let (query, bytes) = input.split_once('\n').unwrap();
        let sheet = Sheet { bytes: bytes.as_bytes(), name: "Kept", url: "", as_of: "2026-06-30" };
        if let Ok(dataset) = Dataset::from_sheet(&sheet) {
            everything(&dataset, query, 700.0);
            drawn += 1;
        }
    }
    assert_eq!(drawn, 3);
}
