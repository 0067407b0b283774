//! What the functions of this room give, and what a chart gives them: its [`Words`].

use std::ops::Range;

use crate::chart::Figure;
use crate::data::Dataset;
use crate::locale::Locale;
use crate::scene::DatumRef;

/// The words of one chart: the twin of [`Recipe`](crate::chart::Recipe).
pub(super) struct Words {
    /// What the chart measures.
    pub title: fn(Locale) -> &'static str,
    /// What stands out in a figure with data; the text says when.
    pub sentence: fn(&Figure, &str, &Dataset, Locale) -> String,
    /// The heads of the columns of its table.
    pub columns: fn(Locale) -> Vec<Column>,
    /// The rows of its table.
    pub rows: Rows,
}

/// How the rows of a table are made.
pub(super) enum Rows {
    /// All at once.
    All(fn(&Figure, &Dataset, Locale) -> Vec<Row>),
    /// Some of them: there is one for each datum, and of a crowd nobody reads all at once.
    Each(fn(&Figure, Range<usize>, &Dataset, Locale) -> Vec<Row>),
}

/// A table with a header cell in front of every row.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows: the chart's title.
    pub caption: String,
    /// Heads of the columns, that of the row headers first.
    pub columns: Vec<Column>,
    /// Rows in the order of the data.
    pub rows: Vec<Row>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its words.
    pub text: String,
    /// Whether figures stand below it.
    pub numeric: bool,
}

/// A row of a table; one without cells heads the rows below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row is about.
    pub header: String,
    /// One cell for each further column.
    pub cells: Vec<Cell>,
}

/// A cell and the datum it states.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its words; empty where there is no figure.
    pub text: String,
    /// The datum whose value it states.
    pub datum: Option<DatumRef>,
}

/// A datum in words: text only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tooltip {
    /// What the datum stands for.
    pub title: String,
    /// Its figures, each a line: attacks, amount with range, unknowns, evidence.
    pub lines: Vec<String>,
}

impl Tooltip {
    /// Title and lines as one text, for those who hear it.
    pub fn spoken(&self, locale: Locale) -> String {
        let parts: Vec<&str> = [&self.title].into_iter().chain(&self.lines).map(String::as_str).collect();
        locale.spoken(&parts)
    }
}

/// What a card says of a datum beyond its tooltip, which is its head: everything the dataset says about its incidents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// What stands in place of the lines of the tooltip, where the rest of them is said of the incident itself.
    pub line: Option<String>,
    /// Its incidents, largest first, those without a known amount last.
    pub incidents: Vec<CardIncident>,
    /// Where its figure stands, if someone else published it.
    pub sources: Vec<CardSource>,
    /// What a reader has to know about that figure, or about the list of incidents.
    pub note: Option<String>,
    /// Texts and sources are not there yet.
    pub pending: bool,
    /// Keys and values of the state that select what the card is about; empty where nothing does.
    pub only: Vec<(&'static str, String)>,
}

/// One incident on a card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardIncident {
    /// Its stable name.
    pub id: String,
    /// Who was hit.
    pub name: String,
    /// When.
    pub date: String,
    /// How much was taken, short.
    pub amount: String,
    /// Amount with range, evidence, dispute, attempt, recovery.
    pub lines: Vec<String>,
    /// What happened, in the dataset's words.
    pub text: Option<String>,
    /// Who attributes it.
    pub attribution: Vec<String>,
    /// Where it stands.
    pub sources: Vec<CardSource>,
}

/// A link to a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardSource {
    /// Title of the work.
    pub title: String,
    /// Publisher, date, place within the work, and the copy it was read through.
    pub about: String,
    /// An http or https link.
    pub url: String,
}
