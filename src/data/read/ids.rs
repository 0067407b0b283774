//! Finds the objects of a list by id.

use super::super::Value;
use super::super::small::sorted;

/// The ids of a list of objects; empty for an object without id.
pub(super) struct Ids<'v> {
    ids: Vec<&'v str>,
    order: Vec<usize>,
}

impl<'v> Ids<'v> {
    pub(super) fn of(items: &'v [Value]) -> Ids<'v> {
        let ids: Vec<&str> = items.iter().map(id_of).collect();
        let id = |position: usize| ids.get(position).copied().unwrap_or_default();
        let order = sorted(ids.len(), &|a, b| id(a).cmp(id(b)));
        Ids { ids, order }
    }

    /// Index of the first object with an id; `None` if there is none.
    pub(super) fn position(&self, id: &str) -> Option<usize> {
        let id_at = |position: usize| self.ids.get(position).copied().unwrap_or_default();
        let rank = self.order.partition_point(|&position| id_at(position) < id);
        self.order.get(rank).copied().filter(|&position| !id.is_empty() && id_at(position) == id)
    }

    /// Index of the object with a validated id.
    pub(super) fn index_of(&self, id: &str) -> usize {
        self.position(id).unwrap_or_default()
    }
}

/// The id of an object; empty for an object without id and for other values.
pub(super) fn id_of(value: &Value) -> &str {
    value.text("id")
}
