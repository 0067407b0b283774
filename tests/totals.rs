//! Sums agree: marks with series, and series with the dataset.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, filters, fixture, real, scene, views};
use heistogram::aggregate::{Filter, Key, Measure, Series, Totals, basis_changes, not_chosen, totals_beside};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Evidence;
use heistogram::scene::{DatumRef, Reach, Scene, Shape};
use heistogram::state::State;

/// The series that sum incidents. Figures by others are never summed.
fn summed(figure: &Figure) -> &[Series] {
    match figure.kind {
        ChartKind::Counters | ChartKind::RunningTotal => {
            assert_eq!(figure.series[1].totals, Totals::default());
            &figure.series[..1]
        }
        // What came back is no sum of what was taken, and not everything was attributed.
        ChartKind::Methods | ChartKind::Evidence => &figure.series[..1],
        ChartKind::Share => &[],
        _ => &figure.series,
    }
}

#[test]
fn series_add_up_to_the_dataset() {
    for dataset in [fixture(), real()] {
        let all = Totals::of(&dataset.incidents);
        let official = Totals::of(dataset.incidents.iter().filter(|incident| incident.evidence.is_official()));
        for (kind, measure) in views() {
            // Data of a running total are sums themselves, see src/aggregate/running.rs. A report is a part of the
            // dataset, and `tests/un_2019.rs` checks its sums. Shares are of others, and not sums.
            if matches!(kind, ChartKind::RunningTotal | ChartKind::Share | ChartKind::Un2019) {
                continue;
            }
            let figure = figure(kind, measure, &dataset);
            for series in summed(&figure) {
                assert_eq!((series.totals, series.official), (all, official));
                let sum = |part: fn(&Totals) -> f64| series.data.iter().map(|datum| part(&datum.totals)).sum::<f64>();
                assert_eq!(sum(|totals| totals.attacks.into()), f64::from(all.attacks));
                assert_eq!(sum(|totals| totals.unknown.into()), f64::from(all.unknown));
                assert_eq!(sum(|totals| totals.nothing_taken.into()), f64::from(all.nothing_taken));
                assert_eq!(sum(|totals| totals.usd.low), all.usd.low);
                assert_eq!(sum(|totals| totals.usd.best), all.usd.best);
                assert_eq!(sum(|totals| totals.usd.high), all.usd.high);
                for datum in &series.data {
                    let behind = figure.incidents(datum.key, &dataset);
                    let counted = behind.iter().filter(|index| dataset.incidents[**index].counted).count();
                    assert_eq!(datum.by_evidence.iter().sum::<u32>(), datum.totals.attacks);
                    assert_eq!(counted as u32, datum.totals.attacks);
                }
            }
        }
    }
}

/// Length of the rectangles of a datum, along the axis of values.
fn drawn(scene: &Scene, datum: DatumRef) -> f64 {
    let of_datum = scene.marks.iter().filter(|mark| mark.datum == Some(datum));
    of_datum
        .filter_map(|mark| match &mark.shape {
            Shape::Rect { rect, .. } => {
                Some(if scene.panels[0].reach == Reach::Rows { rect.width } else { rect.height })
            }
            _ => None,
        })
        .sum()
}

#[test]
fn lengths_are_in_proportion_to_their_figures() {
    let dataset = real();
    for (kind, measure) in views() {
        // `tests/un_2019.rs` compares the lengths of printed amounts, which are not figures of a datum. Dots have none.
        // Figures of others are in tests of their own; columns of evidence are shares of their year, see below.
        let others = [ChartKind::RunningTotal, ChartKind::Counters, ChartKind::Share];
        if others.contains(&kind)
            || matches!(kind, ChartKind::Un2019 | ChartKind::Incidents | ChartKind::Evidence | ChartKind::Raids)
        {
            continue;
        }
        let figure = figure(kind, measure, &dataset);
        let scene = scene(&figure, &dataset, 720.0, heistogram::locale::ALL[0]);
        let mut numbers = figure.data().map(|(number, _)| number);
        let mut scales = Vec::new();
        for series in summed(&figure) {
            let data: Vec<_> = numbers.by_ref().take(series.data.len()).zip(&series.data).collect();
            let (number, largest) =
                data.iter().max_by(|(_, a), (_, b)| a.value(measure).total_cmp(&b.value(measure))).unwrap();
            let px_per_unit = drawn(&scene, *number) / largest.value(measure);
            for (number, datum) in &data {
                let expected = datum.value(measure) * px_per_unit;
                assert!((drawn(&scene, *number) - expected).abs() < 1e-6, "{kind:?} {measure:?}: {:?}", datum.key);
            }
            scales.push(px_per_unit);
        }
        // Panels share a scale, so that equal lengths are equal figures.
        let one_scale = scales.iter().all(|scale| (scale - scales[0]).abs() < 1e-9 * scales[0]);
        assert!(one_scale, "{kind:?} {measure:?}: {scales:?}");
    }
}

/// Height above zero, in CSS pixels, of the level line or the symbol's middle of each datum, with its value.
fn heights() -> Vec<(f64, f64)> {
    let dataset = real();
    let figure = figure(ChartKind::RunningTotal, Measure::Usd, &dataset);
    let scene = scene(&figure, &dataset, 720.0, heistogram::locale::ALL[0]);
    let axis = scene.marks.iter().find_map(|mark| match mark.shape {
        Shape::Line { from, color, .. } if color == heistogram::theme::LIGHT.muted => Some(from.y),
        _ => None,
    });
    let height = |number: DatumRef| {
        let drawn = scene.marks.iter().filter(|mark| mark.datum == Some(number));
        let mut levels = drawn.filter_map(|mark| match mark.shape {
            Shape::Symbol { centre, .. } => Some(centre.y),
            Shape::Line { from, to, .. } if from.y == to.y => Some(from.y),
            _ => None,
        });
        Some(axis? - levels.next()?)
    };
    figure.data().map(|(number, datum)| (height(number).unwrap(), datum.totals.usd.best)).collect()
}

#[test]
fn lines_and_symbols_are_as_high_as_their_figures() {
    let steps = heights();
    let (highest, most) = *steps.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
    // Months and published totals share a scale.
    assert!(steps.len() > 60 && highest > 100.0);
    for (height, usd) in steps {
        assert!((height - usd * highest / most).abs() < 1e-6, "{usd} at {height}");
    }
}

/// Symbols of others and dots of the dataset's own sums share a scale that begins at zero.
#[test]
fn counts_lie_as_far_from_zero_as_their_figures() {
    let dataset = real();
    let figure = figure(ChartKind::Counters, Measure::Usd, &dataset);
    for width in [320.0, 1200.0] {
        let scene = scene(&figure, &dataset, width, heistogram::locale::ALL[0]);
        let zero = scene.marks.iter().find_map(|mark| match mark.shape {
            Shape::Line { from, to, color, .. } if from.x == to.x && color == heistogram::theme::LIGHT.muted => {
                Some(from.x)
            }
            _ => None,
        });
        let mut px_per_usd = Vec::new();
        for (number, datum) in figure.data() {
            let centre = scene.marks.iter().find_map(|mark| match mark.shape {
                Shape::Symbol { centre, .. } | Shape::Dot { centre, .. } if mark.datum == Some(number) => Some(centre),
                _ => None,
            });
            px_per_usd.push((centre.unwrap().x - zero.unwrap()) / datum.totals.usd.best);
        }
        assert!(px_per_usd.len() > 50);
        assert!(px_per_usd.iter().all(|one| (one / px_per_usd[0] - 1.0).abs() < 1e-6), "{px_per_usd:?}");
    }
}

/// On the logarithmic axis, the height of a dot follows the power of ten of its amount exactly.
#[test]
fn dots_lie_as_high_as_the_logarithm_of_their_amount() {
    let dataset = real();
    let figure = figure(ChartKind::Incidents, Measure::Usd, &dataset);
    let scene = scene(&figure, &dataset, 1200.0, heistogram::locale::ALL[0]);
    let mut dots = Vec::new();
    for (number, datum) in figure.data() {
        let [index] = figure.incidents(datum.key, &dataset)[..] else { panic!("one") };
        let best = dataset.incidents[index].stolen_usd.map_or(0.0, |usd| usd.best);
        if best > 0.0 {
            dots.push((best.log10(), scene.bounds_of(number).unwrap().centre().y));
        }
    }
    dots.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (first, last) = (dots[0], dots[dots.len() - 1]);
    let px_per_power = (last.1 - first.1) / (last.0 - first.0);
    assert!(px_per_power < -50.0, "{px_per_power}");
    for (power, y) in dots {
        assert!((y - first.1 - (power - first.0) * px_per_power).abs() < 1e-6, "10^{power} at {y}");
    }
}

#[test]
fn left_out_incidents_are_at_most_shown() {
    let dataset = real();
    let left_out: Vec<usize> =
        (0..dataset.incidents.len()).filter(|index| !dataset.incidents[*index].counted).collect();
    assert_eq!(left_out.len(), 8);
    for (kind, measure) in views() {
        let mut shown = 0;
        let figure = figure(kind, measure, &dataset);
        for (_, datum) in figure.data() {
            let behind = figure.incidents(datum.key, &dataset);
            if behind.iter().any(|index| left_out.contains(index)) {
                assert_eq!((datum.totals, behind.len()), (Totals::default(), 1), "{kind:?}");
                shown += 1;
            }
            // Figures of others are not sums of the dataset.
            if kind != ChartKind::RunningTotal
                && !matches!(datum.key, Key::Estimate(_) | Key::Recovered(_) | Key::Share(_))
            {
                assert_eq!(datum.totals, Totals::of(behind.iter().map(|index| &dataset.incidents[*index])));
            }
        }
        let expected = match kind {
            ChartKind::Incidents => left_out.len(),
            // The report prints one of the two.
            ChartKind::Un2019 => 1,
            _ => 0,
        };
        assert_eq!(shown, expected, "{kind:?}");
    }
}

#[test]
fn filters_narrow_every_figure() {
    let dataset = real();
    let filter = Filter { evidence: vec![Evidence::Government, Evidence::UnPanel], un2019: true, ..Filter::default() };
    let chosen = Totals::of(dataset.incidents.iter().filter(|incident| filter.accepts(incident)));
    assert_eq!((chosen.attacks, chosen.unknown, chosen.nothing_taken), (35, 9, 6));
    for (kind, measure) in views() {
        for series in summed(&Figure::new(kind, &dataset, &filter, measure)) {
            assert_eq!(series.totals, chosen);
        }
    }
}

#[test]
fn the_basis_of_attribution_changes_where_official_lists_end() {
    assert_eq!(basis_changes(&real()), [(Evidence::UnPanel, 2024)]);
    // In the fixture, governments attribute incidents up to its last year.
    assert_eq!(basis_changes(&fixture()), [(Evidence::UnPanel, 2020)]);
}

#[test]
fn what_is_chosen_and_the_rest_add_up_to_the_period() {
    for dataset in [fixture(), real()] {
        for (name, filter) in filters() {
            for measure in Measure::ALL {
                let figure = Figure::new(ChartKind::Targets, &dataset, &filter, measure);
                assert_eq!(figure.rest.is_empty(), filter.is_worldwide(), "{name}");
                for (chosen, rest) in figure.series.iter().zip(&figure.rest) {
                    let mut attacks = 0;
                    for datum in &chosen.data {
                        let beside = totals_beside(datum, chosen, rest);
                        assert!(beside.attacks >= datum.totals.attacks, "{name}: {:?}", datum.key);
                        attacks += beside.attacks;
                    }
                    attacks += not_chosen(chosen, rest).iter().map(|datum| datum.totals.attacks).sum::<u32>();
                    assert_eq!(attacks, rest.totals.attacks, "{name}");
                }
            }
        }
    }
}

#[test]
fn a_period_sets_the_years_of_the_axis() {
    let dataset = real();
    let years = |period: &str| {
        let (state, _) = State::read(&["period=", period].concat());
        Figure::new(ChartKind::Attacks, &dataset, &state.filter, Measure::Attacks).axis_years()
    };
    assert_eq!(years(""), (2015, 2026));
    assert_eq!(years("2015-12..2019-05"), (2015, 2019));
    assert_eq!(years("2010..2012"), (2010, 2026), "nothing there: the notice stands instead of an axis");
    assert_eq!(years("2010.."), (2010, 2026));
    // Future years have no data, and centuries leave no room for the years that have.
    assert_eq!(years("2020..2030"), (2020, 2026));
    assert_eq!(years("1900..2199"), (2015, 2026));
}
