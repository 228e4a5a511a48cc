//! Whole numbers as JSON may write them: `3`, `3.0` and `3e0` are one number (JSON Schema,
//! `integer`).

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use std::fmt::{Formatter, Result as Formatted};

/// Reads a whole number of 32 bits.
pub(crate) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    from.deserialize_u32(WholeNumber)
}

/// Reads a whole number of 32 bits, or `null`.
pub(crate) fn optional<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    struct Number(u32);
    impl<'de> Deserialize<'de> for Number {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            read(from).map(Self)
        }
    }
    Option::deserialize(from).map(|number: Option<Number>| number.map(|number| number.0))
}

struct WholeNumber;

impl Visitor<'_> for WholeNumber {
    type Value = u32;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> Formatted {
        formatter.write_str("a whole number from 0 to 4294967295")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<u32, E> {
        u32::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<u32, E> {
        u32::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<u32, E> {
        // The conversion takes the nearest number of 32 bits; only a whole one is the same as
        // before.
        let whole = number as u32;
        if f64::from(whole) == number {
            Ok(whole)
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self))
        }
    }
}
