//! Incidents as JSON.

use super::{disturbs, dollars};
use crate::data::{Dataset, Details, Incident, IncidentDetails, PartialDate, Source, UnRow, UsdRange};

/// A dataset of schema 1 that holds some of the incidents and the sources they cite, so that it can be drawn again. A line
/// an incident or a source; what is not known is left out, but for an amount, which is `null`.
pub fn json(dataset: &Dataset, chosen: &[usize]) -> String {
    let blank = Details::default();
    let details = dataset.details.as_ref().unwrap_or(&blank);
    let mut cited = vec![false; details.sources.len()];
    let mut incidents = Vec::new();
    for index in chosen {
        if let (Some(incident), Some(more)) = (dataset.incidents.get(*index), details.incidents.get(*index)) {
            incidents.push(one(incident, more, details, &mut cited));
        }
    }
    let mut sources = Vec::new();
    for (at, work) in details.sources.iter().enumerate() {
        if cited[at] {
            sources.push(source(work));
        }
    }
    let mut all = Object::default();
    all.add("schema", "1");
    all.text("title", &dataset.title);
    all.text("as_of", &PartialDate::from(dataset.as_of).iso());
    all.add("incidents", &list(&incidents, ",\n"));
    all.add("sources", &list(&sources, ",\n"));
    [&all.end(), "\n"].concat()
}

fn one(incident: &Incident, more: &IncidentDetails, details: &Details, cited: &mut [bool]) -> String {
    let mut object = Object::default();
    object.text("id", &incident.id);
    object.text("date", &incident.date.iso());
    object.text("victim", &incident.victim);
    if let Some(country) = incident.country {
        object.text("country", country.code());
    }
    object.text("sector", incident.sector.id());
    object.add("stolen_usd", &incident.stolen_usd.as_ref().map_or("null".into(), range));
    object.amount("attempted_usd", more.attempted_usd);
    object.amount("recovered_usd", more.recovered_usd);
    object.optional("asset", more.asset.as_deref());
    object.optional("method", more.method.map(|method| method.id()));
    let mut names = Vec::new();
    for name in &more.attribution {
        names.push(quoted(name));
    }
    object.add("attribution", &list(&names, ","));
    object.text("evidence", incident.evidence.id());
    object.flag("disputed", incident.disputed);
    object.flag("counted", incident.counted);
    if let Some(row) = &incident.un2019 {
        object.add("un2019", &un_row(row));
    }
    let mut citations = Vec::new();
    for citation in &more.sources {
        let Some(source) = details.sources.get(citation.source) else { continue };
        cited[citation.source] = true;
        let mut object = Object::default();
        object.text("source", &source.id);
        object.optional("locator", citation.locator.as_deref());
        citations.push(object.end());
    }
    object.add("sources", &list(&citations, ","));
    object.optional("text", more.text.as_deref());
    object.end()
}

fn range(usd: &UsdRange) -> String {
    let mut object = Object::default();
    object.add("low", &dollars(usd.low));
    object.add("best", &dollars(usd.best));
    object.add("high", &dollars(usd.high));
    object.end()
}

fn un_row(row: &UnRow) -> String {
    let mut object = Object::default();
    object.text("row", &row.row);
    object.amount("usd", row.usd);
    object.text("kind", row.kind.id());
    object.optional("wording", row.wording.as_deref());
    object.flag("counts", row.counts);
    object.flag("in_press_country_list", row.in_press_country_list);
    object.end()
}

fn source(source: &Source) -> String {
    let mut object = Object::default();
    object.text("id", &source.id);
    object.text("title", &source.title);
    object.text("publisher", &source.publisher);
    object.text("date", &source.date.iso());
    object.text("url", &source.url);
    object.text("kind", source.kind.id());
    object.optional("via", source.via.as_deref());
    object.end()
}

/// The fields of an object so far.
#[derive(Default)]
struct Object(String);

impl Object {
    /// Adds a field whose value is JSON already.
    #[inline(never)]
    fn add(&mut self, name: &str, value: &str) {
        self.0.extend([if self.0.is_empty() { "{\"" } else { ",\"" }, name, "\":", value]);
    }

    fn text(&mut self, name: &str, text: &str) {
        self.add(name, &quoted(text));
    }

    fn optional(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn amount(&mut self, name: &str, amount: Option<f64>) {
        if let Some(amount) = amount {
            self.add(name, &dollars(amount));
        }
    }

    fn flag(&mut self, name: &str, flag: bool) {
        self.add(name, if flag { "true" } else { "false" });
    }

    fn end(self) -> String {
        self.0 + "}"
    }
}

#[inline(never)]
fn list(items: &[String], between: &str) -> String {
    ["[", &crate::locale::join(items, between), "]"].concat()
}

/// A text in quotes. What would disturb an editor or a terminal is written by its number; it stays what it is.
#[inline(never)]
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for sign in text.chars() {
        if matches!(sign, '"' | '\\') {
            out.push('\\');
        }
        if disturbs(sign) {
            out.push_str("\\u");
            // All of them have four digits.
            for shift in [12, 8, 4, 0] {
                out.extend(char::from_digit(sign as u32 >> shift & 15, 16));
            }
        } else {
            out.push(sign);
        }
    }
    out.push('"');
    out
}
