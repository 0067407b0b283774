//! The columns of the CSV, in words: a table in a document is written from here.

use crate::data::schema;

/// Columns that belong together.
pub struct CsvColumn {
    /// Their heads, in order.
    pub names: &'static [&'static str],
    /// What they hold.
    pub holds: &'static str,
}

/// Every column in order. What is empty here is the field of an incident of that name, and is described as that is.
const COLUMNS: [(&[&str], &str); 21] = [
    (&["id"], ""),
    (&["date"], "`YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as precise as it is known."),
    (&["victim"], ""),
    (&["country", "country_name"], "ISO 3166-1 alpha-2 code, and its name in English: programs take `NA` for nothing."),
    (&["sector", "group"], "Line of business, and the group charts show it in."),
    (
        &["stolen_usd_low", "stolen_usd_best", "stolen_usd_high"],
        "US dollars of the day; empty is not known, 0 is nothing.",
    ),
    (&["attempted_usd"], ""),
    (&["recovered_usd"], ""),
    (&["recovered"], "What was found again, between semicolons: US dollars, kind, date and id of the source."),
    (&["asset"], ""),
    (&["method"], ""),
    (&["attribution"], "Who attributes it, between semicolons."),
    (&["actor"], "Names for the group behind it, between semicolons: each with who uses it and the id of the source."),
    (
        &["attributed_on", "attributed_by", "attributed_source_id"],
        "The earliest dated attribution by a government or a group of states.",
    ),
    (&["evidence"], ""),
    (&["disputed"], ""),
    (&["counted"], ""),
    (
        &["un2019_row", "un2019_kind", "un2019_usd", "un2019_counts"],
        "The row of the UN report S/2019/691; `false`: printed twice.",
    ),
    (&["text"], ""),
    (&["source_ids", "source_urls"], "Sources by id as in the JSON, and their addresses, between spaces."),
    (&["as_of"], "The day of this version: it holds what had been read by then."),
];

/// Every column in order.
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
