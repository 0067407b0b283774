//! A place in a tree of values that knows its path, and notes what is wrong there.

use super::super::Value;
use super::ids::id_of;
use super::place::{Errors, Place, Step, listed, quoted};

/// A value that may be missing, and its place.
pub(super) struct Cursor<'v, 'p> {
    value: Option<&'v Value>,
    place: Place<'p>,
}

/// The fields of an object.
pub(super) struct Fields<'v, 'p> {
    fields: &'v [(String, Value)],
    place: Place<'p>,
}

impl<'v> Fields<'v, '_> {
    /// The field of this name, which may be missing.
    pub(super) fn get<'f>(&'f self, name: &'f str) -> Cursor<'v, 'f> {
        Cursor { value: field(self.fields, name), place: self.place.inside(Step::Field(name)) }
    }

    /// The field of this name, unless it is missing or null.
    pub(super) fn given<'f>(&'f self, name: &'f str) -> Option<Cursor<'v, 'f>> {
        let cursor = self.get(name);
        match cursor.value {
            None | Some(Value::Null) => None,
            Some(_) => Some(cursor),
        }
    }

    /// The text of this field, unless it is missing or null.
    pub(super) fn optional_text(&self, name: &str) -> Option<String> {
        self.given(name)?.text("text, or null").map(Into::into)
    }

    /// Whether this field is true; if it is missing or null, what holds without it.
    pub(super) fn flag_or(&self, name: &str, otherwise: bool) -> bool {
        self.given(name).and_then(|cursor| cursor.flag()).unwrap_or(otherwise)
    }
}

impl<'v, 'p> Cursor<'v, 'p> {
    pub(super) fn root(value: &'v Value, errors: &'p Errors) -> Cursor<'v, 'p> {
        Cursor { value: Some(value), place: Place::root(errors) }
    }

    pub(super) fn value(&self) -> Option<&'v Value> {
        self.value
    }

    pub(super) fn path(&self) -> String {
        self.place.path()
    }

    /// Notes what is wrong here.
    pub(super) fn fail(&self, problem: String, expected: &str) {
        self.place.fail(problem, expected);
    }

    /// Notes what is wrong with a text the author wrote.
    pub(super) fn fail_named(&self, text: &str, problem: &str, expected: &str) {
        self.fail(format!("{} {problem}", quoted(text)), expected);
    }

    /// Notes that the value is missing, or another kind of value than expected.
    pub(super) fn fail_kind(&self, expected: &str) {
        let problem = match self.value {
            None => "missing".into(),
            Some(Value::Null) => "null".into(),
            Some(Value::Bool(true)) => "true".into(),
            Some(Value::Bool(false)) => "false".into(),
            Some(Value::Number(number)) => match whole(*number) {
                Some(number) => format!("the number {number}"),
                None => "a number".into(),
            },
            Some(Value::Text(text)) => format!("the text {}", quoted(text)),
            Some(Value::List(_)) => "a list".into(),
            Some(Value::Object(_)) => "an object".into(),
        };
        self.fail(problem, expected);
    }

    /// The fields of an object that has no others than these, and each only once.
    pub(super) fn fields(&self, known: &'static [&'static str], expected: &str) -> Option<Fields<'v, 'p>> {
        let Some(Value::Object(fields)) = self.value else {
            self.fail_kind(expected);
            return None;
        };
        for &name in known {
            if fields.iter().filter(|(given, _)| given == name).count() > 1 {
                self.child(name).fail("given more than once".into(), "one value");
            }
        }
        for (name, _) in fields {
            if !known.contains(&name.as_str()) {
                self.fail(format!("unknown field {}", quoted(name)), &listed(known));
            }
        }
        Some(Fields { fields, place: self.place })
    }

    /// What stands in the field of this name, without a check that this is an object.
    pub(super) fn child<'c>(&'c self, name: &'c str) -> Cursor<'v, 'c> {
        let value = match self.value {
            Some(Value::Object(fields)) => field(fields, name),
            _ => None,
        };
        Cursor { value, place: self.place.inside(Step::Field(name)) }
    }

    /// What stands at this position, without a check that this is a list.
    pub(super) fn item(&self, position: usize) -> Cursor<'v, '_> {
        let value = match self.value {
            Some(Value::List(items)) => items.get(position),
            _ => None,
        };
        let mut place = self.place.inside(Step::Item(position));
        match value.map(id_of) {
            None | Some("") => {}
            Some(id) => place = place.named(id),
        }
        Cursor { value, place }
    }

    /// Goes through the items of a list, or through nothing.
    pub(super) fn for_each(&self, mut visit: impl FnMut(usize, Cursor<'v, '_>)) {
        if let Some(Value::List(items)) = self.value {
            for position in 0..items.len() {
                visit(position, self.item(position));
            }
        }
    }

    /// A list, without the items that could not be read.
    pub(super) fn list<T>(&self, expected: &str, mut read: impl FnMut(Cursor<'v, '_>) -> Option<T>) -> Option<Vec<T>> {
        let Some(Value::List(_)) = self.value else {
            self.fail_kind(expected);
            return None;
        };
        let mut list = Vec::new();
        self.for_each(|_, item| list.extend(read(item)));
        Some(list)
    }

    /// A list of at least one item.
    pub(super) fn filled_list<T>(
        &self,
        expected: &str,
        read: impl FnMut(Cursor<'v, '_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        if let Some(Value::List(items)) = self.value
            && items.is_empty()
        {
            self.fail("empty".into(), expected);
            return None;
        }
        self.list(expected, read)
    }
}

fn field<'v>(fields: &'v [(String, Value)], name: &str) -> Option<&'v Value> {
    fields.iter().find(|(given, _)| given == name).map(|(_, value)| value)
}

/// The whole number this is, where a float can tell it from its neighbours.
pub(super) fn whole(number: f64) -> Option<i64> {
    (number.trunc() == number && number.abs() < 9e15).then_some(number as i64)
}
