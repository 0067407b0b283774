//! One chart on a page: its state, and the figure and scene derived from it. Events of the page are calls; nothing here
//! depends on a browser.

use std::cell::OnceCell;

use crate::aggregate::Key;
use crate::chart::{Figure, LayoutContext, PosterWords, Recipe, poster};
use crate::data::Dataset;
use crate::geometry::Point;
use crate::hit::{CrowdIndex, hit_test};
use crate::locale::Locale;
use crate::scene::{DatumRef, Scene};
use crate::state::State;
use crate::text::MeasureText;
use crate::theme::{LIGHT, Theme};
use crate::tween::{FindWay, Tween};
use crate::walk::{Step, Walk};

/// A chart with its state.
pub struct App {
    recipe: Recipe,
    locale: Locale,
    theme: Theme,
    state: State,
    figure: Figure,
    /// The scene of the last layout pass; `None` if it is invalid.
    scene: Option<Scene>,
    /// Index for hit tests in a crowd, built on the first hit test of a scene.
    index: OnceCell<CrowdIndex>,
    /// The scene before the state changed, the keys of its data, and the function that creates the tween.
    before: Option<(Scene, Vec<Key>, FindWay)>,
    /// The movement of marks from the scene before.
    tween: Option<Tween>,
    /// The position of keyboard navigation.
    walk: Walk,
}

impl App {
    /// A chart in the default state and the light theme, not yet laid out.
    pub fn new(recipe: Recipe, locale: Locale, dataset: &Dataset) -> App {
        let state = State::default();
        let figure = figure_of(&recipe, dataset, &state);
        App {
            recipe,
            locale,
            theme: LIGHT,
            state,
            figure,
            scene: None,
            index: OnceCell::new(),
            before: None,
            tween: None,
            walk: Walk::default(),
        }
    }

    /// Sets the state. The next layout pass starts a tween from the current scene.
    pub fn set_state(&mut self, state: State, dataset: &Dataset) {
        if state != self.state {
            self.state = state;
            let keys = self.keys();
            self.figure = figure_of(&self.recipe, dataset, &self.state);
            self.before = self.scene.take().map(|scene| (scene, keys, Tween::new as FindWay));
        }
    }

    /// Sets the theme.
    pub fn set_theme(&mut self, theme: Theme) {
        if theme != self.theme {
            self.theme = theme;
            self.scene = None;
        }
    }

    /// The scene for a width in CSS pixels. There is a layout pass only if state, theme or width have changed.
    pub fn layout(&mut self, width: f64, text: &dyn MeasureText, dataset: &Dataset) -> &Scene {
        if self.scene.as_ref().is_none_or(|scene| scene.width != width) {
            let context = LayoutContext {
                figure: &self.figure,
                dataset,
                width,
                plot_height: None,
                theme: &self.theme,
                locale: self.locale,
                text,
            };
            let scene = self.recipe.lay_out(&context);
            let before = self.before.take();
            self.tween = before.map(|(before, keys, find)| find(&before, &keys, &scene, &self.keys()));
            self.scene = Some(scene);
            self.index = OnceCell::new();
        }
        self.scene.get_or_insert_with(|| Scene::new(width))
    }

    /// The chart as a picture of its own, with words around it; `width` is in CSS pixels.
    pub fn poster(&self, width: f64, words: &PosterWords, text: &dyn MeasureText, dataset: &Dataset) -> Scene {
        let (figure, theme, locale) = (&self.figure, &self.theme, self.locale);
        let context = LayoutContext { figure, dataset, width, plot_height: None, theme, locale, text };
        poster(&self.recipe, &context, words, None)
    }

    /// The scene of the last layout pass during its tween, or `None` before the first pass. `progress` is 0 at the
    /// positions before the state changed, 1 at the end.
    pub fn scene_at(&mut self, progress: f64) -> Option<&Scene> {
        let scene = self.scene.as_mut()?;
        if let Some(tween) = &self.tween {
            tween.apply(scene, progress);
        }
        if progress >= 1.0 {
            self.tween = None;
        }
        Some(scene)
    }

    /// Whether a tween is running.
    pub fn moves(&self) -> bool {
        self.tween.as_ref().is_some_and(Tween::moves)
    }

    fn keys(&self) -> Vec<Key> {
        self.figure.data().map(|(_, datum)| datum.key).collect()
    }

    /// The datum of an incident: the one for it alone, otherwise the first that counts it. `None` if there is no such
    /// incident or datum.
    pub fn datum_of(&self, id: &str, dataset: &Dataset) -> Option<DatumRef> {
        let index = dataset.incidents.iter().position(|incident| incident.names.is_some() && incident.id() == id)?;
        let figure = &self.figure;
        figure.find(Key::Incident(index)).or_else(|| {
            let mut data = figure.data();
            data.find(|(_, datum)| figure.is_behind(index, datum.key, dataset)).map(|(number, _)| number)
        })
    }

    /// The datum to which a step by keys leads. Without a step, the current one.
    pub fn walk(&mut self, step: Option<Step>, dataset: &Dataset) -> Option<DatumRef> {
        match step {
            Some(step) => self.walk.step(step, &self.figure, dataset),
            None => self.walk.at(&self.figure),
        }
    }

    /// The scene of the last layout pass.
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }

    /// The figures of the current state.
    pub fn figure(&self) -> &Figure {
        &self.figure
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Hit test: the datum at a point in CSS pixels.
    pub fn hit(&self, point: Point) -> Option<DatumRef> {
        let scene = self.scene.as_ref()?;
        if scene.crowd.is_empty() {
            return hit_test(scene, point);
        }
        self.index.get_or_init(|| CrowdIndex::new(scene)).hit(scene, point)
    }
}

/// The figures of a chart in a state.
fn figure_of(recipe: &Recipe, dataset: &Dataset, state: &State) -> Figure {
    recipe.figure(dataset, &state.filter, state.measure.unwrap_or(recipe.kind.measures()[0]))
}
