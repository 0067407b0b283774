//! Rules that several fields share, and the fixed lists of ids.

use super::super::kind::Listed;
use super::super::{EstimateKind, Evidence, Method, Read, RecoveryKind, Sector, SourceKind, UnKind};
use super::format::{Choice, Form, Rule, about, text};

pub(super) const ID: Rule = Rule::Text(Form::Id, "A-Z, a-z, 0-9, dots, hyphens and underscores only");
pub(super) const LABEL: Rule = Rule::Text(Form::Label, "one line of at most 60 characters, without < and >");
pub(super) const LINK: Rule =
    Rule::Text(Form::Link, "a link that begins with https:// or http://, without spaces or a user's name");
pub(super) const COUNTRY: Rule = Rule::Text(Form::Country, "an ISO 3166-1 code of two capital letters, such as KR");
pub(super) const A_DATE: &str = "YYYY, YYYY-MM or YYYY-MM-DD";
pub(super) const DATE: Rule = Rule::Text(Form::Date, A_DATE);
pub(super) const SECTOR: Rule = Rule::OneOf(&SECTORS);
static SECTORS: Choice =
    Choice { what: "sector", ids: Sector::IDS, about: about("sector", "Line of business of the victim.") };
pub(super) const METHOD: Rule = Rule::OneOf(&METHODS);
static METHODS: Choice = Choice {
    what: "method",
    ids: Method::IDS,
    about: about("method", "Method of the theft. The value insider means an alleged insider."),
};
pub(super) const EVIDENCE: Rule = Rule::OneOf(&KINDS_OF_EVIDENCE);
static KINDS_OF_EVIDENCE: Choice = Choice {
    what: "kind of evidence",
    ids: Evidence::IDS,
    about: about(
        "evidence",
        "Strongest evidence for the attribution. The values, strongest first: a government, court or \
         group of states; the United Nations Panel of Experts; an analytics company or the victim; \
         one researcher or report.",
    ),
};
pub(super) const UN_KIND: Rule = Rule::OneOf(&UN_KINDS);
static UN_KINDS: Choice = Choice {
    what: "kind",
    ids: UnKind::IDS,
    about: about("unKind", "Whether the row reports an attempt, reports money taken, or has no amount."),
};
pub(super) const SOURCE_KIND: Rule = Rule::OneOf(&SOURCE_KINDS);
static SOURCE_KINDS: Choice = Choice {
    what: "kind of source",
    ids: SourceKind::IDS,
    about: about(
        "sourceKind",
        "Kind of work: a primary document, such as a court's, a government's or the victim's; an \
         analysis; press; a list of thefts.",
    ),
};
pub(super) const READ: Rule = Rule::OneOf(&WAYS_TO_READ);
static WAYS_TO_READ: Choice = Choice {
    what: "way to read a source",
    ids: Read::IDS,
    about: about(
        "read",
        "How the source was read: in the original; in a copy, such as an archive, a transcription or \
         a reprint; only as quoted by others.",
    ),
};
pub(super) const RECOVERY_KIND: Rule = Rule::OneOf(&RECOVERY_KINDS);
static RECOVERY_KINDS: Choice = Choice {
    what: "kind of recovery",
    ids: RecoveryKind::IDS,
    about: about(
        "recoveryKind",
        "State of the recovered part: back with its owner; held where nobody can move it; taken by an \
         authority; claimed for a state in court.",
    ),
};
pub(super) const PAST_DATE: Rule = Rule::Text(Form::PastDate, A_DATE);
pub(super) const ESTIMATE_KIND: Rule = Rule::OneOf(&ESTIMATE_KINDS);
static ESTIMATE_KINDS: Choice = Choice {
    what: "kind of estimate",
    ids: EstimateKind::IDS,
    about: about("estimateKind", "One whole year, part of one year, or several years."),
};
pub(super) const SOURCE_ID: Rule = Rule::Text(Form::Source, "the id of a source");
pub(super) const TEXT_OR_NULL: Rule = text("text, or null");
pub(super) const DOLLARS: Rule = Rule::Amount("US dollars from 0 to 10^15");
pub(super) const DOLLARS_OR_NULL: Rule = Rule::Amount("US dollars from 0 to 10^15, or null");
pub(super) const SOME_SOURCES: &str = "a list of at least one source";
pub(super) const YEAR_OF_PERIOD: &str = "the year of the period, or null";
pub(super) const TWO_DATES: &str = "a list of two dates";

/// Every list of ids, in the order of the schema.
#[cfg(not(target_arch = "wasm32"))]
pub(super) static CHOICES: [&Choice; 8] =
    [&SECTORS, &METHODS, &KINDS_OF_EVIDENCE, &UN_KINDS, &SOURCE_KINDS, &WAYS_TO_READ, &RECOVERY_KINDS, &ESTIMATE_KINDS];
