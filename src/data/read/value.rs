//! Access to the values of a validated tree. A missing value gives the default of its type.

use super::super::kind::{Listed, position};
use super::super::{PartialDate, Value};

static NOTHING: Value = Value::Null;

impl Value {
    /// The field of a name; `None` if it is missing.
    pub(super) fn field(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Object(fields) => fields.iter().find(|(given, _)| given == name).map(|(_, value)| value),
            _ => None,
        }
    }

    pub(super) fn get(&self, name: &str) -> &Value {
        self.field(name).unwrap_or(&NOTHING)
    }

    /// The field of a name; `None` if it is missing or null.
    pub(super) fn given(&self, name: &str) -> Option<&Value> {
        Some(self.get(name)).filter(|value| !matches!(value, Value::Null))
    }

    pub(super) fn items(&self) -> &[Value] {
        match self {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub(super) fn item(&self, position: usize) -> &Value {
        self.items().get(position).unwrap_or(&NOTHING)
    }

    pub(super) fn as_text(&self) -> &str {
        match self {
            Value::Text(text) => text,
            _ => "",
        }
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.get(name).as_text()
    }

    pub(super) fn string(&self, name: &str) -> String {
        self.text(name).into()
    }

    /// `None` for the empty text, which no validated field has.
    pub(super) fn optional_string(&self, name: &str) -> Option<String> {
        Some(self.string(name)).filter(|text| !text.is_empty())
    }

    pub(super) fn optional_number(&self, name: &str) -> Option<f64> {
        match self.get(name) {
            // Adding 0 turns -0 into 0.
            Value::Number(number) => Some(number + 0.0),
            _ => None,
        }
    }

    pub(super) fn number(&self, name: &str) -> f64 {
        self.optional_number(name).unwrap_or_default()
    }

    pub(super) fn flag(&self, name: &str, default: bool) -> bool {
        match self.get(name) {
            Value::Bool(flag) => *flag,
            _ => default,
        }
    }

    pub(super) fn date(&self, name: &str) -> PartialDate {
        date(self.text(name))
    }

    pub(super) fn one_of<T: Listed>(&self, name: &str) -> T {
        position(T::IDS, self.text(name)).and_then(T::at).unwrap_or_default()
    }
}

pub(super) fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap_or_default()
}
