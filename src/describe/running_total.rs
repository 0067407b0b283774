//! The words of `running-total`.

use super::table::{Column, Row};
use super::tooltip::Tooltip;
use crate::aggregate::Datum;
use crate::chart::Figure;
use crate::data::Dataset;
use crate::locale::Locale;
use crate::scene::DatumRef;

pub(super) fn sentence(_figure: &Figure, _dataset: &Dataset, _locale: Locale) -> String {
    String::new()
}

pub(super) fn columns(_locale: Locale) -> Vec<Column> {
    Vec::new()
}

pub(super) fn rows(_figure: &Figure, _dataset: &Dataset, _locale: Locale) -> Vec<Row> {
    Vec::new()
}

pub(super) fn tooltip(_datum: &Datum, _number: DatumRef, _dataset: &Dataset, _locale: Locale) -> Tooltip {
    Tooltip::default()
}
