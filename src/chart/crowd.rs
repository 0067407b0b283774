//! `incidents` for large data: the density of incidents in a few steps of one colour, instead of a dot for each.

use super::context::LayoutContext;
use super::labels::place_note;
use super::parts::amounts::{Amounts, Lane, gutter, lane, place_grid, years};
use super::parts::dates::Dates;
use super::parts::legend::{self, Entry, Swatch};
use crate::data::{PartialDate, digits};
use crate::geometry::Rect;
use crate::scale::LogTable;
use crate::scene::{Density, Fill, Panel, Reach, Scene, Shape};
use crate::theme::{Color, LABEL_SIZE};

/// Least number of incidents at a position for each step of colour.
const COUNTS: [usize; 6] = [1, 2, 5, 10, 20, 50];
/// Share of the plot that the spots of evenly spread incidents would fill. Spots shrink from `MAX_RADIUS` to a pixel to
/// keep to it.
const FILLED: f64 = 0.4;
const MAX_RADIUS: f64 = 3.0;
/// Room around the centre of spots, in CSS pixels.
const MARGIN: f64 = 4.0;
/// Height in CSS pixels of the strips for incidents that have no position on the axis of amounts. Within a strip, the
/// vertical position means nothing.
const STRIP: f64 = 24.0;

/// Counts of incidents in cells.
struct Cells {
    area: Rect,
    columns: usize,
    counts: Vec<u8>,
}

impl Cells {
    fn new(area: Rect) -> Cells {
        let cells = |length: f64| (length * Density::CELLS_PER_PX) as usize;
        let columns = cells(area.width);
        Cells { area, columns, counts: vec![0; columns * cells(area.height)] }
    }

    /// Counts an incident at the nearest corner of four cells, in the lower right one of them.
    fn count(&mut self, x: f64, y: f64) {
        let cell = |length: f64| (length * Density::CELLS_PER_PX + 0.5) as usize;
        let corner = cell(y - self.area.y) * self.columns + cell(x - self.area.x);
        if let Some(count) = self.counts.get_mut(corner) {
            *count = count.saturating_add(1);
        }
    }

    /// The counts, each added to all cells of the disc around it; `radius` is in CSS pixels.
    fn spread(&self, radius: f64) -> Vec<u8> {
        let radius = radius * Density::CELLS_PER_PX;
        let reach = radius.ceil() as isize;
        let mut disc = Vec::new();
        for down in -reach..reach {
            for right in -reach..reach {
                let (x, y) = (right as f64 + 0.5, down as f64 + 0.5);
                if x * x + y * y <= radius * radius {
                    disc.push(down * self.columns.cast_signed() + right);
                }
            }
        }
        let mut spread = vec![0_u8; self.counts.len()];
        for (corner, count) in self.counts.iter().enumerate() {
            if *count > 0 {
                for step in &disc {
                    if let Some(cell) = spread.get_mut(corner.wrapping_add_signed(*step)) {
                        *cell = cell.saturating_add(*count);
                    }
                }
            }
        }
        spread
    }
}

pub(super) fn layout(scene: &mut Scene, context: &LayoutContext) {
    let (chosen, all) = (&context.figure.series[0], &context.figure.in_period()[0]);
    let incident = |index: &u32| &context.dataset.incidents[*index as usize];
    let mut amounts = Amounts::default();
    let mut lanes = [false; 3];
    for index in &all.crowd {
        let incident = incident(index);
        lanes[lane(incident) as usize] = true;
        amounts.add(incident);
    }
    let mut values = amounts.scale();
    let messages = context.locale.messages();
    let [in_plot, unknown, nothing] = lanes;
    let (gutter, labels) = gutter(context, &values, in_plot);
    let left = (gutter + MARGIN).ceil();
    let right = (context.width - MARGIN).floor().max(left + 1.0);
    let dates = Dates::new(context, years(context), (left, right));
    let panel_top = place_note(scene, context, messages.crowd, 0.0) + 4.0;
    let mut top = panel_top + place_legend(scene, context, panel_top);
    let mut plot = Rect::new(left, top, right - left, 0.0);
    if in_plot {
        top = place_note(scene, context, messages.log_axis, top);
        plot.y = (top + LABEL_SIZE + 10.0).ceil();
        plot.height = context.plot_height([300.0, 320.0, 380.0, 460.0]);
        values.range = (plot.bottom(), plot.y);
        place_grid(scene, context, &values, &labels);
        top = plot.bottom() + MARGIN;
    }
    let mut strips = [plot.y; 3];
    for (is_there, lane, words) in
        [(unknown, Lane::Unknown, messages.unknown_strip), (nothing, Lane::Nothing, messages.nothing_strip)]
    {
        if is_there {
            top = place_note(scene, context, words, top + 2.0);
            strips[lane as usize] = top + MARGIN + 4.0;
            top = strips[lane as usize] + STRIP + MARGIN;
        }
    }
    let bottom = dates.place(scene, context, top + 4.0);
    let area = Rect::new(left - MARGIN, plot.y - MARGIN, right - left + 2.0 * MARGIN, (top - plot.y + MARGIN).ceil());
    // A hot loop over up to a million incidents: the position of a day is computed once for its whole run.
    let logs = LogTable::new(&values);
    let mut last = (PartialDate::default(), f64::NAN);
    let mut place = |index: u32| {
        let incident = incident(&index);
        if incident.date != last.0 || last.1.is_nan() {
            last = (incident.date, dates.middle(incident.date));
        }
        let lane = lane(incident);
        let y = match incident.stolen_usd {
            Some(usd) if lane == Lane::Plot => logs.map(usd.best),
            // Evenly spread from top to bottom, and at the same position under every selection.
            _ => strips[lane as usize] + STRIP * (f64::from(index) * 0.618_034).fract(),
        };
        (last.1, y)
    };
    let mut cells = Cells::new(area);
    scene.crowd.reserve(chosen.crowd.len());
    for index in &chosen.crowd {
        let (x, y) = place(*index);
        scene.crowd.push((x as f32, y as f32));
        cells.count(x, y);
    }
    let radius = |count: usize| {
        let room = FILLED * plot.width * plot.height.max(STRIP) / count as f64;
        // The smallest spot has four cells, which is one CSS pixel.
        (room / std::f64::consts::PI).sqrt().clamp(0.5, MAX_RADIUS)
    };
    let mut level_of = [0; 256];
    for (count, level) in level_of.iter_mut().enumerate().skip(1) {
        *level = 1 + COUNTS.iter().filter(|step| count >= **step).count() as u8;
    }
    let mut levels = cells.spread(radius(chosen.crowd.len()));
    for level in &mut levels {
        *level = level_of[usize::from(*level)];
    }
    if !context.figure.rest.is_empty() {
        cells.counts.fill(0);
        for index in &all.crowd {
            let (x, y) = place(*index);
            cells.count(x, y);
        }
        for (level, rest) in levels.iter_mut().zip(cells.spread(radius(all.crowd.len()))) {
            if *level == 0 && rest > 0 {
                *level = Density::NOT_CHOSEN;
            }
        }
    }
    let density = Density { area, columns: cells.columns, levels, colors: colors(context) };
    scene.push(Shape::Density(Box::new(density)));
    scene
        .panels
        .push(Panel { area: Rect::new(0.0, panel_top, context.width, bottom - panel_top), reach: Reach::Points });
    scene.height = bottom;
}

/// The colour of unselected incidents, then those of the steps. The first step has the contrast with the ground that
/// every mark must have.
fn colors(context: &LayoutContext) -> Vec<Color> {
    let theme = context.theme;
    let mut colors = vec![theme.faded];
    for share in [0.44, 0.24] {
        colors.push(theme.plain.mixed(theme.ground, share));
    }
    for share in [0.0, 0.3, 0.6, 1.0] {
        colors.push(theme.plain.mixed(theme.ink, share));
    }
    colors
}

/// Places the legend of the steps, the smallest first.
fn place_legend(scene: &mut Scene, context: &LayoutContext, top: f64) -> f64 {
    let colors = colors(context);
    let words = COUNTS.map(|step| [&*digits(step as u64, 1), "+"].concat());
    let mut entries = Vec::new();
    for (color, words) in colors[1..].iter().zip(&words) {
        entries.push(Entry::plain(Swatch::Fill(Fill::Solid(*color)), words));
    }
    if !context.figure.rest.is_empty() {
        let words = context.locale.messages().not_chosen;
        entries.push(Entry::plain(Swatch::Fill(Fill::Solid(colors[0])), words));
    }
    legend::place_in_lines(scene, context, &entries, top)
}
