//! The squares of `raids`: areas, places, names, and the words about the few that took half.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{dataset, languages, real, scene, texts};
use heistogram::aggregate::{CROWD, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe::{heading, sentence, table, title};
use heistogram::geometry::Rect;
use heistogram::locale::ALL;
use heistogram::scene::{DatumRef, Fill, Scene, Shape};
use heistogram::state::State;
use heistogram::theme::LIGHT;
use serde_json::{Value, json};

/// A theft as date, amount and evidence.
type Theft = (String, Option<f64>, &'static str);

fn of(thefts: &[Theft]) -> Dataset {
    let incident = |(number, (date, usd, evidence)): (usize, &Theft)| {
        let stolen = usd.map(|usd| json!({"low": usd, "best": usd, "high": usd}));
        json!({"id": format!("i{number:05}"), "date": date, "victim": format!("Victim {number}"), "sector": "bank",
               "stolen_usd": stolen, "evidence": evidence, "sources": [{"source": "s"}]})
    };
    let incidents: Vec<Value> = thefts.iter().enumerate().map(incident).collect();
    let source = json!({"id": "s", "title": "S", "publisher": "P", "date": "2020", "url": "https://example.org/",
                        "kind": "press"});
    let json = json!({"schema": 1, "title": "T", "as_of": "2024-12-31", "incidents": incidents, "sources": [source]});
    dataset(&json.to_string())
}

/// Official thefts of these amounts, one a month.
fn taking(amounts: &[f64]) -> Dataset {
    let date = |number: usize| format!("{}-{:02}", 2000 + number / 12 % 25, number % 12 + 1);
    let theft = |(number, usd): (usize, &f64)| (date(number), Some(*usd), "government");
    of(&amounts.iter().enumerate().map(theft).collect::<Vec<_>>())
}

fn figure(dataset: &Dataset, query: &str) -> Figure {
    Figure::new(ChartKind::Raids, dataset, &State::read(query).0.filter, Measure::Usd)
}

/// Every square, selected or not, with its datum.
fn squares(scene: &Scene) -> Vec<(Option<DatumRef>, Rect)> {
    let mut found: Vec<(Option<DatumRef>, Rect)> = Vec::new();
    for mark in &scene.marks {
        if let Shape::Rect { rect, fill } = mark.shape {
            // The legend is above the panel; a second outline is within the first.
            let is_inner = mark.datum.is_none() && matches!(fill, Fill::Hollow(_));
            if rect.y >= scene.panels[0].area.y && !is_inner {
                found.push((mark.datum, rect));
            }
        }
    }
    found
}

#[test]
fn areas_are_in_proportion_to_amounts_on_one_scale() {
    let dataset = real();
    for (width, query) in [(320.0, ""), (768.0, ""), (1200.0, ""), (768.0, "group=banks"), (768.0, "period=2024..")] {
        let figure = figure(&dataset, query);
        let scene = scene(&figure, &dataset, width, ALL[0]);
        let mut per_px = Vec::new();
        for (number, rect) in squares(&scene) {
            assert!((rect.width - rect.height).abs() < 1e-9, "{rect:?}");
            let Some(datum) = number.and_then(|number| figure.datum(number, &dataset)) else { continue };
            per_px.push(datum.totals.usd.best / (rect.width * rect.height));
        }
        assert!(per_px.len() > 5);
        assert!(per_px.iter().all(|one| (one / per_px[0] - 1.0).abs() < 1e-6), "{width}, {query}");
    }
}

#[test]
fn squares_keep_their_places_under_any_selection_and_never_overlap() {
    let dataset = real();
    for width in [280.0, 390.0, 700.0, 1200.0] {
        let of = |query: &str| {
            let scene = scene(&figure(&dataset, query), &dataset, width, ALL[0]);
            let top = scene.panels[0].area.y;
            let mut all: Vec<Rect> = squares(&scene).into_iter().map(|(_, rect)| rect).collect();
            let first = all.iter().map(|rect| rect.y).fold(f64::INFINITY, f64::min);
            assert!(first >= top);
            all.iter_mut().for_each(|rect| rect.y -= first);
            all
        };
        let all = of("");
        for query in ["group=banks", "period=2025-02..2025-02", "evidence=firm", "country=KR"] {
            let chosen = of(query);
            assert_eq!(all.len(), chosen.len());
            for (a, b) in all.iter().zip(&chosen) {
                assert!((a.x - b.x).abs() + (a.y - b.y).abs() + (a.width - b.width).abs() < 1e-6, "{query}");
            }
        }
        for (number, rect) in all.iter().enumerate() {
            let other = all[..number].iter().find(|other| other.overlaps(rect));
            assert_eq!(other, None, "{width}: {rect:?}");
        }
    }
}

#[test]
fn the_few_that_took_half_are_dark_and_named() {
    let dataset = real();
    let figure = figure(&dataset, "");
    for locale in languages() {
        for width in [280.0, 320.0, 390.0, 700.0, 1200.0] {
            let scene = scene(&figure, &dataset, width, locale);
            for victim in ["Bybit", "Ronin", "Bitget", "DMM", "KelpDAO", "Drift", "KuCoin", "WazirX"] {
                assert!(texts(&scene).any(|text| text.content.starts_with(victim)), "{victim}, {width}");
            }
        }
    }
    let scene = scene(&figure, &dataset, 700.0, ALL[0]);
    let fills: Vec<Fill> = scene
        .marks
        .iter()
        .filter(|mark| mark.datum.is_some())
        .filter_map(|mark| match mark.shape {
            Shape::Rect { fill, .. } => Some(fill),
            _ => None,
        })
        .collect();
    let dark = LIGHT.plain.mixed(LIGHT.ink, 0.5);
    let count = |wanted: Fill| fills.iter().filter(|fill| **fill == wanted).count();
    assert_eq!((count(Fill::Solid(dark)), count(Fill::Hollow(dark))), (5, 3));
    assert!(count(Fill::Solid(LIGHT.pale)) > 80 && count(Fill::Hollow(LIGHT.pale)) > 30);
}

/// The title of the amounts and the note above their squares.
fn said(amounts: &[f64]) -> (String, String) {
    let dataset = taking(amounts);
    let figure = figure(&dataset, "");
    let scene = scene(&figure, &dataset, 1200.0, ALL[0]);
    let note = texts(&scene).find(|text| text.content.starts_with("Area")).map(|text| text.content.clone());
    (heading(&figure, &dataset, ALL[0]), note.unwrap_or_default())
}

#[test]
fn half_is_claimed_only_where_few_took_it() {
    let neutral = title(ChartKind::Raids, ALL[0]);
    let small = |count: usize| vec![1e6; count];
    let with = |large: &[f64], count: usize| [large, &small(count)].concat();
    let (title, note) = said(&with(&[8e6, 4e6], 11));
    assert_eq!(title, "Two raids took half of the $23m");
    assert_eq!(
        note,
        "Area: amount taken, best estimate. A square’s middle is in its year. Named: the 2 largest, together at least \
         half of it."
    );
    let (title, note) = said(&with(&[30e6], 10));
    assert_eq!(title, "One raid took more than half of the $40m");
    assert!(note.ends_with("Named: the largest, at least half of it."), "{note}");
    // A tie, no few, hardly any.
    for amounts in [with(&[8e6, 4e6, 4e6], 6), small(40), with(&[3e6], 2), vec![5e6], vec![]] {
        let (title, note) = said(&amounts);
        assert_eq!(title, neutral, "{amounts:?}");
        assert!(amounts.len() < 5 || !note.contains("half"), "{note}");
    }
    let dataset = real();
    assert_eq!(heading(&figure(&dataset, ""), &dataset, ALL[0]), "Eight raids took half of the $7.5bn");
    assert_eq!(heading(&figure(&dataset, "group=banks"), &dataset, ALL[0]), neutral);
}

fn say(thefts: &[(&str, Option<f64>)]) -> String {
    let thefts: Vec<Theft> = thefts.iter().map(|(date, usd)| ((*date).to_owned(), *usd, "firm")).collect();
    let dataset = of(&thefts);
    sentence(&figure(&dataset, ""), &dataset, ALL[0])
}

#[test]
fn the_sentence_names_the_largest_or_says_how_many_there_are() {
    assert_eq!(
        say(&[("2020", Some(6e6)), ("2021", Some(2e6)), ("2021", Some(0.0)), ("2021", None)]),
        "An estimated $8m was stolen in 4 attacks from 2020 to 2021. The largest, from Victim 0 (2020), was $6m, 75% of \
         it. 1 attempt took nothing. 1 amount is unknown."
    );
    assert_eq!(
        say(&[("2020", Some(6e6)), ("2021", Some(6e6)), ("2021", Some(2e6))]),
        "An estimated $14m was stolen in 3 attacks from 2020 to 2021. The 2 largest took $6m each."
    );
    assert_eq!(
        say(&[("2020", Some(6e6)), ("2021", None)]),
        "An estimated $6m was stolen in 2 attacks from 2020 to 2021. All of it was taken from Victim 0 (2020). 1 amount \
         is unknown."
    );
    assert_eq!(say(&[("2020", Some(6e6))]), "1 attack: Victim 0 (2020), an estimated $6m.");
    assert_eq!(say(&[("2020", None)]), "The amount is unknown for 1 attack in 2020.");
}

#[test]
fn amounts_of_every_size_and_none_are_drawn() {
    let every_size: Vec<f64> = (0..=12).map(|power| 10_f64.powi(power)).collect();
    let dataset = taking(&every_size);
    let drawn = scene(&figure(&dataset, ""), &dataset, 1200.0, ALL[0]);
    assert_eq!(squares(&drawn).len(), 13);
    let note = texts(&drawn).find(|text| text.content.starts_with("Area")).unwrap();
    assert!(note.content.contains("7 thefts too small to see"), "{}", note.content);
    // All unknown: no square, a dot for each.
    let dataset = of(&vec![("2020".to_owned(), None, "firm"); 7]);
    let drawn = scene(&figure(&dataset, ""), &dataset, 700.0, ALL[0]);
    let dots = drawn.marks.iter().filter(|mark| matches!(mark.shape, Shape::Dot { .. }));
    assert_eq!((squares(&drawn).len(), dots.count()), (0, 7));
}

#[test]
fn two_thousand_squares_are_drawn_and_of_more_the_largest() {
    for count in [CROWD, CROWD + 300] {
        let amounts: Vec<f64> = (0..count).map(|number| ((number * 7919) % count + 1) as f64 * 1e3).collect();
        let dataset = taking(&amounts);
        let figure = figure(&dataset, "");
        for width in [280.0, 1200.0] {
            let scene = scene(&figure, &dataset, width, ALL[0]);
            assert_eq!(squares(&scene).len(), CROWD);
            assert!(scene.height < 900.0, "{}", scene.height);
            let is_said = texts(&scene).any(|text| text.content.starts_with("Drawn are the 2,000 largest"));
            assert_eq!(is_said, count > CROWD);
        }
        let least = figure.data().map(|(_, datum)| datum.totals.usd.best).fold(f64::INFINITY, f64::min);
        assert_eq!(least, if count == CROWD { 1e3 } else { 301e3 });
        // The total is of all.
        assert_eq!(figure.series[0].totals.usd.best, amounts.iter().sum::<f64>());
        assert_eq!(table(&figure, &dataset, ALL[0]).rows.len(), CROWD);
    }
}
