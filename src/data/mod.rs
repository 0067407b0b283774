//! The dataset: incidents, the estimates published by others, claims and sources.
//!
//! This room knows no pixels, no browser and no language. A [`Dataset`] passed every rule of the format. An invalid
//! one is reported as a list of all its [`DataError`]s.

mod columns;
mod context;
mod country;
mod date;
#[cfg(any(not(target_arch = "wasm32"), feature = "validator"))]
mod deserialize;
mod error;
mod kind;
mod model;
mod range;
mod raw;
mod read;
#[cfg(any(not(target_arch = "wasm32"), feature = "validator"))]
mod sheet;
mod small;
mod tape;
mod texts;

pub use columns::Columns;
#[cfg(any(not(target_arch = "wasm32"), feature = "validator"))]
pub use columns::{ColumnErrors, GivenColumns};
pub use context::{Actor, Attributed, Event, MarkedEvent, Recovery, Share, Texts, World};
pub use country::Country;
pub use date::{Date, DateError, PartialDate, Precision};
pub use error::DataError;
pub use kind::{EstimateKind, Evidence, Group, Method, Read, RecoveryKind, Sector, SourceKind, UnKind};
pub use model::*;
pub use range::{Period, UsdRange};
pub use raw::Value;
#[cfg(not(target_arch = "wasm32"))]
pub use read::schema;
#[cfg(any(not(target_arch = "wasm32"), feature = "validator"))]
pub use sheet::Sheet;
pub use small::digits;
pub(crate) use small::{cut, sorted};
pub use tape::Tape;
pub use texts::Said;
