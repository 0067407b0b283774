//! Where in the tree something is wrong, and the words for it.

use super::super::DataError;
use std::cell::Cell;

const QUOTED_CHARS: usize = 60;

/// Everything found wrong so far. Every cursor of one dataset adds to the same list.
#[derive(Default)]
pub(super) struct Errors(Cell<Vec<DataError>>);

impl Errors {
    fn add(&self, error: DataError) {
        let mut errors = self.0.take();
        errors.push(error);
        self.0.set(errors);
    }

    /// What was read, if nothing is wrong; whatever could not be read has added an error.
    pub(super) fn or<T>(self, read: Option<T>) -> Result<T, Vec<DataError>> {
        let errors = self.0.into_inner();
        match read {
            Some(read) if errors.is_empty() => Ok(read),
            _ => Err(errors),
        }
    }
}

#[derive(Clone, Copy)]
pub(super) enum Step<'p> {
    Root,
    Field(&'p str),
    Item(usize),
}

/// A chain of steps on the stack: the path is spelled out only when something is wrong.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    parent: Option<&'p Place<'p>>,
    step: Step<'p>,
    /// Id of the innermost object that has one.
    id: &'p str,
    errors: &'p Errors,
}

impl<'p> Place<'p> {
    pub(super) fn root(errors: &'p Errors) -> Place<'p> {
        Place { parent: None, step: Step::Root, id: "", errors }
    }

    /// The same place, in an object of this id.
    pub(super) fn named(self, id: &'p str) -> Place<'p> {
        Place { id, ..self }
    }

    /// Notes what is wrong here.
    pub(super) fn fail(&self, problem: String, expected: &str) {
        let id = Some(clipped(self.id)).filter(|id| !id.is_empty());
        self.errors.add(DataError { path: self.path(), id, problem, expected: expected.into() });
    }

    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        self.write_path(&mut path);
        path
    }

    /// A step further.
    pub(super) fn inside(&'p self, step: Step<'p>) -> Place<'p> {
        Place { parent: Some(self), step, ..*self }
    }

    fn write_path(&self, path: &mut String) {
        if let Some(parent) = self.parent {
            parent.write_path(path);
        }
        match self.step {
            Step::Root => {}
            Step::Field(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Item(position) => *path += &format!("[{position}]"),
        }
    }
}

/// Names in a row.
pub(super) fn listed(names: &[&str]) -> String {
    let mut list = String::new();
    for name in names {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(name);
    }
    list
}

/// A text the author wrote, in quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", clipped(text))
}

/// The start of a text the author wrote, fit for a line of a report.
fn clipped(text: &str) -> String {
    let mut chars = text.chars().map(|char| if char.is_control() { '\u{fffd}' } else { char });
    let mut start: String = chars.by_ref().take(QUOTED_CHARS).collect();
    if chars.next().is_some() {
        start.push('…');
    }
    start
}
