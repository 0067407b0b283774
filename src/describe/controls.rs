//! What a reader can choose for a chart: menus come from here, pages never repeat them.

use crate::aggregate::Measure;
use crate::chart::Figure;
use crate::locale::Locale;

/// A choice for one key of the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// The key in links and attributes.
    pub key: &'static str,
    /// What is chosen.
    pub label: &'static str,
    /// What there is to choose from.
    pub options: Vec<ControlOption>,
}

/// One of the values to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ControlOption {
    /// The value in links and attributes.
    pub value: &'static str,
    /// Its words.
    pub label: &'static str,
    /// Whether it is in force.
    pub selected: bool,
}

/// The measure, where the chart offers more than one.
pub fn controls(figure: &Figure, locale: Locale) -> Vec<Control> {
    let offered = figure.kind.measures();
    if offered.len() < 2 {
        return Vec::new();
    }
    let option = |measure: &Measure| ControlOption {
        value: measure.id(),
        label: locale.messages().measures[*measure as usize],
        selected: *measure == figure.measure,
    };
    vec![Control { key: "measure", label: locale.messages().measure, options: offered.iter().map(option).collect() }]
}
