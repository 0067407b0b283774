//! The table of the format for publication: as JSON Schema, and as a list of the fields of an incident.

use super::super::{Country, Value};
use super::format::{Choice, Field, Form, Items, Need, Rule, Shape, Together};
use super::rules::{CHOICES, YEAR_OF_PERIOD};
use super::table::{DATASET, INCIDENT, SHAPES};

/// A field of an incident.
pub struct FieldOfIncident {
    /// Its name.
    pub name: &'static str,
    /// Its meaning.
    pub meaning: &'static str,
    /// The expected value; empty if it is one of `names`.
    pub expected: &'static str,
    /// Valid ids, or the fields of its object or of the objects in its list.
    pub names: Vec<&'static str>,
    /// Whether it may be left out.
    pub optional: bool,
}

/// The fields of an incident, in the order of the schema.
pub fn fields_of_incident() -> Vec<FieldOfIncident> {
    INCIDENT.fields.iter().map(field_of_incident).collect()
}

fn field_of_incident(field: &'static Field) -> FieldOfIncident {
    let fields = |shape: &'static Shape| shape.fields.iter().map(|field| field.name).collect();
    let (about, expected, names) = match field.rule {
        Rule::OneOf(choice) => (choice.about.text, "", choice.ids.to_vec()),
        Rule::Object(shape) => (shape.about.text, shape.expected, fields(shape)),
        Rule::List(_, Rule::Object(shape), expected) => ("", expected, fields(shape)),
        Rule::List(_, _, expected) => ("", expected, Vec::new()),
        Rule::Text(_, expected) | Rule::Amount(expected) | Rule::Percent(expected) | Rule::Count(expected) => {
            ("", expected, Vec::new())
        }
        Rule::Flag => ("", "true or false", Vec::new()),
        Rule::Schema => ("", "1", Vec::new()),
    };
    let meaning = if field.about.text.is_empty() { about } else { field.about.text };
    FieldOfIncident { name: field.name, meaning, expected, names, optional: matches!(field.need, Need::Optional) }
}

const DAY: &str = "(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const DATE: &str = "(19|2[01])[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";
const LINE: &str = r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$";
/// A name, not an address: it is the same on every host and in every copy. Its number is that of the field `schema`.
const ID: &str = "urn:heistogram:dataset:1";
/// Characters that links may not contain: white space, control characters, and marks of direction.
const NOT_IN_LINKS: &str = r"\s\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069";

/// The JSON Schema of a dataset.
pub fn schema() -> Value {
    let mut defs = Vec::new();
    for shape in SHAPES {
        defs.push((shape.about.name.to_owned(), Value::Object(object(shape))));
    }
    defs.extend(plain());
    for choice in CHOICES {
        defs.push((choice.about.name.to_owned(), one_of(choice)));
    }
    let mut schema = vec![
        field("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        field("$id", text(ID)),
        field("title", text("A dataset of thefts")),
    ];
    schema.extend(object(&DATASET));
    schema.push(field("$defs", Value::Object(defs)));
    Value::Object(schema)
}

/// The definitions that are neither objects nor lists of ids.
fn plain() -> Vec<(String, Value)> {
    let string = |about: &str, rest: Vec<(String, Value)>| {
        let mut fields = vec![field("description", text(about)), field("type", text("string"))];
        fields.extend(rest);
        Value::Object(fields)
    };
    let longest = || field("maxLength", Value::Number(2000.0));
    let pattern = |pattern: &str| field("pattern", text(pattern));
    let link = format!("^https?://[^{NOT_IN_LINKS}/?#@]+([/?#][^{NOT_IN_LINKS}]*)?$");
    let amount = [
        field("description", text("An amount, in US dollars unless stated otherwise.")),
        field("type", text("number")),
        field("minimum", Value::Number(0.0)),
        field("maximum", Value::Number(1e15)),
    ];
    let codes = Country::all().map(Country::code);
    vec![
        field("amount", Value::Object(amount.into())),
        field(
            "text",
            string(
                "A text that is not blank.",
                vec![field("minLength", Value::Number(1.0)), longest(), pattern(r"\S")],
            ),
        ),
        field(
            "label",
            string(
                "A name in one line, without markup.",
                vec![
                    field("minLength", Value::Number(1.0)),
                    field("maxLength", Value::Number(60.0)),
                    pattern(&LINE.replace("^[^", r"^(?=.*\S)[^<>")),
                ],
            ),
        ),
        field("id", string("An identifier that can be part of a link.", vec![longest(), pattern("^[A-Za-z0-9._-]+$")])),
        field(
            "date",
            string("YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known.", vec![pattern(&format!("^{DATE}$"))]),
        ),
        field("link", string("A link to the web.", vec![longest(), pattern(&link)])),
        field("country", string("ISO 3166-1 alpha-2 code.", vec![field("enum", texts(codes))])),
    ]
}

fn one_of(choice: &Choice) -> Value {
    Value::Object(vec![
        field("description", text(choice.about.text)),
        field("type", text("string")),
        field("enum", texts(choice.ids.iter().copied())),
    ])
}

fn object(shape: &Shape) -> Vec<(String, Value)> {
    let required = shape.fields.iter().filter(|field| !matches!(field.need, Need::Optional)).map(|field| field.name);
    let properties = shape.fields.iter().map(|known| field(known.name, Value::Object(property(known)))).collect();
    let mut fields = vec![
        field("description", text(shape.about.text)),
        field("type", text("object")),
        field("additionalProperties", Value::Bool(false)),
        field("required", texts(required)),
        field("properties", Value::Object(properties)),
    ];
    if let Together::World = shape.together {
        let either = ["total_usd", "share_pct"].map(|name| Value::Object(vec![field("required", texts([name]))]));
        fields.push(field("anyOf", Value::List(either.into())));
    }
    fields
}

fn property(known: &Field) -> Vec<(String, Value)> {
    let mut fields = Vec::new();
    if !known.about.text.is_empty() {
        fields.push(field("description", text(known.about.text)));
    }
    let may_be_null = !matches!(known.need, Need::Required);
    match definition(&known.rule) {
        Some(name) if may_be_null => {
            let null = Value::Object(vec![field("type", text("null"))]);
            fields.push(field("anyOf", Value::List(vec![Value::Object(vec![reference(name)]), null])));
        }
        Some(name) => fields.push(reference(name)),
        None => fields.extend(rule(&known.rule, may_be_null)),
    }
    if let Some(default) = known.default {
        fields.push(field("default", Value::Bool(default)));
    }
    fields
}

/// The definition that describes a rule completely, if there is one.
fn definition(rule: &Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::Amount(_) => "amount",
        Rule::OneOf(choice) => choice.about.name,
        Rule::Object(shape) => shape.about.name,
        Rule::Text(form, _) => match form {
            Form::Any => "text",
            Form::Label => "label",
            Form::Id | Form::Source => "id",
            Form::Link => "link",
            Form::Country => "country",
            Form::Date | Form::PastDate => "date",
            Form::Line | Form::Day | Form::Period => return None,
        },
        Rule::Schema | Rule::Flag | Rule::Percent(_) | Rule::Count(_) | Rule::List(..) => return None,
    })
}

/// The schema of a rule that has no definition.
fn rule(rule: &Rule, may_be_null: bool) -> Vec<(String, Value)> {
    let kind = |name: &str| match may_be_null {
        true => field("type", texts([name, "null"])),
        false => field("type", text(name)),
    };
    let between = |low: f64, high: f64| [field("minimum", Value::Number(low)), field("maximum", Value::Number(high))];
    let pattern = |pattern: String| field("pattern", text(&pattern));
    match rule {
        Rule::Schema => vec![field("const", Value::Number(1.0))],
        Rule::Flag => vec![kind("boolean")],
        Rule::Percent(_) => [vec![kind("number")], between(0.0, 100.0).into()].concat(),
        Rule::Count(YEAR_OF_PERIOD) => [vec![kind("integer")], between(1900.0, 2199.0).into()].concat(),
        Rule::Count(_) => [vec![kind("integer")], between(0.0, f64::from(u32::MAX)).into()].concat(),
        Rule::Text(Form::Day, _) => vec![kind("string"), pattern(format!("^{DAY}$"))],
        Rule::Text(Form::Period, _) => vec![kind("string"), pattern(format!(r"^{DATE}(\.\.{DATE})?$"))],
        Rule::Text(Form::Line, _) => {
            let text = Value::Object(vec![reference("text")]);
            vec![field("allOf", Value::List(vec![text])), pattern(LINE.into())]
        }
        Rule::List(items, of, _) => {
            let of = match definition(of) {
                Some(name) => vec![reference(name)],
                None => self::rule(of, false),
            };
            let of = field("items", Value::Object(of));
            let count = |name: &str, count: f64| field(name, Value::Number(count));
            match items {
                Items::Any | Items::Named => vec![kind("array"), of],
                Items::AtLeastOne => vec![kind("array"), count("minItems", 1.0), of],
                Items::Period => vec![kind("array"), of, count("minItems", 2.0), count("maxItems", 2.0)],
            }
        }
        Rule::Amount(_) | Rule::OneOf(_) | Rule::Object(_) | Rule::Text(..) => Vec::new(),
    }
}

fn reference(name: &str) -> (String, Value) {
    field("$ref", text(&format!("#/$defs/{name}")))
}

fn field(name: &str, value: Value) -> (String, Value) {
    (name.to_owned(), value)
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Value {
    Value::List(texts.into_iter().map(text).collect())
}
