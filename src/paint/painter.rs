//! Painting of single shapes.

use std::convert::Infallible;

use plotters::style::{Color as _, RGBColor, ShapeStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
    FontTransform,
};

use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Fill, Shape, Symbol, Text};
use crate::text::Weight;
use crate::theme::{Color, FONT_FAMILY};

/// How a backend sets type, so that size and baseline match the layout, and whether it takes pixels.
#[derive(Clone, Copy)]
pub struct TypeSetting {
    /// Factor on the font size.
    size_factor: f64,
    /// Distance from the baseline up to the backend's anchor, as a share of the font size.
    rise: f64,
    /// The backend's vertical anchor.
    vertical: VPos,
    /// Whether crowds are painted as pixels of four bytes each, instead of rectangles.
    pub(super) pixels: bool,
}

/// Canvas: a bottom anchor is the baseline there, see vendor/plotters-canvas.
pub const CANVAS: TypeSetting = TypeSetting { size_factor: 1.0, rise: 0.0, vertical: VPos::Bottom, pixels: true };

/// Canvas for a picture to download, which may be a vector file: only shapes, no pixels.
pub const PICTURE: TypeSetting = TypeSetting { pixels: false, ..CANVAS };

/// plotters-svg divides sizes by 1.24 and sets the baseline 0.76 em below a top anchor.
pub const SVG: TypeSetting = TypeSetting { size_factor: 1.24, rise: 0.76, vertical: VPos::Top, pixels: false };

/// Distance between the stripes of a hatched fill, and their width, in CSS pixels.
const STRIPE_STEP: f64 = 5.0;
const STRIPE_WIDTH: f64 = 1.5;
/// Width of the ring of a dot, in CSS pixels.
const RING_WIDTH: f64 = 1.5;

pub(super) struct Painter<'a, DB: DrawingBackend> {
    pub backend: &'a mut DB,
    pub setting: TypeSetting,
    pub ratio: f64,
}

pub(super) type Painted<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// A rectangle in device pixels: left, top, right, bottom.
type DeviceRect = (i32, i32, i32, i32);

impl<DB: DrawingBackend> Painter<'_, DB> {
    pub fn shape(&mut self, shape: &Shape) -> Painted<DB> {
        match shape {
            Shape::Rect { rect, fill } => self.rect(rect, *fill),
            Shape::Line { from, to, color, width } => self.line(*from, *to, *color, *width),
            Shape::Dot { centre, radius, fill } => self.dot(*centre, *radius, *fill),
            Shape::Symbol { centre, radius, symbol, color } => self.symbol(*centre, *radius, *symbol, *color),
            Shape::Text(text) => self.text(text),
            Shape::Density(_) => Ok(()),
        }
    }

    fn rect(&mut self, rect: &Rect, fill: Fill) -> Painted<DB> {
        let outer = self.device_rect(rect);
        match fill {
            Fill::Solid(color) => self.fill(outer, color),
            Fill::Hollow(color) => self.edge(outer, color),
            Fill::Hatched { stripe, tint } => {
                self.fill(outer, stripe)?;
                let edge = self.device_length(1.0);
                let inner = (outer.0 + edge, outer.1 + edge, outer.2 - edge, outer.3 - edge);
                if inner.0 < inner.2 && inner.1 < inner.3 {
                    self.fill(inner, tint)?;
                    self.stripes(inner, stripe)?;
                }
                Ok(())
            }
        }
    }

    fn dot(&mut self, centre: Point, radius: f64, fill: Fill) -> Painted<DB> {
        let centre = self.device_point(centre);
        let radius = self.device_length(radius);
        let edge = self.device_length(RING_WIDTH);
        let disc = |painter: &mut Self, radius: i32, color| {
            painter.backend.draw_circle(centre, radius.unsigned_abs(), &style(color, 1).filled(), true)
        };
        match fill {
            Fill::Solid(color) => disc(self, radius, color),
            Fill::Hatched { stripe, tint } => {
                disc(self, radius, stripe)?;
                if radius > edge { disc(self, radius - edge, tint) } else { Ok(()) }
            }
            // Half of the stroke is outside of the radius.
            Fill::Hollow(color) => {
                let middle = (radius - edge / 2).max(1).unsigned_abs();
                self.backend.draw_circle(centre, middle, &style(color, edge), false)
            }
        }
    }

    fn symbol(&mut self, centre: Point, radius: f64, symbol: Symbol, color: Color) -> Painted<DB> {
        let mut points = Vec::new();
        for (x, y) in corners(symbol) {
            points.push(self.device_point(Point::new(centre.x + x * radius, centre.y + y * radius)));
        }
        self.backend.fill_polygon(points, &style(color, 1).filled())
    }

    /// Fills four bars, because backends stroke a rectangle half a pixel off, or not at all.
    fn edge(&mut self, (left, top, right, bottom): DeviceRect, color: Color) -> Painted<DB> {
        let width = self.device_length(1.0);
        self.fill((left, top, right, top + width), color)?;
        self.fill((left, bottom - width, right, bottom), color)?;
        self.fill((left, top, left + width, bottom), color)?;
        self.fill((right - width, top, right, bottom), color)
    }

    /// Draws rising diagonals, clipped to the rectangle. They share one origin, so the stripes of neighbours meet.
    fn stripes(&mut self, (left, top, right, bottom): DeviceRect, color: Color) -> Painted<DB> {
        let step = self.device_length(STRIPE_STEP).max(2);
        let style = style(color, self.device_length(STRIPE_WIDTH));
        let mut sum = (left + top) / step * step + step;
        while sum < right + bottom {
            let from_x = left.max(sum - bottom);
            let to_x = right.min(sum - top);
            if from_x < to_x {
                self.backend.draw_line((from_x, sum - from_x), (to_x, sum - to_x), &style)?;
            }
            sum += step;
        }
        Ok(())
    }

    fn line(&mut self, from: Point, to: Point, color: Color, width: f64) -> Painted<DB> {
        let (from, to) = (self.device_point(from), self.device_point(to));
        let width = self.device_length(width);
        // Vertical and horizontal lines are filled: a stroke of even width would be half a pixel off and blurred.
        let (before, after) = (width / 2, width - width / 2);
        if from.0 == to.0 {
            self.fill((from.0 - before, from.1.min(to.1), from.0 + after, from.1.max(to.1)), color)
        } else if from.1 == to.1 {
            self.fill((from.0.min(to.0), from.1 - before, from.0.max(to.0), from.1 + after), color)
        } else {
            self.backend.draw_line(from, to, &style(color, width))
        }
    }

    fn text(&mut self, text: &Text) -> Painted<DB> {
        let style = TextStyle { text, setting: self.setting, size: text.size * self.ratio };
        let point = Point::new(text.at.x, text.at.y - self.setting.rise * text.size);
        self.backend.draw_text(&text.content, &style, self.device_point(point))
    }

    pub fn fill(&mut self, (left, top, right, bottom): DeviceRect, color: Color) -> Painted<DB> {
        self.backend.draw_rect((left, top), (right, bottom), &style(color, 1).filled(), true)
    }

    /// The rectangle in device pixels, at least one wide and high, so that small values stay visible.
    pub fn device_rect(&self, rect: &Rect) -> DeviceRect {
        let (left, top) = self.device_point(Point::new(rect.x, rect.y));
        let (right, bottom) = self.device_point(Point::new(rect.right(), rect.bottom()));
        (left, top.min(bottom - 1), right.max(left + 1), bottom)
    }

    fn device_point(&self, point: Point) -> BackendCoord {
        ((point.x * self.ratio).round() as i32, (point.y * self.ratio).round() as i32)
    }

    fn device_length(&self, length: f64) -> i32 {
        (length * self.ratio).round().max(1.0) as i32
    }
}

fn style(Color(r, g, b): Color, width: i32) -> ShapeStyle {
    RGBColor(r, g, b).stroke_width(width.unsigned_abs())
}

/// Corners of a symbol of radius 1 around the origin.
fn corners(symbol: Symbol) -> &'static [(f64, f64)] {
    const ARM: f64 = 0.36;
    const HALF_ARM: f64 = 0.26;
    match symbol {
        Symbol::Diamond => &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)],
        Symbol::Up => &[(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)],
        Symbol::Down => &[(0.0, 1.0), (1.0, -0.8), (-1.0, -0.8)],
        Symbol::Square => &[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)],
        Symbol::Plus => &[
            (-ARM, -1.0),
            (ARM, -1.0),
            (ARM, -ARM),
            (1.0, -ARM),
            (1.0, ARM),
            (ARM, ARM),
            (ARM, 1.0),
            (-ARM, 1.0),
            (-ARM, ARM),
            (-1.0, ARM),
            (-1.0, -ARM),
            (-ARM, -ARM),
        ],
        Symbol::Cross => &[
            (-1.0, -1.0 + HALF_ARM * 2.0),
            (-1.0 + HALF_ARM * 2.0, -1.0),
            (0.0, -HALF_ARM * 2.0),
            (1.0 - HALF_ARM * 2.0, -1.0),
            (1.0, -1.0 + HALF_ARM * 2.0),
            (HALF_ARM * 2.0, 0.0),
            (1.0, 1.0 - HALF_ARM * 2.0),
            (1.0 - HALF_ARM * 2.0, 1.0),
            (0.0, HALF_ARM * 2.0),
            (-1.0 + HALF_ARM * 2.0, 1.0),
            (-1.0, 1.0 - HALF_ARM * 2.0),
            (-HALF_ARM * 2.0, 0.0),
        ],
        Symbol::Bar => &[(-1.0, -ARM), (1.0, -ARM), (1.0, ARM), (-1.0, ARM)],
    }
}

struct TextStyle<'a> {
    text: &'a Text,
    setting: TypeSetting,
    size: f64,
}

impl BackendTextStyle for TextStyle<'_> {
    // Never used: both backends set type themselves.
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        let Color(r, g, b) = self.text.color;
        BackendColor { alpha: 1.0, rgb: (r, g, b) }
    }

    fn size(&self) -> f64 {
        self.size * self.setting.size_factor
    }

    fn transform(&self) -> FontTransform {
        FontTransform::None
    }

    fn style(&self) -> FontStyle {
        match self.text.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        let horizontal = match self.text.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(horizontal, self.setting.vertical)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FONT_FAMILY)
    }

    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        Ok(((0, 0), (self.text.width as i32, self.size as i32)))
    }

    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: BackendCoord,
        _draw: DrawFunc,
    ) -> Result<Result<(), E>, Self::FontError> {
        Ok(Ok(()))
    }
}
