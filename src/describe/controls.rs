//! The controls of a chart. Pages build their menus from them.

use crate::aggregate::Measure;
use crate::chart::Figure;
use crate::locale::Locale;

/// A menu for one key of the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// The key in links and attributes.
    pub key: &'static str,
    /// Its label.
    pub label: &'static str,
    /// Its options.
    pub options: Vec<ControlOption>,
}

/// An option of a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ControlOption {
    /// The value in links and attributes.
    pub value: &'static str,
    /// Its label.
    pub label: &'static str,
    /// Whether it is the current value.
    pub selected: bool,
}

/// The menu of measures, if the chart offers more than one.
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
