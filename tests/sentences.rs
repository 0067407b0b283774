//! The sentence under each chart, where data are few, equal, unknown or missing.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{dataset, figure};
use heistogram::aggregate::{Filter, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::describe::{self, sentence};
use heistogram::locale;
use heistogram::state::State;
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

#[test]
fn tooltips_say_which_part_of_a_year_is_selected() {
    let dataset = common::real();
    let last_lines = |period: &str| -> Vec<String> {
        let (state, _) = State::read([("period", period)]);
        let figure = Figure::new(ChartKind::Proceeds, &dataset, &state.filter, Measure::Usd);
        let years = figure.data().filter(|(_, datum)| datum.key.year().is_some());
        let tooltips = years.map(|(number, _)| describe::tooltip(&figure, number, &dataset, locale::ALL[0]));
        tooltips.filter_map(|tooltip| tooltip.lines.last().filter(|line| line.contains("Part")).cloned()).collect()
    };
    assert_eq!(last_lines(""), ["Part-year: data to 8 October 2026"]);
    assert_eq!(
        last_lines("2015-12..2019-05"),
        [
            "Part-year: selected from 1 December 2015 to 31 December 2015",
            "Part-year: selected from 1 January 2019 to 31 May 2019"
        ]
    );
    assert_eq!(last_lines("2026-03.."), ["Part-year: selected from 1 March 2026 to 8 October 2026"]);
    assert!(last_lines("2016..2018").is_empty());
}
