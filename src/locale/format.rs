//! The formatter of figures and dates of each language, shared by tooltip, card, table and sentence.

use super::{Locale, Plural, fill};
use crate::data::{self, Date, PartialDate, Period, UsdRange, digits};

impl Locale {
    /// Parts as one text for screen readers, separated by full stops. Empty parts are left out.
    pub fn spoken(&self, parts: &[&str]) -> String {
        let stop = self.messages().stop;
        let mut spoken = String::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            if !spoken.is_empty() {
                let length = spoken.strip_suffix(stop.trim_end()).map_or(spoken.len(), str::len);
                spoken.truncate(length);
                spoken.push_str(stop);
            }
            spoken.push_str(part);
        }
        spoken
    }

    /// A count with thousands separators.
    pub fn count(&self, n: u32) -> String {
        self.grouped(u64::from(n))
    }

    /// A count with its noun in the right plural form.
    pub fn counted(&self, n: u32, noun: &Plural) -> String {
        fill(noun.form(n), &[("n", &self.count(n))])
    }

    /// An amount in full, such as `$1,500,000,000` or `14억 6000만 달러`, rounded to whole dollars.
    pub fn usd(&self, amount: f64) -> String {
        let mut rest = amount.round() as u64;
        let mut text = String::new();
        for (unit, word) in self.messages().large_units {
            if rest >= *unit {
                text.push_str(&self.grouped(rest / unit));
                text.push_str(word);
                rest %= unit;
            }
        }
        if rest > 0 || text.is_empty() {
            text.push_str(&self.grouped(rest));
        }
        fill(self.messages().usd, &[("amount", &text)])
    }

    /// An amount with three significant digits, such as `$2.07bn`: for tooltips and cards, where readers compare, but
    /// an estimate is not exact to the dollar.
    pub fn usd_brief(&self, amount: f64) -> String {
        self.in_picture(self.short(amount, &[2, 1]))
    }

    /// An amount with three significant digits, with its range if that differs.
    pub fn usd_range(&self, range: &UsdRange) -> String {
        let (best, low, high) = (self.usd_brief(range.best), self.usd_brief(range.low), self.usd_brief(range.high));
        // Compared as text, so that bounds that round to the same figure are not shown as a range.
        if low == high {
            return best;
        }
        fill(self.messages().usd_with_range, &[("best", &best), ("low", &low), ("high", &high)])
    }

    /// An amount in short form for charts, such as `$1.5bn`, without trailing zeros.
    pub fn usd_short(&self, amount: f64) -> String {
        self.in_picture(self.short(amount, self.messages().short_digits))
    }

    /// An amount in short form inside a sentence, such as `1,5 miliardi di dollari`.
    pub fn usd_in_sentence(&self, amount: f64) -> String {
        self.in_sentence(self.short(amount, self.messages().short_digits))
    }

    /// A part of a sum, or the sum itself, such as `$0.26bn` of `$2.21bn`. It has the unit and the digits of the sum,
    /// so that the two can be compared.
    pub fn usd_part(&self, amount: f64, sum: f64) -> String {
        self.in_picture(self.part(amount, sum))
    }

    /// A part of a sum inside a sentence, see [`usd_part`](Self::usd_part).
    pub fn usd_part_in_sentence(&self, amount: f64, sum: f64) -> String {
        self.in_sentence(self.part(amount, sum))
    }

    /// The largest unit not above the amount, with its template: (1e9, `${amount}bn`).
    pub fn money_unit(&self, amount: f64) -> (f64, &'static str) {
        self.messages().money_units.get(self.unit(amount)).copied().unwrap_or((1.0, "{amount}"))
    }

    /// Index of the largest unit not above the amount.
    fn unit(&self, amount: f64) -> usize {
        let units = self.messages().money_units;
        units.iter().position(|(unit, _)| amount >= *unit).unwrap_or(units.len() - 1)
    }

    /// `digits`: how many after the point below ten and below a hundred.
    fn short(&self, amount: f64, digits: &[usize; 2]) -> Short {
        let messages = self.messages();
        let index = self.unit(amount);
        let (unit, _) = messages.money_units[index];
        let number = amount / unit;
        // 999.6 million would round to a thousand million: use the next unit.
        let next = messages.money_units[..index].last();
        if let Some((next, _)) = next.filter(|(next, _)| number.round() * unit >= *next) {
            return self.short(*next, digits);
        }
        let is_whole = index + 1 == messages.money_units.len();
        let mut digits = if is_whole { 0 } else { places(number, digits) };
        // No trailing zeros.
        while digits > 0 && scaled(number, digits).is_multiple_of(10) {
            digits -= 1;
        }
        Short { unit: index, number, digits }
    }

    fn part(&self, amount: f64, sum: f64) -> Short {
        let messages = self.messages();
        let index = self.unit(if amount == 0.0 { amount } else { sum });
        let (unit, _) = messages.money_units[index];
        let is_whole = index + 1 == messages.money_units.len();
        let sum = places(sum / unit, &[2, messages.short_digits[1]]);
        Short { unit: index, number: amount / unit, digits: if is_whole { 0 } else { sum } }
    }

    fn in_picture(&self, Short { unit, number, digits }: Short) -> String {
        fill(self.messages().money_units[unit].1, &[("amount", &self.decimal(number, digits))])
    }

    /// With words for the unit if the language has them, else in full if it counts in large units, else as in charts.
    fn in_sentence(&self, short: Short) -> String {
        let messages = self.messages();
        let Short { unit, number, digits } = short;
        if let Some(words) = messages.money_words.get(unit) {
            let number = self.decimal(number, digits);
            return fill(if number == "1" { words.one } else { words.other }, &[("n", &number)]);
        }
        if messages.large_units.is_empty() {
            return self.in_picture(short);
        }
        self.usd(scaled(number, digits) as f64 * messages.money_units[unit].0 / 10_u64.pow(digits as u32) as f64)
    }

    /// A share from 0 to 1 in whole percent. Only 0 is shown as 0 % and only 1 as 100 %.
    pub fn percent(&self, share: f64) -> String {
        let mut percent = (share * 100.0).round();
        if share > 0.0 && percent == 0.0 {
            return self.messages().percent_below_one.into();
        }
        if share < 1.0 {
            percent = percent.min(99.0);
        }
        fill(self.messages().percent, &[("n", &self.count(percent as u32))])
    }

    /// A day in words, such as `8 October 2026`.
    pub fn day(&self, date: Date) -> String {
        self.date_in(self.messages().day, date)
    }

    /// A day without its year, in short form, such as `8 Oct`.
    pub fn day_of_year(&self, date: Date) -> String {
        self.date_in(self.messages().day_of_year, date)
    }

    /// A month with its year, such as `October 2026`.
    pub fn month(&self, date: Date) -> String {
        self.date_in(self.messages().month, date)
    }

    /// A part of a year in short form: `from Dec`, `to 8 Oct`, `Mar to May`. Days are left out if months are whole.
    pub fn part_of_year(&self, (first, last): (Date, Date)) -> String {
        let short = |date: Date, whole_month: bool| match whole_month {
            true => self.messages().short_months[usize::from(date.month().saturating_sub(1)).min(11)].to_owned(),
            false => self.day_of_year(date),
        };
        let from = short(first, first.day() == 1);
        let to = short(last, Date::from_days(last.to_days() + 1).day() == 1);
        match ((first.month(), first.day()) == (1, 1), (last.month(), last.day()) == (12, 31)) {
            (true, _) => fill(self.messages().up_to, &[("day", &to)]),
            (_, true) => fill(self.messages().from_day, &[("day", &from)]),
            _ if from == to => from,
            _ => fill(self.messages().from_day_to, &[("first", &from), ("last", &to)]),
        }
    }

    /// A date as precise as it is known: a year stays a year, a month a month.
    pub fn date(&self, date: PartialDate) -> String {
        let start = date.start();
        match (date.month(), date.day()) {
            (Some(_), Some(_)) => self.day(start),
            (Some(_), None) => self.month(start),
            (None, _) => self.year(date.year()),
        }
    }

    /// A date with the short name of its month and without its day, such as `Oct 2026`.
    pub fn short_date(&self, date: PartialDate) -> String {
        match date.month() {
            Some(_) => self.date_in(self.messages().short_date, date.start()),
            None => self.year(date.year()),
        }
    }

    /// A span of time, with `words` to format its ends. If both read the same, it is one of them.
    ///
    /// ```
    /// # use heistogram::{data::{PartialDate, Period}, locale::Locale};
    /// let day = |text| PartialDate::parse(text).unwrap();
    /// let period = Period { from: day("2019-03-01"), to: day("2019-03-31") };
    /// let locale = Locale::of("en").unwrap();
    /// assert_eq!(locale.span(period, Locale::short_date), "Mar 2019", "two days of one month");
    /// ```
    pub fn span(&self, period: Period, words: fn(&Locale, PartialDate) -> String) -> String {
        let (first, last) = (words(self, period.from), words(self, period.to));
        if first == last { first } else { fill(self.messages().span, &[("first", &first), ("last", &last)]) }
    }

    /// A year in words, such as `2019년`.
    pub fn year(&self, year: i32) -> String {
        fill(self.messages().year, &[("year", &self.year_on_axis(year))])
    }

    /// A year for an axis: its digits alone.
    pub fn year_on_axis(&self, year: i32) -> String {
        digits(year as u64, 1)
    }

    /// A year by its last two digits, for an axis on which the century is clear.
    pub fn short_year(&self, year: i32) -> String {
        let two = year.rem_euclid(100);
        let digits = [char::from(b'0' + (two / 10) as u8), char::from(b'0' + (two % 10) as u8)];
        fill(self.messages().short_year, &[("year", &String::from_iter(digits))])
    }

    fn date_in(&self, template: &str, date: Date) -> String {
        let month = usize::from(date.month().saturating_sub(1)).min(11);
        let day = if date.day() == 1 { self.messages().first_day.into() } else { digits(date.day().into(), 1) };
        let year = self.year_on_axis(date.year());
        fill(
            template,
            &[
                ("day", &day),
                ("month", self.messages().months[month]),
                ("short_month", self.messages().short_months[month]),
                ("year", &year),
            ],
        )
    }

    /// A number below 10⁹ with a fixed number of digits after the point.
    pub fn decimal(&self, number: f64, digits: usize) -> String {
        let power = 10_u64.pow(digits as u32);
        let scaled = scaled(number, digits);
        let mut text = self.grouped(scaled / power);
        if digits > 0 {
            text.push_str(self.messages().decimal_point);
            text.push_str(&data::digits(scaled % power, digits));
        }
        text
    }

    fn grouped(&self, n: u64) -> String {
        let digits = digits(n, 1);
        // Languages that count in ten thousands write four digits without a separator.
        if digits.len() == 4 && !self.messages().large_units.is_empty() {
            return digits;
        }
        let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(self.messages().thousands_separator);
            }
            text.push(digit);
        }
        text
    }
}

/// An amount in a unit.
#[derive(Clone, Copy)]
struct Short {
    /// Index of the unit in `money_units`.
    unit: usize,
    number: f64,
    /// Digits after the point.
    digits: usize,
}

/// Digits after the point of a number: `below_ten` and `below_hundred` for small numbers, 0 for others.
fn places(number: f64, &[below_ten, below_hundred]: &[usize; 2]) -> usize {
    let rounded = |digits: usize| scaled(number, digits) as f64 / 10_u64.pow(digits as u32) as f64;
    match () {
        () if rounded(below_ten) < 10.0 => below_ten,
        () if rounded(below_hundred) < 100.0 => below_hundred,
        () => 0,
    }
}

/// A number in units of its last digit, rounded.
fn scaled(number: f64, digits: usize) -> u64 {
    (number * 10_u64.pow(digits as u32) as f64).round() as u64
}

impl Plural {
    /// The form for a count.
    pub fn form(&self, n: u32) -> &'static str {
        if n == 1 { self.one } else { self.other }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn en() -> Locale {
        Locale::of("en").unwrap()
    }

    #[test]
    fn what_is_spoken_is_one_text() {
        assert_eq!(
            en().spoken(&["Banks, 2015", "2 attacks", "", "Example Inc.", "$1"]),
            "Banks, 2015. 2 attacks. Example Inc. $1"
        );
        assert_eq!(Locale::of("ja").unwrap().spoken(&["銀行", "攻撃2件。", "1ドル"]), "銀行。攻撃2件。1ドル");
        assert_eq!(en().spoken(&[]), "");
    }

    #[test]
    fn money_is_short_in_pictures() {
        let cases = [
            (0.0, "$0"),
            (950.0, "$950"),
            (1_100_000.0, "$1.1m"),
            (81_000_000.0, "$81m"),
            (1_000_000_000.0, "$1bn"),
            (1_459_000_000.0, "$1.5bn"),
            (999_600_000.0, "$1bn"),
            (9_960_000.0, "$10m"),
            (951_000_000.0, "$951m"),
            (7_501_051_000.0, "$7.5bn"),
            (12_345.0, "$12,345"),
            (999_999.6, "$1m"),
            (1.2e13, "$12,000bn"),
        ];
        for (amount, text) in cases {
            assert_eq!(en().usd_short(amount), text, "{amount}");
        }
    }

    #[test]
    fn parts_are_written_as_their_sum() {
        let parts = [1_955_300_000.0, 257_159_000.0, 0.0].map(|amount| en().usd_part(amount, 2_212_459_000.0));
        assert_eq!(parts, ["$1.96bn", "$0.26bn", "$0"]);
        assert_eq!(en().usd_part(54_000_000.0, 624_400_000.0), "$54m");
        assert_eq!(en().usd_part(7_040_000.0, 81_000_000.0), "$7m");
        assert_eq!(en().usd_part(1_200.0, 40_000.0), "$1,200");
    }

    #[test]
    fn money_is_full_in_tables() {
        assert_eq!(en().usd(1_500_000_000.0), "$1,500,000,000");
        assert_eq!(en().usd(0.0), "$0");
    }

    #[test]
    fn estimates_have_three_significant_digits() {
        let range = |low, best, high| en().usd_range(&UsdRange { low, best, high });
        assert_eq!(range(1_941_960_000.0, 2_068_240_000.0, 2_096_270_000.0), "$2.07bn ($1.94bn–$2.1bn)");
        assert_eq!(range(1.0, 2_000.0, 62_540_000.0), "$2,000 ($1–$62.5m)");
        assert_eq!(range(5.0, 5.0, 5.0), "$5");
        assert_eq!(range(625_400_000.0, 625_450_000.0, 625_460_000.0), "$625m", "all round to the same");
    }

    #[test]
    fn dates_keep_their_precision() {
        let date = |text| en().date(PartialDate::parse(text).unwrap());
        assert_eq!(date("2025-02-21"), "21 February 2025");
        assert_eq!(date("2018-08"), "August 2018");
        assert_eq!(date("2019"), "2019");
    }

    #[test]
    fn parts_of_a_year_are_short() {
        let part = |first, last| en().part_of_year((Date::parse(first).unwrap(), Date::parse(last).unwrap()));
        assert_eq!(part("2015-12-01", "2015-12-31"), "from Dec");
        assert_eq!(part("2019-01-01", "2019-05-31"), "to May");
        assert_eq!(part("2026-01-01", "2026-10-08"), "to 8 Oct");
        assert_eq!(part("2018-03-01", "2018-05-31"), "Mar to May");
        assert_eq!(part("2018-06-01", "2018-06-30"), "Jun");
        assert_eq!(part("2026-01-01", "2026-01-01"), "to 1 Jan");
        assert_eq!(part("2199-03-07", "2199-12-31"), "from 7 Mar");
    }

    #[test]
    fn shares_never_round_to_none_or_all() {
        let shares = [(0.0, "0%"), (0.001, "less than 1%"), (0.456, "46%"), (0.999, "99%"), (1.0, "100%")];
        for (share, text) in shares {
            assert_eq!(en().percent(share), text);
        }
    }
}
