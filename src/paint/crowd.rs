//! Painting of crowds: as pixels on a canvas, as rectangles in files.

use plotters_backend::{DrawingBackend, DrawingErrorKind};

use super::painter::{Painted, Painter, TypeSetting};
use crate::scene::{Density, Scene, Shape};
use crate::theme::Color;

/// Paints the crowds of a scene, as [`paint`](super::paint) does. It is a function of its own, because its code loads
/// only for large data.
///
/// # Errors
/// Returns the first error of the backend and stops there.
pub fn paint_crowds<DB: DrawingBackend>(
    scene: &Scene,
    backend: &mut DB,
    setting: TypeSetting,
    ratio: f64,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let mut painter = Painter { backend, setting, ratio };
    scene.marks.iter().try_for_each(|mark| match &mark.shape {
        Shape::Density(density) if setting.pixels => painter.pixels(density),
        Shape::Density(density) => {
            let mut runs = density.runs().into_iter();
            runs.try_for_each(|(rect, color)| painter.fill(painter.device_rect(&rect), color))
        }
        _ => Ok(()),
    })
}

impl<DB: DrawingBackend> Painter<'_, DB> {
    /// Paints each device pixel in the colour of the cell at its centre, transparent if that cell is empty.
    fn pixels(&mut self, density: &Density) -> Painted<DB> {
        let (left, top, right, bottom) = self.device_rect(&density.area);
        let cells_per_pixel = Density::CELLS_PER_PX / self.ratio;
        let cell = |pixel: i32| ((f64::from(pixel) + 0.5) * cells_per_pixel) as usize;
        let columns: Vec<usize> = (0..right - left).map(cell).collect();
        let mut colors = vec![[0; 4]];
        for Color(r, g, b) in &density.colors {
            colors.push([*r, *g, *b, 255]);
        }
        let mut pixels = vec![0; columns.len() * (bottom - top) as usize * 4];
        for (y, line) in (0..bottom - top).zip(pixels.chunks_exact_mut(columns.len() * 4)) {
            let Some(levels) = density.levels.get(cell(y) * density.columns..) else { break };
            for (pixel, column) in line.chunks_exact_mut(4).zip(&columns) {
                let level = levels.get(*column).copied().unwrap_or_default();
                if level > 0 {
                    pixel.copy_from_slice(&colors[usize::from(level)]);
                }
            }
        }
        self.backend.blit_bitmap((left, top), (columns.len() as u32, (bottom - top) as u32), &pixels)
    }
}
