//! A dataset before validation: a tree of values.

/// A value of JSON or JavaScript, without loss: numbers may be infinite or NaN, and an object keeps a field that occurs
/// twice.
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
    /// Fields of an object, in their order in the input.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Deepest nesting of lists and objects, so that no input can exhaust the stack.
    pub const MAX_DEPTH: u8 = 32;
}
