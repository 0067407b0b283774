//! The project's own dataset is written in English.

use crate::locale::Translations;

/// Nothing: the dataset's own words stand.
pub const TRANSLATIONS: Translations = Translations { victims: &[], marks: &[], also: &[], claims: &[] };
