//! The words of `targets`.

use super::phrases::{no_proceeds, totals_columns, totals_rows};
use super::types::{Rows, Words};
use crate::aggregate::{Datum, Key, Measure, Series};
use crate::chart::Figure;
use crate::data::Dataset;
use crate::locale::{Locale, fill};

pub(super) const WORDS: Words = Words {
    title: |locale| locale.messages().targets_title,
    finding: |_, _, _| None,
    sentence,
    columns: |locale| totals_columns(locale.messages().column_target, locale),
    rows: Rows::All(|figure, _, locale| {
        totals_rows(&figure.series, &[locale.messages().by_country, locale.messages().by_group], locale)
    }),
};

fn sentence(figure: &Figure, when: &str, _: &Dataset, locale: Locale) -> String {
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
    // In case of a tie, the sentence mentions it.
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
