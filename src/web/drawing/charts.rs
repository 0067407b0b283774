//! The charts of a page, and the code that draws the first of them.
//!
//! A dataset crosses once; after that only numbers and short texts do. The page keeps one [`Dataset`] for all its
//! charts and one [`Chart`] for each. The other files of this folder load later.

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
    /// Decodes the core of a dataset, which drawing needs, from the numbers and the text of its tape.
    ///
    /// # Errors
    /// Throws `null` if the tape is invalid.
    #[wasm_bindgen(constructor)]
    pub fn new(numbers: &[f64], text: &str) -> Result<Dataset, JsValue> {
        let dataset = data::Dataset::from_tape(numbers, text).ok_or(JsValue::NULL)?;
        Ok(Dataset(Rc::new(RefCell::new(dataset))))
    }

    /// Whether there are too many incidents to draw one by one.
    pub fn is_crowd(&self) -> bool {
        self.0.borrow().incidents.len() > CROWD
    }
}

/// Adds names of countries, see [`territory`].
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
    pub(super) backend: CanvasBackend,
    /// For measuring text and clearing the canvas.
    pub(super) context: CanvasRenderingContext2d,
    pub(super) widths: Widths,
    device_pixel_ratio: f64,
    /// Paints crowds, in a chart that may have them.
    pub(super) crowds: Option<PaintCrowds>,
}

/// See [`paint::paint_crowds`].
pub(super) type PaintCrowds = fn(&Scene, &mut CanvasBackend, TypeSetting, f64);

#[wasm_bindgen]
impl Chart {
    /// The chart of this name, not yet laid out, or `None` if it is not among the first. `canvas` may also be an object
    /// that records the calls of its context.
    ///
    /// # Errors
    /// If the canvas has no context.
    pub fn first(dataset: &Dataset, canvas: HtmlCanvasElement, kind: &str) -> Result<Option<Chart>, JsValue> {
        Self::on(&FIRST, dataset, canvas, kind)
    }

    /// Sets the dark or the light theme or, if `ground` and `ink` differ, a theme of these two colours of the reader's
    /// system, as 0xRRGGBB.
    pub fn set_theme(&mut self, dark: bool, ground: u32, ink: u32) {
        self.app.set_theme(match dark {
            _ if ground != ink => Theme::in_colors(ground, ink),
            true => DARK,
            false => LIGHT,
        });
    }

    /// Runs a layout pass for a width in CSS pixels and returns the height in CSS pixels. Paints nothing.
    pub fn layout(&mut self, width: f64, device_pixel_ratio: f64) -> f64 {
        self.device_pixel_ratio = device_pixel_ratio;
        let measure = CanvasMeasure::new(&self.context, &self.widths);
        self.app.layout(width, &measure, &self.dataset.borrow()).height
    }

    /// Paints the result of the last layout pass. During a tween, `progress` is 0 at the positions before the state
    /// changed and 1 at the end. Returns whether the tween continues.
    pub fn paint(&mut self, progress: f64) -> bool {
        if let Some(scene) = self.app.scene_at(progress) {
            let canvas = (&self.canvas, &self.context);
            draw(scene, canvas, &mut self.backend, (paint::CANVAS, self.crowds), self.device_pixel_ratio);
        }
        self.app.moves()
    }
}

impl Chart {
    /// The chart of this name among `recipes`, or `None` if it is not there.
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

/// Paints a scene in a backing store of whole device pixels.
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
        // Allocates a new backing store, which takes as long as painting.
        canvas.set_width(width);
        canvas.set_height(height);
    }
    // None of these calls makes a canvas throw.
    let _ = paint::paint_marks(scene, backend, setting, ratio);
    if let Some(paint) = crowds {
        paint(scene, backend, setting, ratio);
    }
    let _ = backend.present();
}
