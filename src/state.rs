//! The state of a view as links, embeds and attributes write it: one grammar for all three.

use crate::aggregate::{DayRange, Filter, Measure};
use crate::data::{Country, Date, Evidence, Group, PartialDate};
use crate::locale;

/// What a reader has chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Which incidents.
    pub filter: Filter,
    /// What lengths stand for; `None` leaves it to the chart.
    pub measure: Option<Measure>,
}

/// A value that could not be read; everything is shown instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadValue {
    /// Which of [`KEYS`] it stands behind.
    pub key: usize,
    /// The value as it was given.
    pub value: String,
}

/// What can be chosen.
pub const KEYS: [&str; 8] = ["period", "evidence", "group", "country", "set", "measure", "lang", "theme"];

impl State {
    /// Reads the query of a link, already decoded: `measure=usd&period=2015..2019`. An unknown key is passed over; a bad
    /// value falls back and is reported.
    pub fn read(query: &str) -> (State, Vec<BadValue>) {
        let mut state = State::default();
        let mut bad = Vec::new();
        let mut rest = query;
        while !rest.is_empty() {
            let (pair, behind) = rest.split_once('&').unwrap_or((rest, ""));
            rest = behind;
            let Some((key, value)) = pair.split_once('=') else { continue };
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
                // Others act on these two; here they are only checked.
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

/// Appearances: that of the page around, light, dark.
pub const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// `YYYY[-MM]..YYYY[-MM]`, either end open.
fn read_period(value: &str) -> Option<DayRange> {
    let (from, to) = value.split_once('.')?;
    let to = to.strip_prefix('.')?;
    let end = |text: &str, day: fn(PartialDate) -> Date| match text {
        "" => Some(None),
        // A period is as fine as a month: days belong to incidents.
        _ => PartialDate::parse(text).ok().filter(|date| date.day().is_none()).map(|date| Some(day(date))),
    };
    let period = DayRange { from: end(from, PartialDate::start)?, to: end(to, PartialDate::end)? };
    let backwards = matches!((period.from, period.to), (Some(from), Some(to)) if from > to);
    (!backwards).then_some(period)
}

/// Words between commas or spaces, all of which must be known.
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

/// Takes the first word off a text.
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
