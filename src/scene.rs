//! The scene: a chart as a flat list of marks in CSS pixels. Everything a reader meets is made from it.

use crate::geometry::{Point, Rect};
use crate::text::Weight;
use crate::theme::Color;

/// Number of a datum within its figure, counted over all its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DatumRef(pub u32);

/// How the inside of a rectangle or a dot is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// One colour: official evidence; in rows of a report, money taken.
    Solid(Color),
    /// Stripes of a colour on a tint of it: other evidence; in rows of a report, attempts.
    Hatched {
        /// The stripes.
        stripe: Color,
        /// What lies between them.
        tint: Color,
    },
    /// Nothing but an edge: what stands in no count.
    Hollow(Color),
}

/// A small sign that tells one series of points from another without its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// A square on its corner.
    Diamond,
    /// A triangle that points up.
    Up,
    /// A triangle that points down.
    Down,
    /// A square.
    Square,
    /// An upright cross.
    Plus,
    /// A lying cross.
    Cross,
    /// A level bar.
    Bar,
}

impl Symbol {
    /// Half the width of one that has its usual size, in CSS pixels.
    pub const RADIUS: f64 = 4.5;
}

/// Which end of a text lies at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left one.
    Start,
    /// Its middle.
    Middle,
    /// The right one.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What it says.
    pub content: String,
    /// Where `anchor` and the baseline meet.
    pub at: Point,
    /// Which end of it lies there.
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
    /// The box from the top of tall letters to the bottom of those that reach below the baseline.
    pub fn bounds(&self) -> Rect {
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.width / 2.0,
            Anchor::End => self.at.x - self.width,
        };
        Rect::new(left, self.at.y - 0.78 * self.size, self.width, self.size)
    }
}

/// What a mark looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Where it lies.
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
    /// A disc: whole where its fill is solid, a ring on a tint where it is hatched, a ring where it is hollow.
    Dot {
        /// Its middle.
        centre: Point,
        /// From the middle to the edge, in CSS pixels.
        radius: f64,
        /// How it is filled.
        fill: Fill,
    },
    /// A small sign.
    Symbol {
        /// Its middle.
        centre: Point,
        /// Half its width and height in CSS pixels.
        radius: f64,
        /// Which sign.
        symbol: Symbol,
        /// Its colour.
        color: Color,
    },
    /// A line of text.
    Text(Text),
    /// How much lies at each place, of more than could be drawn.
    Density(Box<Density>),
}

/// Cells in rows, each of a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    /// What they fill.
    pub area: Rect,
    /// How many stand side by side.
    pub columns: usize,
    /// The level of each, row by row: 0 is nothing, any other one more than the place of its colour.
    pub levels: Vec<u8>,
    /// What the levels look like.
    pub colors: Vec<Color>,
}

impl Density {
    /// So many cells side by side are as wide as a CSS pixel.
    pub const CELLS_PER_PX: f64 = 2.0;
    /// The level of what is not chosen.
    pub const NOT_CHOSEN: u8 = 1;

    /// Coarser, as rectangles: the highest level of several cells each, equal neighbours as one.
    pub fn runs(&self) -> Vec<(Rect, Color)> {
        const CELLS: usize = 4;
        let side = CELLS as f64 / Density::CELLS_PER_PX;
        let mut runs = Vec::new();
        let rows: Vec<&[u8]> = self.levels.chunks_exact(self.columns.max(1)).collect();
        for (down, rows) in rows.chunks(CELLS).enumerate() {
            let level = |at: usize| {
                let cells = rows.iter().flat_map(|row| row.iter().skip(at * CELLS).take(CELLS));
                cells.copied().max().unwrap_or_default()
            };
            let mut at = 0;
            while at * CELLS < self.columns {
                let (from, here) = (at, level(at));
                while at * CELLS < self.columns && level(at) == here {
                    at += 1;
                }
                if here > 0 {
                    let (x, y) = (self.area.x + from as f64 * side, self.area.y + down as f64 * side);
                    runs.push((Rect::new(x, y, (at - from) as f64 * side, side), self.colors[usize::from(here) - 1]));
                }
            }
        }
        runs
    }
}

impl Shape {
    /// The rectangle it fills; a line's has no extent across it.
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

    /// Moves it to the right and down.
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

/// Something drawn, with the datum it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it looks like.
    pub shape: Shape,
    /// The datum it stands for; axes, legends and notes stand for none.
    pub datum: Option<DatumRef>,
}

/// How a point in a panel finds the datum it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Columns: first whichever is nearest from left to right, then within it from top to bottom; a symbol among them
    /// only where it is.
    Columns,
    /// Bars: first whichever is nearest from top to bottom, then within it from left to right.
    Rows,
    /// Points: the one whose middle is nearest.
    Points,
}

/// A part of the scene with data of one arrangement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Panel {
    /// Where its data lie.
    pub area: Rect,
    /// How a point in it finds a datum.
    pub reach: Reach,
}

/// A part of the scene that stands for a value of the state: choosing it filters.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Where it lies.
    pub area: Rect,
    /// The key in links and attributes.
    pub key: &'static str,
    /// The value it stands for.
    pub value: &'static str,
    /// Its words.
    pub words: String,
}

/// A chart laid out: what is drawn is what is hit is what is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Where data lie.
    pub panels: Vec<Panel>,
    /// Marks in painting order, later ones on top.
    pub marks: Vec<Mark>,
    /// Parts of legends that filter.
    pub choices: Vec<Choice>,
    /// Where the data of a crowd lie, by their numbers: they have no marks of their own.
    pub crowd: Vec<(f32, f32)>,
}

impl Scene {
    /// A scene without marks.
    pub fn new(width: f64) -> Self {
        Self { width, height: 0.0, panels: Vec::new(), marks: Vec::new(), choices: Vec::new(), crowd: Vec::new() }
    }

    /// Adds a mark that stands for no datum.
    pub fn push(&mut self, shape: Shape) {
        self.marks.push(Mark { shape, datum: None });
    }

    /// Adds a mark of a datum.
    pub fn push_datum(&mut self, datum: DatumRef, shape: Shape) {
        self.marks.push(Mark { shape, datum: Some(datum) });
    }

    /// The rectangle around what is drawn of a datum; around its words where those are all there is.
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

    /// The scene as text below a title, a line a mark, coordinates in tenths of a pixel: what golden tests compare.
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
    for (at, color) in density.colors.iter().enumerate() {
        text.push_str(&format!(" {}×{}", dump_color(*color), cells(at as u8 + 1)));
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
