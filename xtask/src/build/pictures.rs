//! The static pictures: every chart in every language, width and appearance, as SVG from the scene the canvas draws.

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

/// The narrowest room a chart is made for.
const NARROWEST: u32 = 280;

/// From how much room on which picture is shown. Within each of these ranges charts are nearly equally high.
const RANGES: [(u32, u32); 6] = [
    (0, 360),
    (368, 360),
    (BREAKPOINTS[0] as u32, 720),
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
    /// Where it is shown, widest first.
    pub places: Vec<Place>,
}

/// A range of widths that a page may have for a chart.
pub struct Place {
    /// From this width on, in CSS pixels.
    pub from: u32,
    /// As high as the live chart can be within the range: a page that keeps this height does not move when it comes.
    pub height: u32,
}

/// The figures of a chart as they stand before a reader chooses anything.
pub fn figure(kind: ChartKind, dataset: &Dataset) -> Figure {
    Figure::new(kind, dataset, &Filter::default(), kind.measures()[0])
}

/// Draws a chart in every width and appearance into `static/`.
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
        // Wrapping changes heights at some width or other, and not back within a few.
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
            for width in [288, 320, 375, 442, 530, 706, 800, 1040, 1120] {
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
