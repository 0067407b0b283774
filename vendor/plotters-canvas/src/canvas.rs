use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{window, CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};

/// The backend that is drawing on the HTML canvas
/// TODO: Support double buffering
pub struct CanvasBackend {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// Not upstream's: a canvas for pixels, which is then drawn over the picture.
    layer: Option<HtmlCanvasElement>,
    /// Not upstream's: the values last set on the context.
    last_set: SetValues,
    /// Not upstream's: whether the path has lines that are not drawn yet.
    has_lines: bool,
}

/// Not upstream's: values set on the context. Setting them again takes longer than drawing.
#[derive(Default)]
struct SetValues {
    fill: Option<Paint>,
    stroke: Option<(Paint, u32)>,
    font: String,
    align: &'static str,
    baseline: &'static str,
    /// Cache of colours as strings: a chart alternates between a few.
    colors: Vec<(Paint, JsValue)>,
}

impl SetValues {
    fn color(&mut self, color: BackendColor) -> JsValue {
        let paint = paint_of(color);
        if let Some((_, known)) = self.colors.iter().find(|(known, _)| *known == paint) {
            return known.clone();
        }
        let made = make_canvas_color(color);
        self.colors.push((paint, made.clone()));
        made
    }
}

/// Colour, with opacity in percent.
type Paint = ((u8, u8, u8), u32);

fn paint_of(color: BackendColor) -> Paint {
    (color.rgb, (color.alpha * 100.0).round() as u32)
}

/// Changed from upstream: it has no message, as none is shown. Code to free one would follow every shape.
pub struct CanvasError;

impl std::fmt::Display for CanvasError {
    fn fmt(&self, fmt: &mut std::fmt::Formatter) -> Result<(), std::fmt::Error> {
        return fmt.write_str("Canvas Error");
    }
}

impl std::fmt::Debug for CanvasError {
    fn fmt(&self, fmt: &mut std::fmt::Formatter) -> Result<(), std::fmt::Error> {
        return fmt.write_str("CanvasError");
    }
}

fn error_cast(_: JsValue) -> DrawingErrorKind<CanvasError> {
    DrawingErrorKind::DrawingError(CanvasError)
}

impl std::error::Error for CanvasError {}

impl CanvasBackend {
    /// Changed from upstream: an unchecked cast of the context, so that it may be a recorder of SVG.
    fn init_backend(canvas: HtmlCanvasElement) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
        Some(CanvasBackend { canvas, context, layer: None, last_set: SetValues::default(), has_lines: false })
    }

    /// Create a new drawing backend backed with an HTML5 canvas object with given Id
    /// - `elem_id` The element id for the canvas
    /// - Return either some drawing backend has been created, or none in error case
    pub fn new(elem_id: &str) -> Option<Self> {
        let document = window()?.document()?;
        let canvas = document.get_element_by_id(elem_id)?;
        let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
        Self::init_backend(canvas)
    }

    /// Create a new drawing backend backend with a HTML5 canvas object passed in
    /// - `canvas` The object we want to use as backend
    /// - Return either the drawing backend or None for error
    pub fn with_canvas_object(canvas: HtmlCanvasElement) -> Option<Self> {
        Self::init_backend(canvas)
    }

    /// Sets the stroke style and line width in the underlying context.
    fn set_line_style(&mut self, style: &impl BackendStyle) {
        let stroke = Some((paint_of(style.color()), style.stroke_width()));
        if self.last_set.stroke != stroke {
            self.draw_lines();
            let color = self.last_set.color(style.color());
            self.context.set_stroke_style(&color);
            self.context.set_line_width(style.stroke_width() as f64);
            self.last_set.stroke = stroke;
        }
    }

    /// Not upstream's: draws the pending lines of one style. Hatching has hundreds of them.
    fn draw_lines(&mut self) {
        if self.has_lines {
            self.context.stroke();
            self.has_lines = false;
        }
    }

    /// Not upstream's: sets the fill style in the underlying context.
    fn set_fill(&mut self, color: BackendColor) {
        self.draw_lines();
        let fill = Some(paint_of(color));
        if self.last_set.fill != fill {
            let color = self.last_set.color(color);
            self.context.set_fill_style(&color);
            self.last_set.fill = fill;
        }
    }
}

/// Not upstream's: a number in at least `least` digits, without the code of `format!`.
fn digits(number: u32, least: usize) -> String {
    let mut reversed = Vec::new();
    let mut rest = number;
    while rest > 0 || reversed.len() < least {
        reversed.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
    }
    reversed.into_iter().rev().collect()
}

/// Changed from upstream: opacity in whole percent, so that no float is formatted.
fn make_canvas_color(color: BackendColor) -> JsValue {
    let (r, g, b) = color.rgb;
    let a = (color.alpha * 100.0).round() as u32;
    concat(&[
        "rgb(",
        &digits(r.into(), 1),
        " ",
        &digits(g.into(), 1),
        " ",
        &digits(b.into(), 1),
        "/",
        &digits(a, 1),
        "%)",
    ])
    .into()
}

/// Not upstream's: `[&str]::concat` has twelve times the code.
fn concat(texts: &[&str]) -> String {
    let mut all = String::new();
    for text in texts {
        all.push_str(text);
    }
    all
}

/// Changed from upstream, where it is in `draw_text`: size to the hundredth of a pixel, so that no float is formatted.
fn make_canvas_font(style: &impl BackendTextStyle) -> String {
    let hundredths = (style.size() * 100.0).round() as u32;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    concat(&[
        style.style().as_str(),
        " ",
        &digits(whole, 1),
        ".",
        &digits(part, 2),
        "px ",
        style.family().as_str(),
    ])
}

impl DrawingBackend for CanvasBackend {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        (self.canvas.width(), self.canvas.height())
    }

    /// Changed from upstream: other code may have changed the context.
    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<CanvasError>> {
        self.last_set = SetValues::default();
        Ok(())
    }

    /// Changed from upstream: draws pending lines.
    fn present(&mut self) -> Result<(), DrawingErrorKind<CanvasError>> {
        self.draw_lines();
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        point: BackendCoord,
        style: BackendColor,
    ) -> Result<(), DrawingErrorKind<CanvasError>> {
        if style.color().alpha == 0.0 {
            return Ok(());
        }

        self.set_fill(style.color());
        self.context
            .fill_rect(f64::from(point.0), f64::from(point.1), 1.0, 1.0);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        if style.color().alpha == 0.0 {
            return Ok(());
        }

        let (from, to) = fine_hor_ver_lines(from, to);
        self.set_line_style(style);
        if !self.has_lines {
            self.context.begin_path();
            self.has_lines = true;
        }
        self.context.move_to(from.0, from.1);
        self.context.line_to(to.0, to.1);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        if fill {
            self.set_fill(style.color());
            self.context.fill_rect(
                f64::from(upper_left.0),
                f64::from(upper_left.1),
                f64::from(bottom_right.0 - upper_left.0),
                f64::from(bottom_right.1 - upper_left.1),
            );
        } else {
            self.draw_lines();
            self.set_line_style(style);
            self.context.stroke_rect(
                f64::from(upper_left.0),
                f64::from(upper_left.1),
                f64::from(bottom_right.0 - upper_left.0),
                f64::from(bottom_right.1 - upper_left.1),
            );
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let mut path = path.into_iter();
        self.draw_lines();
        self.context.begin_path();
        if let Some(start) = path.next() {
            self.set_line_style(style);
            self.context.move_to(f64::from(start.0), f64::from(start.1));
            for next in path {
                self.context.line_to(f64::from(next.0), f64::from(next.1));
            }
        }
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let mut path = path.into_iter();
        self.draw_lines();
        self.context.begin_path();
        if let Some(start) = path.next() {
            self.set_fill(style.color());
            self.context.move_to(f64::from(start.0), f64::from(start.1));
            for next in path {
                self.context.line_to(f64::from(next.0), f64::from(next.1));
            }
            self.context.close_path();
        }
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        if fill {
            self.set_fill(style.color());
        } else {
            self.set_line_style(style);
        }
        self.draw_lines();
        self.context.begin_path();
        self.context
            .arc(
                f64::from(center.0),
                f64::from(center.1),
                f64::from(radius),
                0.0,
                std::f64::consts::PI * 2.0,
            )
            .map_err(error_cast)?;
        if fill {
            self.context.fill();
        } else {
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        let color = style.color();
        if color.alpha == 0.0 {
            return Ok(());
        }

        let (mut x, mut y) = (pos.0, pos.1);

        let degree = match style.transform() {
            FontTransform::None => 0.0,
            FontTransform::Rotate90 => 90.0,
            FontTransform::Rotate180 => 180.0,
            FontTransform::Rotate270 => 270.0,
        } / 180.0
            * std::f64::consts::PI;

        if degree != 0.0 {
            self.context.save();
            self.context
                .translate(f64::from(x), f64::from(y))
                .map_err(error_cast)?;
            self.context.rotate(degree).map_err(error_cast)?;
            x = 0;
            y = 0;
        }

        let text_baseline = match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "alphabetic",
        };
        if self.last_set.baseline != text_baseline {
            self.context.set_text_baseline(text_baseline);
            self.last_set.baseline = text_baseline;
        }

        let text_align = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        };
        if self.last_set.align != text_align {
            self.context.set_text_align(text_align);
            self.last_set.align = text_align;
        }

        self.set_fill(color);
        let font = make_canvas_font(style);
        if self.last_set.font != font {
            self.context.set_font(&font);
            self.last_set.font = font;
        }
        self.context
            .fill_text(text, f64::from(x), f64::from(y))
            .map_err(error_cast)?;

        if degree != 0.0 {
            self.context.restore();
            self.last_set = SetValues::default();
        }

        Ok(())
    }

    /// Changed from upstream: RGBA pixels, drawn at once instead of as rectangles.
    fn blit_bitmap(
        &mut self,
        pos: BackendCoord,
        size: (u32, u32),
        src: &[u8],
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.draw_lines();
        self.lay_over(pos, size, src).map_err(error_cast)
    }
}

impl CanvasBackend {
    /// `putImageData` replaces pixels even by transparent ones; drawing a canvas blends them.
    fn lay_over(&mut self, pos: BackendCoord, (width, height): (u32, u32), src: &[u8]) -> Result<(), JsValue> {
        let image = ImageData::new_with_u8_clamped_array(Clamped(src), width)?;
        let layer = match &self.layer {
            Some(layer) => layer.clone(),
            None => self.canvas.clone_node()?.unchecked_into(),
        };
        layer.set_width(width);
        layer.set_height(height);
        let context = layer.get_context("2d")?.ok_or(JsValue::NULL)?;
        let context: CanvasRenderingContext2d = context.unchecked_into();
        context.put_image_data(&image, 0.0, 0.0)?;
        self.context.draw_image_with_html_canvas_element(&layer, f64::from(pos.0), f64::from(pos.1))?;
        self.layer = Some(layer);
        Ok(())
    }
}

/// Move line coord to left/right half pixel if the line is vertical/horizontal
/// to prevent line blurry in canvas, see https://stackoverflow.com/a/13879322/10651567
/// and https://developer.mozilla.org/en-US/docs/Web/API/Canvas_API/Tutorial/Applying_styles_and_colors#a_linewidth_example
fn fine_hor_ver_lines(from: BackendCoord, end: BackendCoord) -> ((f64, f64), (f64, f64)) {
    let mut from = (from.0 as f64, from.1 as f64);
    let mut end = (end.0 as f64, end.1 as f64);
    if from.0 == end.0 {
        from.0 -= 0.5;
        end.0 -= 0.5;
    }
    if from.1 == end.1 {
        from.1 -= 0.5;
        end.1 -= 0.5;
    }
    (from, end)
}
