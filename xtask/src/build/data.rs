//! The dataset: checked, and split into what drawing needs and what can come later.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use heistogram::data::{self, Dataset};
use serde_json::{Map, Value};

/// Fields of an incident that charts are drawn from.
const CORE_FIELDS: &[&str] =
    &["id", "date", "victim", "country", "sector", "stolen_usd", "evidence", "disputed", "counted", "un2019"];

/// Fields of the dataset that stand in the core part beside the incidents.
const CORE_HEAD: &[&str] = &["schema", "title", "as_of"];

/// A valid dataset in all the forms the build needs.
#[derive(Debug)]
pub struct Data {
    /// The dataset as the package reads it.
    pub dataset: Dataset,
    /// The file as it is.
    pub whole: String,
    /// What drawing needs, as JSON without spaces.
    pub core: String,
    /// Everything else, by id.
    pub details: String,
}

/// Reads and checks a dataset; the error lists everything that is wrong.
pub fn read(path: &Path) -> Result<Data> {
    let whole = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let dataset = parse(&whole).with_context(|| format!("{} is no valid dataset", path.display()))?;
    let (core, details) = split(serde_json::from_str(&whole)?)?;
    Ok(Data { dataset, whole, core: core.to_string(), details: details.to_string() })
}

/// Reads a dataset from JSON.
pub fn parse(json: &str) -> Result<Dataset> {
    let value: data::Value = serde_json::from_str(json)?;
    Dataset::from_value(&value).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(|error| format!("\n  {error}")).collect();
        anyhow::anyhow!("{} mistakes:{}", lines.len(), lines.concat())
    })
}

/// Core and details of a dataset. Together they hold every field of it.
fn split(dataset: Value) -> Result<(Value, Value)> {
    let Value::Object(dataset) = dataset else { bail!("a dataset is an object") };
    let (mut core, mut details) = (Map::new(), Map::new());
    for (key, value) in dataset {
        if key == "incidents" {
            let Value::Array(incidents) = value else { bail!("incidents is a list") };
            let parts = incidents.into_iter().map(split_incident).collect::<Result<Vec<_>>>()?;
            let (in_core, in_details): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
            core.insert(key.clone(), in_core.into());
            details.insert(key, in_details.into());
            continue;
        }
        if key == "schema" {
            details.insert(key.clone(), value.clone());
        }
        let part = if CORE_HEAD.contains(&key.as_str()) { &mut core } else { &mut details };
        part.insert(key, value);
    }
    Ok((core.into(), details.into()))
}

fn split_incident(incident: Value) -> Result<(Value, Value)> {
    let Value::Object(incident) = incident else { bail!("an incident is an object") };
    let (mut core, mut details) = (Map::new(), Map::new());
    for (key, value) in incident {
        if key == "id" {
            details.insert(key.clone(), value.clone());
        }
        let part = if CORE_FIELDS.contains(&key.as_str()) { &mut core } else { &mut details };
        part.insert(key, value);
    }
    Ok((core.into(), details.into()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_field_goes_to_one_part_and_the_id_to_both() {
        let (core, details) = split(json!({
            "schema": 1,
            "title": "T",
            "as_of": "2026-01-01",
            "incidents": [{ "id": "a", "date": "2020", "text": "x", "stolen_usd": { "low": 1, "best": 2, "high": 3.5 } }],
            "sources": [],
            "claims": [1],
        }))
        .unwrap();
        assert_eq!(
            core.to_string(),
            r#"{"schema":1,"title":"T","as_of":"2026-01-01","incidents":[{"id":"a","date":"2020","stolen_usd":{"low":1,"best":2,"high":3.5}}]}"#
        );
        assert_eq!(
            details.to_string(),
            r#"{"schema":1,"incidents":[{"id":"a","text":"x"}],"sources":[],"claims":[1]}"#
        );
    }

    #[test]
    fn the_parts_of_our_dataset_read_as_the_whole() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/data/dataset.json");
        let data = read(&path).unwrap();
        let mut dataset = Dataset::core_from_value(&serde_json::from_str(&data.core).unwrap()).unwrap();
        assert_eq!(dataset.details, None);
        dataset.add_details(&serde_json::from_str(&data.details).unwrap()).unwrap();
        assert_eq!(dataset, data.dataset);
    }

    #[test]
    fn every_mistake_is_listed() {
        let error = format!("{:#}", parse(r#"{ "schema": 1, "title": "", "as_of": "2026-13-01" }"#).unwrap_err());
        assert!(error.contains(" mistakes:\n  ") && error.contains("as_of") && error.contains("incidents"), "{error}");
    }

    #[test]
    fn what_is_no_dataset_is_refused() {
        assert!(split(json!([])).is_err());
        assert!(split(json!({ "incidents": {} })).is_err());
        assert!(split(json!({ "incidents": [1] })).is_err());
    }
}
