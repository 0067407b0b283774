//! The benchmark's data, generated as `data.js` generates them: for the static picture in the page.

use anyhow::{Result, anyhow};
use heistogram::data::{self, Dataset, Date};
use serde_json::json;

/// Incidents in a page when it loads.
pub const ROWS: u32 = 1000;

const SEED: u32 = 1;
/// Range of dates, in days since 1 January 1970: 1 January 2009 to 31 October 2026.
const DAYS: (i64, i64) = (14_245, 20_757);
const EVIDENCE: [&str; 4] = ["government", "un-panel", "firm", "single-source"];
const SECTORS: [&str; 6] = ["bank", "exchange", "defi-protocol", "bridge", "wallet", "individuals"];
const COUNTRIES: [Option<&str>; 8] =
    [Some("KR"), Some("US"), Some("JP"), Some("IN"), Some("VN"), Some("SG"), Some("GB"), None];

/// The generator mulberry32.
fn random(mut seed: u32) -> impl FnMut() -> f64 {
    move || {
        seed = seed.wrapping_add(0x6d2b_79f5);
        let mut mixed = (seed ^ (seed >> 15)).wrapping_mul(seed | 1);
        mixed ^= mixed.wrapping_add((mixed ^ (mixed >> 7)).wrapping_mul(mixed | 61));
        f64::from(mixed ^ (mixed >> 14)) / 4_294_967_296.0
    }
}

/// A dataset of [`ROWS`] incidents.
pub fn dataset() -> Result<Dataset> {
    let mut next = random(SEED);
    let mut below = move |count: f64| next() * count;
    let incidents: Vec<_> = (1..=ROWS)
        .map(|number| {
            // Drawn in the order of the fields, as in `data.js`.
            let day = DAYS.0 + below((DAYS.1 - DAYS.0 + 1) as f64) as i64;
            let amount = 10_f64.powf(3.0 + 2.0 * (below(1.0) + below(1.0) + below(1.0))).round();
            let mut one_of = |count: usize| below(count as f64) as usize;
            let (evidence, sector, country) = (one_of(EVIDENCE.len()), one_of(SECTORS.len()), one_of(COUNTRIES.len()));
            json!({
                "id": format!("incident-{number}"),
                "victim": format!("Incident {number}"),
                "date": Date::from_days(day).to_string(),
                "stolen_usd": { "low": amount, "best": amount, "high": amount },
                "evidence": EVIDENCE[evidence],
                "sector": SECTORS[sector],
                "country": COUNTRIES[country],
                "sources": [{ "source": "synthetic" }],
            })
        })
        .collect();
    let source = json!({
        "id": "synthetic", "title": "Synthetic thefts", "publisher": "Benchmark", "date": "2026-10-31",
        "url": "https://example.org/", "kind": "primary",
    });
    let whole = json!({
        "schema": 1, "title": "Synthetic thefts", "as_of": "2026-10-31", "incidents": incidents, "sources": [source],
    });
    let value: data::Value = serde_json::from_value(whole)?;
    Dataset::from_value(&value).map_err(|errors| anyhow!("the data of the benchmark are refused: {errors:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_are_those_of_the_pages() {
        let day = |year, month, day| Date::new(year, month, day).unwrap().to_days();
        assert_eq!(DAYS, (day(2009, 1, 1), day(2026, 10, 31)));
        // The values of `random(1)` in `data.js`.
        let mut next = random(SEED);
        let first: Vec<u32> = (0..3).map(|_| (next() * 1e6) as u32).collect();
        assert_eq!(first, [627_073, 2_735, 527_447]);
    }
}
