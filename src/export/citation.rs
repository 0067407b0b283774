//! How to cite a chart.

use crate::chart::Figure;
use crate::data::Dataset;
use crate::describe;
use crate::locale::{Locale, fill};

/// Who made the graphic and its dataset.
const AUTHOR: &str = "Heistogram contributors";

/// The chart and what is selected in it, in words.
fn title(figure: &Figure, dataset: &Dataset, locale: Locale) -> String {
    let selection = describe::selection(&figure.filter, dataset, locale);
    let title = describe::title(figure.kind, locale);
    if selection.is_empty() { title.into() } else { [title, " (", &selection, ")"].concat() }
}

/// In words, in a language. It has no date of access: readers know theirs, and the same selection gives the same words.
pub fn citation(figure: &Figure, dataset: &Dataset, locale: Locale, link: &str) -> String {
    let values = [
        ("author", AUTHOR),
        ("chart", &*title(figure, dataset, locale)),
        ("title", &dataset.title),
        ("day", &locale.day(dataset.as_of)),
        ("link", link),
    ];
    fill(locale.messages().citation, &values)
}

/// As an entry for BibTeX and its successors.
pub fn bibtex(figure: &Figure, dataset: &Dataset, locale: Locale, link: &str) -> String {
    let title = [&title(figure, dataset, locale), ". ", &dataset.title].concat();
    // In braces of their own: one name, not two, and capitals that stay.
    let in_braces = |text: &str| ["{", text, "}"].concat();
    let fields = [
        ("author", in_braces(AUTHOR)),
        ("title", in_braces(&escaped(&title))),
        ("year", dataset.as_of.year().to_string()),
        ("version", dataset.as_of.to_string()),
        ("url", plain_link(link)),
        ("note", "CC BY 4.0".into()),
    ];
    let mut entry = ["@misc{", &super::file_stem(figure, dataset)].concat();
    for (name, value) in &fields {
        entry.extend([",\n  ", name, " = {", value, "}"]);
    }
    entry + "\n}\n"
}

/// What TeX takes for commands, as text.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(sign);
            }
            _ => out.push(sign),
        }
    }
    out
}

/// An address without what would end its field early: programs take it as it stands.
fn plain_link(link: &str) -> String {
    let unsafe_sign = |sign: char| matches!(sign, '{' | '}' | '\\' | '"') || sign.is_whitespace() || sign.is_control();
    link.chars().filter(|sign| !unsafe_sign(*sign)).collect()
}
