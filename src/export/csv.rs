//! Incidents as CSV.

use super::{dates, day, disturbs, dollars, flag, id, id_at};
use crate::data::{Country, Dataset, Details, Incident, IncidentDetails, Method, Source, UnRow};
use crate::locale::territory;

/// Incidents as CSV by RFC 4180: a head, then a row for each index in `chosen`, with lines ended by CR LF. The columns
/// are those of [`columns`](super::columns()).
///
/// The text is UTF-8 with a byte order mark, without which Excel assumes another encoding. `countries` has the names of
/// countries, see [`territory`].
///
/// Foreign datasets may contain any text. Control characters, including line breaks, become spaces, and marks of
/// direction are removed. A text that a spreadsheet would compute gets an apostrophe in front, at the start of a cell
/// and after a semicolon. Numbers stay numbers.
///
/// ```
/// use heistogram::{data::{Columns, Dataset, Names}, export::csv};
/// let (names, numbers, places) = (["firm\n", "bank\n", "\n"], &[0.0, 5.0], &[0, 0, 0, 0]);
/// let columns = Columns { title: "", as_of: "2026-01-01", names, numbers, places };
/// let mut dataset = Dataset::from_columns(&columns).unwrap();
/// dataset.incidents[0].names = Some(Box::new(Names { victim: "=1+1".into(), ..Names::default() }));
/// assert!(csv(&dataset, &[0], "").contains("\r\n1,1970-01-01,1970,1970-01-01,1970-01-01,'=1+1,"));
/// ```
pub fn csv(dataset: &Dataset, chosen: &[usize], countries: &str) -> String {
    let (blank, nothing) = (Details::default(), IncidentDetails::default());
    let details = dataset.details.as_ref().unwrap_or(&blank);
    let mut writer = CsvWriter { csv: '\u{feff}'.into(), countries, heads: true, first: true };
    writer.row(&Incident::default(), &IncidentDetails::default(), &[], dataset);
    writer.heads = false;
    for index in chosen {
        if let Some(incident) = dataset.incidents.get(*index) {
            // A dataset of columns has no details.
            let more = details.incidents.get(*index).unwrap_or(&nothing);
            writer.row(incident, more, &details.sources, dataset);
        }
    }
    writer.csv
}

struct CsvWriter<'a> {
    csv: String,
    countries: &'a str,
    /// Whether the current row is the head.
    heads: bool,
    /// Whether the next cell is the first of its row.
    first: bool,
}

impl CsvWriter<'_> {
    fn row(&mut self, incident: &Incident, more: &IncidentDetails, sources: &[Source], dataset: &Dataset) {
        let usd = incident.stolen_usd;
        let un: Option<&UnRow> = incident.un2019();
        let mut works = (String::new(), String::new());
        for source in more.sources.iter().filter_map(|citation| sources.get(citation.source)) {
            let gap = if works.0.is_empty() { "" } else { " " };
            works.0.push_str(gap);
            works.0.push_str(&source.id);
            works.1.push_str(gap);
            works.1.push_str(&source.url);
        }
        self.text("id", &id(incident));
        for (head, text) in dates(incident.date) {
            self.text(head, &text);
        }
        self.text("victim", incident.victim());
        self.text("country", incident.country.map_or("", Country::code));
        self.text("country_name", incident.country.map_or("", |country| territory::name_in(self.countries, country)));
        self.text("sector", incident.sector.id());
        self.text("group", incident.sector.group().id());
        self.amount("stolen_usd_low", usd.map(|usd| usd.low));
        self.amount("stolen_usd_best", usd.map(|usd| usd.best));
        self.amount("stolen_usd_high", usd.map(|usd| usd.high));
        self.amount("attempted_usd", more.attempted_usd);
        self.amount("recovered_usd", more.recovered_usd);
        self.text(
            "recovered",
            &listed(&more.recovered, |one| {
                [&*dollars(one.usd), " ", one.kind.id(), " ", &one.date.iso(), " ", id_at(sources, one.source)].concat()
            }),
        );
        self.text("asset", more.asset.as_deref().unwrap_or_default());
        self.text("method", incident.method.map_or("", Method::id));
        self.text("attribution", &more.attribution.join("; "));
        self.text(
            "actor",
            &listed(&more.actor, |one| {
                [one.name.as_str(), " (", &one.by, ", ", id_at(sources, one.source), ")"].concat()
            }),
        );
        let first = more.attributed_on.as_ref();
        self.text("attributed_on", &first.map_or(String::new(), |one| one.date.iso()));
        self.text("attributed_by", first.map_or("", |one| &one.by));
        self.text("attributed_source_id", first.map_or("", |one| id_at(sources, one.source)));
        self.text("evidence", incident.evidence.id());
        self.flag("disputed", Some(incident.disputed));
        self.flag("counted", Some(incident.counted));
        self.text("un2019_row", un.map_or("", |row| &row.row));
        self.text("un2019_kind", un.map_or("", |row| row.kind.id()));
        self.amount("un2019_usd", un.and_then(|row| row.usd));
        self.flag("un2019_counts", un.map(|row| row.counts));
        self.text("text", more.text.as_deref().unwrap_or_default());
        self.text("source_ids", &works.0);
        self.text("source_urls", &works.1);
        self.text("as_of", &day(dataset.as_of));
        self.csv.push_str("\r\n");
        self.first = true;
    }

    fn amount(&mut self, head: &str, amount: Option<f64>) {
        self.text(head, &amount.map_or(String::new(), dollars));
    }

    fn flag(&mut self, head: &str, value: Option<bool>) {
        self.text(head, value.map_or("", flag));
    }

    fn text(&mut self, head: &str, text: &str) {
        if !self.first {
            self.csv.push(',');
        }
        self.first = false;
        if self.heads {
            return self.csv.push_str(head);
        }
        self.csv.push_str(&cell(text));
    }
}

/// A text as a cell: in quotes if need be, and such that no spreadsheet computes it.
pub(super) fn cell(text: &str) -> String {
    let mut cell = String::from(if is_formula(text) { "'" } else { "" });
    let mut quoted = false;
    for (offset, sign) in text.char_indices() {
        quoted |= matches!(sign, ',' | '"');
        // In locales with decimal commas, programs take a semicolon for the end of a cell.
        if sign == ';' && is_formula(&text[offset + 1..]) {
            cell.push_str(";'");
            continue;
        }
        match sign {
            '"' => cell.push_str("\"\""),
            _ if sign.is_control() => cell.push(' '),
            _ if disturbs(sign) => {}
            _ => cell.push(sign),
        }
    }
    if quoted { ["\"", &cell, "\""].concat() } else { cell }
}

fn listed<T>(items: &[T], words: impl Fn(&T) -> String) -> String {
    let mut all = Vec::new();
    for item in items {
        all.push(words(item));
    }
    all.join("; ")
}

/// Whether a spreadsheet might compute a text instead of showing it. Programs differ in which characters they skip
/// before the sign that starts a formula. Some accept its full-width form.
fn is_formula(text: &str) -> bool {
    let skipped = |sign: char| sign.is_whitespace() || disturbs(sign) || matches!(sign, '"' | '\'');
    let first = text.chars().find(|sign| !skipped(*sign));
    let starts = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    starts || text.starts_with(['\t', '\r'])
}
