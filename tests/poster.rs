//! Posters: charts as standalone files.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, fixture, texts, views};
use heistogram::chart::{LayoutContext, PosterWords, layout, poster};
use heistogram::geometry::Rect;
use heistogram::scene::{Scene, Shape};
use heistogram::text::FixedAdvance;
use heistogram::theme::LIGHT;

/// A poster of every chart, and the chart itself in the width it has inside.
fn each_poster(height: Option<f64>, mut check: impl FnMut(f64, &Scene, &Scene)) {
    let dataset = fixture();
    let foot = "Where all of this comes from and when, who may use it and how";
    let words = PosterWords { title: "A title of some length", lead: &["One sentence.", "Selected"], foot: &[foot] };
    for (kind, measure) in views() {
        let figure = figure(kind, measure, &dataset);
        for width in [280.0, 768.0, 1200.0] {
            let locale = heistogram::locale::ALL[0];
            let context = LayoutContext {
                figure: &figure,
                dataset: &dataset,
                width,
                plot_height: None,
                theme: &LIGHT,
                locale,
                text: &FixedAdvance,
            };
            let scene = poster(&context.figure.kind.recipe(), &context, &words, height);
            let margin = texts(&scene).map(|text| text.bounds().x).fold(f64::MAX, f64::min);
            check(width, &scene, &layout(&LayoutContext { width: width - 2.0 * margin, plot_height: None, ..context }));
        }
    }
}

#[test]
fn nothing_of_a_poster_leaves_it_or_overlaps() {
    each_poster(None, |width, scene, _| {
        assert_eq!(scene.width, width);
        let page = Rect::new(0.0, 0.0, scene.width, scene.height);
        let bounds: Vec<Rect> = texts(scene).map(|text| text.bounds()).collect();
        for (index, text) in bounds.iter().enumerate() {
            assert_eq!(page.union(text), page, "{text:?} leaves {page:?}");
            assert!(!bounds[index + 1..].iter().any(|other| other.overlaps(text)), "{text:?}");
        }
    });
}

#[test]
fn a_poster_holds_its_words_around_the_whole_chart() {
    each_poster(None, |_, scene, chart| {
        let words: Vec<&str> = texts(scene).map(|text| text.content.as_str()).collect();
        let within: Vec<&str> = texts(chart).map(|text| text.content.as_str()).collect();
        let start = words.windows(within.len()).position(|window| window == within).unwrap();
        assert!(words[..start].join(" ").ends_with("One sentence. Selected"));
        assert!(words[start + within.len()..].join(" ").ends_with("who may use it and how"));
        assert!(matches!(scene.marks[0].shape, Shape::Rect { rect, .. } if rect.bottom() == scene.height));
    });
}

#[test]
fn a_poster_is_as_high_as_asked_and_its_foot_lies_at_the_bottom() {
    each_poster(Some(1500.0), |_, scene, _| {
        let foot = texts(scene).last().unwrap().at.y;
        assert!((scene.height - 1500.0).abs() < 0.1, "{}", scene.height);
        assert!(scene.height - foot < 50.0, "{foot} of {}", scene.height);
    });
}
