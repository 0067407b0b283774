//! A dataset of typed columns: as many incidents as somebody has, each a row of numbers.
//!
//! Whoever draws it takes it as it is and holds no rules: a column that is wrong is none. What is wrong with it is said by
//! [`ColumnErrors`], which the browser loads only then.

use super::{Country, Dataset, Date, Details, Evidence, Incident, Sector, UsdRange, cut};
#[cfg(any(not(target_arch = "wasm32"), feature = "reader"))]
pub use refused::{ColumnErrors, GivenColumns};

#[cfg(any(not(target_arch = "wasm32"), feature = "reader"))]
mod refused;

/// No amount is larger.
const MOST_USD: f64 = 1e15;

/// Columns of equal length, packed into two, and the names that positions in them stand for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns<'c> {
    /// What the dataset is about.
    pub title: &'c str,
    /// The day the data runs to.
    pub as_of: &'c str,
    /// Names of evidence, of sectors and of countries: a line each, an empty one for a country that is not known.
    pub names: [&'c str; 3],
    /// The day of every row, counted from 1970-01-01; then its US dollars.
    pub numbers: &'c [f64],
    /// Of every row the position in each of `names`, one after the other; then 1 where its amount is not known.
    pub places: &'c [u8],
}

impl Dataset {
    /// Takes columns in one pass, sorted by day and within it as they come; `None` where anything is wrong.
    pub fn from_columns(columns: &Columns) -> Option<Dataset> {
        let evidence = list(columns.names[0], Evidence::from_id)?;
        let sectors = list(columns.names[1], Sector::from_id)?;
        let countries = list(columns.names[2], country)?;
        let as_of = Date::parse(columns.as_of).ok()?;
        let count = columns.numbers.len() / 2;
        let (days, dollars) = columns.numbers.split_at_checked(count)?;
        if columns.places.len() != 4 * count {
            return None;
        }
        let incident = |row: usize, date: Date| {
            let place = |column: usize| usize::from(columns.places[column * count + row]);
            let best = dollars[row];
            let known = place(3) == 0;
            if known && !is_amount(best) {
                return None;
            }
            Some(Incident {
                date: date.into(),
                country: *countries.get(place(2))?,
                sector: *sectors.get(place(1))?,
                stolen_usd: known.then_some(UsdRange { low: best, best, high: best }),
                evidence: *evidence.get(place(0))?,
                disputed: false,
                counted: true,
                names: None,
                number: row as u32 + 1,
            })
        };
        let mut incidents = Vec::with_capacity(count);
        let mut last = (f64::NAN, as_of);
        for row in by_day(days, as_of)? {
            let row = row as usize;
            if days[row] != last.0 {
                last = (days[row], Date::from_days(days[row] as i64));
            }
            incidents.push(incident(row, last.1)?);
        }
        let (estimates, press_countries) = (Vec::new(), Vec::new());
        let details = Some(Details::default());
        Some(Dataset { title: columns.title.into(), as_of, incidents, estimates, press_countries, details })
    }
}

fn is_amount(usd: f64) -> bool {
    (0.0..=MOST_USD).contains(&usd)
}

/// The country of a name; no name is no known country.
fn country(name: &str) -> Option<Option<Country>> {
    if name.is_empty() { Some(None) } else { Country::parse(name).map(Some) }
}

/// What the lines of a list mean.
fn list<T>(lines: &str, read: fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    let mut rest = lines;
    while let Some((line, behind)) = cut(rest, b'\n') {
        list.push(read(line)?);
        rest = behind;
    }
    // The last place that a byte has is no row's.
    (list.len() < 256).then_some(list)
}

/// The rows in the order of their days: counted, not compared.
fn by_day(days: &[f64], as_of: Date) -> Option<Vec<u32>> {
    let first = Date::MIN.to_days();
    let mut ends = vec![0_u32; (as_of.to_days() - first) as usize + 1];
    // A fraction of a day is none, and nothing outside the range may wrap into it.
    let place = |day: f64| {
        let whole = day as i64;
        if whole as f64 != day {
            return None;
        }
        usize::try_from(whole.checked_sub(first)?).ok()
    };
    for day in days {
        *ends.get_mut(place(*day)?)? += 1;
    }
    let mut end = 0;
    for count in &mut ends {
        end += *count;
        *count = end;
    }
    let mut rows = vec![0; days.len()];
    for row in (0..days.len()).rev() {
        let end = ends.get_mut(place(days[row])?)?;
        *end -= 1;
        rows[*end as usize] = row as u32;
    }
    Some(rows)
}
