//! Finding the objects of a list by their id.

use super::super::Value;

/// The ids of a list of objects; of an object without one, the empty text.
pub(super) struct Ids<'v> {
    ids: Vec<&'v str>,
    order: Vec<usize>,
}

impl<'v> Ids<'v> {
    pub(super) fn of(items: &'v [Value]) -> Ids<'v> {
        let ids: Vec<&str> = items.iter().map(id_of).collect();
        let id = |position: usize| ids.get(position).copied().unwrap_or_default();
        let mut order: Vec<usize> = (0..ids.len()).collect();
        order.sort_by_key(|&position| id(position));
        Ids { ids, order }
    }

    /// Where the first object of this id stands.
    pub(super) fn position(&self, id: &str) -> Option<usize> {
        let id_at = |position: usize| self.ids.get(position).copied().unwrap_or_default();
        let at = self.order.partition_point(|&position| id_at(position) < id);
        self.order.get(at).copied().filter(|&position| !id.is_empty() && id_at(position) == id)
    }

    /// Where the object of this id stands that is known to be there.
    pub(super) fn place(&self, id: &str) -> usize {
        self.position(id).unwrap_or_default()
    }
}

/// The id of an object, if it is one and has one.
pub(super) fn id_of(value: &Value) -> &str {
    value.text("id")
}
