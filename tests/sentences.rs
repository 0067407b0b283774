//! The sentence under each chart, where data are few, equal, unknown or missing.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{dataset, figure};
use heistogram::aggregate::{Filter, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::describe::{self, sentence};
use heistogram::locale;
use serde_json::{Value, json};

/// An incident as year, country, sector, amount and evidence.
type Row = (&'static str, Option<&'static str>, &'static str, Option<f64>, &'static str);

fn say(kind: ChartKind, measure: Measure, rows: &[Row]) -> String {
    let incident = |(at, (date, country, sector, usd, evidence)): (usize, &Row)| {
        let stolen = usd.map(|usd| json!({"low": usd, "best": usd, "high": usd}));
        json!({"id": format!("i{at}"), "date": date, "victim": "V", "country": country, "sector": sector,
               "stolen_usd": stolen, "evidence": evidence, "sources": [{"source": "s"}]})
    };
    let incidents: Vec<Value> = rows.iter().enumerate().map(incident).collect();
    let source = json!({"id": "s", "title": "S", "publisher": "P", "date": "2020", "url": "https://example.org/",
                        "kind": "press"});
    let json = json!({"schema": 1, "title": "T", "as_of": "2024-12-31", "incidents": incidents, "sources": [source]});
    let dataset = dataset(&json.to_string());
    sentence(&figure(kind, measure, &dataset), &dataset, locale::ALL[0])
}

const ONE: Row = ("2020", Some("US"), "bank", Some(2e6), "firm");
const OTHER: Row = ("2021", Some("KR"), "exchange", Some(2e6), "government");
const UNKNOWN: Row = ("2021", None, "bank", None, "un-panel");
const NOTHING: Row = ("2022", None, "bank", Some(0.0), "government");

#[test]
fn attacks() {
    let say = |rows: &[Row]| say(ChartKind::Attacks, Measure::Attacks, rows);
    assert_eq!(say(&[]), "No attack in the dataset meets this selection.");
    assert_eq!(
        say(&[ONE]),
        "The dataset counts 1 attack in 2020; none is attributed by a government or listed by the UN panel."
    );
    // Of two years with as many, the first is named, which "as many as" leaves true.
    assert_eq!(
        say(&[ONE, ONE, OTHER, UNKNOWN]),
        "The dataset counts 4 attacks from 2020 to 2021, as many as 2 in 2020; 2 are attributed by a government or listed \
         by the UN panel."
    );
    assert_eq!(
        say(&[ONE, OTHER]),
        "The dataset counts 2 attacks from 2020 to 2021; 1 is attributed by a government or listed by the UN panel."
    );
}

#[test]
fn targets() {
    let by = |measure, rows: &[Row]| say(ChartKind::Targets, measure, rows);
    assert_eq!(by(Measure::Attacks, &[UNKNOWN, NOTHING]), "Of 2 attacks, 2 hit banks; no group was hit more often.");
    assert_eq!(
        by(Measure::Attacks, &[ONE, ONE, OTHER]),
        "Of 3 attacks, 2 hit victims in the US and 2 hit banks; no country and no group was hit more often."
    );
    assert_eq!(
        by(Measure::Usd, &[OTHER, UNKNOWN]),
        "Of an estimated $2m, $2m was taken from victims in South Korea and $2m from exchanges; no country and no group \
         lost more."
    );
    assert_eq!(by(Measure::Usd, &[UNKNOWN]), "For 1 attack in 2021 the amount is not known.");
}

#[test]
fn proceeds() {
    let say = |rows: &[Row]| say(ChartKind::Proceeds, Measure::Usd, rows);
    assert_eq!(say(&[ONE]), "The dataset’s attacks in 2020 are estimated to have taken $2m.");
    assert_eq!(
        say(&[ONE, OTHER, UNKNOWN]),
        "The dataset’s attacks from 2020 to 2021 are estimated to have taken $4m; for 1 attack the \
         amount is not known."
    );
    assert_eq!(say(&[NOTHING]), "Nothing is known to have been taken in 1 attack in 2022.");
}

#[test]
fn incidents() {
    let say = |rows: &[Row]| say(ChartKind::Incidents, Measure::Usd, rows);
    assert_eq!(say(&[]), "No attack in the dataset meets this selection.");
    assert_eq!(say(&[ONE]), "The dataset counts 1 attack, that of 2020 on V, which took an estimated $2m.");
    assert_eq!(say(&[UNKNOWN]), "For 1 attack in 2021 the amount is not known.");
    assert_eq!(
        say(&[ONE, UNKNOWN, NOTHING]),
        "Of 3 attacks in the dataset from 2020 to 2022, none took more than that of 2020 on V, an estimated $2m; for 1 \
         attack the amount is not known; 1 took nothing."
    );
    assert_eq!(
        say(&[ONE, OTHER]),
        "Of 2 attacks in the dataset from 2020 to 2021, none took more than that of 2020 on V, an estimated $2m or 50% \
         of all known proceeds, though 1 other took as much."
    );
    let small: Row = ("2021-05", None, "bank", Some(1.5e6), "firm");
    assert_eq!(
        say(&[small, small, ONE]),
        "Of 3 attacks in the dataset from 2020 to 2021, none took more than that of 2020 on V, an estimated $2m or 40% \
         of all known proceeds; the 2 largest took at least half."
    );
}

#[test]
fn what_is_left_out_is_said_to_be() {
    let dataset = common::real();
    let filter = Filter { countries: vec![heistogram::data::Country::parse("CA")], ..Filter::default() };
    let figure = Figure::new(ChartKind::Incidents, &dataset, &filter, Measure::Usd);
    let left_out = |index: usize| !dataset.incidents[index].counted;
    let (number, _) = figure.data().find(|(_, datum)| left_out(datum.incidents[0])).unwrap();
    let said = "Left out: in no count and no sum";
    let tooltip = describe::tooltip(&figure, number, &dataset, locale::ALL[0]);
    assert!(tooltip.lines.iter().any(|line| line == said), "{tooltip:?}");
    let card = describe::card(&figure, number, &dataset, locale::ALL[0]);
    assert!(card.incidents[0].lines.iter().any(|line| line == said), "{:?}", card.incidents[0].lines);
    assert!(!card.lines.iter().any(|line| line == said), "{:?}", card.lines);
}

/// A name in braces that nothing fills is a misspelt one.
#[test]
fn every_template_is_filled() {
    for dataset in [common::fixture(), common::real()] {
        for (kind, measure) in common::views() {
            let figure = figure(kind, measure, &dataset);
            for locale in common::languages() {
                let mut words = vec![sentence(&figure, &dataset, locale), describe::source_line(&dataset, locale)];
                for (number, _) in figure.data() {
                    let card = describe::card(&figure, number, &dataset, locale);
                    words.extend(card.lines);
                    for incident in card.incidents {
                        words.extend(incident.lines);
                        words.extend([incident.date, incident.amount]);
                        words.extend(incident.sources.into_iter().map(|source| source.about));
                    }
                }
                let table = describe::table(&figure, &dataset, locale);
                words.extend(table.rows.into_iter().flat_map(|row| row.cells).map(|cell| cell.text));
                for figure in describe::key_figures(&dataset, &Filter::default(), locale) {
                    words.extend([figure.value, figure.label, figure.note]);
                }
                for text in words {
                    assert!(!text.contains(['{', '}']), "{}: {text}", locale.tag);
                }
            }
        }
    }
}

#[test]
fn a_selection_never_speaks_for_the_dataset() {
    let dataset = common::real();
    let filter = Filter { un2019: true, ..Filter::default() };
    for (kind, measure) in common::views() {
        let said = sentence(&Figure::new(kind, &dataset, &filter, measure), &dataset, locale::ALL[0]);
        assert!(!said.contains("dataset"), "{said}");
    }
}
