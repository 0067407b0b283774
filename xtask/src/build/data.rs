//! Validates the dataset and encodes it as two tapes: the core, which drawing needs, and the details, which load later.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result};
use heistogram::{
    data::{self, Dataset, Tape},
    export,
    locale::{self, Locale, territory},
};
use serde_json::Value;

use crate::dataset::{changes::Changes, texts::Translation};

/// A valid dataset in all the forms that the build needs.
#[derive(Debug)]
pub struct Data {
    /// The dataset as the package reads it.
    pub dataset: Dataset,
    /// The file unchanged.
    pub whole: String,
    /// Every incident as CSV, one per row.
    pub csv: String,
    /// The dataset in each language.
    pub translated: Vec<(Locale, Dataset)>,
    /// The tape of what cards need beyond the core, as JSON, with the names of countries in the files.
    pub details: String,
    /// The tape of the translations of its texts into each other language, as JSON.
    pub texts: Vec<(Locale, String)>,
}

/// Reads and validates a dataset; the error lists everything that is wrong.
pub fn dataset(path: &Path) -> Result<Dataset> {
    Ok(dataset_and_file(path)?.0)
}

fn dataset_and_file(path: &Path) -> Result<(Dataset, String)> {
    let file = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let dataset = parse(&file).with_context(|| format!("{} is not a valid dataset", path.display()))?;
    Ok((dataset, file))
}

/// Reads the dataset in the folder `www`, and translates it.
pub fn read(www: &Path, changes: &Changes) -> Result<Data> {
    let (dataset, whole) = dataset_and_file(&www.join("data/dataset.json"))?;
    let all: Vec<usize> = (0..dataset.incidents.len()).collect();
    let csv = export::csv(&dataset, &all, territory::names(locale::ALL[0]));
    let on_cards = on_cards(&whole)?;
    let (mut all, mut texts) = (Vec::new(), Vec::new());
    for locale in locale::ALL.iter().copied() {
        let translation = Translation::read(www, locale)?;
        let translated = |mut dataset: Dataset| {
            translation.apply(&mut dataset, changes);
            dataset
        };
        all.push((locale, translated(dataset.clone())));
        if let (true, Some(details)) = (locale != locale::ALL[0], translated(on_cards.clone()).details) {
            texts.push((locale, json(&details.texts_tape())));
        }
    }
    let [_, details] = on_cards.into_tapes();
    let details = with_countries(&details, &dataset, locale::ALL[0]);
    Ok(Data { translated: all, dataset, whole, csv, details, texts })
}

/// The dataset without what no card shows: events, world totals, and works that neither incidents nor estimates cite.
fn on_cards(whole: &str) -> Result<Dataset> {
    let mut file: Value = serde_json::from_str(whole)?;
    for name in ["events", "claims"] {
        file[name] = Value::Null;
    }
    for estimate in file["estimates"].as_array_mut().into_iter().flatten() {
        estimate["world"] = Value::Null;
    }
    let mut cited = BTreeSet::new();
    cite(&file["incidents"], &mut cited);
    cite(&file["estimates"], &mut cited);
    if let Some(sources) = file["sources"].as_array_mut() {
        sources.retain(|source| source["id"].as_str().is_some_and(|id| cited.contains(id)));
    }
    parse(&file.to_string())
}

/// Adds the ids of all works cited in a value, at any depth.
fn cite(value: &Value, cited: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| cite(item, cited)),
        Value::Object(fields) => {
            cited.extend(fields.get("source").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| cite(value, cited));
        }
        _ => {}
    }
}

/// The core tape, as JSON, with names of countries.
pub fn core(dataset: &Dataset, locale: Locale) -> String {
    let [core, _] = dataset.clone().into_tapes();
    with_countries(&core, dataset, locale)
}

/// A tape as JSON, with the names of the `countries` that occur in a dataset.
fn with_countries(tape: &Tape, dataset: &Dataset, locale: Locale) -> String {
    let occur = dataset.incidents.iter().filter_map(|incident| incident.country).chain(dataset.press_countries.clone());
    let names = territory::names_of(&occur.collect::<Vec<_>>(), locale);
    let json = json(tape);
    format!("{},\"countries\":{}}}", json.trim_end_matches('}'), Value::from(names))
}

/// Reads a dataset from JSON.
pub fn parse(json: &str) -> Result<Dataset> {
    let value: data::Value = serde_json::from_str(json)?;
    Dataset::from_value(&value).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(|error| format!("\n  {error}")).collect();
        anyhow::anyhow!("{} errors:{}", lines.len(), lines.concat())
    })
}

/// `{"numbers":[…],"text":"…"}`, whole numbers without a point.
fn json(tape: &Tape) -> String {
    let numbers: Vec<String> = tape.numbers.iter().map(f64::to_string).collect();
    format!("{{\"numbers\":[{}],\"text\":{}}}", numbers.join(","), Value::from(tape.text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Data {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        read(&root.join("www"), &Changes::read(&root).unwrap()).unwrap()
    }

    #[test]
    fn a_tape_is_short_json() {
        let tape = Tape { numbers: vec![1.0, -1.0, 0.25, 1e15], text: "\"é\n".into() };
        assert_eq!(json(&tape), r#"{"numbers":[1,-1,0.25,1000000000000000],"text":"\"é\n"}"#);
    }

    #[test]
    fn our_dataset_is_read_back_from_its_parts() {
        let data = shipped();
        let [core_tape, _] = data.dataset.clone().into_tapes();
        let [_, details_tape] = on_cards(&data.whole).unwrap().into_tapes();
        let parts = [(core(&data.dataset, locale::ALL[0]), core_tape), (data.details, details_tape)];
        for (json, tape) in parts {
            let part: Value = serde_json::from_str(&json).unwrap();
            let numbers: Vec<f64> = part["numbers"].as_array().unwrap().iter().flat_map(Value::as_f64).collect();
            assert_eq!((numbers, part["text"].as_str()), (tape.numbers, Some(tape.text.as_str())));
        }
    }

    #[test]
    fn cards_lack_nothing_that_they_show() {
        let data = shipped();
        let (all, shown) = (data.dataset.details.unwrap(), on_cards(&data.whole).unwrap().details.unwrap());
        assert!(shown.events.is_empty() && shown.sources.len() < all.sources.len());
        for (ours, theirs) in all.incidents.iter().zip(&shown.incidents) {
            let works: Vec<_> = ours.cited().map(|index| &all.sources[index]).collect();
            assert_eq!(works, theirs.cited().map(|index| &shown.sources[index]).collect::<Vec<_>>());
            assert_eq!((&ours.text, ours.recovered.len()), (&theirs.text, theirs.recovered.len()));
        }
        for (ours, theirs) in all.estimates.iter().zip(&shown.estimates) {
            assert_eq!(all.sources[ours.source], shown.sources[theirs.source]);
        }
    }

    #[test]
    fn every_mistake_is_listed() {
        let error = format!("{:#}", parse(r#"{ "schema": 1, "title": "", "as_of": "2026-13-01" }"#).unwrap_err());
        assert!(error.contains(" errors:\n  ") && error.contains("as_of") && error.contains("incidents"), "{error}");
    }
}
