//! `targets`: the victims, as bars by group and by country or territory.

use super::context::{BREAKPOINTS, LayoutContext};
use super::kind::ChartKind;
use super::parts::bars::{Bar, Bars};
use super::parts::legend::{self, Entry, Swatch};
use super::parts::names::short_name;
use super::recipe::Recipe;
use crate::aggregate::{Datum, Key, Measure, Totals, by_country, by_group, not_chosen, totals_beside};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scene::{DatumRef, Fill, Scene};
use crate::text::isolated;
use crate::theme::Color;

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
            .map(|(datum, number)| chosen_bar(context, index, number, datum))
            .collect();
        bars.extend(rest(context, index).iter().map(|datum| rest_bar(context, datum)));
        let unknown = series.totals.unknown;
        let note =
            (measure == Measure::Usd && unknown > 0).then(|| context.locale.counted(unknown, messages.unknown_among));
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

fn chosen_bar(context: &LayoutContext, index: usize, number: DatumRef, datum: &Datum) -> Bar {
    let measure = context.figure.measure;
    let (usd, official) = (datum.totals.usd, datum.official_value(measure));
    let (label, color, apart) = label(context, datum.key);
    let figure = context.figure;
    let all = figure.rest.get(index).map(|rest| totals_beside(datum, &figure.series[index], rest));
    let has_value = measure == Measure::Attacks || datum.totals.known > 0;
    let short_words = value_words(context, &datum.totals, false);
    let words = match all {
        None => value_words(context, &datum.totals, true),
        // An unknown amount is not part of a known one.
        Some(all) if all.value(measure) > datum.value(measure) && has_value => {
            let all = value_words(context, &all, false);
            fill(context.locale.messages().of_all, &[("value", &short_words), ("all", &all)])
        }
        Some(_) => short_words.clone(),
    };
    let named = if measure == Measure::Usd { named(context, datum.key) } else { None };
    Bar {
        number: Some(number),
        label,
        named,
        label_color: if apart { context.theme.muted } else { context.theme.ink },
        apart,
        parts: vec![(official, Fill::Solid(color)), (datum.value(measure) - official, context.hatched(color))],
        rest: all.map_or(0.0, |all| all.value(measure)),
        interval: (measure == Measure::Usd && usd.low < usd.high).then_some((usd.low, usd.high)),
        words,
        short_words,
    }
}

fn rest_bar(context: &LayoutContext, datum: &Datum) -> Bar {
    let (label, _, apart) = label(context, datum.key);
    Bar {
        number: None,
        label,
        named: None,
        label_color: context.theme.muted,
        apart,
        parts: Vec::new(),
        rest: datum.value(context.figure.measure),
        interval: None,
        words: String::new(),
        short_words: String::new(),
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

/// Name, colour, and whether the bar is a remainder.
fn label(context: &LayoutContext, key: Key) -> (String, Color, bool) {
    let (locale, theme) = (context.locale, context.theme);
    match key {
        Key::Group(group) => (locale.group(group).into(), theme.group(group), false),
        Key::MoreCountries(n) => (locale.counted(n as u32, locale.messages().more_countries), theme.plain, true),
        Key::Country(country) => (locale.country(country).into(), theme.plain, country.is_none()),
        _ => (String::new(), theme.plain, false),
    }
}

fn value_words(context: &LayoutContext, totals: &Totals, with_unknown: bool) -> String {
    let locale = context.locale;
    if context.figure.measure == Measure::Attacks {
        return locale.count(totals.attacks);
    }
    if totals.known == 0 {
        return locale.messages().not_known.into();
    }
    let amount = locale.usd_short(totals.usd.best);
    if totals.unknown == 0 || !with_unknown {
        return amount;
    }
    fill(locale.messages().plus_unknown, &[("amount", &amount), ("n", &locale.count(totals.unknown))])
}
