//! The figures of a chart as CSV.

use super::csv::cell;
use super::{dates, day, dollars, flag, id};
use crate::aggregate::{Datum, Key, Totals, days_to_attribution};
use crate::chart::Figure;
use crate::data::{Country, Dataset, Estimate, Evidence, Incident, Method, PartialDate, UsdRange, digits};
use crate::locale::territory;

/// The cells of a row, each with the head of its column.
type Cells = Vec<(&'static str, String)>;

/// The figures of a chart as CSV by RFC 4180: a head, then a row for each datum, with lines ended by CR LF. Countries
/// that share a datum have a row each.
///
/// Columns have the names of the dataset, in every language; a chart has those that its data need. Amounts are US
/// dollars; an empty amount is not known. Text is treated as in [`csv`](super::csv()). `countries` has the names of
/// countries, see [`territory`].
///
/// ```
/// use heistogram::{aggregate::{Filter, Measure}, chart::{ChartKind, Figure}, data::{Columns, Dataset}, export};
/// let (names, numbers, places) = (["firm\n", "bank\n", "\n"], &[0.0, 5.0], &[0, 0, 0, 0]);
/// let columns = Columns { title: "", as_of: "2026-01-01", names, numbers, places };
/// let dataset = Dataset::from_columns(&columns).unwrap();
/// let figure = Figure::new(ChartKind::Proceeds, &dataset, &Filter::default(), Measure::Usd);
/// assert!(export::figures(&figure, &dataset, "").contains("\r\n1970,1,0,5,5,5,"));
/// ```
pub fn figures(figure: &Figure, dataset: &Dataset, countries: &str) -> String {
    let mut rows: Vec<Cells> = Vec::new();
    for series in &figure.series {
        let (shown, tail) = (series.data.iter(), series.tail.iter());
        for datum in shown.chain(tail).filter(|datum| !matches!(datum.key, Key::MoreCountries(_))) {
            rows.push(row(datum, dataset, countries));
        }
        for index in &series.crowd {
            let index = *index as usize;
            rows.push(row(&Datum::of(Key::Incident(index), &dataset.incidents[index]), dataset, countries));
        }
    }
    let mut heads: Vec<&str> = Vec::new();
    for (head, _) in rows.iter().flatten() {
        if !heads.contains(head) {
            heads.push(head);
        }
    }
    heads.push("as_of");
    let as_of = day(dataset.as_of);
    let mut csv = String::from('\u{feff}');
    csv.push_str(&heads.join(","));
    csv.push_str("\r\n");
    for row in &mut rows {
        row.push(("as_of", as_of.clone()));
        for (index, head) in heads.iter().enumerate() {
            let text = row.iter().find(|(other, _)| other == head).map_or("", |(_, text)| text);
            csv.push_str(if index > 0 { "," } else { "" });
            csv.push_str(&cell(text));
        }
        csv.push_str("\r\n");
    }
    csv
}

fn row(datum: &Datum, dataset: &Dataset, countries: &str) -> Cells {
    let mut cells = Cells::new();
    match datum.key {
        Key::Year(year) => cells.push(("year", whole(year))),
        Key::YearGroup(year, group) => cells.extend([("year", whole(year)), ("group", group.id().into())]),
        Key::YearEvidence(year, level) => cells.extend([("year", whole(year)), ("evidence", level.id().into())]),
        Key::Group(group) => cells.push(("group", group.id().into())),
        Key::Country(country) => cells.extend(place(country, "none", countries)),
        Key::MoreCountries(_) => {}
        Key::Method(method) => cells.push(("method", method.map_or("", Method::id).into())),
        Key::Recovered(kind) => {
            let usd = dollars(datum.totals.usd.best);
            return vec![("recovered", kind.id().into()), ("recovered_usd", usd)];
        }
        Key::UpTo(year, month) => {
            if let Ok(month) = PartialDate::new(year, Some(month), None) {
                cells.extend([("up_to", month.iso()), ("end", day(month.end()))]);
            }
        }
        Key::Incident(index) => return incident(&dataset.incidents[index], countries),
        Key::Attributed(index) => return attributed(&dataset.incidents[index], countries),
        Key::UnRow(index) => return un_row(&dataset.incidents[index], countries),
        Key::Estimate(index) => return estimate(&dataset.estimates[index]),
        Key::Share(index) => return share(&dataset.estimates[index]),
    }
    totals(&mut cells, datum);
    cells
}

fn totals(cells: &mut Cells, datum: &Datum) {
    let Totals { attacks, known, unknown, nothing_taken, usd } = datum.totals;
    let count = |n: u32| digits(n.into(), 1);
    cells.extend([("attacks", count(attacks)), ("attacks_official", count(datum.official.attacks))]);
    amounts(cells, (known > 0).then_some(usd));
    let official = datum.official;
    let official = if official.known > 0 { dollars(official.usd.best) } else { String::new() };
    cells.extend([
        ("stolen_usd_best_official", official),
        ("amounts_unknown", count(unknown)),
        ("nothing_taken", count(nothing_taken)),
    ]);
    let levels = ["evidence_government", "evidence_un_panel", "evidence_firm", "evidence_single_source"];
    for level in Evidence::ALL {
        cells.push((levels[level as usize], count(datum.by_evidence[level as usize])));
    }
    cells.push(("disputed", count(datum.disputed)));
}

fn amounts(cells: &mut Cells, usd: Option<UsdRange>) {
    let part = |part: fn(UsdRange) -> f64| usd.map(|usd| dollars(part(usd))).unwrap_or_default();
    cells.extend([
        ("stolen_usd_low", part(|usd| usd.low)),
        ("stolen_usd_best", part(|usd| usd.best)),
        ("stolen_usd_high", part(|usd| usd.high)),
    ]);
}

/// Code and name of a country; `nowhere` in place of a code that is missing.
fn place(country: Option<Country>, nowhere: &'static str, countries: &str) -> [(&'static str, String); 2] {
    let name = country.map_or("", |country| territory::name_in(countries, country));
    [("country", country.map_or(nowhere, Country::code).into()), ("country_name", name.into())]
}

fn incident(incident: &Incident, countries: &str) -> Cells {
    let mut cells: Cells =
        [vec![("id", id(incident))], dates(incident.date).into(), vec![("victim", incident.victim().into())]].concat();
    cells.extend(place(incident.country, "", countries));
    cells.push(("group", incident.sector.group().id().into()));
    amounts(&mut cells, incident.stolen_usd);
    cells.push(("evidence", incident.evidence.id().into()));
    cells.extend([("disputed", flag(incident.disputed).into()), ("counted", flag(incident.counted).into())]);
    cells
}

fn attributed(of: &Incident, countries: &str) -> Cells {
    let mut cells = incident(of, countries);
    let days = days_to_attribution(of).map(|days| digits(days.into(), 1));
    cells.push(("days_to_official_attribution", days.unwrap_or_default()));
    cells
}

fn un_row(of: &Incident, countries: &str) -> Cells {
    let mut cells = Cells::new();
    if let Some(row) = of.un2019() {
        cells.extend([
            ("un2019_row", row.row.clone()),
            ("un2019_kind", row.kind.id().into()),
            ("un2019_usd", row.usd.map(dollars).unwrap_or_default()),
            ("un2019_counts", flag(row.counts).into()),
            ("in_press_country_list", flag(row.in_press_country_list).into()),
        ]);
    }
    cells.extend(incident(of, countries));
    cells
}

fn estimate(estimate: &Estimate) -> Cells {
    let mut cells: Cells = vec![
        ("estimator", estimate.estimator.id().into()),
        ("report_date", estimate.report_date.iso()),
        ("period_from", estimate.period.from.iso()),
        ("period_to", estimate.period.to.iso()),
        ("start", day(estimate.period.from.start())),
        ("end", day(estimate.period.to.end())),
        ("qualifier", estimate.qualifier.clone().unwrap_or_default()),
    ];
    amounts(&mut cells, Some(estimate.stolen_usd));
    cells.push(("attacks", estimate.incidents.map(|n| digits(n.into(), 1)).unwrap_or_default()));
    cells
}

fn share(of: &Estimate) -> Cells {
    let mut cells = estimate(of);
    if let Some(share) = &of.share {
        cells.extend([
            ("share_pct", dollars(share.pct)),
            ("share_qualifier", share.qualifier.clone().unwrap_or_default()),
        ]);
    }
    cells
}

fn whole(year: i32) -> String {
    digits(year as u64, 1)
}
