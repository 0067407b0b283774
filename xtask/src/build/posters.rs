//! Link previews: each chart with its title, sentence, source and licence as a PNG.

use anyhow::{Context, Result, bail};
use heistogram::{
    chart::{ChartKind, LayoutContext, PosterWords, poster},
    data::Dataset,
    describe,
    locale::Locale,
    paint,
    text::BuiltInMetrics,
    theme::LIGHT,
};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use super::{cache::Cache, dist::Dist, fonts, pictures};
use crate::{project::Project, step::step};

/// Width and height in pixels that sites expect of previews.
pub const SIZE: (u32, u32) = (1200, 630);

/// Path of a chart's preview in `dist/`.
pub fn path(kind: ChartKind, locale: Locale) -> String {
    format!("static/{}.{}.png", kind.id(), locale.tag())
}

/// Draws every chart in a language into `static/`.
pub fn add(project: &Project, cache: &Cache, dataset: &Dataset, locale: Locale, dist: &mut Dist) -> Result<()> {
    let mut fonts = None;
    for kind in ChartKind::ALL.into_iter().filter(|kind| kind.has_data(dataset)) {
        let svg = svg(kind, dataset, locale)?;
        let png = cache.get_or("png", svg.as_bytes(), |_| {
            let fonts = match &fonts {
                Some(fonts) => fonts,
                None => fonts.insert(fonts::load(&project.tools())?),
            };
            let options = Options { fontdb: fonts.clone(), font_family: fonts::FAMILY.into(), ..Options::default() };
            step(&format!("drawing {}", path(kind, locale)), || rasterize(&svg, &options))
        })?;
        dist.add(&path(kind, locale), png)?;
    }
    Ok(())
}

/// Drawn at the narrowest width whose height fits, so that text is as large as possible.
fn svg(kind: ChartKind, dataset: &Dataset, locale: Locale) -> Result<String> {
    let figure = pictures::figure(kind, dataset);
    let sentence = describe::sentence(&figure, dataset, locale);
    let source = describe::source_line(dataset, locale);
    let credit = locale.page().credit;
    let words = PosterWords { title: describe::title(kind, locale), lead: &[&sentence], foot: &[&source, credit] };
    for width in (720..=1800).step_by(20) {
        let width = f64::from(width);
        let height = width * f64::from(SIZE.1) / f64::from(SIZE.0);
        let context = LayoutContext {
            figure: &figure,
            dataset,
            width,
            plot_height: None,
            theme: &LIGHT,
            locale,
            text: &BuiltInMetrics,
        };
        let scene = poster(&context.figure.kind.recipe(), &context, &words, Some(height));
        if scene.height <= height {
            return Ok(paint::enlarged_svg(&scene, f64::from(SIZE.0) / width));
        }
    }
    bail!("{} is too high for a preview", kind.id())
}

fn rasterize(svg: &str, options: &Options) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, options)?;
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).context("cannot allocate a picture")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}
