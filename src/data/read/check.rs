//! Walking a tree of values and the table of the format together, noting everything that is wrong.

use super::super::kind::position;
use super::super::{Country, DataError, Date, DateError, EstimateKind, PartialDate, Period, Precision, Value};
use super::format::{Choice, DATASET, Field, Form, Items, Need, Rule, Shape, Together, YEAR_OF_PERIOD};
use super::ids::{Ids, id_of};
use super::report::{Report, add_name, quoted};
use super::scalar::{amount_problem, count, ends, is_id, is_link, too_long, whole};

/// Everything that is wrong with a dataset, unless nothing is.
pub(super) fn check(value: &Value) -> Result<(), Vec<DataError>> {
    let mut walk = Walk {
        as_of: Date::parse(value.text("as_of")).ok(),
        sources: match value.get("sources") {
            Value::List(sources) => Some(Ids::of(sources)),
            _ => None,
        },
        report: Report::default(),
    };
    walk.check(Some(value), &Rule::Object(&DATASET));
    match walk.report.errors {
        errors if errors.is_empty() => Ok(()),
        errors => Err(errors),
    }
}

struct Walk<'v> {
    as_of: Option<Date>,
    /// Without a list of sources, that list is the one thing to report.
    sources: Option<Ids<'v>>,
    report: Report<'v>,
}

impl<'v> Walk<'v> {
    fn check(&mut self, value: Option<&'v Value>, rule: &Rule) {
        match (*rule, value) {
            (Rule::Schema, _) => self.schema(value),
            (Rule::Flag, Some(Value::Bool(_))) => {}
            (Rule::Amount(expected), Some(Value::Number(number))) => {
                if let Some(problem) = amount_problem(*number) {
                    self.report.fail(problem, expected);
                }
            }
            (Rule::Count(_), Some(Value::Number(number))) if count(*number).is_some() => {}
            (Rule::Text(form, expected), Some(Value::Text(text))) => self.text(text, form, expected),
            (Rule::OneOf(choice), _) => self.one_of(value, choice),
            (Rule::List(kind, rule, expected), Some(Value::List(items))) => self.list(items, kind, rule, expected),
            (Rule::Object(shape), Some(object @ Value::Object(fields))) => self.object(object, fields, shape),
            (Rule::Flag, _) => self.report.fail_kind(value, "true or false"),
            (
                Rule::Amount(expected)
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
        if let Some(chars) = too_long(text) {
            return self.report.fail(&format!("{chars} characters"), "at most 2000 characters");
        }
        let (holds, problem) = match form {
            Form::Any => return,
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
                self.report.fail_named(text, &format!("is {problem}"), expected)
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

    /// Each id is the only one of its name.
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
            Together::LowToHigh => self.low_to_high(object),
            Together::KindPeriodAndYear => self.kind_period_and_year(object),
        }
    }

    /// Checks a field unless it may be missing or null as it is.
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

    fn low_to_high(&mut self, range: &Value) {
        let amount = |name| match range.get(name) {
            &Value::Number(number) if amount_problem(number).is_none() => number,
            _ => f64::NAN,
        };
        let (low, best, high) = (amount("low"), amount("best"), amount("high"));
        if low > best {
            self.report.fail("low is above best", "low <= best <= high");
        }
        if best > high {
            self.report.fail("best is above high", "low <= best <= high");
        }
    }

    fn kind_period_and_year(&mut self, estimate: &Value) {
        let (from, to) = ends(estimate.text("period"));
        let (Some(kind), Ok(from), Ok(to)) =
            (EstimateKind::from_id(estimate.text("kind")), PartialDate::parse(from), PartialDate::parse(to))
        else {
            return;
        };
        if from.start() > to.end() {
            return;
        }
        let period = Period { from, to };
        let (agrees, expected) = match kind {
            EstimateKind::Year => (from == to && from.precision() == Precision::Year, "one year"),
            EstimateKind::PartialYear => (from.year() == to.year(), "a part of one year"),
            EstimateKind::Cumulative => (true, ""),
        };
        if !agrees {
            self.report.fail_field("period", &format!("{} with the period {period}", kind.id()), expected);
        }
        if let Some(year) = estimate.optional_number("year").and_then(count)
            && (kind == EstimateKind::Cumulative || i64::from(year) != i64::from(from.year()))
        {
            self.report.fail_field("year", &format!("year {year} with the period {period}"), YEAR_OF_PERIOD);
        }
    }
}
