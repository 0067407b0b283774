//! Downloads: the incidents behind a chart as CSV and JSON, and its figures as CSV.
//!
//! The output does not depend on browser, clock, place or language: the same selection gives the same bytes. It has
//! plain numbers, dates of ISO 8601 as precise as they are known, ids and codes. Tables have whole days beside a date.

#[cfg(not(target_arch = "wasm32"))]
mod columns;
mod csv;
mod figures;
mod json;

#[cfg(not(target_arch = "wasm32"))]
pub use columns::{CellKind, CsvColumn, columns};
pub use csv::csv;
pub use figures::figures;
pub use json::json;

use crate::aggregate::Key;
use crate::chart::Figure;
use crate::data::{Dataset, Date, Incident, PartialDate, Source, digits};

/// The incidents behind the marks of a chart, as ascending indices into [`Dataset::incidents`], each once.
pub fn incidents_of(figure: &Figure, dataset: &Dataset) -> Vec<usize> {
    let mut behind = vec![false; dataset.incidents.len()];
    let each = figure.data().map(|(_, datum)| datum.key);
    let each = each.chain(figure.series[0].crowd.iter().map(|index| Key::Incident(*index as usize)));
    let mut groups = false;
    for key in each {
        match key {
            Key::Incident(index) | Key::UnRow(index) | Key::Attributed(index) => behind[index] = true,
            Key::Estimate(_) | Key::Share(_) => {}
            _ => groups = true,
        }
    }
    // Every incident that counts is in one of the groups.
    if groups {
        for (behind, incident) in behind.iter_mut().zip(&dataset.incidents) {
            *behind = incident.counted && figure.filter.accepts(incident);
        }
    }
    (0..behind.len()).filter(|index| behind[*index]).collect()
}

/// The id of an incident, or its number if it has none.
fn id(incident: &Incident) -> String {
    match incident.id() {
        "" if incident.number > 0 => digits(incident.number.into(), 1),
        id => id.into(),
    }
}

/// The id of the source at an index; empty if there is none.
fn id_at(sources: &[Source], index: usize) -> &str {
    sources.get(index).map_or("", |source| &source.id)
}

/// US dollars without separators, with two decimals only if there are cents. The standard library's formatting of floats
/// is avoided everywhere: it takes 6.1 kB, see `vendor/plotters-canvas/README.md`.
fn dollars(amount: f64) -> String {
    let mut whole = amount.trunc() as u64;
    let mut cents = ((amount - amount.trunc()) * 100.0).round() as u64;
    if cents == 100 {
        (whole, cents) = (whole + 1, 0);
    }
    let whole = digits(whole, 1);
    if cents == 0 { whole } else { [whole.as_str(), ".", &digits(cents, 2)].concat() }
}

/// A date as cells with their heads: as precise as it is known, then its year and its first and last day.
///
/// Programs that read a column of dates take one precision only: pandas loses those of any other, R stops.
fn dates(date: PartialDate) -> [(&'static str, String); 4] {
    let year = digits(date.year() as u64, 4);
    [("date", date.iso()), ("year", year), ("start", day(date.start())), ("end", day(date.end()))]
}

fn day(day: Date) -> String {
    PartialDate::from(day).iso()
}

/// A logical value as pandas, R and spreadsheets read it without help: R takes no `true`.
fn flag(flag: bool) -> &'static str {
    if flag { "TRUE" } else { "FALSE" }
}

/// Whether a character could disturb a file: control characters, marks of direction, and line breaks that only some
/// programs recognize.
fn disturbs(sign: char) -> bool {
    matches!(sign, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || sign.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_are_plain_numbers() {
        let cases = [
            (0.0, "0"),
            (1_500_000_000.0, "1500000000"),
            (0.05, "0.05"),
            (12.5, "12.50"),
            (2.999, "3"),
            (999_999_999_999_999.0, "999999999999999"),
            (1e15, "1000000000000000"),
        ];
        for (amount, text) in cases {
            assert_eq!(dollars(amount), text);
        }
    }
}
