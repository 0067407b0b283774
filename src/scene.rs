//! The scene: a chart as a flat list of marks in CSS pixels.

use crate::geometry::{Point, Rect};
use crate::text::Weight;
use crate::theme::Color;

/// Number of a datum within its figure, from 0, counted over all its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DatumRef(pub u32);

/// How a rectangle or a dot is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// One colour: official evidence, or figures without a level of evidence.
    Solid(Color),
    /// Stripes of a colour on a tint of it: evidence that is not official, and nothing else.
    Hatched {
        /// Colour of the stripes.
        stripe: Color,
        /// Colour between them.
        tint: Color,
    },
    /// An outline only: an attempt, or an incident in no count; of squares, evidence that is not official.
    Hollow(Color),
}

/// A small shape that distinguishes series of points without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// A square on one corner.
    Diamond,
    /// A triangle that points up.
    Up,
    /// A triangle that points down.
    Down,
    /// A square.
    Square,
    /// An upright cross.
    Plus,
    /// A diagonal cross.
    Cross,
    /// A horizontal bar.
    Bar,
}

impl Symbol {
    /// Half the default width, in CSS pixels.
    pub const RADIUS: f64 = 4.5;
}

/// Which part of a text is at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The characters.
    pub content: String,
    /// Position of `anchor` on the baseline.
    pub at: Point,
    /// Which part of the text is at `at`.
    pub anchor: Anchor,
    /// Font size in CSS pixels.
    pub size: f64,
    /// Weight of the type.
    pub weight: Weight,
    /// Colour of the type.
    pub color: Color,
    /// Its measured width in CSS pixels.
    pub width: f64,
}

impl Text {
    /// The bounds, from the ascenders to the descenders.
    pub fn bounds(&self) -> Rect {
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.width / 2.0,
            Anchor::End => self.at.x - self.width,
        };
        Rect::new(left, self.at.y - 0.78 * self.size, self.width, self.size)
    }
}

/// The appearance of a mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Position and size.
        rect: Rect,
        /// How it is filled.
        fill: Fill,
    },
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other.
        to: Point,
        /// Its colour.
        color: Color,
        /// Its width in CSS pixels.
        width: f64,
    },
    /// A circle: a disc if its fill is solid, a ring around a tint if it is hatched, a ring if it is hollow.
    Dot {
        /// Its centre.
        centre: Point,
        /// Its radius in CSS pixels.
        radius: f64,
        /// How it is filled.
        fill: Fill,
    },
    /// A symbol.
    Symbol {
        /// Its centre.
        centre: Point,
        /// Half its width and height in CSS pixels.
        radius: f64,
        /// Its shape.
        symbol: Symbol,
        /// Its colour.
        color: Color,
    },
    /// A line of text.
    Text(Text),
    /// The density of data that are too many to draw one by one.
    Density(Box<Density>),
}

/// A grid of cells, each with a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    /// Position and size of the grid.
    pub area: Rect,
    /// Number of cells in a row.
    pub columns: usize,
    /// The level of each cell, row by row: 0 is empty, any other is an index in `colors` plus one.
    pub levels: Vec<u8>,
    /// Colours of the levels from 1 on.
    pub colors: Vec<Color>,
}

impl Density {
    /// Cells per CSS pixel along each axis.
    pub const CELLS_PER_PX: f64 = 2.0;
    /// The level of unselected data.
    pub const NOT_CHOSEN: u8 = 1;

    /// The grid as coarser rectangles with their colours: each block of cells has its highest level, and equal
    /// neighbours in a row are merged.
    pub fn runs(&self) -> Vec<(Rect, Color)> {
        const CELLS: usize = 4;
        let side = CELLS as f64 / Density::CELLS_PER_PX;
        let mut runs = Vec::new();
        let rows: Vec<&[u8]> = self.levels.chunks_exact(self.columns.max(1)).collect();
        for (down, rows) in rows.chunks(CELLS).enumerate() {
            let level = |block: usize| {
                let cells = rows.iter().flat_map(|row| row.iter().skip(block * CELLS).take(CELLS));
                cells.copied().max().unwrap_or_default()
            };
            let mut block = 0;
            while block * CELLS < self.columns {
                let (from, here) = (block, level(block));
                while block * CELLS < self.columns && level(block) == here {
                    block += 1;
                }
                if here > 0 {
                    let (x, y) = (self.area.x + from as f64 * side, self.area.y + down as f64 * side);
                    let rect = Rect::new(x, y, (block - from) as f64 * side, side);
                    runs.push((rect, self.colors[usize::from(here) - 1]));
                }
            }
        }
        runs
    }
}

impl Shape {
    /// Its bounds. Those of a line ignore its width.
    pub fn bounds(&self) -> Rect {
        match self {
            Shape::Rect { rect, .. } => *rect,
            Shape::Line { from, to, .. } => Rect::between(*from, *to),
            Shape::Dot { centre, radius, .. } | Shape::Symbol { centre, radius, .. } => {
                Rect::new(centre.x, centre.y, 0.0, 0.0).grown(*radius)
            }
            Shape::Text(text) => text.bounds(),
            Shape::Density(density) => density.area,
        }
    }

    /// Moves it by `x` CSS pixels to the right and `y` down.
    pub fn shift(&mut self, x: f64, y: f64) {
        let shift = |point: &mut Point| *point = Point::new(point.x + x, point.y + y);
        match self {
            Shape::Rect { rect, .. } => *rect = Rect::new(rect.x + x, rect.y + y, rect.width, rect.height),
            Shape::Line { from, to, .. } => [from, to].into_iter().for_each(shift),
            Shape::Dot { centre, .. } | Shape::Symbol { centre, .. } => shift(centre),
            Shape::Text(text) => shift(&mut text.at),
            Shape::Density(density) => {
                density.area =
                    Rect::new(density.area.x + x, density.area.y + y, density.area.width, density.area.height);
            }
        }
    }
}

/// A shape with the datum it represents.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its appearance.
    pub shape: Shape,
    /// The datum it represents; `None` for axes, legends and notes.
    pub datum: Option<DatumRef>,
}

/// The rule of hit tests in a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Columns: the mark nearest in x, then in y; a very low segment before the higher ones around it. A symbol is hit
    /// only directly, and then before all others.
    Columns,
    /// Bars: the mark nearest in y, then in x.
    Rows,
    /// Points: the mark whose centre is nearest.
    Points,
    /// Areas: the mark whose edge is nearest, or that the point is in.
    Areas,
}

/// A part of the scene in which every point hits a datum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Panel {
    /// Position and size.
    pub area: Rect,
    /// The rule of hit tests in it.
    pub reach: Reach,
}

/// An entry of a legend that filters by a value of the state when it is activated.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Position and size.
    pub area: Rect,
    /// The key in links and attributes.
    pub key: &'static str,
    /// The value in links and attributes.
    pub value: &'static str,
    /// Its words.
    pub words: String,
}

/// The result of a layout pass: painting, hit tests and words all use it, so they agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Areas of hit tests.
    pub panels: Vec<Panel>,
    /// Marks in painting order, later ones on top.
    pub marks: Vec<Mark>,
    /// Entries of legends that filter.
    pub choices: Vec<Choice>,
    /// Position of each datum of a crowd by its number, in CSS pixels: these data have no marks.
    pub crowd: Vec<(f32, f32)>,
}

impl Scene {
    /// A scene without marks, of a width in CSS pixels.
    pub fn new(width: f64) -> Self {
        Self { width, height: 0.0, panels: Vec::new(), marks: Vec::new(), choices: Vec::new(), crowd: Vec::new() }
    }

    /// Adds a mark without a datum.
    pub fn push(&mut self, shape: Shape) {
        self.marks.push(Mark { shape, datum: None });
    }

    /// Adds a mark of a datum.
    pub fn push_datum(&mut self, datum: DatumRef, shape: Shape) {
        self.marks.push(Mark { shape, datum: Some(datum) });
    }

    /// The bounds of the marks of a datum. Text counts only if there is nothing else; `None` without any mark.
    ///
    /// ```
    /// # use heistogram::{geometry::Rect, scene::*, theme::LIGHT};
    /// let mut scene = Scene::new(100.0);
    /// for rect in [Rect::new(0.0, 0.0, 10.0, 10.0), Rect::new(0.0, 20.0, 10.0, 10.0)] {
    ///     scene.push_datum(DatumRef(0), Shape::Rect { rect, fill: Fill::Solid(LIGHT.plain) });
    /// }
    /// assert_eq!(scene.bounds_of(DatumRef(0)), Some(Rect::new(0.0, 0.0, 10.0, 30.0)));
    /// assert_eq!(scene.bounds_of(DatumRef(1)), None);
    /// ```
    pub fn bounds_of(&self, datum: DatumRef) -> Option<Rect> {
        if let Some((x, y)) = self.crowd.get(datum.0 as usize) {
            return Some(Rect::new((*x).into(), (*y).into(), 0.0, 0.0).grown(4.5));
        }
        let around = |words: bool| {
            let of_datum = self.marks.iter().filter(|mark| mark.datum == Some(datum));
            let bounds = of_datum.filter(|mark| words == matches!(mark.shape, Shape::Text(_)));
            bounds.map(|mark| mark.shape.bounds()).reduce(|all, one| all.union(&one))
        };
        around(false).or_else(|| around(true))
    }

    /// The scene as text for golden tests: a title, then a line for each panel and mark, coordinates to a tenth of a
    /// pixel.
    pub fn dump(&self, title: &str) -> String {
        let mut lines = vec![format!("{title} {:.1}×{:.1}", self.width, self.height)];
        for panel in &self.panels {
            lines.push(format!("panel {:?} {}", panel.reach, dump_rect(&panel.area)));
        }
        for mark in &self.marks {
            let datum = mark.datum.map_or(String::new(), |DatumRef(number)| format!(" #{number}"));
            lines.push(format!("{}{datum}", dump_shape(&mark.shape)));
        }
        lines.push(String::new());
        lines.join("\n")
    }
}

fn dump_shape(shape: &Shape) -> String {
    match shape {
        Shape::Rect { rect, fill } => format!("rect {} {}", dump_rect(rect), dump_fill(fill)),
        Shape::Line { from, to, color, width } => {
            format!("line {:.1},{:.1} {:.1},{:.1} {} {width}", from.x, from.y, to.x, to.y, dump_color(*color))
        }
        Shape::Dot { centre, radius, fill } => {
            format!("dot {:.1},{:.1} {radius:.1} {}", centre.x, centre.y, dump_fill(fill))
        }
        Shape::Symbol { centre, radius, symbol, color } => {
            format!("symbol {symbol:?} {:.1},{:.1} {radius:.1} {}", centre.x, centre.y, dump_color(*color))
        }
        Shape::Density(density) => dump_density(density),
        Shape::Text(text) => format!(
            "text {:.1},{:.1} {:?} {:?} {} {} {:?}",
            text.at.x,
            text.at.y,
            text.anchor,
            text.weight,
            text.size,
            dump_color(text.color),
            text.content
        ),
    }
}

fn dump_density(density: &Density) -> String {
    let cells = |level: u8| density.levels.iter().filter(|other| **other == level).count();
    let mut text = format!("density {}", dump_rect(&density.area));
    for (index, color) in density.colors.iter().enumerate() {
        text.push_str(&format!(" {}×{}", dump_color(*color), cells(index as u8 + 1)));
    }
    text
}

fn dump_rect(rect: &Rect) -> String {
    format!("{:.1},{:.1} {:.1}×{:.1}", rect.x, rect.y, rect.width, rect.height)
}

fn dump_fill(fill: &Fill) -> String {
    match fill {
        Fill::Solid(color) => dump_color(*color),
        Fill::Hatched { stripe, .. } => format!("hatched {}", dump_color(*stripe)),
        Fill::Hollow(color) => format!("hollow {}", dump_color(*color)),
    }
}

fn dump_color(Color(r, g, b): Color) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}
