//! What charts say: tooltips, titles, sentences, tables, cards, and what a state selects. Pictures never wait for it.

use wasm_bindgen::prelude::*;

use super::charts::{Chart, Dataset, draw};
use super::dto::{self, area, texts};
use super::measure::CanvasMeasure;
use crate::aggregate::Filter;
use crate::chart::PosterWords;
use crate::data::{Incident, IncidentDetails, Method, PartialDate, concat};
use crate::describe;
use crate::export;
use crate::geometry::Point;
use crate::locale::{ALL, Locale, fill};
use crate::paint;
use crate::scene::{Choice, DatumRef};
use crate::state::{BadValue, State};
use crate::walk::Step;
use crate::web::object::{list, object, optional, text};

#[wasm_bindgen]
impl Dataset {
    /// Adds texts and sources, as the two lists of their tape; `false` if they are not those of this dataset.
    pub fn add_details(&self, numbers: &[f64], text: &str) -> bool {
        self.0.borrow_mut().add_details_from_tape(numbers, text)
    }

    /// What a search finds of incidents beyond their rows in a table: `id`, `text`, `lines` of a card, and other `words` in English;
    /// none without details.
    pub fn texts(&self) -> JsValue {
        let dataset = &*self.0.borrow();
        let details = dataset.details.as_ref().map_or(&[][..], |details| &details.incidents);
        let pairs: Vec<(&Incident, &IncidentDetails)> = dataset.incidents.iter().zip(details).collect();
        list(&pairs, |(incident, more)| {
            object(&[
                ("id", text(incident.id())),
                ("text", optional(more.text.as_deref())),
                ("lines", texts(&describe::further(more, ALL[0]))),
                (
                    "words",
                    text(&concat(&[
                        more.method.map_or("", Method::id),
                        " ",
                        more.asset.as_deref().unwrap_or_default(),
                    ])),
                ),
            ])
        })
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

#[wasm_bindgen]
impl Chart {
    /// Takes the state as the query of a link writes it, already decoded, and puts the chart into words: `title`,
    /// `sentence`, `source`, the day `as_of` which its data runs to, and the `count` of its data; the `columns` of its
    /// table and how many `rows` it has; the `controls` it offers; the `selection` (empty where nothing is selected), its
    /// `news` (selection and sentence in one text), and `notes` on what could not be read.
    pub fn describe(&self, query: &str) -> JsValue {
        let dataset = &*self.dataset.borrow();
        let bad = State::read(query).1;
        let (figure, locale) = (self.app.figure(), self.app.locale());
        let sentence = describe::sentence(figure, dataset, locale);
        let selection = describe::selection(&figure.filter, dataset, locale);
        object(&[
            ("title", text(describe::title(figure.kind, locale))),
            ("sentence", text(&sentence)),
            ("news", text(&locale.spoken(&[&selection, &sentence]))),
            ("count", figure.count().into()),
            ("source", text(&describe::source_line(dataset, locale))),
            ("as_of", text(&PartialDate::from(dataset.as_of).iso())),
            ("columns", dto::columns(&describe::table_columns(figure, locale))),
            ("rows", (describe::table_length(figure, dataset, locale) as f64).into()),
            ("controls", dto::controls(&describe::controls(figure, locale))),
            ("selection", text(&selection)),
            ("notes", texts(&notes(&bad, locale))),
        ])
    }

    /// Rows of the table, at most so many, from one on.
    pub fn rows(&self, from: usize, most: usize) -> JsValue {
        let part = from..from.saturating_add(most);
        dto::rows(&describe::table_rows(self.app.figure(), part, &self.dataset.borrow(), self.app.locale()))
    }

    /// Words of the interface around the chart.
    pub fn strings(&self) -> JsValue {
        dto::strings(self.app.locale())
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
        object(&[("title", text(&tooltip.title)), ("lines", texts(&tooltip.lines)), ("ring", area(&bounds))])
    }

    /// Title and lines of a datum as one text, for screen readers.
    pub fn spoken(&self, datum: u32) -> String {
        let locale = self.app.locale();
        describe::tooltip(self.app.figure(), DatumRef(datum), &self.dataset.borrow(), locale).spoken(locale)
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

    /// Takes a step by a key, by its number in `Step::ALL`, and gives the number of the datum the reader is at then; any other
    /// number stays there. -1 is none.
    pub fn walk(&mut self, step: usize) -> i32 {
        number(self.app.walk(Step::ALL.get(step).copied(), &self.dataset.borrow()))
    }

    /// Number of the datum that stands for an incident, or -1.
    pub fn datum_of(&self, id: &str) -> i32 {
        number(self.app.datum_of(id, &self.dataset.borrow()))
    }

    /// Everything about a datum beyond its tooltip: its incidents, who attributes them, their sources.
    pub fn card(&self, datum: u32) -> JsValue {
        let card = describe::card(self.app.figure(), DatumRef(datum), &self.dataset.borrow(), self.app.locale());
        dto::card(&card, self.app.locale())
    }

    /// Lays the chart out as a picture that stands alone, with words around it, and draws it; `texts` are its title, sentence,
    /// selection and foot, with [`super::BETWEEN`] between them.
    pub fn poster(&mut self, width: f64, ratio: f64, texts: &str) {
        let [title, sentence, selection, foot] = super::split(texts).unwrap_or_default();
        let words = PosterWords { title, lead: &[sentence, selection], foot: &[foot] };
        let scene =
            self.app.poster(width, &words, &CanvasMeasure::new(&self.context, &self.widths), &self.dataset.borrow());
        draw(&scene, (&self.canvas, &self.context), &mut self.backend, (paint::PICTURE, self.crowds), ratio);
    }

    /// The incidents behind the chart as CSV, with names of `countries` in English, or else as JSON. The dataset must have
    /// its details.
    pub fn write(&self, csv: bool, countries: &str) -> String {
        let dataset = &*self.dataset.borrow();
        let chosen = export::incidents_of(self.app.figure(), dataset);
        if csv { export::csv(dataset, &chosen, countries) } else { export::json(dataset, &chosen) }
    }
}

/// A number for JavaScript, which has none for nothing.
fn number(datum: Option<DatumRef>) -> i32 {
    datum.map_or(-1, |DatumRef(number)| number.cast_signed())
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
