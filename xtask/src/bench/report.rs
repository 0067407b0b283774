//! Medians, ratios and a table of the measurements.

use std::{collections::BTreeMap, fmt::Write};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{BARE, EMPTY, OURS, Options, libraries};

/// What is measured at each number of incidents.
pub const NAMES: [&str; 5] = ["mount", "hover", "redraw", "filter", "nearest"];

/// Measures in the order of the table: name, label, unit, factor, digits.
const MEASURES: &[(&str, &str, &str, f64, usize)] = &[
    ("code", "code, brotli", "kB", 1e-3, 1),
    ("first_picture", "first picture", "ms", 1.0, 0),
    ("first_picture_slow", "first picture, 4× slower", "ms", 1.0, 0),
    ("ready", "ready", "ms", 1.0, 0),
    ("ready_slow", "ready, 4× slower", "ms", 1.0, 0),
    ("mount", "mount", "ms", 1.0, 0),
    ("hover", "hover", "ms", 1.0, 1),
    ("redraw", "redraw", "ms", 1.0, 1),
    ("filter", "filter", "ms", 1.0, 1),
    ("nearest", "nearest dot named", "%", 100.0, 0),
    ("heap", "JS heap, mounted", "MB", 1e-6, 1),
    ("heap_after", "JS heap, 200 redraws later", "MB", 1e-6, 1),
    ("private", "process memory, mounted", "MB", 1e-6, 0),
    ("private_after", "process memory, 200 redraws later", "MB", 1e-6, 0),
];

/// Medians of the samples, with ratios to the hand-written page and to the empty one.
pub fn results(raw: &Value, options: &Options) -> Result<Value> {
    let mut found: BTreeMap<(String, u64, String), Vec<f64>> = BTreeMap::new();
    let mut over = Vec::new();
    for run in raw["runs"].as_array().context("there are no measurements")? {
        let text = |key: &str| run[key].as_str().unwrap_or_default().to_owned();
        let key = (text("measure"), run["n"].as_u64().unwrap_or_default(), text("page"));
        match run["values"].as_array() {
            // The median of a round first, so that every round has the same weight whatever its number of samples.
            Some(values) => {
                let values: Vec<f64> = values.iter().filter_map(Value::as_f64).collect();
                found.entry(key).or_default().extend(median(&values));
            }
            None => over.push(json!({ "page": key.2, "n": key.1, "why": run["why"] })),
        }
    }
    let medians: BTreeMap<_, _> = found.iter().filter_map(|(key, rounds)| Some((key, median(rounds)?))).collect();
    let figures: Vec<Value> = medians
        .iter()
        .map(|((measure, n, page), value)| {
            let to = |other: &str| {
                let other = medians.get(&(measure.clone(), *n, other.to_owned()));
                other.filter(|other| **other > 0.0).map(|other| value / other)
            };
            let rounds = &found[&(measure.clone(), *n, page.clone())];
            json!({
                "measure": measure, "n": n, "page": page, "median": value, "rounds": rounds, "to_bare": to(BARE),
                "to_empty": to(EMPTY),
            })
        })
        .collect();
    let versions: BTreeMap<_, _> = options.pages.iter().flat_map(|page| libraries::packages(page)).copied().collect();
    Ok(json!({
        "browser": raw["browser"], "cores": raw["cores"], "rounds": options.rounds, "versions": versions,
        "figures": figures, "over": over,
    }))
}

pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    Some(if sorted.len().is_multiple_of(2) { f64::midpoint(sorted[half - 1], upper) } else { upper })
}

/// The table in Markdown: a row for each measure and number of incidents, a column for each page.
pub fn table(results: &Value, options: &Options) -> String {
    let all = |key: &str| results[key].as_array().into_iter().flatten();
    let of = |figure: &&Value, measure: &str, n: u64, page: &str| {
        figure["measure"] == measure && figure["n"] == n && figure["page"] == page
    };
    let mut out = format!("| | n | {} |", options.pages.join(" | "));
    let compared = options.pages.iter().any(|page| page == OURS) && options.pages.iter().any(|page| page == BARE);
    if compared {
        let _ = write!(out, " {OURS} ÷ {BARE} |");
    }
    let columns = options.pages.len() + usize::from(compared);
    let _ = write!(out, "\n|---|---:|{}\n", "---:|".repeat(columns));
    for (measure, words, unit, factor, digits) in MEASURES {
        let mut sizes: Vec<u64> =
            all("figures").filter(|f| f["measure"] == *measure).filter_map(|f| f["n"].as_u64()).collect();
        sizes.sort_unstable();
        sizes.dedup();
        for n in sizes {
            let _ = write!(out, "| {words}, {unit} | {} |", grouped(n));
            for page in &options.pages {
                let value = all("figures").find(|figure| of(figure, measure, n, page)).map(|f| &f["median"]);
                let cell = match value.and_then(Value::as_f64) {
                    Some(value) => format!("{:.digits$}", value * factor),
                    // Larger sizes than one that took too long are not tried.
                    None => all("over")
                        .find(|over| over["page"] == *page && over["n"].as_u64().is_some_and(|many| many <= n))
                        .and_then(|over| over["why"].as_str())
                        .unwrap_or("–")
                        .to_owned(),
                };
                let _ = write!(out, " {cell} |");
            }
            if compared {
                let ratio = all("figures").find(|figure| of(figure, measure, n, OURS));
                let ratio = ratio.and_then(|figure| figure["to_bare"].as_f64());
                let _ = write!(out, " {} |", ratio.map_or("–".to_owned(), |ratio| format!("{ratio:.2}")));
            }
            out.push('\n');
        }
    }
    out
}

fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_medians_ratios_and_what_took_too_long() {
        let pages = [BARE, OURS, "d3"].map(str::to_owned).to_vec();
        let options = Options { pages, sizes: vec![1000], rounds: 3 };
        let run =
            |page: &str, values: &[f64]| json!({ "page": page, "n": 1000, "measure": "redraw", "values": values });
        let raw = json!({ "runs": [
            run(BARE, &[4.0, 900.0, 2.0]), run(OURS, &[1.0]), run(BARE, &[8.0]), run(OURS, &[5.0, 7.0]),
            { "page": "d3", "n": 1000, "why": "> 30 s" },
        ] });
        let results = results(&raw, &options).unwrap();
        assert_eq!(
            table(&results, &options),
            "| | n | bare | heistogram | d3 | heistogram ÷ bare |\n|---|---:|---:|---:|---:|---:|\n\
             | redraw, ms | 1 000 | 6.0 | 3.5 | > 30 s | 0.58 |\n"
        );
    }
}
