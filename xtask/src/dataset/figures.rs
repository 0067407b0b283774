//! The figures of a dataset: what a count, a sum or the place of a mark rests on. Names, texts and sources are none.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use heistogram::data::{Claim, Country, Dataset, Estimate, Incident, IncidentDetails, UnRow, UsdRange};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value, json};

use super::json::dollars;
use crate::npm::hash;

/// The figures of one incident, estimate or claim, by the fields of the dataset. What is not known is left out, so that
/// a field nobody uses changes no digest.
pub type Fields = Map<String, Value>;

/// All of them, by list and name: `incidents/bybit-2025-02`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures(BTreeMap<String, Fields>);

/// What counts, added up.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sums {
    /// How many incidents.
    pub incidents: usize,
    /// The lowest estimates.
    pub low: Number,
    /// The best estimates.
    pub best: Number,
    /// The highest estimates.
    pub high: Number,
}

/// What differs between two states of the data: figures as they were and as they are, nothing where there was nothing.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Whose figures: a list of the dataset and a name in it.
    pub what: String,
    /// Those that were different; all of what has gone.
    pub old: Option<Fields>,
    /// The same fields as they are; all of what is new.
    pub new: Option<Fields>,
    /// The reason, for readers.
    pub why: String,
    /// A link to what says so.
    pub source: String,
}

impl Figures {
    /// Those of a dataset.
    pub fn of(dataset: &Dataset) -> Result<Self> {
        let details = dataset.details.as_ref().context("the dataset has no details")?;
        let mut all = Vec::new();
        for (incident, rest) in dataset.incidents.iter().zip(&details.incidents) {
            all.push((format!("incidents/{}", incident.id()), of_incident(incident, rest)?));
        }
        for estimate in &dataset.estimates {
            let Estimate { estimator, report_date, kind, period, .. } = estimate;
            let name = format!("estimates/{estimator}/{report_date}/{}/{period}", kind.id());
            all.push((name, of_estimate(estimate)?));
        }
        for claim in &details.claims {
            all.push((format!("claims/{}", claim.id), of_claim(claim)?));
        }
        let mut figures = BTreeMap::new();
        for (what, fields) in all {
            let Value::Object(mut fields) = fields else { bail!("{what} has no fields") };
            fields.retain(|_, value| !value.is_null());
            if figures.insert(what.clone(), fields).is_some() {
                bail!("{what} stands in the dataset twice");
            }
        }
        Ok(Self(figures))
    }

    /// Their SHA-256: of JSON without spaces, every name in the order of the alphabet.
    pub fn digest(&self) -> Result<String> {
        let mut value = serde_json::to_value(&self.0)?;
        value.sort_all_objects();
        Ok(hash(value.to_string().as_bytes()))
    }

    /// The sums of the incidents that count.
    pub fn counted(&self) -> Result<Sums> {
        let counted: Vec<&Fields> = self.0.values().filter(|fields| *field(fields, "counted") == true).collect();
        let sum = |part: &str| {
            let amounts = counted.iter().filter_map(|fields| field(fields, "stolen_usd")[part].as_f64());
            dollars(amounts.sum())
        };
        Ok(Sums { incidents: counted.len(), low: sum("low")?, best: sum("best")?, high: sum("high")? })
    }

    /// What has to be said of the way from `before` to here; why, and by which source, is for people to say.
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        let names: BTreeSet<&String> = before.0.keys().chain(self.0.keys()).collect();
        let change = |what: &String| {
            let (old, new) = match (before.0.get(what), self.0.get(what)) {
                (Some(old), Some(new)) => {
                    let fields = old.keys().chain(new.keys());
                    let differ = fields.filter(|name| field(old, name) != field(new, name));
                    let differ: BTreeSet<&String> = differ.collect();
                    let of = |fields: &Fields| {
                        let fields = differ.iter().map(|name| ((*name).clone(), field(fields, name).clone()));
                        (!differ.is_empty()).then(|| fields.collect())
                    };
                    (of(old), of(new))
                }
                (old, new) => (old.cloned(), new.cloned()),
            };
            let change = Change { what: what.clone(), old, new, why: String::new(), source: String::new() };
            (change.old != change.new).then_some(change)
        };
        names.into_iter().filter_map(change).collect()
    }

    /// Takes a change back; an error says why it cannot have happened.
    pub fn undo(&mut self, change: &Change) -> Result<()> {
        let what = &change.what;
        let present = self.0.remove(what);
        let before = match (&change.old, &change.new, present) {
            (None, Some(new), Some(present)) if *new == present => None,
            (None, Some(_), _) => bail!("{what} is not as `new` has it"),
            (Some(old), None, None) => Some(old.clone()),
            (Some(_), None, Some(_)) => bail!("{what} is still there"),
            (Some(old), Some(new), Some(mut fields)) => {
                if old.keys().collect::<BTreeSet<_>>() != new.keys().collect() {
                    bail!("{what}: `old` and `new` name different fields");
                }
                for (name, was) in old {
                    let (is, new) = (field(&fields, name), field(new, name));
                    if is != new {
                        bail!("{what}: {name} is {is}, not {new} as `new` has it");
                    }
                    fields.insert(name.clone(), was.clone());
                }
                fields.retain(|_, value| !value.is_null());
                Some(fields)
            }
            (Some(_), Some(_), None) => bail!("{what} is not there"),
            (None, None, _) => bail!("{what}: neither `old` nor `new` says anything"),
        };
        self.0.extend(before.map(|fields| (what.clone(), fields)));
        Ok(())
    }
}

/// A figure; nothing where it is not known.
fn field<'a>(fields: &'a Fields, name: &str) -> &'a Value {
    fields.get(name).unwrap_or(&Value::Null)
}

fn of_incident(incident: &Incident, rest: &IncidentDetails) -> Result<Value> {
    Ok(json!({
        "date": incident.date.to_string(),
        "country": incident.country.map(Country::code),
        "sector": incident.sector.id(),
        "stolen_usd": incident.stolen_usd.as_ref().map(range).transpose()?,
        "attempted_usd": rest.attempted_usd.map(dollars).transpose()?,
        "recovered_usd": rest.recovered_usd.map(dollars).transpose()?,
        "evidence": incident.evidence.id(),
        "disputed": incident.disputed,
        "counted": incident.counted,
        "un2019": incident.un2019().map(un_row).transpose()?,
    }))
}

fn un_row(row: &UnRow) -> Result<Value> {
    Ok(json!({
        "row": row.row,
        "usd": row.usd.map(dollars).transpose()?,
        "kind": row.kind.id(),
        "counts": row.counts,
        "in_press_country_list": row.in_press_country_list,
    }))
}

fn of_estimate(estimate: &Estimate) -> Result<Value> {
    Ok(json!({
        "stolen_usd": range(&estimate.stolen_usd)?,
        "qualifier": estimate.qualifier,
        "incidents": estimate.incidents,
        "latest": estimate.latest,
    }))
}

fn of_claim(claim: &Claim) -> Result<Value> {
    let countries: Vec<&str> = claim.countries.iter().map(|country| country.code()).collect();
    Ok(json!({
        "value": claim.value.map(dollars).transpose()?,
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "said_on": claim.said_on.to_string(),
        "period": claim.period.map(|period| period.to_string()),
        "countries": (!countries.is_empty()).then_some(countries),
    }))
}

fn range(usd: &UsdRange) -> Result<Value> {
    Ok(json!({ "low": dollars(usd.low)?, "best": dollars(usd.best)?, "high": dollars(usd.high)? }))
}
