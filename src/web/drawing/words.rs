//! Charts in words: tooltips, titles, sentences, tables, cards and selections. This part loads after the charts are
//! drawn.

use wasm_bindgen::prelude::*;

use super::charts::{Chart, Dataset, draw};
use super::dto::{self, area, texts};
use super::measure::CanvasMeasure;
use crate::aggregate::Filter;
use crate::chart::PosterWords;
use crate::data::{Details, Incident, IncidentDetails, Method, PartialDate};
use crate::describe;
use crate::export;
use crate::geometry::Point;
use crate::locale::{ALL, Locale, fill};
use crate::paint;
use crate::scene::{Choice, DatumRef};
use crate::state::{BadValue, State};
use crate::walk::Step;
use crate::web::object::{list, object, text};

#[wasm_bindgen]
impl Dataset {
    /// Adds texts and sources from the numbers and the text of their tape. Returns `false` if they do not belong to
    /// this dataset.
    pub fn add_details(&self, numbers: &[f64], text: &str) -> bool {
        self.0.borrow_mut().add_details_from_tape(numbers, text)
    }

    /// Adds translations of the texts from their tape, after the details. Returns `false` if they do not belong to them.
    pub fn add_texts(&self, text: &str) -> bool {
        self.0.borrow_mut().details.as_mut().is_some_and(|details| details.add_texts_from_tape(text))
    }

    /// Texts of incidents for a search, beyond their rows in the table: `id`, `text`, `lines` of a card, and further
    /// `words` as the dataset has them. Empty without details.
    pub fn texts(&self) -> JsValue {
        let dataset = &*self.0.borrow();
        let details = dataset.details.iter();
        let triples: Vec<(&Incident, &IncidentDetails, &Details)> = details
            .flat_map(|details| {
                dataset.incidents.iter().zip(&details.incidents).map(move |(incident, more)| (incident, more, details))
            })
            .collect();
        list(&triples, |(incident, more, details)| {
            let mut words = vec![incident.method.map_or("", Method::id)];
            words.extend([&more.asset, &more.text].into_iter().flatten().map(String::as_str));
            words.extend(more.attribution.iter().chain(more.actor.iter().map(|one| &one.name)).map(String::as_str));
            object(&[
                ("id", text(incident.id())),
                ("text", more.text.as_ref().map_or(JsValue::UNDEFINED, |text| dto::said(&details.said(text)))),
                ("lines", texts(&describe::further(incident, more, details, ALL[0]))),
                ("words", text(&words.join(" "))),
            ])
        })
    }

    /// The selection of a state, for the page around the charts: its `words`, and the keys of `bad` values with `notes`
    /// on them. The `ids` are those of the selected incidents, `null` if all are; `empty` is whether none of them counts.
    /// `key_figures` have `value`, `label` and `note`.
    pub fn view(&self, query: &str) -> JsValue {
        let dataset = &*self.0.borrow();
        let locale = ALL[0];
        let (State { filter, .. }, bad) = State::read(query);
        let chosen = dataset.incidents.iter().filter(|incident| filter.accepts(incident));
        let ids = (filter != Filter::default()).then(|| chosen.map(Incident::id).collect());
        let words = describe::selection(&filter, dataset, locale);
        let figures = describe::key_figures(dataset, &filter, locale);
        dto::view(&words, &bad, &notes(&bad, locale), ids, !any_counts(dataset, &filter), &figures)
    }
}

/// Whether a filter selects an incident that counts.
fn any_counts(dataset: &crate::data::Dataset, filter: &Filter) -> bool {
    dataset.incidents.iter().any(|incident| incident.counted && filter.accepts(incident))
}

#[wasm_bindgen]
impl Chart {
    /// The chart in words: its `title` and, for accessible names, its neutral `name`; `sentence`, `source`, the last day
    /// `as_of` that its data cover, and the `count` of its data; `empty` is whether no attack is selected. `controls` are
    /// its menus. `selection` is empty if everything is selected; `news` is selection and sentence as one text. `query`
    /// is the decoded query of a link, and `notes` are on its invalid values.
    pub fn describe(&self, query: &str) -> JsValue {
        let dataset = &*self.dataset.borrow();
        let bad = State::read(query).1;
        let (figure, locale) = (self.app.figure(), self.app.locale());
        let sentence = describe::sentence(figure, dataset, locale);
        let selection = describe::selection(&figure.filter, dataset, locale);
        object(&[
            ("title", text(&describe::heading(figure, dataset, locale))),
            ("name", text(&describe::name(figure.kind, dataset, locale))),
            ("sentence", text(&sentence)),
            ("news", text(&locale.spoken(&[&selection, &sentence]))),
            ("count", figure.count().into()),
            ("empty", (figure.count() == 0 && !any_counts(dataset, &figure.filter)).into()),
            ("source", text(&describe::source_line(figure, dataset, locale))),
            ("as_of", text(&PartialDate::from(dataset.as_of).iso())),
            ("controls", dto::controls(&describe::controls(figure, locale))),
            ("selection", text(&selection)),
            ("notes", texts(&notes(&bad, locale))),
        ])
    }

    /// The table without its rows: `columns`, and how many `rows` there are.
    pub fn table(&self) -> JsValue {
        let (figure, locale) = (self.app.figure(), self.app.locale());
        let dataset = &*self.dataset.borrow();
        let rows = describe::table_length(figure, dataset, locale);
        object(&[
            ("columns", dto::columns(&describe::table_columns(figure, dataset, locale))),
            ("rows", (rows as f64).into()),
        ])
    }

    /// At most `most` rows of the table, from the index `from` on.
    pub fn rows(&self, from: usize, most: usize) -> JsValue {
        let part = from..from.saturating_add(most);
        dto::rows(&describe::table_rows(self.app.figure(), part, &self.dataset.borrow(), self.app.locale()))
    }

    /// Strings of the interface around the chart.
    pub fn strings(&self) -> JsValue {
        dto::strings(self.app.locale())
    }

    /// Hit test: the number of the datum at a point in CSS pixels from the corner of the canvas, or -1.
    pub fn hit(&self, x: f64, y: f64) -> i32 {
        number(self.app.hit(Point::new(x, y)))
    }

    /// Words and bounds of a datum: `title`, `lines`, `ring`.
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

    /// The entries of the legend that filter: `key` and `value` of the state, `words`, `area`.
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

    /// Takes a step by keys, given by its index in `Step::ALL`, and returns the number of the datum it leads to, or -1.
    /// Any other index takes no step.
    pub fn walk(&mut self, step: usize) -> i32 {
        number(self.app.walk(Step::ALL.get(step).copied(), &self.dataset.borrow()))
    }

    /// Number of the datum of an incident, or -1.
    pub fn datum_of(&self, id: &str) -> i32 {
        number(self.app.datum_of(id, &self.dataset.borrow()))
    }

    /// The card of a datum: its incidents, their attribution and their sources.
    pub fn card(&self, datum: u32) -> JsValue {
        let (dataset, locale) = (&*self.dataset.borrow(), self.app.locale());
        dto::card(&describe::card(self.app.figure(), DatumRef(datum), dataset, locale), dataset, locale)
    }

    /// Lays the chart out as a poster, `width` CSS pixels wide, and paints it. `texts` are title, sentence, selection
    /// and foot, separated by [`super::BETWEEN`].
    pub fn poster(&mut self, width: f64, ratio: f64, texts: &str) {
        let [title, sentence, selection, foot] = super::split(texts).unwrap_or_default();
        let words = PosterWords { title, lead: &[sentence, selection], foot: &[foot] };
        let scene =
            self.app.poster(width, &words, &CanvasMeasure::new(&self.context, &self.widths), &self.dataset.borrow());
        draw(&scene, (&self.canvas, &self.context), &mut self.backend, (paint::PICTURE, self.crowds), ratio);
    }

    /// The incidents behind the chart as CSV with the English names of `countries`, or as JSON. The dataset must have
    /// its details.
    pub fn write(&self, csv: bool, countries: &str) -> String {
        let dataset = &*self.dataset.borrow();
        let chosen = export::incidents_of(self.app.figure(), dataset);
        if csv { export::csv(dataset, &chosen, countries) } else { export::json(dataset, &chosen) }
    }

    /// The figures of the chart as CSV with the English names of `countries`.
    pub fn figures(&self, countries: &str) -> String {
        export::figures(self.app.figure(), &self.dataset.borrow(), countries)
    }
}

/// The number of a datum for JavaScript, with -1 for none. Measured against an option: 0.2 kB of the words (English,
/// brotli).
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
