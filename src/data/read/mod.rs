//! From a tree of values to a [`Dataset`], or to everything that is wrong with it.

mod cursor;
mod details;
mod ids;
mod incident;
mod place;
mod scalar;

use super::order::sorted;
use super::{DataError, Dataset, Value};
use cursor::{Cursor, Fields};
use ids::Ids;
use place::Errors;
use std::cmp::Ordering;

const FIELDS: &[&str] = &["schema", "title", "as_of", "incidents", "sources", "estimates", "claims", "rejected"];
const A_DATASET: &str = "an object with schema, title, as_of, incidents and sources";
const INCIDENTS: &str = "a list of incidents";

impl Dataset {
    /// Reads a whole dataset: what drawing needs and the details.
    ///
    /// # Errors
    /// Everything that is wrong with it, never nothing.
    pub fn from_value(value: &Value) -> Result<Dataset, Vec<DataError>> {
        let errors = Errors::default();
        let dataset = read_dataset(&Cursor::root(value, &errors), true);
        errors.or(dataset)
    }

    /// Reads what drawing needs. Fields that belong to the details may be absent and are not looked into.
    ///
    /// # Errors
    /// Everything that is wrong with it, never nothing.
    pub fn core_from_value(value: &Value) -> Result<Dataset, Vec<DataError>> {
        let errors = Errors::default();
        let dataset = read_dataset(&Cursor::root(value, &errors), false);
        errors.or(dataset)
    }

    /// Reads the details of this dataset, whose incidents are matched by `id`. Fields that are not details may be
    /// absent and are not looked into.
    ///
    /// # Errors
    /// Everything that is wrong with them, never nothing; the dataset stays as it was.
    pub fn add_details(&mut self, value: &Value) -> Result<(), Vec<DataError>> {
        let errors = Errors::default();
        let details = Cursor::root(value, &errors).fields(FIELDS, A_DATASET).and_then(|fields| {
            read_schema(&fields);
            let order = self.match_incidents(&fields.get("incidents"));
            let sources = Ids::of(&fields.get("sources"));
            let incidents = fields.get("incidents").list(INCIDENTS, |item| {
                let fields = item.fields(incident::FIELDS, incident::AN_INCIDENT)?;
                fields.get("id").id();
                incident::read_details(&fields, sources.as_ref())
            });
            details::read(&fields, sources.as_ref(), arranged(incidents?, &order))
        });
        self.details = Some(errors.or(details)?);
        Ok(())
    }

    /// For each incident of the dataset, where its details stand in the list.
    fn match_incidents(&self, list: &Cursor) -> Vec<usize> {
        let Some(given) = Ids::of(list) else { return Vec::new() };
        let own = Ids::new(self.incidents.iter().map(|incident| incident.id.as_str()).collect());
        list.for_each(|position, item| {
            let id = given.id(position);
            if !id.is_empty() && own.position(id).is_none() {
                item.child("id").fail_named(id, "is not an incident of this dataset", "the id of one of its incidents");
            }
        });
        let mut order = Vec::with_capacity(self.incidents.len());
        for incident in &self.incidents {
            match given.position(&incident.id) {
                Some(position) => order.push(position),
                None => list.fail_named(&incident.id, "has no details", "details for each incident of the dataset"),
            }
        }
        order
    }
}

fn read_dataset(root: &Cursor, with_details: bool) -> Option<Dataset> {
    let fields = root.fields(FIELDS, A_DATASET)?;
    read_schema(&fields);
    let title = fields.get("title").text("a title");
    let as_of = fields.get("as_of").day();
    Ids::of(&fields.get("incidents"));
    let sources = with_details.then(|| Ids::of(&fields.get("sources"))).flatten();

    let mut rest = Vec::new();
    let incidents = fields.get("incidents").list(INCIDENTS, |item| {
        let fields = item.fields(incident::FIELDS, incident::AN_INCIDENT)?;
        let incident = incident::read(&fields, as_of);
        if with_details {
            rest.extend(incident::read_details(&fields, sources.as_ref()));
        }
        incident
    })?;
    let order = sorted(incidents.len(), &|a, b| match (incidents.get(a), incidents.get(b)) {
        (Some(a), Some(b)) => a.date.cmp(&b.date).then_with(|| a.id.cmp(&b.id)),
        _ => Ordering::Equal,
    });
    let details = match with_details {
        true => Some(details::read(&fields, sources.as_ref(), arranged(rest, &order))?),
        false => None,
    };
    Some(Dataset { title: title?.into(), as_of: as_of?, incidents: arranged(incidents, &order), details })
}

fn read_schema(fields: &Fields) {
    let schema = fields.get("schema");
    match schema.value() {
        Some(Value::Number(1.0)) => {}
        Some(Value::Number(number)) => match cursor::whole(*number) {
            Some(number) => schema.fail(format!("schema {number}"), "1"),
            None => schema.fail("not a schema".into(), "1"),
        },
        _ => schema.fail_kind("1"),
    }
}

/// The items in this order. An item the order does not name is left out.
fn arranged<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.iter().filter_map(|&position| items.get_mut(position)?.take()).collect()
}
