//! The tooltip of a datum.

use super::phrases::{datum_title, disputed_line, evidence_line, largest_line, part_year_line, totals_lines};
use super::types::Tooltip;
use super::{evidence, incidents, methods, published, running_total, share, un_2019};
use crate::aggregate::Key;
use crate::chart::Figure;
use crate::data::Dataset;
use crate::locale::{Locale, fill};
use crate::scene::DatumRef;

/// The figures of a datum in words; empty if the figure has no datum of this number.
pub fn tooltip(figure: &Figure, number: DatumRef, dataset: &Dataset, locale: Locale) -> Tooltip {
    let Some(datum) = &figure.datum(number, dataset) else { return Tooltip::default() };
    match datum.key {
        Key::Incident(_) => return incidents::tooltip(datum, dataset, locale),
        Key::UpTo(..) => return running_total::tooltip(figure, datum, dataset, locale),
        Key::Share(index) => return share::tooltip(index, dataset, locale),
        Key::Estimate(index) => return published::tooltip(index, dataset, locale),
        Key::UnRow(_) => return un_2019::tooltip(datum, dataset, locale),
        Key::YearEvidence(..) => return evidence::tooltip(figure, datum, dataset, locale),
        Key::Attributed(index) => return evidence::attributed(index, dataset, locale),
        Key::Recovered(_) => return methods::recovered(datum, dataset, locale),
        Key::Year(_)
        | Key::YearGroup(..)
        | Key::Country(_)
        | Key::MoreCountries(_)
        | Key::Group(_)
        | Key::Method(_) => {}
    }
    let mut lines = totals_lines(&datum.totals, locale);
    if let Key::Country(_) | Key::MoreCountries(_) | Key::Group(_) = datum.key
        && let Some(index) = figure.largest(datum.key, dataset)
    {
        lines.push(largest_line(&dataset.incidents[index], locale));
    }
    lines.push(evidence_line(datum, dataset, locale));
    lines.extend(disputed_line(datum, locale));
    lines.extend(datum.key.year().and_then(|year| part_year_line(figure, year, locale)));
    if let Key::Year(year) = datum.key {
        lines.extend(published::of_year(figure, year, dataset, locale));
    }
    if let Key::Method(_) = datum.key {
        let years = methods::by_year(figure, datum, dataset, locale);
        lines.push(fill(locale.messages().by_year, &[("years", &years)]));
    }
    Tooltip { title: datum_title(datum.key, dataset, locale), lines }
}
