//! The charts of a page.
//!
//! Each part of a dataset crosses once; after that only numbers and short words do. The page keeps one [`Dataset`] for
//! all its charts and one [`Chart`] for each.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::app::App;
use crate::chart::ChartKind;
use crate::data;
use crate::describe;
use crate::geometry::Point;
use crate::locale::{Locale, fill};
use crate::paint;
use crate::scene::DatumRef;
use crate::theme::{DARK, LIGHT};

use super::canvas::Canvas;
use super::dto;
use super::measure::CanvasMeasure;

/// A dataset the charts of a page share.
#[wasm_bindgen]
pub struct Dataset(Rc<RefCell<data::Dataset>>);

#[wasm_bindgen]
impl Dataset {
    /// Takes what drawing needs of a dataset, as the two lists of its tape.
    ///
    /// # Errors
    /// Nothing to read, if it is no such tape.
    #[wasm_bindgen(constructor)]
    pub fn new(numbers: &[f64], text: &str) -> Result<Dataset, JsValue> {
        let dataset = data::Dataset::from_tape(numbers, text).ok_or(JsValue::NULL)?;
        Ok(Dataset(Rc::new(RefCell::new(dataset))))
    }

    /// Adds texts and sources, as the two lists of their tape; `false` if they are not those of this dataset.
    pub fn add_details(&self, numbers: &[f64], text: &str) -> bool {
        self.0.borrow_mut().add_details_from_tape(numbers, text)
    }
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
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let bad = self.app.set_state(pairs, &self.dataset.borrow());
        let template = self.app.locale().messages.bad_state;
        bad.iter().map(|bad| fill(template, &[("key", bad.key), ("value", &bad.value)])).collect()
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

    /// Draws what was laid out last, in a backing store of whole device pixels.
    pub fn paint(&self) {
        let Some(scene) = self.app.scene() else { return };
        let device = |css: f64| (css * self.device_pixel_ratio).round().max(1.0) as u32;
        let size = (device(scene.width), device(scene.height));
        // Setting the size clears the canvas, so it is set on every painting.
        self.canvas.set_width(size.0);
        self.canvas.set_height(size.1);
        let mut backend = Canvas { context: &self.context, size };
        // This backend has no errors.
        let _ = paint::paint(scene, &mut backend, paint::CANVAS, self.device_pixel_ratio);
    }

    /// Number of the datum at a point in CSS pixels from the canvas' corner, or -1.
    pub fn hit(&self, x: f64, y: f64) -> i32 {
        self.app.hit(Point::new(x, y)).map_or(-1, |DatumRef(number)| number as i32)
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
