//! `attacks`: stacked columns of attacks a year by group, each group split by official and other evidence.

use super::context::{BREAKPOINTS, LayoutContext};
use super::kind::ChartKind;
use super::labels::push_if_all_fit;
use super::parts::columns::{ColumnLayout, ValueTicks};
use super::parts::legend::{self, Entry, Swatch};
use super::parts::{annotation, stack};
use super::recipe::Recipe;
use crate::aggregate::{Key, Measure, Series, by_year_and_group};
use crate::data::Group;
use crate::geometry::{Point, Rect};
use crate::scale::nice_ticks;
use crate::scene::{Fill, Panel, Reach, Scene, Shape};

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Attacks,
    series: |dataset, filter, _| vec![by_year_and_group(dataset, filter)],
    layout,
    summary: None,
};

/// From this width in CSS pixels, the legend of groups is beside the columns instead of above them.
const NAMES_BESIDE_FROM: f64 = BREAKPOINTS[1];

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let mut groups = group_entries(context);
    let beside = context.width >= NAMES_BESIDE_FROM;
    let right = if beside { legend::width(&groups, context) + 24.0 } else { 0.0 };
    let mut top = 0.0;
    if !beside {
        top += legend::place_in_lines(scene, context, &groups, top);
    }
    top += legend::place_in_lines(scene, context, &legend::evidence_entries(context), top) + 6.0;
    let ticks = ticks(context);
    let notes = annotation::basis_notes(context, &|year| ColumnLayout::new(context, top, right, &ticks).start(year));
    let mut columns = ColumnLayout::new(context, top + annotation::height(&notes), right, &ticks);
    columns.draw(scene, context, &ticks);
    annotation::place(scene, context, &notes, top, columns.plot.bottom());
    if beside {
        let height = groups.len() as f64 * legend::LINE;
        let at = Point::new(context.width - right + 24.0, columns.plot.bottom() - height);
        // The same order from top to bottom as in the stacks.
        groups.reverse();
        legend::place_in_column(scene, context, &groups, at);
    }
    place_rest(scene, context, &columns);
    place_stacks(scene, context, &columns);
    place_totals(scene, context, &columns);
    let area = Rect::new(columns.plot.x, top, columns.plot.width, columns.bottom - top);
    scene.panels.push(Panel { area, reach: Reach::Columns });
    scene.height = columns.bottom;
}

/// Legend entries of the groups that occur in the period, in the order of `Group`.
fn group_entries<'a>(context: &LayoutContext<'a>) -> Vec<Entry<'a>> {
    let occurs = |series: &Series, group: Group| {
        series.data.iter().any(|datum| matches!(datum.key, Key::YearGroup(_, other) if other == group))
    };
    let mut entries = Vec::new();
    for group in Group::ALL {
        if occurs(&context.figure.in_period()[0], group) {
            entries.push(Entry {
                swatch: Swatch::Fill(Fill::Solid(context.theme.group(group))),
                words: context.locale.group_of(context.dataset, group),
                choice: Some(("group", group.id())),
                faded: !occurs(&context.figure.series[0], group),
            });
        }
    }
    entries
}

fn ticks(context: &LayoutContext) -> ValueTicks {
    let mut most = 0;
    for (_, count) in context.figure.in_period()[0].by_year() {
        most = count.max(most);
    }
    let values = nice_ticks(f64::from(most), 4, 1.0);
    let last = values.len() - 1;
    let label = |(index, value): (usize, &f64)| {
        let count = *value as u32;
        if index == last {
            context.locale.counted(count, context.locale.messages().attacks)
        } else {
            context.locale.count(count)
        }
    };
    ValueTicks { labels: values.iter().enumerate().map(label).collect(), values }
}

/// Places the unselected attacks of the period, faded, on top of each year's stack.
fn place_rest(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout) {
    let Some(rest) = context.figure.rest.first() else { return };
    let chosen_by_year = context.figure.series[0].by_year();
    for (year, all) in rest.by_year() {
        let chosen = chosen_by_year.iter().find(|(other, _)| *other == year).map_or(0, |(_, count)| *count);
        if all > chosen {
            let rect = columns.rect(year, f64::from(chosen), f64::from(all));
            scene.push(Shape::Rect { rect, fill: Fill::Solid(context.theme.faded) });
        }
    }
}

fn place_stacks(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout) {
    let data: Vec<_> = context.figure.data().collect();
    for of_year in data.chunk_by(|(_, a), (_, b)| a.key.year() == b.key.year()) {
        let mut parts = Vec::new();
        for (_, datum) in of_year {
            let official = datum.official_value(Measure::Attacks);
            parts.extend([official, datum.value(Measure::Attacks) - official]);
        }
        let spans = stack::spans(&parts, columns.px_per_unit());
        for ((number, datum), spans) in of_year.iter().zip(spans.chunks(2)) {
            let Key::YearGroup(year, group) = datum.key else { continue };
            let color = context.theme.group(group);
            for ((from, to), fill) in spans.iter().zip([Fill::Solid(color), context.hatched(color)]) {
                if to > from {
                    scene.push_datum(*number, Shape::Rect { rect: columns.rect(year, *from, *to), fill });
                }
            }
            let start = spans.first().map_or(0.0, |(start, _)| *start);
            if start > 0.0 {
                // A thin line of ground separates neighbours for readers who cannot tell their colours apart.
                let edge = columns.rect(year, start, start);
                let (from, to) = (Point::new(edge.x, edge.y), Point::new(edge.right(), edge.y));
                scene.push(Shape::Line { from, to, color: context.theme.ground, width: 1.0 });
            }
        }
    }
}

fn place_totals(scene: &mut Scene, context: &LayoutContext, columns: &ColumnLayout) {
    let mut labels = Vec::new();
    for (year, count) in context.figure.series[0].by_year() {
        labels.push(columns.above(context, context.locale.count(count), year, f64::from(count)));
    }
    push_if_all_fit(scene, context, labels);
}
