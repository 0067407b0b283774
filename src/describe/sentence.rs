//! Titles and the one generated sentence under each that says what stands out in the current selection.
//!
//! Sentences speak of the dataset's incidents and hold where two lead with the same figure: "no country more often",
//! never "more often than any other".

use super::{incidents, published, running_total, un_2019};
use crate::aggregate::{Datum, Key, Measure, Series};
use crate::chart::{ChartKind, Figure};
use crate::data::Dataset;
use crate::locale::{Locale, fill};
use crate::text::isolated;

/// What a chart measures.
pub fn title(kind: ChartKind, locale: Locale) -> &'static str {
    match kind {
        ChartKind::Attacks => locale.messages().attacks_title,
        ChartKind::Targets => locale.messages().targets_title,
        ChartKind::Proceeds => locale.messages().proceeds_title,
        ChartKind::Incidents => locale.messages().incidents_title,
        ChartKind::RunningTotal => locale.messages().running_total_title,
        ChartKind::Un2019 => locale.messages().un_2019_title,
    }
}

/// Where the figures come from.
pub fn source_line(dataset: &Dataset, locale: Locale) -> String {
    fill(locale.messages().source_line, &[("title", &isolated(&dataset.title)), ("day", &locale.day(dataset.as_of))])
}

/// What stands out in a chart.
pub fn sentence(figure: &Figure, dataset: &Dataset, locale: Locale) -> String {
    let series = &figure.series[0];
    let Some(years) = series.years else {
        // Only what is left out of all counts may be shown.
        return match figure.count() {
            0 => figure.nothing(locale).into(),
            n => locale.counted(n, locale.messages().incidents_left_out_only),
        };
    };
    let when = when(years, locale);
    match figure.kind {
        ChartKind::Attacks => attacks(series, &when, locale),
        ChartKind::Targets => targets(figure, &when, locale),
        ChartKind::Proceeds => {
            let gone = published::gone(figure, dataset, published::is_of_year, locale);
            proceeds(series, &when, locale) + gone
        }
        ChartKind::Incidents => incidents::sentence(series, &when, dataset, locale),
        ChartKind::RunningTotal => running_total::sentence(figure, dataset, locale),
        ChartKind::Un2019 => un_2019::sentence(figure, dataset, locale),
    }
}

fn when((first, last): (i32, i32), locale: Locale) -> String {
    span(&locale.year(first), &locale.year(last), locale)
}

/// From the first year or month to the last, after a verb.
pub(super) fn span(first: &str, last: &str, locale: Locale) -> String {
    if first == last {
        return fill(locale.messages().in_year, &[("year", first)]);
    }
    fill(locale.messages().from_to, &[("first", first), ("last", last)])
}

fn attacks(series: &Series, when: &str, locale: Locale) -> String {
    let messages = locale.messages();
    // The year with most is worth naming only if it is one year.
    let only = |most| series.by_year().iter().filter(|(_, count)| *count == most).count() == 1;
    let peak = match (largest(series.by_year().into_iter(), |(_, count)| f64::from(*count)), series.years) {
        (Some((year, most @ 2..)), Some((first, last))) if first < last && only(most) => {
            fill(messages.attacks_peak, &[("most", &locale.count(most)), ("year", &locale.year(year))])
        }
        _ => String::new(),
    };
    let official = match series.official.attacks {
        0 => messages.attacks_official_none.into(),
        n => locale.counted(n, messages.attacks_official),
    };
    let attacks = locale.counted(series.totals.attacks, messages.attacks);
    let counter = messages.counters[usize::from(series.filtered)];
    let values =
        [("counter", counter), ("attacks", &attacks), ("when", when), ("peak", &peak), ("official", &official)];
    fill(messages.attacks_sentence, &values)
}

fn targets(figure: &Figure, when: &str, locale: Locale) -> String {
    let (messages, measure) = (locale.messages(), figure.measure);
    let totals = figure.series[0].totals;
    if measure == Measure::Usd && totals.usd.best == 0.0 {
        return no_proceeds(&figure.series[0], when, locale);
    }
    let words = |datum: &Datum| match measure {
        Measure::Attacks => locale.count(datum.totals.attacks),
        Measure::Usd => locale.usd_in_sentence(datum.totals.usd.best),
    };
    let total = match measure {
        Measure::Attacks => locale.counted(totals.attacks, messages.attacks),
        Measure::Usd => locale.usd_in_sentence(totals.usd.best),
    };
    let country = figure.series[0].data.iter().find_map(|datum| match datum.key {
        Key::Country(Some(country)) if datum.value(measure) > 0.0 => Some((country, datum)),
        _ => None,
    });
    let Some((group, group_datum)) = figure.series[1].data.iter().find_map(|datum| match datum.key {
        Key::Group(group) => Some((group, datum)),
        _ => None,
    }) else {
        return figure.nothing(locale).into();
    };
    let template = match (measure, country.is_some()) {
        (Measure::Attacks, true) => messages.targets_sentence_attacks,
        (Measure::Attacks, false) => messages.targets_sentence_attacks_no_country,
        (Measure::Usd, true) => messages.targets_sentence_usd,
        (Measure::Usd, false) => messages.targets_sentence_usd_no_country,
    };
    // A lead that another shares is no lead to speak of without saying so.
    let tied = |series: &Series, leader: &Datum| {
        let named = |datum: &&Datum| !matches!(datum.key, Key::Country(None) | Key::MoreCountries(_));
        series.data.iter().filter(named).filter(|datum| datum.value(measure) == leader.value(measure)).count() > 1
    };
    let tie = tied(&figure.series[1], group_datum) || country.is_some_and(|(_, datum)| tied(&figure.series[0], datum));
    let tie = match measure {
        _ if !tie => "",
        Measure::Attacks => messages.targets_tie_attacks,
        Measure::Usd => messages.targets_tie_usd,
    };
    let (country_name, country_value) =
        country.map(|(country, datum)| (locale.country_in_sentence(country), words(datum))).unwrap_or_default();
    fill(
        template,
        &[
            ("total", &total),
            ("country", &country_name),
            ("country_value", &country_value),
            ("group", locale.group_in_sentence(group)),
            ("group_value", &words(group_datum)),
            ("tie", tie),
        ],
    )
}

fn proceeds(series: &Series, when: &str, locale: Locale) -> String {
    let messages = locale.messages();
    let usd = series.totals.usd;
    if usd.best == 0.0 {
        return no_proceeds(series, when, locale);
    }
    let range = if usd.low < usd.high {
        let (low, high) = (locale.usd_in_sentence(usd.low), locale.usd_in_sentence(usd.high));
        fill(messages.proceeds_range, &[("low", &low), ("high", &high)])
    } else {
        String::new()
    };
    let peak = largest(series.data.iter(), |datum| datum.totals.usd.best);
    // The year with most is worth naming only if it is one year.
    let alone = |best: f64| series.data.iter().filter(|datum| datum.totals.usd.best == best).count() == 1;
    let peak = match (peak, series.years) {
        (Some(datum), Some((first, last))) if first < last && alone(datum.totals.usd.best) => {
            let year = locale.year(datum.key.year().unwrap_or(first));
            fill(messages.proceeds_peak, &[("best", &locale.usd_in_sentence(datum.totals.usd.best)), ("year", &year)])
        }
        _ => String::new(),
    };
    let best = locale.usd_in_sentence(usd.best);
    let unknown = unknown(series, locale);
    let attacks = messages.counted_attacks[usize::from(series.filtered)];
    let values = [
        ("attacks", attacks),
        ("when", when),
        ("best", &best),
        ("range", &range),
        ("peak", &peak),
        ("unknown", &unknown),
    ];
    fill(messages.proceeds_sentence, &values)
}

pub(super) fn no_proceeds(series: &Series, when: &str, locale: Locale) -> String {
    let attacks = locale.counted(series.totals.attacks, locale.messages().attacks);
    let values = [("attacks", attacks.as_str()), ("when", when), ("unknown", &unknown(series, locale))];
    let none_known = series.totals.known == 0;
    let messages = locale.messages();
    fill(if none_known { messages.all_unknown_sentence } else { messages.no_proceeds_sentence }, &values)
}

pub(super) fn unknown(series: &Series, locale: Locale) -> String {
    match series.totals.unknown {
        0 => String::new(),
        n => locale.counted(n, locale.messages().proceeds_unknown),
    }
}

/// The first of the largest.
fn largest<T>(items: impl Iterator<Item = T>, size: impl Fn(&T) -> f64) -> Option<T> {
    items.reduce(|largest, next| if size(&next) > size(&largest) { next } else { largest })
}
