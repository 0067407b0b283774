//! Building a dataset from validated values.

use super::super::kind::Listed;
use super::super::model::PUBLISHERS;
use super::super::small::sorted;
use super::super::{
    Actor, Attributed, Citation, Country, Dataset, Details, Estimate, EstimateDetails, Estimator, Evidence, Group,
    Incident, IncidentDetails, Labels, MarkedEvent, Names, Period, Recovery, RecoveryKind, Share, Source, UnRow,
    UsdRange, Value, World,
};
use super::ids::{Ids, id_of};
use super::scalar::{count, ends};
use super::value::date;

pub(super) fn dataset(value: &Value) -> Dataset {
    let incidents = value.get("incidents");
    let keys: Vec<_> = incidents.items().iter().map(|item| (item.date("date"), id_of(item))).collect();
    let order = sorted(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    let sources = &Ids::of(value.get("sources").items());
    let details = Details {
        incidents: order.iter().map(|&index| incident_details(incidents.item(index), sources)).collect(),
        sources: list(value.get("sources"), sources, source),
        estimates: list(value.get("estimates"), sources, estimate_details),
        ..Details::default()
    };
    Dataset {
        title: value.string("title"),
        as_of: value.date("as_of").start(),
        incidents: order.iter().map(|&index| incident(incidents.item(index))).collect(),
        estimates: value.get("estimates").items().iter().map(estimate).collect(),
        press_countries: press_countries(value),
        publishers: publishers(&details),
        marked_events: marked_events(value.get("events")),
        labels: value.given("labels").map(labels).unwrap_or_default(),
        details: Some(details),
    }
}

fn labels(value: &Value) -> Labels {
    let mut labels = vec![value.string("subject")];
    for (of, ids) in [("groups", Group::IDS), ("evidence", Evidence::IDS)] {
        let given = value.get(of);
        for id in ids.iter() {
            labels.push(given.string(id));
        }
    }
    Labels(labels)
}

/// Those that most incidents cite; of equal ones, the one cited first.
fn publishers(details: &Details) -> Vec<String> {
    let mut cited: Vec<(&str, usize)> = Vec::new();
    for incident in &details.incidents {
        let mut named: Vec<&str> = Vec::new();
        for citation in &incident.sources {
            let Some(source) = details.sources.get(citation.source) else { continue };
            if !named.contains(&source.publisher.as_str()) {
                named.push(&source.publisher);
            }
        }
        for name in named {
            match cited.iter_mut().find(|(other, _)| *other == name) {
                Some((_, incidents)) => *incidents += 1,
                None => cited.push((name, 1)),
            }
        }
    }
    let most = sorted(cited.len(), &|a, b| cited.get(b).map(|one| one.1).cmp(&cited.get(a).map(|one| one.1)));
    most.into_iter().take(PUBLISHERS).filter_map(|rank| Some(cited.get(rank)?.0.to_owned())).collect()
}

fn incident(value: &Value) -> Incident {
    Incident {
        date: value.date("date"),
        country: Country::parse(value.text("country")),
        sector: value.one_of("sector"),
        stolen_usd: value.given("stolen_usd").map(range),
        evidence: value.one_of("evidence"),
        method: value.given("method").map(|_| value.one_of("method")),
        disputed: value.flag("disputed", false),
        counted: value.flag("counted", true),
        names: Some(Box::new(Names {
            id: value.string("id"),
            victim: value.string("victim"),
            translated: String::new(),
            transcribed: false,
            un2019: value.given("un2019").map(un_row),
            recovered_usd: recovered_usd(value.get("recovered")),
            attributed_on: value.given("attributed_on").map(|attributed| attributed.date("date")),
            attributed_by: value.given("attributed_on").map_or(String::new(), |attributed| attributed.string("by")),
        })),
        number: 0,
    }
}

/// Sum of the recovered parts of each kind.
fn recovered_usd(parts: &Value) -> [f64; RecoveryKind::ALL.len()] {
    let mut sums = [0.0; RecoveryKind::ALL.len()];
    for part in parts.items() {
        sums[part.one_of::<RecoveryKind>("kind") as usize] += part.number("usd");
    }
    sums
}

fn range(value: &Value) -> UsdRange {
    UsdRange { low: value.number("low"), best: value.number("best"), high: value.number("high") }
}

fn un_row(value: &Value) -> UnRow {
    UnRow {
        row: value.string("row"),
        usd: value.optional_number("usd"),
        kind: value.one_of("kind"),
        wording: value.optional_string("wording"),
        counts: value.flag("counts", true),
        in_press_country_list: value.flag("in_press_country_list", false),
    }
}

fn incident_details(value: &Value, sources: &Ids) -> IncidentDetails {
    IncidentDetails {
        attempted_usd: value.optional_number("attempted_usd"),
        recovered_usd: value.optional_number("recovered_usd"),
        recovered: list(value.get("recovered"), sources, recovery),
        asset: value.optional_string("asset"),
        attribution: list(value.get("attribution"), sources, |name, _| name.as_text().into()),
        actor: list(value.get("actor"), sources, actor),
        attributed_on: value.given("attributed_on").map(|value| attributed(value, sources)),
        sources: list(value.get("sources"), sources, citation),
        text: value.optional_string("text"),
    }
}

fn recovery(value: &Value, sources: &Ids) -> Recovery {
    Recovery {
        usd: value.number("usd"),
        kind: value.one_of("kind"),
        source: sources.index_of(value.text("source")),
        date: value.date("date"),
    }
}

fn actor(value: &Value, sources: &Ids) -> Actor {
    Actor { name: value.string("name"), by: value.string("by"), source: sources.index_of(value.text("source")) }
}

fn attributed(value: &Value, sources: &Ids) -> Attributed {
    Attributed { date: value.date("date"), by: value.string("by"), source: sources.index_of(value.text("source")) }
}

fn citation(value: &Value, sources: &Ids) -> Citation {
    Citation { source: sources.index_of(value.text("source")), locator: value.optional_string("locator") }
}

fn source(value: &Value, _: &Ids) -> Source {
    Source {
        id: value.string("id"),
        title: value.string("title"),
        publisher: value.string("publisher"),
        date: value.given("date").map(|_| value.date("date")),
        url: value.string("url"),
        kind: value.one_of("kind"),
        via: value.optional_string("via"),
        read: value.given("read").map(|_| value.one_of("read")),
    }
}

fn estimate(value: &Value) -> Estimate {
    let (from, to) = ends(value.text("period"));
    Estimate {
        estimator: Estimator(value.string("estimator")),
        report_date: value.date("report_date"),
        kind: value.one_of("kind"),
        period: Period { from: date(from), to: date(to) },
        stolen_usd: range(value.get("stolen_usd")),
        qualifier: value.optional_string("qualifier"),
        incidents: value.optional_number("incidents").and_then(count),
        latest: value.flag("latest", true),
        mark: value.optional_string("mark"),
        share: value.given("world").and_then(share),
    }
}

fn share(world: &Value) -> Option<Share> {
    let pct = world.optional_number("share_pct")?;
    Some(Share { pct, qualifier: world.optional_string("share_qualifier") })
}

fn estimate_details(value: &Value, sources: &Ids) -> EstimateDetails {
    EstimateDetails {
        source: sources.index_of(value.text("source")),
        note: value.optional_string("note"),
        world: value.given("world").map(|value| world(value, sources)),
    }
}

fn world(value: &Value, sources: &Ids) -> World {
    World {
        total_usd: value.given("total_usd").map(range),
        qualifier: value.optional_string("qualifier"),
        source: sources.index_of(value.text("source")),
    }
}

pub(super) fn countries(codes: &Value) -> Vec<Country> {
    codes.items().iter().filter_map(|code| Country::parse(code.as_text())).collect()
}

fn press_countries(value: &Value) -> Vec<Country> {
    let mut listed = value.get("claims").items().iter().map(|claim| countries(claim.get("countries")));
    listed.find(|list| !list.is_empty()).unwrap_or_default()
}

fn marked_events(events: &Value) -> Vec<MarkedEvent> {
    let marked = |event: &Value| Some(MarkedEvent { date: event.date("date"), mark: event.optional_string("mark")? });
    events.items().iter().filter_map(marked).collect()
}

pub(super) fn list<T>(items: &Value, sources: &Ids, build: fn(&Value, &Ids) -> T) -> Vec<T> {
    let mut list = Vec::with_capacity(items.items().len());
    for item in items.items() {
        list.push(build(item, sources));
    }
    list
}
