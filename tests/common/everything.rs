//! Everything that can be made from a dataset, for tests with arbitrary input and for fuzzers.

use heistogram::aggregate::Measure;
use heistogram::chart::{ChartKind, Figure, LayoutContext, layout};
use heistogram::data::Dataset;
use heistogram::geometry::Point;
use heistogram::locale::{ALL, territory};
use heistogram::state::State;
use heistogram::text::BuiltInMetrics;
use heistogram::theme::LIGHT;
use heistogram::{describe, export, hit, paint};

/// The contents of the written files.
pub struct Files {
    pub svg: Vec<String>,
    pub csv: Vec<String>,
    pub json: Vec<String>,
}

/// Lays out, describes, hits, paints and exports every chart in every language, with a selection.
pub fn everything(dataset: &Dataset, query: &str, width: f64) -> Files {
    let filter = State::read(query).0.filter;
    let mut files = Files { svg: Vec::new(), csv: Vec::new(), json: Vec::new() };
    for locale in ALL.iter().copied() {
        describe::key_figures(dataset, &filter, locale);
        describe::selection(&filter, dataset, locale);
        for (kind, measure) in
            ChartKind::ALL.into_iter().flat_map(|kind| kind.measures().iter().map(move |one| (kind, *one)))
        {
            let figure = Figure::new(kind, dataset, &filter, measure);
            describe::source_line(&figure, dataset, locale);
            let context = LayoutContext {
                figure: &figure,
                dataset,
                width,
                plot_height: None,
                theme: &LIGHT,
                locale,
                text: &BuiltInMetrics,
            };
            let scene = layout(&context);
            files.svg.push(paint::svg(&scene));
            describe::sentence(&figure, dataset, locale);
            describe::controls(&figure, locale);
            describe::table(&figure, dataset, locale);
            for (number, _) in figure.data() {
                describe::tooltip(&figure, number, dataset, locale);
                describe::card(&figure, number, dataset, locale);
            }
            for at in 0..64 {
                let share = |part: usize| f64::from(u8::try_from(part).unwrap_or_default()) / 7.0;
                hit::hit_test(&scene, Point::new(share(at % 8) * scene.width, share(at / 8) * scene.height));
            }
            if locale == ALL[0] && measure == Measure::default() {
                let behind = export::incidents_of(&figure, dataset);
                files.csv.push(export::csv(dataset, &behind, territory::names(ALL[0])));
                files.json.push(export::json(dataset, &behind));
            }
        }
    }
    files
}
