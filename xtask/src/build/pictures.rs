//! The static pictures: every chart in every language, width and appearance, as SVG from the scene the canvas draws.

use anyhow::Result;
use heistogram::{
    aggregate::Filter,
    chart::{ChartKind, Figure, LayoutContext, layout},
    data::Dataset,
    locale::Locale,
    paint,
    text::BuiltInMetrics,
    theme::{DARK, LIGHT, Theme},
};

use super::dist::Dist;

/// Widths in CSS pixels, smallest first.
const WIDTHS: [u32; 3] = [360, 720, 1200];
const APPEARANCES: [(&str, &Theme); 2] = [("light", &LIGHT), ("dark", &DARK)];

/// A picture and its size in CSS pixels.
pub struct Picture {
    /// `light` or `dark`.
    pub theme: &'static str,
    pub width: u32,
    pub height: u32,
    /// Path from the page.
    pub url: String,
}

/// The figures of a chart as they stand before a reader chooses anything.
pub fn figure(kind: ChartKind, dataset: &Dataset) -> Figure {
    Figure::new(kind, dataset, &Filter::default(), kind.measures()[0])
}

/// Draws a chart in every width and appearance into `static/`.
pub fn add(dist: &mut Dist, figure: &Figure, dataset: &Dataset, locale: Locale) -> Result<Vec<Picture>> {
    let mut pictures = Vec::new();
    for (name, theme) in APPEARANCES {
        for width in WIDTHS {
            let context = LayoutContext { figure, dataset, width: width.into(), theme, locale, text: &BuiltInMetrics };
            let scene = layout(&context);
            let url = format!("static/{}.{}.{width}.{name}.svg", figure.kind.id(), locale.tag());
            dist.add(&url, paint::svg(&scene))?;
            pictures.push(Picture { theme: name, width, height: scene.height.round() as u32, url });
        }
    }
    Ok(pictures)
}
