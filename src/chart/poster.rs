//! A chart that stands alone, as a file does: its title above it, its source below, on a ground of its own.

use super::{LayoutContext, layout};
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Fill, Mark, Scene, Shape};
use crate::text::{Weight, wrap};
use crate::theme::{Color, LEAD_SIZE, NOTE_SIZE, TITLE_SIZE};

/// The words around a chart that stands alone; each entry begins a line of its own.
pub struct PosterWords<'a> {
    /// Its title.
    pub title: &'a str,
    /// What stands out, what is selected.
    pub lead: &'a [&'a str],
    /// Source, date, licence.
    pub foot: &'a [&'a str],
}

/// Lays a chart out with words around it, `context.width` wide with its margins and at least `height` high.
pub fn poster(context: &LayoutContext, words: &PosterWords, height: f64) -> Scene {
    let margin = (context.width / 24.0).clamp(12.0, 32.0).round();
    let theme = context.theme;
    // All is laid out without margins, then moved by them.
    let inner = LayoutContext { width: context.width - 2.0 * margin, ..*context };
    let mut scene = Scene::new(context.figure.kind, inner.width);
    let mut bottom = place(&mut scene, &inner, words.title, 0.0, (TITLE_SIZE, Weight::Bold, theme.ink));
    for lead in words.lead {
        bottom = place(&mut scene, &inner, lead, bottom + 4.0, (LEAD_SIZE, Weight::Regular, theme.muted));
    }
    let chart = layout(&inner);
    let top = bottom + 14.0;
    for mut mark in chart.marks {
        mark.shape.shift(0.0, top);
        scene.marks.push(mark);
    }
    bottom = top + chart.height + 10.0;
    let foot = scene.marks.len();
    for line in words.foot {
        bottom = place(&mut scene, &inner, line, bottom, (NOTE_SIZE, Weight::Regular, theme.muted));
    }
    let room = (height - bottom - 2.0 * margin).max(0.0);
    for (at, mark) in scene.marks.iter_mut().enumerate() {
        // What is left over lies above the foot.
        mark.shape.shift(margin, if at < foot { margin } else { margin + room });
    }
    (scene.width, scene.height) = (context.width, bottom + 2.0 * margin + room);
    let ground = Rect::new(0.0, 0.0, scene.width, scene.height);
    scene.marks.insert(0, Mark { shape: Shape::Rect { rect: ground, fill: Fill::Solid(theme.ground) }, datum: None });
    scene
}

/// Sets words below `top` on as many lines as they need; returns the bottom of the last.
fn place(
    scene: &mut Scene,
    context: &LayoutContext,
    words: &str,
    mut top: f64,
    (size, weight, color): (f64, Weight, Color),
) -> f64 {
    for line in wrap(words, context.width, size, weight, context.text) {
        let at = Point::new(0.0, top + size);
        scene.push(Shape::Text(context.text_of(line, at, Anchor::Start, size, weight, color)));
        top += size * 1.4;
    }
    top
}
