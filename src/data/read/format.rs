//! What the table of the format is made of.

/// What is said of a part of the format in the schema and in documents, and in no module for browsers.
#[derive(Clone, Copy)]
pub(super) struct About {
    /// Its name among the definitions of the schema; empty for what is none.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) name: &'static str,
    /// What it means; empty where the rule says it.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) text: &'static str,
}

/// An object that has no others than these fields.
#[cfg_attr(target_arch = "wasm32", allow(dead_code))]
pub(super) struct Shape {
    pub(super) about: About,
    pub(super) expected: &'static str,
    pub(super) fields: &'static [Field],
    pub(super) together: Together,
}

/// What the fields of an object have to say together.
pub(super) enum Together {
    Nothing,
    /// `low`, `best` and `high` are in order.
    LowToHigh,
    /// `kind`, `period` and `year` of an estimate agree, and its `world` holds it.
    Estimate,
    /// Nothing of an incident is recovered or attributed before it, and no more recovered than was taken.
    Incident,
    /// A source with a copy it was read through was not read itself.
    Source,
    /// `total_usd` or `share_pct` is there.
    World,
}

#[cfg_attr(target_arch = "wasm32", allow(dead_code))]
pub(super) struct Field {
    pub(super) about: About,
    /// What a flag is where it is left out.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) default: Option<bool>,
    pub(super) name: &'static str,
    pub(super) need: Need,
    pub(super) rule: Rule,
}

pub(super) enum Need {
    Required,
    /// May be null, but not missing.
    Stated,
    Optional,
}

/// What a value has to be, and the words for it where they differ from field to field.
#[derive(Clone, Copy)]
pub(super) enum Rule {
    Schema,
    Flag,
    /// From 0 to 10^15.
    Amount(&'static str),
    /// From 0 to 100.
    Percent(&'static str),
    /// A whole number from 0.
    Count(&'static str),
    /// A text that is not blank and not longer than 2,000 characters.
    Text(Form, &'static str),
    OneOf(&'static Choice),
    List(Items, &'static Rule, &'static str),
    Object(&'static Shape),
}

/// A fixed list of ids.
#[cfg_attr(target_arch = "wasm32", allow(dead_code))]
pub(super) struct Choice {
    pub(super) about: About,
    pub(super) what: &'static str,
    pub(super) ids: &'static [&'static str],
}

/// What a text has to look like.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Any,
    /// Without line breaks and other control characters.
    Line,
    Id,
    Link,
    Country,
    /// The id of a source.
    Source,
    /// A date as precise as it is known.
    Date,
    /// A date that is not after `as_of`.
    PastDate,
    Day,
    /// `2021`, or `2016-01..2022-12`.
    Period,
}

/// What holds of the items of a list beyond the rule of each.
#[derive(Clone, Copy)]
pub(super) enum Items {
    Any,
    AtLeastOne,
    /// Two dates, the earlier first.
    Period,
    /// Each has an id of its own.
    Named,
}

pub(super) const fn text(expected: &'static str) -> Rule {
    Rule::Text(Form::Any, expected)
}

pub(super) const fn required(name: &'static str, meaning: &'static str, rule: Rule) -> Field {
    field(name, meaning, Need::Required, rule, None)
}

pub(super) const fn stated(name: &'static str, meaning: &'static str, rule: Rule) -> Field {
    field(name, meaning, Need::Stated, rule, None)
}

pub(super) const fn optional(name: &'static str, meaning: &'static str, rule: Rule) -> Field {
    field(name, meaning, Need::Optional, rule, None)
}

/// An optional flag, which has a value where it is left out.
pub(super) const fn flag(name: &'static str, meaning: &'static str, default: bool) -> Field {
    field(name, meaning, Need::Optional, Rule::Flag, Some(default))
}

#[cfg(not(target_arch = "wasm32"))]
const fn field(name: &'static str, meaning: &'static str, need: Need, rule: Rule, default: Option<bool>) -> Field {
    Field { name, need, rule, default, about: about("", meaning) }
}

#[cfg(target_arch = "wasm32")]
const fn field(name: &'static str, _: &'static str, need: Need, rule: Rule, _: Option<bool>) -> Field {
    Field { name, need, rule, about: about("", "") }
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) const fn about(name: &'static str, text: &'static str) -> About {
    About { name, text }
}

#[cfg(target_arch = "wasm32")]
pub(super) const fn about(_: &'static str, _: &'static str) -> About {
    About {}
}
