//! Painting: from marks to calls of plotters' drawing backends, for canvas and SVG.
//!
//! This is the only place that rounds. Backends take whole device pixels, so coordinates are multiplied by the device
//! pixel ratio and rounded here, once.

mod crowd;
mod painter;

use plotters_backend::{DrawingBackend, DrawingErrorKind};

use crate::scene::Scene;
pub use crowd::paint_crowds;
use painter::Painter;
pub use painter::{CANVAS, PICTURE, SVG, TypeSetting};

/// Paints a scene. The backend must be cleared and `scene.width × device_pixel_ratio` pixels wide.
///
/// # Errors
/// Returns the first error of the backend and stops there.
pub fn paint<DB: DrawingBackend>(
    scene: &Scene,
    backend: &mut DB,
    setting: TypeSetting,
    device_pixel_ratio: f64,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    paint_marks(scene, backend, setting, device_pixel_ratio)?;
    paint_crowds(scene, backend, setting, device_pixel_ratio)?;
    backend.present()
}

/// Paints all marks but crowds, as [`paint`] does, without presenting the result.
///
/// # Errors
/// Returns the first error of the backend and stops there.
pub fn paint_marks<DB: DrawingBackend>(
    scene: &Scene,
    backend: &mut DB,
    setting: TypeSetting,
    ratio: f64,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    backend.ensure_prepared()?;
    let mut painter = Painter { backend, setting, ratio };
    scene.marks.iter().try_for_each(|mark| painter.shape(&mark.shape))
}

/// The scene as an SVG file.
#[cfg(not(target_arch = "wasm32"))]
pub fn svg(scene: &Scene) -> String {
    enlarged_svg(scene, 1.0)
}

/// The scene as an SVG file enlarged by `ratio`, with lines on whole pixels of the enlarged file.
///
/// ```
/// # use heistogram::{paint::enlarged_svg, scene::Scene};
/// let scene = Scene { height: 50.0, ..Scene::new(100.0) };
/// assert!(enlarged_svg(&scene, 1.5).starts_with(r#"<svg width="150" height="75""#));
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn enlarged_svg(scene: &Scene, ratio: f64) -> String {
    let mut file = String::new();
    let size = ((scene.width * ratio).round() as u32, (scene.height * ratio).round() as u32);
    {
        let mut backend = plotters_svg::SVGBackend::with_string(&mut file, size);
        // Writing to a string cannot fail. Presenting closes the last tag.
        let _ = paint(scene, &mut backend, SVG, ratio);
    }
    // XML cannot contain any other characters, not even escaped: with one of them, the file would be invalid. Joiners
    // show as boxes in some programs, and no line ends in a picture.
    file.retain(|sign| matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{205f}' | '\u{2061}'..='\u{fffd}' | '\u{10000}'..));
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Point, Rect};
    use crate::scene::{Anchor, Fill, Shape, Text};
    use crate::text::Weight;
    use crate::theme::LIGHT;

    fn svg_of(shape: Shape) -> String {
        let mut scene = Scene::new(100.0);
        scene.height = 100.0;
        scene.push(shape);
        svg(&scene)
    }

    #[test]
    fn what_is_not_zero_is_a_pixel_high_and_stands_on_its_base() {
        let file = svg_of(Shape::Rect { rect: Rect::new(10.0, 79.9, 20.0, 0.1), fill: Fill::Solid(LIGHT.plain) });
        assert!(file.contains(r#"x="10" y="79" width="20" height="1""#), "{file}");
    }

    #[test]
    fn level_lines_are_filled_and_as_wide_as_asked() {
        let (from, to) = (Point::new(0.0, 50.0), Point::new(100.0, 50.0));
        let file = svg_of(Shape::Line { from, to, color: LIGHT.grid, width: 3.0 });
        assert!(file.contains(r#"x="0" y="49" width="100" height="3""#), "{file}");
    }

    #[test]
    fn text_is_escaped_and_keeps_its_size() {
        let file = svg_of(Shape::Text(Text {
            content: "<b>&".into(),
            at: Point::new(5.0, 20.0),
            anchor: Anchor::Start,
            size: 12.0,
            weight: Weight::Regular,
            color: LIGHT.ink,
            width: 30.0,
        }));
        assert!(file.contains("&lt;b&gt;&amp;") && file.contains(r#"font-size="12""#), "{file}");
    }
}
