//! Reading incidents.

use super::super::{Citation, Date, Incident, IncidentDetails, UnRow, UsdRange};
use super::cursor::{Cursor, Fields};
use super::ids::Ids;

pub(super) const FIELDS: &[&str] = &[
    "id",
    "date",
    "victim",
    "country",
    "sector",
    "stolen_usd",
    "attempted_usd",
    "recovered_usd",
    "asset",
    "method",
    "attribution",
    "evidence",
    "disputed",
    "counted",
    "un2019",
    "sources",
    "text",
];
pub(super) const AN_INCIDENT: &str = "an object with id, date, victim, sector, stolen_usd, evidence and sources";

const DOLLARS: &str = "US dollars from 0 to 10^15";
const DOLLARS_OR_NULL: &str = "US dollars from 0 to 10^15, or null";

/// What drawing needs.
pub(super) fn read(fields: &Fields, as_of: Option<Date>) -> Option<Incident> {
    let id = fields.get("id").id();
    let date = fields.get("date");
    let day = date.date();
    if let (Some(day), Some(as_of)) = (day, as_of)
        && day.start() > as_of
    {
        date.fail("after as_of".into(), &format!("a date up to {as_of}"));
    }
    let victim = fields.get("victim").text("the name of the victim");
    let country = fields.given("country").and_then(|country| country.country());
    let sector = fields.get("sector").one_of("sector");
    let stolen = fields.get("stolen_usd");
    let stolen_usd = match stolen.value() {
        Some(super::Value::Null) => Some(None),
        _ => range(&stolen, "an object with low, best and high, or null").map(Some),
    };
    let evidence = fields.get("evidence").one_of("kind of evidence");
    let disputed = fields.flag_or("disputed", false);
    let counted = fields.flag_or("counted", true);
    let un2019 = fields.given("un2019").and_then(|row| un_row(&row));
    Some(Incident {
        id: id?.into(),
        date: day?,
        victim: victim?.into(),
        country,
        sector: sector?,
        stolen_usd: stolen_usd?,
        evidence: evidence?,
        disputed,
        counted,
        un2019,
    })
}

/// What drawing does not need.
pub(super) fn read_details(fields: &Fields, sources: Option<&Ids>) -> Option<IncidentDetails> {
    let attribution = fields
        .given("attribution")
        .and_then(|list| list.list("a list of names", |name| name.text("a name").map(Into::into)));
    let citations = fields.get("sources").filled_list("a list of at least one source", |item| citation(&item, sources));
    Some(IncidentDetails {
        attempted_usd: fields.given("attempted_usd").and_then(|amount| amount.amount(DOLLARS_OR_NULL)),
        recovered_usd: fields.given("recovered_usd").and_then(|amount| amount.amount(DOLLARS_OR_NULL)),
        asset: fields.optional_text("asset"),
        method: fields.given("method").and_then(|method| method.one_of("method")),
        attribution: attribution.unwrap_or_default(),
        sources: citations?,
        text: fields.optional_text("text"),
    })
}

/// An amount with its bounds.
pub(super) fn range(cursor: &Cursor, expected: &str) -> Option<UsdRange> {
    let fields = cursor.fields(&["low", "best", "high"], expected)?;
    let low = fields.get("low").amount(DOLLARS);
    let best = fields.get("best").amount(DOLLARS);
    let high = fields.get("high").amount(DOLLARS);
    if low > best && best.is_some() {
        cursor.fail("low is above best".into(), "low <= best <= high");
    }
    if best > high && high.is_some() {
        cursor.fail("best is above high".into(), "low <= best <= high");
    }
    Some(UsdRange { low: low?, best: best?, high: high? })
}

/// The position of the source named here.
pub(super) fn cited(cursor: &Cursor, sources: Option<&Ids>) -> Option<usize> {
    let id = cursor.text("the id of a source")?;
    // Without a list of sources, that list is the one thing to report.
    let position = sources?.position(id);
    if position.is_none() {
        cursor.fail_named(id, "is not among the sources", "the id of a source");
    }
    position
}

fn citation(cursor: &Cursor, sources: Option<&Ids>) -> Option<Citation> {
    let fields = cursor.fields(&["source", "locator"], "an object with source and locator")?;
    let source = cited(&fields.get("source"), sources);
    let locator = fields.optional_text("locator");
    Some(Citation { source: source?, locator })
}

fn un_row(cursor: &Cursor) -> Option<UnRow> {
    let fields = cursor.fields(
        &["row", "usd", "kind", "wording", "counts", "in_press_country_list"],
        "an object with row, kind, counts and in_press_country_list, or null",
    )?;
    let row = fields.get("row").text("the label of a row");
    let usd = fields.given("usd").and_then(|amount| amount.amount(DOLLARS_OR_NULL));
    let kind = fields.get("kind").one_of("kind");
    let wording = fields.optional_text("wording");
    let counts = fields.get("counts").flag();
    let in_press_country_list = fields.get("in_press_country_list").flag();
    Some(UnRow {
        row: row?.into(),
        usd,
        kind: kind?,
        wording,
        counts: counts?,
        in_press_country_list: in_press_country_list?,
    })
}
