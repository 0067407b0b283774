//! Link previews: each chart with its title, sentence, source and licence as a PNG.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use anyhow::{Context, Result, anyhow, bail};
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
    usvg::{Options, Tree, fontdb::Database},
};

use super::{cache::Cache, dist::Dist, fonts, pictures};

/// Width and height in pixels that sites expect of previews.
pub const SIZE: (u32, u32) = (1200, 630);

/// Path of a chart's preview in `dist/`.
pub fn path(kind: ChartKind, locale: Locale) -> String {
    format!("static/{}.{}.png", kind.id(), locale.tag())
}

/// Makes a PNG of an SVG. Fonts load with the first picture that is not in the cache.
pub struct Press<'a> {
    tools: PathBuf,
    cache: &'a Cache,
    fonts: Mutex<Option<Arc<Database>>>,
}

impl<'a> Press<'a> {
    /// A press that loads no font yet.
    pub fn new(tools: PathBuf, cache: &'a Cache) -> Self {
        Self { tools, cache, fonts: Mutex::default() }
    }

    /// The PNG of an SVG, which is as large as a preview.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>> {
        self.cache.get_or("png", svg.as_bytes(), |_| {
            let options = Options { fontdb: self.fonts()?, font_family: fonts::FAMILY.into(), ..Options::default() };
            rasterize(svg, &options)
        })
    }

    fn fonts(&self) -> Result<Arc<Database>> {
        let mut fonts = self.fonts.lock().map_err(|_| anyhow!("a thread panicked"))?;
        let loaded = match fonts.take() {
            Some(loaded) => loaded,
            None => fonts::load(&self.tools)?,
        };
        Ok(fonts.insert(loaded).clone())
    }
}

/// Draws every chart in a language into `static/`.
pub fn add(press: &Press, dataset: &Dataset, locale: Locale, dist: &mut Dist) -> Result<()> {
    for kind in ChartKind::ALL.into_iter().filter(|kind| kind.has_data(dataset)) {
        dist.add(&path(kind, locale), press.png(&svg(kind, dataset, locale)?)?)?;
    }
    Ok(())
}

/// Drawn at the narrowest width whose height fits, so that text is as large as possible.
fn svg(kind: ChartKind, dataset: &Dataset, locale: Locale) -> Result<String> {
    let figure = pictures::figure(kind, dataset);
    let sentence = describe::sentence(&figure, dataset, locale);
    let source = describe::source_line(&figure, dataset, locale);
    let credit = locale.page().credit;
    let title = describe::heading(&figure, dataset, locale);
    let words = PosterWords { title: &title, lead: &[&sentence], foot: &[&source, credit] };
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
