//! The state of a chart: one grammar for links, queries of frames, and attributes.

use crate::aggregate::{DayRange, Filter, Measure};
use crate::data::{Country, Date, Evidence, Group, PartialDate, cut};
use crate::locale;

/// A selection of the reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Filter of the incidents.
    pub filter: Filter,
    /// Measure of bars and columns; `None` is the default of the chart.
    pub measure: Option<Measure>,
}

/// An invalid value. Its key falls back to the default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadValue {
    /// Index of its key in [`KEYS`].
    pub key: usize,
    /// Its first 60 characters.
    pub value: String,
}

/// The keys of the grammar.
pub const KEYS: [&str; 8] = ["period", "evidence", "group", "country", "set", "measure", "lang", "theme"];

impl State {
    /// Parses the decoded query of a link, such as `measure=usd&period=2015..2019`.
    ///
    /// Unknown keys and empty values are ignored. An invalid value falls back to the default and is reported.
    ///
    /// ```
    /// use heistogram::{aggregate::DayRange, data::Group, state::{KEYS, State}};
    /// let (state, bad) = State::read("utm_source=x&group=banks&set=&period=2019");
    /// assert_eq!(state.filter.groups, [Group::Banks]);
    /// // A period needs its two dots, even for one year.
    /// assert_eq!(state.filter.period, DayRange::default());
    /// assert_eq!(bad.iter().map(|bad| (KEYS[bad.key], &*bad.value)).collect::<Vec<_>>(), [("period", "2019")]);
    /// ```
    pub fn read(query: &str) -> (State, Vec<BadValue>) {
        let mut state = State::default();
        let mut bad = Vec::new();
        let mut rest = query;
        while !rest.is_empty() {
            let (pair, after) = cut(rest, b'&').unwrap_or((rest, ""));
            rest = after;
            let Some((key, value)) = cut(pair, b'=') else { continue };
            if value.is_empty() {
                continue;
            }
            let read = match key {
                "period" => read_period(value).map(|period| state.filter.period = period),
                "evidence" => read_list(value, Evidence::from_id).map(|list| state.filter.evidence = list),
                "group" => read_list(value, Group::from_id).map(|list| state.filter.groups = list),
                "country" => read_list(value, read_country).map(|list| state.filter.countries = list),
                "set" => (value == "un-2019").then(|| state.filter.un2019 = true),
                "measure" => read_measure(value).map(|measure| state.measure = Some(measure)),
                // These two take effect elsewhere; here they are only validated.
                "lang" => locale::language(value).map(|_| ()),
                "theme" => THEMES.contains(&value).then_some(()),
                _ => continue,
            };
            if read.is_none() {
                let key = KEYS.iter().position(|known| *known == key).unwrap_or_default();
                bad.push(BadValue { key, value: value.chars().take(60).collect() });
            }
        }
        (state, bad)
    }
}

/// Themes: the theme of the page, light, dark.
pub const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// `YYYY[-MM]..YYYY[-MM]`, either end open.
fn read_period(value: &str) -> Option<DayRange> {
    let (from, to) = cut(value, b'.')?;
    let to = to.strip_prefix('.')?;
    let end = |text: &str, day: fn(PartialDate) -> Date| match text {
        "" => Some(None),
        // A period has months at the finest.
        _ => PartialDate::parse(text).ok().filter(|date| date.day().is_none()).map(|date| Some(day(date))),
    };
    let period = DayRange { from: end(from, PartialDate::start)?, to: end(to, PartialDate::end)? };
    let backwards = matches!((period.from, period.to), (Some(from), Some(to)) if from > to);
    (!backwards).then_some(period)
}

/// Parses words separated by commas or spaces; `None` if one is unknown.
fn read_list<T: PartialEq>(value: &str, read: fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    let mut rest = value;
    while let Some(word) = next_word(&mut rest) {
        let item = read(word)?;
        if !list.contains(&item) {
            list.push(item);
        }
    }
    Some(list)
}

/// Removes the first word from a text and returns it.
fn next_word<'t>(text: &mut &'t str) -> Option<&'t str> {
    loop {
        if text.is_empty() {
            return None;
        }
        let end = text.bytes().position(|byte| byte == b',' || byte == b' ').unwrap_or(text.len());
        let word = text.get(..end)?;
        *text = text.get(end + 1..).unwrap_or_default();
        if !word.is_empty() {
            return Some(word);
        }
    }
}

fn read_country(word: &str) -> Option<Option<Country>> {
    if word == "none" { Some(None) } else { Country::parse(&word.to_ascii_uppercase()).map(Some) }
}

fn read_measure(word: &str) -> Option<Measure> {
    Measure::ALL.into_iter().find(|measure| measure.id() == word)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(key: &str, value: &str) -> (State, Vec<BadValue>) {
        State::read(&[key, "=", value].concat())
    }

    #[test]
    fn lists_take_commas_and_spaces() {
        let (state, bad) = read("evidence", "government un-panel,firm");
        assert_eq!(state.filter.evidence, [Evidence::Government, Evidence::UnPanel, Evidence::Firm]);
        assert!(bad.is_empty());
        let (state, _) = read("country", "KR,none");
        assert_eq!(state.filter.countries, [Country::parse("KR"), None]);
        assert_eq!(read("country", "kr").0.filter.countries, [Country::parse("KR")]);
    }

    #[test]
    fn periods_reach_from_the_first_to_the_last_day() {
        let (state, bad) = read("period", "2015-12..2019-05");
        assert!(bad.is_empty());
        assert_eq!(state.filter.period.from, Date::parse("2015-12-01").ok());
        assert_eq!(state.filter.period.to, Date::parse("2019-05-31").ok());
        let (open, bad) = read("period", "..2018");
        assert!(bad.is_empty());
        assert_eq!(open.filter.period, DayRange { from: None, to: Date::parse("2018-12-31").ok() });
    }

    #[test]
    fn bad_values_fall_back_and_are_reported() {
        let values = [
            ("period", "2019"),
            ("period", "2019-13..2020"),
            ("period", "2020..2019"),
            ("period", "2019-01-01..2019-02-01"),
            ("evidence", "rumour"),
            ("group", "banks,casinos"),
            ("country", "XX"),
            ("set", "un-2020"),
            ("measure", "eur"),
            ("theme", "sepia"),
        ];
        for (key, value) in values.into_iter().chain([("lang", "xx"), ("lang", "-ko")]) {
            let (state, bad) = read(key, value);
            let key_at = KEYS.iter().position(|known| *known == key).unwrap();
            assert_eq!(state, State::default(), "{key}={value}");
            assert_eq!(bad, [BadValue { key: key_at, value: value.into() }]);
        }
        assert!(read("lang", "ko-KP").1.is_empty());
        assert_eq!(read("group", "banks,banks").0.filter.groups, [Group::Banks]);
    }

    #[test]
    fn unknown_keys_and_empty_values_say_nothing() {
        assert_eq!(read("utm_source", "x"), (State::default(), Vec::new()));
        assert_eq!(read("period", ""), (State::default(), Vec::new()));
    }
}
