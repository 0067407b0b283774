//! Finding the objects of a list by their id.

use super::super::order::sorted;
use super::Value;
use super::cursor::Cursor;

/// The ids of a list of objects; of an object without one, the empty text.
pub(super) struct Ids<'v> {
    ids: Vec<&'v str>,
    order: Vec<usize>,
}

impl<'v> Ids<'v> {
    pub(super) fn new(ids: Vec<&'v str>) -> Ids<'v> {
        let id = |position: usize| ids.get(position).copied().unwrap_or_default();
        let order = sorted(ids.len(), &|a, b| id(a).cmp(id(b)));
        Ids { ids, order }
    }

    /// The ids of a list, each of which must be the only one of its name. `None` if it is no list.
    pub(super) fn of(list: &Cursor<'v, '_>) -> Option<Ids<'v>> {
        let Some(Value::List(items)) = list.value() else { return None };
        let ids = Ids::new(items.iter().map(id_of).collect());
        list.for_each(|position, item| {
            let id = ids.id(position);
            if let Some(first) = ids.position(id)
                && first < position
            {
                let place = list.item(first).path();
                item.child("id").fail_named(id, &format!("is the id of {place} already"), "an id of its own");
            }
        });
        Some(ids)
    }

    /// The id of the object at this position.
    pub(super) fn id(&self, position: usize) -> &'v str {
        self.ids.get(position).copied().unwrap_or_default()
    }

    /// Where the first object of this id stands.
    pub(super) fn position(&self, id: &str) -> Option<usize> {
        let at = self.order.partition_point(|&position| self.id(position) < id);
        self.order.get(at).copied().filter(|&position| !id.is_empty() && self.id(position) == id)
    }
}

/// The id of an object, if it is one and has one.
pub(super) fn id_of(value: &Value) -> &str {
    let Value::Object(fields) = value else { return "" };
    match fields.iter().find(|(name, _)| name == "id") {
        Some((_, Value::Text(id))) => id,
        _ => "",
    }
}
