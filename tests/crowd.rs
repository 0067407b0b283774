//! Crowds of incidents, and datasets of typed columns: equal figures, the nearest incident, and errors with column and
//! row.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{dataset, filters, scene, views};
use heistogram::aggregate::{CROWD, Filter, Key, Measure};
use heistogram::app::App;
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::{ColumnErrors, Columns, DataError, Dataset, Date, GivenColumns, PartialDate, Said};
use heistogram::describe;
use heistogram::geometry::Point;
use heistogram::locale::ALL;
use heistogram::scene::{Density, Scene, Shape};
use heistogram::text::FixedAdvance;
use heistogram::walk::{Step, Walk};
use proptest::prelude::*;
use serde_json::json;

const EVIDENCE: [&str; 4] = ["single-source", "government", "firm", "un-panel"];
const SECTORS: [&str; 3] = ["exchange", "bank", "bridge"];
const COUNTRIES: [&str; 4] = ["KR", "", "VN", "GS"];

/// A row: day, amount if known, and indices into the three lists of names.
type Row = (i32, Option<f64>, [u8; 3]);

fn lines(names: &[&str]) -> String {
    names.iter().map(|name| format!("{name}\n")).collect()
}

fn of_columns(rows: &[Row]) -> Option<Dataset> {
    let days = rows.iter().map(|row| f64::from(row.0));
    let numbers: Vec<f64> = days.chain(rows.iter().map(|row| row.1.unwrap_or(f64::NAN))).collect();
    let mut places: Vec<u8> = (0..3).flat_map(|column| rows.iter().map(move |row| row.2[column])).collect();
    places.extend(rows.iter().map(|row| u8::from(row.1.is_none())));
    let names = [lines(&EVIDENCE), lines(&SECTORS), lines(&COUNTRIES)];
    let names = [&*names[0], &names[1], &names[2]];
    Dataset::from_columns(&Columns { title: "Rows", as_of: "2024-06-30", names, numbers: &numbers, places: &places })
}

fn of_objects(rows: &[Row]) -> Dataset {
    let incident = |(row, (day, usd, places)): (usize, &Row)| {
        let usd = usd.map(|usd| json!({"low": usd, "best": usd, "high": usd}));
        let country = Some(COUNTRIES[usize::from(places[2])]).filter(|country| !country.is_empty());
        json!({
            "id": format!("i{row:06}"), "date": PartialDate::from(Date::from_days((*day).into())).iso(), "victim": "V",
            "country": country, "sector": SECTORS[usize::from(places[1])], "stolen_usd": usd,
            "evidence": EVIDENCE[usize::from(places[0])], "sources": [{"source": "s", "locator": null}],
        })
    };
    let source = json!({"id": "s", "title": "S", "publisher": "P", "date": "2024", "url": "https://example.org/",
                        "kind": "press", "via": null});
    let incidents: Vec<_> = rows.iter().enumerate().map(incident).collect();
    let all = json!({"schema": 1, "title": "Rows", "as_of": "2024-06-30", "incidents": incidents, "sources": [source]});
    dataset(&all.to_string())
}

fn row() -> impl Strategy<Value = Row> {
    // Sums of whole dollars are exact in any order.
    let usd = prop_oneof![Just(None), Just(Some(0.0)), (0..1_000_000_000_u32).prop_map(|usd| Some(usd.into()))];
    (15_000..19_500, usd, (0_u8..4, 0_u8..3, 0_u8..4)).prop_map(|(day, usd, (a, b, c))| (day, usd, [a, b, c]))
}

/// This many rows, without randomness.
fn many(count: usize, row: impl Fn(f64, f64) -> (i32, f64)) -> Dataset {
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed) / f64::from(u32::MAX)
    };
    let rows: Vec<Row> = (0..count)
        .map(|number| {
            let (day, usd) = row(next(), next());
            (day, (number % 20 > 0).then_some(usd), [(number % 4) as u8, (number % 3) as u8, 0])
        })
        .collect();
    of_columns(&rows).unwrap()
}

fn spread(count: usize) -> Dataset {
    many(count, |a, b| (16_000 + (a * 3_000.0) as i32, 10_f64.powf(b * 8.0).round()))
}

fn figure(kind: ChartKind, dataset: &Dataset) -> Figure {
    Figure::new(kind, dataset, &Filter::default(), kind.measures()[0])
}

fn density(scene: &Scene) -> &Density {
    let found = scene.marks.iter().find_map(|mark| match &mark.shape {
        Shape::Density(density) => Some(&**density),
        _ => None,
    });
    found.expect("a density")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn columns_give_the_figures_of_the_same_objects(rows in prop::collection::vec(row(), 1..80)) {
        let (columns, objects) = (of_columns(&rows).unwrap(), of_objects(&rows));
        let named = filters().into_iter().map(|(_, filter)| filter);
        for filter in named.chain([Filter::default()]) {
            for (kind, measure) in views() {
                let [a, b] = [&columns, &objects].map(|dataset| Figure::new(kind, dataset, &filter, measure));
                prop_assert_eq!(&a, &b);
                for (number, datum) in a.data() {
                    prop_assert_eq!(a.incidents(datum.key, &columns), b.incidents(datum.key, &objects));
                    let [a, b] = [(&a, &columns), (&b, &objects)].map(|(figure, dataset)| {
                        let mut lines = describe::tooltip(figure, number, dataset, ALL[0]).lines;
                        // Columns have no names.
                        lines.retain(|line| !line.starts_with("Largest theft"));
                        lines
                    });
                    prop_assert_eq!(a, b);
                }
            }
        }
    }
}

#[test]
fn a_crowd_has_the_totals_of_what_it_is_made_of() {
    let rows: Vec<Row> = (0..CROWD + 500)
        .map(|row| (16_000 + i32::try_from(row * 7 % 3_000).unwrap(), Some(row as f64), [0; 3]))
        .collect();
    let (columns, objects) = (of_columns(&rows).unwrap(), of_objects(&rows));
    let [a, b] = [&columns, &objects].map(|dataset| figure(ChartKind::Incidents, dataset));
    assert_eq!(a, b);
    assert!(a.data().next().is_none() && a.count() as usize == rows.len());
    let by_year = figure(ChartKind::Proceeds, &columns);
    assert_eq!((a.series[0].totals, a.series[0].years), (by_year.series[0].totals, by_year.series[0].years));
    // The sentences are equal except for the name of the largest.
    let sentences =
        [(&a, &columns), (&b, &objects)].map(|(figure, dataset)| describe::sentence(figure, dataset, ALL[0]));
    assert_eq!(
        sentences[0].replace(&format!("Incident {},{:03}", rows.len() / 1000, rows.len() % 1000), "V"),
        sentences[1]
    );
}

#[test]
fn half_is_held_by_as_many_as_sorting_finds() {
    let dataset = spread(CROWD + 1);
    let figure = figure(ChartKind::Incidents, &dataset);
    let mut amounts: Vec<f64> =
        dataset.incidents.iter().filter_map(|incident| incident.stolen_usd).map(|usd| usd.best).collect();
    amounts.sort_by(|a, b| b.total_cmp(a));
    let half = amounts.iter().sum::<f64>() / 2.0;
    let mut sum = 0.0;
    let holders = amounts.iter().take_while(|usd| {
        let before = sum;
        sum += **usd;
        before < half
    });
    let said = describe::sentence(&figure, &dataset, ALL[0]);
    assert!(said.contains(&format!("The {} largest took 50%", ALL[0].count(holders.count() as u32))), "{said}");
}

#[test]
fn every_incident_of_a_crowd_is_told_of() {
    let dataset = spread(CROWD + 1);
    let figure = figure(ChartKind::Incidents, &dataset);
    let last = heistogram::scene::DatumRef(figure.count() - 1);
    for locale in ALL {
        let number = dataset.incidents.last().unwrap().number;
        let name = describe::tooltip(&figure, last, &dataset, *locale).title;
        assert!(name.contains(&locale.count(number)) && name.chars().count() > 5, "{name}");
        let rows = describe::table_rows(&figure, CROWD..usize::MAX, &dataset, *locale);
        assert_eq!((rows.len(), &rows[0].header), (1, &name));
        assert_eq!(describe::card(&figure, last, &dataset, *locale).incidents[0].name.text, name);
    }
    let mut walk = Walk::default();
    assert!(walk.step(Step::Right, &figure, &dataset).is_some());
    assert_eq!(walk.step(Step::End, &figure, &dataset), Some(last));
    assert_eq!(figure.datum(last, &dataset).unwrap().key, Key::Incident(CROWD));
    // A card lists no more incidents than can be read.
    let years = self::figure(ChartKind::Attacks, &spread(20_000));
    let (number, datum) = years.data().max_by_key(|(_, datum)| datum.totals.attacks).unwrap();
    let card = describe::card(&years, number, &spread(20_000), ALL[0]);
    assert!(datum.totals.attacks > 200 && card.incidents.len() == 200);
    let note = format!("The 200 largest of {} incidents.", ALL[0].count(datum.totals.attacks));
    assert_eq!(card.note, Some(Said { text: note, as_written: false }));
}

#[test]
fn a_point_means_the_incident_nearest_to_it() {
    let dataset = spread(20_000);
    let mut app = App::new(ChartKind::Incidents.recipe(), ALL[0], &dataset);
    app.layout(720.0, &FixedAdvance, &dataset);
    let scene = app.scene().unwrap();
    assert_eq!(scene.crowd.len(), 20_000);
    let area = scene.panels[0].area;
    for at in 0..400_u32 {
        let share = |step: f64| (f64::from(at) * step).fract();
        let point = Point::new(area.x + area.width * share(0.618), area.y + area.height * share(0.755));
        let distance = |(x, y): (f32, f32)| (f64::from(x) - point.x).powi(2) + (f64::from(y) - point.y).powi(2);
        let hit = app.hit(point).unwrap();
        let least = scene.crowd.iter().map(|index| distance(*index)).fold(f64::INFINITY, f64::min);
        assert_eq!(distance(scene.crowd[hit.0 as usize]), least, "{point:?}");
    }
    assert_eq!(app.hit(Point::new(area.x - 1.0, area.y)), None);
}

#[test]
fn what_is_not_chosen_fades_and_is_not_hit() {
    let dataset = spread(5_000);
    let filter = heistogram::state::State::read("evidence=firm").0.filter;
    let figure = Figure::new(ChartKind::Incidents, &dataset, &filter, Measure::Usd);
    let scene = scene(&figure, &dataset, 720.0, ALL[0]);
    let levels = &density(&scene).levels;
    assert!(levels.contains(&Density::NOT_CHOSEN) && levels.iter().any(|level| *level > Density::NOT_CHOSEN));
    assert_eq!(scene.crowd.len(), figure.count() as usize);
    assert!(scene.crowd.len() < 2_000, "a choice of a crowd is drawn as it is");
}

#[test]
fn extremes_are_drawn_in_place_and_found() {
    let count = 100_000;
    let day = |a: f64| 16_000 + (a * 3_000.0) as i32;
    let cases: [(&str, Dataset); 5] = [
        ("one day", many(count, |_, b| (18_000, 10_f64.powf(b * 8.0).round()))),
        ("equal amounts", many(count, |a, _| (day(a), 1e6))),
        ("one day and equal amounts", many(count, |_, _| (18_000, 1e6))),
        ("from 1 to 1e12", many(count, |a, b| (day(a), 10_f64.powf(b * 12.0)))),
        ("nothing taken", many(count, |a, _| (day(a), 0.0))),
    ];
    for (name, dataset) in &cases {
        for (kind, measure) in views() {
            let figure = Figure::new(kind, dataset, &Filter::default(), measure);
            let scene = scene(&figure, dataset, 720.0, ALL[0]);
            assert!(scene.height.is_finite() && scene.height < 2_000.0, "{name} {kind:?}");
            assert!(!describe::sentence(&figure, dataset, ALL[0]).contains("NaN"));
        }
        let mut app = App::new(ChartKind::Incidents.recipe(), ALL[0], dataset);
        app.layout(720.0, &FixedAdvance, dataset);
        let scene = app.scene().unwrap();
        let Density { area, columns, levels, .. } = density(scene);
        assert_eq!(levels.len() % columns, 0, "{name}");
        for (x, y) in scene.crowd.iter().step_by(997) {
            let (x, y) = (f64::from(*x), f64::from(*y));
            let cell = |length: f64| (length * Density::CELLS_PER_PX) as usize;
            assert!(levels[cell(y - area.y) * columns + cell(x - area.x)] > Density::NOT_CHOSEN, "{name}: {x}, {y}");
            let hit = app.hit(Point::new(x, y)).unwrap();
            let there = scene.crowd[hit.0 as usize];
            assert_eq!((f64::from(there.0), f64::from(there.1)), (x, y), "{name}");
        }
    }
}

fn given() -> GivenColumns {
    let names = |names: &[&str]| Some(names.iter().map(|name| Some((*name).to_owned())).collect::<Vec<_>>());
    let mut given = GivenColumns {
        schema: Some(1.0),
        title: Some("Rows".into()),
        as_of: Some("2024-06-30".into()),
        date: Some(vec![16_000, 17_000, 18_000]),
        stolen_usd: Some(vec![0.0, 5.0, 1e12]),
        places: [
            (Some(vec![0, 1, 2]), names(&EVIDENCE)),
            (Some(vec![0, 1, 2]), names(&SECTORS)),
            (Some(vec![0, 1, 3]), names(&COUNTRIES)),
        ],
        unknown: None,
        strange: Vec::new(),
    };
    given.places[2].1.as_mut().unwrap()[1] = None;
    given
}

fn told(change: impl Fn(&mut GivenColumns)) -> Vec<String> {
    let mut given = given();
    change(&mut given);
    let errors = ColumnErrors::of(&given);
    assert_eq!(errors.count, errors.first.len());
    errors.first.iter().map(DataError::to_string).collect()
}

#[test]
fn errors_name_the_column_and_the_row() {
    assert_eq!(told(|_| {}), [""; 0]);
    let usd = "US dollars from 0 to 1e15, or 1 in columns.unknown";
    type Change<'c> = &'c dyn Fn(&mut GivenColumns);
    let cases: [(&str, Change); 12] = [
        (
            "columns.unknwon: no such column; expected date, stolen_usd, evidence, sector, country or unknown",
            &|given| given.strange = vec!["unknwon".into()],
        ),
        ("names.country: missing or no list; expected a list of at most 255 names", &|given| {
            given.places[2].1 = Some(vec![None; 256]);
        }),
        ("columns.stolen_usd[1]: NaN; expected USD", &|given| given.stolen_usd.as_mut().unwrap()[1] = f64::NAN),
        ("columns.stolen_usd[2]: -1; expected USD", &|given| given.stolen_usd.as_mut().unwrap()[2] = -1.0),
        ("columns.stolen_usd[0]: inf; expected USD", &|given| given.stolen_usd.as_mut().unwrap()[0] = f64::INFINITY),
        (
            "columns.date[2]: 19905; expected days since 1970-01-01, from -25567 (1900-01-01) to 19904 (as_of)",
            &|given| given.date.as_mut().unwrap()[2] = 19_905,
        ),
        ("columns.sector[2]: missing; expected 3 rows, as columns.date has", &|given| {
            given.places[1].0.as_mut().unwrap().pop();
        }),
        ("columns.unknown[3]: one row too many; expected 3 rows, as columns.date has", &|given| {
            given.unknown = Some(Some(vec![0; 4]));
        }),
        ("columns.country[1]: 4; expected a position in names.country, which has 4", &|given| {
            given.places[2].0.as_mut().unwrap()[1] = 4;
        }),
        ("columns.evidence: missing, or of another type; expected a Uint8Array", &|given| given.places[0].0 = None),
        ("names.sector[0]: casino; expected a sector", &|given| {
            given.places[1].1.as_mut().unwrap()[0] = Some("casino".into());
        }),
        ("as_of: no day; expected YYYY-MM-DD", &|given| given.as_of = Some("2024".into())),
    ];
    for (said, change) in cases {
        assert_eq!(told(change), [said.replace("USD", usd)]);
    }
    // An amount that is not known may have any value.
    let unknown = |given: &mut GivenColumns| {
        given.stolen_usd = Some(vec![f64::NAN, -1.0, 3.0]);
        given.unknown = Some(Some(vec![1, 1, 0]));
    };
    assert_eq!(told(unknown), [""; 0]);
    let mut given = given();
    given.stolen_usd = Some(vec![f64::NAN; 1_000]);
    given.date = Some(vec![16_000; 1_000]);
    let errors = ColumnErrors::of(&given);
    assert_eq!((errors.first.len(), errors.count), (ColumnErrors::LISTED, 1_003));
}

#[test]
fn what_is_wrong_is_not_drawn() {
    let right: Row = (16_000, Some(1.0), [0, 0, 0]);
    assert!(of_columns(&[right]).is_some());
    let wrong: [Row; 7] = [
        (19_905, Some(1.0), [0; 3]),
        (-30_000, Some(1.0), [0; 3]),
        (16_000, Some(f64::NAN), [0; 3]),
        (16_000, Some(-1.0), [0; 3]),
        (16_000, Some(1e16), [0; 3]),
        (16_000, Some(1.0), [4, 0, 0]),
        (16_000, Some(1.0), [0, 0, 4]),
    ];
    for row in wrong {
        assert!(of_columns(&[right, row]).is_none(), "{row:?}");
    }
}

#[test]
fn what_is_no_day_is_not_drawn() {
    let of_day = |day| {
        let names = ["government\n", "bank\n", "KR\n"];
        Dataset::from_columns(&Columns {
            title: "Day",
            as_of: "2024-06-30",
            names,
            numbers: &[day, 1.0],
            places: &[0; 4],
        })
    };
    assert!(of_day(16_000.0).is_some());
    for day in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, 16_000.5, 4_294_983_296.0] {
        assert!(of_day(day).is_none(), "{day}");
    }
}
