//! The words of `un-2019`.

use super::phrases;
use super::types::{Column, Row, Rows, Tooltip, Words};
use crate::aggregate::{Datum, Key, UnReport};
use crate::chart::Figure;
use crate::data::{Dataset, Incident, UnKind, UnRow};
use crate::locale::{Locale, fill};
use crate::text::isolated;

pub(super) const WORDS: Words =
    Words { title: |locale| locale.messages().un_2019_title, finding, sentence, columns, rows: Rows::All(rows) };

/// That most of the money was attempted, if it was.
fn finding(figure: &Figure, dataset: &Dataset, locale: Locale) -> Option<String> {
    let report = UnReport::of(&figure.series[0], dataset);
    let (sum, attempted) = (report.sum(), report.printed[UnKind::Attempted as usize]);
    let words = locale.usd_part_in_sentence(sum, sum);
    (attempted * 2.0 > sum).then(|| fill(locale.messages().un_finding, &[("sum", &words)]))
}

fn sentence(figure: &Figure, _: &str, dataset: &Dataset, locale: Locale) -> String {
    let messages = locale.messages();
    let series = &figure.series[0];
    let report = UnReport::of(series, dataset);
    let subject = if series.filtered { messages.un_selected_rows_print } else { messages.un_rows_print };
    let rows_print = locale.counted(report.all_rows(), subject);
    let sum = report.sum();
    if sum == 0.0 {
        return fill(messages.un_sentence_no_amount, &[("rows_print", &rows_print)]);
    }
    let optional = |n, plural| if n == 0 { String::new() } else { locale.counted(n, plural) };
    let taken = report.printed[UnKind::Taken as usize];
    // Whether a total counts attempts is in question only if it exceeds the sum of money taken.
    let headline = report.headline.map(|index| dataset.estimates[index].stolen_usd.best).filter(|usd| *usd > taken);
    let reading = headline.map(|usd| fill(messages.un_reading, &[("amount", &locale.usd_in_sentence(usd))]));
    let values = [
        ("rows_print", rows_print.as_str()),
        ("sum", &locale.usd_part_in_sentence(sum, sum)),
        ("repeated", &optional(report.repeated, messages.un_sentence_repeated)),
        ("attempted", &locale.usd_part_in_sentence(report.printed[UnKind::Attempted as usize], sum)),
        ("taken", &locale.usd_in_sentence(taken)),
        ("without_amount", &optional(report.without_amount, messages.un_sentence_without_amount)),
        ("reading", &reading.unwrap_or_default()),
    ];
    fill(messages.un_sentence, &values)
}

fn columns(_: &Dataset, locale: Locale) -> Vec<Column> {
    let messages = locale.messages();
    phrases::columns(&[
        (messages.column_un_row, false),
        (messages.column_country, false),
        (messages.column_wording, false),
        (messages.column_printed, true),
        (messages.column_best, true),
        (messages.column_low, true),
        (messages.column_high, true),
        (messages.column_listed, false),
        (messages.column_counts, false),
    ])
}

fn rows(figure: &Figure, dataset: &Dataset, locale: Locale) -> Vec<Row> {
    let messages = locale.messages();
    let mut rows = Vec::new();
    for (number, datum) in figure.data() {
        let Some((incident, row)) = row_of(datum, dataset) else { continue };
        let [best, low, high] = match incident.stolen_usd {
            None => [(); 3].map(|()| messages.not_known.into()),
            Some(usd) => [usd.best, usd.low, usd.high].map(|amount| locale.usd(amount)),
        };
        let texts = vec![
            locale.country(incident.country).into(),
            wording(row, locale),
            printed(row, Locale::usd, locale),
            best,
            low,
            high,
            messages.no_yes[usize::from(row.in_press_country_list)].into(),
            messages.no_yes[usize::from(row.counts)].into(),
        ];
        rows.push(phrases::row(title(incident, row, locale), number, texts));
    }
    rows
}

pub(super) fn tooltip(datum: &Datum, dataset: &Dataset, locale: Locale) -> Tooltip {
    let messages = locale.messages();
    let Some((incident, row)) = row_of(datum, dataset) else { return Tooltip::default() };
    let taken = |amount: &str| fill(messages.taken, &[("amount", amount)]);
    let mut lines = vec![fill(messages.un_entry, &[("row", &row.row)])];
    lines.push(fill(messages.un_printed, &[("amount", &printed(row, Locale::usd_brief, locale))]));
    // If a row has neither amount nor wording, the line above is enough.
    if row.printed().is_some() || row.wording.is_some() {
        lines.push(wording(row, locale));
    }
    lines.extend([
        match &incident.stolen_usd {
            None => taken(messages.not_known),
            Some(usd) if usd.high == 0.0 => messages.nothing_taken.into(),
            Some(usd) => taken(&locale.usd_range(usd)),
        },
        match (incident.country, row.in_press_country_list) {
            (None, _) => messages.no_country.into(),
            (country, listed) => {
                let template = if listed { messages.un_listed } else { messages.un_not_listed };
                fill(template, &[("country", locale.country(country))])
            }
        },
    ]);
    for (holds, words) in [(!row.counts, messages.un_printed_twice), (incident.disputed, messages.disputed)] {
        if holds {
            lines.push(words.into());
        }
    }
    Tooltip { title: locale.called_in_full(incident), lines }
}

fn row_of<'a>(datum: &Datum, dataset: &'a Dataset) -> Option<(&'a Incident, &'a UnRow)> {
    let Key::UnRow(index) = datum.key else { return None };
    let incident = dataset.incidents.get(index)?;
    Some((incident, incident.un2019()?))
}

fn title(incident: &Incident, row: &UnRow, locale: Locale) -> String {
    fill(locale.messages().un_row, &[("row", &row.row), ("victim", &isolated(&locale.called_in_full(incident)))])
}

fn printed(row: &UnRow, words: fn(&Locale, f64) -> String, locale: Locale) -> String {
    row.printed().map_or(locale.messages().un_no_amount.into(), |amount| words(&locale, amount))
}

/// The kind of a row, with the report's wording if there is one.
fn wording(row: &UnRow, locale: Locale) -> String {
    let kind = locale.messages().un_kinds[row.kind as usize];
    match &row.wording {
        Some(wording) => fill(locale.messages().un_wording, &[("kind", kind), ("wording", wording)]),
        None => kind.into(),
    }
}
