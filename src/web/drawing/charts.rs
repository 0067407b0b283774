//! The charts of a page: what it takes to draw the first of them.
//!
//! A dataset crosses once; after that only numbers and short words do. The page keeps one [`Dataset`] for all its charts
//! and one [`Chart`] for each. What is in other files of this folder comes later.

use std::cell::RefCell;
use std::rc::Rc;

use plotters_backend::DrawingBackend;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::aggregate::CROWD;
use crate::app::App;
use crate::chart::{FIRST, Recipe};
use crate::data;
use crate::locale::{ALL, territory};
use crate::paint::{self, TypeSetting};
use crate::scene::Scene;
use crate::theme::{DARK, LIGHT, Theme};

use super::measure::{CanvasMeasure, Widths};

/// A dataset, shared by the charts of a page.
#[wasm_bindgen]
pub struct Dataset(pub(super) Rc<RefCell<data::Dataset>>);

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

    /// Whether there are more incidents than can be drawn one by one.
    pub fn is_crowd(&self) -> bool {
        self.0.borrow().incidents.len() > CROWD
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
    pub(super) dataset: Rc<RefCell<data::Dataset>>,
    pub(super) app: App,
    pub(super) canvas: HtmlCanvasElement,
    /// Draws on the canvas.
    pub(super) backend: CanvasBackend,
    /// Measures text.
    pub(super) context: CanvasRenderingContext2d,
    pub(super) widths: Widths,
    device_pixel_ratio: f64,
    /// Paints crowds, where there may be any.
    pub(super) crowds: Option<PaintCrowds>,
}

/// See [`paint::paint_crowds`].
pub(super) type PaintCrowds = fn(&Scene, &mut CanvasBackend, TypeSetting, f64);

#[wasm_bindgen]
impl Chart {
    /// The chart of a name, drawn on a canvas, or on what notes down what it is asked to draw; not yet laid out. None if it
    /// is not among the first.
    ///
    /// # Errors
    /// If the canvas gives no context.
    pub fn first(dataset: &Dataset, canvas: HtmlCanvasElement, kind: &str) -> Result<Option<Chart>, JsValue> {
        Self::on(&FIRST, dataset, canvas, kind)
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
        let measure = CanvasMeasure::new(&self.context, &self.widths);
        self.app.layout(width, &measure, &self.dataset.borrow()).height
    }

    /// Draws what was laid out last, in a backing store of whole device pixels; marks are `progress` of their way, from 0
    /// to 1, from where they stood before the state changed. Says whether any is still on its way.
    pub fn paint(&mut self, progress: f64) -> bool {
        if let Some(scene) = self.app.scene_at(progress) {
            let canvas = (&self.canvas, &self.context);
            draw(scene, canvas, &mut self.backend, (paint::CANVAS, self.crowds), self.device_pixel_ratio);
        }
        self.app.moves()
    }
}

impl Chart {
    /// The chart of a name that is among some.
    pub(super) fn on(
        recipes: &[Recipe],
        dataset: &Dataset,
        canvas: HtmlCanvasElement,
        kind: &str,
    ) -> Result<Option<Chart>, JsValue> {
        let Some(recipe) = recipes.iter().find(|recipe| recipe.kind.id() == kind) else { return Ok(None) };
        let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
        let backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or(JsValue::NULL)?;
        let app = App::new(*recipe, ALL[0], &dataset.0.borrow());
        let dataset = Rc::clone(&dataset.0);
        let widths = Widths::default();
        Ok(Some(Chart { dataset, app, canvas, backend, context, widths, device_pixel_ratio: 1.0, crowds: None }))
    }
}

/// Draws a scene in a backing store of whole device pixels.
pub(super) fn draw(
    scene: &Scene,
    (canvas, context): (&HtmlCanvasElement, &CanvasRenderingContext2d),
    backend: &mut CanvasBackend,
    (setting, crowds): (TypeSetting, Option<PaintCrowds>),
    ratio: f64,
) {
    let device = |css: f64| (css * ratio).round().max(1.0) as u32;
    let (width, height) = (device(scene.width), device(scene.height));
    if (canvas.width(), canvas.height()) == (width, height) {
        context.clear_rect(0.0, 0.0, width.into(), height.into());
    } else {
        // Makes a new backing store, which takes as long as drawing in it.
        canvas.set_width(width);
        canvas.set_height(height);
    }
    // A canvas throws at nothing it is asked to draw here.
    let _ = paint::paint_marks(scene, backend, setting, ratio);
    if let Some(paint) = crowds {
        paint(scene, backend, setting, ratio);
    }
    let _ = backend.present();
}
