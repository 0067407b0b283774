//! Scenes of every chart, width, language and selection, of valid but unusual datasets.

use std::thread;

use super::{filters, fixture, languages, real, scene, views};
use heistogram::aggregate::{Filter, Measure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{Dataset, Value};
use heistogram::scene::Scene;

/// Widths in CSS pixels, from the narrowest column to a wide screen.
pub fn widths() -> impl Iterator<Item = f64> {
    (280..=2000).step_by(20).map(f64::from)
}

/// Valid but unusual datasets.
pub fn unusual() -> Vec<(&'static str, Dataset)> {
    let with_estimates = |incidents: Vec<serde_json::Value>, estimates: Vec<serde_json::Value>| {
        let json = serde_json::json!({
            "estimates": estimates,
            "schema": 1, "title": "Unusual", "as_of": "2024-06-30", "incidents": incidents,
            "sources": [{"id": "s", "title": "S", "publisher": "P", "date": "2024", "url": "https://example.org/",
                         "kind": "press", "via": null}],
        });
        let value: Value = serde_json::from_value(json).unwrap();
        Dataset::from_value(&value).unwrap()
    };
    let with = |incidents| with_estimates(incidents, Vec::new());
    // All estimators publish the same figure, except that the last is far above the amount taken.
    let estimate = |number: usize| {
        let usd = if number == 0 { 9e11 } else { 4e6 };
        serde_json::json!({
            "estimator": format!("estimator-{number}"), "report_date": "2023-12-31", "kind": "year", "period": "2023",
            "stolen_usd": {"low": 0.0, "best": usd, "high": usd}, "qualifier": null, "incidents": null, "latest": true,
            "mark": format!("{} {number}", "mark ".repeat(20)), "source": "s", "note": null,
            "world": {"share_pct": 12.5 * number as f64, "source": "s"},
        })
    };
    // From a fraction of the last figure, and to it again from far above.
    let edition = |year: usize, usd: f64| {
        let mut edition = estimate(2);
        edition["report_date"] = format!("{year}-01-31").into();
        edition["stolen_usd"] = serde_json::json!({"low": usd, "best": usd, "high": usd});
        edition["latest"] = (year == 2024).into();
        edition
    };
    let incident = |id: &str, date: &str, country: Option<&str>, usd: Option<f64>| {
        let stolen = usd.map(|usd| serde_json::json!({"low": usd / 2.0, "best": usd, "high": usd * 3.0}));
        serde_json::json!({
            "id": id, "date": date, "victim": "V".repeat(400), "country": country, "sector": "bank",
            "stolen_usd": stolen, "evidence": "firm", "sources": [{"source": "s", "locator": null}],
        })
    };
    let listed = |id: &str, date: &str, evidence: &str| {
        let mut incident = incident(id, date, Some("KR"), Some(1e6));
        incident["evidence"] = evidence.into();
        incident
    };
    // Everything by one method, and more recovered in parts that overlap than was taken in all.
    let with_method = |id: &str, usd: Option<f64>| {
        let mut incident = incident(id, "2021-05-05", Some("KR"), usd);
        incident["method"] = "social-engineering".into();
        if let Some(usd) = usd.filter(|usd| *usd > 0.0) {
            let part = |kind| serde_json::json!({"usd": usd, "kind": kind, "source": "s", "date": "2021-06"});
            incident["recovered"] = ["returned", "frozen", "seized", "forfeiture-sought"].map(part).to_vec().into();
        }
        incident
    };
    // Everything attributed on one day, and one theft on the day itself.
    let attributed = |id: &str, date: &str, evidence: &str, on: &str| {
        let mut incident = listed(id, date, evidence);
        incident["attributed_on"] = serde_json::json!({"date": on, "by": "B".repeat(90), "source": "s"});
        incident
    };
    let everywhere = heistogram::data::Country::all()
        .map(|country| incident(country.code(), "2020", Some(country.code()), Some(1e6)))
        .collect();
    let row = |id: &str, un2019: serde_json::Value| {
        let mut incident = incident(id, "2018-03", Some("GS"), None);
        incident["un2019"] =
            serde_json::json!({"row": id, "wording": null, "counts": true, "in_press_country_list": false});
        incident["un2019"].as_object_mut().unwrap().extend(un2019.as_object().unwrap().clone());
        incident
    };
    let no_amount = row("A1", serde_json::json!({"usd": null, "kind": "none"}));
    let attempt = row("A2", serde_json::json!({"usd": 9e12, "kind": "attempted"}));
    let repeated = row("A3", serde_json::json!({"usd": 1.0, "kind": "taken", "counts": false}));
    let unfinished = row("A4", serde_json::json!({"usd": null, "kind": "attempted", "wording": "W".repeat(400)}));
    // Many incidents on one day: equal, unknown and zero amounts, some of them not counted or disputed.
    let one_day = (0..90)
        .map(|number| {
            let usd = [Some(2e6), None, Some(0.0)][number % 3];
            let mut incident = incident(&format!("i{number}"), "2020-03-03", None, usd);
            incident["counted"] = (number % 5 > 0).into();
            incident["disputed"] = (number % 4 == 0).into();
            incident
        })
        .collect();
    let every_size = (0..15)
        .map(|power| incident(&format!("i{power}"), &format!("20{:02}-06", power + 1), None, Some(10_f64.powi(power))))
        .collect();
    vec![
        ("nothing", with(vec![])),
        ("one row without an amount", with(vec![no_amount.clone()])),
        ("one row, and that repeated", with(vec![repeated.clone()])),
        ("rows of every kind", with(vec![no_amount, attempt, repeated, unfinished])),
        ("one incident", with(vec![incident("a", "2020-02-02", Some("KR"), Some(5e6))])),
        ("one unknown amount", with(vec![incident("a", "2020", Some("KR"), None)])),
        ("one attempt that took nothing", with(vec![incident("a", "2024-06-30", None, Some(0.0))])),
        ("two centuries", with(vec![incident("a", "1900", None, Some(1.0)), incident("b", "2024", None, Some(3e14))])),
        ("every country", with(everywhere)),
        (
            "a list of attributions",
            with(
                (1..=12)
                    .map(|day| attributed(&format!("i{day}"), &format!("2020-03-{day:02}"), "government", "2021-01-01"))
                    .collect(),
            ),
        ),
        (
            "attributions early and late",
            with(vec![
                attributed("a", "2002-02-02", "government", "2024-02-02"),
                attributed("b", "2003-03-03", "government", "2003-03-03"),
                listed("c", "2004", "single-source"),
            ]),
        ),
        ("one method", with(vec![with_method("a", Some(7e6)), with_method("b", None)])),
        ("a method without an amount", with(vec![with_method("a", None), incident("b", "2022", None, Some(1e6))])),
        (
            "evidence that ends early",
            with(vec![listed("a", "2001", "un-panel"), listed("b", "2003", "government"), listed("c", "2024", "firm")]),
        ),
        (
            "evidence that ends at once",
            with(vec![listed("a", "2022", "un-panel"), listed("b", "2022", "government"), listed("c", "2023", "firm")]),
        ),
        (
            "many estimators of one year",
            with_estimates(
                vec![incident("a", "2022-12", None, Some(5e6)), incident("b", "2023", None, Some(4e6))],
                (0..9).map(estimate).collect(),
            ),
        ),
        (
            "a figure revised from afar",
            with_estimates(
                vec![incident("a", "2023", None, Some(5e6))],
                vec![estimate(8), edition(2022, 1.0), edition(2023, 1e12), edition(2024, 4e6)],
            ),
        ),
        (
            "unknown months",
            with((1..=6).map(|month| incident(&format!("i{month}"), &format!("2023-0{month}"), None, None)).collect()),
        ),
        ("one day", with(one_day)),
        ("every size", with(every_size)),
        ("one dollar", with(vec![incident("a", "2020", Some("GS"), Some(1.0))])),
    ]
}

/// Checks every scene, each view in a thread of its own.
pub fn each_scene(check: impl Fn(&str, &Figure, &Scene) + Sync) {
    let mut datasets = unusual();
    datasets.extend([("fixture", fixture()), ("real", real())]);
    thread::scope(|scope| {
        for view in views() {
            let (datasets, check) = (&datasets, &check);
            scope.spawn(move || datasets.iter().for_each(|(name, dataset)| each_scene_of(view, name, dataset, check)));
        }
    });
}

fn each_scene_of(
    (kind, measure): (ChartKind, Measure),
    name: &str,
    dataset: &Dataset,
    check: &impl Fn(&str, &Figure, &Scene),
) {
    let each = |choice: &str, filter: &Filter, widths: &mut dyn Iterator<Item = f64>| {
        let figure = Figure::new(kind, dataset, filter, measure);
        for width in widths {
            // Languages differ in the length of words only, so all but the first have every third width.
            let is_told_in_all = choice != "all" || width % 60.0 == 20.0;
            for locale in languages().take(if is_told_in_all { usize::MAX } else { 1 }) {
                let scene = scene(&figure, dataset, width, locale);
                let view = [kind.id(), measure.id(), locale.tag()].join(", ");
                check(&format!("{name}, {choice}, {view}, {width} px"), &figure, &scene);
            }
        }
    };
    each("all", &Filter::default(), &mut widths());
    for (choice, filter) in filters() {
        each(choice, &filter, &mut [200.0, 320.0, 700.0, 1200.0].into_iter());
    }
}
