//! Golden scenes and pictures of the fixture: every chart, language and width.
//!
//! After an intended change, update them with `INSTA_UPDATE=always cargo test --test golden`, and look at the SVG files
//! in the diff.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, filters, fixture, languages, scene, scene_with, views};
use heistogram::aggregate::Filter;
use heistogram::chart::{ChartKind, Figure};
use heistogram::describe;
use heistogram::locale::{ALL, Locale};
use heistogram::paint;
use heistogram::text::BuiltInMetrics;
use heistogram::theme::{DARK, LIGHT};

const WIDTHS: [f64; 4] = [320.0, 768.0, 1200.0, 1600.0];

/// Languages differ in the length of words only, so all but the first have just a narrow and a wide scene.
fn widths(locale: Locale) -> impl Iterator<Item = f64> {
    WIDTHS.into_iter().filter(move |width| locale == ALL[0] || [320.0, 1200.0].contains(width))
}

fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn scenes() {
    let dataset = fixture();
    settings().bind(|| {
        for (kind, measure) in views() {
            let figure = figure(kind, measure, &dataset);
            for locale in languages() {
                for width in widths(locale) {
                    let name = format!("{}-{}-{}-{width}", kind.id(), measure.id(), locale.tag());
                    insta::assert_snapshot!(name, scene(&figure, &dataset, width, locale).dump(kind.id()));
                }
            }
        }
    });
}

#[test]
fn selections() {
    let dataset = fixture();
    settings().bind(|| {
        for (name, filter) in filters().into_iter().take(3) {
            for (kind, measure) in views().filter(|(kind, _)| matches!(kind, ChartKind::Attacks | ChartKind::Targets)) {
                let figure = Figure::new(kind, &dataset, &filter, measure);
                for width in [320.0, 768.0] {
                    let scene = scene(&figure, &dataset, width, ALL[0]);
                    let name = format!("{}-{}-{name}-{width}", kind.id(), measure.id());
                    insta::assert_snapshot!(name, scene.dump(kind.id()));
                }
            }
        }
    });
}

#[test]
fn pictures() {
    let dataset = fixture();
    settings().bind(|| {
        for (kind, measure) in views() {
            let figure = figure(kind, measure, &dataset);
            for (appearance, theme, width) in
                [("light", &LIGHT, 320.0), ("light", &LIGHT, 768.0), ("dark", &DARK, 768.0)]
            {
                let scene = scene_with(&figure, &dataset, width, theme, ALL[0], &BuiltInMetrics);
                // insta takes everything after the first dot for the extension.
                let name = format!("{}-{}-{}-{width}-{appearance}.svg", kind.id(), measure.id(), ALL[0].tag());
                insta::assert_binary_snapshot!(&name, paint::svg(&scene).into_bytes());
            }
        }
    });
}

#[test]
fn words() {
    let dataset = fixture();
    settings().bind(|| {
        for (kind, measure) in views() {
            let figure = figure(kind, measure, &dataset);
            for locale in languages() {
                let name = format!("{}-{}-{}-words", kind.id(), measure.id(), locale.tag());
                insta::assert_snapshot!(name, words_of(&figure, &dataset, locale));
            }
        }
    });
}

/// The sentences of many selections in one file: every kind of sentence, to be proofread.
#[test]
fn sentences() {
    let dataset = fixture();
    let mut choices = filters();
    choices.insert(0, ("all", Filter::default()));
    settings().bind(|| {
        for locale in languages() {
            let mut lines = Vec::new();
            for (_, filter) in &choices {
                lines.push(["# ", &describe::selection(filter, &dataset, locale)].concat());
                for figure in describe::key_figures(&dataset, filter, locale) {
                    lines.push([figure.value, figure.label, figure.note].join(" | "));
                }
                for (kind, measure) in views() {
                    let figure = Figure::new(kind, &dataset, filter, measure);
                    lines.push(describe::sentence(&figure, &dataset, locale));
                }
            }
            insta::assert_snapshot!(format!("sentences-{}", locale.tag()), lines.join("\n"));
        }
    });
}

/// All words about a figure, as one text.
fn words_of(figure: &Figure, dataset: &heistogram::data::Dataset, locale: Locale) -> String {
    let mut lines = vec![
        describe::heading(figure, dataset, locale),
        describe::sentence(figure, dataset, locale),
        describe::source_line(figure, dataset, locale),
    ];
    let table = describe::table(figure, dataset, locale);
    lines.push(table.columns.iter().map(|column| column.text.as_str()).collect::<Vec<_>>().join(" | "));
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| cell.text.as_str());
        lines.push(std::iter::once(row.header.as_str()).chain(cells).collect::<Vec<_>>().join(" | "));
    }
    for (number, _) in figure.data() {
        let tooltip = describe::tooltip(figure, number, dataset, locale);
        lines.push(format!("{}: {}", tooltip.title, tooltip.lines.join(" · ")));
    }
    lines.push(String::new());
    lines.join("\n")
}
