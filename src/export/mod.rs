//! What a reader takes away: the incidents behind a chart as CSV and JSON, how to cite it, and a name for the file.
//!
//! Nothing here depends on browser, clock or place: the same selection gives the same bytes everywhere. CSV and JSON are
//! the same in every language as well: plain numbers, dates of ISO 8601 as precise as they are known, ids and codes.

mod citation;
mod csv;
mod json;

pub use citation::{bibtex, citation};
pub use csv::csv;
pub use json::json;

use crate::chart::Figure;
use crate::data::{Country, Dataset, Date};
use crate::locale::join;

/// The incidents behind the marks of a chart, as indices into [`Dataset::incidents`], each once: what is drawn is what is
/// taken away.
pub fn incidents_of(figure: &Figure, dataset: &Dataset) -> Vec<usize> {
    let mut behind = vec![false; dataset.incidents.len()];
    for (_, datum) in figure.data() {
        for index in &datum.incidents {
            behind[*index] = true;
        }
    }
    (0..behind.len()).filter(|index| behind[*index]).collect()
}

/// Name of a file without its ending, in letters, digits, hyphens and underscores: `heistogram-CHART-SELECTION-AS_OF`.
pub fn file_stem(figure: &Figure, dataset: &Dataset) -> String {
    /// Long enough for any choice but one of dozens of countries; systems take 255 characters.
    const LONGEST_SELECTION: usize = 120;
    let filter = &figure.filter;
    let mut parts: Vec<String> = Vec::new();
    let measures = figure.kind.measures();
    if figure.measure != measures[0] {
        parts.push(figure.measure.id().into());
    }
    if filter.un2019 {
        parts.push("un-2019".into());
    }
    let ends = (filter.period.from, filter.period.to);
    if ends != (None, None) {
        let month = |end: Option<Date>| end.map_or(String::new(), |day| day.to_string()[..7].to_owned());
        parts.push([month(ends.0), month(ends.1)].join("_"));
    }
    parts.extend(filter.evidence.iter().map(|level| level.id().to_owned()));
    parts.extend(filter.groups.iter().map(|group| group.id().to_owned()));
    parts.extend(filter.countries.iter().map(|country| country.map_or("none", Country::code).to_owned()));
    let mut stem = join(&parts, "-");
    stem.truncate(LONGEST_SELECTION);
    let between = if stem.is_empty() { "" } else { "-" };
    ["heistogram-", figure.kind.id(), between, &stem, "-", &dataset.as_of.to_string()].concat()
}

/// US dollars without separators, to the cent where there are cents. Digit by digit: code that formats floats is a tenth
/// of what readers download.
fn dollars(amount: f64) -> String {
    let mut whole = amount.trunc() as u64;
    let mut cents = ((amount - amount.trunc()) * 100.0).round() as u64;
    if cents == 100 {
        (whole, cents) = (whole + 1, 0);
    }
    match cents {
        0 => whole.to_string(),
        1..10 => [&whole.to_string(), ".0", &cents.to_string()].concat(),
        _ => [&whole.to_string(), ".", &cents.to_string()].concat(),
    }
}

/// Marks that change the direction of the text around them, and line ends that only some programs take for such: what a
/// name could disturb a file with.
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
