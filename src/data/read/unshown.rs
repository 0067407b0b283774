//! Events, claims and rejected cases. They are on no tape, because no chart shows them, so browsers need none of this.

use super::super::{Claim, Dataset, Details, Event, Period, Rejected, RejectedCase, ShownIn, Value};
use super::build::{countries, list};
use super::ids::Ids;
use super::value::date;

/// A validated dataset with these in its details.
pub(super) fn added_to(dataset: Dataset, value: &Value) -> Dataset {
    let sources = &Ids::of(value.get("sources").items());
    let details = dataset.details.map(|details| Details {
        events: list(value.get("events"), sources, event),
        claims: list(value.get("claims"), sources, claim),
        rejected: value.given("rejected").map(|value| rejected(value, sources)),
        ..details
    });
    Dataset { details, ..dataset }
}

fn event(value: &Value, sources: &Ids) -> Event {
    Event {
        date: value.date("date"),
        line: value.string("line"),
        mark: value.optional_string("mark"),
        source: sources.index_of(value.text("source")),
    }
}

fn claim(value: &Value, sources: &Ids) -> Claim {
    Claim {
        id: value.string("id"),
        what: value.string("what"),
        value: value.optional_number("value"),
        unit: value.optional_string("unit"),
        qualifier: value.optional_string("qualifier"),
        said_by: value.string("said_by"),
        said_on: value.date("said_on"),
        period: value
            .given("period")
            .map(|dates| Period { from: date(dates.item(0).as_text()), to: date(dates.item(1).as_text()) }),
        sources: list(value.get("sources"), sources, |id, sources| sources.index_of(id.as_text())),
        compare: value.optional_string("compare"),
        shown_in: value
            .given("shown_in")
            .map(|shown| ShownIn { chart: shown.string("chart"), state: shown.optional_string("state") }),
        countries: countries(value.get("countries")),
    }
}

fn rejected(value: &Value, sources: &Ids) -> Rejected {
    Rejected { rule: value.string("rule"), cases: list(value.get("cases"), sources, rejected_case) }
}

fn rejected_case(value: &Value, _: &Ids) -> RejectedCase {
    RejectedCase { what: value.string("what"), why: value.string("why") }
}
