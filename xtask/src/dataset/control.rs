//! The control totals: counts and sums that any correct reading of the dataset must give.
//!
//! They are recorded in the repository, so that a review of changed data shows the effect on every figure.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail};
use heistogram::{
    aggregate::Totals,
    data::{Claim, Dataset, Incident, Sector, UnKind, UnRow},
};
use serde::Serialize;
use serde_json::{Map, Number, Value};

use super::{
    difference::differences,
    json::{dollars, pretty},
};
use crate::{build, project::Project};

/// Path of the dataset.
pub const DATASET: &str = "www/data/dataset.json";
const RECORDED: &str = "tests/control.json";

/// Compares the recorded totals with the dataset, or records them.
pub fn run(project: &Project, write: bool) -> Result<()> {
    let path = project.root.join(RECORDED);
    let totals = of_file(&project.root.join(DATASET))?;
    let recorded = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(_) if write => String::new(),
        Err(error) => return Err(error).with_context(|| format!("cannot read {RECORDED}")),
    };
    if write {
        let mut text = pretty(&totals)?;
        if recorded.is_empty() || recorded.ends_with('\n') {
            text.push('\n');
        }
        fs::write(&path, text).with_context(|| format!("cannot write {RECORDED}"))?;
        println!("{RECORDED} written");
        return Ok(());
    }
    let recorded = serde_json::from_str(&recorded).with_context(|| format!("{RECORDED} is not JSON"))?;
    let lines = differences(&recorded, &totals);
    if !lines.is_empty() {
        bail!(
            "{RECORDED} differs from the dataset:\n  {}\nIf the data is right, record it: cargo xtask dataset control --write",
            lines.join("\n  ")
        );
    }
    println!("{RECORDED} agrees with the dataset");
    Ok(())
}

/// All recorded totals, in the order of the file.
#[derive(Serialize)]
struct Control {
    as_of: String,
    rows: usize,
    counted: Sums,
    by_year: BTreeMap<String, Sums>,
    by_evidence: BTreeMap<String, Sums>,
    by_group: BTreeMap<String, Sums>,
    by_country: BTreeMap<String, Sums>,
    disputed: Sums,
    /// Incidents attributed by one researcher only.
    one_researcher: Sums,
    countries: usize,
    groups: Map<String, Value>,
    un2019: Un2019,
}

#[derive(Serialize)]
struct Sums {
    incidents: u32,
    known: u32,
    unknown: u32,
    nothing_taken: u32,
    low: Number,
    best: Number,
    high: Number,
}

/// The report S/2019/691: its rows, each theft once.
#[derive(Serialize)]
struct Un2019 {
    cases: usize,
    countries_in_table: usize,
    countries_in_press_list: usize,
    printed_usd: Map<String, Value>,
    rows_by_kind: Map<String, Value>,
    by_country: Map<String, Value>,
    stolen: Sums,
}

impl Sums {
    fn of<'a>(incidents: impl IntoIterator<Item = &'a Incident>) -> Result<Self> {
        let totals = Totals::of(incidents);
        Ok(Self {
            incidents: totals.attacks,
            known: totals.known,
            unknown: totals.unknown,
            nothing_taken: totals.nothing_taken,
            low: dollars(totals.usd.low)?,
            best: dollars(totals.usd.best)?,
            high: dollars(totals.usd.high)?,
        })
    }

    fn by(incidents: &[&Incident], key: impl Fn(&Incident) -> String) -> Result<BTreeMap<String, Self>> {
        let mut parts: BTreeMap<String, Vec<&Incident>> = BTreeMap::new();
        for incident in incidents {
            parts.entry(key(incident)).or_default().push(incident);
        }
        parts.into_iter().map(|(key, part)| Ok((key, Self::of(part)?))).collect()
    }
}

/// The totals of a dataset file, as JSON.
fn of_file(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let dataset = build::data::parse(&text).with_context(|| format!("{} is not a valid dataset", path.display()))?;
    // Rows of the report are recorded in the order of the file, but the package sorts them by date.
    let file: Value = serde_json::from_str(&text)?;
    let ids = file["incidents"].as_array().into_iter().flatten().filter_map(|incident| incident["id"].as_str());
    let order: BTreeMap<&str, usize> = ids.zip(0..).collect();
    Ok(serde_json::to_value(control(&dataset, &order)?)?)
}

fn control(dataset: &Dataset, order: &BTreeMap<&str, usize>) -> Result<Control> {
    let counted: Vec<&Incident> = dataset.incidents.iter().filter(|incident| incident.counted).collect();
    let mut sectors = Sector::ALL;
    sectors.sort_by_key(|sector| sector.group());
    let mut rows: Vec<(&Incident, &UnRow)> =
        counted.iter().filter_map(|incident| Some((*incident, incident.un2019().filter(|row| row.counts)?))).collect();
    rows.sort_by_key(|(incident, _)| order.get(incident.id()));
    Ok(Control {
        as_of: dataset.as_of.to_string(),
        rows: dataset.incidents.len(),
        counted: Sums::of(counted.iter().copied())?,
        by_year: Sums::by(&counted, |incident| incident.date.year().to_string())?,
        by_evidence: Sums::by(&counted, |incident| incident.evidence.id().to_owned())?,
        by_group: Sums::by(&counted, |incident| incident.sector.group().id().to_owned())?,
        by_country: Sums::by(&counted, |incident| country(incident).to_owned())?,
        disputed: Sums::of(counted.iter().copied().filter(|incident| incident.disputed))?,
        one_researcher: Sums::of(one_researcher(dataset))?,
        countries: counted.iter().filter_map(|incident| incident.country).collect::<BTreeSet<_>>().len(),
        groups: sectors.iter().map(|sector| (sector.id().to_owned(), sector.group().id().into())).collect(),
        un2019: un2019(&rows, dataset.details.as_ref().map_or(&[], |details| &details.claims))?,
    })
}

/// Incidents that count and whose only attribution is the list of one researcher.
fn one_researcher(dataset: &Dataset) -> impl Iterator<Item = &Incident> {
    let details = dataset.details.as_ref().map_or(&[][..], |details| &details.incidents);
    let alone = |attribution: &[String]| matches!(attribution, [who] if who.ends_with(", researcher"));
    let both = dataset.incidents.iter().zip(details);
    both.filter(move |(incident, rest)| incident.counted && alone(&rest.attribution)).map(|(incident, _)| incident)
}

fn un2019(rows: &[(&Incident, &UnRow)], claims: &[Claim]) -> Result<Un2019> {
    let of_kind = |kind: UnKind| rows.iter().filter(move |(_, row)| row.kind == kind);
    let mut printed_usd = Map::new();
    let mut rows_by_kind = Map::new();
    for kind in UnKind::ALL {
        let printed = of_kind(kind).filter_map(|(_, row)| row.usd).sum();
        printed_usd.insert(kind.id().to_owned(), dollars(printed)?.into());
        rows_by_kind.insert(kind.id().to_owned(), of_kind(kind).count().into());
    }
    let mut by_country = Map::new();
    for (incident, _) in rows {
        let count = by_country.get(country(incident)).and_then(Value::as_u64).unwrap_or(0);
        by_country.insert(country(incident).to_owned(), (count + 1).into());
    }
    let countries: BTreeSet<_> = rows.iter().filter_map(|(incident, _)| incident.country).collect();
    // The list in the press is a separate claim: it names a country that has no row.
    let press_list: BTreeSet<_> = claims.iter().flat_map(|claim| &claim.countries).collect();
    Ok(Un2019 {
        cases: rows.len(),
        countries_in_table: countries.len(),
        countries_in_press_list: press_list.len(),
        printed_usd,
        rows_by_kind,
        by_country,
        stolen: Sums::of(rows.iter().map(|(incident, _)| *incident))?,
    })
}

fn country(incident: &Incident) -> &'static str {
    incident.country.map_or("none", |country| country.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repository(path: &str) -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
    }

    #[test]
    fn the_recorded_totals_are_those_of_the_dataset() {
        let recorded: Value = serde_json::from_str(&fs::read_to_string(repository(RECORDED)).unwrap()).unwrap();
        let totals = of_file(&repository(DATASET)).unwrap();
        assert_eq!(differences(&recorded, &totals), [""; 0]);
        assert_eq!(recorded, totals);
    }

    #[test]
    fn writing_again_changes_nothing() {
        let recorded = fs::read_to_string(repository(RECORDED)).unwrap();
        let written = pretty(&of_file(&repository(DATASET)).unwrap()).unwrap();
        assert!(written == recorded.trim_end(), "the order of keys or the indentation has changed");
    }
}
