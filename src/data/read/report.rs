//! The errors found so far, and the current path.

use super::super::{DataError, Value};
use super::scalar::whole;

const QUOTED_CHARS: usize = 60;

#[derive(Default)]
pub(super) struct Report<'v> {
    pub(super) errors: Vec<DataError>,
    path: String,
    /// Id of the innermost object that has one.
    id: &'v str,
}

impl<'v> Report<'v> {
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// The current position, for [`Report::back_to`]: length of the path, and id.
    pub(super) fn here(&self) -> (usize, &'v str) {
        (self.path.len(), self.id)
    }

    pub(super) fn back_to(&mut self, (path, id): (usize, &'v str)) {
        self.path.truncate(path);
        self.id = id;
    }

    /// Moves to a field of the object at the current path.
    pub(super) fn enter_field(&mut self, name: &str) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(name);
    }

    /// Moves to an item of the list at the current path. `id` is empty for an item without id.
    pub(super) fn enter_item(&mut self, position: usize, id: &'v str) {
        self.path.push_str(&format!("[{position}]"));
        if !id.is_empty() {
            self.id = id;
        }
    }

    /// Reports an error at the current path.
    pub(super) fn fail(&mut self, problem: &str, expected: &str) {
        self.errors.push(DataError {
            path: self.path.clone(),
            id: (!self.id.is_empty()).then(|| clipped(self.id)),
            problem: problem.into(),
            expected: expected.into(),
        });
    }

    /// Reports an error with a quotation of the text.
    pub(super) fn fail_named(&mut self, text: &str, problem: &str, expected: &str) {
        self.fail(&format!("{} {problem}", quoted(text)), expected);
    }

    /// Reports an error of a field of the object at the current path.
    pub(super) fn fail_field(&mut self, name: &str, problem: &str, expected: &str) {
        let here = self.here();
        self.enter_field(name);
        self.fail(problem, expected);
        self.back_to(here);
    }

    /// Reports an error of the id of an item of the list at the current path.
    pub(super) fn fail_id(&mut self, position: usize, id: &'v str, problem: &str, expected: &str) {
        let here = self.here();
        self.enter_item(position, id);
        self.fail_field("id", &format!("{} {problem}", quoted(id)), expected);
        self.back_to(here);
    }

    /// Reports that a value is missing or of another kind.
    pub(super) fn fail_kind(&mut self, value: Option<&Value>, expected: &str) {
        let problem = match value {
            None => "missing",
            Some(Value::Null) => "null",
            Some(Value::Bool(true)) => "true",
            Some(Value::Bool(false)) => "false",
            Some(Value::Number(number)) => match whole(*number) {
                Some(number) => &format!("the number {number}"),
                None => "a number",
            },
            Some(Value::Text(text)) => &format!("the text {}", quoted(text)),
            Some(Value::List(_)) => "a list",
            Some(Value::Object(_)) => "an object",
        };
        self.fail(problem, expected);
    }
}

/// Appends a name to a list with commas.
pub(super) fn add_name(list: &mut String, name: &str) {
    if !list.is_empty() {
        list.push_str(", ");
    }
    list.push_str(name);
}

/// The start of a text of the dataset, in quotes.
pub(in crate::data) fn quoted(text: &str) -> String {
    format!("\"{}\"", clipped(text))
}

/// The start of a text of the dataset, without control characters, so that it fits in a line.
fn clipped(text: &str) -> String {
    let mut start = String::new();
    for (position, char) in text.chars().enumerate() {
        if position == QUOTED_CHARS {
            start.push('…');
            break;
        }
        start.push(if char.is_control() { '\u{fffd}' } else { char });
    }
    start
}
