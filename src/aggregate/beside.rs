//! What is chosen beside everything in the period: the same group, the same countries.

use super::{Datum, Key, Series, Totals};
use crate::data::{Country, Dataset};

/// Totals of everything in the period that shares a datum's group, country or countries.
pub fn totals_beside(datum: &Datum, rest: &Series, dataset: &Dataset) -> Totals {
    let same = rest.find(datum.key).filter(|_| !matches!(datum.key, Key::MoreCountries(_)));
    if let Some(same) = same {
        return same.totals;
    }
    let countries = countries_of(std::slice::from_ref(datum), dataset);
    let mut totals = Totals::default();
    for other in &rest.data {
        for index in &other.incidents {
            let incident = &dataset.incidents[*index];
            if countries.contains(&incident.country) {
                totals.add(incident);
            }
        }
    }
    totals
}

/// The data of the rest that share no group or country with what is chosen; of a tail of countries, those that are left.
pub fn not_chosen(chosen: &Series, rest: &Series, dataset: &Dataset) -> Vec<Datum> {
    let countries = countries_of(&chosen.data, dataset);
    let mut left = Vec::new();
    for datum in &rest.data {
        match datum.key {
            Key::MoreCountries(_) => {
                let mut incidents = datum.incidents.clone();
                incidents.retain(|index| !countries.contains(&dataset.incidents[*index].country));
                let mut tail = Datum::of(datum.key, incidents, dataset);
                tail.key = Key::MoreCountries(countries_of(std::slice::from_ref(&tail), dataset).len());
                if !tail.incidents.is_empty() {
                    left.push(tail);
                }
            }
            Key::Country(country) if countries.contains(&country) => {}
            key if chosen.find(key).is_some() => {}
            _ => left.push(datum.clone()),
        }
    }
    left
}

/// The countries of all incidents behind the data, each once.
fn countries_of(data: &[Datum], dataset: &Dataset) -> Vec<Option<Country>> {
    let mut countries = Vec::new();
    for datum in data {
        for index in &datum.incidents {
            let country = dataset.incidents[*index].country;
            if !countries.contains(&country) {
                countries.push(country);
            }
        }
    }
    countries
}
