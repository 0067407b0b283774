//! Encoding and decoding of a tape, value by value.

use super::super::kind::Listed;
use super::super::{Country, Date, PartialDate, cut};

/// A part of a validated dataset as numbers and text.
///
/// Values of fixed lists are indices, flags are 0 or 1, and dates are differences to the date before. An unknown value
/// is -1, which is no valid amount.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tape {
    /// All numbers.
    pub numbers: Vec<f64>,
    /// All texts, each ended by U+007F. That compresses better than lengths among the numbers.
    pub text: String,
}

/// An unknown value.
const NOT_KNOWN: f64 = -1.0;

/// Ends every text: the only control character that JSON does not escape.
pub(in crate::data) const END: u8 = 0x7f;

/// A date is a number of steps since 1970: this many for a day, plus one for each level of precision.
const STEPS_A_DAY: f64 = 4.0;

/// State that later values depend on.
#[derive(Default)]
pub(super) struct SoFar {
    /// Last date in steps. The next is stored as a difference, because consecutive dates are close.
    date: f64,
    /// Number of sources, the limit of their indices.
    pub(super) sources: usize,
}

/// An encoder or a decoder. They differ only in the first five functions.
pub(super) trait Head {
    /// Writes the number and returns it, or reads one and ignores the argument.
    fn number(&mut self, number: f64) -> f64;

    /// Writes the text, or overwrites it with the next one of the tape.
    fn text(&mut self, text: &mut String);

    /// Writes the length of the list, or fills the list with defaults up to the length on the tape.
    fn list<T: Default>(&mut self, list: &mut Vec<T>);

    /// Marks the tape as invalid.
    fn fail(&mut self);

    /// State that later values depend on.
    fn so_far(&mut self) -> &mut SoFar;

    /// An index below `count`, or `None`.
    fn optional_index(&mut self, index: Option<usize>, count: usize) -> Option<usize> {
        let number = self.number(index.map_or(NOT_KNOWN, |index| index as f64));
        let index = number as usize;
        if index as f64 == number && index < count {
            return Some(index);
        }
        if number != NOT_KNOWN {
            self.fail();
        }
        None
    }

    /// An index below `count`.
    fn index(&mut self, index: &mut usize, count: usize) {
        match self.optional_index(Some(*index), count) {
            Some(found) => *index = found,
            None => self.fail(),
        }
    }

    /// Index of a source.
    fn source(&mut self, source: &mut usize) {
        let count = self.so_far().sources;
        self.index(source, count);
    }

    fn one_of<T: Listed>(&mut self, value: &mut T) {
        let mut index = value.position();
        self.index(&mut index, T::IDS.len());
        *value = T::at(index).unwrap_or_default();
    }

    fn flag(&mut self, flag: &mut bool) {
        let mut index = usize::from(*flag);
        self.index(&mut index, 2);
        *flag = index == 1;
    }

    fn country(&mut self, country: &mut Option<Country>) {
        *country = self.optional_index(country.map(Country::position), Country::COUNT.into()).and_then(Country::at);
    }

    fn amount(&mut self, amount: &mut Option<f64>) {
        *amount = Some(self.number(amount.unwrap_or(NOT_KNOWN))).filter(|&amount| amount >= 0.0);
    }

    /// Whether the option has a value; the value itself follows later.
    fn option<T: Default>(&mut self, option: &mut Option<T>) {
        let mut is_there = option.is_some();
        self.flag(&mut is_there);
        if !is_there {
            *option = None;
        } else if option.is_none() {
            *option = Some(T::default());
        }
    }

    fn date(&mut self, date: &mut PartialDate) {
        let steps = date.start().to_days() as f64 * STEPS_A_DAY + f64::from(date.precision() as u8);
        let before = self.so_far().date;
        let steps = before + self.number(steps - before);
        self.so_far().date = steps;
        let day = Date::from_days((steps / STEPS_A_DAY).floor() as i64);
        let precision = steps.rem_euclid(STEPS_A_DAY) as u8;
        let month = (precision > 0).then_some(day.month());
        let day_of_month = (precision > 1).then_some(day.day());
        *date = PartialDate::new(day.year(), month, day_of_month).unwrap_or_default();
    }

    /// No validated text is empty, so the empty text stands for `None`.
    fn optional_text(&mut self, text: &mut Option<String>) {
        let mut given = text.take().unwrap_or_default();
        self.text(&mut given);
        *text = Some(given).filter(|text| !text.is_empty());
    }
}

#[derive(Default)]
pub(super) struct Encoder {
    pub(super) tape: Tape,
    so_far: SoFar,
}

impl Head for Encoder {
    fn number(&mut self, number: f64) -> f64 {
        self.tape.numbers.push(number);
        number
    }

    fn text(&mut self, text: &mut String) {
        self.tape.text.extend(text.chars().filter(|&char| char != char::from(END)));
        self.tape.text.push(END.into());
    }

    fn list<T: Default>(&mut self, list: &mut Vec<T>) {
        self.number(list.len() as f64);
    }

    fn fail(&mut self) {}

    fn so_far(&mut self) -> &mut SoFar {
        &mut self.so_far
    }
}

pub(super) struct Decoder<'t> {
    numbers: &'t [f64],
    text: &'t str,
    so_far: SoFar,
    failed: bool,
}

impl<'t> Decoder<'t> {
    pub(super) fn new(numbers: &'t [f64], text: &'t str) -> Decoder<'t> {
        Decoder { numbers, text, so_far: SoFar::default(), failed: false }
    }

    /// Whether all values were valid and the tape has no more.
    pub(super) fn is_done(&self) -> bool {
        !self.failed && self.numbers.is_empty() && self.text.is_empty()
    }
}

impl Head for Decoder<'_> {
    fn number(&mut self, _: f64) -> f64 {
        match self.numbers.split_first() {
            Some((number, rest)) => {
                self.numbers = rest;
                *number
            }
            None => {
                self.fail();
                0.0
            }
        }
    }

    fn text(&mut self, text: &mut String) {
        match cut(self.text, END) {
            Some((here, rest)) => {
                *text = here.into();
                self.text = rest;
            }
            None => self.fail(),
        }
    }

    /// Each item has at least one number or text, so the rest of the tape limits the length of a list.
    fn list<T: Default>(&mut self, list: &mut Vec<T>) {
        let count = self.optional_index(None, self.numbers.len() + self.text.len());
        for _ in 0..count.unwrap_or_default() {
            list.push(T::default());
        }
    }

    /// Drops the rest of the tape, because later values depend on earlier ones.
    fn fail(&mut self) {
        (self.numbers, self.text) = (&[], "");
        self.failed = true;
    }

    fn so_far(&mut self) -> &mut SoFar {
        &mut self.so_far
    }
}
