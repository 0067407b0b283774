//! A dataset before any check: whatever tree of values came in.

/// A value of JSON or of JavaScript, in which nothing is lost: numbers may be infinite or not a number, and an object
/// keeps a field that was given twice.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, or JavaScript's `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// The fields of an object in the order they were given.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// How many lists and objects may stand inside one another, so that no input can exhaust the stack.
    pub const MAX_DEPTH: u8 = 32;
}
