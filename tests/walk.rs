//! Moving through a chart by keys: every datum can be reached, and the position is kept.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeMap;

use common::scenes::unusual;
use common::{filters, fixture, real, views};
use heistogram::aggregate::{Filter, Key};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe;
use heistogram::locale;
use heistogram::scene::DatumRef;
use heistogram::walk::{Step, Walk};

fn each_figure(mut work: impl FnMut(&str, &Figure, &Dataset)) {
    let mut datasets = vec![("real", real()), ("fixture", fixture())];
    datasets.extend(unusual().into_iter().filter(|(_, dataset)| dataset.incidents.len() < 1000));
    for (name, dataset) in &datasets {
        for (kind, measure) in views() {
            for (filter_name, filter) in filters().into_iter().chain([("all", Filter::default())]) {
                let figure = Figure::new(kind, dataset, &filter, measure);
                work(&format!("{name} {kind:?} {measure:?} {filter_name}"), &figure, dataset);
            }
        }
    }
}

/// Every datum that keys lead to from the position of a walk, each with a walk at that datum.
fn reached(from: Walk, figure: &Figure, dataset: &Dataset) -> BTreeMap<DatumRef, Walk> {
    let mut found = BTreeMap::new();
    let mut open = vec![from];
    while let Some(walk) = open.pop() {
        let Some(at) = walk.at(figure) else { continue };
        if found.contains_key(&at) {
            continue;
        }
        for step in Step::ALL {
            let mut next = walk.clone();
            assert!(next.step(step, figure, dataset).is_some());
            open.push(next);
        }
        found.insert(at, walk);
    }
    found
}

fn begun(figure: &Figure, dataset: &Dataset) -> Walk {
    let mut walk = Walk::default();
    assert_eq!(walk.at(figure), None);
    assert_eq!(walk.step(Step::Right, figure, dataset), figure.data().next().map(|(number, _)| number));
    walk
}

#[test]
fn every_datum_is_reached_from_every_other() {
    each_figure(|name, figure, dataset| {
        let count = figure.data().count();
        let all = reached(begun(figure, dataset), figure, dataset);
        assert_eq!(all.len(), count, "{name}");
        for walk in all.into_values().step_by(count / 8 + 1) {
            assert_eq!(reached(walk, figure, dataset).len(), count, "{name}: no way back");
        }
    });
}

#[test]
fn a_step_back_returns_to_the_same_datum() {
    each_figure(|name, figure, dataset| {
        for (at, walk) in reached(begun(figure, dataset), figure, dataset) {
            let pairs =
                [(Step::Left, Step::Right), (Step::Right, Step::Left), (Step::Up, Step::Down), (Step::Down, Step::Up)];
            for (there, back) in pairs {
                // Steps between amounts skip equal ones.
                if matches!(figure.kind, ChartKind::Raids | ChartKind::Incidents)
                    && matches!(there, Step::Up | Step::Down)
                {
                    continue;
                }
                let mut walk = walk.clone();
                if walk.step(there, figure, dataset) != Some(at) {
                    let home = walk.step(back, figure, dataset).unwrap();
                    let key = |number| figure.datum(number, dataset).unwrap().key;
                    assert_eq!(home, at, "{name}: {there:?} from {:?} and back is {:?}", key(at), key(home));
                }
            }
        }
    });
}

#[test]
fn home_and_end_are_the_ends_of_the_axis() {
    each_figure(|name, figure, dataset| {
        for walk in reached(begun(figure, dataset), figure, dataset).into_values().step_by(3) {
            for (end, beyond) in [(Step::Home, Step::Left), (Step::End, Step::Right)] {
                let mut walk = walk.clone();
                let at = walk.step(end, figure, dataset);
                assert_eq!(walk.step(beyond, figure, dataset), at, "{name}: something lies beyond {end:?}");
                assert_eq!(walk.step(end, figure, dataset), at, "{name}");
            }
        }
    });
}

/// Titles of the data that keys lead to, in the real dataset.
fn titles(kind: ChartKind, query: &str, steps: &[Step]) -> Vec<String> {
    let dataset = real();
    let filter = heistogram::state::State::read(query).0.filter;
    let figure = Figure::new(kind, &dataset, &filter, kind.measures()[0]);
    let mut walk = begun(&figure, &dataset);
    let mut title = |step: &Step| {
        let number = walk.step(*step, &figure, &dataset).unwrap();
        describe::tooltip(&figure, number, &dataset, locale::ALL[0]).title
    };
    steps.iter().map(&mut title).collect()
}

#[test]
fn keys_do_what_the_picture_suggests() {
    use Step::{Down, End, Home, Left, PageDown, PageUp, Right, Up};
    // Along the years, then within a year.
    let walked = titles(ChartKind::Attacks, "period=2017..", &[Up, Right, Down, Up, Left]);
    assert_eq!(walked, ["Exchanges, 2017", "Exchanges, 2018", "Banks, 2018", "Exchanges, 2018", "Exchanges, 2017"]);
    // The own sum, then those of others; the year before is the next part.
    let walked = titles(ChartKind::Counters, "period=2022..", &[Down, PageDown, Right, PageUp, End]);
    assert_eq!(walked[..4], ["Chainalysis, January 2026 – September 2026", "2025", "Chainalysis, 2025", "2026"]);
    assert!(walked[4].ends_with(", 2022"), "{walked:?}");
    // Along rows, then from one list to the other.
    let walked = titles(ChartKind::Targets, "", &[Down, Up, Right, PageDown, PageUp, End, Home]);
    assert_eq!(walked[0], walked[2]);
    assert_eq!(walked[1], walked[4]);
    assert!(["Exchanges", "Banks", "DeFi", "Other companies"].contains(&walked[1].as_str()), "{walked:?}");
    assert_eq!(walked[3], "South Korea", "{walked:?}");
    assert_ne!(walked[5], walked[6]);
    // To the next year, then to the next larger amount.
    let walked = titles(ChartKind::Incidents, "", &[PageDown, Up, PageUp]);
    assert_eq!(walked.len(), 3);
    // To the nearest point of the other line, and back to the same month.
    let walked = titles(ChartKind::RunningTotal, "", &[PageDown, PageDown, Up, Down]);
    assert_eq!(walked[1], walked[3]);
    assert!(!walked[2].starts_with("Up to"), "{walked:?}");
}

#[test]
fn larger_thefts_lie_above() {
    let dataset = real();
    let figure = Figure::new(ChartKind::Incidents, &dataset, &Filter::default(), ChartKind::Incidents.measures()[0]);
    let mut walk = begun(&figure, &dataset);
    let amount = |number| match figure.datum(number, &dataset).unwrap().key {
        Key::Incident(index) => dataset.incidents[index].stolen_usd.map_or(-1.0, |usd| usd.best),
        key => panic!("{key:?}"),
    };
    let mut last = amount(walk.at(&figure).unwrap());
    loop {
        let next = amount(walk.step(Step::Up, &figure, &dataset).unwrap());
        if next == last {
            break;
        }
        assert!(next > last);
        last = next;
    }
    let largest = dataset.incidents.iter().filter_map(|incident| incident.stolen_usd).map(|usd| usd.best);
    assert_eq!(last, largest.fold(0.0, f64::max));
}

#[test]
fn a_reader_stays_where_they_are_while_the_selection_changes() {
    let dataset = real();
    let of = |query: &str| {
        let filter = heistogram::state::State::read(query).0.filter;
        Figure::new(ChartKind::Attacks, &dataset, &filter, ChartKind::Attacks.measures()[0])
    };
    let (all, exchanges) = (of(""), of("group=exchanges"));
    let mut walk = begun(&all, &dataset);
    let key =
        |walk: &Walk, figure: &Figure| walk.at(figure).and_then(|at| figure.datum(at, &dataset)).map(|datum| datum.key);
    while !matches!(key(&walk, &all), Some(Key::YearGroup(2022, heistogram::data::Group::Exchanges))) {
        let step = if matches!(key(&walk, &all), Some(Key::YearGroup(2022, _))) { Step::Up } else { Step::Right };
        let before = walk.at(&all);
        assert_ne!(walk.step(step, &all, &dataset), before);
    }
    assert_eq!(key(&walk, &exchanges), key(&walk, &all));
    // The datum disappears and returns.
    assert_eq!(key(&walk, &of("group=banks")), None);
    assert_eq!(walk.clone().step(Step::Left, &of("group=banks"), &dataset), Some(DatumRef(0)));
    assert!(key(&walk, &all).is_some());
}
