//! What a chart says in words: titles, sentences, tooltips, tables and cards, in a language. Knows no pixels.

mod card;
mod controls;
mod incidents;
mod key_figures;
mod published;
mod running_total;
mod selection;
mod sentence;
mod table;
mod tooltip;
mod un_2019;

pub use card::{Card, CardIncident, CardSource, card, further};
pub use controls::{Control, ControlOption, controls};
pub use key_figures::{KeyFigure, key_figures};
pub use selection::{period, selection};
pub use sentence::{sentence, source_line, title};
pub use table::{Cell, Column, Row, Table, table, table_columns, table_length, table_rows};
pub use tooltip::{Tooltip, tooltip};
