//! Claims of others, each with what the data shows.

use heistogram::{
    chart::ChartKind,
    data::{Claim, Dataset, Period, ShownIn},
    describe,
    locale::{Locale, fill},
};
use minijinja::{Value, context};

use super::{
    cite,
    said::{said, text},
};

/// The dataset's claims in its own order, so that a denial follows the accusations.
///
/// | name | what |
/// |---|---|
/// | `id`, `what`, `compare` | as in the dataset, the last two as from `said` |
/// | `figure` | the figure with its unit and its qualifier |
/// | `said`, `period`, `countries` | source and date, the period concerned, the countries listed, in words |
/// | `sources` | list of `url`, `text`, `locator` |
/// | `shown_in` | `chart` and `state` of the picture that shows it and the `text` of a link to it, or nothing |
pub fn claims(dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let claims = dataset.details.as_ref().map_or(&[][..], |details| &details.claims);
    claims.iter().map(|claim| context(claim, dataset, locale)).collect()
}

fn context(claim: &Claim, dataset: &Dataset, locale: Locale) -> Value {
    let words = locale.page();
    let said = |text: &str| said(text, dataset, locale);
    let countries: Vec<&str> = claim.countries.iter().map(|country| locale.country(Some(*country))).collect();
    context! {
        id => &claim.id,
        what => said(&claim.what),
        said => fill(words.claim_said, &[("who", &text(&claim.said_by, dataset)), ("date", &locale.date(claim.said_on))]),
        figure => claim.value.map(|value| {
            qualified(claim.qualifier.as_deref(), &figure(value, claim.unit.as_deref(), locale), locale)
        }),
        period => claim.period.map(|time| fill(words.claim_period, &[("period", &period(time, locale))])),
        countries => (!countries.is_empty())
            .then(|| fill(words.claim_countries, &[("countries", &countries.join(locale.messages().list_comma))])),
        compare => claim.compare.as_deref().map(said),
        sources => claim.sources.iter().filter_map(|at| cite::link(*at, None, dataset, locale)).collect::<Vec<_>>(),
        shown_in => claim.shown_in.as_ref().and_then(|shown_in| picture(shown_in, locale)),
    }
}

/// An amount with the qualifier of its report, if it has one.
pub fn qualified(qualifier: Option<&str>, amount: &str, locale: Locale) -> String {
    qualifier.map_or(amount.to_owned(), |qualifier| locale.qualified(qualifier, amount))
}

/// A figure with its unit. A unit without a translation stays as in the dataset.
fn figure(value: f64, unit: Option<&str>, locale: Locale) -> String {
    let plural = match unit {
        Some("usd") => return locale.usd_short(value),
        Some("incidents") => locale.messages().attacks,
        Some("countries") => &locale.page().countries,
        Some("people") => &locale.page().people,
        _ => return [locale.decimal(value, 0).as_str(), unit.unwrap_or_default()].join(" ").trim_end().to_owned(),
    };
    locale.counted(value.round() as u32, plural)
}

/// A period in the precision of the dataset.
pub fn period(period: Period, locale: Locale) -> String {
    let (from, to) = (locale.date(period.from), locale.date(period.to));
    if from == to { from } else { fill(locale.page().span, &[("from", &from), ("to", &to)]) }
}

/// The link to a chart; nothing if the chart does not exist.
fn picture(shown_in: &ShownIn, locale: Locale) -> Option<Value> {
    let kind = ChartKind::from_id(&shown_in.chart)?;
    let text = fill(locale.page().claim_shown, &[("chart", describe::title(kind, locale))]);
    Some(context! { chart => kind.id(), state => &shown_in.state, text => text })
}
