//! From rows to the tree of values that JSON would give, with the place of each value.

use super::super::read::quoted;
use super::super::small::{cut, sorted};
use super::super::{DataError, Evidence, Sector, SourceKind, Value};
use super::cells::{self, Read};
use super::columns::Columns;
use super::rows::Row;
use super::text::error_at;

/// A file with a list of thefts in lines and columns.
pub struct Sheet<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// The name of the file, the title of the dataset.
    pub name: &'a str,
    /// The address of the file; empty if it has none on the web.
    pub url: &'a str,
    /// The day of this version, `YYYY-MM-DD`, unless a column `as_of` has it.
    pub as_of: &'a str,
}

/// An error with its line.
pub(super) struct Fault {
    pub(super) line: usize,
    pub(super) error: DataError,
}

/// Where the values of a tree come from.
pub(super) struct Places<'a> {
    columns: &'a Columns,
    /// The line of each incident.
    incidents: Vec<usize>,
    /// The line of each source.
    sources: Vec<usize>,
    /// The line of `as_of`.
    as_of: usize,
    /// Whether the sheet has ids.
    has_ids: bool,
    /// Cells that cannot be read.
    pub(super) faults: Vec<Fault>,
}

impl Places<'_> {
    /// An error of the tree, at its place in the file.
    pub(super) fn fault(&self, mut error: DataError) -> Fault {
        let path = std::mem::take(&mut error.path);
        let (list, index, field) = item(&path).unwrap_or((&path, 0, ""));
        let line_of = |lines: &[usize]| lines.get(index).copied();
        let field = field.strip_prefix('.').unwrap_or(field);
        let (line, name) = match list {
            "incidents" => (line_of(&self.incidents), self.column_of(field)),
            "sources" => (line_of(&self.sources), "source_urls"),
            _ => (Some(self.as_of), list),
        };
        let line = line.unwrap_or(1);
        error.path = self.columns.place(line, name);
        // An id that we made says no more than the line.
        error.id = error.id.filter(|_| self.has_ids && list == "incidents");
        // Another incident that the problem names.
        if let Some((before, index, after)) = item(&error.problem)
            && let Some(before) = before.strip_suffix("incidents")
            && let Some(line) = self.incidents.get(index)
        {
            error.problem = format!("{before}line {line}{after}");
        }
        Fault { line, error }
    }

    /// The column that holds a field of an incident.
    fn column_of<'f>(&self, field: &'f str) -> &'f str {
        let has = |name: &str| self.columns.position(name).is_some();
        match field {
            "stolen_usd.low" if has("stolen_usd_low") => "stolen_usd_low",
            "stolen_usd.high" if has("stolen_usd_high") => "stolen_usd_high",
            _ if field.starts_with("stolen_usd") => self.columns.amount,
            _ if field.starts_with("attribution") => "attribution",
            _ if field.starts_with("sources") => "source_urls",
            _ => field,
        }
    }
}

/// The text before the first index, the index, and the text after it; `None` without an index.
fn item(path: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = cut(path, b'[')?;
    let (index, field) = cut(rest, b']')?;
    let digits = index.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| (list, index.bytes().fold(0, |index, digit| index * 10 + usize::from(digit - b'0')), field))
}

/// The tree of a sheet, and the places of its values.
pub(super) fn tree<'a>(rows: &'a [Row], columns: &'a Columns, sheet: &Sheet<'_>) -> (Value, Places<'a>) {
    let body = rows.get(1..).unwrap_or_default();
    let (as_of, line) = as_of(body, columns).unwrap_or((sheet.as_of, 1));
    let places = Places {
        columns,
        incidents: Vec::new(),
        sources: Vec::new(),
        as_of: line,
        has_ids: columns.position("id").is_some(),
        faults: Vec::new(),
    };
    let mut builder = Builder { places, as_of, sources: Vec::new(), firsts: firsts(body, columns), named: 0, sheet };
    let mut incidents = Vec::new();
    for row in body {
        if let Some(incident) = builder.incident(row) {
            incidents.push(incident);
            builder.places.incidents.push(row.line);
        }
    }
    let value = object(vec![
        ("schema", Value::Number(1.0)),
        ("title", text(sheet.name)),
        ("as_of", text(as_of)),
        ("incidents", Value::List(incidents)),
        ("sources", Value::List(builder.sources)),
    ]);
    (value, builder.places)
}

/// The links of a row; an empty one if it has none, for the sheet itself.
fn links<'a>(row: &'a Row, columns: &Columns) -> Vec<&'a str> {
    let cell = columns.position("source_urls").and_then(|position| row.cells.get(position));
    let links: Vec<&str> = cell.map_or("", String::as_str).split_whitespace().collect();
    if links.is_empty() { vec![""] } else { links }
}

/// For each link of all rows, the index of its first occurrence.
fn firsts(body: &[Row], columns: &Columns) -> Vec<usize> {
    let mut all: Vec<&str> = Vec::new();
    for row in body {
        all.append(&mut links(row, columns));
    }
    let link = |at: usize| all.get(at).copied().unwrap_or_default();
    let mut firsts = vec![0; all.len()];
    let mut first = 0;
    for at in sorted(all.len(), &|a, b| link(a).cmp(link(b))) {
        // Equal ones follow each other, the first before the others.
        if link(at) != link(first) {
            first = at;
        }
        firsts[at] = first;
    }
    firsts
}

/// The first `as_of` of a sheet, with its line.
fn as_of<'a>(body: &'a [Row], columns: &Columns) -> Option<(&'a str, usize)> {
    let position = columns.position("as_of")?;
    body.iter().find_map(|row| Some((row.cells.get(position).filter(|cell| !cell.is_empty())?.as_str(), row.line)))
}

struct Builder<'a, 's> {
    places: Places<'a>,
    as_of: &'s str,
    sources: Vec<Value>,
    /// For each link in the order of the rows, the index of its first occurrence.
    firsts: Vec<usize>,
    /// How many of them have been named.
    named: usize,
    sheet: &'s Sheet<'s>,
}

impl<'a> Builder<'a, '_> {
    fn fail(&mut self, line: usize, column: &str, problem: &str, expected: &str) {
        let error = error_at(self.places.columns.place(line, column), problem, expected);
        self.places.faults.push(Fault { line, error });
    }

    /// The incident of a row; `None` if the row cannot be divided into the columns.
    fn incident(&mut self, row: &'a Row) -> Option<Value> {
        let sources = self.sources_of(row);
        let (cells, count) = (row.cells.len(), self.places.columns.count);
        let beyond = row.cells.iter().skip(count).any(|cell| !cell.is_empty());
        if row.open {
            let expected = "a second one at the end of the cell";
            self.fail(row.line, "", "a quotation mark that is not closed", expected);
            return None;
        }
        if cells < count || beyond {
            let expected = format!("{count}, as in the head; a cell that contains the separator is in quotation marks");
            self.fail(row.line, "", &format!("{cells} cells"), &expected);
            return None;
        }
        let or = |value: Value, other: &str| if matches!(value, Value::Null) { text(other) } else { value };
        let mut fields = vec![
            ("id", or(self.text(row, "id"), &format!("line-{}", row.line))),
            ("date", or(self.read(row, "date", cells::date), self.as_of)),
            // A victim is needed, so an empty text is an error of the format.
            ("victim", or(self.text(row, "victim"), "")),
            ("sector", or(self.text(row, "sector"), Sector::Other.id())),
            ("evidence", or(self.text(row, "evidence"), Evidence::SingleSource.id())),
            ("stolen_usd", self.stolen_usd(row)),
            ("sources", sources),
        ];
        for name in ["country", "asset", "method", "text"] {
            fields.push((name, self.text(row, name)));
        }
        for name in ["attempted_usd", "recovered_usd"] {
            fields.push((name, self.read(row, name, cells::amount)));
        }
        for name in ["disputed", "counted"] {
            fields.push((name, self.read(row, name, cells::flag)));
        }
        if let Value::Text(names) = self.text(row, "attribution") {
            let mut list = Vec::new();
            for name in names.split(';').map(str::trim).filter(|name| !name.is_empty()) {
                list.push(text(name));
            }
            fields.push(("attribution", Value::List(list)));
        }
        Some(object(fields))
    }

    fn cell(&self, row: &'a Row, name: &str) -> &'a str {
        self.places.columns.position(name).and_then(|position| row.cells.get(position)).map_or("", String::as_str)
    }

    /// What a cell holds; null if it cannot be read, which is an error.
    fn read(&mut self, row: &'a Row, name: &str, read: fn(&str) -> Read) -> Value {
        let cell = self.cell(row, name);
        match read(cell) {
            Ok(value) => value,
            Err((problem, expected)) => {
                self.fail(row.line, name, &format!("{} is {problem}", quoted(cell)), expected);
                Value::Null
            }
        }
    }

    fn text(&mut self, row: &'a Row, name: &str) -> Value {
        self.read(row, name, cells::text)
    }

    fn stolen_usd(&mut self, row: &'a Row) -> Value {
        let (before, column) = (self.places.faults.len(), self.places.columns.amount);
        let [low, best, high] =
            ["stolen_usd_low", column, "stolen_usd_high"].map(|name| self.read(row, name, cells::amount));
        if self.places.faults.len() > before {
            return Value::Null;
        }
        match (&low, &best, &high) {
            (Value::Null, Value::Null, Value::Null) => return Value::Null,
            (_, Value::Null, _) => {
                self.fail(row.line, column, "empty, though low or high is given", "the best estimate in US dollars");
                return Value::Null;
            }
            _ => {}
        }
        let or_best = |value: Value| if matches!(value, Value::Null) { best.clone() } else { value };
        object(vec![("low", or_best(low)), ("high", or_best(high)), ("best", best)])
    }

    /// The links of a row, or the sheet itself. Each must be asked for once.
    fn sources_of(&mut self, row: &'a Row) -> Value {
        let mut sources = Vec::new();
        for link in links(row, self.places.columns) {
            let first = self.firsts.get(self.named).copied().unwrap_or_default();
            let id = format!("source-{}", first + 1);
            if first == self.named {
                self.add_source(link, &id, row.line);
            }
            self.named += 1;
            let mut citation = vec![("source", text(&id))];
            if link.is_empty() {
                citation.push(("locator", text(&format!("line {}", row.line))));
            }
            sources.push(object(citation));
        }
        Value::List(sources)
    }

    fn add_source(&mut self, link: &str, id: &str, line: usize) {
        let Sheet { name, url, .. } = self.sheet;
        let (title, url) = if link.is_empty() { (*name, *url) } else { (link, link) };
        let host = url.split('/').nth(2).unwrap_or_default();
        let mut source = vec![
            ("id", text(id)),
            ("title", text(title)),
            ("publisher", text(if host.is_empty() { title } else { host })),
        ];
        if !url.is_empty() {
            source.push(("url", text(url)));
        }
        if link.is_empty() {
            source.push(("date", text(self.as_of)));
        }
        let kind = if link.is_empty() { SourceKind::Catalogue } else { SourceKind::Press };
        source.push(("kind", text(kind.id())));
        self.sources.push(object(source));
        self.places.sources.push(line);
    }
}

/// An object of the fields that are not null, except the amount, whose null means that it is not known.
fn object(fields: Vec<(&str, Value)>) -> Value {
    let mut given = Vec::with_capacity(fields.len());
    for (name, value) in fields {
        if name == "stolen_usd" || !matches!(value, Value::Null) {
            given.push((name.to_owned(), value));
        }
    }
    Value::Object(given)
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}
