//! A dataset as typed columns: validated, laid out, described, painted, exported.
//!
//! The columns are valid, except for indices beyond their lists: with other errors the code after validation would
//! hardly be reached. The test `any_numbers_are_read_or_refused` covers columns of arbitrary numbers.
#![no_main]

use heistogram::data::{Columns, Country, Dataset, Date, Evidence, Sector};
use libfuzzer_sys::fuzz_target;

#[path = "../../common/everything.rs"]
mod everything;

/// Days before the last one, cents, an index into each list of names, and whether the amount is not known.
type Row = (u16, u64, [u8; 3], bool);

/// Last day, counted from the first valid one; rows; title; selection.
type Input<'a> = (u16, Vec<Row>, &'a str, &'a str);

/// The largest valid amount, 10^15 dollars.
const MOST_CENTS: u64 = 100_000_000_000_000_000;

fuzz_target!(|input: Input| {
    let (last, rows, title, query) = input;
    let as_of = Date::MIN.to_days() + i64::from(last);
    let days = rows.iter().map(|row| (as_of - i64::from(row.0.checked_rem(last).unwrap_or_default())) as f64);
    let dollars = rows.iter().map(|row| (row.1 % (MOST_CENTS + 1)) as f64 / 100.0);
    let numbers: Vec<f64> = days.chain(dollars).collect();
    let evidence = Evidence::ALL.map(Evidence::id);
    let sectors = Sector::ALL.map(Sector::id);
    let countries: Vec<&str> = [""].into_iter().chain(Country::all().map(Country::code).take(100)).collect();
    let names = [evidence.join("\n"), sectors.join("\n"), countries.join("\n")];
    let lengths = [evidence.len(), sectors.len(), countries.len()];
    let place = |column: usize| {
        let length = u8::try_from(lengths[column]).unwrap_or(u8::MAX);
        rows.iter()
            .map(move |row| row.2[column])
            .map(move |place| if place == u8::MAX { place } else { place % length })
    };
    let places: Vec<u8> =
        place(0).chain(place(1)).chain(place(2)).chain(rows.iter().map(|row| u8::from(row.3))).collect();
    let as_of = Date::from_days(as_of).to_string();
    let names = names.each_ref().map(String::as_str);
    let columns = Columns { title, as_of: &as_of, names, numbers: &numbers, places: &places };
    if let Some(dataset) = Dataset::from_columns(&columns) {
        everything::everything(&dataset, query, 700.0);
    }
});
