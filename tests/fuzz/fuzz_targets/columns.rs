//! A dataset as typed columns of any bytes: read or refused, laid out, described, painted, written.
#![no_main]

use heistogram::data::{Columns, Dataset};
use libfuzzer_sys::fuzz_target;

#[path = "../../common/everything.rs"]
mod everything;

/// Days and amounts, places in lists, names and the rest.
type Input<'a> = (Vec<(i32, f64)>, Vec<u8>, [&'a str; 5], &'a str);

fuzz_target!(|input: Input| {
    let (rows, places, [title, as_of, evidence, sectors, countries], query) = input;
    let days = rows.iter().map(|row| f64::from(row.0));
    let numbers: Vec<f64> = days.chain(rows.iter().map(|row| row.1)).collect();
    let names = [evidence, sectors, countries];
    let columns = Columns { title, as_of, names, numbers: &numbers, places: &places };
    if let Some(dataset) = Dataset::from_columns(&columns) {
        everything::everything(&dataset, query, 700.0);
    }
});
