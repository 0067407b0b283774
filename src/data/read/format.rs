//! The format, as a table.

use super::super::kind::Listed;
use super::super::{EstimateKind, Evidence, Method, Read, RecoveryKind, Sector, SourceKind, UnKind};
use Together::Nothing;

/// An object that has no others than these fields.
pub(super) struct Shape {
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

pub(super) struct Field {
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
pub(super) struct Choice {
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

const ID: Rule = Rule::Text(Form::Id, "A-Z, a-z, 0-9, dots, hyphens and underscores only");
const LINK: Rule =
    Rule::Text(Form::Link, "a link that begins with https:// or http://, without spaces or a user's name");
const COUNTRY: Rule = Rule::Text(Form::Country, "an ISO 3166-1 code of two capital letters, such as KR");
const A_DATE: &str = "YYYY, YYYY-MM or YYYY-MM-DD";
const DATE: Rule = Rule::Text(Form::Date, A_DATE);
const SECTOR: Rule = Rule::OneOf(&Choice { what: "sector", ids: Sector::IDS });
const METHOD: Rule = Rule::OneOf(&Choice { what: "method", ids: Method::IDS });
const EVIDENCE: Rule = Rule::OneOf(&Choice { what: "kind of evidence", ids: Evidence::IDS });
const UN_KIND: Rule = Rule::OneOf(&Choice { what: "kind", ids: UnKind::IDS });
const SOURCE_KIND: Rule = Rule::OneOf(&Choice { what: "kind of source", ids: SourceKind::IDS });
const READ: Rule = Rule::OneOf(&Choice { what: "way to read a source", ids: Read::IDS });
const RECOVERY_KIND: Rule = Rule::OneOf(&Choice { what: "kind of recovery", ids: RecoveryKind::IDS });
const PAST_DATE: Rule = Rule::Text(Form::PastDate, A_DATE);
const ESTIMATE_KIND: Rule = Rule::OneOf(&Choice { what: "kind of estimate", ids: EstimateKind::IDS });
const SOURCE_ID: Rule = Rule::Text(Form::Source, "the id of a source");
const TEXT_OR_NULL: Rule = text("text, or null");
const DOLLARS: Rule = Rule::Amount("US dollars from 0 to 10^15");
const DOLLARS_OR_NULL: Rule = Rule::Amount("US dollars from 0 to 10^15, or null");
const SOME_SOURCES: &str = "a list of at least one source";

pub(super) static DATASET: Shape = Shape {
    expected: "an object with schema, title, as_of, incidents and sources",
    fields: &[
        required("schema", Rule::Schema),
        required("title", text("a title")),
        required("as_of", Rule::Text(Form::Day, "YYYY-MM-DD")),
        required("incidents", Rule::List(Items::Named, &Rule::Object(&INCIDENT), "a list of incidents")),
        required("sources", Rule::List(Items::Named, &Rule::Object(&SOURCE), "a list of sources")),
        optional("estimates", Rule::List(Items::Any, &Rule::Object(&ESTIMATE), "a list of estimates, or null")),
        optional("claims", Rule::List(Items::Named, &Rule::Object(&CLAIM), "a list of claims, or null")),
        optional("rejected", Rule::Object(&REJECTED)),
        optional("events", Rule::List(Items::Any, &Rule::Object(&EVENT), "a list of events, or null")),
    ],
    together: Nothing,
};

static INCIDENT: Shape = Shape {
    expected: "an object with id, date, victim, sector, stolen_usd, evidence and sources",
    fields: &[
        required("id", ID),
        required("date", PAST_DATE),
        required("victim", text("the name of the victim")),
        optional("country", COUNTRY),
        required("sector", SECTOR),
        stated("stolen_usd", Rule::Object(&RANGE_OR_NULL)),
        optional("attempted_usd", DOLLARS_OR_NULL),
        optional("recovered_usd", DOLLARS_OR_NULL),
        optional("recovered", Rule::List(Items::Any, &Rule::Object(&RECOVERY), "a list of recoveries, or null")),
        optional("asset", TEXT_OR_NULL),
        optional("method", METHOD),
        optional("attribution", Rule::List(Items::Any, &text("a name"), "a list of names")),
        optional("actor", Rule::List(Items::Any, &Rule::Object(&ACTOR), "a list of names with who uses them, or null")),
        optional("attributed_on", Rule::Object(&ATTRIBUTED)),
        required("evidence", EVIDENCE),
        optional("disputed", Rule::Flag),
        optional("counted", Rule::Flag),
        optional("un2019", Rule::Object(&UN_ROW)),
        required("sources", Rule::List(Items::AtLeastOne, &Rule::Object(&CITATION), SOME_SOURCES)),
        optional("text", TEXT_OR_NULL),
    ],
    together: Together::Incident,
};

static RECOVERY: Shape = Shape {
    expected: "an object with usd, kind, source and date",
    fields: &[
        required("usd", DOLLARS),
        required("kind", RECOVERY_KIND),
        required("source", SOURCE_ID),
        required("date", PAST_DATE),
    ],
    together: Nothing,
};

static ACTOR: Shape = Shape {
    expected: "an object with name, by and source",
    fields: &[
        required("name", text("the name of a group")),
        required("by", text("who uses the name")),
        required("source", SOURCE_ID),
    ],
    together: Nothing,
};

static ATTRIBUTED: Shape = Shape {
    expected: "an object with date, by and source, or null",
    fields: &[required("date", PAST_DATE), required("by", text("who attributed it")), required("source", SOURCE_ID)],
    together: Nothing,
};

static EVENT: Shape = Shape {
    expected: "an object with date, line and source",
    fields: &[
        required("date", PAST_DATE),
        required("line", Rule::Text(Form::Line, "what happened, in one line")),
        required("source", SOURCE_ID),
    ],
    together: Nothing,
};

static RANGE: Shape =
    Shape { expected: "an object with low, best and high", fields: RANGE_FIELDS, together: Together::LowToHigh };

static RANGE_OR_NULL: Shape = Shape {
    expected: "an object with low, best and high, or null",
    fields: RANGE_FIELDS,
    together: Together::LowToHigh,
};

const RANGE_FIELDS: &[Field] = &[required("low", DOLLARS), required("best", DOLLARS), required("high", DOLLARS)];

static UN_ROW: Shape = Shape {
    expected: "an object with row, kind, counts and in_press_country_list, or null",
    fields: &[
        required("row", text("the label of a row")),
        optional("usd", DOLLARS_OR_NULL),
        required("kind", UN_KIND),
        optional("wording", TEXT_OR_NULL),
        required("counts", Rule::Flag),
        required("in_press_country_list", Rule::Flag),
    ],
    together: Nothing,
};

static CITATION: Shape = Shape {
    expected: "an object with source and locator",
    fields: &[required("source", SOURCE_ID), optional("locator", TEXT_OR_NULL)],
    together: Nothing,
};

static SOURCE: Shape = Shape {
    expected: "an object with id, title, publisher, date, url and kind",
    fields: &[
        required("id", ID),
        required("title", text("a title")),
        required("publisher", text("a publisher")),
        required("date", DATE),
        required("url", LINK),
        required("kind", SOURCE_KIND),
        optional("via", LINK),
        optional("read", READ),
    ],
    together: Together::Source,
};

static ESTIMATE: Shape = Shape {
    expected: "an object with estimator, report_date, kind, period, stolen_usd and source",
    fields: &[
        required("estimator", ID),
        required("report_date", DATE),
        required("kind", ESTIMATE_KIND),
        required("period", Rule::Text(Form::Period, "YYYY or YYYY-MM..YYYY-MM")),
        optional("year", Rule::Count(YEAR_OF_PERIOD)),
        required("stolen_usd", Rule::Object(&RANGE)),
        optional("qualifier", TEXT_OR_NULL),
        optional("incidents", Rule::Count("a whole number, or null")),
        optional("latest", Rule::Flag),
        optional("mark", TEXT_OR_NULL),
        required("source", SOURCE_ID),
        optional("note", TEXT_OR_NULL),
        optional("world", Rule::Object(&WORLD)),
    ],
    together: Together::Estimate,
};

static WORLD: Shape = Shape {
    expected: "an object with total_usd, share_pct and source, or null",
    fields: &[
        optional("total_usd", Rule::Object(&RANGE_OR_NULL)),
        optional("qualifier", TEXT_OR_NULL),
        optional("share_pct", Rule::Percent("a number from 0 to 100, or null")),
        optional("share_qualifier", TEXT_OR_NULL),
        required("source", SOURCE_ID),
    ],
    together: Together::World,
};

pub(super) const YEAR_OF_PERIOD: &str = "the year of the period, or null";

static CLAIM: Shape = Shape {
    expected: "an object with id, what, said_by, said_on and sources",
    fields: &[
        required("id", ID),
        required("what", text("what is claimed")),
        optional("value", Rule::Amount("a number from 0 to 10^15, or null")),
        optional("unit", TEXT_OR_NULL),
        optional("qualifier", TEXT_OR_NULL),
        required("said_by", text("who said it")),
        required("said_on", DATE),
        optional("period", Rule::List(Items::Period, &DATE, TWO_DATES)),
        required("sources", Rule::List(Items::AtLeastOne, &SOURCE_ID, SOME_SOURCES)),
        optional("compare", TEXT_OR_NULL),
        optional("shown_in", Rule::Object(&SHOWN_IN)),
        optional("countries", Rule::List(Items::Any, &COUNTRY, "a list of countries, or null")),
    ],
    together: Nothing,
};

const TWO_DATES: &str = "a list of two dates";

static SHOWN_IN: Shape = Shape {
    expected: "an object with chart and state, or null",
    fields: &[required("chart", ID), optional("state", TEXT_OR_NULL)],
    together: Nothing,
};

static REJECTED: Shape = Shape {
    expected: "an object with rule and cases, or null",
    fields: &[
        required("rule", text("the rule of inclusion")),
        required("cases", Rule::List(Items::Any, &Rule::Object(&REJECTED_CASE), "a list of cases")),
    ],
    together: Nothing,
};

static REJECTED_CASE: Shape = Shape {
    expected: "an object with what and why",
    fields: &[required("what", text("the case")), required("why", text("the reason"))],
    together: Nothing,
};

const fn text(expected: &'static str) -> Rule {
    Rule::Text(Form::Any, expected)
}

const fn required(name: &'static str, rule: Rule) -> Field {
    Field { name, need: Need::Required, rule }
}

const fn stated(name: &'static str, rule: Rule) -> Field {
    Field { name, need: Need::Stated, rule }
}

const fn optional(name: &'static str, rule: Rule) -> Field {
    Field { name, need: Need::Optional, rule }
}
