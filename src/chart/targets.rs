//! `targets`: the victims, as bars by group and by country or territory.

use super::context::{BREAKPOINTS, LayoutContext};
use super::kind::ChartKind;
use super::parts::bars::{Bar, Bars};
use super::parts::legend::{self, Entry, Swatch};
use super::parts::names::short_name;
use super::parts::totals::{self, Label};
use super::recipe::Recipe;
use crate::aggregate::{Datum, Key, Measure, by_country, by_group, not_chosen};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scene::Scene;
use crate::text::isolated;

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Targets,
    series: |dataset, filter, measure| vec![by_group(dataset, filter, measure), by_country(dataset, filter, measure)],
    layout,
    summary: None,
};

/// Indices of the two series in the figure.
const GROUPS: usize = 0;
const COUNTRIES: usize = 1;
/// From this width in CSS pixels, counts of groups and of countries are side by side. Dollars never are: on one scale
/// with the largest group, bars of countries need the whole width.
const SIDE_BY_SIDE_FROM: f64 = BREAKPOINTS[1];
const GAP: f64 = 40.0;
/// Share of the width for countries: their names are longer than those of groups.
const COUNTRIES_SHARE: f64 = 0.56;

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let measure = context.figure.measure;
    let mut entries = legend::evidence_entries(context);
    if measure == Measure::Usd {
        entries.push(Entry::plain(Swatch::Interval, context.locale.messages().interval));
    }
    let top = legend::place_in_lines(scene, context, &entries, 0.0) + 8.0;
    let side_by_side = measure == Measure::Attacks && context.width >= SIDE_BY_SIDE_FROM;
    let (wide, narrow) = if side_by_side {
        let free = context.width - GAP;
        (free * COUNTRIES_SHARE, free * (1.0 - COUNTRIES_SHARE))
    } else {
        (context.width, context.width)
    };
    let messages = context.locale.messages();
    let mut numbers = context.figure.data().map(|(number, _)| number);
    let mut panel = |index: usize, [heading, about]: [&str; 2], area| {
        let series = &context.figure.series[index];
        let mut bars: Vec<Bar> = series
            .data
            .iter()
            .zip(&mut numbers)
            .map(|(datum, number)| {
                let bar = totals::chosen(context, index, number, datum, label(context, datum.key));
                Bar { named: if measure == Measure::Usd { named(context, datum.key) } else { None }, ..bar }
            })
            .collect();
        bars.extend(rest(context, index).iter().map(|datum| totals::rest(context, datum, label(context, datum.key))));
        let note = totals::unknown_note(context, &series.totals);
        Bars::new(context, [heading, about], bars, note, area)
    };
    let groups = panel(GROUPS, [messages.by_group, ""], Rect::new(0.0, top, narrow, 0.0));
    let countries_at =
        if side_by_side { Point::new(narrow + GAP, top) } else { Point::new(0.0, groups.area().bottom() + 20.0) };
    let room = Rect::new(countries_at.x, countries_at.y, wide, 0.0);
    let countries = panel(COUNTRIES, [messages.by_country, messages.where_based], room);
    // One scale, so that equal lengths are equal figures.
    let px_per_unit = groups.px_per_unit(context).min(countries.px_per_unit(context));
    for bars in [&groups, &countries] {
        bars.place(scene, context, px_per_unit);
    }
    scene.height = groups.area().bottom().max(countries.area().bottom());
}

/// Data shown faded, although nothing of them is selected: every other group and, if the filter selects countries, the
/// other countries.
fn rest(context: &LayoutContext, index: usize) -> Vec<Datum> {
    let figure = context.figure;
    match figure.rest.get(index) {
        Some(rest) if index == GROUPS || !figure.filter.countries.is_empty() => not_chosen(&figure.series[index], rest),
        _ => Vec::new(),
    }
}

/// The largest theft behind a bar, in words, and its amount. `None` if its evidence is not official: letters on stripes
/// are not legible.
fn named(context: &LayoutContext, key: Key) -> Option<(String, f64)> {
    let incident = &context.dataset.incidents[context.figure.largest(key, context.dataset)?];
    let usd = incident.stolen_usd.filter(|_| incident.evidence.is_official() && !incident.name().is_empty())?;
    let (name, amount) = (isolated(short_name(incident)), context.locale.usd_short(usd.best));
    Some((fill(context.locale.messages().named_theft, &[("victim", &name), ("amount", &amount)]), usd.best))
}

fn label(context: &LayoutContext, key: Key) -> Label {
    let (locale, theme) = (context.locale, context.theme);
    let (words, color, apart) = match key {
        Key::Group(group) => (locale.group_of(context.dataset, group).into(), theme.group(group), false),
        Key::MoreCountries(n) => (locale.counted(n as u32, locale.messages().more_countries), theme.plain, true),
        Key::Country(country) => (locale.country(country).into(), theme.plain, country.is_none()),
        _ => (String::new(), theme.plain, false),
    };
    Label { words, color, apart }
}
