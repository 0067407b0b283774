//! The files of the benchmark's pages: minified bundles, and the files of `dist/` for our page.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use heistogram::{
    chart::{ChartKind, LayoutContext, layout},
    locale, paint,
    scene::Scene,
    text::BuiltInMetrics,
    theme::{DARK, LIGHT, Theme},
};
use minijinja::{Value, context};

use super::{EMPTY, OURS, data, libraries};
use crate::{
    build::{
        cache::Cache,
        compress,
        dist::{Dist, files_in},
        esbuild::Esbuild,
        languages,
        loads::{Manifest, PAGE, When},
        pictures, svg,
        templates::Templates,
    },
    project::Project,
    step::step,
};

/// The three charts that every page draws.
const CHARTS: [ChartKind; 3] = [ChartKind::Attacks, ChartKind::Proceeds, ChartKind::Incidents];
const WIDTH: u32 = 720;
const TEMPLATE: &str = "page.html";

/// Writes `pages` to a folder.
pub fn write(project: &Project, pages: &[String], folder: &Path) -> Result<()> {
    let sources = project.root.join("xtask/bench");
    let mut site = Dist::default();
    let read = |name: &str| {
        let path = sources.join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let esbuild = Esbuild::ensure(&project.tools())?;
    for shared in ["data.js", "run.js", "shared.js", "drawn.js"] {
        site.add(shared, esbuild.minify(&read(shared)?, "js")?)?;
    }
    site.add("bench.css", esbuild.minify(&read("bench.css")?, "css")?)?;
    let templates = Templates::new([(TEMPLATE.to_owned(), read(TEMPLATE)?)])?;
    let figures = step("drawing the pictures of the benchmark", || figures(&mut site))?;
    for page in pages {
        let script = format!("{page}.js");
        site.add(
            &script,
            match libraries::packages(page) {
                [] => esbuild.minify(&read(&script)?, "js")?.into_bytes(),
                _ => libraries::bundle(project, &esbuild, &sources, page)?,
            },
        )?;
        let head = if page == OURS { add_ours(project, &mut site)? } else { String::new() };
        let content = |figure: &Figure| match page.as_str() {
            OURS => figure.ours.clone(),
            // Without content there would be no first paint to time.
            EMPTY => "empty".to_owned(),
            _ => String::new(),
        };
        let charts: Vec<Value> = figures
            .iter()
            .map(|figure| context! { id => figure.id, height => figure.height, content => safe(content(figure)) })
            .collect();
        let page_of = context! { name => page, script, head => safe(head), charts };
        site.add(&format!("{page}.html"), templates.render(TEMPLATE, page_of)?)?;
    }
    compress::add_compressed(&mut site, &Cache::open(&project.cache())?)?;
    fs::create_dir_all(folder.parent().unwrap_or(folder))?;
    site.replace(folder)
}

/// A chart as the template of a page takes it.
struct Figure {
    id: &'static str,
    /// In CSS pixels, of the chart.
    height: u32,
    /// Static content of our page.
    ours: String,
}

/// The charts with their static pictures, as the build puts them into pages.
fn figures(site: &mut Dist) -> Result<Vec<Figure>> {
    let dataset = data::dataset()?;
    let locale = locale::ALL[0];
    CHARTS
        .into_iter()
        .map(|kind| {
            let figure = pictures::figure(kind, &dataset);
            let scene = |theme: &Theme| -> Scene {
                let (text, width) = (&BuiltInMetrics, WIDTH.into());
                layout(&LayoutContext {
                    figure: &figure,
                    dataset: &dataset,
                    width,
                    plot_height: None,
                    theme,
                    locale,
                    text,
                })
            };
            let id = kind.id();
            let height = scene(&LIGHT).height.round() as u32;
            for (name, theme) in [("light", &LIGHT), ("dark", &DARK)] {
                site.add(
                    &format!("{id}.{name}.svg"),
                    svg::shrink(&paint::svg(&scene(theme)), locale.tag(), theme.ground)?,
                )?;
            }
            let ours = format!(
                "<heist-chart chart=\"{id}\"><picture>\
                 <source media=\"(prefers-color-scheme: dark)\" srcset=\"{id}.dark.svg\">\
                 <img src=\"{id}.light.svg\" width=\"{WIDTH}\" height=\"{height}\" alt=\"\"></picture></heist-chart>"
            );
            Ok(Figure { id, height, ours })
        })
        .collect()
}

/// Adds the files of `dist/` that our page loads; returns the markup for its head, as the build writes it.
fn add_ours(project: &Project, site: &mut Dist) -> Result<String> {
    let dist = project.dist();
    for (name, path) in files_in(&dist)? {
        let runs = [".js", ".wasm", ".json"].iter().any(|end| name.ends_with(end));
        if runs && !name.starts_with("v/") {
            site.add(&format!("dist/{name}"), fs::read(path)?)?;
        }
    }
    head(&Manifest::read(&project.manifest())?)
}

/// Markup for the head that loads the element with everything first needed except our data, and the names of what loads
/// later.
fn head(manifest: &Manifest) -> Result<String> {
    let loads = manifest.loads(PAGE, locale::ALL[0])?;
    let core = manifest.file(&languages::core(locale::ALL[0]))?;
    let preload = |rel: &str, path: &String| format!("<link {rel} crossorigin href=\"dist/{path}\">");
    let modules = loads.modules.iter().map(|path| preload("rel=\"modulepreload\"", path));
    let fetched = loads.fetched.iter().filter(|path| *path != core);
    let fetched = fetched.map(|path| preload("rel=\"preload\" as=\"fetch\"", path));
    let scripts = manifest.scripts_of(PAGE, locale::ALL[0])?.into_iter();
    let is_style = |path: &str| manifest.scripts.get(path).is_some_and(|script| script.is_style);
    let later = scripts.filter(|(path, when)| *when != When::First || is_style(path)).map(|(path, _)| path);
    let later: Vec<&str> = later.chain(loads.later_fetched.iter().map(String::as_str)).collect();
    Ok(format!(
        "<meta name=\"later\" content=\"{}\">{}<script type=\"module\" crossorigin src=\"dist/heistogram.js\"></script>",
        later.join(" "),
        modules.chain(fetched).collect::<String>(),
    ))
}

pub fn safe(html: String) -> Value {
    Value::from_safe_string(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_preloads_code_and_not_our_data() {
        let head = head(&Manifest::for_tests()).unwrap();
        assert!(
            head.contains("<link rel=\"modulepreload\" crossorigin href=\"dist/generated/heistogram_en.js\">"),
            "{head}"
        );
        assert!(head.contains("as=\"fetch\" crossorigin href=\"dist/heistogram_en_charts.wasm\">"), "{head}");
        assert!(head.contains(" heistogram_en_words.wasm") && !head.contains("data/core."), "{head}");
    }
}
