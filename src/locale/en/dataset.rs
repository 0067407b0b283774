//! The project's own dataset is written in English.

use crate::locale::Translations;

/// Empty: the dataset needs no translation.
pub const TRANSLATIONS: Translations = Translations { victims: &[], marks: &[], also: &[], claims: &[] };
