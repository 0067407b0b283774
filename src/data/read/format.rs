//! The types of the table of the format.

/// Description of a part of the format, for the schema and the documents. No module for browsers contains it.
#[derive(Clone, Copy)]
pub(super) struct About {
    /// Its name among the definitions of the schema; empty for a part that is not one.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) name: &'static str,
    /// Its meaning; empty if the description of its rule has it.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) text: &'static str,
}

/// An object with these fields and no others.
#[cfg_attr(target_arch = "wasm32", allow(dead_code))]
pub(super) struct Shape {
    pub(super) about: About,
    pub(super) expected: &'static str,
    pub(super) fields: &'static [Field],
    pub(super) together: Together,
}

/// A rule for several fields of an object together.
pub(super) enum Together {
    Nothing,
    /// `low`, `best` and `high` are in order.
    LowToHigh,
    /// `kind`, `period` and `year` of an estimate agree, and its `world` is not below it.
    Estimate,
    /// Recoveries and attributions are not before the incident, and no more is recovered than was taken.
    Incident,
    /// A source with `via` was not read in the original.
    Source,
    /// At least one of `total_usd` and `share_pct` is given.
    World,
}

#[cfg_attr(target_arch = "wasm32", allow(dead_code))]
pub(super) struct Field {
    pub(super) about: About,
    /// Value of a flag that is left out.
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

/// The rule for a value, with the words for what is expected if they differ between fields.
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
    /// A text of 1 to 2,000 characters that is not blank.
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

/// The form of a text.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Any,
    /// Without line breaks and other control characters.
    Line,
    /// A line of at most 60 characters without signs of markup.
    Label,
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

/// The rule for the items of a list, beyond the rule of each.
#[derive(Clone, Copy)]
pub(super) enum Items {
    Any,
    AtLeastOne,
    /// Two dates, the earlier first.
    Period,
    /// Each has a unique id.
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

/// An optional flag with a default.
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
