//! plotters' drawing backend on a canvas.
//!
//! Instead of plotters-canvas, which formats colours and sizes as floats: that alone is a tenth of the code that readers
//! download.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use web_sys::CanvasRenderingContext2d;

/// A canvas of a width and a height in device pixels, which throws at nothing it is asked to draw here.
pub(super) struct Canvas<'a> {
    pub(super) context: &'a CanvasRenderingContext2d,
    pub(super) size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Canvas<'_> {
    fn fill_with(&self, color: BackendColor) {
        self.context.set_fill_style_str(&css(color));
    }

    fn stroke_with(&self, color: BackendColor, width: u32) {
        self.context.set_stroke_style_str(&css(color));
        self.context.set_line_width(width.into());
    }

    /// Begins a path through these points.
    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (x, y) in path {
            self.context.line_to(x.into(), y.into());
        }
    }
}

/// Every colour here is opaque.
fn css(BackendColor { rgb: (r, g, b), .. }: BackendColor) -> String {
    ["rgb(", &r.to_string(), " ", &g.to_string(), " ", &b.to_string(), ")"].concat()
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.fill_with(color);
        self.context.fill_rect(x.into(), y.into(), 1.0, 1.0);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.stroke_with(style.color(), style.stroke_width());
        self.trace(path);
        self.context.stroke();
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, width, height) = (left.into(), top.into(), (right - left).into(), (bottom - top).into());
        if fill {
            self.fill_with(style.color());
            self.context.fill_rect(x, y, width, height);
        } else {
            self.stroke_with(style.color(), style.stroke_width());
            self.context.stroke_rect(x, y, width, height);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.fill_with(style.color());
        self.trace(path);
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.context.begin_path();
        // Fails for a negative radius alone.
        let _ = self.context.arc(x.into(), y.into(), radius.into(), 0.0, std::f64::consts::TAU);
        if fill {
            self.fill_with(style.color());
            self.context.fill();
        } else {
            self.stroke_with(style.color(), style.stroke_width());
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        });
        self.context.set_text_baseline(match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        self.context.set_font(&font(matches!(style.style(), FontStyle::Bold), style.size(), style.family().as_str()));
        self.fill_with(style.color());
        // Fails for nothing that is a number.
        let _ = self.context.fill_text(text, x.into(), y.into());
        Ok(())
    }
}

/// A font as CSS writes it, of a size in pixels to the hundredth.
pub(super) fn font(bold: bool, size: f64, family: &str) -> String {
    let hundredths = (size * 100.0).round() as u32;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let zero = if part < 10 { "0" } else { "" };
    [if bold { "bold " } else { "normal " }, &whole.to_string(), ".", zero, &part.to_string(), "px ", family].concat()
}
