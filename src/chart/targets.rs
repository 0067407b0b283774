//! `targets`: the victims, as bars by country or territory and by group.

use super::context::{BREAKPOINTS, LayoutContext};
use super::kind::ChartKind;
use super::parts::bars::{Bar, Bars};
use super::parts::legend::{self, Entry, Swatch};
use super::recipe::Recipe;
use crate::aggregate::{Datum, Key, Measure, Totals, by_country, by_group, not_chosen, totals_beside};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scene::{DatumRef, Fill, Scene};
use crate::theme::Color;

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Targets,
    series: |dataset, filter, measure| vec![by_country(dataset, filter, measure), by_group(dataset, filter, measure)],
    layout,
    summary: None,
};

/// Indices of the two series in the figure.
const COUNTRIES: usize = 0;
const GROUPS: usize = 1;
/// From this width in CSS pixels, countries and groups are side by side.
const SIDE_BY_SIDE_FROM: f64 = BREAKPOINTS[1];
const GAP: f64 = 40.0;
/// Share of the width for countries: their names are longer than those of groups.
const COUNTRIES_SHARE: f64 = 0.56;

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let mut entries = legend::evidence_entries(context);
    if context.figure.measure == Measure::Usd {
        entries.push(Entry::plain(Swatch::Interval, context.locale.messages().interval));
    }
    let top = legend::place_in_lines(scene, context, &entries, 0.0) + 8.0;
    let side_by_side = context.width >= SIDE_BY_SIDE_FROM;
    let (wide, narrow) = if side_by_side {
        let free = context.width - GAP;
        (free * COUNTRIES_SHARE, free * (1.0 - COUNTRIES_SHARE))
    } else {
        (context.width, context.width)
    };
    let messages = context.locale.messages();
    let mut numbers = context.figure.data().map(|(number, _)| number);
    let mut panel = |index: usize, heading: &str, area| {
        let series = &context.figure.series[index];
        let mut bars: Vec<Bar> = series
            .data
            .iter()
            .zip(&mut numbers)
            .map(|(datum, number)| chosen_bar(context, index, number, datum))
            .collect();
        bars.extend(rest(context, index).iter().map(|datum| rest_bar(context, datum)));
        let unknown = series.totals.unknown;
        let of_usd = context.figure.measure == Measure::Usd;
        let note = (of_usd && unknown > 0).then(|| context.locale.counted(unknown, messages.unknown_among));
        Bars::new(context, heading, bars, note, area)
    };
    let countries = panel(COUNTRIES, messages.by_country, Rect::new(0.0, top, wide, 0.0));
    let groups_at =
        if side_by_side { Point::new(wide + GAP, top) } else { Point::new(0.0, countries.area().bottom() + 20.0) };
    let groups = panel(GROUPS, messages.by_group, Rect::new(groups_at.x, groups_at.y, narrow, 0.0));
    let scales = [&countries, &groups].map(|bars| bars.px_per_unit(context));
    // Counts share one scale, so that equal lengths are equal figures. Dollars do not, because one group may have most
    // of them, and the bars of countries would be too short to compare.
    let common = scales[0].min(scales[1]);
    for (bars, own) in [&countries, &groups].into_iter().zip(scales) {
        let px_per_unit = if context.figure.measure == Measure::Attacks { common } else { own };
        bars.place(scene, context, px_per_unit);
    }
    scene.height = countries.area().bottom().max(groups.area().bottom());
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
    Bar {
        number: Some(number),
        label,
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
        label_color: context.theme.muted,
        apart,
        parts: Vec::new(),
        rest: datum.value(context.figure.measure),
        interval: None,
        words: String::new(),
        short_words: String::new(),
    }
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
