//! Descriptions of the columns of the CSV. `cargo xtask dataset format` writes a table in a document from them.

use crate::data::schema;

/// Columns that belong together.
pub struct CsvColumn {
    /// Their names, in order.
    pub names: &'static [&'static str],
    /// Their content.
    pub holds: &'static str,
}

/// All columns in order. A column without a description here has that of the field of an incident with its name.
const COLUMNS: [(&[&str], &str); 21] = [
    (&["id"], ""),
    (&["date"], "`YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as it is known."),
    (&["victim"], ""),
    (
        &["country", "country_name"],
        "ISO 3166-1 alpha-2 code, and the English name, because some programs read `NA` as missing.",
    ),
    (&["sector", "group"], "Line of business, and its group in the charts."),
    (
        &["stolen_usd_low", "stolen_usd_best", "stolen_usd_high"],
        "US dollars of the day of the theft; empty means not known, 0 means nothing.",
    ),
    (&["attempted_usd"], ""),
    (&["recovered_usd"], ""),
    (&["recovered"], "Recovered parts, separated by semicolons: US dollars, kind, date and id of the source."),
    (&["asset"], ""),
    (&["method"], ""),
    (&["attribution"], "Names of those who attribute the theft, separated by semicolons."),
    (
        &["actor"],
        "Names for the group behind the theft, separated by semicolons, each with its user and the id of the source.",
    ),
    (
        &["attributed_on", "attributed_by", "attributed_source_id"],
        "Earliest dated attribution by a government or a group of states.",
    ),
    (&["evidence"], ""),
    (&["disputed"], ""),
    (&["counted"], ""),
    (
        &["un2019_row", "un2019_kind", "un2019_usd", "un2019_counts"],
        "Row of the UN report S/2019/691; `un2019_counts` is `false` for a repeated theft.",
    ),
    (&["text"], ""),
    (&["source_ids", "source_urls"], "Ids of the sources, as in the JSON, and their links, separated by spaces."),
    (&["as_of"], "Date of this version. It covers all sources read by then."),
];

/// All columns in order.
pub fn columns() -> Vec<CsvColumn> {
    let fields = schema::fields_of_incident();
    let of_field = |name: &str| fields.iter().find(|field| field.name == name).map_or("", |field| field.meaning);
    let column = |(names, holds): (&'static [&'static str], &'static str)| CsvColumn {
        names,
        holds: if holds.is_empty() { of_field(names[0]) } else { holds },
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
        let names: Vec<&str> = columns().iter().flat_map(|column| column.names).copied().collect();
        assert_eq!(csv.trim_start_matches('\u{feff}').trim_end(), names.join(","));
        assert!(columns().iter().all(|column| !column.holds.is_empty()));
    }
}
