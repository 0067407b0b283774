//! Bars of totals: the selected part with its evidence, and what is not selected.

use super::bars::Bar;
use crate::aggregate::{Datum, Measure, Totals, totals_beside};
use crate::chart::context::LayoutContext;
use crate::locale::fill;
use crate::scene::{DatumRef, Fill};
use crate::theme::Color;

/// The name of a bar, and how it looks.
pub(in crate::chart) struct Label {
    pub words: String,
    /// Colour of the bar.
    pub color: Color,
    /// Whether it is a remainder, apart from the ranking.
    pub apart: bool,
}

/// The bar of a datum of the series with this index, beside what is not selected of it.
pub(in crate::chart) fn chosen(
    context: &LayoutContext,
    index: usize,
    number: DatumRef,
    datum: &Datum,
    label: Label,
) -> Bar {
    let (figure, measure) = (context.figure, context.figure.measure);
    let (usd, official) = (datum.totals.usd, datum.official_value(measure));
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
    let Label { words: label, color, apart } = label;
    Bar {
        number: Some(number),
        label,
        named: None,
        label_color: if apart { context.theme.muted } else { context.theme.ink },
        apart,
        parts: vec![(official, Fill::Solid(color)), (datum.value(measure) - official, context.hatched(color))],
        rest: all.map_or(0.0, |all| all.value(measure)),
        interval: (measure == Measure::Usd && usd.low < usd.high).then_some((usd.low, usd.high)),
        words,
        short_words,
    }
}

/// The faded bar of a datum of which nothing is selected.
pub(in crate::chart) fn rest(context: &LayoutContext, datum: &Datum, label: Label) -> Bar {
    Bar {
        number: None,
        label: label.words,
        named: None,
        label_color: context.theme.muted,
        apart: label.apart,
        parts: Vec::new(),
        rest: datum.value(context.figure.measure),
        interval: None,
        words: String::new(),
        short_words: String::new(),
    }
}

/// The note below bars on amounts that are unknown; `None` if there are none, or if the bars count attacks.
pub(in crate::chart) fn unknown_note(context: &LayoutContext, totals: &Totals) -> Option<String> {
    let has_unknown = context.figure.measure == Measure::Usd && totals.unknown > 0;
    has_unknown.then(|| context.locale.counted(totals.unknown, context.locale.messages().unknown_among))
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
