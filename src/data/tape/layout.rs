//! The order of the values on a tape.

use super::super::kind::Listed;
use super::super::{Actor, Attributed, Citation, Dataset, Details, Estimate, Incident, IncidentDetails, Method, Names};
use super::super::{Recovery, Source, UnRow, UsdRange, World};
use super::head::Head;

/// The core: everything that drawing needs.
pub(super) fn core<H: Head>(head: &mut H, dataset: &mut Dataset) {
    head.text(&mut dataset.title);
    let mut as_of = dataset.as_of.into();
    head.date(&mut as_of);
    dataset.as_of = as_of.start();
    incidents(head, &mut dataset.incidents);
    estimates(head, &mut dataset.estimates);
    let mut countries: Vec<_> = dataset.press_countries.iter().copied().map(Some).collect();
    head.list(&mut countries);
    column(head, &mut countries, |head, country| head.country(country));
    dataset.press_countries = countries.into_iter().flatten().collect();
    texts(head, &mut dataset.publishers);
    head.list(&mut dataset.marked_events);
    column(head, &mut dataset.marked_events, |head, event| head.date(&mut event.date));
    column(head, &mut dataset.marked_events, |head, event| head.text(&mut event.mark));
    texts(head, &mut dataset.labels.0);
}

fn texts<H: Head>(head: &mut H, texts: &mut Vec<String>) {
    head.list(texts);
    column(head, texts, |head, text| head.text(text));
}

/// One value of every item.
fn column<H: Head, T>(head: &mut H, items: &mut [T], value: fn(&mut H, &mut T)) {
    for item in items {
        value(head, item);
    }
}

fn incidents<H: Head>(head: &mut H, incidents: &mut Vec<Incident>) {
    head.list(incidents);
    column(head, incidents, |head, one| head.text(&mut names(one).id));
    column(head, incidents, |head, one| head.text(&mut names(one).victim));
    column(head, incidents, |head, one| head.text(&mut names(one).translated));
    column(head, incidents, |head, one| head.flag(&mut names(one).transcribed));
    column(head, incidents, |head, one| head.date(&mut one.date));
    column(head, incidents, |head, one| head.country(&mut one.country));
    column(head, incidents, |head, one| head.one_of(&mut one.sector));
    column(head, incidents, |head, one| head.one_of(&mut one.evidence));
    column(head, incidents, |head, one| head.flag(&mut one.disputed));
    column(head, incidents, |head, one| head.flag(&mut one.counted));
    column(head, incidents, |head, one| head.option(&mut one.stolen_usd));
    ranges(head, incidents.iter_mut().filter_map(|one| one.stolen_usd.as_mut()).collect());
    column(head, incidents, |head, one| head.option(&mut names(one).un2019));
    un_rows(head, incidents.iter_mut().filter_map(|one| names(one).un2019.as_mut()).collect());
    column(head, incidents, |head, one| {
        let method = head.optional_index(one.method.map(Method::position), Method::ALL.len());
        one.method = method.and_then(Method::at);
    });
    column(head, incidents, |head, one| {
        for usd in &mut names(one).recovered_usd {
            *usd = head.number(*usd);
        }
    });
    column(head, incidents, |head, one| head.option(&mut names(one).attributed_on));
    let mut attributed: Vec<_> = incidents.iter_mut().map(names).filter(|one| one.attributed_on.is_some()).collect();
    column(head, &mut attributed, |head, one| head.date(one.attributed_on.get_or_insert_default()));
    column(head, &mut attributed, |head, one| head.text(&mut one.attributed_by));
}

fn names(incident: &mut Incident) -> &mut Names {
    incident.names.get_or_insert_default()
}

fn ranges<H: Head>(head: &mut H, mut ranges: Vec<&mut UsdRange>) {
    column(head, &mut ranges, |head, range| range.low = head.number(range.low));
    column(head, &mut ranges, |head, range| range.best = head.number(range.best));
    column(head, &mut ranges, |head, range| range.high = head.number(range.high));
}

fn un_rows<H: Head>(head: &mut H, mut rows: Vec<&mut UnRow>) {
    column(head, &mut rows, |head, row| head.text(&mut row.row));
    column(head, &mut rows, |head, row| head.amount(&mut row.usd));
    column(head, &mut rows, |head, row| head.one_of(&mut row.kind));
    column(head, &mut rows, |head, row| head.optional_text(&mut row.wording));
    column(head, &mut rows, |head, row| head.flag(&mut row.counts));
    column(head, &mut rows, |head, row| head.flag(&mut row.in_press_country_list));
}

fn estimates<H: Head>(head: &mut H, estimates: &mut Vec<Estimate>) {
    head.list(estimates);
    column(head, estimates, |head, one| head.text(&mut one.estimator.0));
    column(head, estimates, |head, one| head.date(&mut one.report_date));
    column(head, estimates, |head, one| head.one_of(&mut one.kind));
    column(head, estimates, |head, one| head.date(&mut one.period.from));
    column(head, estimates, |head, one| head.date(&mut one.period.to));
    ranges(head, estimates.iter_mut().map(|one| &mut one.stolen_usd).collect());
    column(head, estimates, |head, one| head.optional_text(&mut one.qualifier));
    column(head, estimates, |head, one| {
        let mut incidents = one.incidents.map(f64::from);
        head.amount(&mut incidents);
        one.incidents = incidents.map(|count| count as u32);
    });
    column(head, estimates, |head, one| head.flag(&mut one.latest));
    column(head, estimates, |head, one| head.optional_text(&mut one.mark));
    column(head, estimates, |head, one| head.option(&mut one.share));
    let mut shares: Vec<_> = estimates.iter_mut().filter_map(|one| one.share.as_mut()).collect();
    column(head, &mut shares, |head, share| share.pct = head.number(share.pct));
    column(head, &mut shares, |head, share| head.optional_text(&mut share.qualifier));
}

/// The details: everything that cards and downloads need beyond the core.
pub(super) fn details<H: Head>(head: &mut H, details: &mut Details) {
    sources(head, &mut details.sources);
    head.so_far().sources = details.sources.len();
    incident_details(head, &mut details.incidents);
    head.list(&mut details.estimates);
    column(head, &mut details.estimates, |head, one| head.source(&mut one.source));
    column(head, &mut details.estimates, |head, one| head.optional_text(&mut one.note));
    column(head, &mut details.estimates, |head, one| head.option(&mut one.world));
    worlds(head, details.estimates.iter_mut().filter_map(|one| one.world.as_mut()).collect());
}

fn worlds<H: Head>(head: &mut H, mut worlds: Vec<&mut World>) {
    column(head, &mut worlds, |head, one| head.source(&mut one.source));
    column(head, &mut worlds, |head, one| head.option(&mut one.total_usd));
    ranges(head, worlds.iter_mut().filter_map(|one| one.total_usd.as_mut()).collect());
    column(head, &mut worlds, |head, one| head.optional_text(&mut one.qualifier));
}

fn sources<H: Head>(head: &mut H, sources: &mut Vec<Source>) {
    head.list(sources);
    column(head, sources, |head, source| head.text(&mut source.title));
    column(head, sources, |head, source| head.text(&mut source.publisher));
    column(head, sources, |head, source| head.text(&mut source.id));
    column(head, sources, |head, source| head.option(&mut source.date));
    let mut dates: Vec<_> = sources.iter_mut().filter_map(|source| source.date.as_mut()).collect();
    column(head, &mut dates, |head, date| head.date(date));
    column(head, sources, |head, source| head.text(&mut source.url));
    column(head, sources, |head, source| head.one_of(&mut source.kind));
    column(head, sources, |head, source| head.optional_text(&mut source.via));
    column(head, sources, |head, source| head.option(&mut source.read));
    let mut read: Vec<_> = sources.iter_mut().filter_map(|source| source.read.as_mut()).collect();
    column(head, &mut read, |head, read| head.one_of(*read));
}

fn incident_details<H: Head>(head: &mut H, incidents: &mut Vec<IncidentDetails>) {
    head.list(incidents);
    column(head, incidents, |head, one| head.amount(&mut one.attempted_usd));
    column(head, incidents, |head, one| head.amount(&mut one.recovered_usd));
    column(head, incidents, |head, one| texts(head, &mut one.attribution));
    column(head, incidents, |head, one| {
        head.list(&mut one.sources);
        column(head, &mut one.sources, citation);
    });
    column(head, incidents, |head, one| head.optional_text(&mut one.asset));
    column(head, incidents, |head, one| head.optional_text(&mut one.text));
    column(head, incidents, |head, one| head.list(&mut one.recovered));
    recoveries(head, incidents.iter_mut().flat_map(|one| &mut one.recovered).collect());
    column(head, incidents, |head, one| head.list(&mut one.actor));
    actors(head, incidents.iter_mut().flat_map(|one| &mut one.actor).collect());
    column(head, incidents, |head, one| head.option(&mut one.attributed_on));
    attributed(head, incidents.iter_mut().filter_map(|one| one.attributed_on.as_mut()).collect());
}

fn recoveries<H: Head>(head: &mut H, mut recoveries: Vec<&mut Recovery>) {
    column(head, &mut recoveries, |head, one| one.usd = head.number(one.usd));
    column(head, &mut recoveries, |head, one| head.one_of(&mut one.kind));
    column(head, &mut recoveries, |head, one| head.source(&mut one.source));
    column(head, &mut recoveries, |head, one| head.date(&mut one.date));
}

fn actors<H: Head>(head: &mut H, mut actors: Vec<&mut Actor>) {
    column(head, &mut actors, |head, one| head.text(&mut one.name));
    column(head, &mut actors, |head, one| head.text(&mut one.by));
    column(head, &mut actors, |head, one| head.source(&mut one.source));
}

fn attributed<H: Head>(head: &mut H, mut attributed: Vec<&mut Attributed>) {
    column(head, &mut attributed, |head, one| head.date(&mut one.date));
    column(head, &mut attributed, |head, one| head.text(&mut one.by));
    column(head, &mut attributed, |head, one| head.source(&mut one.source));
}

fn citation<H: Head>(head: &mut H, citation: &mut Citation) {
    head.source(&mut citation.source);
    head.optional_text(&mut citation.locator);
}
