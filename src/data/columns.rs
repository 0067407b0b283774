//! A dataset as typed columns: any number of incidents, each a row of numbers.
//!
//! This code decides only whether the columns are valid. [`ColumnErrors`] reports what is invalid; the browser loads it
//! only in that case.

use super::{Country, Dataset, Date, Details, Evidence, Incident, Labels, Sector, UsdRange, cut};
#[cfg(any(not(target_arch = "wasm32"), feature = "validator"))]
pub use refused::{ColumnErrors, GivenColumns};

#[cfg(any(not(target_arch = "wasm32"), feature = "validator"))]
mod refused;

/// Largest valid amount.
const MOST_USD: f64 = 1e15;

/// Columns of equal length, packed into two slices, and the names that their indices refer to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns<'c> {
    /// Title of the dataset.
    pub title: &'c str,
    /// Last day of the data, `YYYY-MM-DD`.
    pub as_of: &'c str,
    /// Names of evidence, of sectors and of countries, each ended by a line break; an empty country is not known.
    pub names: [&'c str; 3],
    /// Days of all rows, counted from 1970-01-01, then amounts of all rows in US dollars.
    pub numbers: &'c [f64],
    /// Four columns: indices into each list of `names`, then 1 for each amount that is not known.
    pub places: &'c [u8],
}

impl Dataset {
    /// Builds a dataset from columns in one pass; `None` if anything is invalid. Incidents are sorted by day. Those of
    /// one day keep the order of the rows.
    ///
    /// ```
    /// use heistogram::data::{Columns, Dataset};
    /// let names = ["firm\n", "bank\n", "KR\n\n"];
    /// let (numbers, places) = (&[9.0, 8.0, 5.0, f64::NAN], &[0, 0, 0, 0, 0, 1, 0, 1]);
    /// let columns = Columns { title: "", as_of: "1970-01-10", names, numbers, places };
    /// let dataset = Dataset::from_columns(&columns).unwrap();
    /// // The second row is a day earlier, in no known country, and its amount is unknown: NaN is no error there.
    /// let first = &dataset.incidents[0];
    /// assert_eq!((first.number, first.country, first.stolen_usd), (2, None, None));
    /// // A day after `as_of` is an error.
    /// assert_eq!(Dataset::from_columns(&Columns { as_of: "1970-01-09", ..columns }), None);
    /// ```
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
            let index = |column: usize| usize::from(columns.places[column * count + row]);
            let best = dollars[row];
            let known = index(3) == 0;
            if known && !is_amount(best) {
                return None;
            }
            Some(Incident {
                date: date.into(),
                country: *countries.get(index(2))?,
                sector: *sectors.get(index(1))?,
                stolen_usd: known.then_some(UsdRange { low: best, best, high: best }),
                evidence: *evidence.get(index(0))?,
                method: None,
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
        let (estimates, press_countries, marked_events) = (Vec::new(), Vec::new(), Vec::new());
        let (title, publishers, details) = (columns.title.into(), Vec::new(), Some(Details::default()));
        let labels = Labels::default();
        Some(Dataset {
            title,
            as_of,
            incidents,
            estimates,
            press_countries,
            publishers,
            marked_events,
            labels,
            details,
        })
    }
}

fn is_amount(usd: f64) -> bool {
    (0.0..=MOST_USD).contains(&usd)
}

/// Parses a country code; an empty name means that no country is known.
fn country(name: &str) -> Option<Option<Country>> {
    if name.is_empty() { Some(None) } else { Country::parse(name).map(Some) }
}

/// Parses every line of a list; `None` if one is invalid.
fn list<T>(lines: &str, read: fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    let mut rest = lines;
    while let Some((line, behind)) = cut(rest, b'\n') {
        list.push(read(line)?);
        rest = behind;
    }
    // JavaScript clamps larger indices to 255, so 255 must stay invalid.
    (list.len() < 256).then_some(list)
}

/// The rows ordered by day, by a counting sort; `None` if a day is out of range.
fn by_day(days: &[f64], as_of: Date) -> Option<Vec<u32>> {
    let first = Date::MIN.to_days();
    let mut ends = vec![0_u32; (as_of.to_days() - first) as usize + 1];
    // Fractions of a day are invalid, and no day outside the range may wrap into it.
    let slot = |day: f64| {
        let whole = day as i64;
        if whole as f64 != day {
            return None;
        }
        usize::try_from(whole.checked_sub(first)?).ok()
    };
    for day in days {
        *ends.get_mut(slot(*day)?)? += 1;
    }
    let mut end = 0;
    for count in &mut ends {
        end += *count;
        *count = end;
    }
    let mut rows = vec![0; days.len()];
    for row in (0..days.len()).rev() {
        let end = ends.get_mut(slot(days[row])?)?;
        *end -= 1;
        rows[*end as usize] = row as u32;
    }
    Some(rows)
}
