//! Titles that state a finding, for data that are few, equal, unknown or selected.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::rows::{NOTHING, ONE, OTHER, Row, UNKNOWN, of, on};
use common::{figure, languages, real, views};
use heistogram::aggregate::{Filter, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::describe;
use heistogram::locale;
use heistogram::state::State;

/// The title of a chart, and whether it is a finding.
fn heading(kind: ChartKind, measure: Measure, rows: &[Row]) -> Option<String> {
    let dataset = of(rows);
    let heading = describe::heading(&figure(kind, measure, &dataset), &dataset, locale::ALL[0]);
    (heading != describe::title(kind, locale::ALL[0])).then_some(heading)
}

#[test]
fn a_title_states_what_stands_out() {
    let attacks = |rows: &[Row]| heading(ChartKind::Attacks, Measure::Attacks, rows);
    let early: Row = ("2015", None, "bank", Some(1e6), "firm");
    let gone = Some("Attacks on banks came first; none is counted after 2018".to_owned());
    assert_eq!(attacks(&[early, on("2018", early), OTHER]), gone);
    assert_eq!(attacks(&[early, on("2019", early), OTHER]), None, "hit two years before the last");
    assert_eq!(attacks(&[early, on("2015", OTHER), on("2018", early), OTHER]), None, "not alone in the first year");
    assert_eq!(attacks(&[]), None);

    let targets = |measure, rows: &[Row]| heading(ChartKind::Targets, measure, rows);
    let most = targets(Measure::Attacks, &[ONE, ONE, OTHER]);
    assert_eq!(most.as_deref(), Some("Banks were hit most often: 2 of 3 attacks"));
    assert_eq!(targets(Measure::Attacks, &[ONE, OTHER]), None, "a tie");
    assert_eq!(targets(Measure::Attacks, &[ONE, ONE]), None, "nobody else");
    let majority = targets(Measure::Usd, &[ONE, ONE, OTHER]);
    assert_eq!(majority.as_deref(), Some("Banks lost $4m, more than all other victims together"));
    let defi: Row = ("2020", None, "bridge", Some(3e6), "firm");
    let most = targets(Measure::Usd, &[ONE, OTHER, defi]);
    assert_eq!(most.as_deref(), Some("DeFi services lost the most: $3m of $7m"));

    let proceeds = |rows: &[Row]| heading(ChartKind::Proceeds, Measure::Usd, rows);
    let small: Row = ("2021", None, "bank", Some(1e6), "firm");
    let one = proceeds(&[ONE, OTHER, small]);
    assert_eq!(one.as_deref(), Some("2021 was the record year: $3m, 67% of it from V"));
    assert_eq!(proceeds(&[ONE, small, small, small]).as_deref(), Some("2021 was the record year: $3m"));
    assert_eq!(proceeds(&[ONE, OTHER]), None, "a tie");
    assert_eq!(proceeds(&[ONE]), None, "a single year");

    let incidents = |rows: &[Row]| heading(ChartKind::Incidents, Measure::Usd, rows);
    let mut many = [small; 19].to_vec();
    assert_eq!(incidents(&many), None, "10 of 19 are not few");
    many.push(("2022", None, "bank", Some(31e6), "firm"));
    assert_eq!(incidents(&many).as_deref(), Some("1 theft took 62% of the money"));
    assert_eq!(incidents(&[NOTHING, UNKNOWN]), None);

    let running = |rows: &[Row]| heading(ChartKind::RunningTotal, Measure::Usd, rows);
    let late = running(&[early, on("2021-06", OTHER)]);
    assert_eq!(late.as_deref(), Some("More than half of the $3m has been stolen since June 2021"));
    assert_eq!(running(&[on("2015", OTHER), on("2021-06", early)]), None, "half of it at the start");
    assert_eq!(running(&[NOTHING]), None);

    let real = real();
    let un = figure(ChartKind::Un2019, Measure::Usd, &real);
    let words = describe::heading(&un, &real, locale::ALL[0]);
    assert_eq!(words, "Most of the $2.21bn on the UN’s list of 2019 was attempted, not stolen");
}

#[test]
fn a_selection_has_neutral_titles() {
    let dataset = real();
    let filters = [
        Filter { un2019: true, ..Filter::default() },
        State::read("period=2020..").0.filter,
        State::read("evidence=firm").0.filter,
    ];
    for (kind, measure) in views() {
        for locale in languages() {
            let whole = figure(kind, measure, &dataset);
            // What is taken by a method is known better than how often it is used.
            if (kind, measure) != (ChartKind::Methods, Measure::Attacks) {
                assert_ne!(describe::heading(&whole, &dataset, locale), describe::title(kind, locale), "{kind:?}");
            }
            for filter in &filters {
                let some = Figure::new(kind, &dataset, filter, measure);
                assert_eq!(describe::heading(&some, &dataset, locale), describe::title(kind, locale));
            }
        }
    }
}
