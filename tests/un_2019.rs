//! The report of 2019: its sums, countries, marks and words.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{dataset, figure, fixture, real, scene, texts};
use heistogram::aggregate::{Filter, Key, Measure, Totals, UnReport, by_un_row};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Country, Dataset, Group, UnRow};
use heistogram::describe;
use heistogram::locale;
use heistogram::scene::{Fill, Shape};
use serde_json::{Value, json};

fn report(dataset: &Dataset, filter: &Filter) -> UnReport {
    UnReport::of(&by_un_row(dataset, filter), dataset)
}

fn row(dataset: &Dataset, key: Key) -> &UnRow {
    let Key::UnRow(index) = key else { panic!("{key:?}") };
    dataset.incidents[index].un2019().unwrap()
}

fn exchanges() -> Filter {
    Filter { groups: vec![Group::Exchanges], ..Filter::default() }
}

#[test]
fn the_report_adds_up_to_its_control_totals() {
    let control: Value = serde_json::from_str(include_str!("control.json")).unwrap();
    let control = &control["un2019"];
    let dataset = real();
    let report = report(&dataset, &Filter::default());
    let usd = |kind: &str| control["printed_usd"][kind].as_f64().unwrap();
    assert_eq!(report.printed, [usd("attempted"), usd("taken"), usd("none")]);
    assert_eq!(report.sum(), 2_212_459_000.0);
    assert_eq!(Some(u64::from(report.cases())), control["cases"].as_u64());
    assert_eq!((report.all_rows(), report.repeated, report.without_amount), (36, 1, 4));
    let countries = |n: usize| Some(n as u64);
    assert_eq!(countries(report.in_both.len() + report.in_rows_only.len()), control["countries_in_table"].as_u64());
    assert_eq!(
        countries(report.in_both.len() + report.in_press_only.len()),
        control["countries_in_press_list"].as_u64()
    );
    let codes = |countries: &[Country]| countries.iter().map(|country| country.code()).collect::<Vec<_>>().join(" ");
    assert_eq!((codes(&report.in_rows_only), codes(&report.in_press_only)), ("ES MX SG TW".into(), "PL".into()));
    let headline = &dataset.estimates[report.headline.unwrap()];
    assert_eq!((headline.estimator.id(), headline.stolen_usd.best), ("un-panel", 2e9));
}

#[test]
fn the_35_cases_are_the_whole_report_and_a_selection_is_not() {
    let dataset = real();
    let filter = Filter { un2019: true, ..Filter::default() };
    let series = by_un_row(&dataset, &filter);
    let chosen = || dataset.incidents.iter().filter(|incident| filter.accepts(incident));
    assert_eq!(series.totals, Totals::of(chosen()));
    assert_eq!(series.official, Totals::of(chosen().filter(|incident| incident.evidence.is_official())));
    let cases = report(&dataset, &filter);
    assert_eq!((cases.all_rows(), cases.repeated, cases.whole), (35, 0, true));
    assert_eq!(cases.sum(), report(&dataset, &Filter::default()).sum());
    let some = report(&dataset, &exchanges());
    assert!(!some.whole && some.headline.is_none() && some.in_press_only.is_empty());
}

#[test]
fn rows_come_by_kind_and_amount_and_a_twin_behind_its_row() {
    let dataset = real();
    let figure = figure(ChartKind::Un2019, Measure::Usd, &dataset);
    let rows: Vec<&UnRow> = figure.data().map(|(_, datum)| row(&dataset, datum.key)).collect();
    assert!(rows.is_sorted_by_key(|row| (row.kind, std::cmp::Reverse(row.printed().map(|usd| usd as u64)))));
    let twin = rows.iter().position(|row| !row.counts).unwrap();
    assert_eq!((rows[twin - 1].row.as_str(), rows[twin].row.as_str()), ("A15", "B11"));
    let (_, datum) = figure.data().nth(twin).unwrap();
    assert_eq!(datum.totals.attacks, 0);
}

#[test]
fn lengths_are_what_rows_print() {
    for dataset in [real(), fixture()] {
        let figure = figure(ChartKind::Un2019, Measure::Usd, &dataset);
        for width in [320.0, 1200.0] {
            let scene = scene(&figure, &dataset, width, locale::ALL[0]);
            let rect = |number| {
                scene.marks.iter().find_map(|mark| match &mark.shape {
                    Shape::Rect { rect, fill } if mark.datum == Some(number) => Some((rect.width, *fill)),
                    _ => None,
                })
            };
            let (first, largest) = figure.data().next().unwrap();
            let px_per_usd = rect(first).unwrap().0 / row(&dataset, largest.key).printed().unwrap();
            assert!(px_per_usd > 0.0);
            for (number, datum) in figure.data() {
                let row = row(&dataset, datum.key);
                let drawn = rect(number);
                // A theft printed twice has one bar.
                let length = row.printed().filter(|_| row.counts);
                let expected = length.unwrap_or(0.0) * px_per_usd;
                assert!((drawn.map_or(0.0, |(width, _)| width) - expected).abs() < 1e-6, "{}", row.row);
                assert_eq!(drawn.is_some(), length.is_some(), "{}", row.row);
                if let Some((_, fill)) = drawn {
                    let attempted = row.kind == heistogram::data::UnKind::Attempted;
                    assert_eq!(matches!(fill, Fill::Hollow(_)), attempted, "{}", row.row);
                }
            }
        }
    }
}

#[test]
fn what_is_not_chosen_fades_in_its_place() {
    let dataset = real();
    let all = scene(&figure(ChartKind::Un2019, Measure::Usd, &dataset), &dataset, 1200.0, locale::ALL[0]);
    let chosen = Figure::new(ChartKind::Un2019, &dataset, &exchanges(), Measure::Usd);
    assert_eq!(chosen.data().count(), 9);
    let some = scene(&chosen, &dataset, 1200.0, locale::ALL[0]);
    let faded = some.marks.iter().filter(|mark| {
        matches!(&mark.shape, Shape::Rect { fill: Fill::Solid(color), .. } if *color == heistogram::theme::LIGHT.faded)
    });
    // 24 rows with a bar, and their sum.
    assert_eq!(faded.count(), 24 + 1);
    for victim in ["Bangladesh Bank", "Bithumb"] {
        let x = |scene| texts(scene).find(|text| text.content.starts_with(victim)).unwrap().at.x;
        assert_eq!(x(&all), x(&some));
    }
}

/// Rows as kind, amount and `counts`.
fn say(rows: &[(&str, Option<f64>, bool)]) -> String {
    let incident = |(at, (kind, usd, counts)): (usize, &(&str, Option<f64>, bool))| {
        json!({"id": format!("i{at}"), "date": "2018", "victim": "V", "country": "US", "sector": "bank",
               "stolen_usd": null, "evidence": "un-panel", "sources": [{"source": "s"}], "counted": counts,
               "un2019": {"row": format!("A{at}"), "usd": usd, "kind": kind, "counts": counts,
                          "in_press_country_list": true}})
    };
    let incidents: Vec<Value> = rows.iter().enumerate().map(incident).collect();
    let source = json!({"id": "s", "title": "S", "publisher": "P", "date": "2020", "url": "https://example.org/",
                        "kind": "press"});
    let json = json!({"schema": 1, "title": "T", "as_of": "2024-12-31", "incidents": incidents, "sources": [source]});
    said(&dataset(&json.to_string()), &Filter::default())
}

fn said(dataset: &Dataset, filter: &Filter) -> String {
    let figure = Figure::new(ChartKind::Un2019, dataset, filter, Measure::Usd);
    describe::sentence(&figure, dataset, locale::ALL[0])
}

#[test]
fn the_sentence_says_both_sums() {
    assert_eq!(
        said(&real(), &Filter::default()),
        "The 36 entries on the UN panel’s list of 2019 state $2.21bn in all, with a theft that is listed twice counted \
         once. Of this, $1.96bn is in entries marked as attempts and $257m in entries marked as theft, loss or proceeds. 4 \
         state no amount. That the UN’s total of $2bn includes attempts is our reading; the report does not say so."
    );
    assert_eq!(
        said(&real(), &exchanges()),
        "The 9 selected entries on the UN panel’s list of 2019 state $81m in all. Of this, $0 is in entries marked as \
         attempts and $81m in entries marked as theft, loss or proceeds. 2 state no amount."
    );
    assert_eq!(
        say(&[("attempted", Some(5e6), true)]),
        "The 1 entry on the UN panel’s list of 2019 states $5.00m in all. Of this, $5.00m is in entries marked as \
         attempts and $0 in entries marked as theft, loss or proceeds."
    );
}

#[test]
fn the_sentence_holds_without_amounts_and_without_rows() {
    assert_eq!(say(&[]), "The dataset has no entry of the UN list.");
    let none = say(&[("none", None, true), ("attempted", None, true)]);
    assert_eq!(none, "The 2 entries on the UN panel’s list of 2019 state no amount.");
    // An amount beside the kind `none` is not an amount of the row.
    let none = say(&[("none", Some(3.0), true)]);
    assert_eq!(none, "The 1 entry on the UN panel’s list of 2019 states no amount.");
}

#[test]
fn a_dataset_without_rows_has_no_chart() {
    let mut dataset = fixture();
    assert!(ChartKind::ALL.iter().all(|kind| kind.has_data(&dataset)));
    for incident in &mut dataset.incidents {
        incident.names.as_mut().unwrap().un2019 = None;
    }
    let left: Vec<_> = ChartKind::ALL.into_iter().filter(|kind| !kind.has_data(&dataset)).collect();
    assert_eq!(left, [ChartKind::Un2019]);
    assert_eq!(figure(ChartKind::Un2019, Measure::Usd, &dataset).data().count(), 0);
}
