//! What a browser shows, computed here: the same layout, with the widths that the browser gives to text.

use std::cell::RefCell;
use std::collections::HashMap;

use anyhow::{Context, Result};
use heistogram::aggregate::{Filter, Measure};
use heistogram::chart::{ChartKind, Figure, LayoutContext, layout};
use heistogram::data::Dataset;
use heistogram::locale;
use heistogram::scene::Scene;
use heistogram::text::{BuiltInMetrics, MeasureText, Weight};
use heistogram::theme::{FONT_FAMILY, Theme};
use heistogram_browser_tests::{Chart, Session};
use serde_json::json;

/// Widths by font and text. Unknown ones are measured later.
#[derive(Default)]
struct BrowserWidths {
    known: HashMap<(String, String), f64>,
    missing: RefCell<Vec<(String, String)>>,
}

impl MeasureText for BrowserWidths {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let name = if weight == Weight::Bold { "bold" } else { "normal" };
        let key = (format!("{name} {size}px {FONT_FAMILY}"), text.to_owned());
        let measured = self.known.get(&key).copied().unwrap_or_else(|| {
            self.missing.borrow_mut().push(key);
            0.0
        });
        measured.max(BuiltInMetrics.width(text, size, weight))
    }
}

/// The charts with a table of their own in the static page. For the others, a link leads to the table of all incidents.
pub fn with_table() -> impl Iterator<Item = ChartKind> {
    ChartKind::ALL.into_iter().filter(|kind| !matches!(kind, ChartKind::Raids | ChartKind::Incidents))
}

pub fn figure(kind: ChartKind, dataset: &Dataset) -> Figure {
    figure_by(kind, dataset, kind.measures()[0])
}

pub fn figure_by(kind: ChartKind, dataset: &Dataset, measure: Measure) -> Figure {
    Figure::new(kind, dataset, &Filter::default(), measure)
}

/// The scene on a chart's canvas at its current width.
pub async fn scene(session: &Session, figure: &Figure, dataset: &Dataset, theme: &Theme) -> Result<Scene> {
    let width = Chart::new(session, figure.kind.id()).rect("[part=ruler]").await?.width;
    let mut widths = BrowserWidths::default();
    loop {
        let scene = layout(&LayoutContext {
            figure,
            dataset,
            width,
            plot_height: None,
            theme,
            locale: locale::ALL[0],
            text: &widths,
        });
        let missing = widths.missing.take();
        if missing.is_empty() {
            return Ok(scene);
        }
        let measure = "const context = document.createElement('canvas').getContext('2d');
            return arguments[0].map(([font, text]) => { context.font = font; return context.measureText(text).width })";
        let measured = session.eval(measure, [json!(missing)]).await?;
        let measured = measured.as_array().context("nothing was measured")?;
        let measured = measured.iter().map(|width| width.as_f64().unwrap_or_default());
        widths.known.extend(missing.into_iter().zip(measured));
    }
}
