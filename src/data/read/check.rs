//! The validator: walks a tree of values along the table of the format, and collects all errors.

use super::super::kind::position;
use super::super::{Country, DataError, Date, DateError, PartialDate, Precision, Value};
use super::format::{Choice, Field, Form, Items, Need, Rule, Shape, Together};
use super::ids::{Ids, id_of};
use super::report::{Report, add_name, quoted};
use super::scalar::{MAX_CHARS, amount_problem, count, ends, is_id, is_label, is_line, is_link, too_long, whole};
use super::table::DATASET;

/// Validates a dataset. An `Err` has at least one error.
pub(super) fn check(value: &Value) -> Result<(), Vec<DataError>> {
    let mut checker = Checker {
        as_of: Date::parse(value.text("as_of")).ok(),
        sources: match value.get("sources") {
            Value::List(sources) => Some(Ids::of(sources)),
            _ => None,
        },
        report: Report::default(),
    };
    checker.check(Some(value), &Rule::Object(&DATASET));
    match checker.report.errors {
        errors if errors.is_empty() => Ok(()),
        errors => Err(errors),
    }
}

struct Checker<'v> {
    as_of: Option<Date>,
    /// `None` if the dataset has no list of sources: then only the list is reported, not every reference to it.
    sources: Option<Ids<'v>>,
    report: Report<'v>,
}

impl<'v> Checker<'v> {
    fn check(&mut self, value: Option<&'v Value>, rule: &Rule) {
        match (*rule, value) {
            (Rule::Schema, _) => self.schema(value),
            (Rule::Flag, Some(Value::Bool(_))) => {}
            (Rule::Amount(expected), Some(Value::Number(number))) => {
                if let Some(problem) = amount_problem(*number) {
                    self.report.fail(problem, expected);
                }
            }
            (Rule::Percent(_), Some(Value::Number(0.0..=100.0))) => {}
            (Rule::Percent(expected), Some(Value::Number(number))) => {
                self.report.fail(amount_problem(*number).unwrap_or("above 100"), expected);
            }
            (Rule::Count(_), Some(Value::Number(number))) if count(*number).is_some() => {}
            (Rule::Text(form, expected), Some(Value::Text(text))) => self.text(text, form, expected),
            (Rule::OneOf(choice), _) => self.one_of(value, choice),
            (Rule::List(kind, rule, expected), Some(Value::List(items))) => self.list(items, kind, rule, expected),
            (Rule::Object(shape), Some(object @ Value::Object(fields))) => self.object(object, fields, shape),
            (Rule::Flag, _) => self.report.fail_kind(value, "true or false"),
            (
                Rule::Amount(expected)
                | Rule::Percent(expected)
                | Rule::Count(expected)
                | Rule::Text(_, expected)
                | Rule::List(_, _, expected)
                | Rule::Object(&Shape { expected, .. }),
                _,
            ) => self.report.fail_kind(value, expected),
        }
    }

    fn schema(&mut self, value: Option<&Value>) {
        match value {
            Some(Value::Number(1.0)) => {}
            Some(Value::Number(number)) => match whole(*number) {
                Some(number) => self.report.fail(&format!("schema {number}"), "1"),
                None => self.report.fail("not a schema", "1"),
            },
            _ => self.report.fail_kind(value, "1"),
        }
    }

    fn one_of(&mut self, value: Option<&Value>, choice: &Choice) {
        let text = match value {
            Some(Value::Text(text)) if position(choice.ids, text).is_some() => return,
            Some(Value::Text(text)) => Some(text),
            _ => None,
        };
        let mut expected = String::new();
        for id in choice.ids {
            add_name(&mut expected, id);
        }
        match text {
            Some(text) => self.report.fail_named(text, &format!("is not a known {}", choice.what), &expected),
            None => self.report.fail_kind(value, &expected),
        }
    }

    fn text(&mut self, text: &str, form: Form, expected: &str) {
        if text.chars().all(char::is_whitespace) {
            return self.report.fail("empty", expected);
        }
        if let Some(chars) = too_long(text, MAX_CHARS) {
            return self.report.fail(&format!("{chars} characters"), "at most 2000 characters");
        }
        let (holds, problem) = match form {
            Form::Any => return,
            Form::Line => (is_line(text), "is not one line"),
            Form::Label => (is_label(text), "is not a label"),
            Form::Id => (is_id(text), "has other characters"),
            Form::Link => (is_link(text), "is not a link"),
            Form::Country => (Country::parse(text).is_some(), "is not a known country"),
            Form::Source => {
                let known = self.sources.as_ref().is_none_or(|sources| sources.position(text).is_some());
                (known, "is not among the sources")
            }
            Form::Date | Form::PastDate | Form::Day | Form::Period => return self.date(text, form, expected),
        };
        if !holds {
            self.report.fail_named(text, problem, expected);
        }
    }

    fn date(&mut self, text: &str, form: Form, expected: &str) {
        let (from, to) = match form {
            Form::Period => ends(text),
            _ => (text, text),
        };
        let (from, to) = match (PartialDate::parse(from), PartialDate::parse(to)) {
            (Err(error), _) => return self.no_date(from, error, expected),
            (_, Err(error)) => return self.no_date(to, error, expected),
            (Ok(from), Ok(to)) => (from, to),
        };
        self.forwards(from, to);
        if matches!(form, Form::Day) && from.precision() != Precision::Day {
            self.no_date(text, DateError::NotADay, expected);
        }
        if matches!(form, Form::PastDate)
            && let Some(as_of) = self.as_of
            && from.start() > as_of
        {
            self.report.fail("after as_of", &format!("a date up to {as_of}"));
        }
    }

    fn no_date(&mut self, text: &str, error: DateError, expected: &str) {
        let problem = error.to_string();
        match error {
            DateError::NotADate | DateError::NotADay => {
                self.report.fail_named(text, &format!("is {problem}"), expected);
            }
            DateError::Year(_) => self.report.fail(&problem, "a year from 1900 to 2199"),
            DateError::Month(_) | DateError::Day { .. } => self.report.fail(&problem, expected),
        }
    }

    fn forwards(&mut self, from: PartialDate, to: PartialDate) {
        if from.start() > to.end() {
            self.report.fail("ends before it begins", "the earlier date first");
        }
    }

    fn list(&mut self, items: &'v [Value], kind: Items, rule: &Rule, expected: &str) {
        match kind {
            Items::Named => self.ids(items),
            Items::AtLeastOne if items.is_empty() => self.report.fail("empty", expected),
            Items::Any | Items::AtLeastOne | Items::Period => {}
        }
        for (position, item) in items.iter().enumerate() {
            let here = self.report.here();
            self.report.enter_item(position, id_of(item));
            self.check(Some(item), rule);
            self.report.back_to(here);
        }
        if matches!(kind, Items::Period) {
            match items {
                [from, to] => {
                    if let (Ok(from), Ok(to)) = (PartialDate::parse(from.as_text()), PartialDate::parse(to.as_text())) {
                        self.forwards(from, to);
                    }
                }
                _ => self.report.fail(&format!("a list of {}", items.len()), expected),
            }
        }
    }

    /// Reports ids that occur more than once.
    fn ids(&mut self, items: &'v [Value]) {
        let ids = Ids::of(items);
        for (position, item) in items.iter().enumerate() {
            let id = id_of(item);
            if let Some(first) = ids.position(id)
                && first < position
            {
                let problem = format!("is the id of {}[{first}] already", self.report.path());
                self.report.fail_id(position, id, &problem, "an id of its own");
            }
        }
    }

    fn object(&mut self, object: &'v Value, fields: &[(String, Value)], shape: &Shape) {
        for known in shape.fields {
            if fields.iter().filter(|(name, _)| name == known.name).count() > 1 {
                self.report.fail_field(known.name, "given more than once", "one value");
            }
        }
        for (name, _) in fields {
            if shape.fields.iter().all(|known| known.name != name) {
                let mut expected = String::new();
                for known in shape.fields {
                    add_name(&mut expected, known.name);
                }
                self.report.fail(&format!("unknown field {}", quoted(name)), &expected);
            }
        }
        for known in shape.fields {
            self.field(known, object.field(known.name));
        }
        match shape.together {
            Together::Nothing => {}
            Together::LowToHigh => self.report.low_to_high(object),
            Together::Estimate => {
                self.report.kind_period_and_year(object);
                self.report.within_the_world(object);
            }
            Together::Incident => self.report.after_the_theft(object),
            Together::Source => self.report.read_or_copied(object),
            Together::World => self.report.total_or_share(object),
        }
    }

    /// Validates a field, unless it is missing or null and may be.
    fn field(&mut self, known: &Field, value: Option<&'v Value>) {
        let may_be_so = matches!(
            (&known.need, value),
            (Need::Optional, None | Some(Value::Null)) | (Need::Stated, Some(Value::Null))
        );
        if !may_be_so {
            let here = self.report.here();
            self.report.enter_field(known.name);
            self.check(value, &known.rule);
            self.report.back_to(here);
        }
    }
}
