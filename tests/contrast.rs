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

/// Linear light as readers without one kind of cone see it, by Machado, Oliveira and Fernandes (2009).
const DICHROMACIES: [(&str, [[f64; 3]; 3]); 3] = [
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

fn times(matrix: &[[f64; 3]; 3], of: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(of).map(|(a, b)| a * b).sum())
}

/// The colour in Oklab, where equal distances look equal, as a reader sees it.
fn seen(Color(red, green, blue): Color, matrix: &[[f64; 3]; 3]) -> [f64; 3] {
    let linear = [red, green, blue].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    let cones = times(
        &[[0.412221, 0.536333, 0.051446], [0.211903, 0.680700, 0.107397], [0.088302, 0.281719, 0.629979]],
        times(matrix, linear).map(|part| part.clamp(0.0, 1.0)),
    );
    times(
        &[[0.210454, 0.793618, -0.004072], [1.977998, -2.428592, 0.450594], [0.025904, 0.782772, -0.808676]],
        cones.map(f64::cbrt),
    )
}

/// In some year or selection any two groups are neighbours.
#[test]
fn readers_who_see_two_colours_tell_groups_apart() {
    const LEAST: f64 = 0.08;
    for theme in [LIGHT, DARK] {
        for (name, matrix) in &DICHROMACIES {
            for (a, b) in Group::ALL.into_iter().flat_map(|a| Group::ALL.into_iter().map(move |b| (a, b))) {
                let [one, other] = [a, b].map(|group| seen(theme.group(group), matrix));
                let distance = one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                assert!(a == b || distance >= LEAST, "{name}: {a:?} and {b:?} on {:?}: {distance:.3}", theme.ground);
            }
        }
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
