//! Conversion of results to plain objects for the page, with all text in the reader's language.
//!
//! Written by hand, because derived serializers for the same objects would add 15 kB to the download.

use wasm_bindgen::JsValue;

use crate::data::{Dataset, Said};
use crate::describe;
use crate::describe::{Card, CardIncident, CardSource, Cell, Column, Control, ControlOption, KeyFigure, Row};
use crate::geometry::Rect;
use crate::locale::Locale;
use crate::state::{BadValue, KEYS};
use crate::web::object::{list, object, optional, text};

/// `{line, incidents, sources, note, pending, pending_text, attribution_label, sources_label, only}`
pub(super) fn card(card: &Card, dataset: &Dataset, locale: Locale) -> JsValue {
    let [attributed, pending] = describe::attribution(dataset, locale);
    object(&[
        ("line", optional(card.line.as_deref())),
        ("incidents", list(&card.incidents, incident)),
        ("sources", list(&card.sources, source)),
        ("note", card.note.as_ref().map_or(JsValue::UNDEFINED, said)),
        ("pending", card.pending.into()),
        ("pending_text", text(pending)),
        ("attribution_label", text(attributed)),
        ("sources_label", text(locale.messages().sources)),
        ("only", text(&only(card))),
    ])
}

/// `key=value&…`
fn only(card: &Card) -> String {
    let mut query = String::new();
    for (key, value) in &card.only {
        query.push_str(if query.is_empty() { "" } else { "&" });
        query.push_str(key);
        query.push('=');
        query.push_str(value);
    }
    query
}

/// `{words, bad, notes, ids, empty, key_figures: [{value, label, note}]}`
pub(super) fn view(
    words: &str,
    bad: &[BadValue],
    notes: &[String],
    ids: Option<Vec<&str>>,
    empty: bool,
    key_figures: &[KeyFigure],
) -> JsValue {
    let figure = |figure: &KeyFigure| {
        object(&[("value", text(&figure.value)), ("label", text(&figure.label)), ("note", text(&figure.note))])
    };
    object(&[
        ("words", text(words)),
        ("bad", list(bad, |bad| text(KEYS[bad.key]))),
        ("notes", texts(notes)),
        ("ids", ids.map_or(JsValue::NULL, |ids| list(&ids, |id| text(id)))),
        ("empty", empty.into()),
        ("key_figures", list(key_figures, figure)),
    ])
}

fn incident(incident: &CardIncident) -> JsValue {
    object(&[
        ("id", text(&incident.id)),
        ("name", said(&incident.name)),
        ("date", text(&incident.date)),
        ("amount", text(&incident.amount)),
        ("lines", texts(&incident.lines)),
        ("text", incident.text.as_ref().map_or(JsValue::UNDEFINED, said)),
        ("attribution", list(&incident.attribution, said)),
        ("sources", list(&incident.sources, source)),
    ])
}

/// `{text, as_written}`
pub(super) fn said(Said { text: words, as_written }: &Said) -> JsValue {
    object(&[("text", text(words)), ("as_written", (*as_written).into())])
}

fn source(CardSource { title, about, url }: &CardSource) -> JsValue {
    object(&[("title", text(title)), ("about", text(about)), ("url", text(url))])
}

/// `[{text, numeric}]`
pub(super) fn columns(columns: &[Column]) -> JsValue {
    list(columns, |column| object(&[("text", text(&column.text)), ("numeric", column.numeric.into())]))
}

/// `[{header, cells}]`
pub(super) fn rows(rows: &[Row]) -> JsValue {
    list(rows, |row| {
        let cell = |cell: &Cell| text(&cell.text);
        object(&[("header", text(&row.header)), ("cells", list(&row.cells, cell))])
    })
}

/// `[{key, label, options: [{value, label, selected}]}]`
pub(super) fn controls(controls: &[Control]) -> JsValue {
    list(controls, |control| {
        object(&[
            ("key", text(control.key)),
            ("label", text(control.label)),
            ("options", list(&control.options, option)),
        ])
    })
}

fn option(ControlOption { value, label, selected }: &ControlOption) -> JsValue {
    object(&[("value", text(value)), ("label", text(label)), ("selected", (*selected).into())])
}

/// Strings of the interface around a chart, by name.
pub(super) fn strings(locale: Locale) -> JsValue {
    let messages = locale.messages();
    let words = [
        ("close", messages.close),
        ("table", messages.show_table),
        ("chart_role", messages.chart_role),
        ("chart_keys", messages.chart_keys),
        ("tag", locale.tag()),
        ("rows_shown", messages.rows_shown),
        ("previous_rows", messages.previous_rows),
        ("next_rows", messages.next_rows),
        ("details_failed", messages.details_failed),
        ("clear", messages.clear),
        ("only_this", messages.only_this),
        ("not_selected", messages.not_selected),
        ("copy_link", messages.copy_link),
        ("link_copied", messages.link_copied),
        ("take_away", messages.take_away),
    ];
    object(&words.map(|(name, word)| (name, text(word))))
}

pub(super) fn texts(texts: &[String]) -> JsValue {
    list(texts, |item| text(item))
}

pub(super) fn area(rect: &Rect) -> JsValue {
    let sides = [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)];
    object(&sides.map(|(name, side)| (name, side.into())))
}
