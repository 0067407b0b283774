//! The real page: `dist/` and articles with a chart in real Chromium, as on a phone and on a desktop.
//!
//! Articles are in `xtask/bench/real/`; `tests/browser/examples/real/` loads and times them.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use anyhow::{Context, Result};
use heistogram::{
    aggregate::Key,
    chart::ChartKind,
    data::{Dataset, Group},
    describe, locale,
    theme::{Color, LIGHT},
};
use minijinja::context;
use serde_json::{Value, json};

use super::{drive, folder, libraries, report::median, site::safe, write};
use crate::{
    build::{
        self,
        cache::Cache,
        compress, data,
        dist::{Dist, files_in},
        esbuild::Esbuild,
        pictures,
        templates::Templates,
    },
    project::Project,
};

/// The page without scripts, and the article without a chart.
const STATIC: &str = "static";
const PLAIN: &str = "plain";
const PAGE: &str = "page";
const FRAME: &str = "frame";
/// The article with the code to paste.
const ARTICLE: &str = "article";
/// Articles with a chart that others draw in a frame.
const OTHERS: [&str; 3] = ["bare", "chartjs", "echarts"];

/// Every page in the order of the table: its name, its words, and the page that it is compared with.
const PAGES: [(&str, &str, Option<&str>); 8] = [
    (STATIC, "page, no scripts", None),
    (PAGE, "page", Some(STATIC)),
    (FRAME, "frame", None),
    (PLAIN, "article, no chart", None),
    (ARTICLE, "article, pasted code", Some(PLAIN)),
    (OTHERS[0], "article, bare", Some(PLAIN)),
    (OTHERS[1], "article, Chart.js", Some(PLAIN)),
    (OTHERS[2], "article, ECharts", Some(PLAIN)),
];

const DEVICES: [&str; 2] = ["phone", "desktop"];

/// The chart of the articles.
const CHART: ChartKind = ChartKind::Attacks;

/// Measures in the order of the table: name, label, unit, factor, digits. Those in capitals are Chromium's own.
const MEASURES: &[(&str, &str, &str, f64, usize)] = &[
    ("first_picture", "first picture", "ms", 1.0, 0),
    ("first_picture_to_without", "first picture ÷ without scripts or chart", "", 1.0, 2),
    ("largest_picture", "largest picture", "ms", 1.0, 0),
    ("live", "first chart live", "ms", 1.0, 0),
    ("live_to_first_picture", "first chart live ÷ first picture", "", 1.0, 2),
    ("live_in_view", "last chart in view live", "ms", 1.0, 0),
    ("blocking", "blocking time", "ms", 1.0, 0),
    ("longest_task", "longest task", "ms", 1.0, 0),
    ("LayoutCount", "layouts", "", 1.0, 0),
    ("LayoutDuration", "layout", "ms", 1e3, 0),
    ("RecalcStyleCount", "style recalculations", "", 1.0, 0),
    ("RecalcStyleDuration", "style", "ms", 1e3, 0),
    ("elements", "elements", "", 1.0, 0),
    ("Nodes", "nodes", "", 1.0, 0),
    ("requests", "requests", "", 1.0, 0),
    ("bytes", "bytes, brotli", "kB", 1e-3, 1),
    ("hover", "hover", "ms", 1.0, 0),
    ("key", "key", "ms", 1.0, 0),
    ("card", "tap that opens a card", "ms", 1.0, 0),
    ("open_filters", "tap that opens the filters", "ms", 1.0, 0),
    ("tick", "tap that ticks a filter", "ms", 1.0, 0),
    ("untick", "tap that unticks a filter", "ms", 1.0, 0),
];

/// What is measured, and how often.
struct Run<'a> {
    pages: &'a [&'a str],
    rounds: u32,
    /// Only on a phone as fast as this machine, and each input once.
    quick: bool,
}

/// Builds, measures, prints the table and writes it with all samples in JSON to `target/bench/`.
pub fn bench(project: &Project, rounds: u32) -> Result<()> {
    build::build(project, &build::Options::default())?;
    let run = Run { pages: &PAGES.map(|(name, ..)| name), rounds, quick: false };
    let results = measure(project, &run)?;
    write(project, "real", &results, &table(&results))
}

/// Checks that the measurement still runs: the pages without libraries, each once.
pub fn check(project: &Project) -> Result<()> {
    let run = Run { pages: &[PAGE, ARTICLE, OTHERS[0]], rounds: 1, quick: true };
    let results = measure(project, &run)?;
    let has = |page: &str, measure: &str| {
        let found = find(&results, measure, DEVICES[0], page);
        found.map(drop).with_context(|| format!("{measure} of {page} was not measured"))
    };
    // The page has no chart in view before a reader scrolls, and is compared with none here.
    let missing = ["live_in_view", "first_picture_to_without"];
    let mut measures = MEASURES.iter().map(|(measure, ..)| *measure).filter(|measure| !missing.contains(measure));
    measures.try_for_each(|measure| has(PAGE, measure))?;
    [ARTICLE, OTHERS[0]].into_iter().try_for_each(|page| has(page, "live_in_view"))
}

fn measure(project: &Project, run: &Run<'_>) -> Result<Value> {
    let served = folder(project).join("real");
    write_site(project, run.pages, &served)?;
    let (pages, rounds) = (run.pages.join(","), run.rounds.to_string());
    let mut args = vec!["--pages", &pages, "--rounds", &rounds];
    if run.quick {
        args.push("--quick");
    }
    results(&drive(project, "real", &served, &args)?, run)
}

/// Writes `dist/` with the articles beside it.
fn write_site(project: &Project, pages: &[&str], folder: &Path) -> Result<()> {
    let sources = project.root.join("xtask/bench/real");
    let mut site = Dist::default();
    for (name, path) in files_in(&project.dist())? {
        let is_copy = [".br", ".gz"].iter().any(|end| name.ends_with(end)) || name.starts_with("v/");
        if !is_copy {
            site.add(&name, fs::read(path)?)?;
        }
    }
    let read = |name: &str| -> Result<(String, String)> {
        let path = sources.join(name);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok((name.to_owned(), text))
    };
    let templates = Templates::new([read("article.html")?, read("frame.html")?])?;
    let esbuild = Esbuild::ensure(&project.tools())?;
    let dataset = data::dataset(&project.root.join("www/data/dataset.json"))?;
    let title = describe::title(CHART, locale::ALL[0]);
    let data = attacks(&dataset).to_string();
    for page in pages {
        let chart = match *page {
            PLAIN => String::new(),
            ARTICLE => fs::read_to_string(project.dist().join(format!("snippet/{}.en.html", CHART.id())))?,
            other if OTHERS.contains(&other) => {
                let script = format!("{page}.js");
                site.add(&format!("frames/{script}"), libraries::bundle(project, &esbuild, &sources, page)?)?;
                // A script in a page ends at its end tag, which no name of a group contains.
                let framed = context! { title, script, data => safe(data.clone()) };
                site.add(&format!("frames/{page}.htm"), templates.render("frame.html", framed)?)?;
                format!(
                    "<iframe src=\"frames/{page}.htm\" title=\"{title}\" height=\"400\" loading=\"lazy\" \
                     sandbox=\"allow-scripts\"></iframe>"
                )
            }
            _ => continue,
        };
        // Not `.html`, which our server sends with the policy of our own pages.
        site.add(&format!("{page}.htm"), templates.render("article.html", context! { chart => safe(chart) })?)?;
    }
    compress::add_compressed(&mut site, &Cache::open(&project.cache())?)?;
    fs::create_dir_all(folder.parent().unwrap_or(folder))?;
    site.replace(folder)
}

/// The data of the chart for the pages of others: attacks of each group by year.
fn attacks(dataset: &Dataset) -> Value {
    let figure = pictures::figure(CHART, dataset);
    let (first, last) = figure.axis_years();
    let groups: Vec<Value> = Group::ALL
        .iter()
        .map(|group| {
            let attacks = |year| figure.data().find(|(_, datum)| datum.key == Key::YearGroup(year, *group));
            let attacks =
                (first..=last).map(|year| attacks(year).map_or(0.0, |(_, datum)| datum.value(figure.measure)));
            let Color(red, green, blue) = LIGHT.group(*group);
            json!({
                "name": locale::ALL[0].group(*group),
                "color": format!("#{red:02x}{green:02x}{blue:02x}"),
                "attacks": attacks.collect::<Vec<f64>>(),
            })
        })
        .collect();
    json!({ "years": (first..=last).collect::<Vec<i32>>(), "groups": groups })
}

/// Medians of the rounds, and the two ratios that follow from them.
fn results(raw: &Value, run: &Run<'_>) -> Result<Value> {
    let mut found: BTreeMap<(String, String, String), Vec<f64>> = BTreeMap::new();
    for sample in raw["runs"].as_array().context("there are no measurements")? {
        let text = |key: &str| sample[key].as_str().unwrap_or_default().to_owned();
        let values = sample["values"].as_array().into_iter().flatten().filter_map(Value::as_f64);
        found.entry((text("measure"), text("device"), text("page"))).or_default().extend(values);
    }
    let of = |measure: &str, device: &str, page: &str| {
        median(found.get(&(measure.to_owned(), device.to_owned(), page.to_owned()))?)
    };
    let mut figures: Vec<Value> = found
        .iter()
        .map(|((measure, device, page), values)| {
            let median = median(values);
            json!({ "measure": measure, "device": device, "page": page, "median": median, "values": values })
        })
        .collect();
    for (device, (page, _, without)) in DEVICES.iter().flat_map(|device| PAGES.map(|page| (device, page))) {
        let picture = of("first_picture", device, page);
        let before = without.and_then(|without| of("first_picture", device, without));
        let ratios = [
            ("live_to_first_picture", of("live", device, page).zip(picture)),
            ("first_picture_to_without", picture.zip(before)),
        ];
        for (measure, values) in ratios {
            if let Some((value, base)) = values {
                let ratio = value / base;
                figures.push(json!({ "measure": measure, "device": device, "page": page, "median": ratio }));
            }
        }
    }
    let versions: BTreeMap<_, _> = run.pages.iter().flat_map(|page| libraries::packages(page)).copied().collect();
    Ok(json!({
        "browser": raw["browser"], "cores": raw["cores"], "rounds": run.rounds, "versions": versions,
        "figures": figures,
    }))
}

fn find(results: &Value, measure: &str, device: &str, page: &str) -> Option<f64> {
    let figures = results["figures"].as_array()?;
    let is_it = |figure: &&Value| figure["measure"] == measure && figure["device"] == device && figure["page"] == page;
    figures.iter().find(is_it)?["median"].as_f64()
}

/// The table in Markdown: a row for each measure and device, a column for each page.
fn table(results: &Value) -> String {
    let pages = PAGES.map(|(_, words, _)| words).join(" | ");
    let mut out = format!("| | device | {pages} |\n|---|---|{}\n", "---:|".repeat(PAGES.len()));
    for (device, (measure, words, unit, factor, digits)) in
        DEVICES.iter().flat_map(|device| MEASURES.iter().map(move |measure| (device, measure)))
    {
        let cells = PAGES.map(|(page, ..)| match find(results, measure, device, page) {
            Some(value) => format!("{:.digits$}", value * factor),
            None => "–".to_owned(),
        });
        if cells.iter().any(|cell| cell != "–") {
            let unit = if unit.is_empty() { String::new() } else { format!(", {unit}") };
            let _ = writeln!(out, "| {words}{unit} | {device} | {} |", cells.join(" | "));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_medians_and_ratios() {
        let sample = |page: &str, measure: &str, value: f64| {
            let values = [value];
            json!({ "page": page, "device": "phone", "measure": measure, "values": values })
        };
        let raw = json!({ "runs": [
            sample(PLAIN, "first_picture", 500.0), sample(ARTICLE, "first_picture", 900.0),
            sample(ARTICLE, "first_picture", 600.0), sample(ARTICLE, "first_picture", 550.0),
            sample(ARTICLE, "live", 900.0), sample(ARTICLE, "LayoutDuration", 0.25),
        ] });
        let run = Run { pages: &[PLAIN, ARTICLE], rounds: 3, quick: true };
        let table = table(&results(&raw, &run).unwrap());
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(
            rows,
            [
                "| first picture, ms | phone | – | – | – | 500 | 600 | – | – | – |",
                "| first picture ÷ without scripts or chart | phone | – | – | – | – | 1.20 | – | – | – |",
                "| first chart live, ms | phone | – | – | – | – | 900 | – | – | – |",
                "| first chart live ÷ first picture | phone | – | – | – | – | 1.50 | – | – | – |",
                "| layout, ms | phone | – | – | – | – | 250 | – | – | – |",
            ]
        );
    }

    #[test]
    fn others_draw_every_attack_that_counts() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/data/dataset.json");
        let dataset = data::dataset(&path).unwrap();
        let attacks = attacks(&dataset);
        let drawn = attacks["groups"].as_array().unwrap().iter().flat_map(|group| group["attacks"].as_array().unwrap());
        let counted = dataset.incidents.iter().filter(|incident| incident.counted).count();
        assert_eq!(drawn.filter_map(Value::as_f64).sum::<f64>(), counted as f64);
    }
}
