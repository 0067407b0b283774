//! A chart as a picture of its own, for files: title above, source below, and a background.

use super::context::LayoutContext;
use super::recipe::Recipe;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Fill, Mark, Scene, Shape};
use crate::text::{Weight, wrap};
use crate::theme::{Color, NOTE_SIZE, lead_size, title_size};

/// The words around the chart of a poster. Each entry begins a new line.
pub struct PosterWords<'a> {
    /// Its title.
    pub title: &'a str,
    /// Sentence and selection.
    pub lead: &'a [&'a str],
    /// Source, date, licence.
    pub foot: &'a [&'a str],
}

/// Least height of a plot, as a share of its width.
const FLATTEST: f64 = 0.22;
/// Distance from words to the chart, in CSS pixels.
const GAP: f64 = 12.0;

/// Lays a chart out by its recipe with words around it, `context.width` CSS pixels wide including its margins.
///
/// With a `height` in CSS pixels, the scene is at least that high and its plot fills the room. A list whose rows would
/// be too small to read shows its sums alone.
pub fn poster(recipe: &Recipe, context: &LayoutContext, words: &PosterWords, height: Option<f64>) -> Scene {
    let margin = (context.width / 24.0).clamp(12.0, 28.0).round();
    let theme = context.theme;
    // The layout has no margins; all marks move by them at the end.
    let inner = LayoutContext { width: context.width - 2.0 * margin, ..*context };
    let mut scene = Scene::new(inner.width);
    let mut top = place(&mut scene, &inner, words.title, 0.0, (title_size(context.width), Weight::Bold, theme.ink));
    for lead in words.lead {
        top = place(&mut scene, &inner, lead, top + 4.0, (lead_size(context.width), Weight::Regular, theme.muted));
    }
    let mut foot = Scene::new(inner.width);
    for line in words.foot {
        let below = foot.height;
        foot.height = place(&mut foot, &inner, line, below, (NOTE_SIZE, Weight::Regular, theme.muted));
    }
    top += GAP;
    let room = height.map(|height| height - top - GAP - foot.height - 2.0 * margin);
    let chart = chart(recipe, &inner, room);
    let chart_height = room.unwrap_or(0.0).max(chart.height);
    for (marks, y) in [(chart.marks, top), (foot.marks, top + chart_height + GAP)] {
        for mut mark in marks {
            mark.shape.shift(0.0, y);
            scene.marks.push(mark);
        }
    }
    for mark in &mut scene.marks {
        mark.shape.shift(margin, margin);
    }
    scene.width = context.width;
    scene.height = top + chart_height + GAP + foot.height + 2.0 * margin;
    let ground = Rect::new(0.0, 0.0, scene.width, scene.height);
    let fill = Fill::Solid(theme.ground);
    scene.marks.insert(0, Mark { shape: Shape::Rect { rect: ground, fill }, datum: None });
    scene
}

fn chart(recipe: &Recipe, context: &LayoutContext, room: Option<f64>) -> Scene {
    let Some(room) = room else { return recipe.lay_out(context) };
    if let Some(summary) = recipe.summary {
        return summary(context);
    }
    let flattest = FLATTEST * context.width;
    let flat = recipe.lay_out(&LayoutContext { plot_height: Some(flattest), ..*context });
    let plot_height = Some(flattest + (room - flat.height).max(0.0));
    recipe.lay_out(&LayoutContext { plot_height, ..*context })
}

/// Places words below `top` on as many lines as they need. Returns the bottom of the last.
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
        top += (size * 1.35).round();
    }
    top
}
