//! The figures of a dataset: everything that counts, sums and positions of marks depend on, without names, texts and
//! sources.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use heistogram::data::{Claim, Country, Dataset, Estimate, Incident, IncidentDetails, UnRow, UsdRange};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value, json};

use super::json::dollars;
use crate::npm::hash;

/// The figures of one incident, estimate or claim, by the fields of the dataset. Unknown values are left out, so that a
/// new optional field changes no digest.
pub type Fields = Map<String, Value>;

/// All figures, by list and id: `incidents/bybit-2025-02`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures(BTreeMap<String, Fields>);

/// Totals of the incidents that count.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sums {
    /// Number of incidents.
    pub incidents: usize,
    /// Sum of the lowest estimates, in dollars.
    pub low: Number,
    /// Sum of the best estimates, in dollars.
    pub best: Number,
    /// Sum of the highest estimates, in dollars.
    pub high: Number,
}

/// A change between two versions of the data: old and new figures, absent for a new or a removed entry.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What has changed: a list of the dataset and an id in it.
    pub what: String,
    /// Old values of the changed fields; all fields of a removed entry.
    pub old: Option<Fields>,
    /// New values of the same fields; all fields of a new entry.
    pub new: Option<Fields>,
    /// The reason, for readers.
    pub why: String,
    /// A link to the source of the change.
    pub source: String,
}

impl Figures {
    /// The figures of a dataset.
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
                bail!("{what} is in the dataset twice");
            }
        }
        Ok(Self(figures))
    }

    /// SHA-256 of the figures: of JSON without spaces and with sorted keys.
    pub fn digest(&self) -> Result<String> {
        let mut value = serde_json::to_value(&self.0)?;
        value.sort_all_objects();
        Ok(hash(value.to_string().as_bytes()))
    }

    /// Totals of the incidents that count.
    pub fn counted(&self) -> Result<Sums> {
        let counted: Vec<&Fields> = self.0.values().filter(|fields| *field(fields, "counted") == true).collect();
        let sum = |part: &str| {
            let amounts = counted.iter().filter_map(|fields| field(fields, "stolen_usd")[part].as_f64());
            dollars(amounts.sum())
        };
        Ok(Sums { incidents: counted.len(), low: sum("low")?, best: sum("best")?, high: sum("high")? })
    }

    /// The changes from `before` to these figures; reason and source stay empty, for people to fill in.
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

    /// Undoes a change; an error explains why it cannot have happened.
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

/// A figure; null if it is unknown.
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
