//! Reading values that are neither lists nor objects, each by its rule.

use super::super::kind::Listed;
use super::super::{Country, Date, DateError, PartialDate, Value};
use super::cursor::{Cursor, whole};
use super::place::listed;

const MAX_CHARS: usize = 2_000;
const MAX_AMOUNT: f64 = 1e15;

const A_DATE: &str = "YYYY, YYYY-MM or YYYY-MM-DD";
const A_DAY: &str = "YYYY-MM-DD";
const AN_ID: &str = "A-Z, a-z, 0-9, dots, hyphens and underscores only";
const A_LINK: &str = "a link that begins with https:// or http://, without spaces";
const A_COUNTRY: &str = "an ISO 3166-1 code of two capital letters, such as KR";

impl<'v> Cursor<'v, '_> {
    /// A text that is not blank and not longer than 2,000 characters.
    pub(super) fn text(&self, expected: &str) -> Option<&'v str> {
        let Some(Value::Text(text)) = self.value() else {
            self.fail_kind(expected);
            return None;
        };
        if text.trim().is_empty() {
            self.fail("empty".into(), expected);
            return None;
        }
        // No text is longer in characters than it is in bytes.
        if text.len() > MAX_CHARS {
            let chars = text.bytes().filter(|&byte| !is_continuation(byte)).count();
            if chars > MAX_CHARS {
                self.fail(format!("{chars} characters"), "at most 2000 characters");
                return None;
            }
        }
        Some(text)
    }

    /// A name that links can use.
    pub(super) fn id(&self) -> Option<&'v str> {
        let id = self.text(AN_ID)?;
        if !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_')) {
            self.fail_named(id, "has other characters", AN_ID);
            return None;
        }
        Some(id)
    }

    /// A link to the web.
    pub(super) fn link(&self) -> Option<String> {
        let link = self.text(A_LINK)?;
        let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://")).unwrap_or_default();
        let has_host = !rest.is_empty() && !rest.starts_with(['/', '?', '#']);
        if !has_host || link.chars().any(|char| char.is_whitespace() || char.is_control()) {
            self.fail_named(link, "is not a link", A_LINK);
            return None;
        }
        Some(link.into())
    }

    /// True or false.
    pub(super) fn flag(&self) -> Option<bool> {
        let Some(Value::Bool(flag)) = self.value() else {
            self.fail_kind("true or false");
            return None;
        };
        Some(*flag)
    }

    /// An amount from 0 to 10^15.
    pub(super) fn amount(&self, expected: &str) -> Option<f64> {
        let Some(Value::Number(number)) = self.value() else {
            self.fail_kind(expected);
            return None;
        };
        let problem = if number.is_nan() {
            "not a number"
        } else if number.is_infinite() {
            "infinite"
        } else if *number < 0.0 {
            "negative"
        } else if *number > MAX_AMOUNT {
            "above 10^15"
        } else {
            // Adding 0 turns -0 into 0.
            return Some(*number + 0.0);
        };
        self.fail(problem.into(), expected);
        None
    }

    /// A whole number from 0.
    pub(super) fn count(&self, expected: &str) -> Option<u32> {
        let Some(Value::Number(number)) = self.value() else {
            self.fail_kind(expected);
            return None;
        };
        let count = whole(*number).and_then(|number| u32::try_from(number).ok());
        if count.is_none() {
            self.fail_kind(expected);
        }
        count
    }

    /// One of a fixed list of ids.
    pub(super) fn one_of<T: Listed>(&self, what: &str) -> Option<T> {
        T::VALUES.get(self.position_of(T::IDS, what)?).copied()
    }

    fn position_of(&self, ids: &[&str], what: &str) -> Option<usize> {
        let Some(Value::Text(text)) = self.value() else {
            self.fail_kind(&listed(ids));
            return None;
        };
        let position = ids.iter().position(|id| id == text);
        if position.is_none() {
            self.fail_named(text, &format!("is not a known {what}"), &listed(ids));
        }
        position
    }

    /// A country or territory.
    pub(super) fn country(&self) -> Option<Country> {
        let code = self.text(A_COUNTRY)?;
        let country = Country::parse(code);
        if country.is_none() {
            self.fail_named(code, "is not a known country", A_COUNTRY);
        }
        country
    }

    /// A date as precise as it is known.
    pub(super) fn date(&self) -> Option<PartialDate> {
        self.date_of(self.text(A_DATE)?, A_DATE)
    }

    /// A full date.
    pub(super) fn day(&self) -> Option<Date> {
        let text = self.text(A_DAY)?;
        match Date::parse(text) {
            Ok(day) => Some(day),
            Err(error) => {
                self.fail_date(text, error, A_DAY);
                None
            }
        }
    }

    /// A date that is part of the text that stands here.
    pub(super) fn date_of(&self, text: &str, expected: &str) -> Option<PartialDate> {
        match PartialDate::parse(text) {
            Ok(date) => Some(date),
            Err(error) => {
                self.fail_date(text, error, expected);
                None
            }
        }
    }

    fn fail_date(&self, text: &str, error: DateError, expected: &str) {
        match error {
            DateError::NotADate | DateError::NotADay => self.fail_named(text, &format!("is {error}"), expected),
            DateError::Year(_) => self.fail(error.to_string(), "a year from 1900 to 2199"),
            DateError::Month(_) | DateError::Day { .. } => self.fail(error.to_string(), expected),
        }
    }
}

/// Whether this byte of UTF-8 goes on with a character that began before it.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}
