//! The sentence under each chart, for data that are few, equal, unknown or missing.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{dataset, figure, languages, real, views};
use heistogram::aggregate::{Filter, Key, Measure};
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

fn on(date: &'static str, (_, country, sector, usd, evidence): Row) -> Row {
    (date, country, sector, usd, evidence)
}

const ONE: Row = ("2020", Some("US"), "bank", Some(2e6), "firm");
const OTHER: Row = ("2021", Some("KR"), "exchange", Some(2e6), "government");
const UNKNOWN: Row = ("2021", None, "bank", None, "un-panel");
const NOTHING: Row = ("2022", None, "bank", Some(0.0), "government");

#[test]
fn attacks() {
    let say = |rows: &[Row]| say(ChartKind::Attacks, Measure::Attacks, rows);
    assert_eq!(say(&[]), "The dataset counts no attack.");
    assert_eq!(
        say(&[ONE]),
        "The dataset counts 1 attack in 2020; none is attributed by a government or listed by the UN panel."
    );
    // Of two years with equal numbers, none is named.
    assert_eq!(
        say(&[ONE, ONE, OTHER, UNKNOWN]),
        "The dataset counts 4 attacks from 2020 to 2021; 2 are attributed by a government or listed by the UN panel."
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
fn running_total() {
    let say = |rows: &[Row]| say(ChartKind::RunningTotal, Measure::Usd, rows);
    assert_eq!(say(&[]), "The dataset counts no attack.");
    // A single month has no halfway point.
    assert_eq!(say(&[on("2020-05", ONE)]), "The dataset’s attacks in May 2020 are estimated to have taken $2m in all.");
    assert_eq!(
        say(&[on("2020-05-31", ONE), on("2021-02", OTHER), on("2021-03", UNKNOWN)]),
        "The dataset’s attacks from May 2020 to March 2021 are estimated to have taken $4m in all; half of it by the end \
         of May 2020; for 1 attack the amount is not known."
    );
    assert_eq!(say(&[UNKNOWN]), "For 1 attack in July 2021 the amount is not known.");
}

/// Words for figures that others publish.
fn published(kind: ChartKind, name: &str) -> (String, Vec<String>) {
    let dataset = real();
    let figure = figure(kind, Measure::Usd, &dataset);
    let tips = figure.data().map(|(number, _)| describe::tooltip(&figure, number, &dataset, locale::ALL[0]));
    let tip = tips.into_iter().find(|tip| tip.title == name).unwrap();
    (tip.title, tip.lines)
}

#[test]
fn revisions_are_seen_and_a_newer_report_is_no_earlier_edition() {
    assert_eq!(
        published(ChartKind::Proceeds, "Chainalysis, 2022").1,
        [
            "$1,100,000,000, published 18 December 2025",
            "Counts 14 attacks",
            "Earlier edition, 24 January 2024: $1,650,000,000",
            "Earlier edition, 1 February 2023: $1,650,000,000",
        ]
    );
    assert_eq!(
        published(ChartKind::Proceeds, "Elliptic, January 2026 – September 2026").1,
        [
            "more than $1,000,000,000, published 25 September 2026",
            "Counts 51 attacks",
            "Earlier edition, 2 April 2026: more than $300,000,000 for January 2026 – April 2026",
        ]
    );
    assert_eq!(
        published(ChartKind::RunningTotal, "UN panel, December 2015 – May 2019").1,
        ["up to $2,000,000,000, published 30 August 2019", "Counts 35 attacks"]
    );
}

#[test]
fn months_say_what_they_added() {
    let (_, lines) = published(ChartKind::RunningTotal, "Up to the end of February 2025");
    assert_eq!(lines[0], "138 attacks");
    let added = "Added in this month: 3 attacks, $1,511,000,000 (range $1,440,900,000 to $1,512,600,000)";
    assert!(lines.contains(&added.to_owned()), "{lines:?}");
    let (_, lines) = published(ChartKind::RunningTotal, "Up to the end of May 2019");
    assert!(lines.contains(&"Added in this month: 1 attack, $0".to_owned()), "{lines:?}");
}

#[test]
fn the_card_of_a_published_figure_names_its_source() {
    let dataset = real();
    let figure = figure(ChartKind::Proceeds, Measure::Usd, &dataset);
    let mut notes = 0;
    for (number, datum) in figure.data() {
        let card = describe::card(&figure, number, &dataset, locale::ALL[0]);
        let published = matches!(datum.key, Key::Estimate(_));
        assert_eq!(card.sources.len(), usize::from(published), "{:?}", datum.key);
        assert_eq!(card.incidents.is_empty(), published);
        notes += usize::from(card.note.is_some());
    }
    assert!(notes > 0);
}

#[test]
fn published_figures_are_in_the_table_or_said_to_be_gone() {
    let dataset = real();
    for kind in [ChartKind::Proceeds, ChartKind::RunningTotal] {
        let all = figure(kind, Measure::Usd, &dataset);
        let table = describe::table(&all, &dataset, locale::ALL[0]);
        assert!(table.rows.iter().any(|row| row.header == "Published by others" && row.cells.is_empty()));
        for (number, _) in all.data() {
            let stated = table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.datum == Some(number));
            assert!(stated, "{kind:?} {number:?}");
        }
        for row in table.rows.iter().filter(|row| !row.cells.is_empty()) {
            assert_eq!(row.cells.len() + 1, table.columns.len(), "{kind:?}: {}", row.header);
        }
        assert!(!sentence(&all, &dataset, locale::ALL[0]).contains("world figures"));
        let filter = Filter { un2019: true, ..Filter::default() };
        let some = Figure::new(kind, &dataset, &filter, Measure::Usd);
        let gone =
            "Totals published by others are world figures and are shown only while nothing but a period is selected.";
        assert!(sentence(&some, &dataset, locale::ALL[0]).ends_with(gone));
        assert!(some.data().all(|(_, datum)| !matches!(datum.key, Key::Estimate(_))));
    }
}

#[test]
fn incidents() {
    let say = |rows: &[Row]| say(ChartKind::Incidents, Measure::Usd, rows);
    assert_eq!(say(&[]), "The dataset counts no attack.");
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
         of their known proceeds, though 1 other took as much."
    );
    let small: Row = ("2021-05", None, "bank", Some(1.5e6), "firm");
    assert_eq!(
        say(&[small, small, ONE]),
        "Of 3 attacks in the dataset from 2020 to 2021, none took more than that of 2020 on V, an estimated $2m or 40% \
         of their known proceeds; the 2 largest took at least half."
    );
}

#[test]
fn what_is_left_out_is_said_to_be() {
    let dataset = real();
    let filter = Filter { countries: vec![heistogram::data::Country::parse("CA")], ..Filter::default() };
    let figure = Figure::new(ChartKind::Incidents, &dataset, &filter, Measure::Usd);
    let left_out = |index: usize| !dataset.incidents[index].counted;
    let mut data = figure.data();
    let (number, _) = data.find(|(_, datum)| left_out(figure.incidents(datum.key, &dataset)[0])).unwrap();
    let said = "Left out: in no count and no sum";
    let tooltip = describe::tooltip(&figure, number, &dataset, locale::ALL[0]);
    assert!(tooltip.lines.iter().any(|line| line == said), "{tooltip:?}");
    let card = describe::card(&figure, number, &dataset, locale::ALL[0]);
    assert!(card.incidents[0].lines.iter().any(|line| line == said), "{:?}", card.incidents[0].lines);
    assert!(card.line.is_some_and(|line| line != said));
}

/// A placeholder that is left over is misspelt.
#[test]
fn every_template_is_filled() {
    for dataset in [common::fixture(), real()] {
        for (kind, measure) in views() {
            let figure = figure(kind, measure, &dataset);
            for locale in languages() {
                let mut words = vec![sentence(&figure, &dataset, locale), describe::source_line(&dataset, locale)];
                for (number, _) in figure.data() {
                    let card = describe::card(&figure, number, &dataset, locale);
                    words.extend(card.line);
                    words.extend(describe::tooltip(&figure, number, &dataset, locale).lines);
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
                    assert!(!text.contains(['{', '}']), "{}: {text}", locale.tag());
                }
            }
        }
    }
}

#[test]
fn a_selection_never_speaks_for_the_dataset() {
    let dataset = real();
    let filter = Filter { un2019: true, ..Filter::default() };
    for (kind, measure) in views() {
        let said = sentence(&Figure::new(kind, &dataset, &filter, measure), &dataset, locale::ALL[0]);
        assert!(!said.contains("dataset"), "{said}");
    }
}

#[test]
fn tooltips_say_which_part_of_a_year_is_selected() {
    let dataset = real();
    let last_lines = |period: &str| -> Vec<String> {
        let (state, _) = State::read(&["period=", period].concat());
        let figure = Figure::new(ChartKind::Proceeds, &dataset, &state.filter, Measure::Usd);
        let years = figure.data().filter(|(_, datum)| datum.key.year().is_some());
        let tooltips = years.map(|(number, _)| describe::tooltip(&figure, number, &dataset, locale::ALL[0]));
        tooltips.flat_map(|tooltip| tooltip.lines.into_iter().filter(|line| line.contains("Part-year"))).collect()
    };
    assert_eq!(last_lines(""), ["Part-year: data to 9 October 2026"]);
    assert_eq!(
        last_lines("2015-12..2019-05"),
        [
            "Part-year: selected from 1 December 2015 to 31 December 2015",
            "Part-year: selected from 1 January 2019 to 31 May 2019"
        ]
    );
    assert_eq!(last_lines("2026-03.."), ["Part-year: selected from 1 March 2026 to 9 October 2026"]);
    assert!(last_lines("2016..2018").is_empty());
}

/// The words around a chart describe it, with and without scripts.
#[test]
fn every_chart_has_title_sentence_and_caption() {
    let dataset = real();
    for (kind, measure) in views() {
        for locale in languages() {
            let figure = figure(kind, measure, &dataset);
            for words in [
                describe::title(kind, locale).to_owned(),
                describe::heading(&figure, &dataset, locale),
                sentence(&figure, &dataset, locale),
                describe::table(&figure, &dataset, locale).caption,
            ] {
                assert!(words.chars().count() > 3, "{kind:?} in {}", locale.tag());
            }
        }
    }
}

#[test]
fn a_title_keeps_its_direction_to_itself() {
    let mut dataset = real();
    dataset.title = "\u{202e}قائمة".into();
    for locale in languages() {
        let line = describe::source_line(&dataset, locale);
        assert!(line.contains("\u{2068}قائمة\u{2069}") && !line.contains('\u{202e}'), "{line}");
    }
}
