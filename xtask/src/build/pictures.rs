//! The static pictures: every chart in every language, width and theme, as SVG from the scene that the canvas draws.

use anyhow::Result;
use heistogram::{
    aggregate::Filter,
    chart::{BREAKPOINTS, ChartKind, Figure, LayoutContext, layout},
    data::Dataset,
    locale::Locale,
    paint,
    scene::Scene,
    text::BuiltInMetrics,
    theme::{DARK, LIGHT, Theme},
};

use super::{dist::Dist, svg};

/// Widths in CSS pixels, smallest first.
const WIDTHS: [u32; 3] = [360, 720, 1200];
const APPEARANCES: [(&str, &Theme); 2] = [("light", &LIGHT), ("dark", &DARK)];

/// Width of the narrowest chart supported.
const NARROWEST: u32 = 280;

/// Ranges of widths, each with the picture shown there. Heights of a chart hardly differ within a range.
const RANGES: [(u32, u32); 10] = [
    (0, 360),
    (312, 360),
    (352, 360),
    (392, 360),
    (432, 360),
    (BREAKPOINTS[0] as u32, 720),
    (576, 720),
    (BREAKPOINTS[1] as u32, 720),
    (760, 720),
    (BREAKPOINTS[2] as u32, 1200),
];

/// A picture and its size in CSS pixels.
pub struct Picture {
    /// `light` or `dark`.
    pub theme: &'static str,
    pub width: u32,
    pub height: u32,
    /// Path from the page.
    pub url: String,
    /// Ranges in which it is shown, widest first.
    pub places: Vec<Place>,
}

/// A range of chart widths.
pub struct Place {
    /// Lower end of the range, in CSS pixels.
    pub from: u32,
    /// Greatest height of the live chart in the range: a page that reserves it does not shift when the chart loads.
    pub height: u32,
}

/// The figures of a chart before a reader sets any filter.
pub fn figure(kind: ChartKind, dataset: &Dataset) -> Figure {
    Figure::new(kind, dataset, &Filter::default(), kind.measures()[0])
}

/// Draws a chart in every width and theme into `static/`.
pub fn add(dist: &mut Dist, figure: &Figure, dataset: &Dataset, locale: Locale) -> Result<Vec<Picture>> {
    let scene = |width: u32, theme: &Theme| -> Scene {
        layout(&LayoutContext {
            figure,
            dataset,
            width: width.into(),
            plot_height: None,
            theme,
            locale,
            text: &BuiltInMetrics,
        })
    };
    let mut pictures = Vec::new();
    for (name, theme) in APPEARANCES {
        for width in WIDTHS {
            let scene = scene(width, theme);
            let url = format!("static/{}.{}.{width}.{name}.svg", figure.kind.id(), locale.tag());
            dist.add(&url, svg::shrink(&paint::svg(&scene), locale.tag(), theme.ground)?)?;
            let height = scene.height.round() as u32;
            pictures.push(Picture { theme: name, width, height, url, places: Vec::new() });
        }
    }
    for (at, (from, shown)) in RANGES.iter().enumerate().rev() {
        let to = RANGES.get(at + 1).map_or(WIDTHS[2] + 1, |(next, _)| *next);
        // Heights jump where text wraps, so single widths would not do; steps of 4 pixels do.
        let heights = (*from.max(&NARROWEST)..to).step_by(4).map(|width| scene(width, &LIGHT).height.round() as u32);
        let height = heights.max().unwrap_or_default();
        for picture in pictures.iter_mut().filter(|picture| picture.width == *shown) {
            picture.places.push(Place { from: *from, height });
        }
    }
    Ok(pictures)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::data;

    #[test]
    fn a_place_is_as_high_as_its_chart_and_little_higher() {
        let dataset = data::parse(include_str!("../../../www/data/dataset.json")).unwrap();
        for kind in ChartKind::ALL {
            let figure = figure(kind, &dataset);
            let pictures = add(&mut Dist::default(), &figure, &dataset, heistogram::locale::ALL[0]).unwrap();
            let mut places: Vec<&Place> = pictures[..3].iter().flat_map(|picture| &picture.places).collect();
            places.sort_by_key(|place| place.from);
            for width in [288, 320, 358, 375, 418, 442, 530, 600, 706, 800, 1040, 1120] {
                let place = places.iter().rfind(|place| place.from <= width).unwrap();
                let text = &BuiltInMetrics;
                let locale = heistogram::locale::ALL[0];
                let (width, theme, dataset, figure) = (width.into(), &LIGHT, &dataset, &figure);
                let context = LayoutContext { figure, dataset, width, plot_height: None, theme, locale, text };
                let height = layout(&context).height;
                let place = f64::from(place.height);
                assert!((-0.5..75.0).contains(&(place - height)), "{kind:?}, {width} px: {place} for {height}");
            }
        }
    }
}
