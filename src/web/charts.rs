//! The charts of a page: pictures, and the words beside a mark.
//!
//! A dataset crosses once; after that only numbers and short words do. The page keeps one [`Dataset`] for all its charts
//! and one [`Chart`] for each.

use std::rc::Rc;

use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::app::App;
use crate::chart::{ChartKind, PosterWords};
use crate::data;
use crate::describe;
use crate::geometry::{Point, Rect};
use crate::locale::{ALL, fill, territory};
use crate::paint::{self, TypeSetting};
use crate::scene::{Choice, DatumRef, Scene};
use crate::state::State;
use crate::theme::{DARK, LIGHT, Theme};

use super::measure::CanvasMeasure;
use super::object::{list, object, text, texts};

/// What drawing needs of a dataset, shared by the charts of a page.
#[wasm_bindgen]
pub struct Dataset(Rc<data::Dataset>);

#[wasm_bindgen]
impl Dataset {
    /// Takes what drawing needs of a dataset, as the two lists of its tape.
    ///
    /// # Errors
    /// Nothing to read, if it is no such tape.
    #[wasm_bindgen(constructor)]
    pub fn new(numbers: &[f64], text: &str) -> Result<Dataset, JsValue> {
        let dataset = data::Dataset::from_tape(numbers, text).ok_or(JsValue::NULL)?;
        Ok(Dataset(Rc::new(dataset)))
    }

    /// Takes a dataset of columns, see [`data::Columns`].
    ///
    /// # Errors
    /// Nothing to read, if anything in it is wrong.
    #[cfg(feature = "crowd")]
    pub fn from_columns(
        title: &str,
        as_of: &str,
        evidence: &str,
        sectors: &str,
        countries: &str,
        numbers: &[f64],
        places: &[u8],
    ) -> Result<Dataset, JsValue> {
        let columns = data::Columns { title, as_of, names: [evidence, sectors, countries], numbers, places };
        Ok(Dataset(Rc::new(data::Dataset::from_columns(&columns).ok_or(JsValue::NULL)?)))
    }
}

/// Takes names of countries, see [`territory`].
#[wasm_bindgen]
pub fn add_country_names(names: String) {
    territory::add_names(names);
}

/// One chart on one canvas.
#[wasm_bindgen]
pub struct Chart {
    dataset: Rc<data::Dataset>,
    app: App,
    canvas: HtmlCanvasElement,
    /// Draws on the canvas.
    backend: CanvasBackend,
    /// Measures text.
    context: CanvasRenderingContext2d,
    device_pixel_ratio: f64,
}

#[wasm_bindgen]
impl Chart {
    /// The chart of a name, drawn on a canvas, or on what notes down what it is asked to draw; not yet laid out.
    ///
    /// # Errors
    /// In words, if there is no such chart or the canvas gives no context.
    #[wasm_bindgen(constructor)]
    pub fn new(dataset: &Dataset, canvas: HtmlCanvasElement, kind: &str) -> Result<Chart, JsValue> {
        let locale = ALL[0];
        let Some(kind) = ChartKind::from_id(kind) else {
            return Err(JsValue::from_str(&fill(locale.messages().no_such_chart, &[("name", kind)])));
        };
        let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
        let backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or(JsValue::NULL)?;
        let app = App::new(kind, locale, &dataset.0);
        Ok(Chart { dataset: Rc::clone(&dataset.0), app, canvas, backend, context, device_pixel_ratio: 1.0 })
    }

    /// Takes the state as the query of a link writes it, already decoded: `measure=usd&period=2015..2019`. What cannot be
    /// read is passed over.
    pub fn set_state(&mut self, query: &str) {
        self.app.set_state(State::read(query).0, &self.dataset);
    }

    /// Number of the datum that stands for an incident, or -1.
    pub fn datum_of(&self, id: &str) -> i32 {
        number(self.app.datum_of(id, &self.dataset))
    }

    /// The parts of the legend that select: `key` and `value` of the state, `words`, `area`.
    pub fn choices(&self) -> JsValue {
        list(self.app.scene().map_or(&[], |scene| &scene.choices), |choice: &Choice| {
            object(&[
                ("key", text(choice.key)),
                ("value", text(choice.value)),
                ("words", text(&choice.words)),
                ("area", area(&choice.area)),
            ])
        })
    }

    /// Chooses the dark or the light colours, or, where these differ, two that a reader insists on, as 0xRRGGBB.
    pub fn set_theme(&mut self, dark: bool, ground: u32, ink: u32) {
        self.app.set_theme(match dark {
            _ if ground != ink => Theme::in_colors(ground, ink),
            true => DARK,
            false => LIGHT,
        });
    }

    /// Lays the chart out for a width in CSS pixels and returns its height in CSS pixels. Draws nothing.
    pub fn layout(&mut self, width: f64, device_pixel_ratio: f64) -> f64 {
        self.device_pixel_ratio = device_pixel_ratio;
        self.app.layout(width, &CanvasMeasure(&self.context), &self.dataset).height
    }

    /// Draws what was laid out last, in a backing store of whole device pixels; marks are `progress` of their way, from 0
    /// to 1, from where they stood before the state changed. Says whether any is still on its way.
    pub fn paint(&mut self, progress: f64) -> bool {
        if let Some(scene) = self.app.scene_at(progress) {
            draw(scene, &self.canvas, &mut self.backend, paint::CANVAS, self.device_pixel_ratio);
        }
        self.app.moves()
    }

    /// Lays the chart out as a picture that stands alone, with words around it, and draws it.
    pub fn poster(&mut self, width: f64, ratio: f64, title: &str, sentence: &str, selection: &str, foot: &str) {
        let words = PosterWords { title, lead: &[sentence, selection], foot: &[foot] };
        let scene = self.app.poster(width, &words, &CanvasMeasure(&self.context), &self.dataset);
        draw(&scene, &self.canvas, &mut self.backend, paint::PICTURE, ratio);
    }

    /// Number of the datum at a point in CSS pixels from the canvas' corner, or -1.
    pub fn hit(&self, x: f64, y: f64) -> i32 {
        number(self.app.hit(Point::new(x, y)))
    }

    /// Words and place of a datum: `title`, `lines`, `ring`.
    pub fn tooltip(&self, datum: u32) -> JsValue {
        let number = DatumRef(datum);
        let tooltip = describe::tooltip(self.app.figure(), number, &self.dataset, self.app.locale());
        let bounds = self.app.scene().and_then(|scene| scene.bounds_of(number)).unwrap_or_default();
        object(&[("title", text(&tooltip.title)), ("lines", texts(&tooltip.lines)), ("ring", area(&bounds))])
    }
}

fn area(rect: &Rect) -> JsValue {
    let sides = [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)];
    object(&sides.map(|(name, side)| (name, side.into())))
}

/// Draws a scene in a backing store of whole device pixels.
#[inline(never)]
fn draw(scene: &Scene, canvas: &HtmlCanvasElement, backend: &mut CanvasBackend, setting: TypeSetting, ratio: f64) {
    let device = |css: f64| (css * ratio).round().max(1.0) as u32;
    // Setting the size clears the canvas, so it is set on every painting.
    canvas.set_width(device(scene.width));
    canvas.set_height(device(scene.height));
    // A canvas throws at nothing it is asked to draw here.
    let _ = paint::paint(scene, backend, setting, ratio);
}

/// A number for JavaScript, which has none for nothing.
fn number(datum: Option<DatumRef>) -> i32 {
    datum.map_or(-1, |DatumRef(number)| number as i32)
}
