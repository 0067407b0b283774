//! The table of the format: every field in the order of the schema, with its meaning and its rule.
//!
//! `cargo xtask dataset format` writes the published schema and the tables of the documents from it.

use super::super::kind::Listed;
use super::super::{Evidence, Group};
use super::format::Together::{self, Nothing};
use super::format::{Field, Form, Items, Rule, Shape, about, flag, optional, required, stated, text};
use super::rules::{
    COUNTRY, DATE, DOLLARS, DOLLARS_OR_NULL, ESTIMATE_KIND, EVIDENCE, ID, LABEL, LINK, METHOD, PAST_DATE, READ,
    RECOVERY_KIND, SECTOR, SOME_SOURCES, SOURCE_ID, SOURCE_KIND, TEXT_OR_NULL, TWO_DATES, UN_KIND, YEAR_OF_PERIOD,
};

pub(super) static DATASET: Shape = Shape {
    about: about(
        "",
        "A list of thefts with their ranges, unknowns and sources. Optional fields may be null. \
         Rules that this schema cannot express: ids are unique within their list. Every source that \
         is named exists. low <= best <= high. Only works and estimates may be dated after as_of. \
         Recoveries and attributions are not dated before the theft. No more is recovered than was \
         taken. A source with via was not read in the original. No field occurs twice.",
    ),
    expected: "an object with schema, title, as_of, incidents and sources",
    fields: &[
        required("schema", "Version of this format.", Rule::Schema),
        required("title", "Title of the dataset.", text("a title")),
        required(
            "as_of",
            "Date of this version, YYYY-MM-DD. It covers all sources read by then.",
            Rule::Text(Form::Day, "YYYY-MM-DD"),
        ),
        required(
            "incidents",
            "The thefts and attempts, in any order.",
            Rule::List(Items::Named, &Rule::Object(&INCIDENT), "a list of incidents"),
        ),
        required("sources", "The works cited.", Rule::List(Items::Named, &Rule::Object(&SOURCE), "a list of sources")),
        optional(
            "estimates",
            "Totals published by others.",
            Rule::List(Items::Any, &Rule::Object(&ESTIMATE), "a list of estimates, or null"),
        ),
        optional(
            "claims",
            "Statements published by others.",
            Rule::List(Items::Named, &Rule::Object(&CLAIM), "a list of claims, or null"),
        ),
        optional("rejected", "Cases left out, and the rule of inclusion.", Rule::Object(&REJECTED)),
        optional(
            "events",
            "Events related to the thefts.",
            Rule::List(Items::Any, &Rule::Object(&EVENT), "a list of events, or null"),
        ),
        optional("labels", "", Rule::Object(&LABELS)),
    ],
    together: Nothing,
};

static LABELS: Shape = Shape {
    about: about("labels", "The dataset's own words, which stand in place of those of the graphic in every language."),
    expected: LABELS_OR_NULL,
    fields: &[
        optional("subject", "Who is held responsible for the thefts.", LABEL),
        optional("groups", "", Rule::Object(&GROUP_LABELS)),
        optional("evidence", "", Rule::Object(&EVIDENCE_LABELS)),
    ],
    together: Nothing,
};

static GROUP_LABELS: Shape = Shape {
    about: about("groupLabels", "Names of groups of victims."),
    expected: LABELS_OR_NULL,
    fields: &[
        label(Group::IDS, 0),
        label(Group::IDS, 1),
        label(Group::IDS, 2),
        label(Group::IDS, 3),
        label(Group::IDS, 4),
    ],
    together: Nothing,
};

static EVIDENCE_LABELS: Shape = Shape {
    about: about("evidenceLabels", "Names of levels of evidence."),
    expected: LABELS_OR_NULL,
    fields: &[label(Evidence::IDS, 0), label(Evidence::IDS, 1), label(Evidence::IDS, 2), label(Evidence::IDS, 3)],
    together: Nothing,
};

const LABELS_OR_NULL: &str = "an object with labels, or null";

const fn label(ids: &'static [&'static str], position: usize) -> Field {
    optional(ids[position], "", LABEL)
}

pub(super) static INCIDENT: Shape = Shape {
    about: about("incident", "One theft or attempt."),
    expected: "an object with id, date, victim, sector, stolen_usd, evidence and sources",
    fields: &[
        required("id", "Stable name, unique among the incidents and used in links.", ID),
        required("date", "Date of the theft, as precise as it is known.", PAST_DATE),
        required("victim", "Victim, as the source names it.", text("the name of the victim")),
        optional("country", "Country or territory of the victim's base or registration.", COUNTRY),
        required("sector", "", SECTOR),
        stated(
            "stolen_usd",
            "Amount taken, in US dollars of the day of the theft. null means not known; three zeros \
             mean that nothing was taken.",
            Rule::Object(&RANGE_OR_NULL),
        ),
        optional("attempted_usd", "Amount the attackers tried to take, in US dollars of the day.", DOLLARS_OR_NULL),
        optional(
            "recovered_usd",
            "Amount returned, in US dollars, without frozen or seized parts. If recovered lists the \
             returned parts, it is their sum. At most stolen_usd.high.",
            DOLLARS_OR_NULL,
        ),
        optional(
            "recovered",
            "Recovered parts, each as its source states it. They may overlap: a frozen part may be \
             seized later. No part, and no sum of one kind, is above stolen_usd.high.",
            Rule::List(Items::Any, &Rule::Object(&RECOVERY), "a list of recoveries, or null"),
        ),
        optional("asset", "Assets taken, in words.", TEXT_OR_NULL),
        optional("method", "", METHOD),
        optional(
            "attribution",
            "Names of those who attribute the theft.",
            Rule::List(Items::Any, &text("a name"), "a list of names"),
        ),
        optional(
            "actor",
            "Names that attributors use for the group behind the theft.",
            Rule::List(Items::Any, &Rule::Object(&ACTOR), "a list of names with who uses them, or null"),
        ),
        optional(
            "attributed_on",
            "Earliest dated attribution by a government or a group of states; null if there is none, or \
             if only an upper bound is known.",
            Rule::Object(&ATTRIBUTED),
        ),
        required("evidence", "", EVIDENCE),
        flag("disputed", "Someone with standing contradicts the attribution.", false),
        flag("counted", "false: shown with its reason, but in no count or sum.", true),
        optional("un2019", "", Rule::Object(&UN_ROW)),
        required(
            "sources",
            "Sources that document it.",
            Rule::List(Items::AtLeastOne, &Rule::Object(&CITATION), SOME_SOURCES),
        ),
        optional("text", "One or two sentences for the reader.", TEXT_OR_NULL),
    ],
    together: Together::Incident,
};

static RECOVERY: Shape = Shape {
    about: about("recovery", "A recovered part of the stolen amount."),
    expected: "an object with usd, kind, source and date",
    fields: &[
        required("usd", "Amount in US dollars, as the source values it.", DOLLARS),
        required("kind", "", RECOVERY_KIND),
        required("source", "Id of a source.", SOURCE_ID),
        required("date", "Date of the recovery; not before the theft, not after as_of.", PAST_DATE),
    ],
    together: Nothing,
};

static ACTOR: Shape = Shape {
    about: about("actor", "A name for the group behind an incident, and who uses it."),
    expected: "an object with name, by and source",
    fields: &[
        required("name", "The name, such as TraderTraitor.", text("the name of a group")),
        required("by", "Who uses the name.", text("who uses the name")),
        required("source", "Id of a source.", SOURCE_ID),
    ],
    together: Nothing,
};

static ATTRIBUTED: Shape = Shape {
    about: about("attributed", "A dated attribution of an incident."),
    expected: "an object with date, by and source, or null",
    fields: &[
        required("date", "Date of the attribution; not before the theft, not after as_of.", PAST_DATE),
        required("by", "Who attributed it.", text("who attributed it")),
        required("source", "Id of a source.", SOURCE_ID),
    ],
    together: Nothing,
};

static EVENT: Shape = Shape {
    about: about("event", "An event related to the thefts."),
    expected: "an object with date, line and source",
    fields: &[
        required("date", "Date of the event; not after as_of.", PAST_DATE),
        required("line", "Description, in one line.", Rule::Text(Form::Line, "what happened, in one line")),
        optional("mark", "Label of the event where it is drawn over the years.", TEXT_OR_NULL),
        required("source", "Id of a source.", SOURCE_ID),
    ],
    together: Nothing,
};

static RANGE: Shape = Shape {
    about: about("range", "US dollars with bounds: low <= best <= high."),
    expected: "an object with low, best and high",
    fields: RANGE_FIELDS,
    together: Together::LowToHigh,
};

static RANGE_OR_NULL: Shape = Shape {
    about: about("range", "US dollars with bounds: low <= best <= high."),
    expected: "an object with low, best and high, or null",
    fields: RANGE_FIELDS,
    together: Together::LowToHigh,
};

const RANGE_FIELDS: &[Field] = &[
    required("low", "Lowest published figure.", DOLLARS),
    required("best", "Best estimate.", DOLLARS),
    required("high", "Highest published figure.", DOLLARS),
];

static UN_ROW: Shape = Shape {
    about: about("unRow", "The row of annex 21 of the United Nations report S/2019/691 that lists an incident."),
    expected: "an object with row, kind, counts and in_press_country_list, or null",
    fields: &[
        required("row", "Label of the row, such as A5.", text("the label of a row")),
        optional("usd", "Amount printed in the row, in US dollars.", DOLLARS_OR_NULL),
        required("kind", "", UN_KIND),
        optional("wording", "The report's own wording.", TEXT_OR_NULL),
        required("counts", "false: the same theft is printed in another row as well.", Rule::Flag),
        required("in_press_country_list", "Its country is among those the press listed.", Rule::Flag),
    ],
    together: Nothing,
};

static CITATION: Shape = Shape {
    about: about("citation", "A place in a source."),
    expected: "an object with source and locator",
    fields: &[
        required("source", "Id of a source.", SOURCE_ID),
        optional("locator", "Page, paragraph or row.", TEXT_OR_NULL),
    ],
    together: Nothing,
};

static SOURCE: Shape = Shape {
    about: about("source", "A work cited."),
    expected: "an object with id, title, publisher and kind",
    fields: &[
        required("id", "Stable name, unique among the sources.", ID),
        required("title", "Its title.", text("a title")),
        required("publisher", "Who published it.", text("a publisher")),
        optional("date", "When it was published; null means not known.", DATE),
        optional("url", "Link to the work; null for a work that is not on the web.", LINK),
        required("kind", "", SOURCE_KIND),
        optional("via", "Link to the copy that was read, or to the work that quotes it.", LINK),
        optional("read", "", READ),
    ],
    together: Together::Source,
};

static ESTIMATE: Shape = Shape {
    about: about("estimate", "A total someone published."),
    expected: "an object with estimator, report_date, kind, period, stolen_usd and source",
    fields: &[
        required("estimator", "Short name of the publisher, such as chainalysis or un-panel.", ID),
        required("report_date", "When it was published.", DATE),
        required("kind", "", ESTIMATE_KIND),
        required(
            "period",
            "Time covered: YYYY for a year, otherwise YYYY-MM..YYYY-MM with both ends included.",
            Rule::Text(Form::Period, "YYYY or YYYY-MM..YYYY-MM"),
        ),
        optional("year", "The year of the period, null for the kind cumulative.", Rule::Count(YEAR_OF_PERIOD)),
        required("stolen_usd", "The total in US dollars, as published.", Rule::Object(&RANGE)),
        optional("qualifier", "A word that belongs to the figure, such as up to.", TEXT_OR_NULL),
        optional("incidents", "How many incidents it counts.", Rule::Count("a whole number, or null")),
        flag("latest", "true: the estimator's current figure for the period. false: an earlier one.", true),
        optional("mark", "Label of the figure where it is drawn on the running total.", TEXT_OR_NULL),
        required("source", "Id of a source.", SOURCE_ID),
        optional("note", "Note on the figure, for readers.", TEXT_OR_NULL),
        optional("world", "The same publisher's figures for all thefts of that time.", Rule::Object(&WORLD)),
    ],
    together: Together::Estimate,
};

static WORLD: Shape = Shape {
    about: about(
        "world",
        "Figures for all thefts in the period of an estimate, by any attacker, as its publisher \
         states them. None is computed. Has total_usd, share_pct or both.",
    ),
    expected: "an object with total_usd, share_pct and source, or null",
    fields: &[
        optional("total_usd", "The total in US dollars, not below the estimate.", Rule::Object(&RANGE_OR_NULL)),
        optional("qualifier", "A word that belongs to the total, such as more than.", TEXT_OR_NULL),
        optional(
            "share_pct",
            "Share of the estimate in the total, in per cent, as stated.",
            Rule::Percent("a number from 0 to 100, or null"),
        ),
        optional("share_qualifier", "A word that belongs to the share, such as about.", TEXT_OR_NULL),
        required("source", "Id of a source.", SOURCE_ID),
    ],
    together: Together::World,
};

static CLAIM: Shape = Shape {
    about: about("claim", "A statement published by others, and this dataset's figures for comparison."),
    expected: "an object with id, what, said_by, said_on and sources",
    fields: &[
        required("id", "Stable name, unique among the claims.", ID),
        required("what", "The statement.", text("what is claimed")),
        optional(
            "value",
            "The stated figure, in the unit that unit names.",
            Rule::Amount("a number from 0 to 10^15, or null"),
        ),
        optional("unit", "Unit of the figure, such as usd or incidents.", TEXT_OR_NULL),
        optional("qualifier", "A word that belongs to the figure, such as at least.", TEXT_OR_NULL),
        required("said_by", "Who states it.", text("who said it")),
        required("said_on", "When it was stated.", DATE),
        optional("period", "Time it refers to: first and last date.", Rule::List(Items::Period, &DATE, TWO_DATES)),
        required(
            "sources",
            "Ids of the sources that state it.",
            Rule::List(Items::AtLeastOne, &SOURCE_ID, SOME_SOURCES),
        ),
        optional("compare", "This dataset's figures for comparison, in words.", TEXT_OR_NULL),
        optional("shown_in", "", Rule::Object(&SHOWN_IN)),
        optional(
            "countries",
            "The countries it lists.",
            Rule::List(Items::Any, &COUNTRY, "a list of countries, or null"),
        ),
    ],
    together: Nothing,
};

static SHOWN_IN: Shape = Shape {
    about: about("shownIn", "The chart that shows a claim."),
    expected: "an object with chart and state, or null",
    fields: &[
        required("chart", "Id of the chart.", ID),
        optional("state", "State of the chart, in the grammar of links; null is its initial state.", TEXT_OR_NULL),
    ],
    together: Nothing,
};

static REJECTED: Shape = Shape {
    about: about("rejected", "The rule of inclusion, and the cases it left out."),
    expected: "an object with rule and cases, or null",
    fields: &[
        required("rule", "The rule of inclusion.", text("the rule of inclusion")),
        required("cases", "Cases left out.", Rule::List(Items::Any, &Rule::Object(&REJECTED_CASE), "a list of cases")),
    ],
    together: Nothing,
};

static REJECTED_CASE: Shape = Shape {
    about: about("rejectedCase", "A case left out."),
    expected: "an object with what and why",
    fields: &[
        required("what", "The case.", text("the case")),
        required("why", "Why it was left out.", text("the reason")),
    ],
    together: Nothing,
};

/// Every kind of object except the dataset itself, in the order of the schema.
#[cfg(not(target_arch = "wasm32"))]
pub(super) static SHAPES: [&Shape; 18] = [
    &LABELS,
    &GROUP_LABELS,
    &EVIDENCE_LABELS,
    &INCIDENT,
    &CITATION,
    &RECOVERY,
    &ACTOR,
    &ATTRIBUTED,
    &EVENT,
    &UN_ROW,
    &SOURCE,
    &ESTIMATE,
    &WORLD,
    &CLAIM,
    &SHOWN_IN,
    &REJECTED,
    &REJECTED_CASE,
    &RANGE,
];
