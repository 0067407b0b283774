//! The document on own data: its example is valid, and its mistakes give the errors that it quotes.

use super::{lines, parse, read, value};
use heistogram::data::{Dataset, Sheet};

const PAGE: &str = include_str!("../../docs/own-data.md");

/// The code blocks of the document in a language, in order.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    PAGE.split(&fence).skip(1).map(|block| block.split("```").next().unwrap()).collect()
}

#[test]
fn the_example_is_right() {
    let dataset = read(blocks("json")[0]);
    assert_eq!(dataset.incidents.len(), 2);
    assert!(blocks("json")[0].lines().count() <= 20);
}

#[test]
fn the_mistakes_are_those_quoted() {
    let errors = Dataset::from_value(&value(&parse(blocks("json")[1]))).unwrap_err();
    assert_eq!(blocks("text")[1].lines().collect::<Vec<_>>(), lines(&errors));
}

fn sheet(csv: &str) -> Result<Dataset, Vec<String>> {
    let sheet = Sheet { bytes: csv.as_bytes(), name: "my-thefts", url: "", as_of: "2026-06-30" };
    Dataset::from_sheet(&sheet).map_err(|errors| lines(&errors))
}

#[test]
fn the_sheet_is_right() {
    let csv = blocks("csv")[0];
    assert_eq!(csv.lines().count(), 10);
    let dataset = sheet(csv).unwrap();
    assert_eq!(dataset.incidents.len(), 9);
    assert_eq!(dataset.details.unwrap().sources.len(), 9, "eight links, and the file");
}

#[test]
fn the_mistakes_of_the_sheet_are_those_quoted() {
    assert_eq!(blocks("text")[0].lines().collect::<Vec<_>>(), sheet(blocks("csv")[1]).unwrap_err());
}
