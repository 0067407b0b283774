//! `targets`: who was hit, as bars by country or territory and by group.

use super::LayoutContext;
use super::bars::{Bar, Bars};
use super::legend::{self, Entry, Swatch};
use crate::aggregate::{Datum, Key, Measure, Series};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::scene::{DatumRef, Scene};
use crate::theme::Color;

/// From this width on countries and groups stand side by side.
const SIDE_BY_SIDE_FROM: f64 = 700.0;
const GAP: f64 = 40.0;
/// Names of countries are longer than names of groups.
const COUNTRIES_SHARE: f64 = 0.56;

pub(super) fn layout(scene: &mut Scene, context: &LayoutContext) {
    let mut entries = legend::evidence_entries(context);
    if context.figure.measure == Measure::Usd {
        entries.push(Entry { swatch: Swatch::Interval, words: context.locale.messages.interval, choice: None });
    }
    let top = legend::place_in_lines(scene, context, &entries, 0.0) + 8.0;
    let side_by_side = context.width >= SIDE_BY_SIDE_FROM;
    let (wide, narrow) = if side_by_side {
        let free = context.width - GAP;
        (free * COUNTRIES_SHARE, free * (1.0 - COUNTRIES_SHARE))
    } else {
        (context.width, context.width)
    };
    let messages = context.locale.messages;
    let mut numbers = context.figure.data().map(|(number, _)| number);
    let mut panel = |series: &Series, heading, area| {
        let bars = series.data.iter().zip(&mut numbers).map(|(datum, number)| bar(context, number, datum)).collect();
        let unknown = series.totals.unknown;
        let note = (unknown > 0).then(|| context.locale.counted(unknown, &messages.unknown_among));
        Bars::new(context, heading, bars, note, area)
    };
    let countries = panel(&context.figure.series[0], messages.by_country, Rect::new(0.0, top, wide, 0.0));
    let groups_at =
        if side_by_side { Point::new(wide + GAP, top) } else { Point::new(0.0, countries.area().bottom() + 20.0) };
    let groups = panel(&context.figure.series[1], messages.by_group, Rect::new(groups_at.x, groups_at.y, narrow, 0.0));
    let scales = [&countries, &groups].map(|bars| bars.px_per_unit(context));
    // Counts share one scale, so that equal lengths are equal figures; of dollars, one group may hold most and would
    // leave the countries no length to compare.
    let common = scales[0].min(scales[1]);
    for (bars, own) in [&countries, &groups].into_iter().zip(scales) {
        let px_per_unit = if context.figure.measure == Measure::Attacks { common } else { own };
        bars.place(scene, context, px_per_unit);
    }
    scene.height = countries.area().bottom().max(groups.area().bottom());
}

fn bar(context: &LayoutContext, number: DatumRef, datum: &Datum) -> Bar {
    let locale = context.locale;
    let (label, color, apart): (String, Color, bool) = match datum.key {
        Key::Group(group) => (locale.group(group).into(), context.theme.group(group), false),
        Key::MoreCountries(n) => (locale.counted(n as u32, &locale.messages.more_countries), context.theme.plain, true),
        Key::Country(None) => (locale.country(None).into(), context.theme.plain, true),
        Key::Country(country) => (locale.country(country).into(), context.theme.plain, false),
        _ => (String::new(), context.theme.plain, false),
    };
    let measure = context.figure.measure;
    let usd = datum.totals.usd;
    Bar {
        number,
        label,
        color,
        apart,
        official: datum.official_value(measure),
        value: datum.value(measure),
        interval: (measure == Measure::Usd && usd.low < usd.high).then_some((usd.low, usd.high)),
        words: value_words(context, datum, true),
        short_words: value_words(context, datum, false),
    }
}

fn value_words(context: &LayoutContext, datum: &Datum, with_unknown: bool) -> String {
    let locale = context.locale;
    if context.figure.measure == Measure::Attacks {
        return locale.count(datum.totals.attacks);
    }
    if datum.totals.known == 0 {
        return locale.messages.not_known.into();
    }
    let amount = locale.usd_short(datum.totals.usd.best);
    if datum.totals.unknown == 0 || !with_unknown {
        return amount;
    }
    fill(locale.messages.plus_unknown, &[("amount", &amount), ("n", &locale.count(datum.totals.unknown))])
}
