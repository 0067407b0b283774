mod explained;

use std::path::Path;

use heistogram::{data, locale};
use serde_json::{Value as Json, json};

use super::*;
use crate::build::templates::Templates;

fn fixture() -> Json {
    serde_json::from_str(include_str!("../../../../tests/fixtures/fixture.json")).unwrap()
}

fn dataset(json: &Json) -> Dataset {
    let value: data::Value = serde_json::from_value(json.clone()).unwrap();
    Dataset::from_value(&value).unwrap()
}

fn json(values: &[Value]) -> Json {
    serde_json::to_value(values).unwrap()
}

/// The page of a dataset.
fn page(json: &Json) -> String {
    page_at(json, "")
}

fn page_at(json: &Json, base_url: &str) -> String {
    page_of(&dataset(json), &Changes::default(), locale::ALL[0], base_url)
}

fn page_of(dataset: &Dataset, changes: &Changes, locale: Locale, base_url: &str) -> String {
    rendered("index.html", dataset, changes, locale, base_url)
}

fn rendered(template: &str, dataset: &Dataset, changes: &Changes, locale: Locale, base_url: &str) -> String {
    let charts = charts(dataset, locale, &mut Dist::default()).unwrap();
    let context = context(dataset, changes, locale, &Manifest::for_tests(), base_url, "", &charts).unwrap();
    let templates = Templates::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))).unwrap();
    let root = if template == "index.html" { "" } else { "../" };
    templates.render(template, context! { root, home => root, integrity => (), ..context }).unwrap()
}

#[test]
fn a_link_has_a_preview_where_the_address_is_known() {
    let image = |url| format!("<meta property=\"og:image\" content=\"{url}static/raids.en.png\">");
    let page = page_at(&fixture(), "https://a.example/");
    assert!(page.contains(&image("https://a.example/")) && page.contains("og:image:alt"));
    assert!(!self::page(&fixture()).contains("og:image"));
}

#[test]
fn every_figure_the_prose_may_name_has_a_value() {
    let names: Vec<&str> = figures(&dataset(&fixture()), locale::ALL[0]).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, locale::page::FIGURES);
}

#[test]
fn a_claim_stands_with_its_figure_and_where_it_is_shown() {
    let mut whole = fixture();
    whole["claims"][0]["shown_in"] = json!({"chart": "incidents", "state": "period=2016-01..2019-05&group=banks"});
    whole["claims"][1]["shown_in"] = json!({"chart": "no-such-chart", "state": null});
    let claims = json(&claims::claims(&dataset(&whole), locale::ALL[0]));
    assert_eq!(claims[0]["figure"], "up to $1.1bn");
    let korean = json(&claims::claims(&dataset(&whole), Locale::Ko));
    assert_eq!(korean[0]["figure"], "최대 11억\u{a0}달러", "the word is said as the language does");
    assert_eq!(claims[0]["said"], "Panel of experts, 30 August 2019");
    assert_eq!(claims[0]["period"], "Covers January 2016 to May 2019");
    assert_eq!(claims[0]["countries"], "Countries listed: Bangladesh, South Africa, Nigeria");
    assert_eq!(claims[0]["sources"].as_array().unwrap().len(), 2);
    assert_eq!(claims[0]["shown_in"]["chart"], "incidents");
    assert_eq!(claims[1]["shown_in"], json!(null), "a chart that does not exist shows nothing");
    assert_eq!(claims[1]["figure"], json!(null));
    let page = page(&whole);
    assert!(page.contains("href=\"#period=2016-01..2019-05&amp;group=banks\" data-chart=\"incidents\""));
    assert!(page.contains("Outside this data."));
    whole["claims"][0]["shown_in"] = json!({"chart": "un-2019", "state": null});
    assert!(self::page(&whole).contains("href=\"#un-2019\" data-chart=\"un-2019\""));
}

#[test]
fn figures_of_claims_name_what_they_count() {
    let cases = [
        (35.0, "incidents", "35 attacks"),
        (1.0, "countries", "1 country"),
        (20.0, "people", "20 people"),
        (1200.0, "wallets", "1,200 wallets"),
    ];
    for (value, unit, words) in cases {
        let mut whole = fixture();
        (whole["claims"][0]["value"], whole["claims"][0]["unit"]) = (json!(value), json!(unit));
        assert_eq!(json(&claims::claims(&dataset(&whole), locale::ALL[0]))[0]["figure"], format!("up to {words}"));
    }
}

#[test]
fn every_incident_has_one_row_in_one_of_the_lists() {
    let dataset = dataset(&fixture());
    let [counted, left_out] = [true, false].map(|counted| json(&incidents::rows(&dataset, counted, locale::ALL[0])));
    let rows = |list: &Json| list.as_array().unwrap().len();
    assert_eq!(rows(&counted), dataset.incidents.iter().filter(|incident| incident.counted).count());
    assert_eq!(rows(&counted) + rows(&left_out), dataset.incidents.len());
    assert!(rows(&left_out) > 0);
    for row in counted.as_array().unwrap() {
        let incident = dataset.incidents.iter().find(|incident| row["id"] == incident.id()).unwrap();
        let (amount, usd) = match incident.stolen_usd {
            None => ("not known".to_owned(), String::new()),
            Some(usd) if usd.high == 0.0 => ("Nothing stolen".to_owned(), "0".to_owned()),
            Some(usd) => (locale::ALL[0].usd(usd.best), format!("{:.0}", usd.best)),
        };
        assert_eq!((row["amount"].as_str(), row["usd"].as_str()), (Some(&*amount), Some(&*usd)));
        assert!(!row["sources"].as_array().unwrap().is_empty(), "{} has no source", incident.id());
    }
    let days: Vec<_> =
        counted.as_array().unwrap().iter().map(|row| row["day"].as_str().unwrap()[..4].to_owned()).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "newest first: {days:?}");
}

#[test]
fn the_page_says_how_many_sources_were_read_themselves() {
    let mut whole = fixture();
    for (source, read) in whole["sources"].as_array_mut().unwrap().iter_mut().zip(["original", "copy", "quoted"]) {
        (source["read"], source["via"]) = (json!(read), json!(null));
    }
    let page = page(&whole);
    for part in ["1 read in the original,", "1 in a copy,", "1 known only as others quote them."] {
        assert!(page.contains(part), "{part}");
    }
    let words = locale::ALL[0].page();
    for said in [words.sources_via, words.sources_quoted] {
        assert_eq!(page.matches(&format!("&nbsp;· {said}</span>")).count(), 1, "{said}");
    }
}

/// Victim, country and attribution; the texts, in both languages, load with the first search.
#[test]
fn the_table_holds_what_its_search_finds() {
    let dataset = dataset(&fixture());
    for (locale, words) in locale::ALL.iter().zip([
        ["Birch Bank", "Bangladesh", "Federal Court of Elsewhere"],
        ["Birch Bank", "방글라데시", "Federal Court of Elsewhere"],
        ["Birch Bank", "バングラデシュ", "Federal Court of Elsewhere"],
        ["Birch Bank", "Bangladesh", "Federal Court of Elsewhere"],
    ]) {
        let page = page_of(&dataset, &Changes::default(), *locale, "");
        let row = page.split("<tr id=\"incident=birch-bank-2016\"").nth(1).unwrap().split("</tr>").next().unwrap();
        for word in words {
            assert!(row.contains(word), "{}: {word} in {row}", locale.tag());
        }
    }
}

#[test]
fn estimators_stand_beside_the_sum_of_the_same_time() {
    let mut whole = fixture();
    let source = whole["sources"][0]["id"].clone();
    let estimate = |estimator: &str, report: &str, best: f64, latest: bool| {
        json!({"estimator": estimator, "report_date": report, "kind": "year", "period": "2018",
            "stolen_usd": {"low": best, "best": best, "high": best}, "qualifier": null, "incidents": null,
            "latest": latest, "mark": null, "source": source, "note": null})
    };
    whole["estimates"] = json!([
        estimate("zz-own", "2019", 9e6, true),
        estimate("trm", "2020", 101e6, true),
        estimate("trm", "2019", 100e6, false),
        estimate("chainalysis", "2019", 300e6, false),
        estimate("chainalysis", "2021", 500e6, true),
    ]);
    let dataset = dataset(&whole);
    let rows = json(&estimators::rows(&dataset, locale::ALL[0]));
    let names: Vec<_> = rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Chainalysis", "TRM Labs", "zz-own"], "known ones first");
    assert_eq!(rows[0]["figure"], "$500m");
    assert_eq!(rows[0]["revised"], "Revised: 2018 from $300m to $500m.");
    assert_eq!(rows[1]["revised"], json!(null), "rounding is no revision");
    let counted = dataset.incidents.iter().filter(|incident| incident.counted && incident.date.year() == 2018);
    let best = counted.filter_map(|incident| incident.stolen_usd).map(|usd| usd.best).sum();
    assert_eq!(rows[0]["here"], locale::ALL[0].usd_brief(best));
    assert_eq!(rows[2]["why"], "");
}

#[test]
fn what_changed_stands_on_a_page_of_its_own() {
    let whole = fixture();
    let id = whole["incidents"][0]["id"].as_str().unwrap();
    let version = |as_of: &str, changes: Json| json!({"as_of": as_of, "digest": "", "counted": {"incidents": 1, "low": 1, "best": 1, "high": 1}, "changes": changes});
    let change = json!({"what": format!("incidents/{id}"), "old": {"counted": false}, "new": {"counted": true},
        "why": "<b>They said so.</b>", "source": "https://example.org/?a&b"});
    let versions = [version("2021-10-15", json!([change])), version("2021-10-01", json!([]))];
    let changes = serde_json::from_value(json!({ "versions": versions })).unwrap();
    let parts = ["<h3>15 October 2021</h3>", "<a href=\"changes/#2021-10-15\">1 change</a>", "<a href=\"changes/\">"];
    let linked = page_of(&dataset(&whole), &changes, locale::ALL[0], "");
    for part in parts {
        assert!(linked.contains(part), "{part}");
        assert!(!page(&whole).contains(part), "{part} is on a page without versions");
    }
    let changed = rendered("changes.html", &dataset(&whole), &changes, Locale::Ko, "");
    let parts = [
        "<section id=\"2021-10-15\">",
        &format!("<a href=\"../i/{id}/\">"),
        "<p>집계: 아니요 → 예</p>",
        "<p lang=\"en\">&lt;b&gt;They said so.&lt;/b&gt;</p>",
        "<a target=\"_blank\" rel=\"noreferrer\" href=\"https://example.org/?a&amp;b\">",
        "<a href=\"../data/changes.json\" download>",
    ];
    for part in parts {
        assert!(changed.contains(part), "{part}: {changed}");
    }
}

#[test]
fn what_a_dataset_lacks_leaves_no_gap() {
    let mut bare = fixture();
    for key in ["claims", "rejected", "estimates"] {
        bare.as_object_mut().unwrap().remove(key);
    }
    for incident in bare["incidents"].as_array_mut().unwrap() {
        incident["counted"] = json!(true);
    }
    let (whole, bare) = (page(&fixture()), page(&bare));
    let words = locale::ALL[0].page();
    for part in ["id=\"claims\"", "href=\"#claims\"", "id=\"left-out\"", words.rejected_title, words.estimators_title] {
        assert!(whole.contains(part), "{part} is missing from the whole page");
        assert!(!bare.contains(part), "{part} is on the page without its data");
    }
    assert!(bare.contains("id=\"all-incidents\""));
}
