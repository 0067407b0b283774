//! The columns of a sheet, found by the names in its head.

use super::super::DataError;
use super::rows::Row;
use super::text::error_at;

/// Names of the columns that are read. Any other column is ignored, among them those that our CSV computes from others.
pub(super) const NAMES: [&str; 21] = [
    "id",
    "date",
    "victim",
    "country",
    "sector",
    "stolen_usd_low",
    "stolen_usd_best",
    "stolen_usd_high",
    "stolen_usd",
    "amount",
    "attempted_usd",
    "recovered_usd",
    "asset",
    "method",
    "attribution",
    "evidence",
    "disputed",
    "counted",
    "text",
    "source_urls",
    "as_of",
];

/// The names of a column with the amount of a theft.
const AMOUNTS: [&str; 3] = ["stolen_usd_best", "stolen_usd", "amount"];

/// Where the columns of a sheet are.
pub(super) struct Columns {
    /// Position and name in the head, for each of [`NAMES`] that is there.
    found: Vec<(&'static str, usize, String)>,
    /// The name of the column with the amount.
    pub(super) amount: &'static str,
    /// Number of columns.
    pub(super) count: usize,
}

impl Columns {
    /// Position of a column.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.found.iter().find(|(known, ..)| *known == name).map(|(_, position, _)| *position)
    }

    /// A place in a line, with the name of the column as the head writes it.
    pub(super) fn place(&self, line: usize, name: &str) -> String {
        let written = self.found.iter().find(|(known, ..)| *known == name).map_or("", |(.., written)| written);
        place(line, written)
    }
}

/// A place in a line; of the whole line if `column` is empty.
fn place(line: usize, column: &str) -> String {
    let gap = if column.is_empty() { "" } else { ", column " };
    format!("line {line}{gap}{column}")
}

/// Finds the columns of a sheet by its first row, or the errors of that row.
pub(super) fn columns(rows: &[Row]) -> Result<Columns, Vec<DataError>> {
    let head = rows.first();
    let (line, cells) = head.map_or((1, &[][..]), |head| (head.line, &head.cells[..]));
    let mut columns = Columns { found: Vec::new(), amount: "", count: cells.len() };
    let mut errors = Vec::new();
    for (position, written) in cells.iter().enumerate() {
        let sign = |byte: u8| if byte == b' ' { b'_' } else { byte.to_ascii_lowercase() };
        let Some(&known) = NAMES.iter().find(|known| written.bytes().map(sign).eq(known.bytes())) else { continue };
        let is_amount = AMOUNTS.contains(&known);
        let second = columns.position(known).is_some();
        if second || is_amount && !columns.amount.is_empty() {
            let problem = if second { "a second column of this name" } else { "a second column with the amount" };
            errors.push(error_at(place(line, written), problem, "one column"));
        }
        if is_amount {
            columns.amount = known;
        }
        columns.found.push((known, position, written.clone()));
    }
    let lacks = |name: &str| columns.position(name).is_none();
    if lacks("date") && lacks("victim") && columns.amount.is_empty() {
        return Err(vec![error_at(place(line, ""), "no head", "names of columns, among them date, victim and amount")]);
    }
    for (problem, lacks) in [("no column date", lacks("date")), ("no column victim", lacks("victim"))] {
        if lacks {
            errors.push(error_at(place(line, ""), problem, "a column of this name"));
        }
    }
    if columns.amount.is_empty() {
        let expected = "a column amount, stolen_usd or stolen_usd_best, in US dollars";
        errors.push(error_at(place(line, ""), "no column with the amount", expected));
    }
    if errors.is_empty() { Ok(columns) } else { Err(errors) }
}
