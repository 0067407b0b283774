//! The sentence under each chart, for data that are few, equal, unknown or missing.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::rows::{NOTHING, ONE, OTHER, Row, UNKNOWN, of, on};
use common::{figure, languages, real, views};
use heistogram::aggregate::{Filter, Key, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Read, Source};
use heistogram::describe::{self, sentence};
use heistogram::locale;
use heistogram::state::State;

fn say(kind: ChartKind, measure: Measure, rows: &[Row]) -> String {
    let dataset = of(rows);
    sentence(&figure(kind, measure, &dataset), &dataset, locale::ALL[0])
}

#[test]
fn attacks() {
    let say = |rows: &[Row]| say(ChartKind::Attacks, Measure::Attacks, rows);
    assert_eq!(say(&[]), "The dataset counts no attack.");
    assert_eq!(
        say(&[ONE]),
        "1 attack in 2020. In none does a government name North Korea or the UN panel list it as the suspect."
    );
    // Of two years with equal numbers, none is named.
    assert_eq!(
        say(&[ONE, ONE, OTHER, UNKNOWN]),
        "4 attacks from 2020 to 2021. In 2, a government names North Korea or the UN panel lists it as the suspect."
    );
    assert_eq!(
        say(&[ONE, OTHER]),
        "2 attacks from 2020 to 2021. In 1, a government names North Korea or the UN panel lists it as the suspect."
    );
}

#[test]
fn targets() {
    let by = |measure, rows: &[Row]| say(ChartKind::Targets, measure, rows);
    // A single group and no country leave nothing to compare.
    assert_eq!(by(Measure::Attacks, &[UNKNOWN, NOTHING]), "2 attacks from 2021 to 2022.");
    assert_eq!(
        by(Measure::Attacks, &[ONE, ONE, OTHER]),
        "3 attacks from 2020 to 2021. By type of victim, banks had the most: 2. By country or territory, the US had the \
         most: 2."
    );
    // Of equal ones, all are named.
    assert_eq!(
        by(Measure::Attacks, &[ONE, OTHER]),
        "2 attacks from 2020 to 2021. By type of victim, banks and exchanges had the most: 1 each. By country or \
         territory, South Korea and the US had the most: 1 each."
    );
    let large: Row = ("2022", Some("KR"), "exchange", Some(7e6), "firm");
    assert_eq!(
        by(Measure::Usd, &[OTHER, large, ONE]),
        "An estimated $11m was stolen from 2020 to 2022. By type of victim, exchanges lost the most: $9m. By country or \
         territory, South Korea lost the most: $9m, 78% of it in the theft from V. That is where victims are based or \
         registered, not where their customers live."
    );
    assert_eq!(by(Measure::Usd, &[UNKNOWN]), "The amount is unknown for 1 attack in 2021.");
}

#[test]
fn proceeds() {
    let say = |rows: &[Row]| say(ChartKind::Proceeds, Measure::Usd, rows);
    assert_eq!(say(&[ONE]), "An estimated $2m was stolen in 2020.");
    assert_eq!(
        say(&[ONE, OTHER, UNKNOWN]),
        "An estimated $4m was stolen from 2020 to 2021. 1 attack of unknown size is not included."
    );
    assert_eq!(say(&[NOTHING]), "Nothing is known to have been stolen in 1 attack in 2022.");
}

#[test]
fn running_total() {
    let say = |rows: &[Row]| say(ChartKind::RunningTotal, Measure::Usd, rows);
    assert_eq!(say(&[]), "The dataset counts no attack.");
    // A single month has no halfway point.
    assert_eq!(say(&[on("2020-05", ONE)]), "An estimated $2m was stolen in May 2020.");
    assert_eq!(
        say(&[on("2020-05-31", ONE), on("2021-02", OTHER), on("2021-03", UNKNOWN)]),
        "An estimated $4m was stolen from May 2020 to March 2021. It reached half of that in May 2020. 1 attack of \
         unknown size is not included."
    );
    assert_eq!(say(&[UNKNOWN]), "The amount is unknown for 1 attack in July 2021.");
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
        published(ChartKind::Counters, "Chainalysis, 2022").1,
        [
            "$1.1bn, published 18 December 2025",
            "Counts 14 attacks",
            "What it counts: crypto only",
            "Earlier edition, 24 January 2024: $1.65bn",
            "Earlier edition, 1 February 2023: $1.65bn",
        ]
    );
    assert_eq!(
        published(ChartKind::Counters, "Elliptic, January 2026 – September 2026").1,
        [
            "more than $1bn, published 25 September 2026",
            "Counts 51 attacks",
            "What it counts: crypto only",
            "Earlier edition, 2 April 2026: more than $300m for January 2026 – April 2026",
        ]
    );
    assert_eq!(
        published(ChartKind::RunningTotal, "UN panel, December 2015 – May 2019").1,
        ["up to $2bn, published 30 August 2019", "Counts 35 attacks", "What it counts: suspected cases on its list"]
    );
}

#[test]
fn months_say_what_they_added() {
    let (_, lines) = published(ChartKind::RunningTotal, "Up to the end of February 2025");
    assert_eq!(lines[0], "138 attacks");
    let added = "Added in this month: 3 attacks, $1.51bn ($1.44bn–$1.51bn)";
    assert!(lines.contains(&added.to_owned()), "{lines:?}");
    let (_, lines) = published(ChartKind::RunningTotal, "Up to the end of May 2019");
    assert!(lines.contains(&"Added in this month: 1 attack, $0".to_owned()), "{lines:?}");
}

#[test]
fn the_card_of_a_published_figure_names_its_source() {
    let dataset = real();
    let figure = figure(ChartKind::Counters, Measure::Usd, &dataset);
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
    for kind in [ChartKind::Counters, ChartKind::RunningTotal] {
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
        assert!(!sentence(&all, &dataset, locale::ALL[0]).contains("while you filter"));
        let filter = Filter { un2019: true, ..Filter::default() };
        let some = Figure::new(kind, &dataset, &filter, Measure::Usd);
        let gone = "Other organisations’ totals cover the whole world, so they are hidden while you filter.";
        assert!(sentence(&some, &dataset, locale::ALL[0]).ends_with(gone));
        assert!(some.data().all(|(_, datum)| !matches!(datum.key, Key::Estimate(_))));
    }
}

#[test]
fn incidents() {
    let say = |rows: &[Row]| say(ChartKind::Incidents, Measure::Usd, rows);
    assert_eq!(say(&[]), "The dataset counts no attack.");
    assert_eq!(say(&[ONE]), "1 attack: V (2020), an estimated $2m.");
    assert_eq!(say(&[UNKNOWN]), "The amount is unknown for 1 attack in 2021.");
    assert_eq!(
        say(&[ONE, UNKNOWN, NOTHING]),
        "3 attacks from 2020 to 2022. The largest, from V (2020), took an estimated $2m. 1 attempt took nothing. 1 amount \
         is unknown."
    );
    assert_eq!(
        say(&[ONE, OTHER]),
        "2 attacks from 2020 to 2021. The largest, from V (2020), took an estimated $2m, 50% of the known total. 1 other \
         took as much."
    );
    let small: Row = ("2021-05", None, "bank", Some(1.5e6), "firm");
    assert_eq!(
        say(&[small, small, ONE]),
        "3 attacks from 2020 to 2021. The largest, from V (2020), took an estimated $2m, 40% of the known total. The 2 \
         largest took 70%."
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
    let said = "Not counted";
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
                let mut words =
                    vec![sentence(&figure, &dataset, locale), describe::source_line(&figure, &dataset, locale)];
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
        tooltips
            .flat_map(|tooltip| tooltip.lines.into_iter().filter(|line| line.contains("Part of the year")))
            .collect()
    };
    assert_eq!(last_lines(""), ["Part of the year: data to 9 October 2026"]);
    assert_eq!(
        last_lines("2015-12..2019-05"),
        ["Part of the year: 1 December 2015 to 31 December 2015", "Part of the year: 1 January 2019 to 31 May 2019"]
    );
    assert_eq!(last_lines("2026-03.."), ["Part of the year: 1 March 2026 to 9 October 2026"]);
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
fn a_chart_names_its_own_sources() {
    let dataset = real();
    let line =
        |kind: ChartKind| describe::source_line(&figure(kind, kind.measures()[0], &dataset), &dataset, locale::ALL[0]);
    let all = line(ChartKind::Attacks);
    assert!(all.contains("lazarus.day") && all == line(ChartKind::RunningTotal), "{all}");
    assert_eq!(line(ChartKind::Share), "Sources include TRM Labs; Chainalysis. Updated 9 October 2026");
    let counters = line(ChartKind::Counters);
    assert!(
        counters.contains("Elliptic") && counters.contains("NIS") && !counters.contains("lazarus.day"),
        "{counters}"
    );
    assert!(line(ChartKind::Un2019).contains("S/2019/691"));
}

#[test]
fn a_title_keeps_its_direction_to_itself() {
    let mut dataset = real();
    dataset.publishers.clear();
    dataset.title = "\u{202e}قائمة".into();
    for locale in languages() {
        let figure = figure(ChartKind::Attacks, Measure::Attacks, &dataset);
        let line = describe::source_line(&figure, &dataset, locale);
        assert!(line.contains("\u{2068}قائمة\u{2069}") && !line.contains('\u{202e}'), "{line}");
    }
}

/// A work that was only quoted is not said to have been read.
#[test]
fn cards_say_how_each_work_is_known() {
    let dataset = real();
    let sources = &dataset.details.as_ref().unwrap().sources;
    let figure = figure(ChartKind::Incidents, Measure::Usd, &dataset);
    let messages = locale::ALL[0].messages();
    let opening = |words: &'static str| words.split('{').next().unwrap();
    let (read, quoted) = (opening(messages.read_through), opening(messages.quoted_in));
    let mut seen = [0, 0];
    for (number, _) in figure.data() {
        let card = describe::card(&figure, number, &dataset, locale::ALL[0]);
        for cited in card.incidents.iter().flat_map(|incident| &incident.sources) {
            let is_it = |work: &&Source| work.url == cited.url && cited.title.starts_with(&work.title);
            let work = sources.iter().find(is_it).unwrap();
            let is_quoted = work.read == Some(Read::Quoted);
            assert_eq!(cited.about.contains(quoted), work.via.is_some() && is_quoted, "{}", cited.about);
            assert_eq!(cited.about.contains(read), work.via.is_some() && !is_quoted, "{}", cited.about);
            seen[usize::from(is_quoted)] += 1;
        }
    }
    assert!(seen.iter().all(|works| *works > 20), "{seen:?}");
}
