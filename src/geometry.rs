//! Points and rectangles in CSS pixels: x to the right, y downwards.

/// A position in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the top edge.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// A rectangle in CSS pixels; `width` and `height` are never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Extent to the right.
    pub width: f64,
    /// Extent downwards.
    pub height: f64,
}

impl Rect {
    /// The rectangle with its top left corner at `x`, `y`.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The smallest rectangle that contains both points, which may be any two opposite corners.
    ///
    /// ```
    /// # use heistogram::geometry::{Point, Rect};
    /// let rect = Rect::between(Point::new(30.0, 5.0), Point::new(10.0, 25.0));
    /// assert_eq!(rect, Rect::new(10.0, 5.0, 20.0, 20.0));
    /// ```
    pub fn between(a: Point, b: Point) -> Self {
        Self::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the point is inside or on an edge.
    pub fn contains(&self, point: Point) -> bool {
        self.distance_x(point) == 0.0 && self.distance_y(point) == 0.0
    }

    /// Whether the two share an area.
    ///
    /// ```
    /// # use heistogram::geometry::Rect;
    /// let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
    /// assert!(rect.overlaps(&Rect::new(9.0, 9.0, 5.0, 5.0)));
    /// assert!(!rect.overlaps(&Rect::new(10.0, 0.0, 5.0, 5.0)), "touching edges share no area");
    /// ```
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The smallest rectangle that contains both.
    pub fn union(&self, other: &Rect) -> Rect {
        let x = self.x.min(other.x);
        let y = self.y.min(other.y);
        Rect::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// The rectangle grown by `by` CSS pixels on every side, or shrunk if `by` is negative.
    pub fn grown(&self, by: f64) -> Rect {
        Rect::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }

    /// Horizontal distance from the point to the rectangle, 0 between its left and right edge.
    pub fn distance_x(&self, point: Point) -> f64 {
        (self.x - point.x).max(point.x - self.right()).max(0.0)
    }

    /// Vertical distance from the point to the rectangle, 0 between its top and bottom edge.
    pub fn distance_y(&self, point: Point) -> f64 {
        (self.y - point.y).max(point.y - self.bottom()).max(0.0)
    }
}
