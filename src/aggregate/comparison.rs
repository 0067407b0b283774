//! The selection compared with everything in the period, by group or country.

use super::{Datum, Key, Series, Totals};

/// Totals of everything in the period (`rest`) that has the group, country or countries of a selected datum.
pub fn totals_beside(datum: &Datum, chosen: &Series, rest: &Series) -> Totals {
    let mut all = Datum::new(datum.key);
    for other in rest.data.iter().chain(&rest.tail) {
        let is_same = match datum.key {
            Key::MoreCountries(_) => chosen.tail.iter().any(|country| country.key == other.key),
            key => key == other.key,
        };
        if is_same {
            all.include(other);
        }
    }
    all.totals
}

/// The data of the rest whose group or country has no selected datum. A tail of countries keeps those that are left.
pub fn not_chosen(chosen: &Series, rest: &Series) -> Vec<Datum> {
    let is_chosen = |datum: &&Datum| chosen.data.iter().chain(&chosen.tail).any(|other| other.key == datum.key);
    let mut left = Vec::new();
    for datum in &rest.data {
        if let Key::MoreCountries(_) = datum.key {
            let mut tail = Datum::new(Key::MoreCountries(0));
            let mut countries = 0;
            for country in rest.tail.iter().filter(|datum| !is_chosen(datum)) {
                tail.include(country);
                countries += 1;
            }
            tail.key = Key::MoreCountries(countries);
            if countries > 0 {
                left.push(tail);
            }
        } else if !is_chosen(&datum) {
            left.push(*datum);
        }
    }
    left
}
