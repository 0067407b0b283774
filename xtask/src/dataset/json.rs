//! JSON in the style of the dataset's files.

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::{Number, ser::PrettyFormatter};

/// Dollars as in the files: whole numbers without a fraction.
pub fn dollars(usd: f64) -> Result<Number> {
    if usd.fract() == 0.0 && usd.abs() < 2_f64.powi(53) {
        #[expect(clippy::cast_possible_truncation, reason = "whole and exact, as just checked")]
        return Ok(Number::from(usd as i64));
    }
    Number::from_f64(usd).context("a sum is not finite")
}

/// JSON indented by one space.
pub fn pretty(value: &impl Serialize) -> Result<String> {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b" "));
    value.serialize(&mut serializer)?;
    Ok(String::from_utf8(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_are_whole_where_they_can_be() {
        assert_eq!(dollars(7_501_051_000.0).unwrap().to_string(), "7501051000");
        assert_eq!(dollars(0.5).unwrap().to_string(), "0.5");
        assert!(dollars(f64::NAN).is_err());
    }
}
