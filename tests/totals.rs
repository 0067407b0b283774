//! What is drawn adds up: marks to series, series to dataset.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, fixture, real, scene, views};
use heistogram::aggregate::{Filter, Measure, Totals};
use heistogram::chart::ChartKind;
use heistogram::data::{Dataset, Evidence};
use heistogram::scene::{Scene, Shape};

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
                    assert_eq!(datum.by_evidence.iter().sum::<u32>(), datum.totals.attacks);
                    assert_eq!(datum.incidents.len() as u32, datum.totals.attacks);
                }
            }
        }
    }
}

/// Lengths of all rectangles that stand for a datum, along the axis of the values.
fn drawn(scene: &Scene, kind: ChartKind) -> f64 {
    let data = scene.marks.iter().filter(|mark| mark.datum.is_some());
    data.filter_map(|mark| match &mark.shape {
        Shape::Rect { rect, .. } => Some(if kind == ChartKind::Targets { rect.width } else { rect.height }),
        _ => None,
    })
    .sum()
}

#[test]
fn stacks_are_as_long_as_their_figures() {
    let dataset = real();
    for (kind, measure) in views() {
        let figure = figure(kind, measure, &dataset);
        let scene = scene(&figure, 720.0, heistogram::locale::ALL[0]);
        let value = |incidents: &Dataset| -> f64 {
            let totals = Totals::of(&incidents.incidents);
            let value = if measure == Measure::Attacks { f64::from(totals.attacks) } else { totals.usd.best };
            value * figure.series.len() as f64
        };
        // The largest datum gives the scale; every other one must keep to it.
        let (number, largest) =
            figure.data().max_by(|(_, a), (_, b)| a.value(measure).total_cmp(&b.value(measure))).unwrap();
        let own = scene.marks.iter().filter(|mark| mark.datum == Some(number)).cloned().collect();
        let px_per_unit = drawn(&Scene { marks: own, ..scene.clone() }, kind) / largest.value(measure);
        let expected = value(&dataset) * px_per_unit;
        assert!((drawn(&scene, kind) - expected).abs() < 1e-6 * expected, "{kind:?} {measure:?}");
    }
}

#[test]
fn left_out_incidents_stand_in_no_figure() {
    let dataset = real();
    let left_out: Vec<usize> = (0..dataset.incidents.len()).filter(|at| !dataset.incidents[*at].counted).collect();
    assert_eq!(left_out.len(), 7);
    for (kind, measure) in views() {
        for (_, datum) in figure(kind, measure, &dataset).data() {
            assert!(datum.incidents.iter().all(|index| !left_out.contains(index)));
        }
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
