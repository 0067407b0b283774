//! What runs along a tape: a writer that takes each value down, or a reader that puts each in place.

use super::super::kind::Listed;
use super::super::{Country, Date, PartialDate, cut};

/// A part of a checked dataset. Values of lists are positions in them, flags are 0 or 1, dates differences in days, and
/// what is not known is -1, which no amount can be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tape {
    /// Every figure.
    pub numbers: Vec<f64>,
    /// Every text, one after the other, each with its end: that compresses better than lengths among the figures.
    pub text: String,
}

/// What is not known.
const NOT_KNOWN: f64 = -1.0;

/// Ends every text: the one control character that JSON writes as it is.
const END: u8 = 0x7f;

/// Days are counted in this many steps, one for each precision of a date.
const STEPS_A_DAY: f64 = 4.0;

/// What earlier values mean for later ones.
#[derive(Default)]
pub(super) struct SoFar {
    /// The last date in steps, from which the next is counted: dates in a row are close together.
    date: f64,
    /// How many sources there are to cite.
    pub(super) sources: usize,
}

/// One end of the work on a tape. Only the first five differ between writing and reading.
pub(super) trait Head {
    /// Takes down this number, or gives the one that stands here.
    fn number(&mut self, number: f64) -> f64;

    /// Takes down this text, or puts the one that stands here in its place.
    fn text(&mut self, text: &mut String);

    /// Takes down how long a list is, or makes it as long as it will be.
    fn list<T: Default>(&mut self, list: &mut Vec<T>);

    /// What stands here is not what belongs here.
    fn fail(&mut self);

    /// What earlier values mean for later ones.
    fn so_far(&mut self) -> &mut SoFar;

    /// A place in a list of so many, or nothing.
    fn place(&mut self, place: Option<usize>, count: usize) -> Option<usize> {
        let number = self.number(place.map_or(NOT_KNOWN, |place| place as f64));
        let place = number as usize;
        if place as f64 == number && place < count {
            return Some(place);
        }
        if number != NOT_KNOWN {
            self.fail();
        }
        None
    }

    /// A place in a list of so many.
    fn index(&mut self, index: &mut usize, count: usize) {
        match self.place(Some(*index), count) {
            Some(place) => *index = place,
            None => self.fail(),
        }
    }

    /// A source among those that came before.
    fn source(&mut self, source: &mut usize) {
        let count = self.so_far().sources;
        self.index(source, count);
    }

    fn one_of<T: Listed>(&mut self, value: &mut T) {
        let mut place = value.position();
        self.index(&mut place, T::IDS.len());
        *value = T::at(place).unwrap_or_default();
    }

    fn flag(&mut self, flag: &mut bool) {
        let mut place = usize::from(*flag);
        self.index(&mut place, 2);
        *flag = place == 1;
    }

    fn country(&mut self, country: &mut Option<Country>) {
        *country = self.place(country.map(Country::position), Country::COUNT.into()).and_then(Country::at);
    }

    fn amount(&mut self, amount: &mut Option<f64>) {
        *amount = Some(self.number(amount.unwrap_or(NOT_KNOWN))).filter(|&amount| amount >= 0.0);
    }

    /// Whether there is one; what it says stands further on.
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

    /// No text that passed a check is empty, so an empty one is none.
    fn optional_text(&mut self, text: &mut Option<String>) {
        let mut given = text.take().unwrap_or_default();
        self.text(&mut given);
        *text = Some(given).filter(|text| !text.is_empty());
    }
}

#[derive(Default)]
pub(super) struct Writer {
    pub(super) tape: Tape,
    so_far: SoFar,
}

impl Head for Writer {
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

pub(super) struct Reader<'t> {
    numbers: &'t [f64],
    text: &'t str,
    so_far: SoFar,
    failed: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(numbers: &'t [f64], text: &'t str) -> Reader<'t> {
        Reader { numbers, text, so_far: SoFar::default(), failed: false }
    }

    /// Whether everything was what belongs there, and nothing is left.
    pub(super) fn is_done(&self) -> bool {
        !self.failed && self.numbers.is_empty() && self.text.is_empty()
    }
}

impl Head for Reader<'_> {
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

    /// Each item takes a number or a text at least, so no list is longer than what is left of the tape.
    fn list<T: Default>(&mut self, list: &mut Vec<T>) {
        let count = self.place(None, self.numbers.len() + self.text.len());
        for _ in 0..count.unwrap_or_default() {
            list.push(T::default());
        }
    }

    /// Nothing that follows can be trusted either.
    fn fail(&mut self) {
        (self.numbers, self.text) = (&[], "");
        self.failed = true;
    }

    fn so_far(&mut self) -> &mut SoFar {
        &mut self.so_far
    }
}
