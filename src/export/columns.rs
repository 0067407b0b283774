//! Descriptions of the columns of the CSV. `cargo xtask dataset format` writes a table in a document from them, and the
//! build a data package.

use crate::data::schema;
use CellKind::{Day, Flag, Number, Text, Year};

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// Text, an id, a code, or a date as precise as it is known.
    Text,
    /// A year.
    Year,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A number.
    Number,
    /// `TRUE` or `FALSE`.
    Flag,
}

/// Columns that belong together.
pub struct CsvColumn {
    /// Their names, in order, with what their cells are.
    pub names: &'static [(&'static str, CellKind)],
    /// Their content.
    pub holds: &'static str,
    /// The only values that the first of them may have; empty if there is no such list.
    pub one_of: Vec<&'static str>,
}

/// All columns in order. A column without a description here has that of the field of an incident with its name.
const COLUMNS: [(&[(&str, CellKind)], &str); 22] = [
    (&[("id", Text)], ""),
    (&[("date", Text)], "`YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as it is known."),
    (
        &[("year", Year), ("start", Day), ("end", Day)],
        "Year of the date, and its first and last day: whole days for programs.",
    ),
    (&[("victim", Text)], ""),
    (
        &[("country", Text), ("country_name", Text)],
        "ISO 3166-1 alpha-2 code, and the English name, because some programs read `NA` as missing.",
    ),
    (&[("sector", Text), ("group", Text)], "Line of business, and its group in the charts."),
    (
        &[("stolen_usd_low", Number), ("stolen_usd_best", Number), ("stolen_usd_high", Number)],
        "US dollars of the day of the theft; empty means not known, 0 means nothing.",
    ),
    (&[("attempted_usd", Number)], ""),
    (&[("recovered_usd", Number)], ""),
    (&[("recovered", Text)], "Recovered parts, separated by semicolons: US dollars, kind, date and id of the source."),
    (&[("asset", Text)], ""),
    (&[("method", Text)], ""),
    (&[("attribution", Text)], "Names of those who attribute the theft, separated by semicolons."),
    (
        &[("actor", Text)],
        "Names for the group behind the theft, separated by semicolons, each with its user and the id of the source.",
    ),
    (
        &[("attributed_on", Text), ("attributed_by", Text), ("attributed_source_id", Text)],
        "Earliest dated attribution by a government or a group of states.",
    ),
    (&[("evidence", Text)], ""),
    (&[("disputed", Flag)], ""),
    (&[("counted", Flag)], "`FALSE`: shown with its reason, but in no count or sum."),
    (
        &[("un2019_row", Text), ("un2019_kind", Text), ("un2019_usd", Number), ("un2019_counts", Flag)],
        "Row of the UN report S/2019/691; `un2019_counts` is `FALSE` for a repeated theft.",
    ),
    (&[("text", Text)], ""),
    (
        &[("source_ids", Text), ("source_urls", Text)],
        "Ids of the sources, as in the JSON, and their links, separated by spaces.",
    ),
    (&[("as_of", Day)], "Date of this version. It covers all sources read by then."),
];

/// All columns in order.
pub fn columns() -> Vec<CsvColumn> {
    let fields = schema::fields_of_incident();
    let of_field = |name: &str| fields.iter().find(|field| field.name == name);
    let column = |(names, holds): (&'static [(&'static str, CellKind)], &'static str)| {
        let field = of_field(names[0].0);
        let meaning = field.map_or("", |field| field.meaning);
        let one_of = field.filter(|field| field.expected.is_empty());
        CsvColumn {
            names,
            holds: if holds.is_empty() { meaning } else { holds },
            one_of: one_of.map_or(Vec::new(), |field| field.names.clone()),
        }
    };
    COLUMNS.into_iter().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::columns;
    use crate::data::{Dataset, Value};

    #[test]
    #[allow(clippy::unwrap_used)]
    fn the_columns_described_are_those_written() {
        let value: Value = serde_json::from_str(include_str!("../../tests/fixtures/fixture.json")).unwrap();
        let dataset = Dataset::from_value(&value).unwrap();
        let csv = crate::export::csv(&dataset, &[], "");
        let columns = columns();
        let names: Vec<&str> = columns.iter().flat_map(|column| column.names).map(|(name, _)| *name).collect();
        assert_eq!(csv.trim_start_matches('\u{feff}').trim_end(), names.join(","));
        assert!(columns.iter().all(|column| !column.holds.is_empty()));
        let listed = |name: &str| columns.iter().find(|column| column.names[0].0 == name).unwrap().one_of.len();
        assert_eq!([listed("sector"), listed("evidence"), listed("victim"), listed("disputed")], [10, 4, 0, 0]);
    }
}
