//! Reading sources, estimates, claims and what was left out.

use super::super::{
    Claim, Details, Estimate, EstimateKind, Estimator, IncidentDetails, Period, Precision, Rejected, RejectedCase,
    ShownIn, Source,
};
use super::cursor::{Cursor, Fields};
use super::ids::Ids;
use super::incident::{cited, range};

const A_PERIOD: &str = "YYYY or YYYY-MM..YYYY-MM";
const TWO_DATES: &str = "a list of two dates";

/// The details of a dataset, given those of its incidents.
pub(super) fn read(fields: &Fields, sources: Option<&Ids>, incidents: Vec<IncidentDetails>) -> Option<Details> {
    let works = fields.get("sources").list("a list of sources", |item| source(&item));
    let estimates = fields
        .given("estimates")
        .and_then(|list| list.list("a list of estimates, or null", |item| estimate(&item, sources)));
    let claims = fields.given("claims").and_then(|list| {
        Ids::of(&list);
        list.list("a list of claims, or null", |item| claim(&item, sources))
    });
    let rejected = fields.given("rejected").and_then(|cursor| rejected(&cursor));
    Some(Details {
        incidents,
        sources: works?,
        estimates: estimates.unwrap_or_default(),
        claims: claims.unwrap_or_default(),
        rejected,
    })
}

fn source(cursor: &Cursor) -> Option<Source> {
    let fields = cursor.fields(
        &["id", "title", "publisher", "date", "url", "kind", "via"],
        "an object with id, title, publisher, date, url and kind",
    )?;
    let id = fields.get("id").id();
    let title = fields.get("title").text("a title");
    let publisher = fields.get("publisher").text("a publisher");
    let date = fields.get("date").date();
    let url = fields.get("url").link();
    let kind = fields.get("kind").one_of("kind of source");
    let via = fields.given("via").and_then(|link| link.link());
    Some(Source {
        id: id?.into(),
        title: title?.into(),
        publisher: publisher?.into(),
        date: date?,
        url: url?,
        kind: kind?,
        via,
    })
}

fn estimate(cursor: &Cursor, sources: Option<&Ids>) -> Option<Estimate> {
    let fields = cursor.fields(
        &[
            "estimator",
            "report_date",
            "kind",
            "period",
            "year",
            "stolen_usd",
            "qualifier",
            "incidents",
            "latest",
            "mark",
            "source",
            "note",
        ],
        "an object with estimator, report_date, kind, period, stolen_usd and source",
    )?;
    let estimator = fields.get("estimator").id();
    let report_date = fields.get("report_date").date();
    let kind = fields.get("kind").one_of("kind of estimate");
    let period = period(&fields.get("period"));
    if let (Some(kind), Some(period)) = (kind, period) {
        check_years(&fields, kind, period);
    }
    let stolen_usd = range(&fields.get("stolen_usd"), "an object with low, best and high");
    let qualifier = fields.optional_text("qualifier");
    let incidents = fields.given("incidents").and_then(|count| count.count("a whole number, or null"));
    let latest = fields.flag_or("latest", true);
    let mark = fields.optional_text("mark");
    let source = cited(&fields.get("source"), sources);
    let note = fields.optional_text("note");
    Some(Estimate {
        estimator: Estimator::checked(estimator?.into()),
        report_date: report_date?,
        kind: kind?,
        period: period?,
        stolen_usd: stolen_usd?,
        qualifier,
        incidents,
        latest,
        mark,
        source: source?,
        note,
    })
}

/// `2021`, or `2016-01..2022-12`.
fn period(cursor: &Cursor) -> Option<Period> {
    let text = cursor.text(A_PERIOD)?;
    let dots = text.bytes().position(|byte| byte == b'.');
    let (from, to) = dots.and_then(|at| text.get(..at).zip(text.get(at..)?.strip_prefix(".."))).unwrap_or((text, text));
    let from = cursor.date_of(from, A_PERIOD)?;
    let to = cursor.date_of(to, A_PERIOD)?;
    forwards(cursor, Period { from, to })
}

fn forwards(cursor: &Cursor, period: Period) -> Option<Period> {
    if period.from.start() > period.to.end() {
        cursor.fail("ends before it begins".into(), "the earlier date first");
        return None;
    }
    Some(period)
}

/// Kind, period and year of an estimate say the same.
fn check_years(fields: &Fields, kind: EstimateKind, period: Period) {
    let first = period.from.year();
    let (agrees, expected) = match kind {
        EstimateKind::Year => (period.from == period.to && period.from.precision() == Precision::Year, "one year"),
        EstimateKind::PartialYear => (first == period.to.year(), "a part of one year"),
        EstimateKind::Cumulative => (true, ""),
    };
    if !agrees {
        fields.get("period").fail(format!("{} with the period {period}", kind.id()), expected);
    }
    if let Some(year) = fields.given("year") {
        let expected = "the year of the period, or null";
        if let Some(number) = year.count(expected)
            && (kind == EstimateKind::Cumulative || i64::from(number) != i64::from(first))
        {
            year.fail(format!("year {number} with the period {period}"), expected);
        }
    }
}

fn claim(cursor: &Cursor, sources: Option<&Ids>) -> Option<Claim> {
    let fields = cursor.fields(
        &[
            "id",
            "what",
            "value",
            "unit",
            "qualifier",
            "said_by",
            "said_on",
            "period",
            "sources",
            "compare",
            "shown_in",
            "countries",
        ],
        "an object with id, what, said_by, said_on and sources",
    )?;
    let id = fields.get("id").id();
    let what = fields.get("what").text("what is claimed");
    let value = fields.given("value").and_then(|number| number.amount("a number from 0 to 10^15, or null"));
    let unit = fields.optional_text("unit");
    let qualifier = fields.optional_text("qualifier");
    let said_by = fields.get("said_by").text("who said it");
    let said_on = fields.get("said_on").date();
    let period = fields.given("period").and_then(|cursor| two_dates(&cursor));
    let cited = fields.get("sources").filled_list("a list of at least one source", |item| cited(&item, sources));
    let compare = fields.optional_text("compare");
    let shown_in = fields.given("shown_in").and_then(|cursor| shown_in(&cursor));
    let countries =
        fields.given("countries").and_then(|list| list.list("a list of countries, or null", |item| item.country()));
    Some(Claim {
        id: id?.into(),
        what: what?.into(),
        value,
        unit,
        qualifier,
        said_by: said_by?.into(),
        said_on: said_on?,
        period,
        sources: cited?,
        compare,
        shown_in,
        countries: countries.unwrap_or_default(),
    })
}

fn two_dates(cursor: &Cursor) -> Option<Period> {
    let dates = cursor.list(TWO_DATES, |item| Some(item.date()))?;
    match dates[..] {
        [from, to] => forwards(cursor, Period { from: from?, to: to? }),
        _ => {
            cursor.fail(format!("a list of {}", dates.len()), TWO_DATES);
            None
        }
    }
}

fn shown_in(cursor: &Cursor) -> Option<ShownIn> {
    let fields = cursor.fields(&["chart", "state"], "an object with chart and state, or null")?;
    let chart = fields.get("chart").id();
    let state = fields.optional_text("state");
    Some(ShownIn { chart: chart?.into(), state })
}

fn rejected(cursor: &Cursor) -> Option<Rejected> {
    let fields = cursor.fields(&["rule", "cases"], "an object with rule and cases, or null")?;
    let rule = fields.get("rule").text("the rule of inclusion");
    let cases = fields.get("cases").list("a list of cases", |item| {
        let fields = item.fields(&["what", "why"], "an object with what and why")?;
        let what = fields.get("what").text("the case");
        let why = fields.get("why").text("the reason");
        Some(RejectedCase { what: what?.into(), why: why?.into() })
    });
    Some(Rejected { rule: rule?.into(), cases: cases? })
}
