//! Tooltip, table and downloads state the same value of every datum, in every language.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::HashMap;

use common::{figure, languages, real, told::told, views};
use heistogram::aggregate::Key;
use heistogram::data::Dataset;
use heistogram::describe::{table, tooltip};
use heistogram::export;
use heistogram::locale::{Locale, territory};

/// The whole numbers of a text in the form of a language: `$1,500,000`, `1.500.000`, `75억 105만 1000`.
fn numbers(text: &str, locale: Locale) -> Vec<u64> {
    let messages = locale.messages();
    let mut found: Vec<u64> = Vec::new();
    let mut rest = text;
    // Whether the next characters may belong to the last number.
    let mut goes_on = false;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        goes_on &= rest[..start].trim().is_empty();
        rest = &rest[start..];
        let mut digits = String::new();
        loop {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            digits += &rest[..end];
            rest = &rest[end..];
            match rest.strip_prefix(messages.thousands_separator) {
                Some(after) if after.starts_with(|c: char| c.is_ascii_digit()) => rest = after,
                _ => break,
            }
        }
        let unit = messages.large_units.iter().find(|(_, word)| rest.starts_with(word.trim()));
        let number = digits.parse::<u64>().unwrap() * unit.map_or(1, |(unit, _)| *unit);
        match found.last_mut() {
            Some(last) if goes_on => *last += number,
            _ => found.push(number),
        }
        goes_on = unit.is_some();
        rest = unit.map_or(rest, |(_, word)| &rest[word.trim().len()..]);
    }
    found
}

#[test]
fn numbers_are_read_as_they_are_written() {
    for locale in languages() {
        for amount in [0_u64, 7, 12_345, 81_000_000, 999_600_000, 7_501_051_000] {
            let text = ["(", &locale.usd(amount as f64), "); 3 ", &locale.usd(5.0)].concat();
            assert_eq!(numbers(&text, locale), [amount, 3, 5], "{text}");
        }
    }
}

/// The columns of the CSV file of everything, by id of the incident.
fn plain(dataset: &Dataset) -> HashMap<String, HashMap<String, String>> {
    let all: Vec<usize> = (0..dataset.incidents.len()).collect();
    let file = export::csv(dataset, &all, territory::names(Locale::En));
    let text = file.strip_prefix('\u{feff}').unwrap();
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize::<HashMap<String, String>>();
    rows.map(|row| row.unwrap()).map(|row| (row["id"].clone(), row)).collect()
}

/// Sum of a column over incidents; `None` where none has a number.
fn sum<'a>(rows: impl Iterator<Item = &'a HashMap<String, String>>, column: &str) -> Option<u64> {
    rows.filter_map(|row| row[column].parse::<f64>().ok()).reduce(|a, b| a + b).map(|usd| usd.round() as u64)
}

/// Sum of the recovered parts of a kind over incidents: `15250000 returned 2016-11 SOURCE; …`.
fn recovered<'a>(rows: impl Iterator<Item = &'a HashMap<String, String>>, kind: &str) -> u64 {
    let parts = rows.flat_map(|row| row["recovered"].split("; "));
    let of_kind = parts.filter_map(|part| part.split_once(' ').filter(|(_, rest)| rest.starts_with(kind)));
    of_kind.map(|(usd, _)| usd.parse::<f64>().unwrap()).sum::<f64>().round() as u64
}

#[test]
fn tooltip_table_and_file_state_the_same() {
    let dataset = real();
    let plain = plain(&dataset);
    let mut checked = 0;
    for (kind, measure) in views() {
        let figure = figure(kind, measure, &dataset);
        for locale in languages() {
            let told = told(dataset.clone(), locale);
            let table = table(&figure, &told, locale);
            let mut behind: Vec<usize> = Vec::new();
            for (number, datum) in figure.data() {
                let tip = tooltip(&figure, number, &told, locale);
                let tip = [&[tip.title], &tip.lines[..]].concat().join("\n");
                let said = numbers(&tip, locale);
                // A tooltip rounds amounts, which are larger than any count.
                let is_said = |n: u64| match n {
                    0..=10_000 => said.contains(&n),
                    _ => tip.contains(&locale.usd_brief(n as f64)),
                };
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                let cells: Vec<_> = cells.filter(|cell| cell.datum == Some(number)).collect();
                let what = || format!("{kind:?} {} {number:?}\n{tip}\n{cells:?}", locale.tag());
                assert!(!cells.is_empty(), "{}", what());

                let own = figure.incidents(datum.key, &dataset);
                behind.extend(&own);
                // A running total states the sum so far. A published number has no incidents behind it.
                let chosen = match datum.key {
                    Key::Estimate(_) | Key::Share(_) => continue,
                    Key::UpTo(..) => &behind,
                    _ => &own,
                };
                let rows = || chosen.iter().map(|index| &plain[dataset.incidents[*index].id()]);
                let expected: Vec<Option<u64>> = match datum.key {
                    Key::UnRow(_) => vec![sum(rows(), "un2019_usd")],
                    Key::YearGroup(..) => vec![Some(rows().count() as u64)],
                    Key::YearEvidence(..) => vec![sum(rows(), "stolen_usd_best")],
                    // `tests/filters.rs` compares the days.
                    Key::Attributed(_) => Vec::new(),
                    Key::Recovered(kind) => vec![Some(recovered(rows(), kind.id()))],
                    _ => ["best", "low", "high"].map(|part| sum(rows(), &format!("stolen_usd_{part}"))).into(),
                };
                for expected in expected.into_iter().flatten() {
                    // An attempt that took nothing is stated in words.
                    assert!(expected == 0 || is_said(expected), "{expected}: {}", what());
                    let stated = |text: &str| numbers(text, locale).first() == Some(&expected);
                    assert!(cells.iter().any(|cell| stated(&cell.text)), "{expected}: {}", what());
                    checked += 1;
                }
                // Every amount of the table is in the tooltip too.
                for amount in cells.iter().flat_map(|cell| numbers(&cell.text, locale)).filter(|n| *n > 10_000) {
                    assert!(is_said(amount), "{amount}: {}", what());
                }
            }
        }
    }
    assert!(checked > 3_500, "{checked}");
}
