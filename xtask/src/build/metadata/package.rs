//! `data/datapackage.json`, a description of the files beside it that programs read: <https://specs.frictionlessdata.io>.

use anyhow::Result;
use heistogram::{
    data::Dataset,
    export::{CellKind, columns},
};
use serde_json::{Value, json};

use super::LICENCE;
use crate::{build::dist::Dist, npm::hash};

/// Name of the file. Paths in it may not leave its folder.
pub const NAME: &str = "data/datapackage.json";

/// Describes the files of `data/`, which must be in `dist` already.
pub fn add(dataset: &Dataset, base_url: &str, author: &str, dist: &mut Dist) -> Result<()> {
    let resource = |name: &str, title: &str, path: &str, format: &str, mediatype: &str| {
        let bytes = dist.get(&format!("data/{path}")).unwrap_or_default();
        json!({
            "name": name, "title": title, "path": path, "format": format, "mediatype": mediatype, "encoding": "utf-8",
            "bytes": bytes.len(), "hash": format!("sha256:{}", hash(bytes)),
        })
    };
    let mut table = resource("incidents", "Every incident, one a row", "incidents.csv", "csv", "text/csv");
    // Programs in R read only tables that have this profile.
    table["profile"] = "tabular-data-resource".into();
    table["schema"] = schema();
    let json = "application/json";
    let whole = resource("dataset", "Incidents, totals of others, claims, sources", "dataset.json", "json", json);
    let changes = resource("changes", "Every change of a figure, by version", "changes.json", "json", json);
    let mut package = json!({
        "profile": "data-package",
        "name": "heistogram",
        "title": dataset.title,
        "version": dataset.as_of.to_string(),
        "licenses": [{ "name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0" }],
        "contributors": [{ "title": author, "role": "author" }],
        "resources": [table, whole, changes],
    });
    if !base_url.is_empty() {
        package["homepage"] = base_url.into();
    }
    dist.add(NAME, serde_json::to_string_pretty(&package)? + "\n")
}

/// The columns of the CSV, from the table that the documents have too.
fn schema() -> Value {
    let mut fields = Vec::new();
    for column in columns() {
        for (at, (name, kind)) in column.names.iter().enumerate() {
            let kind = match kind {
                CellKind::Text => "string",
                CellKind::Year => "year",
                CellKind::Day => "date",
                CellKind::Number => "number",
                CellKind::Flag => "boolean",
            };
            let mut field = json!({ "name": name, "type": kind, "description": column.holds });
            if at == 0 && !column.one_of.is_empty() {
                field["constraints"] = json!({ "enum": column.one_of });
            }
            fields.push(field);
        }
    }
    // Empty alone: `NA` is Namibia.
    json!({ "fields": fields, "missingValues": [""], "primaryKey": "id" })
}
