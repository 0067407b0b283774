//! The shipped dataset.

use super::{DATASET, parse, read};
use heistogram::data::{Country, IncidentDetails, Method, Read, RecoveryKind, Sector, SourceKind};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

const CONTROL: &str = include_str!("../control.json");

#[test]
fn the_dataset_that_ships_is_valid() {
    let (dataset, control) = (read(DATASET), parse(CONTROL));
    let details = dataset.details.as_ref().unwrap();
    assert_eq!(dataset.incidents.len(), 181);
    assert_eq!(dataset.incidents.len(), control["rows"].as_u64().unwrap() as usize);
    assert_eq!(dataset.as_of.to_string(), control["as_of"].as_str().unwrap());
    assert_eq!((details.incidents.len(), details.sources.len()), (181, 208));
    assert_eq!((details.estimates.len(), details.claims.len()), (76, 12));
    assert_eq!(details.rejected.as_ref().unwrap().cases.len(), 21);
    let filled = |is: fn(&IncidentDetails) -> bool| details.incidents.iter().filter(|one| is(one)).count();
    assert_eq!(filled(|one| !one.recovered.is_empty()), 22);
    assert_eq!(filled(|one| !one.actor.is_empty()), 127);
    assert_eq!(filled(|one| one.attributed_on.is_some()), 75);
    assert_eq!(dataset.incidents.iter().filter(|one| one.method.is_some()).count(), 132);
    assert_eq!(details.estimates.iter().filter(|one| one.world.is_some()).count(), 11);
    assert_eq!(details.events.len(), 23);
    let read = |how: Read| details.sources.iter().filter(|source| source.read == Some(how)).count();
    assert_eq!(Read::ALL.map(read), [110, 51, 47]);
}

/// A copy that was read has a link, or the name of the publisher says that it is a copy.
#[test]
fn every_source_says_how_it_was_read() {
    for source in &read(DATASET).details.unwrap().sources {
        let via = source.via.as_deref().unwrap_or_default();
        // This list copies rows of tables and catalogues, and quotes other works.
        let is_row = source.kind == SourceKind::Catalogue
            || ["un-s-", "msmt-", "slowmist-"].iter().any(|table| source.id.starts_with(table));
        let is_told = via.ends_with("/hacks_all_sources.csv") && !is_row;
        let is_copied = source.publisher.contains("copy at") || source.publisher.contains(", in ");
        let expected = if is_told || source.publisher.contains("as reported") {
            Read::Quoted
        } else if !via.is_empty() || is_copied {
            Read::Copy
        } else {
            Read::Original
        };
        assert_eq!(source.read, Some(expected), "{}", source.id);
    }
}

/// A text has at most three short sentences, and curly quotes and apostrophes.
#[test]
fn texts_are_short_and_set_in_type() {
    let dataset = read(DATASET);
    for (incident, rest) in dataset.incidents.iter().zip(&dataset.details.as_ref().unwrap().incidents) {
        let text = rest.text.as_deref().unwrap();
        let sentences: Vec<usize> = text.split(". ").map(|words| words.split(' ').count()).collect();
        assert!(sentences.len() <= 3 && sentences.iter().all(|words| *words < 25), "{}: {text}", incident.id());
        assert!(!text.contains(['\'', '"']) && !text.contains("--"), "{}: {text}", incident.id());
    }
}

/// `recovered_usd` has returned amounts only: none that is frozen, seized or only sought.
#[test]
fn what_came_back_is_the_sum_of_what_was_returned() {
    let dataset = read(DATASET);
    for (incident, rest) in dataset.incidents.iter().zip(&dataset.details.as_ref().unwrap().incidents) {
        let returned = rest.recovered.iter().filter(|part| part.kind == RecoveryKind::Returned).map(|part| part.usd);
        let back = returned.reduce(|sum, usd| sum + usd);
        assert_eq!(rest.recovered_usd, back, "{}", incident.id());
    }
}

#[test]
fn events_are_in_their_order() {
    assert!(read(DATASET).details.unwrap().events.is_sorted_by_key(|event| event.date.start()));
}

#[test]
fn the_dataset_that_ships_ends_in_one_line_break() {
    assert!(DATASET.ends_with("}\n") && !DATASET.contains('\r') && !DATASET.contains("\\u"));
}

#[test]
fn sums_agree_with_the_control_totals() {
    let (dataset, control) = (read(DATASET), parse(CONTROL));
    let counted: Vec<_> = dataset.incidents.iter().filter(|incident| incident.counted).collect();
    let mut by_key: BTreeMap<String, (u64, f64, f64, f64)> = BTreeMap::new();
    for incident in &counted {
        let range = incident.stolen_usd.unwrap_or_default();
        let keys = [
            "counted".into(),
            format!("by_year/{}", incident.date.year()),
            format!("by_evidence/{}", incident.evidence.id()),
            format!("by_group/{}", incident.sector.group().id()),
            format!("by_country/{}", incident.country.map_or("none", Country::code)),
        ];
        for key in keys {
            let sum = by_key.entry(key).or_default();
            *sum = (sum.0 + 1, sum.1 + range.low, sum.2 + range.best, sum.3 + range.high);
        }
    }
    let expected: usize = ["by_year", "by_evidence", "by_group", "by_country"]
        .iter()
        .map(|table| control[table].as_object().unwrap().len())
        .sum();
    assert_eq!(by_key.len(), expected + 1);
    for (key, (incidents, low, best, high)) in by_key {
        let sums = control.pointer(&format!("/{key}")).unwrap_or_else(|| panic!("{key} is among the totals"));
        assert_eq!(sums["incidents"].as_u64(), Some(incidents), "{key}");
        assert_eq!(
            [&sums["low"], &sums["best"], &sums["high"]].map(Json::as_f64),
            [Some(low), Some(best), Some(high)],
            "{key}"
        );
    }
    let alone = |one: &&Json| {
        let list = one["attribution"].as_array().unwrap();
        list.len() == 1 && list[0].as_str().unwrap().ends_with(", researcher") && one["counted"] == true
    };
    let written = parse(DATASET);
    let ranges: Vec<_> =
        written["incidents"].as_array().unwrap().iter().filter(alone).map(|one| &one["stolen_usd"]).collect();
    let sums = &control["one_researcher"];
    assert_eq!(sums["incidents"].as_u64(), Some(ranges.len() as u64));
    for part in ["low", "best", "high"] {
        let sum: f64 = ranges.iter().filter_map(|range| range[part].as_f64()).sum();
        assert_eq!(sums[part].as_f64(), Some(sum), "{part} of what one researcher alone attributes");
    }
    for (sector, group) in control["groups"].as_object().unwrap() {
        assert_eq!(Sector::from_id(sector).unwrap().group().id(), group.as_str().unwrap());
    }
}

#[test]
fn nothing_of_the_dataset_that_ships_is_lost() {
    let (dataset, written) = (read(DATASET), parse(DATASET));
    let details = dataset.details.as_ref().unwrap();
    let by_id = |list: &str| -> BTreeMap<String, Json> {
        let list = written[list].as_array().unwrap();
        list.iter().map(|object| (object["id"].as_str().unwrap().to_owned(), object.clone())).collect()
    };
    let incidents = by_id("incidents");
    for (incident, rest) in dataset.incidents.iter().zip(&details.incidents) {
        let range = incident.stolen_usd.map(|usd| json!({"low": usd.low, "best": usd.best, "high": usd.high}));
        let read = json!({
            "id": incident.id(),
            "date": incident.date.to_string(),
            "victim": incident.victim(),
            "country": incident.country.map(Country::code),
            "sector": incident.sector.id(),
            "stolen_usd": range,
            "attempted_usd": rest.attempted_usd,
            "recovered_usd": rest.recovered_usd,
            "recovered": rest.recovered.iter().map(|one| json!({
                "usd": one.usd,
                "kind": one.kind.id(),
                "source": details.sources[one.source].id,
                "date": one.date.to_string(),
            })).collect::<Vec<_>>(),
            "asset": rest.asset,
            "method": incident.method.map(Method::id),
            "attribution": rest.attribution,
            "actor": rest.actor.iter().map(|one| json!({
                "name": one.name,
                "by": one.by,
                "source": details.sources[one.source].id,
            })).collect::<Vec<_>>(),
            "attributed_on": rest.attributed_on.as_ref().map(|one| json!({
                "date": one.date.to_string(),
                "by": one.by,
                "source": details.sources[one.source].id,
            })),
            "evidence": incident.evidence.id(),
            "disputed": incident.disputed,
            "counted": incident.counted,
            "un2019": incident.un2019().map(|row| json!({
                "row": row.row,
                "usd": row.usd,
                "kind": row.kind.id(),
                "wording": row.wording,
                "counts": row.counts,
                "in_press_country_list": row.in_press_country_list,
            })),
            "sources": rest.sources.iter().map(|citation| json!({
                "source": details.sources[citation.source].id,
                "locator": citation.locator,
            })).collect::<Vec<_>>(),
            "text": rest.text,
        });
        assert_eq!(read, with_floats(&incidents[incident.id()]));
    }
    let sources = by_id("sources");
    for source in &details.sources {
        let read = json!({
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "date": source.date.unwrap().to_string(),
            "url": source.url,
            "kind": source.kind.id(),
            "via": source.via,
            "read": source.read.map(Read::id),
        });
        assert_eq!(read, sources[&source.id]);
    }
    let estimates = dataset.estimates.iter().zip(&details.estimates);
    for ((estimate, rest), written) in estimates.zip(written["estimates"].as_array().unwrap()) {
        let usd = estimate.stolen_usd;
        let read = json!({
            "estimator": estimate.estimator.id(),
            "report_date": estimate.report_date.to_string(),
            "kind": estimate.kind.id(),
            "period": estimate.period.to_string(),
            "year": estimate.year().map(f64::from),
            "stolen_usd": {"low": usd.low, "best": usd.best, "high": usd.high},
            "qualifier": estimate.qualifier,
            "incidents": estimate.incidents.map(f64::from),
            "latest": estimate.latest,
            "mark": estimate.mark,
            "source": details.sources[rest.source].id,
            "note": rest.note,
            "world": rest.world.as_ref().map(|world| json!({
                "total_usd": world.total_usd.map(|usd| json!({"low": usd.low, "best": usd.best, "high": usd.high})),
                "qualifier": world.qualifier,
                "share_pct": estimate.share.as_ref().map(|share| share.pct),
                "share_qualifier": estimate.share.as_ref().and_then(|share| share.qualifier.as_ref()),
                "source": details.sources[world.source].id,
            })),
        });
        assert_eq!(read, with_floats(written));
    }
    let claims = by_id("claims");
    for claim in &details.claims {
        let countries: Vec<&str> = claim.countries.iter().map(|country| country.code()).collect();
        let read = json!({
            "id": claim.id,
            "what": claim.what,
            "value": claim.value,
            "unit": claim.unit,
            "qualifier": claim.qualifier,
            "said_by": claim.said_by,
            "said_on": claim.said_on.to_string(),
            "period": claim.period.map(|period| [period.from.to_string(), period.to.to_string()]),
            "sources": claim.sources.iter().map(|&source| &details.sources[source].id).collect::<Vec<_>>(),
            "compare": claim.compare,
            "shown_in": claim.shown_in.as_ref().map(|shown| json!({"chart": shown.chart, "state": shown.state})),
            "countries": (!countries.is_empty()).then_some(countries),
        });
        assert_eq!(read, with_floats(&claims[&claim.id]));
    }
    for (event, written) in details.events.iter().zip(written["events"].as_array().unwrap()) {
        let source = &details.sources[event.source].id;
        let mut read = json!({"date": event.date.to_string(), "line": event.line, "source": source});
        if let Some(mark) = &event.mark {
            read["mark"] = json!(mark);
        }
        assert_eq!(read, *written);
    }
    let rejected = details.rejected.as_ref().unwrap();
    let cases: Vec<Json> = rejected.cases.iter().map(|case| json!({"what": case.what, "why": case.why})).collect();
    assert_eq!(json!({"rule": rejected.rule, "cases": cases}), written["rejected"]);
}

/// The same JSON with every number as a float, as in a dataset.
fn with_floats(json: &Json) -> Json {
    match json {
        Json::Number(number) => json!(number.as_f64()),
        Json::Array(items) => items.iter().map(with_floats).collect(),
        Json::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), with_floats(value))).collect(),
        _ => json.clone(),
    }
}
