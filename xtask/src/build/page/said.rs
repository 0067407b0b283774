//! Texts of the dataset in the language of a page.

use heistogram::{
    data::{Dataset, Said},
    locale::{self, Locale},
};
use minijinja::{Value, context};

/// A text of the dataset: `text`, and `lang` if that is not the language of the page, for want of a translation.
pub fn said(text: &str, dataset: &Dataset, locale: Locale) -> Value {
    let Said { text, as_written } = of(text, dataset);
    let written = locale::ALL[0];
    context! { text => text, lang => (as_written && locale != written).then(|| written.tag()) }
}

/// Texts of the dataset in one line.
pub fn joined(texts: &[String], dataset: &Dataset, locale: Locale) -> Option<Value> {
    let all: Vec<Said> = texts.iter().map(|text| of(text, dataset)).collect();
    let written = locale::ALL[0];
    let as_written = all.iter().any(|said| said.as_written) && locale != written;
    let line = all.iter().map(|said| &*said.text).collect::<Vec<_>>().join(locale.messages().list_separator);
    (!texts.is_empty()).then(|| context! { text => line, lang => as_written.then(|| written.tag()) })
}

/// The text alone, for a sentence of the page.
pub fn text(text: &str, dataset: &Dataset) -> String {
    of(text, dataset).text
}

fn of(text: &str, dataset: &Dataset) -> Said {
    match &dataset.details {
        Some(details) => details.said(text),
        None => Said { text: text.to_owned(), as_written: true },
    }
}
