//! The results of this module, and the [`Words`] that each chart supplies.

use std::ops::Range;

use crate::chart::Figure;
use crate::data::{Dataset, Said};
use crate::locale::Locale;
use crate::scene::DatumRef;

/// The words of one chart: the twin of [`Recipe`](crate::chart::Recipe).
pub(super) struct Words {
    /// Its neutral title: what it measures.
    pub title: fn(Locale) -> &'static str,
    /// Its title while nothing is selected: what stands out. `None` if nothing does, as in a tie.
    pub finding: fn(&Figure, &Dataset, Locale) -> Option<String>,
    /// The summary of a figure with data. The text is its span of years, after a verb.
    pub sentence: fn(&Figure, &str, &Dataset, Locale) -> String,
    /// The column headers of its table.
    pub columns: fn(&Dataset, Locale) -> Vec<Column>,
    /// Makes the rows of its table.
    pub rows: Rows,
}

/// How the rows of a table are made.
pub(super) enum Rows {
    /// All at once.
    All(fn(&Figure, &Dataset, Locale) -> Vec<Row>),
    /// A range of them: there is one for each datum, and a crowd has too many to build at once.
    Each(fn(&Figure, Range<usize>, &Dataset, Locale) -> Vec<Row>),
}

/// A table with a header cell in front of every row.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The chart's neutral title.
    pub caption: String,
    /// Column headers; the first is that of the row headers.
    pub columns: Vec<Column>,
    /// Rows in the order of the data.
    pub rows: Vec<Row>,
}

/// A column header.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its words.
    pub text: String,
    /// Whether its cells are numeric.
    pub numeric: bool,
}

/// A row of a table. A row without cells is a heading for the rows below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The row header.
    pub header: String,
    /// One cell for each column but the first.
    pub cells: Vec<Cell>,
}

/// A cell and its datum.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its text; empty if there is no figure.
    pub text: String,
    /// The datum of its value, if any.
    pub datum: Option<DatumRef>,
}

/// A datum in words, as plain text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tooltip {
    /// What the datum represents.
    pub title: String,
    /// Its figures by line: attacks, amount with range, unknown amounts, evidence.
    pub lines: Vec<String>,
}

impl Tooltip {
    /// Title and lines as one text, for screen readers.
    pub fn spoken(&self, locale: Locale) -> String {
        let parts: Vec<&str> = [&self.title].into_iter().chain(&self.lines).map(String::as_str).collect();
        locale.spoken(&parts)
    }
}

/// The card of a datum: everything in the dataset about its incidents. The tooltip is its heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// Replaces the lines of the tooltip, if the incident on the card has them too.
    pub line: Option<String>,
    /// Its incidents, largest first, those without a known amount last.
    pub incidents: Vec<CardIncident>,
    /// Sources of its figure, if others published it.
    pub sources: Vec<CardSource>,
    /// A note on that figure, or on the list of incidents.
    pub note: Option<Said>,
    /// Whether texts and sources are not loaded yet.
    pub pending: bool,
    /// Keys and values of the state that select the datum; empty if no state does.
    pub only: Vec<(&'static str, String)>,
}

/// One incident on a card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardIncident {
    /// Its id in the dataset.
    pub id: String,
    /// The victim.
    pub name: Said,
    /// The date.
    pub date: String,
    /// The amount taken, in short form.
    pub amount: String,
    /// Amount with range, evidence, dispute, attempt, recovery.
    pub lines: Vec<String>,
    /// What happened, in the dataset's words.
    pub text: Option<Said>,
    /// Those who attribute it.
    pub attribution: Vec<Said>,
    /// Its sources.
    pub sources: Vec<CardSource>,
}

/// A link to a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardSource {
    /// Its title, and the position within it.
    pub title: String,
    /// Publisher, date, and the copy that was read.
    pub about: String,
    /// An http or https link.
    pub url: String,
}
