//! What is drawn adds up: marks to series, series to dataset.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, fixture, real, scene, views};
use heistogram::aggregate::{Filter, Measure, Totals};
use heistogram::chart::ChartKind;
use heistogram::data::Evidence;
use heistogram::scene::{DatumRef, Reach, Scene, Shape};

#[test]
fn series_add_up_to_the_dataset() {
    for dataset in [fixture(), real()] {
        let all = Totals::of(&dataset.incidents);
        let official = Totals::of(dataset.incidents.iter().filter(|incident| incident.evidence.is_official()));
        for (kind, measure) in views() {
            for series in &figure(kind, measure, &dataset).series {
                assert_eq!((series.totals, series.official), (all, official));
                let sum = |part: fn(&Totals) -> f64| series.data.iter().map(|datum| part(&datum.totals)).sum::<f64>();
                assert_eq!(sum(|totals| totals.attacks.into()), f64::from(all.attacks));
                assert_eq!(sum(|totals| totals.unknown.into()), f64::from(all.unknown));
                assert_eq!(sum(|totals| totals.nothing_taken.into()), f64::from(all.nothing_taken));
                assert_eq!(sum(|totals| totals.usd.low), all.usd.low);
                assert_eq!(sum(|totals| totals.usd.best), all.usd.best);
                assert_eq!(sum(|totals| totals.usd.high), all.usd.high);
                for datum in &series.data {
                    let counted = datum.incidents.iter().filter(|index| dataset.incidents[**index].counted).count();
                    assert_eq!(datum.by_evidence.iter().sum::<u32>(), datum.totals.attacks);
                    assert_eq!(counted as u32, datum.totals.attacks);
                }
            }
        }
    }
}

/// Length of the rectangles that stand for a datum, along the axis of the values.
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
    for (kind, measure) in views().filter(|(kind, _)| *kind != ChartKind::Incidents) {
        let figure = figure(kind, measure, &dataset);
        let scene = scene(&figure, &dataset, 720.0, heistogram::locale::ALL[0]);
        let mut numbers = figure.data().map(|(number, _)| number);
        let mut scales = Vec::new();
        for series in &figure.series {
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
        // Counts of countries and of groups can be compared by eye; dollars have a scale for each.
        let one_scale = scales.iter().all(|scale| (scale - scales[0]).abs() < 1e-9);
        assert_eq!(one_scale, (kind, measure) != (ChartKind::Targets, Measure::Usd), "{kind:?} {measure:?}");
    }
}

/// A logarithmic axis: a dot's height follows the power of ten of its amount, and no dot leaves its height.
#[test]
fn dots_lie_as_high_as_the_logarithm_of_their_amount() {
    let dataset = real();
    let figure = figure(ChartKind::Incidents, Measure::Usd, &dataset);
    let scene = scene(&figure, &dataset, 1200.0, heistogram::locale::ALL[0]);
    let mut dots = Vec::new();
    for (number, datum) in figure.data() {
        let best = dataset.incidents[datum.incidents[0]].stolen_usd.map_or(0.0, |usd| usd.best);
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
    let left_out: Vec<usize> = (0..dataset.incidents.len()).filter(|at| !dataset.incidents[*at].counted).collect();
    assert_eq!(left_out.len(), 7);
    for (kind, measure) in views() {
        let mut shown = 0;
        for (_, datum) in figure(kind, measure, &dataset).data() {
            if datum.incidents.iter().any(|index| left_out.contains(index)) {
                assert_eq!((datum.totals, datum.incidents.len()), (Totals::default(), 1), "{kind:?}");
                shown += 1;
            }
        }
        let all = if kind == ChartKind::Incidents { left_out.len() } else { 0 };
        assert_eq!(shown, all, "{kind:?}");
    }
}

#[test]
fn filters_narrow_every_figure() {
    let dataset = real();
    let filter = Filter { evidence: vec![Evidence::Government, Evidence::UnPanel], un2019: true, ..Filter::default() };
    let chosen = Totals::of(dataset.incidents.iter().filter(|incident| filter.accepts(incident)));
    assert_eq!((chosen.attacks, chosen.unknown, chosen.nothing_taken), (35, 9, 6));
    for (kind, measure) in views() {
        for series in heistogram::chart::Figure::new(kind, &dataset, &filter, measure).series {
            assert_eq!(series.totals, chosen);
        }
    }
}
