//! Cells that spreadsheets write in forms that can be taken for others.

use super::super::Value;

/// The value of a cell, null if it is empty; or the words for what is wrong: the problem and what is expected.
pub(super) type Read = Result<Value, (&'static str, &'static str)>;

const DIGITS: &str = "US dollars in digits alone, such as 1200000 or 1200000.5; empty if not known";
const DATES: &str = "YYYY, YYYY-MM or YYYY-MM-DD";
const VALUES: &str = "its value";

/// An amount in digits, with a decimal point or a decimal comma.
pub(super) fn amount(cell: &str) -> Read {
    if cell.is_empty() {
        return Ok(Value::Null);
    }
    plain(cell)?;
    let number = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, rest) = number.split_at(leading_digits(number));
    if whole.is_empty() {
        return Err(("not a number in digits", DIGITS));
    }
    let (fraction, power) = match rest.split_once(['e', 'E']) {
        Some((fraction, power)) => (fraction, Some(power)),
        None => (rest, None),
    };
    let decimals = fraction.strip_prefix(['.', ',']);
    let are_digits = |text: &str| !text.is_empty() && leading_digits(text) == text.len();
    let is_power = |text: &str| are_digits(text.strip_prefix(['+', '-']).unwrap_or(text)) && text.len() < 5;
    if !(fraction.is_empty() || decimals.is_some_and(are_digits)) || !power.is_none_or(is_power) {
        let groups =
            |sign: char| sign.is_ascii_digit() || sign.is_whitespace() || matches!(sign, '.' | ',' | '\'' | '’');
        let grouped = number.chars().all(groups);
        let problem = if grouped { "a number with separators between thousands" } else { "not a number in digits" };
        return Err((problem, DIGITS));
    }
    // `0.125` and `1234.567` cannot be thousands.
    let could_be_thousands = whole.len() <= 3 && !whole.starts_with('0') && power.is_none();
    if could_be_thousands && decimals.is_some_and(|decimals| decimals.len() == 3) {
        return Err(("a number whose sign may separate thousands or decimals", DIGITS));
    }
    let sign = if number.len() < cell.len() { -1.0 } else { 1.0 };
    Ok(Value::Number(sign * value(whole, decimals.unwrap_or_default(), power.unwrap_or_default())))
}

/// The number of some digits, exact for what dollars need. The standard library's parser would
/// take 13.5 kB.
fn value(whole: &str, decimals: &str, power: &str) -> f64 {
    let number = |digits: &str| digits.bytes().fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
    // Beyond these, decimals are no part of a cent.
    let decimals = decimals.get(..6).unwrap_or(decimals);
    let shift = match power.strip_prefix('-') {
        Some(power) => -number(power),
        None => number(power.trim_start_matches('+')),
    } - decimals.len() as f64;
    let ten_to = |power: f64| (0..power as u32).fold(1.0, |product, _| product * 10.0);
    let digits = number(whole) * ten_to(decimals.len() as f64) + number(decimals);
    if shift < 0.0 { digits / ten_to(-shift) } else { digits * ten_to(shift) }
}

/// A date, which the format checks, unless it has a form that only spreadsheets write.
pub(super) fn date(cell: &str) -> Read {
    plain(cell)?;
    let (first, rest) = cell.split_at(leading_digits(cell));
    let after = |text: &str| text.strip_prefix(['/', '.', '-']).map_or(0, leading_digits);
    match (first.len(), after(rest)) {
        (5, 0) if rest.is_empty() => Err(("a serial number, as Excel stores dates", DATES)),
        (5, _) if rest.starts_with('.') => Err(("a serial number, as Excel stores dates", DATES)),
        (1 | 2, 1 | 2) => Err(("a date in an order that differs between countries", DATES)),
        _ => Ok(Value::Text(cell.into())),
    }
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// A text. An apostrophe that kept a spreadsheet from computing the text is removed.
pub(super) fn text(cell: &str) -> Read {
    plain(cell)?;
    let computes = |text: &&str| text.starts_with(['=', '+', '-', '@']);
    let text = cell.strip_prefix('\'').filter(computes).unwrap_or(cell);
    Ok(if text.is_empty() { Value::Null } else { Value::Text(text.into()) })
}

/// `true` or `false`, in any capitals; the format refuses any other text.
pub(super) fn flag(cell: &str) -> Read {
    Ok(match cell {
        _ if cell.eq_ignore_ascii_case("true") => Value::Bool(true),
        _ if cell.eq_ignore_ascii_case("false") => Value::Bool(false),
        _ => return text(cell),
    })
}

/// Refuses formulas and their errors.
fn plain(cell: &str) -> Result<(), (&'static str, &'static str)> {
    let is_error = cell.starts_with('#') && (cell.ends_with(['!', '?', '#']) || cell == "#N/A") && !cell.contains(' ');
    match cell.starts_with('=') {
        true => Err(("a formula", VALUES)),
        false if is_error => Err(("an error of the spreadsheet", VALUES)),
        false => Ok(()),
    }
}
