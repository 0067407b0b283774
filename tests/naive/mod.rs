//! The naive calculation from the dataset's JSON, without the code under test.
#![allow(dead_code)]

use heistogram::aggregate::Filter;
use heistogram::state::State;
use proptest::prelude::*;
use serde_json::Value;

pub struct Incident {
    pub id: String,
    date: String,
    pub country: Option<String>,
    pub group: String,
    pub evidence: String,
    pub usd: Option<[f64; 3]>,
    pub method: Option<String>,
    /// Recovered parts: kind and US dollars.
    pub recovered: Vec<(String, f64)>,
    /// Day of the first official attribution and its author, and the days from the theft to it if both are exact.
    pub attributed: Option<(String, String, Option<i64>)>,
    pub counted: bool,
    pub in_set: bool,
    /// Whether the report has a row for it, and the amount printed there.
    pub row: Option<Option<f64>>,
    /// The month with the middle of its date.
    pub month: (i32, u32),
}

#[derive(Clone, Debug)]
pub struct Choice {
    pub from: Option<(i32, u32)>,
    pub to: Option<(i32, u32)>,
    pub evidence: Vec<&'static str>,
    pub groups: Vec<&'static str>,
    pub countries: Vec<&'static str>,
    pub set: bool,
}

#[derive(Debug, Default)]
pub struct Sums {
    pub attacks: u32,
    pub official: u32,
    pub known: u32,
    pub unknown: u32,
    pub nothing: u32,
    pub low: f64,
    pub best: f64,
    pub high: f64,
}

pub fn incidents() -> Vec<Incident> {
    let json: Value = serde_json::from_str(include_str!("../../www/data/dataset.json")).unwrap();
    let control: Value = serde_json::from_str(include_str!("../control.json")).unwrap();
    json["incidents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let text = |name: &str| one[name].as_str().map(str::to_owned);
            let usd = &one["stolen_usd"];
            Incident {
                id: text("id").unwrap(),
                date: text("date").unwrap(),
                country: text("country"),
                group: control["groups"][one["sector"].as_str().unwrap()].as_str().unwrap().into(),
                evidence: text("evidence").unwrap(),
                usd: usd.is_object().then(|| ["low", "best", "high"].map(|end| usd[end].as_f64().unwrap())),
                method: text("method"),
                recovered: one["recovered"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|part| (part["kind"].as_str().unwrap().into(), part["usd"].as_f64().unwrap()))
                    .collect(),
                attributed: one["attributed_on"].as_object().map(|first| {
                    let (on, date) = (first["date"].as_str().unwrap(), one["date"].as_str().unwrap());
                    // A day has ten characters, and both ends of its middle are its own.
                    let days =
                        (on.len() == 10 && date.len() == 10).then(|| (twice_middle(on) - twice_middle(date)) / 2);
                    (on.into(), first["by"].as_str().unwrap().into(), days)
                }),
                counted: one["counted"].as_bool().unwrap(),
                in_set: one["un2019"]["counts"] == true,
                month: middle_month(twice_middle(one["date"].as_str().unwrap())),
                row: one["un2019"].is_object().then(|| one["un2019"]["usd"].as_f64()),
            }
        })
        .collect()
}

impl Incident {
    pub fn year(&self) -> i32 {
        self.date[..4].parse().unwrap()
    }

    pub fn is_official(&self) -> bool {
        self.evidence == "government" || self.evidence == "un-panel"
    }
}

fn middle_month(twice_middle: i64) -> (i32, u32) {
    let months = (1990..2100).flat_map(|year| (1..=12).map(move |month| (year, month)));
    months.into_iter().find(|(year, month)| twice_middle < 2 * next_month(*year, *month)).unwrap()
}

/// Twice the day number of the middle of its date, so that it is whole.
fn twice_middle(date: &str) -> i64 {
    let parts: Vec<u32> = date.split('-').map(|part| part.parse().unwrap()).collect();
    let (start, end) = match parts[..] {
        [year] => (day_number(year.cast_signed(), 1, 1), day_number(year.cast_signed() + 1, 1, 1)),
        [year, month] => (day_number(year.cast_signed(), month, 1), next_month(year.cast_signed(), month)),
        [year, month, day] => {
            let number = day_number(year.cast_signed(), month, day);
            (number, number + 1)
        }
        _ => unreachable!(),
    };
    start + end
}

/// Days since a fixed day in the past, counted one year and month at a time.
fn day_number(year: i32, month: u32, day: u32) -> i64 {
    let leap = |year: i32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let mut days = i64::from(day);
    for earlier in 1900..year {
        days += if leap(earlier) { 366 } else { 365 };
    }
    for earlier in 1..month {
        days += match earlier {
            2 if leap(year) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
    }
    days
}

fn next_month(year: i32, month: u32) -> i64 {
    if month == 12 { day_number(year + 1, 1, 1) } else { day_number(year, month + 1, 1) }
}

impl Choice {
    pub fn holds(&self, one: &Incident) -> bool {
        let middle = twice_middle(&one.date);
        self.from.is_none_or(|(year, month)| middle >= 2 * day_number(year, month, 1))
            && self.to.is_none_or(|(year, month)| middle < 2 * next_month(year, month))
            && (self.evidence.is_empty() || self.evidence.contains(&one.evidence.as_str()))
            && (self.groups.is_empty() || self.groups.contains(&one.group.as_str()))
            && (self.countries.is_empty() || self.countries.contains(&one.country.as_deref().unwrap_or("none")))
            && (!self.set || one.in_set)
    }

    /// The state in the grammar of links.
    pub fn query(&self) -> String {
        let month = |end: Option<(i32, u32)>| end.map_or(String::new(), |(year, month)| format!("{year}-{month:02}"));
        let mut pairs = Vec::new();
        if self.from.is_some() || self.to.is_some() {
            pairs.push(format!("period={}..{}", month(self.from), month(self.to)));
        }
        for (key, list) in [("evidence", &self.evidence), ("group", &self.groups), ("country", &self.countries)] {
            if !list.is_empty() {
                pairs.push(format!("{key}={}", list.join(",")));
            }
        }
        if self.set {
            pairs.push("set=un-2019".into());
        }
        pairs.join("&")
    }
}

impl Sums {
    pub fn of(incidents: &[&Incident]) -> Sums {
        let mut sums = Sums { attacks: incidents.len() as u32, ..Sums::default() };
        for one in incidents {
            sums.official += u32::from(one.is_official());
            match one.usd {
                None => sums.unknown += 1,
                Some([low, best, high]) => {
                    sums.known += 1;
                    sums.nothing += u32::from(high == 0.0);
                    sums.low += low;
                    sums.best += best;
                    sums.high += high;
                }
            }
        }
        sums
    }
}

/// `$1,234,567`
pub fn full(amount: f64) -> String {
    let mut rest = format!("{amount:.0}");
    let mut groups = Vec::new();
    while rest.len() > 3 {
        groups.push(rest.split_off(rest.len() - 3));
    }
    groups.push(rest);
    groups.reverse();
    format!("${}", groups.join(","))
}

/// `$1.23m`, `$12.3m`, `$123m`
pub fn brief(amount: f64) -> String {
    let Some((unit, word)) = unit(amount) else { return full(amount) };
    let number = amount / unit;
    let (digits, power) = match number {
        99.95.. => (0, 1.0),
        9.995.. => (1, 10.0),
        _ => (2, 100.0),
    };
    let text = format!("{:.digits$}", (number * power).round() / power);
    let text = if digits > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("${text}{word}")
}

fn unit(amount: f64) -> Option<(f64, &'static str)> {
    match amount {
        999_500_000.0.. => Some((1e9, "bn")),
        999_500.0.. => Some((1e6, "m")),
        _ => None,
    }
}

/// `$1.2m`
pub fn short(amount: f64) -> String {
    let Some((unit, word)) = unit(amount) else { return full(amount) };
    let tenths = (amount / unit * 10.0).round() / 10.0;
    if tenths >= 10.0 || tenths.fract() == 0.0 {
        format!("${}{word}", (amount / unit).round())
    } else {
        format!("${tenths:.1}{word}")
    }
}

/// Any selection a reader can make.
pub fn choices() -> impl Strategy<Value = Choice> {
    let month = (2015..=2026_i32, 1..=12_u32);
    let period = prop::option::of((prop::option::of(month.clone()), prop::option::of(month)));
    let some = |of: &'static [&'static str]| prop::sample::subsequence(of, 0..=of.len());
    const PLACES: &[&str] = &["KR", "US", "JP", "IN", "SG", "KY", "VG", "none", "GT"];
    (
        period,
        prop::option::weighted(0.6, some(&["government", "un-panel", "firm", "single-source"])),
        prop::option::weighted(0.5, some(&["banks", "exchanges", "defi", "companies", "individuals"])),
        prop::option::weighted(0.3, prop::sample::subsequence(PLACES, 1..=3)),
        prop::bool::weighted(0.15),
    )
        .prop_map(|(period, evidence, groups, countries, set)| {
            let (mut from, mut to) = period.unwrap_or_default();
            if matches!((from, to), (Some(from), Some(to)) if from > to) {
                std::mem::swap(&mut from, &mut to);
            }
            Choice {
                from,
                to,
                evidence: evidence.unwrap_or_default(),
                groups: groups.unwrap_or_default(),
                countries: countries.unwrap_or_default(),
                set,
            }
        })
}

/// The selection, parsed by the code under test.
pub fn filter(choice: &Choice) -> Filter {
    let query = choice.query();
    let (state, bad) = State::read(&query);
    assert!(bad.is_empty(), "{query}: {bad:?}");
    state.filter
}
