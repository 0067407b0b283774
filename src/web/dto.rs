//! What crosses to the page: plain objects with the words already chosen.
//!
//! Built by hand from a few calls: derived serializers for the same objects are 15 kB of code that readers download.

use wasm_bindgen::JsValue;

use super::object::{list, object, optional, text, texts};
use crate::describe::{Card, CardIncident, CardSource, Cell, Column, Control, ControlOption, Row, Table, Tooltip};
use crate::geometry::Rect;
use crate::locale::Locale;

/// `{title, lines, ring: {x, y, width, height}}`
pub(super) fn tooltip(tooltip: &Tooltip, bounds: Rect) -> JsValue {
    let ring = object(&[
        ("x", bounds.x.into()),
        ("y", bounds.y.into()),
        ("width", bounds.width.into()),
        ("height", bounds.height.into()),
    ]);
    object(&[("title", text(&tooltip.title)), ("lines", texts(&tooltip.lines)), ("ring", ring)])
}

/// `{title, lines, incidents, pending, pending_text, attribution_label, sources_label}`
pub(super) fn card(card: &Card, locale: Locale) -> JsValue {
    object(&[
        ("title", text(&card.title)),
        ("lines", texts(&card.lines)),
        ("incidents", list(&card.incidents, incident)),
        ("pending", card.pending.into()),
        ("pending_text", text(locale.messages.details_pending)),
        ("attribution_label", text(locale.messages.attributed_to_dprk_by)),
        ("sources_label", text(locale.messages.sources)),
    ])
}

fn incident(incident: &CardIncident) -> JsValue {
    object(&[
        ("id", text(&incident.id)),
        ("name", text(&incident.name)),
        ("date", text(&incident.date)),
        ("amount", text(&incident.amount)),
        ("lines", texts(&incident.lines)),
        ("text", optional(incident.text.as_deref())),
        ("attribution", texts(&incident.attribution)),
        ("sources", list(&incident.sources, source)),
    ])
}

fn source(CardSource { title, about, url }: &CardSource) -> JsValue {
    object(&[("title", text(title)), ("about", text(about)), ("url", text(url))])
}

/// `{title, sentence, source}`
pub(super) fn head(title: &str, sentence: &str, source: &str) -> JsValue {
    object(&[("title", text(title)), ("sentence", text(sentence)), ("source", text(source))])
}

/// `{caption, columns: [{text, numeric}], rows: [{header, cells}]}`
pub(super) fn table(table: &Table) -> JsValue {
    let column = |column: &Column| object(&[("text", text(&column.text)), ("numeric", column.numeric.into())]);
    let row = |row: &Row| {
        let cell = |cell: &Cell| text(&cell.text);
        object(&[("header", text(&row.header)), ("cells", list(&row.cells, cell))])
    };
    object(&[
        ("caption", text(&table.caption)),
        ("columns", list(&table.columns, column)),
        ("rows", list(&table.rows, row)),
    ])
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

/// Words of the interface: `{close, table, details_failed}`
pub(super) fn strings(locale: Locale) -> JsValue {
    let messages = locale.messages;
    object(&[
        ("close", text(messages.close)),
        ("table", text(messages.show_table)),
        ("details_failed", text(messages.details_failed)),
    ])
}
