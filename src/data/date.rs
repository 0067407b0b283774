//! Days, and dates that are known only to the month or year.

use super::digits;
use std::cmp::Ordering;
use std::fmt;

/// First and last year a date may have.
const YEARS: (i32, i32) = (1900, 2199);

/// Why a text or a set of numbers is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    NotADate,
    /// A year or a month where a day was needed.
    NotADay,
    /// The year is outside 1900 to 2199.
    Year(i32),
    /// The month is not 1 to 12.
    Month(u8),
    /// The month has no such day.
    Day {
        /// The day given.
        day: u8,
        /// How many days the month has.
        days_in_month: u8,
    },
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DateError::NotADate => f.write_str("not a date"),
            DateError::NotADay => f.write_str("not a full date"),
            DateError::Year(year) => write!(f, "year {year}"),
            DateError::Month(month) => write!(f, "month {month}"),
            DateError::Day { day, days_in_month } => write!(f, "day {day} in a month of {days_in_month} days"),
        }
    }
}

impl std::error::Error for DateError {}

/// A day of the proleptic Gregorian calendar, from 1900-01-01 to 2199-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The earliest valid day.
    pub const MIN: Date = Date { year: YEARS.0, month: 1, day: 1 };
    /// The latest valid day.
    pub const MAX: Date = Date { year: YEARS.1, month: 12, day: 31 };

    /// The day with this year, month (1 to 12) and day of the month.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Date, DateError> {
        if !(YEARS.0..=YEARS.1).contains(&year) {
            return Err(DateError::Year(year));
        }
        if !(1..=12).contains(&month) {
            return Err(DateError::Month(month));
        }
        let days_in_month = days_in_month(year, month);
        if day == 0 || day > days_in_month {
            return Err(DateError::Day { day, days_in_month });
        }
        Ok(Date { year, month, day })
    }

    /// Parses `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Result<Date, DateError> {
        let date = PartialDate::parse(text)?;
        match date.precision() {
            Precision::Day => Ok(date.start()),
            Precision::Month | Precision::Year => Err(DateError::NotADay),
        }
    }

    /// The year, 1900 to 2199.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01, which is day 0.
    pub fn to_days(self) -> i64 {
        // Years are counted from March, so that the leap day is the last of its year.
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let year = if month > 2 { year } else { year - 1 };
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that is `days` after 1970-01-01, clamped to [`Date::MIN`] and [`Date::MAX`].
    pub fn from_days(days: i64) -> Date {
        let days = days.clamp(Date::MIN.to_days(), Date::MAX.to_days()) + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = (month_from_march + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        Date { year: year as i32, month: month as u8, day: day as u8 }
    }
}

/// As ISO 8601, `YYYY-MM-DD`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PartialDate::from(*self).fmt(f)
    }
}

/// How precisely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the year.
    Year,
    /// To the month.
    Month,
    /// To the day.
    Day,
}

/// A day, month or year: a date as precise as it is known.
///
/// Ordered by first day. Of two dates with the same first day, the coarser is the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    start: Date,
    precision: Precision,
}

impl PartialDate {
    /// A year, a month of a year, or a day of a month. A day without a month is [`DateError::NotADate`].
    pub fn new(year: i32, month: Option<u8>, day: Option<u8>) -> Result<PartialDate, DateError> {
        let precision = match (month, day) {
            (Some(_), Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            (None, None) => Precision::Year,
            (None, Some(_)) => return Err(DateError::NotADate),
        };
        Ok(PartialDate { start: Date::new(year, month.unwrap_or(1), day.unwrap_or(1))?, precision })
    }

    /// Parses `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    /// ```
    /// use heistogram::data::PartialDate;
    /// let february = PartialDate::parse("2016-02").unwrap();
    /// assert_eq!(february.end().to_string(), "2016-02-29");
    /// assert!(february > PartialDate::parse("2016-02-01").unwrap());
    /// ```
    pub fn parse(text: &str) -> Result<PartialDate, DateError> {
        let (mut year, mut month, mut day) = (0, 0, 0);
        for (position, &byte) in text.as_bytes().iter().enumerate() {
            let number = match position {
                0..4 => &mut year,
                5..7 => &mut month,
                8..10 => &mut day,
                4 | 7 if byte == b'-' => continue,
                _ => return Err(DateError::NotADate),
            };
            if !byte.is_ascii_digit() {
                return Err(DateError::NotADate);
            }
            *number = *number * 10 + i32::from(byte - b'0');
        }
        // Two digits always fit.
        let (month, day) = (month as u8, day as u8);
        match text.len() {
            4 => PartialDate::new(year, None, None),
            7 => PartialDate::new(year, Some(month), None),
            10 => PartialDate::new(year, Some(month), Some(day)),
            _ => Err(DateError::NotADate),
        }
    }

    /// The year, 1900 to 2199.
    pub fn year(self) -> i32 {
        self.start.year
    }

    /// The month, 1 to 12, if it is known.
    pub fn month(self) -> Option<u8> {
        (self.precision >= Precision::Month).then_some(self.start.month)
    }

    /// The day of the month, 1 to 31, if it is known.
    pub fn day(self) -> Option<u8> {
        (self.precision == Precision::Day).then_some(self.start.day)
    }

    /// How precisely the date is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// As ISO 8601 in its own precision: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        let Date { year, month, day } = self.start;
        let mut text = digits(year as u64, 4);
        if self.precision >= Precision::Month {
            text.push('-');
            text.push_str(&digits(month.into(), 2));
        }
        if self.precision == Precision::Day {
            text.push('-');
            text.push_str(&digits(day.into(), 2));
        }
        text
    }

    /// Its first day.
    pub fn start(self) -> Date {
        self.start
    }

    /// Its last day.
    pub fn end(self) -> Date {
        let Date { year, month, day } = self.start;
        match self.precision {
            Precision::Year => Date { year, month: 12, day: 31 },
            Precision::Month => Date { year, month, day: days_in_month(year, month) },
            Precision::Day => Date { year, month, day },
        }
    }

    /// Its middle, in days since the start of 1970-01-01. The middle of a day is noon.
    pub fn middle_days(self) -> f64 {
        (self.start().to_days() + self.end().to_days() + 1) as f64 / 2.0
    }
}

/// The earliest valid day, as a placeholder.
impl Default for PartialDate {
    fn default() -> Self {
        Date::MIN.into()
    }
}

impl From<Date> for PartialDate {
    fn from(start: Date) -> PartialDate {
        PartialDate { start, precision: Precision::Day }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.start.cmp(&other.start).then(other.precision.cmp(&self.precision))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As ISO 8601 in its own precision: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn partial(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    #[test]
    fn days_count_from_1970() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("1970-03-01", 59),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2016-02-04", 16_835),
            ("2100-03-01", 47_541),
            ("1900-01-01", -25_567),
            ("2199-12-31", 84_005),
        ] {
            let date = Date::parse(text).unwrap();
            assert_eq!(date.to_days(), days, "{text}");
            assert_eq!(Date::from_days(days), date, "{text}");
        }
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut before = Date::MIN;
        for days in Date::MIN.to_days() + 1..=Date::MAX.to_days() {
            let date = Date::from_days(days);
            assert_eq!(date.to_days(), days);
            assert!(date > before, "{date} after {before}");
            assert_eq!(Date::new(date.year(), date.month(), date.day()), Ok(date));
            before = date;
        }
        assert_eq!(before, Date::MAX);
    }

    #[test]
    fn days_beyond_the_calendar_are_its_ends() {
        assert_eq!(Date::from_days(i64::MIN), Date::MIN);
        assert_eq!(Date::from_days(i64::MAX), Date::MAX);
    }

    #[test]
    fn leap_days_exist_in_leap_years_only() {
        for (text, leap) in [("2016", true), ("2019", false), ("2000", true), ("1900", false), ("2100", false)] {
            assert_eq!(Date::parse(&format!("{text}-02-29")).is_ok(), leap, "{text}");
            assert_eq!(partial(&format!("{text}-02")).end().day(), if leap { 29 } else { 28 }, "{text}");
        }
    }

    #[test]
    fn a_bad_date_says_what_is_wrong() {
        for (text, problem) in [
            ("2017-13", "month 13"),
            ("2017-00-01", "month 0"),
            ("2017-04-31", "day 31 in a month of 30 days"),
            ("2019-02-29", "day 29 in a month of 28 days"),
            ("2017-05-00", "day 0 in a month of 31 days"),
            ("1899", "year 1899"),
            ("2200-01", "year 2200"),
            ("", "not a date"),
            ("17", "not a date"),
            ("2017-5", "not a date"),
            ("2017/05", "not a date"),
            ("2017-05-3", "not a date"),
            ("+201-05-03", "not a date"),
            ("2017-05-03 ", "not a date"),
            ("2017-05-0é", "not a date"),
            ("20１7", "not a date"),
        ] {
            assert_eq!(PartialDate::parse(text).unwrap_err().to_string(), problem, "{text:?}");
        }
        assert_eq!(Date::parse("2017-05").unwrap_err(), DateError::NotADay);
        assert_eq!(PartialDate::new(2017, None, Some(3)), Err(DateError::NotADate));
    }

    #[test]
    fn partial_dates_keep_their_precision() {
        for (text, start, end, precision) in [
            ("2017", "2017-01-01", "2017-12-31", Precision::Year),
            ("2017-05", "2017-05-01", "2017-05-31", Precision::Month),
            ("2017-05-03", "2017-05-03", "2017-05-03", Precision::Day),
        ] {
            let date = partial(text);
            assert_eq!(date.to_string(), text);
            assert_eq!(date.start().to_string(), start);
            assert_eq!(date.end().to_string(), end);
            assert_eq!(date.precision(), precision);
            assert_eq!(PartialDate::new(date.year(), date.month(), date.day()), Ok(date));
        }
    }

    #[test]
    fn the_middle_of_a_day_is_its_noon() {
        assert_eq!(partial("1970-01-01").middle_days(), 0.5);
        assert_eq!(partial("1970-01").middle_days(), 15.5);
        assert_eq!(partial("1970").middle_days(), 182.5);
    }

    #[test]
    fn the_coarser_of_two_equal_starts_is_the_later() {
        let sorted = ["2016-12", "2017-01-01", "2017-01", "2017", "2017-01-02", "2017-02"];
        let mut dates: Vec<PartialDate> = sorted.iter().rev().map(|text| partial(text)).collect();
        dates.sort();
        assert_eq!(dates.iter().map(PartialDate::to_string).collect::<Vec<_>>(), sorted);
    }
}
