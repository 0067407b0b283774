//! Downloads, read by other parsers: CSV by the crate `csv`, JSON by `serde_json` and by the validator of datasets.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
mod naive;

use common::{dataset, fixture, real, views};
use heistogram::aggregate::{Filter, Key, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Country, Dataset, Date, Details, PartialDate};
use heistogram::export::{self, incidents_of, json};
use heistogram::locale::{Locale, territory};
use naive::{choices, filter};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;

static REAL: LazyLock<Dataset> = LazyLock::new(real);

/// Parsed once, because the naive code is slow.
static NAIVE: LazyLock<Vec<naive::Incident>> = LazyLock::new(naive::incidents);

type Rows = Vec<std::collections::HashMap<String, String>>;

fn all(dataset: &Dataset) -> Vec<usize> {
    (0..dataset.incidents.len()).collect()
}

fn csv(dataset: &Dataset, chosen: &[usize]) -> String {
    export::csv(dataset, chosen, territory::names(Locale::En))
}

fn figures(figure: &Figure, dataset: &Dataset) -> String {
    export::figures(figure, dataset, territory::names(Locale::En))
}

fn rows(csv: &str) -> Rows {
    let text = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn figure(kind: ChartKind, filter: &Filter) -> Figure {
    Figure::new(kind, &REAL, filter, kind.measures()[0])
}

/// An amount of the JSON in the form of a cell.
fn amount(value: &Value) -> String {
    value.as_f64().map_or(String::new(), |usd| usd.to_string())
}

#[test]
fn the_table_says_what_the_dataset_says() {
    let source: Value = serde_json::from_str(include_str!("../www/data/dataset.json")).unwrap();
    let rows = rows(&csv(&REAL, &all(&REAL)));
    let incidents = source["incidents"].as_array().unwrap();
    assert_eq!(rows.len(), incidents.len());
    let url = |id: &Value| {
        let work = source["sources"].as_array().unwrap().iter().find(|work| work["id"] == *id).unwrap();
        work["url"].as_str().unwrap().to_owned()
    };
    for row in rows {
        let one = incidents.iter().find(|one| one["id"] == row["id"]).unwrap();
        for name in ["date", "victim", "country", "sector", "asset", "method", "evidence", "text"] {
            let text = one[name].as_str().unwrap_or_default();
            let inert = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.into() };
            assert_eq!(row[name], inert, "{}", row["id"]);
        }
        for (name, value) in [
            ("stolen_usd_low", &one["stolen_usd"]["low"]),
            ("stolen_usd_best", &one["stolen_usd"]["best"]),
            ("stolen_usd_high", &one["stolen_usd"]["high"]),
            ("attempted_usd", &one["attempted_usd"]),
            ("recovered_usd", &one["recovered_usd"]),
            ("un2019_usd", &one["un2019"]["usd"]),
        ] {
            assert_eq!(row[name], amount(value), "{} {name}", row["id"]);
        }
        for name in ["disputed", "counted"] {
            assert_eq!(row[name], one[name].to_string().to_uppercase());
        }
        let country = one["country"].as_str().and_then(Country::parse);
        let name = country.map(|country| Locale::En.country(Some(country)));
        assert_eq!(row["country_name"], name.unwrap_or_default());
        assert_eq!(row["un2019_row"], one["un2019"]["row"].as_str().unwrap_or_default());
        let names: Vec<&str> = one["attribution"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(row["attribution"], names.join("; "));
        let cited = one["sources"].as_array().unwrap();
        let ids: Vec<&str> = cited.iter().filter_map(|citation| citation["source"].as_str()).collect();
        let list = |name: &str| one[name].as_array().cloned().unwrap_or_default();
        let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let found = |part: &Value| {
            let usd = part["usd"].as_f64().unwrap();
            format!("{usd} {} {} {}", words(&part["kind"]), words(&part["date"]), words(&part["source"]))
        };
        let names =
            |part: &Value| format!("{} ({}, {})", words(&part["name"]), words(&part["by"]), words(&part["source"]));
        assert_eq!(row["recovered"], list("recovered").iter().map(found).collect::<Vec<_>>().join("; "));
        assert_eq!(row["actor"], list("actor").iter().map(names).collect::<Vec<_>>().join("; "));
        let first = &one["attributed_on"];
        for (column, field) in [("on", "date"), ("by", "by"), ("source_id", "source")] {
            assert_eq!(row[&format!("attributed_{column}")], words(&first[field]));
        }
        assert_eq!(row["source_ids"], ids.join(" "));
        let urls: Vec<String> = cited.iter().map(|citation| url(&citation["source"])).collect();
        assert_eq!(row["source_urls"], urls.join(" "));
        assert_eq!(row["as_of"], source["as_of"].as_str().unwrap());
    }
}

#[test]
fn the_json_of_everything_is_the_dataset_without_the_words_of_others() {
    for dataset in [fixture(), real()] {
        let mut expected = dataset.clone();
        (expected.estimates, expected.press_countries) = (Vec::new(), Vec::new());
        expected.marked_events.clear();
        let copy = common::dataset(&json(&dataset, &all(&dataset)));
        let details = expected.details.as_mut().unwrap();
        (details.estimates, details.claims, details.rejected) = (Vec::new(), Vec::new(), None);
        details.events.clear();
        let cited = |work: usize| details.incidents.iter().flat_map(|one| one.cited()).any(|one| one == work);
        let works: Vec<usize> = (0..details.sources.len()).filter(|work| cited(*work)).collect();
        let sources = works.iter().map(|work| details.sources[*work].clone()).collect();
        for one in &mut details.incidents {
            let places = one.sources.iter_mut().map(|one| &mut one.source);
            let places = places.chain(one.recovered.iter_mut().map(|one| &mut one.source));
            let places = places.chain(one.actor.iter_mut().map(|one| &mut one.source));
            for place in places.chain(one.attributed_on.iter_mut().map(|one| &mut one.source)) {
                *place = works.iter().position(|work| work == place).unwrap();
            }
        }
        details.sources = sources;
        assert_eq!(copy, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// The naive code selects. Charts export the selected incidents that count, the chart of incidents all of them.
    #[test]
    fn what_is_chosen_is_what_is_taken_away(choice in choices()) {
        let filter = filter(&choice);
        for kind in ChartKind::ALL {
            let expected: Vec<&str> = NAIVE.iter().filter(|one| choice.holds(one)).filter(|one| match kind {
                ChartKind::Incidents => true,
                ChartKind::Un2019 => one.row.is_some(),
                ChartKind::Share => false,
                _ => one.counted,
            }).map(|one| one.id.as_str()).collect();
            let chosen = incidents_of(&figure(kind, &filter), &REAL);
            let mut taken: Vec<String> = rows(&csv(&REAL, &chosen)).into_iter().map(|row| row["id"].clone()).collect();
            let again = dataset(&json(&REAL, &chosen));
            let drawn: Vec<&str> = again.incidents.iter().map(|one| one.id()).collect();
            prop_assert_eq!(&taken, &drawn);
            let mut expected: Vec<String> = expected.into_iter().map(String::from).collect();
            taken.sort();
            expected.sort();
            prop_assert_eq!(taken, expected, "{}", kind.id());
            // The file has no figures of others, so charts of those have nothing to show.
            if kind.has_data(&again) {
                let same = Figure::new(kind, &again, &Filter::default(), kind.measures()[0]);
                prop_assert_eq!(incidents_of(&same, &again).len(), chosen.len());
            }
        }
    }

    /// The naive code adds up the figures of every row.
    #[test]
    fn figures_are_those_of_an_independent_count(choice in choices()) {
        let filter = filter(&choice);
        let chosen: Vec<&naive::Incident> = NAIVE.iter().filter(|one| one.counted && choice.holds(one)).collect();
        for kind in [ChartKind::Attacks, ChartKind::Targets, ChartKind::Proceeds] {
            let mut rows = rows(&figures(&figure(kind, &filter), &REAL));
            rows.retain(|row| row.get("estimator").is_none_or(String::is_empty));
            let mut attacks = 0;
            for row in rows {
                let is = |head: &str, value: &str| row.get(head).is_none_or(|cell| cell.is_empty() || cell == value);
                let behind: Vec<&naive::Incident> = chosen.iter().copied().filter(|one| {
                    is("year", &one.year().to_string())
                        && is("group", &one.group)
                        && is("country", one.country.as_deref().unwrap_or("none"))
                }).collect();
                let sums = naive::Sums::of(&behind);
                attacks += sums.attacks;
                let amount = |usd: f64| if sums.known == 0 { String::new() } else { usd.to_string() };
                let expected = [
                    ("attacks", sums.attacks.to_string()),
                    ("attacks_official", sums.official.to_string()),
                    ("amounts_unknown", sums.unknown.to_string()),
                    ("nothing_taken", sums.nothing.to_string()),
                    ("stolen_usd_low", amount(sums.low)),
                    ("stolen_usd_best", amount(sums.best)),
                    ("stolen_usd_high", amount(sums.high)),
                ];
                for (head, value) in expected {
                    prop_assert_eq!(&row[head], &value, "{} {}: {:?}", kind.id(), head, row);
                }
            }
            // Every attack is in one row of each arrangement.
            let arrangements = if kind == ChartKind::Targets { 2 } else { 1 };
            prop_assert_eq!(attacks, arrangements * chosen.len() as u32, "{}", kind.id());
        }
    }

    /// With any name, a spreadsheet shows it, a CSV parser reads one cell, and JSON keeps it unchanged.
    #[test]
    fn text_stays_text(
        start in prop::sample::select(vec!["", "=", "+", "-", "@", "\t", "\r", "\n=", " =", "\"=", "'=", "\u{feff}=", "＝", "\u{202e}@", "\u{a0}+", "x;=", "; \u{202e}@"]),
        rest in any::<String>(),
    ) {
        let mut dataset = fixture();
        let text = format!("{start}{rest}x");
        dataset.incidents[0].names.as_mut().unwrap().victim = text.clone();
        let details: &mut Details = dataset.details.as_mut().unwrap();
        details.incidents[0].asset = Some(text.clone());
        details.incidents[0].attribution = vec![text.clone(), text.clone()];
        let table = csv(&dataset, &[0, 1]);
        let rows = rows(&table);
        prop_assert_eq!(rows.len(), 2);
        prop_assert_eq!(table.lines().count(), 3, "a row is a line");
        for name in ["victim", "asset", "attribution"] {
            let cell = &rows[0][name];
            // Some programs split cells at semicolons.
            for cell in cell.split(';') {
                let first = cell.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '"').chars().next();
                prop_assert!(!matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')), "{:?}", cell);
            }
            let turns = |sign: char| matches!(sign as u32, 0x202a..=0x202e | 0x2066..=0x2069);
            let disturbed = cell.chars().any(|sign| sign.is_control() || turns(sign));
            prop_assert!(!disturbed, "{:?}", cell);
        }
        let drawn = Figure::new(ChartKind::Incidents, &dataset, &Filter::default(), Measure::Usd);
        let of_chart = self::rows(&figures(&drawn, &dataset));
        let own = of_chart.iter().find(|row| row["id"] == rows[0]["id"]).unwrap();
        prop_assert_eq!(&own["victim"], &rows[0]["victim"]);
        let json = json(&dataset, &[0, 1]);
        prop_assert!(!json.chars().any(|sign| sign.is_control() && sign != '\n'));
        prop_assert_eq!(json.lines().count(), 3 + 2 + 1 + read_sources(&json) + 1);
        let value: Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(value["incidents"][0]["victim"].as_str(), Some(&*text));
        prop_assert_eq!(value["incidents"][0]["attribution"][1].as_str(), Some(&*text));
    }
}

fn read_sources(json: &str) -> usize {
    serde_json::from_str::<Value>(json).unwrap()["sources"].as_array().unwrap().len()
}

/// Values that pandas, R and similar programs read as missing by default.
const MISSING: [&str; 19] = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
    "NULL", "NaN", "None", "n/a", "nan", "null",
];

#[test]
fn every_country_is_told_from_none_by_its_name() {
    let mut dataset = fixture();
    for country in Country::all().map(Some).chain([None]) {
        dataset.incidents[0].country = country;
        let table = csv(&dataset, &[0]);
        let head: Vec<&str> = table.lines().next().unwrap().split(',').collect();
        let at = head.iter().position(|name| *name == "country").unwrap();
        assert_eq!(head[at + 1], "country_name");
        let row = &rows(&table)[0];
        let name = row["country_name"].as_str();
        let is_missing = MISSING.iter().any(|missing| missing.eq_ignore_ascii_case(name));
        assert_eq!(is_missing, country.is_none(), "{}: {name}", row["country"]);
        assert!(!name.starts_with('+'), "{name}");
        if row["country"] == "NA" {
            assert_eq!(name, "Namibia");
        }
    }
}

/// Countries that share a datum have a row each; every other datum has one.
#[test]
fn every_datum_has_a_row_of_figures() {
    for (kind, measure) in views() {
        let figure = Figure::new(kind, &REAL, &Filter::default(), measure);
        let mut expected = 0;
        for (_, datum) in figure.data() {
            expected += if let Key::MoreCountries(n) = datum.key { n } else { 1 };
        }
        let file = figures(&figure, &REAL);
        let rows = rows(&file);
        assert_eq!(rows.len(), expected, "{kind:?}");
        assert!(file.ends_with("\r\n") && rows.iter().all(|row| row["as_of"] == rows[0]["as_of"]), "{kind:?}");
    }
    let nothing = figure(ChartKind::Attacks, &heistogram::state::State::read("period=2040..").0.filter);
    assert_eq!(figures(&nothing, &REAL), "\u{feff}as_of\r\n");
}

/// A date has its year, and whole days beside it; text of a fixed width is compared as dates are.
#[test]
fn beside_every_date_are_whole_days() {
    let is_day = |cell: &str| cell.len() == 10 && Date::parse(cell).is_ok();
    let table = rows(&csv(&REAL, &all(&REAL)));
    for length in [4, 7, 10] {
        assert!(table.iter().any(|row| row["date"].len() == length), "a date of {length} characters");
    }
    let of_charts = ChartKind::ALL.map(|kind| rows(&figures(&figure(kind, &Filter::default()), &REAL)));
    for row in table.iter().chain(of_charts.iter().flatten()) {
        if let Some(date) = row.get("date").filter(|date| !date.is_empty()) {
            assert!(is_day(&row["start"]) && is_day(&row["end"]), "{row:?}");
            assert!(row["start"] <= row["end"] && row["start"].starts_with(date.as_str()), "{row:?}");
            assert!(row["end"].starts_with(date.as_str()) && row["year"] == date[..4], "{row:?}");
            assert_eq!(date.len() == 10, row["start"] == row["end"], "{row:?}");
        }
        if let Some(from) = row.get("period_from").filter(|from| !from.is_empty()) {
            assert!(is_day(&row["start"]) && row["start"].starts_with(from.as_str()), "{row:?}");
            assert!(is_day(&row["end"]) && row["end"].starts_with(&row["period_to"]), "{row:?}");
        }
        if let Some(month) = row.get("up_to").filter(|month| !month.is_empty()) {
            let last = PartialDate::parse(month).unwrap().end().to_string();
            assert_eq!(row["end"], last);
        }
        for (name, cell) in row.iter().filter(|(name, _)| ["disputed", "counted", "un2019_counts"].contains(&&***name))
        {
            // The chart of totals counts the disputed ones.
            assert!(["", "TRUE", "FALSE"].contains(&&**cell) || cell.parse::<u32>().is_ok(), "{name}: {cell}");
        }
    }
}

#[test]
fn numbers_stay_numbers() {
    for row in rows(&csv(&REAL, &all(&REAL))) {
        for (name, cell) in row.iter().filter(|(name, _)| name.contains("usd")) {
            assert!(cell.is_empty() || cell.parse::<f64>().is_ok(), "{name}: {cell}");
        }
    }
}
