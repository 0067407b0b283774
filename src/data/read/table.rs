//! The table: every field of the format, in the order of the schema, with what it means and what it has to be.
//!
//! The schema that is published, and the tables of the documents, are written from here: `cargo xtask dataset format`.

use super::format::Together::{self, Nothing};
use super::format::{Field, Form, Items, Rule, Shape, about, flag, optional, required, stated, text};
use super::rules::{
    COUNTRY, DATE, DOLLARS, DOLLARS_OR_NULL, ESTIMATE_KIND, EVIDENCE, ID, LINK, METHOD, PAST_DATE, READ, RECOVERY_KIND,
    SECTOR, SOME_SOURCES, SOURCE_ID, SOURCE_KIND, TEXT_OR_NULL, TWO_DATES, UN_KIND, YEAR_OF_PERIOD,
};

pub(super) static DATASET: Shape = Shape {
    about: about(
        "",
        "Thefts with their ranges, their unknowns and their sources. Beyond what this schema can \
         say, ids are unique within their list, sources named exist, low <= best <= high, nothing \
         dated lies after as_of but works and estimates, nothing is recovered or attributed before \
         the theft or beyond what was taken, a source with via was not read in the original, and no \
         field is given twice. Optional fields may be null.",
    ),
    expected: "an object with schema, title, as_of, incidents and sources",
    fields: &[
        required("schema", "Version of this format.", Rule::Schema),
        required("title", "What the dataset is about.", text("a title")),
        required(
            "as_of",
            "The day of this version, YYYY-MM-DD: it holds what had been read by then.",
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
        optional("rejected", "What was left out, and the rule.", Rule::Object(&REJECTED)),
        optional(
            "events",
            "What happened around the thefts.",
            Rule::List(Items::Any, &Rule::Object(&EVENT), "a list of events, or null"),
        ),
    ],
    together: Nothing,
};

pub(super) static INCIDENT: Shape = Shape {
    about: about("incident", "One theft or attempt."),
    expected: "an object with id, date, victim, sector, stolen_usd, evidence and sources",
    fields: &[
        required("id", "Stable name, unique among the incidents and used in links.", ID),
        required("date", "Date of the theft, as precise as it is known.", PAST_DATE),
        required("victim", "Who was hit, as the source names it.", text("the name of the victim")),
        optional("country", "Country or territory of the victim's base or registration.", COUNTRY),
        required("sector", "", SECTOR),
        stated(
            "stolen_usd",
            "Amount taken in US dollars of the day of the theft. null is not known; three zeros are \
             nothing taken.",
            Rule::Object(&RANGE_OR_NULL),
        ),
        optional("attempted_usd", "Amount the attackers tried to take, in US dollars of the day.", DOLLARS_OR_NULL),
        optional(
            "recovered_usd",
            "Amount that came back, in US dollars: the sum of the parts returned, where recovered lists \
             them. What was frozen or seized is not in it. At most stolen_usd.high.",
            DOLLARS_OR_NULL,
        ),
        optional(
            "recovered",
            "Parts that were found again, each as its source states it. They may overlap: what was \
             frozen may be seized later. None is more than stolen_usd.high, nor is the sum of one kind.",
            Rule::List(Items::Any, &Rule::Object(&RECOVERY), "a list of recoveries, or null"),
        ),
        optional("asset", "What was taken, in words.", TEXT_OR_NULL),
        optional("method", "", METHOD),
        optional("attribution", "Who attributes it.", Rule::List(Items::Any, &text("a name"), "a list of names")),
        optional(
            "actor",
            "Names that attributors use for the group behind it.",
            Rule::List(Items::Any, &Rule::Object(&ACTOR), "a list of names with who uses them, or null"),
        ),
        optional(
            "attributed_on",
            "The earliest dated attribution by a government or a group of states; null where there is none, \
             or only an upper bound is known.",
            Rule::Object(&ATTRIBUTED),
        ),
        required("evidence", "", EVIDENCE),
        flag("disputed", "Someone with standing contradicts the attribution.", false),
        flag("counted", "false: shown with its reason, in no count and no sum.", true),
        optional("un2019", "", Rule::Object(&UN_ROW)),
        required("sources", "Where it stands.", Rule::List(Items::AtLeastOne, &Rule::Object(&CITATION), SOME_SOURCES)),
        optional("text", "One or two sentences for the reader.", TEXT_OR_NULL),
    ],
    together: Together::Incident,
};

static RECOVERY: Shape = Shape {
    about: about("recovery", "A part of what was taken that was found again."),
    expected: "an object with usd, kind, source and date",
    fields: &[
        required("usd", "US dollars, as the source values it.", DOLLARS),
        required("kind", "", RECOVERY_KIND),
        required("source", "Id of a source.", SOURCE_ID),
        required("date", "When; not before the theft, not after as_of.", PAST_DATE),
    ],
    together: Nothing,
};

static ACTOR: Shape = Shape {
    about: about("actor", "A name for the group behind an incident, and who uses it."),
    expected: "an object with name, by and source",
    fields: &[
        required("name", "The name, such as TraderTraitor.", text("the name of a group")),
        required("by", "Who uses it.", text("who uses the name")),
        required("source", "Id of a source.", SOURCE_ID),
    ],
    together: Nothing,
};

static ATTRIBUTED: Shape = Shape {
    about: about("attributed", "When an incident was attributed, and by whom."),
    expected: "an object with date, by and source, or null",
    fields: &[
        required("date", "When; not before the theft, not after as_of.", PAST_DATE),
        required("by", "Who attributed it.", text("who attributed it")),
        required("source", "Id of a source.", SOURCE_ID),
    ],
    together: Nothing,
};

static EVENT: Shape = Shape {
    about: about("event", "Something that happened around the thefts."),
    expected: "an object with date, line and source",
    fields: &[
        required("date", "When; not after as_of.", PAST_DATE),
        required("line", "What, in one line.", Rule::Text(Form::Line, "what happened, in one line")),
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
        optional("usd", "Amount printed in the row in US dollars.", DOLLARS_OR_NULL),
        required("kind", "", UN_KIND),
        optional("wording", "The report's word for it.", TEXT_OR_NULL),
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
    expected: "an object with id, title, publisher, date, url and kind",
    fields: &[
        required("id", "Stable name, unique among the sources.", ID),
        required("title", "Its title.", text("a title")),
        required("publisher", "Who published it.", text("a publisher")),
        required("date", "When it was published.", DATE),
        required("url", "Where it is.", LINK),
        required("kind", "", SOURCE_KIND),
        optional("via", "The copy it was read through, or what quotes it.", LINK),
        optional("read", "", READ),
    ],
    together: Together::Source,
};

static ESTIMATE: Shape = Shape {
    about: about("estimate", "A total someone published."),
    expected: "an object with estimator, report_date, kind, period, stolen_usd and source",
    fields: &[
        required("estimator", "Short name of who published it, such as chainalysis or un-panel.", ID),
        required("report_date", "When it was published.", DATE),
        required("kind", "", ESTIMATE_KIND),
        required(
            "period",
            "The time it covers: YYYY for a year, YYYY-MM..YYYY-MM for anything else, both ends \
             included.",
            Rule::Text(Form::Period, "YYYY or YYYY-MM..YYYY-MM"),
        ),
        optional("year", "The year of the period, null for the kind cumulative.", Rule::Count(YEAR_OF_PERIOD)),
        required("stolen_usd", "The total in US dollars, as published.", Rule::Object(&RANGE)),
        optional("qualifier", "A word that belongs to the figure, such as up to.", TEXT_OR_NULL),
        optional("incidents", "How many incidents it counts.", Rule::Count("a whole number, or null")),
        flag("latest", "This estimator's figure for the period today; the others show what it used to be.", true),
        optional("mark", "Label of the figure where it is drawn on the running total.", TEXT_OR_NULL),
        required("source", "Id of a source.", SOURCE_ID),
        optional("note", "What a reader has to know about the figure.", TEXT_OR_NULL),
        optional("world", "What the same publisher says of all thefts of that time.", Rule::Object(&WORLD)),
    ],
    together: Together::Estimate,
};

static WORLD: Shape = Shape {
    about: about(
        "world",
        "All thefts of the time of an estimate, whoever committed them, as the publisher of the \
         estimate states it; nothing is computed. total_usd, share_pct or both.",
    ),
    expected: "an object with total_usd, share_pct and source, or null",
    fields: &[
        optional("total_usd", "The total in US dollars, not below the estimate.", Rule::Object(&RANGE_OR_NULL)),
        optional("qualifier", "A word that belongs to the total, such as more than.", TEXT_OR_NULL),
        optional(
            "share_pct",
            "The share of the estimate in per cent, as stated.",
            Rule::Percent("a number from 0 to 100, or null"),
        ),
        optional("share_qualifier", "A word that belongs to the share, such as about.", TEXT_OR_NULL),
        required("source", "Id of a source.", SOURCE_ID),
    ],
    together: Together::World,
};

static CLAIM: Shape = Shape {
    about: about("claim", "Something others state, and what this dataset shows beside it."),
    expected: "an object with id, what, said_by, said_on and sources",
    fields: &[
        required("id", "Stable name, unique among the claims.", ID),
        required("what", "What is stated.", text("what is claimed")),
        optional(
            "value",
            "Its figure, in the unit named beside it.",
            Rule::Amount("a number from 0 to 10^15, or null"),
        ),
        optional("unit", "What the figure counts, such as usd or incidents.", TEXT_OR_NULL),
        optional("qualifier", "A word that belongs to the figure, such as at least.", TEXT_OR_NULL),
        required("said_by", "Who states it.", text("who said it")),
        required("said_on", "When it was stated.", DATE),
        optional("period", "The time it speaks of: first and last date.", Rule::List(Items::Period, &DATE, TWO_DATES)),
        required("sources", "Where it stands.", Rule::List(Items::AtLeastOne, &SOURCE_ID, SOME_SOURCES)),
        optional("compare", "What this dataset shows beside it.", TEXT_OR_NULL),
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
        optional("state", "State of the chart, as links write it; null is its first state.", TEXT_OR_NULL),
    ],
    together: Nothing,
};

static REJECTED: Shape = Shape {
    about: about("rejected", "The rule of inclusion and what it left out."),
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

/// Every kind of object but the dataset itself, in the order of the schema.
#[cfg(not(target_arch = "wasm32"))]
pub(super) static SHAPES: [&Shape; 15] = [
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
