//! Incidents as JSON.

use super::{disturbs, dollars, id, id_at};
use crate::data::{
    Country, Dataset, Details, Evidence, Group, Incident, IncidentDetails, Labels, Method, PartialDate, Read, Source,
};

/// A dataset of schema 1 with the `chosen` incidents and the sources they cite, so that it can be drawn again.
///
/// Each incident and each source has a line. Unknown values are left out, except that an unknown amount is `null`.
///
/// ```
/// use heistogram::{data::{Columns, Dataset}, export::json};
/// let (names, numbers, places) = (["firm\n", "bank\n", "\n"], &[0.0, 5.0], &[0, 0, 0, 1]);
/// let columns = Columns { title: "", as_of: "2026-01-01", names, numbers, places };
/// let json = json(&Dataset::from_columns(&columns).unwrap(), &[0]);
/// assert!(json.contains(r#"{"id":"1","date":"1970-01-01","sector":"bank","stolen_usd":null,"#));
/// ```
pub fn json(dataset: &Dataset, chosen: &[usize]) -> String {
    let (blank, nothing) = (Details::default(), IncidentDetails::default());
    let details = dataset.details.as_ref().unwrap_or(&blank);
    let mut cited = vec![false; details.sources.len()];
    let mut json = Writer("{\n\"schema\":1".into());
    json.text("title", &dataset.title);
    json.text("as_of", &PartialDate::from(dataset.as_of).iso());
    if dataset.labels.are_given() {
        json.labels(&dataset.labels);
    }
    json.0.push_str(",\n\"incidents\":[");
    let mut end = "\n";
    for index in chosen {
        if let Some(incident) = dataset.incidents.get(*index) {
            // A dataset of columns has no details.
            let more = details.incidents.get(*index).unwrap_or(&nothing);
            json.0.push_str(end);
            end = ",\n";
            json.incident(incident, more, &details.sources);
            for source in more.cited() {
                cited[source] = true;
            }
        }
    }
    json.0.push_str("],\n\"sources\":[");
    end = "\n";
    for (index, source) in details.sources.iter().enumerate() {
        if cited[index] {
            json.0.push_str(end);
            end = ",\n";
            json.source(source);
        }
    }
    json.0.push_str("]\n}\n");
    json.0
}

impl Writer {
    fn labels(&mut self, labels: &Labels) {
        self.name("labels");
        self.0.push('{');
        self.text("subject", labels.subject(""));
        self.name("groups");
        self.0.push('{');
        for group in Group::ALL {
            self.text(group.id(), labels.group(group, ""));
        }
        self.0.push('}');
        self.name("evidence");
        self.0.push('{');
        for level in Evidence::ALL {
            self.text(level.id(), labels.evidence(level, ""));
        }
        self.0.push_str("}}");
    }

    fn incident(&mut self, incident: &Incident, more: &IncidentDetails, sources: &[Source]) {
        self.0.push('{');
        self.text("id", &id(incident));
        self.text("date", &incident.date.iso());
        self.text("victim", incident.victim());
        self.text("country", incident.country.map_or("", Country::code));
        self.text("sector", incident.sector.id());
        self.name("stolen_usd");
        self.0.push_str(if incident.stolen_usd.is_some() { "{" } else { "null" });
        if let Some(usd) = &incident.stolen_usd {
            self.amount("low", Some(usd.low));
            self.amount("best", Some(usd.best));
            self.amount("high", Some(usd.high));
            self.0.push('}');
        }
        self.amount("attempted_usd", more.attempted_usd);
        self.amount("recovered_usd", more.recovered_usd);
        self.list("recovered", &more.recovered, |json, one| {
            json.amount("usd", Some(one.usd));
            json.text("kind", one.kind.id());
            json.text("source", id_at(sources, one.source));
            json.text("date", &one.date.iso());
        });
        self.optional("asset", &more.asset);
        self.text("method", incident.method.map_or("", Method::id));
        self.name("attribution");
        self.0.push('[');
        for name in &more.attribution {
            self.comma();
            self.quote(name);
        }
        self.0.push(']');
        self.list("actor", &more.actor, |json, one| {
            json.text("name", &one.name);
            json.text("by", &one.by);
            json.text("source", id_at(sources, one.source));
        });
        if let Some(one) = &more.attributed_on {
            self.name("attributed_on");
            self.0.push('{');
            self.text("date", &one.date.iso());
            self.text("by", &one.by);
            self.text("source", id_at(sources, one.source));
            self.0.push('}');
        }
        self.text("evidence", incident.evidence.id());
        self.flag("disputed", incident.disputed);
        self.flag("counted", incident.counted);
        if let Some(row) = incident.un2019() {
            self.name("un2019");
            self.0.push('{');
            self.text("row", &row.row);
            self.amount("usd", row.usd);
            self.text("kind", row.kind.id());
            self.optional("wording", &row.wording);
            self.flag("counts", row.counts);
            self.flag("in_press_country_list", row.in_press_country_list);
            self.0.push('}');
        }
        self.list("sources", &more.sources, |json, one| {
            json.text("source", id_at(sources, one.source));
            json.optional("locator", &one.locator);
        });
        self.optional("text", &more.text);
        self.0.push('}');
    }

    fn source(&mut self, source: &Source) {
        self.0.push('{');
        self.text("id", &source.id);
        self.text("title", &source.title);
        self.text("publisher", &source.publisher);
        self.text("date", &source.date.map_or(String::new(), PartialDate::iso));
        self.text("url", &source.url);
        self.text("kind", source.kind.id());
        self.optional("via", &source.via);
        self.text("read", source.read.map_or("", Read::id));
        self.0.push('}');
    }
}

/// Unfinished JSON. Each function closes what it opens.
struct Writer(String);

impl Writer {
    /// Writes the name of a field. Its value must follow.
    fn name(&mut self, name: &str) {
        self.comma();
        self.0.push('"');
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    /// Writes a comma, unless the list or object is empty so far.
    fn comma(&mut self) {
        if !self.0.ends_with(['{', '[', '\n']) {
            self.0.push(',');
        }
    }

    /// Writes a field with a text, unless the text is empty.
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.name(name);
            self.quote(text);
        }
    }

    /// Writes a field with a list of objects, unless the list is empty.
    fn list<T>(&mut self, name: &str, items: &[T], fields: impl Fn(&mut Self, &T)) {
        if items.is_empty() {
            return;
        }
        self.name(name);
        self.0.push('[');
        for item in items {
            self.comma();
            self.0.push('{');
            fields(self, item);
            self.0.push('}');
        }
        self.0.push(']');
    }

    fn optional(&mut self, name: &str, text: &Option<String>) {
        self.text(name, text.as_deref().unwrap_or_default());
    }

    fn amount(&mut self, name: &str, amount: Option<f64>) {
        if let Some(amount) = amount {
            self.name(name);
            self.0.push_str(&dollars(amount));
        }
    }

    fn flag(&mut self, name: &str, flag: bool) {
        self.name(name);
        self.0.push_str(if flag { "true" } else { "false" });
    }

    /// Writes a text in quotes. Characters that would disturb an editor or a terminal are escaped.
    fn quote(&mut self, text: &str) {
        self.0.push('"');
        for sign in text.chars() {
            if disturbs(sign) {
                self.0.push_str("\\u");
                // All of them have at most four digits.
                for shift in [12, 8, 4, 0] {
                    self.0.extend(char::from_digit(sign as u32 >> shift & 15, 16));
                }
                continue;
            }
            if matches!(sign, '"' | '\\') {
                self.0.push('\\');
            }
            self.0.push(sign);
        }
        self.0.push('"');
    }
}
