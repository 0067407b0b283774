//! Deserializing JSON, or any other format of serde, to a tree of values.

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

use super::Value;

/// Values nested deeper than 32 levels are an error.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        Tree { levels_left: Value::MAX_DEPTH }.deserialize(deserializer)
    }
}

#[derive(Clone, Copy)]
struct Tree {
    levels_left: u8,
}

impl Tree {
    fn inside<E: de::Error>(self) -> Result<Tree, E> {
        match self.levels_left.checked_sub(1) {
            Some(levels_left) => Ok(Tree { levels_left }),
            None => Err(E::custom("nested deeper than 32 levels")),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.into()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut list = Vec::new();
        while let Some(value) = access.next_element_seed(inside)? {
            list.push(value);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut fields = Vec::new();
        while let Some(name) = access.next_key()? {
            fields.push((name, access.next_value_seed(inside)?));
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, F32Deserializer, I8Deserializer, U128Deserializer, UnitDeserializer};

    fn json(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn every_kind_of_json_value_is_kept() {
        assert_eq!(
            json(r#"[null, true, -1, 18446744073709551615, 0.5, 1e300, "하나", [], {"a": {"b": 1}}]"#),
            Value::List(vec![
                Value::Null,
                Value::Bool(true),
                Value::Number(-1.0),
                Value::Number(18_446_744_073_709_551_615.0),
                Value::Number(0.5),
                Value::Number(1e300),
                Value::Text("하나".into()),
                Value::List(vec![]),
                Value::Object(vec![("a".into(), Value::Object(vec![("b".into(), Value::Number(1.0))]))]),
            ])
        );
    }

    #[test]
    fn a_field_given_twice_is_kept_twice() {
        let twice = vec![("a".into(), Value::Number(1.0)), ("a".into(), Value::Null)];
        assert_eq!(json(r#"{"a": 1, "a": null}"#), Value::Object(twice));
    }

    #[test]
    fn other_formats_than_json_are_read_too() {
        let small: I8Deserializer<Error> = (-3_i8).into_deserializer();
        assert_eq!(Value::deserialize(small), Ok(Value::Number(-3.0)));
        let wide: U128Deserializer<Error> = (1_u128 << 80).into_deserializer();
        assert_eq!(Value::deserialize(wide), Ok(Value::Number((1_u128 << 80) as f64)));
        let single: F32Deserializer<Error> = f32::INFINITY.into_deserializer();
        assert_eq!(Value::deserialize(single), Ok(Value::Number(f64::INFINITY)));
        let undefined: UnitDeserializer<Error> = ().into_deserializer();
        assert_eq!(Value::deserialize(undefined), Ok(Value::Null));
    }

    #[test]
    fn deep_nesting_is_an_error() {
        let nested = |levels: usize| serde_json::from_str::<Value>(&("[".repeat(levels) + &"]".repeat(levels)));
        assert!(nested(32).is_ok());
        assert!(nested(33).unwrap_err().to_string().starts_with("nested deeper than 32 levels"));
    }
}
