//! `incidents`, where there are more than the eye separates: how many lie at a place, in a few steps of one colour.

use super::context::LayoutContext;
use super::labels::place_note;
use super::parts::amounts::{Amounts, Lane, gutter, lane, place_grid, years};
use super::parts::dates::Dates;
use super::parts::legend::{self, Entry, Swatch};
use crate::data::{PartialDate, concat, digits};
use crate::geometry::Rect;
use crate::scale::LogTable;
use crate::scene::{Density, Fill, Panel, Reach, Scene, Shape};
use crate::theme::{Color, LABEL_SIZE};

/// So many incidents at a place are a step further from the ground.
const COUNTS: [usize; 6] = [1, 2, 5, 10, 20, 50];
/// Spots fill at most about this share of the plot where incidents lie evenly; they shrink from the most to a pixel.
const FILLED: f64 = 0.4;
const MOST_RADIUS: f64 = 3.0;
/// Room around the middle of spots.
const MARGIN: f64 = 4.0;
/// Strips hold what has no place on the axis of amounts; how far down means nothing there.
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

    /// Counts one where four cells meet nearest to its place: in the lower right one.
    fn count(&mut self, x: f64, y: f64) {
        let cell = |length: f64| (length * Density::CELLS_PER_PX + 0.5) as usize;
        let corner = cell(y - self.area.y) * self.columns + cell(x - self.area.x);
        if let Some(count) = self.counts.get_mut(corner) {
            *count = count.saturating_add(1);
        }
    }

    /// Each count spread over the disc around it.
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
    // For each day and each amount as few steps as can be: there may be a million.
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
            // Evenly from the top down, and in the same place whatever is chosen.
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
        // A spot of four cells is a pixel, and the least.
        (room / std::f64::consts::PI).sqrt().clamp(0.5, MOST_RADIUS)
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

/// What is not chosen, then the steps: the first stands out from the ground as every mark does.
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

/// Which colour says how many; legends are read from the least.
fn place_legend(scene: &mut Scene, context: &LayoutContext, top: f64) -> f64 {
    let colors = colors(context);
    let words = COUNTS.map(|step| concat(&[&*digits(step as u64, 1), "+"]));
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
