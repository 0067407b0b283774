//! Small datasets by hand.

use heistogram::data::Dataset;
use serde_json::{Value, json};

/// An incident as year, country, sector, amount and evidence.
pub type Row = (&'static str, Option<&'static str>, &'static str, Option<f64>, &'static str);

/// The dataset of some incidents, up to the end of 2024.
pub fn of(rows: &[Row]) -> Dataset {
    let incident = |(at, (date, country, sector, usd, evidence)): (usize, &Row)| {
        let stolen = usd.map(|usd| json!({"low": usd, "best": usd, "high": usd}));
        json!({"id": format!("i{at}"), "date": date, "victim": "V", "country": country, "sector": sector,
               "stolen_usd": stolen, "evidence": evidence, "sources": [{"source": "s"}]})
    };
    let incidents: Vec<Value> = rows.iter().enumerate().map(incident).collect();
    let source = json!({"id": "s", "title": "S", "publisher": "P", "date": "2020", "url": "https://example.org/",
                        "kind": "press"});
    let json = json!({"schema": 1, "title": "T", "as_of": "2024-12-31", "incidents": incidents, "sources": [source]});
    super::dataset(&json.to_string())
}

/// The row on another date.
pub fn on(date: &'static str, (_, country, sector, usd, evidence): Row) -> Row {
    (date, country, sector, usd, evidence)
}

/// Two incidents of equal amount, one without an amount, and one that took nothing.
pub const ONE: Row = ("2020", Some("US"), "bank", Some(2e6), "firm");
pub const OTHER: Row = ("2021", Some("KR"), "exchange", Some(2e6), "government");
pub const UNKNOWN: Row = ("2021", None, "bank", None, "un-panel");
pub const NOTHING: Row = ("2022", None, "bank", Some(0.0), "government");
