//! The wasm boundary: the one door to the browser.
//!
//! Each part of a dataset crosses once; after that only numbers and short words do. The page keeps one [`Dataset`] for
//! all its charts and one [`Chart`] for each.

mod dto;
mod measure;

use std::cell::RefCell;
use std::rc::Rc;

use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::aggregate::Filter;
use crate::app::App;
use crate::chart::ChartKind;
use crate::data::{self, DataError, Value};
use crate::describe;
use crate::geometry::Point;
use crate::locale::{Locale, fill};
use crate::paint;
use crate::scene::DatumRef;
use crate::state::{BadValue, State};
use crate::theme::{DARK, LIGHT};
use measure::CanvasMeasure;

/// A dataset the charts of a page share.
#[wasm_bindgen]
pub struct Dataset(Rc<RefCell<data::Dataset>>);

#[wasm_bindgen]
impl Dataset {
    /// Reads the part of a dataset that drawing needs.
    ///
    /// # Errors
    /// An array with every error of the data, each with `path`, `id`, `problem`, `expected` and `text`.
    pub fn core(value: JsValue) -> Result<Dataset, JsValue> {
        Self::read(value, data::Dataset::core_from_value)
    }

    /// Reads a dataset in one piece.
    ///
    /// # Errors
    /// As [`Dataset::core`].
    pub fn whole(value: JsValue) -> Result<Dataset, JsValue> {
        Self::read(value, data::Dataset::from_value)
    }

    fn read(
        value: JsValue,
        read: impl Fn(&Value) -> Result<data::Dataset, Vec<DataError>>,
    ) -> Result<Dataset, JsValue> {
        let dataset = raw_value(value).and_then(|value| read(&value)).map_err(|errors| dto::errors(&errors))?;
        Ok(Dataset(Rc::new(RefCell::new(dataset))))
    }

    /// What a state selects, for the page around the charts: `words`, `notes` on what could not be read, `ids` of the
    /// incidents selected (left out where all are), `key_figures` of `value`, `label` and `note`.
    pub fn view(&self, query: &str, lang: &str) -> JsValue {
        let dataset = &*self.0.borrow();
        let locale = Locale::of(lang).unwrap_or(crate::locale::ALL[0]);
        let (State { filter, .. }, bad) = State::read(pairs(query));
        let chosen = dataset.incidents.iter().filter(|incident| filter.accepts(incident));
        let ids = (filter != Filter::default()).then(|| chosen.map(|incident| incident.id.as_str()).collect());
        let words = describe::selection(&filter, dataset, locale);
        dto::view(&words, &notes(&bad, locale), ids, &describe::key_figures(dataset, &filter, locale))
    }

    /// Adds texts and sources to a dataset of which only the core was read.
    ///
    /// # Errors
    /// As [`Dataset::core`]; the dataset stays as it was.
    pub fn add_details(&self, value: JsValue) -> Result<(), JsValue> {
        let value = raw_value(value).map_err(|errors| dto::errors(&errors))?;
        self.0.borrow_mut().add_details(&value).map_err(|errors| dto::errors(&errors))
    }
}

fn raw_value(value: JsValue) -> Result<Value, Vec<DataError>> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        vec![DataError {
            path: String::new(),
            id: None,
            problem: error.to_string(),
            expected: "plain objects, lists, texts, numbers and null".into(),
        }]
    })
}

fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter_map(|pair| pair.split_once('='))
}

/// One chart on one canvas.
#[wasm_bindgen]
pub struct Chart {
    dataset: Rc<RefCell<data::Dataset>>,
    app: App,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    device_pixel_ratio: f64,
}

#[wasm_bindgen]
impl Chart {
    /// The chart of a name in a language, drawn on a canvas; not yet laid out.
    ///
    /// # Errors
    /// In words, if there is no such chart or the canvas gives no context. An unknown language gives the first.
    #[wasm_bindgen(constructor)]
    pub fn new(dataset: &Dataset, canvas: HtmlCanvasElement, kind: &str, lang: &str) -> Result<Chart, JsValue> {
        let locale = Locale::of(lang).unwrap_or(crate::locale::ALL[0]);
        let Some(kind) = ChartKind::from_id(kind) else {
            return Err(JsValue::from_str(&fill(locale.messages.no_such_chart, &[("name", kind)])));
        };
        let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
        let app = App::new(kind, locale, &dataset.0.borrow());
        Ok(Chart { dataset: Rc::clone(&dataset.0), app, canvas, context, device_pixel_ratio: 1.0 })
    }

    /// Takes the state as the query of a link writes it, already decoded: `measure=usd&period=2015..2019`. Returns what
    /// could not be read, in words.
    pub fn set_state(&mut self, query: &str) -> Vec<String> {
        let bad = self.app.set_state(pairs(query), &self.dataset.borrow());
        notes(&bad, self.app.locale())
    }

    /// What is selected, in words; empty where nothing is.
    pub fn selection(&self) -> String {
        describe::selection(&self.app.figure().filter, &self.dataset.borrow(), self.app.locale())
    }

    /// Number of the datum that stands for an incident, or -1.
    pub fn datum_of(&self, id: &str) -> i32 {
        number(self.app.datum_of(id, &self.dataset.borrow()))
    }

    /// Why there is no card for an incident, in words.
    pub fn not_selected(&self, id: &str) -> String {
        fill(self.app.locale().messages.not_selected, &[("value", id)])
    }

    /// The part of a legend at a point in CSS pixels, as `key=value` of the state; empty where there is none.
    pub fn choice(&self, x: f64, y: f64) -> String {
        let choice = self.app.scene().and_then(|scene| scene.choice_at(Point::new(x, y)));
        choice.map_or(String::new(), |choice| [choice.key, "=", choice.value].concat())
    }

    /// Chooses the dark or the light colours.
    pub fn set_dark(&mut self, dark: bool) {
        self.app.set_theme(if dark { &DARK } else { &LIGHT });
    }

    /// Lays the chart out for a width in CSS pixels and returns its height in CSS pixels. Draws nothing.
    pub fn layout(&mut self, width: f64, device_pixel_ratio: f64) -> f64 {
        self.device_pixel_ratio = device_pixel_ratio;
        self.app.layout(width, &CanvasMeasure(&self.context), &self.dataset.borrow()).height
    }

    /// Draws what was laid out last, in a backing store of whole device pixels; marks are `progress` of their way, from 0
    /// to 1, from where they stood before the state changed.
    ///
    /// # Errors
    /// In words, if the canvas refuses.
    pub fn paint(&mut self, progress: f64) -> Result<(), JsValue> {
        let ratio = self.device_pixel_ratio;
        let Some(scene) = self.app.scene_at(progress) else { return Ok(()) };
        let device = |css: f64| (css * ratio).round().max(1.0) as u32;
        // Setting the size clears the canvas, so it is set on every painting.
        self.canvas.set_width(device(scene.width));
        self.canvas.set_height(device(scene.height));
        let Some(mut backend) = CanvasBackend::with_canvas_object(self.canvas.clone()) else {
            return Err(JsValue::NULL);
        };
        paint::paint(scene, &mut backend, paint::CANVAS, ratio).map_err(|error| JsValue::from_str(&error.to_string()))
    }

    /// Number of the datum at a point in CSS pixels from the canvas' corner, or -1.
    pub fn hit(&self, x: f64, y: f64) -> i32 {
        number(self.app.hit(Point::new(x, y)))
    }

    /// Words and place of a datum: `title`, `lines`, `ring`.
    pub fn tooltip(&self, datum: u32) -> JsValue {
        let number = DatumRef(datum);
        let tooltip = describe::tooltip(self.app.figure(), number, &self.dataset.borrow(), self.app.locale());
        let bounds = self.app.scene().and_then(|scene| scene.bounds_of(number)).unwrap_or_default();
        dto::tooltip(&tooltip, bounds)
    }

    /// Everything about a datum: its incidents, who attributes them, their sources.
    pub fn card(&self, datum: u32) -> JsValue {
        let card = describe::card(self.app.figure(), DatumRef(datum), &self.dataset.borrow(), self.app.locale());
        dto::card(&card, self.app.locale())
    }

    /// `title`, `sentence` and `source` of the chart.
    pub fn head(&self) -> JsValue {
        let (figure, locale) = (self.app.figure(), self.app.locale());
        let source = describe::source_line(&self.dataset.borrow(), locale);
        dto::head(
            describe::title(figure.kind, locale),
            &describe::sentence(figure, &self.dataset.borrow(), locale),
            &source,
        )
    }

    /// The figures as a table: `caption`, `columns`, `rows`.
    pub fn table(&self) -> JsValue {
        dto::table(&describe::table(self.app.figure(), &self.dataset.borrow(), self.app.locale()))
    }

    /// What a reader can choose: lists of `options` for a `key` of the state.
    pub fn controls(&self) -> JsValue {
        dto::controls(&describe::controls(self.app.figure(), self.app.locale()))
    }

    /// Words of the interface around the chart.
    pub fn strings(&self) -> JsValue {
        dto::strings(self.app.locale())
    }
}

/// A number for JavaScript, which has none for nothing.
fn number(datum: Option<DatumRef>) -> i32 {
    datum.map_or(-1, |DatumRef(number)| number as i32)
}

fn notes(bad: &[BadValue], locale: Locale) -> Vec<String> {
    let template = locale.messages.bad_state;
    bad.iter().map(|bad| fill(template, &[("key", bad.key), ("value", &bad.value)])).collect()
}

/// The words for a number of errors in a dataset, and for those not listed: there is no chart to ask.
#[wasm_bindgen]
pub fn dataset_error_words(lang: &str, count: u32, unlisted: u32) -> Vec<String> {
    let locale = Locale::of(lang).unwrap_or(crate::locale::ALL[0]);
    let messages = locale.messages;
    vec![locale.counted(count, &messages.dataset_errors), locale.counted(unlisted, &messages.more_errors)]
}
