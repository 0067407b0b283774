//! Files generated from the table of the format and the columns of the CSV: the published schema, and tables in
//! documents.

use std::fs;

use anyhow::{Context, Result, bail};
use heistogram::{
    data::{Value, schema},
    export::{CsvColumn, columns},
};

use super::json::{dollars, pretty};
use crate::project::Project;

const SCHEMA: &str = "www/schema/dataset.schema.json";

const DOCUMENT: &str = "docs/own-data.md";

/// Name and generator of a table.
type Table = (&'static str, fn() -> String);

/// Tables in the document, each between `<!-- NAME -->` and `<!-- end of NAME -->`.
const TABLES: [Table; 2] = [("fields of an incident", fields_of_incident), ("columns of the CSV", columns_of_csv)];

/// Compares the files with the generated ones, or writes them.
pub fn run(project: &Project, write: bool) -> Result<()> {
    let read = |path: &str| fs::read_to_string(project.root.join(path)).with_context(|| format!("cannot read {path}"));
    let mut changed = Vec::new();
    for (path, text) in files(&read)? {
        if read(path).is_ok_and(|before| before == text) {
            continue;
        }
        if write {
            fs::write(project.root.join(path), text).with_context(|| format!("cannot write {path}"))?;
            println!("{path} written");
        }
        changed.push(path);
    }
    if !write && !changed.is_empty() {
        bail!("{} differs from the format. Write it anew: cargo xtask dataset format --write", changed.join(", "));
    }
    Ok(())
}

/// The expected content of every file.
fn files(read: &dyn Fn(&str) -> Result<String>) -> Result<Vec<(&'static str, String)>> {
    let mut text = read(DOCUMENT)?;
    for (name, rows) in TABLES {
        let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
        let between = text.split_once(&start).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
        let (before, after) = between.with_context(|| format!("{DOCUMENT} has no place for the {name}"))?;
        text = format!("{before}{start}\n{}\n{end}{after}", rows());
    }
    Ok(vec![(SCHEMA, pretty(&tree(&schema::schema())?)? + "\n"), (DOCUMENT, text)])
}

fn fields_of_incident() -> String {
    let mut table = String::from("| of an incident | means | is | |\n|---|---|---|---|\n");
    for field in schema::fields_of_incident() {
        let names: Vec<String> = field.names.iter().map(|name| format!("`{name}`")).collect();
        let names = names.join(", ");
        let is = match (field.expected, &*names) {
            ("", names) => names.to_owned(),
            (expected, "") => expected.to_owned(),
            (expected, names) if expected.starts_with("an object with") => {
                format!("an object: {names}{}", if expected.ends_with("or null") { "; or null" } else { "" })
            }
            (expected, names) => format!("{expected}: {names}"),
        };
        let need = if field.optional { "| |" } else { "| required |" };
        table += &format!("| `{}` | {} | {is} {need}\n", field.name, field.meaning);
    }
    table
}

fn columns_of_csv() -> String {
    let mut table = String::from("| column | holds |\n|---|---|\n");
    for CsvColumn { names, holds, .. } in columns() {
        let names: Vec<String> = names.iter().map(|(name, _)| format!("`{name}`")).collect();
        table += &format!("| {} | {holds} |\n", names.join(", "));
    }
    table
}

/// The same tree for `serde_json`: the core has no serializer.
fn tree(value: &Value) -> Result<serde_json::Value> {
    Ok(match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(flag) => (*flag).into(),
        Value::Number(number) => dollars(*number)?.into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(tree).collect::<Result<_>>()?,
        Value::Object(fields) => {
            let field = |(name, value): &(String, Value)| anyhow::Ok((name.clone(), tree(value)?));
            serde_json::Value::Object(fields.iter().map(field).collect::<Result<_>>()?)
        }
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_files_are_what_the_format_makes_of_them() {
        let read = |path: &str| Ok(fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path))?);
        for (path, text) in files(&read).unwrap() {
            assert!(read(path).unwrap() == text, "{path}: cargo xtask dataset format --write");
        }
    }

    #[test]
    fn every_reference_of_the_schema_leads_to_a_definition() {
        let schema = tree(&schema::schema()).unwrap();
        let text = schema.to_string();
        let references: Vec<&str> =
            text.split("\"#/$defs/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(references.len() > 80, "{references:?}");
        for name in references {
            assert!(schema["$defs"][name].is_object(), "{name}");
        }
    }
}
