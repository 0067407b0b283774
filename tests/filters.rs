//! Figures with filters, compared with a second, naive calculation from the JSON.
//!
//! The naive code shares nothing with the code under test: it filters, counts and formats figures by itself.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
mod naive;

use common::real;
use heistogram::aggregate::{Filter, Key, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe::{self, Row, Table};
use heistogram::locale::{self, Locale};
use heistogram::scene::DatumRef;
use naive::{Choice, Incident, Sums, brief, choices, filter, full, short};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Parsed once, because the naive code is slow.
static ALL: LazyLock<Vec<Incident>> = LazyLock::new(naive::incidents);
static REAL: LazyLock<Dataset> = LazyLock::new(real);

fn locale() -> Locale {
    locale::ALL[0]
}

fn cells(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.text.as_str()).collect()
}

/// The cells of a table that state a datum.
fn of_datum(table: &Table, number: DatumRef) -> Vec<&str> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.filter(|cell| cell.datum == Some(number)).map(|cell| cell.text.as_str()).collect()
}

/// The words of a row of totals.
fn totals_cells(sums: &Sums) -> Vec<String> {
    let amount = |amount: f64| if sums.known == 0 { "not known".to_owned() } else { full(amount) };
    vec![
        sums.attacks.to_string(),
        sums.official.to_string(),
        amount(sums.best),
        amount(sums.low),
        amount(sums.high),
        sums.unknown.to_string(),
    ]
}

/// The words of a tooltip before the evidence.
fn tooltip_lines(sums: &Sums) -> Vec<String> {
    let counted = |n: u32, one: &str, other: &str| format!("{n} {}", if n == 1 { one } else { other });
    let mut lines = vec![counted(sums.attacks, "attack", "attacks")];
    if sums.known == 0 {
        lines.push("Amount unknown".into());
    } else if sums.high == 0.0 && sums.unknown == 0 {
        lines.push("Nothing stolen".into());
    } else {
        let [best, low, high] = [sums.best, sums.low, sums.high].map(brief);
        let amount = if low == high { best } else { format!("{best} ({low}–{high})") };
        lines.push(format!("Stolen: {amount}"));
        if sums.unknown > 0 {
            lines.push(counted(sums.unknown, "amount unknown", "amounts unknown"));
        }
        if sums.nothing > 0 {
            lines.push(counted(sums.nothing, "attempt took nothing", "attempts took nothing"));
        }
    }
    lines
}

/// The incidents that a datum should cover.
fn behind<'a>(key: Key, chosen: &[&'a Incident]) -> Option<Vec<&'a Incident>> {
    let which = |test: &dyn Fn(&Incident) -> bool| Some(chosen.iter().copied().filter(|one| test(one)).collect());
    match key {
        Key::Year(year) => which(&|one| one.year() == year),
        Key::YearGroup(year, group) => which(&|one| one.year() == year && one.group == group.id()),
        Key::Country(country) => which(&|one| one.country.as_deref() == country.map(|country| country.code())),
        Key::Group(group) => which(&|one| one.group == group.id()),
        Key::Method(method) => which(&|one| one.method.as_deref() == method.map(|method| method.id())),
        Key::YearEvidence(year, level) => which(&|one| one.year() == year && one.evidence == level.id()),
        Key::Recovered(_)
        | Key::Attributed(_)
        | Key::MoreCountries(_)
        | Key::Incident(_)
        | Key::UpTo(..)
        | Key::UnRow(_)
        | Key::Estimate(_)
        | Key::Share(_) => None,
    }
}

/// Every datum of the charts of sums: its row of the table, its tooltip and its incidents.
fn check_data(figure: &Figure, dataset: &Dataset, chosen: &[&Incident]) {
    let table = describe::table(figure, dataset, locale());
    for (number, datum) in figure.data() {
        let Some(behind) = behind(datum.key, chosen) else { continue };
        let sums = Sums::of(&behind);
        let tooltip = describe::tooltip(figure, number, dataset, locale());
        let expected = tooltip_lines(&sums);
        assert_eq!(tooltip.lines[..expected.len()], expected, "{:?} {:?}", figure.kind, datum.key);
        let row = table.rows.iter().find(|row| row.cells.iter().any(|cell| cell.datum == Some(number))).unwrap();
        if figure.kind == ChartKind::Evidence {
            let amount = if sums.known == 0 { "not known".to_owned() } else { full(sums.best) };
            let [said, share] = of_datum(&table, number)[..] else { panic!("{:?} has other cells", datum.key) };
            assert_eq!(said, amount, "{:?}", datum.key);
            if let (Key::YearEvidence(year, _), true) = (datum.key, figure.filter.evidence.is_empty()) {
                let of_year: Vec<&Incident> = chosen.iter().copied().filter(|one| one.year() == year).collect();
                match sums.known {
                    0 => assert_eq!(share, "", "{:?}", datum.key),
                    _ => check_share(share, Some([0.0, sums.best, 0.0]), Sums::of(&of_year).best),
                }
            }
        } else if figure.kind == ChartKind::Attacks {
            let expected = [sums.attacks, sums.official].map(|n| n.to_string());
            assert_eq!(of_datum(&table, number), expected, "{:?}", datum.key);
        } else {
            let mut expected = totals_cells(&sums);
            expected.extend(matches!(datum.key, Key::Method(_)).then(|| by_year(figure.measure, &behind)));
            assert_eq!(cells(row), expected, "{:?} {:?}", figure.kind, datum.key);
        }
        let own = figure.incidents(datum.key, dataset);
        let mut ids: Vec<&str> = own.iter().map(|index| dataset.incidents[*index].id()).collect();
        let mut expected: Vec<&str> = behind.iter().map(|one| one.id.as_str()).collect();
        ids.sort_unstable();
        expected.sort_unstable();
        assert_eq!(ids, expected, "{:?}", datum.key);
    }
}

/// The values of each year, as a row of methods states them.
fn by_year(measure: Measure, behind: &[&Incident]) -> String {
    let mut years: Vec<i32> = behind.iter().map(|one| one.year()).collect();
    years.sort_unstable();
    years.dedup();
    let value = |year: i32| {
        let sums = Sums::of(&behind.iter().copied().filter(|one| one.year() == year).collect::<Vec<_>>());
        match measure {
            Measure::Attacks => sums.attacks.to_string(),
            Measure::Usd if sums.known == 0 => "not known".into(),
            Measure::Usd => short(sums.best),
        }
    };
    years.into_iter().map(|year| format!("{year} {}", value(year))).collect::<Vec<_>>().join("; ")
}

/// What came back: by kind, of the incidents that count.
fn check_recovered(figure: &Figure, dataset: &Dataset, chosen: &[&Incident]) {
    let table = describe::table(figure, dataset, locale());
    let mut seen = 0;
    for (number, datum) in figure.data() {
        let Key::Recovered(kind) = datum.key else { continue };
        let parts = |one: &Incident| -> f64 {
            one.recovered.iter().filter(|(of, _)| of == kind.id()).map(|(_, usd)| usd).sum()
        };
        let behind: Vec<&Incident> = chosen.iter().copied().filter(|one| parts(one) > 0.0).collect();
        let usd: f64 = behind.iter().map(|one| parts(one)).sum();
        let (cases, sum) = (behind.len().to_string(), full(usd));
        let row = table.rows.iter().find(|row| row.cells.iter().any(|cell| cell.datum == Some(number))).unwrap();
        assert_eq!(cells(row), [&*cases, "", &sum, "", "", "", ""], "{kind:?}");
        assert_eq!(describe::tooltip(figure, number, dataset, locale()).lines[0], brief(usd), "{kind:?}");
        assert_eq!(figure.incidents(datum.key, dataset).len(), behind.len(), "{kind:?}");
        seen += behind.iter().map(|one| one.recovered.iter().filter(|(of, _)| of == kind.id()).count()).sum::<usize>();
    }
    let all = chosen.iter().map(|one| one.recovered.len()).sum::<usize>();
    assert_eq!(seen, if figure.kind == ChartKind::Methods { all } else { 0 });
}

/// Days to the first official attribution, but for thefts that one author attributed on one day with ten others.
fn check_attributed(figure: &Figure, dataset: &Dataset, chosen: &[&Incident]) {
    let first = |one: &Incident| one.attributed.as_ref().map(|(day, by, _)| (day.clone(), by.clone()));
    let listed = |one: &Incident| ALL.iter().filter(|other| other.counted && first(other) == first(one)).count() > 10;
    let days = |one: &&Incident| one.attributed.as_ref().and_then(|(_, _, days)| *days);
    let alone: Vec<&Incident> = chosen.iter().copied().filter(|one| days(one).is_some() && !listed(one)).collect();
    let table = describe::table(figure, dataset, locale());
    let mut seen = Vec::new();
    for (number, datum) in figure.data() {
        let Key::Attributed(index) = datum.key else { continue };
        let one = alone.iter().find(|one| one.id == dataset.incidents[index].id()).unwrap();
        let days = days(one).unwrap();
        let words =
            if days == 1 { "1 day".to_owned() } else { format!("{} days", full(days as f64).trim_start_matches('$')) };
        let row = table.rows.iter().find(|row| row.cells.iter().any(|cell| cell.datum == Some(number))).unwrap();
        let (first, others) = row.cells.split_first().unwrap();
        assert_eq!(first.text, words, "{}", one.id);
        assert!(others.len() == 4 && others.iter().all(|cell| cell.text.is_empty()), "{}", one.id);
        let said = &describe::tooltip(figure, number, dataset, locale()).lines[1];
        assert!(said.starts_with(&format!("Attributed after {words}: ")), "{said}");
        seen.push(days);
    }
    if figure.kind == ChartKind::Evidence {
        assert_eq!(seen.len(), alone.len());
        seen.sort_unstable();
        let middle = [seen.get(seen.len().saturating_sub(1) / 2), seen.get(seen.len() / 2)];
        if let ([Some(lower), Some(upper)], 2..) = (middle, seen.len()) {
            let median = (lower + upper + 1) / 2;
            let words = if median == 1 {
                "1 day.".to_owned()
            } else {
                format!("{} days.", full(median as f64).trim_start_matches('$'))
            };
            let said = describe::sentence(figure, dataset, locale());
            assert!(said.ends_with(&format!("within {words}")), "{said}");
        }
    }
}

/// The rows and the tail of a ranking have every incident once.
fn check_whole(figure: &Figure, sums: &Sums) {
    for series in &figure.series {
        let counted = series.data.iter().filter(|datum| {
            matches!(
                datum.key,
                Key::Year(_)
                    | Key::YearGroup(..)
                    | Key::Country(_)
                    | Key::MoreCountries(_)
                    | Key::Group(_)
                    | Key::Method(_)
                    | Key::YearEvidence(..)
            )
        });
        let (attacks, best) = counted
            .fold((0, 0.0), |(attacks, best), datum| (attacks + datum.totals.attacks, best + datum.totals.usd.best));
        if !series.data.is_empty() && attacks > 0 {
            assert_eq!((attacks, best), (sums.attacks, sums.best), "{:?}", figure.kind);
        }
    }
}

/// An amount in the words of a table.
fn amount_cells(usd: Option<[f64; 3]>) -> Vec<String> {
    match usd {
        None => vec!["not known".into(); 3],
        Some([low, best, high]) => vec![full(best), full(low), full(high)],
    }
}

/// The share of an amount in the sum, in whole percent. Only all of it is 100 %.
fn check_share(said: &str, usd: Option<[f64; 3]>, sum: f64) {
    let percent = usd.map(|[_, best, _]| best / sum * 100.0);
    let expected = match percent {
        None => "not known".into(),
        Some(_) if sum == 0.0 => String::new(),
        Some(percent) if percent > 0.0 && percent < 0.5 => "less than 1%".into(),
        Some(percent) if percent < 100.0 => format!("{}%", percent.round().min(99.0)),
        Some(percent) => format!("{}%", percent.round()),
    };
    assert_eq!(said, expected);
}

/// Charts whose data are single incidents, or running totals by month.
fn check_singles(figure: &Figure, dataset: &Dataset, accepted: &[&Incident]) {
    let table = describe::table(figure, dataset, locale());
    let of_id = |index: usize| *accepted.iter().find(|one| one.id == dataset.incidents[index].id()).unwrap();
    let counted: Vec<&Incident> = accepted.iter().copied().filter(|one| one.counted).collect();
    let mut seen = 0;
    for (number, datum) in figure.data() {
        let row = table.rows.iter().find(|row| row.cells.iter().any(|cell| cell.datum == Some(number))).unwrap();
        let cells = cells(row);
        let tooltip = describe::tooltip(figure, number, dataset, locale());
        match datum.key {
            Key::Incident(index) => {
                let one = of_id(index);
                assert_eq!(cells[1..4], amount_cells(one.usd), "{}", one.id);
                if figure.kind == ChartKind::Raids {
                    assert!(one.counted, "{}", one.id);
                    check_share(cells[4], one.usd, Sums::of(&counted).best);
                } else {
                    assert_eq!(cells[7].contains("Not counted"), !one.counted, "{}", one.id);
                }
                let best = one.usd.map_or("Amount unknown".into(), |[_, best, _]| brief(best));
                assert!(one.usd.is_some_and(|usd| usd[2] == 0.0) || tooltip.lines[1].contains(&best), "{tooltip:?}");
                seen += 1;
            }
            Key::UnRow(index) => {
                let one = of_id(index);
                let printed = |words: fn(f64) -> String| one.row.unwrap().map_or("no amount".into(), words);
                assert_eq!(cells[2], printed(full), "{}", one.id);
                assert_eq!(cells[3..6], amount_cells(one.usd), "{}", one.id);
                assert!(tooltip.lines[1].contains(&printed(brief)), "{tooltip:?}");
                seen += 1;
            }
            Key::UpTo(year, month) => {
                let month = (year, u32::from(month));
                let so_far = counted.iter().copied().filter(|one| one.month <= month);
                let sums = Sums::of(&so_far.collect::<Vec<_>>());
                let [best, low, high] = &totals_cells(&sums)[2..5] else { unreachable!() };
                let (attacks, unknown) = (sums.attacks.to_string(), sums.unknown.to_string());
                assert_eq!(cells, [best, low, high, &attacks, &unknown], "{month:?}");
                let expected = tooltip_lines(&sums);
                assert_eq!(tooltip.lines[..expected.len()], expected, "{month:?}");
                seen += counted.iter().filter(|one| one.month == month).count();
            }
            _ => {}
        }
    }
    let expected = match figure.kind {
        ChartKind::Incidents => accepted.len(),
        ChartKind::Un2019 => accepted.iter().filter(|one| one.row.is_some()).count(),
        ChartKind::Share => 0,
        _ => counted.len(),
    };
    assert_eq!(seen, expected, "{:?}", figure.kind);
}

fn check_sentences(choice: &Choice, dataset: &Dataset, filter: &Filter, sums: &Sums) {
    let said = |kind, measure| describe::sentence(&Figure::new(kind, dataset, filter, measure), dataset, locale());
    let attacks = said(ChartKind::Attacks, Measure::Attacks);
    let targets = said(ChartKind::Targets, Measure::Usd);
    let proceeds = said(ChartKind::Proceeds, Measure::Usd);
    let running = said(ChartKind::RunningTotal, Measure::Usd);
    let incidents = said(ChartKind::Incidents, Measure::Usd);
    let raids = said(ChartKind::Raids, Measure::Usd);
    if sums.attacks == 0 {
        for said in [raids, attacks, targets, proceeds, running] {
            assert!(said.starts_with("No attack matches."), "{choice:?}: {said}");
        }
        return;
    }
    let counted = format!("{} attack", sums.attacks);
    assert!(incidents.contains(&counted), "{choice:?}: {incidents}");
    assert!(attacks.starts_with(&counted), "{choice:?}: {attacks}");
    if sums.official > 0 {
        assert!(attacks.contains(&format!(" In {}, a government", sums.official)), "{choice:?}: {attacks}");
    }
    if sums.best > 0.0 {
        for said in [&raids, &targets, &proceeds, &running] {
            assert!(said.contains(&short(sums.best)), "{choice:?}: {said}, not {}", short(sums.best));
        }
        if sums.low < sums.high {
            let range = format!("(range {} to {})", short(sums.low), short(sums.high));
            assert!(proceeds.contains(&range), "{choice:?}: {proceeds}");
        }
    }
    if sums.unknown > 0 && sums.known > 0 {
        assert!(proceeds.contains(&format!(" {} attack", sums.unknown)), "{choice:?}: {proceeds}");
    }
}

fn check_key_figures(dataset: &Dataset, filter: &Filter, chosen: &[&Incident], sums: &Sums) {
    let figures = describe::key_figures(dataset, filter, locale());
    assert_eq!(figures[0].value, sums.attacks.to_string());
    if sums.attacks == 0 {
        assert!(figures[1..].iter().all(|figure| figure.value == "–" && figure.note.is_empty()), "{figures:?}");
        return;
    }
    let best = if sums.known == 0 { "not known".to_owned() } else { short(sums.best) };
    assert_eq!(figures[1].value, best);
    let mut countries: Vec<&str> = chosen.iter().filter_map(|one| one.country.as_deref()).collect();
    countries.sort_unstable();
    countries.dedup();
    assert_eq!(figures[2].value, countries.len().to_string());
    if sums.best > 0.0 {
        let official: Vec<&Incident> = chosen.iter().copied().filter(|one| one.is_official()).collect();
        let share = (Sums::of(&official).best / sums.best * 100.0).round();
        let stated = figures[3].value.strip_prefix("less than ").map_or(figures[3].value.as_str(), |_| "0%");
        let stated: f64 = stated.trim_end_matches('%').parse().unwrap();
        assert!((share - stated).abs() <= 1.0, "{share} % is said to be {}", figures[3].value);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 100, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn figures_under_filters_equal_a_naive_calculation(choice in choices()) {
        let dataset = &*REAL;
        let all = &*ALL;
        let accepted: Vec<&Incident> = all.iter().filter(|one| choice.holds(one)).collect();
        let chosen: Vec<&Incident> = accepted.iter().copied().filter(|one| one.counted).collect();
        let sums = Sums::of(&chosen);
        let filter = filter(&choice);
        for (kind, measure) in common::views() {
            let figure = Figure::new(kind, dataset, &filter, measure);
            check_recovered(&figure, dataset, &chosen);
            check_attributed(&figure, dataset, &chosen);
            if !matches!(
                kind,
                ChartKind::Raids | ChartKind::Incidents | ChartKind::RunningTotal | ChartKind::Share | ChartKind::Un2019
            ) {
                check_data(&figure, dataset, &chosen);
                check_whole(&figure, &sums);
            } else {
                check_singles(&figure, dataset, &accepted);
            }
        }
        check_sentences(&choice, dataset, &filter, &sums);
        check_key_figures(dataset, &filter, &chosen, &sums);
    }
}
