//! The template context of the page.

pub mod changes;
mod cite;
mod claims;
mod estimators;
pub mod incident;
mod incidents;
mod said;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use heistogram::{
    aggregate::{Filter, Totals},
    chart::{Chapter, ChartKind},
    data::{Dataset, Incident, IncidentDetails, Read, Source},
    describe::{self, Table},
    locale::{self, Locale, fill},
};
use minijinja::{Value, context};

use super::{
    dist::Dist,
    embed, filters,
    loads::{self, Manifest},
    metadata, pictures, posters, site,
};
use crate::dataset::changes::Changes;

/// The context of `index.html` in one language, without `root` and `integrity`, which `site` adds.
///
/// | name | what |
/// |---|---|
/// | `lang` | BCP 47 tag of the language |
/// | `languages` | list of `lang`, `name` in that language, `path` of its page from the site and `og`, its name for previews, in the order of menus |
/// | `path` | that of this page |
/// | `signs` | `comma` and `separator` for lists, `colon` for labels, `stop` between sentences, `gap` after the end of one |
/// | `page` | every string of the page with its figures filled in |
/// | `as_of` | the date of this version, in words |
/// | `key_figures` | list of `value`, `label`, `note` |
/// | `filters` | `presets`, `years`, `first`, `last_month`, `months`, `month`, `span`, `evidence`, `groups`, `countries` |
/// | `charts` | list of charts, see `charts` |
/// | `json_ld` | structured data, see `metadata::json_ld` |
/// | `og_locale`, `licence` | the language for previews; address of the licence |
/// | `steps` | the steps of the story, see `steps::steps` |
/// | `denial_url` | a report of North Korea's denial |
/// | `claims` | what others claim, see `claims::claims` |
/// | `incidents`, `left_out` | incidents that count and those that do not, see `incidents::rows` |
/// | `disputed` | the mark of a disputed attribution |
/// | `estimators` | the totals of other sources, see `estimators::rows` |
/// | `sources`, `rejected` | as in the dataset, dates in words, texts as from `said` |
/// | `versions` | versions of the data, see `changes::versions` |
/// | `icon` | path of the icon from the site |
/// | `loads` | the files that `page` and `frame` load, as paths from the site, see `loads::Loads` |
/// | `incident_style` | path of the style sheet of incidents' pages |
/// | `print_style` | path of the style sheet of the printed page |
/// | `base_url` | base of absolute links, ends in a slash; empty if the build has none |
/// | `report_url` | address for reports of errors; empty if the build has none |
pub fn context(
    dataset: &Dataset,
    changes: &Changes,
    locale: Locale,
    manifest: &Manifest,
    base_url: &str,
    report_url: &str,
    charts: &[Value],
) -> Result<Value> {
    let figures = describe::key_figures(dataset, &Filter::default(), locale);
    let key_figures =
        figures.map(|figure| context! { value => figure.value, label => figure.label, note => figure.note });
    let messages = locale.messages();
    let details = dataset.details.as_ref();
    let said = |text: &str| said::said(text, dataset, locale);
    let source = |source: &Source| {
        context! {
            title => &source.title, publisher => said(&source.publisher), date => source.date.map(|date| locale.date(date)),
            url => &source.url, kind => source.kind.id(), via => &source.via, read => source.read.map(Read::id),
        }
    };
    let sources: Vec<Value> = works(dataset).into_iter().map(source).collect();
    let rejected = details.and_then(|details| details.rejected.as_ref()).map(|rejected| {
        let case =
            |case: &heistogram::data::RejectedCase| context! { what => said(&case.what), why => said(&case.why) };
        context! { rule => said(&rejected.rule), cases => rejected.cases.iter().map(case).collect::<Vec<_>>() }
    });
    // Shows the denial beside the accusation, with a report of it.
    let denial_url = details.and_then(|details| {
        let denial = details.claims.iter().find(|claim| claim.id == "denial")?;
        Some(details.sources.get(*denial.sources.first()?)?.url.as_str())
    });
    let language = |locale: &Locale| {
        let og = metadata::open_graph(*locale);
        context! { lang => locale.tag(), name => locale.page().language, path => site::folder(*locale), og }
    };
    let page = prose(dataset, locale);
    let poster = charts.first().map_or(Ok(Value::UNDEFINED), |chart| chart.get_attr("poster"))?.to_string();
    let words = [&page["headline"], &page["description"], &*poster];
    let loads = |page| anyhow::Ok(Value::from(manifest.loads(page, locale)?));
    // Draws nothing before its reader has chosen a file.
    let mut trying = manifest.loads(loads::TRY, locale)?;
    trying.later_fetched.append(&mut trying.fetched);
    Ok(context! {
        lang => locale.tag(),
        languages => locale::ALL.iter().map(language).collect::<Vec<_>>(),
        path => site::folder(locale),
        signs => context! { comma => messages.list_comma, separator => messages.list_separator, colon => locale.page().colon, stop => messages.stop, gap => if messages.stop.ends_with(' ') { " " } else { "" } },
        json_ld => metadata::json_ld::of_page(dataset, changes, words, locale, base_url),
        page => page,
        og_locale => metadata::open_graph(locale),
        licence => metadata::LICENCE,
        as_of => locale.day(dataset.as_of),
        key_figures => key_figures.to_vec(),
        filters => filters::context(dataset, locale),
        charts => charts,
        chapters => chapters(dataset, locale),
        steps => steps::steps(dataset, locale),
        denial_url => denial_url,
        claims => claims::claims(dataset, locale),
        incidents => incidents::rows(dataset, true, locale),
        left_out => incidents::rows(dataset, false, locale),
        disputed => messages.disputed,
        estimators => estimators::rows(dataset, locale),
        sources => sources,
        rejected => rejected,
        versions => changes::versions(changes, dataset, locale),
        icon => manifest.file(loads::ICON)?,
        loads => context! { page => loads(loads::PAGE)?, frame => loads(loads::FRAME)?, trying => Value::from(trying) },
        incident_style => manifest.file(loads::INCIDENT_STYLE)?,
        print_style => manifest.file(loads::PRINT_STYLE)?,
        base_url => base_url,
        report_url => report_url,
    })
}

/// Every chart that has data: `id`, `title`, its neutral `name`, `sentence`, `source`, `pictures`, `controls` and `table`.
/// `is_list` is whether the table has a row for each incident, `reserve` the height of a frame at any width, and
/// `frame_height` that of one as wide as `frame_width`, in CSS pixels; `heights` is what AMP reserves. Adds the static
/// pictures to `dist`.
pub fn charts(dataset: &Dataset, locale: Locale, dist: &mut Dist) -> Result<Vec<Value>> {
    let kinds = ChartKind::ALL.into_iter().filter(|kind| kind.has_data(dataset));
    kinds.map(|kind| chart(kind, dataset, locale, dist)).collect()
}

fn chart(kind: ChartKind, dataset: &Dataset, locale: Locale, dist: &mut Dist) -> Result<Value> {
    let figure = pictures::figure(kind, dataset);
    let pictures = pictures::add(dist, &figure, dataset, locale)?;
    let heights = embed::heights(&figure, dataset, locale, &pictures);
    Ok(context! {
        id => kind.id(),
        chapter => anchor(kind.chapter()),
        title => describe::heading(&figure, dataset, locale),
        name => describe::title(kind, locale),
        sentence => describe::sentence(&figure, dataset, locale),
        source => describe::source_line(&figure, dataset, locale),
        poster => posters::path(kind, locale),
        is_list => matches!(kind, ChartKind::Raids | ChartKind::Incidents),
        pictures => pictures.iter().map(picture).collect::<Vec<_>>(),
        controls => describe::controls(&figure, locale).iter().map(control).collect::<Vec<_>>(),
        table => table(describe::table(&figure, dataset, locale)),
        reserve => embed::reserve(&heights),
        frame_width => embed::FRAME_WIDTH,
        frame_height => embed::at(&heights, embed::FRAME_WIDTH),
        heights => embed::by_window(&heights),
    })
}

fn picture(picture: &pictures::Picture) -> Value {
    let place = |place: &pictures::Place| {
        context! { page => in_page(place.from), frame => embed::with_padding(place.from), height => place.height }
    };
    context! {
        theme => picture.theme, width => picture.width, height => picture.height, url => &picture.url,
        places => picture.places.iter().map(place).collect::<Vec<_>>(),
    }
}

/// Width of the window, in CSS pixels, at which charts have `room`: depends on the padding of `body` in page.css.
fn in_page(room: u32) -> u32 {
    match room {
        0 => 0,
        1..=368 => room + 32,
        369..=920 => (f64::from(room) / 0.92).ceil() as u32,
        _ => room + 80,
    }
}

fn control(control: &describe::Control) -> Value {
    let option = |option: &describe::ControlOption| context! { label => option.label, selected => option.selected };
    context! { label => control.label, options => control.options.iter().map(option).collect::<Vec<_>>() }
}

fn table(table: Table) -> Value {
    let columns: Vec<Value> =
        table.columns.into_iter().map(|column| context! { text => column.text, numeric => column.numeric }).collect();
    let rows: Vec<Value> = table
        .rows
        .into_iter()
        .map(|row| {
            let cells: Vec<String> = row.cells.into_iter().map(|cell| cell.text).collect();
            context! { header => row.header, cells => cells }
        })
        .collect();
    context! { caption => table.caption, columns => columns, rows => rows }
}

/// The texts of the page with computed figures, so that none is typed by hand.
fn prose(dataset: &Dataset, locale: Locale) -> BTreeMap<&'static str, String> {
    let figures = figures(dataset, locale);
    let figures: Vec<(&str, &str)> = figures.iter().map(|(name, figure)| (*name, figure.as_str())).collect();
    locale.page().entries().map(|(name, text)| (name, fill(text, &figures))).collect()
}

/// The works that the page cites; works for events and world totals are only in the files.
fn works(dataset: &Dataset) -> Vec<&Source> {
    let Some(details) = &dataset.details else { return Vec::new() };
    let incidents = details.incidents.iter().flat_map(IncidentDetails::cited);
    let estimates = details.estimates.iter().map(|estimate| estimate.source);
    let claims = details.claims.iter().flat_map(|claim| claim.sources.iter().copied());
    let cited: BTreeSet<usize> = incidents.chain(estimates).chain(claims).collect();
    cited.into_iter().map(|index| &details.sources[index]).collect()
}

fn figures(dataset: &Dataset, locale: Locale) -> Vec<(&'static str, String)> {
    let counted = || dataset.incidents.iter().filter(|incident| incident.counted);
    let number = |what: &dyn Fn(&&Incident) -> bool| locale.count(counted().filter(what).count() as u32);
    let totals = Totals::of(&dataset.incidents);
    let mut largest: Vec<f64> = counted().filter_map(|incident| incident.stolen_usd).map(|usd| usd.best).collect();
    largest.sort_by(|a, b| b.total_cmp(a));
    let largest_three: f64 = largest.iter().take(3).sum();
    let mut sum = 0.0;
    let half = largest.iter().take_while(|usd| {
        let before = sum;
        sum += **usd;
        before * 2.0 < totals.usd.best
    });
    let half = half.count();
    let one_list = one_list(dataset);
    let share = |part: f64| locale.percent(part / totals.usd.best.max(1.0));
    let first_year = counted().map(|incident| incident.date.year()).min().unwrap_or(dataset.as_of.year());
    let details = dataset.details.as_ref();
    let sources = works(dataset);
    let read = |how| locale.count(sources.iter().filter(|source| source.read == Some(how)).count() as u32);
    let rejected = details.and_then(|details| details.rejected.as_ref()).map_or(0, |rejected| rejected.cases.len());
    vec![
        ("as_of", locale.day(dataset.as_of)),
        ("first_year", locale.year(first_year)),
        ("attacks", locale.count(totals.attacks)),
        ("low", locale.usd_in_sentence(totals.usd.low)),
        ("best", locale.usd_in_sentence(totals.usd.best)),
        ("high", locale.usd_in_sentence(totals.usd.high)),
        ("unknown", locale.count(totals.unknown)),
        ("nothing_taken", locale.count(totals.nothing_taken)),
        ("disputed", number(&|incident| incident.disputed)),
        ("no_country", number(&|incident| incident.country.is_none())),
        ("half_thefts", locale.count(half as u32)),
        ("one_list", locale.usd_in_sentence(one_list)),
        ("one_list_share", share(one_list)),
        ("largest_three_share", share(largest_three)),
        ("left_out", locale.count(dataset.incidents.iter().filter(|incident| !incident.counted).count() as u32)),
        ("rejected", locale.count(rejected as u32)),
        ("sources", locale.count(sources.len() as u32)),
        ("read_original", read(Read::Original)),
        ("read_copy", read(Read::Copy)),
        ("read_quoted", read(Read::Quoted)),
    ]
}

/// Dollars taken in counted incidents that nobody but one researcher attributes: the one with the most of them.
fn one_list(dataset: &Dataset) -> f64 {
    let mut lists: BTreeMap<&str, f64> = BTreeMap::new();
    let details = dataset.details.iter().flat_map(|details| &details.incidents);
    for (incident, more) in dataset.incidents.iter().zip(details) {
        if let ([by], Some(usd), true) = (&more.attribution[..], incident.stolen_usd, incident.counted)
            && by.ends_with("researcher")
        {
            *lists.entry(by).or_default() += usd.best;
        }
    }
    lists.into_values().fold(0.0, f64::max)
}

/// The chapters that have charts: `id`, which is an anchor, and `title`.
fn chapters(dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let words = locale.page();
    let mut chapters: Vec<Chapter> =
        ChartKind::ALL.into_iter().filter(|kind| kind.has_data(dataset)).map(ChartKind::chapter).collect();
    chapters.dedup();
    let title = |chapter: &Chapter| match chapter {
        Chapter::HowMuch => words.chapter_how_much,
        Chapter::WhoWasHit => words.chapter_who,
        Chapter::WhoSaysSo => words.chapter_says_so,
        Chapter::WhoseCount => words.chapter_count,
    };
    chapters.iter().map(|chapter| context! { id => anchor(*chapter), title => title(chapter) }).collect()
}

fn anchor(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::HowMuch => "how-much",
        Chapter::WhoWasHit => "who-was-hit",
        Chapter::WhoSaysSo => "who-says-so",
        Chapter::WhoseCount => "whose-count",
    }
}

#[cfg(test)]
mod tests;
