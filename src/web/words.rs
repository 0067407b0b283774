//! What charts say: titles, sentences, tables, cards, and what a state selects.
//!
//! A module of its own that holds the dataset once more, texts and sources included: pictures never wait for it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::dto;
use super::object::{object, text, texts};
use crate::aggregate::Filter;
use crate::app::figure_of;
use crate::chart::{ChartKind, Figure};
use crate::data::{self, Incident};
use crate::describe;
use crate::export;
#[cfg(not(feature = "whole"))]
use crate::locale::territory;
use crate::locale::{ALL, Locale, fill};
use crate::scene::DatumRef;
use crate::state::{BadValue, State};
use crate::walk::{Step, Walk};

/// Takes names of countries, see [`territory`].
#[cfg(not(feature = "whole"))]
#[wasm_bindgen]
pub fn add_country_names(names: String) {
    territory::add_names(names);
}

/// A dataset with its texts and sources, shared by the words of a page.
#[wasm_bindgen]
pub struct SpokenDataset(Rc<RefCell<data::Dataset>>);

#[wasm_bindgen]
impl SpokenDataset {
    /// Takes what drawing needs of a dataset, as the two lists of its tape.
    ///
    /// # Errors
    /// Nothing to read, if it is no such tape.
    #[wasm_bindgen(constructor)]
    pub fn new(numbers: &[f64], text: &str) -> Result<SpokenDataset, JsValue> {
        let dataset = data::Dataset::from_tape(numbers, text).ok_or(JsValue::NULL)?;
        Ok(SpokenDataset(Rc::new(RefCell::new(dataset))))
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
    ) -> Result<SpokenDataset, JsValue> {
        let columns = data::Columns { title, as_of, names: [evidence, sectors, countries], numbers, places };
        let dataset = data::Dataset::from_columns(&columns).ok_or(JsValue::NULL)?;
        Ok(SpokenDataset(Rc::new(RefCell::new(dataset))))
    }

    /// Adds texts and sources, as the two lists of their tape; `false` if they are not those of this dataset.
    pub fn add_details(&self, numbers: &[f64], text: &str) -> bool {
        self.0.borrow_mut().add_details_from_tape(numbers, text)
    }

    /// What a state selects, for the page around the charts: `words`, the keys of `bad` values with `notes` on them, `ids` of the
    /// incidents selected (left out where all are), `key_figures` of `value`, `label` and `note`.
    pub fn view(&self, query: &str) -> JsValue {
        let dataset = &*self.0.borrow();
        let locale = ALL[0];
        let (State { filter, .. }, bad) = State::read(query);
        let chosen = dataset.incidents.iter().filter(|incident| filter.accepts(incident));
        let ids = (filter != Filter::default()).then(|| chosen.map(Incident::id).collect());
        let words = describe::selection(&filter, dataset, locale);
        dto::view(&words, &bad, &notes(&bad, locale), ids, &describe::key_figures(dataset, &filter, locale))
    }
}

/// The words of one chart.
#[wasm_bindgen]
pub struct Words {
    dataset: Rc<RefCell<data::Dataset>>,
    locale: Locale,
    kind: ChartKind,
    state: State,
    figure: Figure,
    walk: Walk,
}

#[wasm_bindgen]
impl Words {
    /// The words of the chart of a name.
    ///
    /// # Errors
    /// Nothing to speak of, if there is no such chart.
    #[wasm_bindgen(constructor)]
    pub fn new(dataset: &SpokenDataset, kind: &str) -> Result<Words, JsValue> {
        let kind = ChartKind::from_id(kind).ok_or(JsValue::NULL)?;
        let state = State::default();
        let figure = figure_of(kind, &dataset.0.borrow(), &state);
        Ok(Words { dataset: Rc::clone(&dataset.0), locale: ALL[0], kind, state, figure, walk: Walk::default() })
    }

    /// Takes the state as the query of a link writes it, already decoded, and says the chart in words: `title`, `sentence`,
    /// `source`, the day `as_of` which its data runs to, the `columns` of its table and how many `rows` it has, the `controls` it offers, the `selection` (empty where
    /// nothing is selected) and `notes` on what could not be read.
    pub fn describe(&mut self, query: &str) -> JsValue {
        let dataset = &*self.dataset.borrow();
        let (state, bad) = State::read(query);
        // Themes and languages change nothing that is counted.
        if state != self.state {
            self.figure = figure_of(self.kind, dataset, &state);
            self.state = state;
        }
        let (figure, locale) = (&self.figure, self.locale);
        object(&[
            ("title", text(describe::title(self.kind, locale))),
            ("sentence", text(&describe::sentence(figure, dataset, locale))),
            ("source", text(&describe::source_line(dataset, locale))),
            ("as_of", text(&data::PartialDate::from(dataset.as_of).iso())),
            ("columns", dto::columns(&describe::table_columns(figure, locale))),
            ("rows", (describe::table_length(figure, dataset, locale) as f64).into()),
            ("controls", dto::controls(&describe::controls(figure, locale))),
            ("selection", text(&describe::selection(&figure.filter, dataset, locale))),
            ("notes", texts(&notes(&bad, locale))),
        ])
    }

    /// Rows of the table, at most so many, from one on.
    pub fn rows(&self, from: usize, most: usize) -> JsValue {
        let part = from..from.saturating_add(most);
        dto::rows(&describe::table_rows(&self.figure, part, &self.dataset.borrow(), self.locale))
    }

    /// Takes a step by a key, by its number in `Step::ALL`, and gives the number of the datum the reader is at then; any other
    /// number stays there. -1 is none.
    pub fn walk(&mut self, step: usize) -> i32 {
        let at = match Step::ALL.get(step) {
            Some(step) => self.walk.step(*step, &self.figure, &self.dataset.borrow()),
            None => self.walk.at(&self.figure),
        };
        at.map_or(-1, |DatumRef(number)| number as i32)
    }

    /// Everything about a datum beyond its tooltip: its incidents, who attributes them, their sources.
    pub fn card(&self, datum: u32) -> JsValue {
        let card = describe::card(&self.figure, DatumRef(datum), &self.dataset.borrow(), self.locale);
        dto::card(&card, self.locale)
    }

    /// The incidents behind the chart, see [`export::incidents_of`].
    pub fn chosen(&self) -> Vec<u32> {
        let chosen = export::incidents_of(&self.figure, &self.dataset.borrow());
        chosen.into_iter().map(|index| index as u32).collect()
    }

    /// Words of the interface around the chart.
    pub fn strings(&self) -> JsValue {
        dto::strings(self.locale)
    }
}

fn notes(bad: &[BadValue], locale: Locale) -> Vec<String> {
    let messages = locale.messages();
    let mut notes = Vec::new();
    for bad in bad {
        let key = messages.state_keys[bad.key];
        notes.push(fill(messages.bad_state, &[("key", key), ("value", &bad.value)]));
    }
    notes
}
