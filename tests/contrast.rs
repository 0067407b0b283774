//! Contrast in every theme by WCAG 2.2 (1.4.3, 1.4.11): each text against its background, each mark of a datum against
//! the ground, and stripes against their tint.
#![allow(clippy::unwrap_used)]

mod common;

use common::{figure, filters, languages, real, scene_with, views};
use heistogram::aggregate::Filter;
use heistogram::chart::Figure;
use heistogram::data::Group;
use heistogram::scene::{Fill, Scene, Shape, Text};
use heistogram::text::BuiltInMetrics;
use heistogram::theme::{Color, DARK, LIGHT, Theme};

const TEXT: f64 = 4.5;
const MARK: f64 = 3.0;

/// The project's themes, and themes for the colours of systems: black and white, and two other pairs.
fn themes() -> [Theme; 6] {
    let two = [(0x000000, 0xffffff), (0xffffff, 0x000000), (0x2d3236, 0xffffff), (0xfffaef, 0x3d3d3d)];
    let [night, day, dusk, desert] = two.map(|(ground, ink)| Theme::in_colors(ground, ink));
    [LIGHT, DARK, night, day, dusk, desert]
}

/// The colours of a filled shape.
fn fills(shape: &Shape) -> Vec<Color> {
    match shape {
        Shape::Rect { fill, .. } | Shape::Dot { fill, .. } => match *fill {
            Fill::Solid(color) => vec![color],
            Fill::Hatched { stripe, tint } => vec![stripe, tint],
            Fill::Hollow(_) => vec![],
        },
        _ => vec![],
    }
}

/// The background of a text: the last shape drawn under its middle, or else the ground.
fn under(scene: &Scene, index: usize, text: &Text, theme: &Theme) -> Vec<Color> {
    let middle = text.bounds().centre();
    let below = scene.marks[..index].iter().rev().filter(|mark| mark.shape.bounds().contains(middle));
    below.map(|mark| fills(&mark.shape)).find(|colors| !colors.is_empty()).unwrap_or_else(|| vec![theme.ground])
}

fn check(scene: &Scene, theme: &Theme, view: &str) {
    let enough = |what: &str, color: Color, ground: Color, least: f64| {
        let contrast = color.contrast(ground);
        assert!(contrast >= least, "{view}: {what} {color:?} on {ground:?}: {contrast:.2}");
    };
    let area = theme.plain.mixed(theme.ground, 0.78);
    for (index, mark) in scene.marks.iter().enumerate() {
        match &mark.shape {
            Shape::Text(text) => {
                for ground in under(scene, index, text, theme) {
                    enough(&text.content, text.color, ground, TEXT);
                }
            }
            Shape::Rect { fill, .. } | Shape::Dot { fill, .. } => match *fill {
                // Faded marks are faint on purpose, marks in the colour of the ground are cut-outs, areas have a line.
                Fill::Solid(color) if [theme.faded, theme.ground, area].contains(&color) => {}
                Fill::Solid(color) | Fill::Hollow(color) => enough("a mark", color, theme.ground, MARK),
                Fill::Hatched { stripe, .. } => enough("an edge", stripe, theme.ground, MARK),
            },
            Shape::Symbol { color, .. } if *color != theme.ground => enough("a sign", *color, theme.ground, MARK),
            _ => {}
        }
    }
}

#[test]
fn all_that_is_drawn_stands_out() {
    let dataset = real();
    let mut choices = filters();
    choices.push(("all", Filter::default()));
    for theme in &themes() {
        for (kind, measure) in views() {
            for (choice, filter) in &choices {
                let figure = Figure::new(kind, &dataset, filter, measure);
                for width in [200.0, 320.0, 768.0, 1200.0] {
                    for locale in languages() {
                        let scene = scene_with(&figure, &dataset, width, theme, locale, &BuiltInMetrics);
                        let view = format!("{kind:?}, {choice}, {width} px, {}, on {:?}", locale.tag(), theme.ground);
                        check(&scene, theme, &view);
                    }
                }
            }
        }
    }
}

/// Stripes show the evidence, so they must be visible on their tint. The tint itself need not be visible on the ground.
#[test]
fn stripes_stand_out_from_their_tint() {
    let dataset = real();
    for theme in &themes() {
        for (kind, measure) in views() {
            let scene = scene_with(
                &figure(kind, measure, &dataset),
                &dataset,
                768.0,
                theme,
                languages().next().unwrap(),
                &BuiltInMetrics,
            );
            for mark in &scene.marks {
                if let Shape::Rect { fill: Fill::Hatched { stripe, tint }, .. } = mark.shape {
                    let contrast = stripe.contrast(tint);
                    assert!(contrast >= MARK, "{kind:?}: {stripe:?} on {tint:?}: {contrast:.2}");
                }
            }
        }
    }
}

/// Groups that lie on each other in most years are told apart at a glance.
#[test]
fn neighbours_in_a_stack_stand_out_from_each_other() {
    for theme in [LIGHT, DARK] {
        let contrast = theme.group(Group::Banks).contrast(theme.group(Group::Companies));
        assert!(contrast >= MARK, "banks and companies on {:?}: {contrast:.2}", theme.ground);
    }
}

/// No text is smaller than Chartability's minimum.
#[test]
fn no_text_is_small() {
    let dataset = real();
    for (kind, measure) in views() {
        let figure = figure(kind, measure, &dataset);
        for width in [200.0, 320.0, 1200.0] {
            let scene = common::scene(&figure, &dataset, width, languages().next().unwrap());
            for text in common::texts(&scene) {
                assert!(text.size >= 12.0, "{kind:?}: {} is {} px", text.content, text.size);
            }
        }
    }
}
