//! A dataset as typed columns: taken or refused, laid out, described, painted, written.
//!
//! Columns are right, but for places beyond their lists: what is wrong is refused at once, and what comes behind would
//! hardly be reached. Columns of any numbers are `any_numbers_are_read_or_refused`'s.
#![no_main]

use heistogram::data::{Columns, Country, Dataset, Date, Evidence, Sector};
use libfuzzer_sys::fuzz_target;

#[path = "../../common/everything.rs"]
mod everything;

/// Days before the last one, cents, a place in each list of names, and whether the amount is not known.
type Row = (u16, u64, [u8; 3], bool);

/// The last day counted from the first that is taken, rows, the title, a selection.
type Input<'a> = (u16, Vec<Row>, &'a str, &'a str);

/// A thousand trillion dollars.
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
